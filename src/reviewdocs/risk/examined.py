"""What the rules look at: one document as read, its mentions of the map, and what the detectors found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from reviewdocs.formats.base import Structure
from reviewdocs.model.mentions import Category, Detection, Mention, Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Coverage, Layer, Paragraph, ParagraphKey
from reviewdocs.model.words import Audience
from reviewdocs.pseudonymise.occurring import is_draft
from reviewdocs.pseudonymise.standing import Still
from reviewdocs.risk.doubt import Doubt

FILE_NAME = "file name"
"""Part of the paragraph that stands for the document's file name."""


@dataclass(frozen=True)
class Examined:
    """One finished document under examination.

    Attributes:
        file: its name as given.
        paragraphs: every text in it, and its file name as the last.
        coverage: what was read and what could not be.
        mentions: of the map's people, places and organisations, as the anonymisation pass decides them; none without
            a map.
        standing: what of the map stands in it by its letters alone, and how each place was decided.
        detections: what detectors found that is neither publicly known nor permitted by the map.
        buried: what of the map stands in none of the texts and yet in the bytes: what stands there, and in which part.
        structure: what a Word document has for readers who do not see the page.
        pmap: the review's map, where one was given.
        audience: who is to read the document; a check reads as the public would.
    """

    file: str
    paragraphs: tuple[Paragraph, ...]
    coverage: Coverage
    mentions: tuple[Mention, ...] = ()
    standing: tuple[Still, ...] = ()
    detections: tuple[Detection, ...] = ()
    buried: tuple[tuple[str, str], ...] = ()
    structure: Structure | None = None
    pmap: PseudonymMap | None = None
    audience: Audience = Audience.PUBLIC
    _by_key: dict[ParagraphKey, Paragraph] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {paragraph.key: paragraph for paragraph in self.paragraphs})

    def paragraph(self, key: ParagraphKey) -> Paragraph:
        """The paragraph of a mention or detection."""
        return self._by_key[key]

    @cached_property
    def draft(self) -> bool:
        """Whether it is still to be anonymised, by the map's names and designations in it."""
        return self.pmap is not None and is_draft(self.pmap, self.paragraphs, self.mentions)

    @cached_property
    def doubt(self) -> Doubt:
        """What of the map's words is told one by one, and what together."""
        changed = list(self.mentions_of(Outcome.REPLACED, Outcome.UNDECIDED))
        standing = [still for still in self.standing if still.to_look_at]
        return Doubt(changed, standing, self.detections, draft=self.draft)

    def mentions_told(self, outcome: Outcome) -> Iterator[Mention]:
        """The mentions with this outcome that are told one by one."""
        return (mention for mention in self.doubt.mentions if mention.outcome is outcome)

    def mentions_of(self, *outcomes: Outcome) -> Iterator[Mention]:
        """The mentions with one of these outcomes that stand in the document (not in its file name)."""
        return (m for m in self.mentions if m.outcome in outcomes and m.paragraph[0] != FILE_NAME)

    def detections_of(self, *categories: Category) -> Iterator[Detection]:
        """The detections of these kinds that stand in the document (not in its file name) and are no doubtful words of
        the map."""
        of_kinds = (d for d in self.detections if d.category in categories and d.paragraph[0] != FILE_NAME)
        return (detection for detection in of_kinds if not self.doubt.holds(detection))

    def layer(self, key: ParagraphKey) -> Layer:
        """How a reader meets the paragraph."""
        return self._by_key[key].layer
