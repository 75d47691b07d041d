"""What a rule is: one residual risk, how serious it is, what to do about it, and how it is seen in a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reviewdocs.formats.base import Structure
from reviewdocs.model.decisions import Decidable
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category, Detection, Mention
from reviewdocs.model.text import Layer, ParagraphKey, Picture
from reviewdocs.pseudonymise.standing import Still
from reviewdocs.risk.examined import Examined

MAP = "PseudonymMap"
READER = "Reader"
"""Names, in `detected_by`, of what finds without a recogniser: the map's mentions, and the reading itself."""
_LEAST = 0.3
"""Confidence of what is found by its letters alone."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another place that belongs to a hit: what stands there, in which paragraph."""

    text: str
    paragraph: ParagraphKey
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule sees its risk.

    Attributes:
        text: what identifies; for a hit without a place, what it is about.
        paragraph, start, end: where; `paragraph` is None where there is no one place.
        category: of this hit, where the rule's own does not fit.
        confidence: from 0 to 1.
        detected_by: what found it.
        detail: a sentence about this hit alone, put after the rule's message.
        related: the other places of a combination or group.
        refs: the entries of the map that it means, where it means one.
        known_by: what tells it from others where its text cannot: a picture by its bytes; else empty.
    """

    text: str
    paragraph: ParagraphKey | None = None
    start: int = 0
    end: int = 0
    category: Category | None = None
    confidence: float = 1.0
    detected_by: tuple[str, ...] = (READER,)
    detail: str = ""
    related: tuple[Elsewhere, ...] = ()
    refs: tuple[str, ...] = ()
    known_by: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One residual risk.

    Attributes:
        name: stands in findings and decisions; never changed once released.
        severity: how serious it is.
        category: what it is about.
        message: what was found, for a person who reads only this line.
        remedy: the way out, in the imperative.
        find: sees it in a document.
        decidable: how far it can be decided away.
        names: whether what it finds names somebody, whatever its category.
    """

    name: str
    severity: Severity
    category: Category
    message: str
    remedy: str
    find: Callable[[Examined], Iterable[Hit]]
    decidable: Decidable = Decidable.FREELY
    names: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A document of one paragraph, for a rule's hits and misses; « » are only for the reader."""

    text: str
    layer: Layer = Layer.BODY
    place: str = "Body"
    file: str = "report.docx"
    unread: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    structure: Structure | None = None
    buried: tuple[tuple[str, str], ...] = ()


def of_detection(detection: Detection, *, category: Category | None = None) -> Hit:
    """A detection as a hit."""
    return Hit(
        detection.text,
        detection.paragraph,
        detection.start,
        detection.end,
        category,
        detection.score,
        detection.detectors,
    )


def of_mention(mention: Mention, *, detail: str = "") -> Hit:
    """A mention as a hit, which points to the name."""
    start, end, text = mention.name
    return Hit(text, mention.paragraph, start, end, mention.category, detected_by=(MAP,), detail=detail,
               refs=mention.refs)  # fmt: skip


def of_standing(still: Still) -> Hit:
    """A word that stands as a hit."""
    at = still.at
    probable = "" if still.probability is None else f", with probability {still.probability:.2f} a name"
    detail = f"The map has it of {', '.join(still.refs)} ({at.how}); {still.decided}{probable}."
    confidence = max(still.probability or 0.0, _LEAST)
    return Hit(at.text, at.paragraph, at.start, at.end, still.category, confidence, (MAP,), detail, refs=still.refs)


def detected(*categories: Category) -> Callable[[Examined], Iterator[Hit]]:
    """Sees whatever detectors found of these kinds."""

    def find(examined: Examined) -> Iterator[Hit]:
        return (of_detection(detection) for detection in examined.detections_of(*categories))

    return find


def written(pattern: re.Pattern[str]) -> Callable[[Examined], Iterator[Hit]]:
    """Sees what a pattern finds in what readers see."""

    def find(examined: Examined) -> Iterator[Hit]:
        for paragraph in examined.paragraphs:
            if paragraph.layer is not Layer.HIDDEN:
                for match in pattern.finditer(paragraph.text):
                    yield Hit(match.group(), paragraph.key, match.start(), match.end())

    return find
