"""Comments, tracked changes and hidden text in a document for the public."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = (
    Example("Is this the uncle?", layer=Layer.HIDDEN, place="Comment"),
    Example("left on the sofa", layer=Layer.HIDDEN, place="Text before revision"),
    Example("delete before issue", layer=Layer.HIDDEN, place="Hidden text"),
)
MISSES = (
    Example("Overview report"),
    Example("Heading 1", layer=Layer.HIDDEN, place="Style name"),
    Example(" ", layer=Layer.HIDDEN, place="Comment"),
)

_NOT_FOR_THE_PUBLIC = {
    "comment": "Comments",
    "text before revision": "Tracked changes",
    "author of a change or comment": "Authors of comments or tracked changes",
    "initials of an author": "Authors of comments or tracked changes",
    "hidden text": "Hidden text",
    "xml comment": "Comments in the file's code",
    "document variable": "Document variables",
}


def _find(examined: Examined) -> Iterator[Hit]:
    kinds = Counter(
        kind
        for paragraph in examined.paragraphs
        if paragraph.layer is Layer.HIDDEN and paragraph.text.strip()
        if (kind := _NOT_FOR_THE_PUBLIC.get(paragraph.place.casefold()))
    )
    for kind, count in sorted(kinds.items()):
        yield Hit(kind, detail=f"{kind}: {count}.")


RULE = Rule(
    name="hidden-content",
    severity=Severity.BLOCK,
    category=Category.HIDDEN,
    message="The document holds content that is not seen on the page.",
    remedy="Run `anonymise` for the public on it, or accept all changes and delete all comments in Word.",
    find=_find,
)
