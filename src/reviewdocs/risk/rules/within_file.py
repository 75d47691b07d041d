"""Whole documents inside a PDF: attached files, and the file as it was before somebody changed it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reviewdocs.formats.pdf import vocabulary as pdf
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = (
    Example("Attachment 1", layer=Layer.HIDDEN, place=pdf.ATTACHED.place),
    Example("left on the sofa", layer=Layer.HIDDEN, place=pdf.EARLIER),
)
MISSES = (Example("Attachment 1"), Example("Overview report", layer=Layer.HIDDEN, place="Document property"))


def _find(examined: Examined) -> Iterator[Hit]:
    for paragraph in examined.paragraphs:
        if paragraph.place == pdf.ATTACHED.place and "!" not in paragraph.part:
            yield Hit(paragraph.text)
    earlier = Counter(p.part.partition("!")[0] for p in examined.paragraphs if p.place == pdf.EARLIER)
    for version, count in earlier.items():
        yield Hit(version, detail=f"It has {count} texts that the document no longer shows.")


RULE = Rule(
    name="within-file",
    severity=Severity.BLOCK,
    category=Category.HIDDEN,
    message="Another document lies inside the file: an attachment, or an earlier version of it.",
    remedy="Make the PDF anew from the final Word document, with nothing attached.",
    find=_find,
)
