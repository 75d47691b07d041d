"""An author cited elsewhere in the document with a year, named without it."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import NAMES, Example, Filter, Find
from reviewdocs.language.words import is_word

HITS = (Example("as «Nettlebed» has it", elsewhere="Nettlebed et al. (2014)"),)
MISSES = (Example("as «Nettlebed» has it", elsewhere="Nettlebed rang in 2014"),)


def _silences(find: Find) -> bool:
    authors = find.passage.document.authors
    return (
        find.by_model
        and find.label in NAMES
        and bool(authors)
        and all(word in authors or is_word(word) for word in find.words)
    )


FILTER = Filter(
    name="cited-author",
    leaves_out="authors",
    why="Who is cited in the same document with a year is an author of something published.",
    source="the forms of citation of Harvard and APA style",
    silences=_silences,
)
