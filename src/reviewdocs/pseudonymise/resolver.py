"""From a map and a document's text to every mention, decided and worded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reviewdocs.model.mentions import Mention, Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph, ParagraphKey
from reviewdocs.names.entities import entities_of
from reviewdocs.pseudonymise.decide import COSTS, Choice, Costs, choose, worth_asking
from reviewdocs.pseudonymise.render.edits import apart, edited, edits_of, in_order, original_of
from reviewdocs.pseudonymise.judge import Reader, Stretch, Weighed, judged, stretches_of, weighed
from reviewdocs.pseudonymise.machinewords import exactly_named, read_by_machine
from reviewdocs.pseudonymise.model import Judged
from reviewdocs.pseudonymise.render.mention import Renderer
from reviewdocs.pseudonymise.render.prose import as_prose
from reviewdocs.pseudonymise.settled import Settled, Settling
from reviewdocs.pseudonymise.signals.place import Passage
from reviewdocs.pseudonymise.vetoes import PERMITTED, whole_permitted
from reviewdocs.pseudonymise.weigh.model import Weights, shipped

_READINGS = 8


@dataclass(frozen=True, slots=True)
class Decision:
    """One stretch of words that may be a mention: what was judged, what was chosen, and the veto that overruled it, if
    one did."""

    paragraph: Paragraph
    stretch: Stretch
    judged: Judged
    choice: Choice
    veto: str = ""


class _Reading(NamedTuple):
    """The mentions of one reading, and the paragraphs in which words were left that might be names."""

    mentions: list[Mention]
    left: set[ParagraphKey]


class Resolver:
    """Finds and decides every mention of a map's people, places and organisations; built once for a map.

    Args:
        pmap: the map.
        weights: what was fitted; the shipped ones where nothing is said.
        costs: what each mistake costs.
    """

    def __init__(self, pmap: PseudonymMap, weights: Weights | None = None, costs: Costs = COSTS) -> None:
        self._entities = entities_of(pmap)
        self._weights, self._costs = weights or shipped(), costs
        self._reader = Reader(pmap, self._entities)
        self._settling = Settling(pmap, self._entities)
        self._renderer = Renderer(self._entities)

    def resolve(self, paragraphs: Sequence[Paragraph]) -> list[Mention]:
        """Every mention of one document in order, none overlapping within a paragraph; kept ones included.

        An edit changes what stands beside a word, and so may settle it: the text is read again as it would then stand
        until nothing more is found, so that a second run over the output has nothing to do.
        """
        mentions, left = self._read(paragraphs)
        for _ in range(_READINGS):
            edits = edits_of(mentions)
            if not edits or not left:
                break
            changed = [edited(paragraph, edits.get(paragraph.key, ())) for paragraph in paragraphs]
            again, left = self._read(changed, left)
            more = [found for mention in again if (found := original_of(mention, edits.get(mention.paragraph, ())))]
            if not more:
                break
            mentions = in_order(paragraphs, [*mentions, *more])
        return mentions

    def file_name(self, name: str) -> str:
        """A file's name with the names of the map in it replaced; the suffix stays, and it is never empty."""
        stem, dot, suffix = name.rpartition(".")
        if not dot or not stem:
            stem, dot, suffix = name, "", ""
        paragraph = Paragraph("file name", 0, stem)
        edits = edits_of(self.resolve([paragraph])).get(paragraph.key, [])
        for edit in reversed(edits):
            stem = stem[: edit.start] + edit.replacement + stem[edit.end :]
        return f"{stem.strip(' ,') or 'document'}{dot}{suffix}"

    def decisions(self, paragraphs: Sequence[Paragraph]) -> list[Decision]:
        """What was decided of every stretch that might be a mention, kept and rejected alike, in one reading."""
        settled = [self._settling.settled(paragraph.text) for paragraph in paragraphs]
        return [*self._decided(paragraphs, self._reader.passages(paragraphs), settled, everything=True)]

    def _read(self, paragraphs: Sequence[Paragraph], only: Collection[ParagraphKey] | None = None) -> _Reading:
        """One reading of the document.

        Args:
            paragraphs: all of it.
            only: the paragraphs in which something is to be looked for; all where nothing is said.
        """
        looked_at = [only is None or paragraph.key in only for paragraph in paragraphs]
        passages = self._reader.passages(paragraphs, looked_at)
        settled = [
            self._settling.settled(paragraph.text) if looked else []
            for paragraph, looked in zip(paragraphs, looked_at, strict=True)
        ]
        found: dict[int, list[Mention]] = {
            number: [self._renderer.settled(paragraphs[number], each) for each in spans]
            for number, spans in enumerate(settled)
            if spans
        }
        for decision in self._decided(paragraphs, passages, settled):
            mention = self._renderer.mention(decision.paragraph, decision.stretch, decision.judged, decision.choice)
            if mention is not None:
                found.setdefault(decision.stretch.paragraph, []).append(mention)
        for number, passage in enumerate(passages):
            for start, end in whole_permitted(passage) if passage else ():
                found.setdefault(number, []).append(self._renderer.kept(paragraphs[number], start, end, PERMITTED))
        by_paragraph = {
            number: as_prose(paragraphs[number], apart(paragraphs[number], mentions))
            for number, mentions in sorted(found.items())
        }
        left = {
            paragraphs[number].key
            for number, passage in enumerate(passages)
            if passage and _leaves(passage, by_paragraph.get(number, ()))
        }
        return _Reading([mention for mentions in by_paragraph.values() for mention in mentions], left)

    def _decided(
        self,
        paragraphs: Sequence[Paragraph],
        passages: Sequence[Passage | None],
        settled: Sequence[Sequence[Settled]],
        *,
        everything: bool = False,
    ) -> Iterator[Decision]:
        taken: list[list[Weighed]] = []
        for paragraph, passage, spans in zip(paragraphs, passages, settled, strict=True):
            taken.append(
                [
                    each
                    for each in (weighed(passage, self._weights) if passage else ())
                    if everything or worth_asking(each.probability, self._costs)
                    if not _within(each, spans)
                    if not read_by_machine(paragraph) or exactly_named(self._entities, each.candidate)
                ]
            )
        found = stretches_of(passages, taken, self._reader.things)
        for stretch, what in judged(found, self._weights):
            yield Decision(paragraphs[stretch.paragraph], stretch, what, choose(what, self._entities, self._costs))


def _leaves(passage: Passage, mentions: Sequence[Mention]) -> bool:
    """Whether a candidate is left as it stands."""
    gone = [(m.start, m.end) for m in mentions if m.outcome is not Outcome.KEPT]
    return any(
        not any(start < candidate.end and candidate.start < end for start, end in gone)
        for candidate in passage.proposed.at.values()
    )


def _within(each: Weighed, settled: Sequence[Settled]) -> bool:
    """Whether a candidate touches what is settled."""
    at = bisect_right(settled, each.candidate.start, key=lambda s: s.start)
    return (at > 0 and settled[at - 1].end > each.candidate.start) or (
        at < len(settled) and settled[at].start < each.candidate.end
    )
