"""What readers with a screen reader need, and a public body must give them."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.formats.base import Structure
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = (
    Example("Text.", structure=Structure(0, "Overview", "en-GB", 0, 0, 0, 0)),
    Example("Text.", structure=Structure(3, "", "", 2, 1, 4, 2)),
)
MISSES = (Example("Text.", structure=Structure(3, "Overview", "en-GB", 2, 0, 4, 0)), Example("Text."))


def _find(examined: Examined) -> Iterator[Hit]:
    if examined.structure is not None:
        yield from (Hit(missing) for missing in _missing(examined.structure))


def _missing(structure: Structure) -> Iterator[str]:
    if not structure.headings:
        yield "No paragraph is marked as a heading"
    if not structure.title:
        yield "The document has no title in its properties"
    if not structure.language:
        yield "No language is set"
    if structure.undescribed:
        yield f"{structure.undescribed} of {structure.pictures} pictures without alternative text"
    if structure.headless:
        yield f"{structure.headless} of {structure.tables} tables without a marked heading row"


RULE = Rule(
    name="accessibility",
    severity=Severity.NOTE,
    category=Category.CONSISTENCY,
    message="Readers with a screen reader will miss something: public bodies must publish accessible documents.",
    remedy="Put it right in Word: Review, Check Accessibility; the title under File, Info.",
    find=_find,
)
