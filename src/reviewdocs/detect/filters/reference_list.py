"""Lists of references: authors, titles and publishers."""

from __future__ import annotations

from functools import lru_cache

import regex

from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.detect.lines import line_of
from reviewdocs.model.mentions import Category

HITS = (
    Example("«Brandon», M. et al. (2020) Complexity and Challenge. London: DfE."),
    Example("Brandon, M. et al. (2020) Complexity and Challenge. «London»: DfE.", Category.PLACE),
    Example("Frost, R. and «Steketee, G». (2010) Hoarding. Boston: Mifflin."),
    Example("References\nTolverne's «Hoarding» handbook, 2010", Category.PLACE),
)
MISSES = (
    Example("«Brandon» rang in 2020."),
    Example("«Tolverne», who left in 2020, rang."),
    Example("«Tolverne», J. was seen at home in 2020."),
    Example("FORMER «ST AIDANS» HOME (1974) NOW. BELIEVED", Category.ORG),
    Example("References\n2 Background\n«Tolverne» was seen in 2020."),
)

_BULLET = r"^[\W\d]{0,8}"
_WRITTEN = r"\p{Lu}(?=[\p{L}'’-]*\p{Ll})[\p{L}'’-]*+"
"""A word with a capital, not all of it in capitals."""
_AUTHOR = regex.compile(
    rf"{_BULLET}{_WRITTEN}(?:\s\p{{Lu}}[\p{{L}}'’-]*\p{{Ll}})?,?\s(?:(?:\p{{Lu}}\.[\s-]?){{1,3}}|\p{{Lu}}{{1,3}}(?=[,.\s(&]))"
)
"""A surname and initials, as an entry begins."""
_YEAR = regex.compile(r"[(\s](?:19|20)\d\d[a-z]?\b")
_DATED = regex.compile(r"(?:\(|[,.]\s)(?:19|20)\d\d[a-z]?(?=[).,:;]|$)")
_BODY = regex.compile(rf"{_BULLET}\p{{Lu}}[^\n(]{{3,90}}\((?:19|20)\d\d[a-z]?\)[.,:]?\s\p{{Lu}}")
_SMALL = frozenset(
    ["and", "et", "al", "ed", "eds", "van", "de", "der", "von", "of", "for", "the", "in", "on", "to", "with"]
)
_WORD = regex.compile(r"\p{L}[\p{L}'’-]*")
_HEADING = regex.compile(
    r"(?im:^[\W\d]{0,6}(?:references?|bibliography|further\sreading|endnotes?|works\scited|sources)(?:\sand\s\w+)?\W*$)"
)
_NEXT_HEADING = regex.compile(r"(?m:^(?:\d+\.?\s|Appendix|Annex)[^\n]{0,60}$|^\p{Lu}[\p{Lu}\s]{5,60}$)")
_PUBLISHED = frozenset({Category.PERSON, Category.PLACE, Category.ORG, Category.MEDIA})


@lru_cache(maxsize=64)
def _is_entry(text: str, first: int, last: int) -> bool:
    """Whether a line is of a list of references: authors with initials, or a body, and then the year."""
    line = text[first:last]
    author, year = _AUTHOR.match(line), _DATED.search(line)
    if author and year:
        between = line[author.end() : year.start()]
        return _capitalised(between) and not any(map(str.isdigit, between))
    body = None if line.isupper() else _BODY.match(line)
    return body is not None and _capitalised(body[0].partition("(")[0])


@lru_cache(maxsize=64)
def _has_a_year(text: str, first: int, last: int) -> bool:
    """Whether a line that is not all capitals has one."""
    line = text[first:last]
    return not line.isupper() and _YEAR.search(line) is not None


def _capitalised(text: str) -> bool:
    return all(word[0].isupper() or word in _SMALL for word in _WORD.findall(text))


def _silences(find: Find) -> bool:
    if find.category not in _PUBLISHED:
        return False
    text = find.text
    first, last = line_of(text, find.start, find.end)
    if _is_entry(text, first, last):
        return True
    if not _has_a_year(text, first, last):
        return False
    headings = list(_HEADING.finditer(text, max(0, first - 6000), first))
    return bool(headings) and _NEXT_HEADING.search(text, headings[-1].end(), first) is None


FILTER = Filter(
    name="reference-list",
    leaves_out="lists of references",
    why="It stands in a list of published works.",
    source="the forms of citation of Harvard, Vancouver and APA style",
    silences=_silences,
)
