"""A person named where the page does not show it: properties, fields, link targets, bookmark names."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule, of_detection

HITS = (Example("Mrs Winifred Ashgrove", layer=Layer.HIDDEN, place="Document property"),)
MISSES = (Example("Mrs Winifred Ashgrove"), Example("Overview report", layer=Layer.HIDDEN, place="Document property"))


def _find(examined: Examined) -> Iterator[Hit]:
    for detection in examined.detections_of(Category.PERSON):
        if examined.layer(detection.paragraph) is Layer.HIDDEN:
            yield of_detection(detection)


RULE = Rule(
    name="hidden-name",
    severity=Severity.BLOCK,
    category=Category.HIDDEN,
    message="A person is named in a part of the document that the page does not show.",
    remedy="Run `anonymise` on it, or remove the document's hidden information in Word.",
    find=_find,
    names=True,
)
