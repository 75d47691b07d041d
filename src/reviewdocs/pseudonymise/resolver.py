"""From a map and a document's text to every mention, decided and worded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from reviewdocs.language import beside, lexicon
from reviewdocs.language.spans import Placed, overlap
from reviewdocs.language.spans import apart as apart_of
from reviewdocs.model.mentions import Mention, Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph, ParagraphKey
from reviewdocs.names.entities import entities_of
from reviewdocs.pseudonymise.decide import COSTS, Choice, Costs, choose, worth_asking
from reviewdocs.pseudonymise.disguises import Disguises, across, missed
from reviewdocs.pseudonymise.file_names import FileNames
from reviewdocs.pseudonymise.judge import Reader, Stretch, Weighed, judged, meant, said_in, stretches_of, weighed
from reviewdocs.pseudonymise.machinewords import MACHINE_WORDS, exactly_named, read_by_machine
from reviewdocs.pseudonymise.model import Judged, Moved
from reviewdocs.pseudonymise.propose.alike import read_usual_forms
from reviewdocs.pseudonymise.remembered import Remembered
from reviewdocs.pseudonymise.render.edits import apart, edited, edits_of, in_order, original_of
from reviewdocs.pseudonymise.render.mention import Renderer
from reviewdocs.pseudonymise.render.prose import as_prose
from reviewdocs.pseudonymise.settled import Settled, Settling
from reviewdocs.pseudonymise.signals.place import Passage, Place
from reviewdocs.pseudonymise.told import AllTold, after
from reviewdocs.pseudonymise.vetoes import PERMITTED, WHOLE_NAME, whole_permitted
from reviewdocs.pseudonymise.weigh.model import Weights, shipped

_READINGS = 8
NOTHING_TOLD: AllTold = {}


class Decision(NamedTuple):
    """One stretch of words that may be a mention: what was judged, what was chosen, and what overruled the weights, if
    anything did."""

    paragraph: Paragraph
    stretch: Stretch
    judged: Judged
    choice: Choice
    veto: str = ""

    def touches(self, start: int, end: int) -> bool:
        """Whether it has something of the paragraph's code points [start, end)."""
        return self.judged.start < end and start < self.judged.end


class _Reading(NamedTuple):
    """The mentions of one reading, the paragraphs in which words were left that may be names, and what was decided."""

    mentions: list[Mention]
    left: set[ParagraphKey]
    decided: list[Decision]


def load() -> None:
    """Read what every map needs from its files, which takes a moment and else happens when it is first asked for.

    Raises:
        WeightsError: the fitted weights are missing or damaged.
    """
    shipped()
    read_usual_forms()
    lexicon.load()
    beside.load()


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
        self._disguises = Disguises(self._entities)
        self._settled = Remembered(Settling(pmap, self._entities).settled)
        self._renderer = Renderer(self._entities)

    def resolve(self, paragraphs: Sequence[Paragraph]) -> list[Mention]:
        """Every mention of one document in order, none overlapping within a paragraph; kept ones included."""
        return self.reasoned(paragraphs)[0]

    def reasoned(
        self, paragraphs: Sequence[Paragraph], told: AllTold = NOTHING_TOLD
    ) -> tuple[list[Mention], Sequence[Decision]]:
        """The same, with what was decided of the words that are mentions at the first reading.

        What a person `told` is no question. An edit changes what stands beside a word, and so may settle it: the text
        is read again as it would then stand until nothing more is found, so that a second run over the output has
        nothing to do.
        """
        self._reader.turn()
        self._settled.turn()
        paragraphs, disguised = self._disguises.undone(paragraphs)
        mentions, left, decided = self._read(paragraphs, told)
        for _ in range(_READINGS):
            edits = edits_of(mentions)
            if not edits or not left:
                break
            changed = [edited(paragraph, edits.get(paragraph.key, ())) for paragraph in paragraphs]
            again, left, _ = self._read(changed, after(told, edits), left)
            more = [found for mention in again if (found := original_of(mention, edits.get(mention.paragraph, ())))]
            if not more:
                break
            mentions = in_order(paragraphs, [*mentions, *more])
        if more := [*missed(paragraphs, disguised, mentions), *across(paragraphs, self._disguises)]:
            mentions = in_order(paragraphs, [*mentions, *more])
        return mentions, decided

    def file_name(self, name: str) -> str:
        """A file's name with the names of the map in it replaced; the suffix stays, and it is never empty."""
        return self._file_names(name)

    @cached_property
    def _file_names(self) -> FileNames:
        return FileNames(self._entities, self._by_itself)

    def _by_itself(self, text: str) -> str:
        """A text that nothing stands beside, with the names of the map in it replaced."""
        paragraph = Paragraph("file name", 0, text)
        for edit in reversed(edits_of(self.resolve([paragraph])).get(paragraph.key, [])):
            text = text[: edit.start] + edit.replacement + text[edit.end :]
        return text

    def decisions(self, paragraphs: Sequence[Paragraph], told: AllTold = NOTHING_TOLD) -> list[Decision]:
        """What was decided of every word that might be a name, kept and rejected alike, in one reading and in order.

        Words that are taken for one mention are one stretch; a word that is left as it is stands by itself.
        """
        passages = self._reader.passages(paragraphs)
        weighed = self._weighed(paragraphs, passages, [self.settled(paragraph, told) for paragraph in paragraphs])
        taken = self._taken(weighed)
        found = stretches_of(passages, taken, self._reader.things)
        said, places = said_in(found), [(stretch.paragraph, stretch.candidates[0].start) for stretch in found]
        decided = [self._decision(paragraphs, stretch, what) for stretch, what in judged(found, self._weights)]
        in_one = {id(each) for some in taken for each in some}
        for number, (passage, every) in enumerate(zip(passages, weighed, strict=True)):
            for each in every:
                if passage and id(each) not in in_one:
                    stretch = Stretch(number, passage, (each,))
                    at = bisect_right(places, (number, each.candidate.start))
                    decided.append(self._decision(paragraphs, stretch, meant(stretch, at, said, self._weights)))
        return sorted(decided, key=lambda d: (d.stretch.paragraph, d.judged.start))

    def settled(
        self, paragraph: Paragraph, told: AllTold = NOTHING_TOLD, passage: Passage | None = None
    ) -> Sequence[Settled]:
        """What of a paragraph is no question: by itself, or because a person said so."""
        found = self._settled(paragraph.text)
        if not told:
            return found
        said = [place for place in told.get(paragraph.key, ()) if place.holds_in(paragraph)]
        return apart_of([*found, *(self._renderer.told(paragraph, passage, place) for place in said)])

    def moved(self, decision: Decision) -> list[Moved]:
        """The signals that moved most the probability of the most probable word of a stretch, the strongest first."""
        stretch = decision.stretch
        most = max(stretch.weighed, key=lambda each: each.probability)
        return self._weights.moved(Place(stretch.passage, most.index))

    def _read(
        self, paragraphs: Sequence[Paragraph], told: AllTold, only: Collection[ParagraphKey] | None = None
    ) -> _Reading:
        """One reading of the document.

        Args:
            paragraphs: all of it.
            told: what a person said of places in it.
            only: the paragraphs in which something is to be looked for; all where nothing is said.
        """
        looked_at = [only is None or paragraph.key in only for paragraph in paragraphs]
        passages = self._reader.passages(paragraphs, looked_at)
        settled = [
            self.settled(paragraph, told, passage) if looked else []
            for paragraph, passage, looked in zip(paragraphs, passages, looked_at, strict=True)
        ]
        found: dict[int, list[Mention]] = {
            number: [self._renderer.settled(paragraphs[number], each) for each in spans]
            for number, spans in enumerate(settled)
            if spans
        }
        taken = self._taken(self._weighed(paragraphs, passages, settled))
        stretches = stretches_of(passages, taken, self._reader.things)
        decided = [self._decision(paragraphs, stretch, what) for stretch, what in judged(stretches, self._weights)]
        for decision in decided:
            mention = self._renderer.mention(decision.paragraph, decision.stretch, decision.judged, decision.choice)
            if mention is not None:
                found.setdefault(decision.stretch.paragraph, []).append(mention)
        mentions: list[Mention] = []
        left: set[ParagraphKey] = set()
        for number, (paragraph, passage) in enumerate(zip(paragraphs, passages, strict=True)):
            for start, end in whole_permitted(passage) if passage else ():
                found.setdefault(number, []).append(self._renderer.kept(paragraph, start, end, PERMITTED))
            there = as_prose(paragraph, apart(paragraph, found[number])) if number in found else []
            if passage and _leaves(passage, there):
                left.add(paragraph.key)
            # A designation may be words of the name: where it stands already, there is nothing to do.
            mentions += [mention for mention in there if mention.replacement != mention.text]
        return _Reading(mentions, left, decided)

    def _weighed(
        self,
        paragraphs: Sequence[Paragraph],
        passages: Sequence[Passage | None],
        settled: Sequence[Sequence[Settled]],
    ) -> list[list[Weighed]]:
        """Every candidate of each paragraph, with what overrules the weights."""
        return [
            self._weighed_in(paragraph, passage, spans) if passage else []
            for paragraph, passage, spans in zip(paragraphs, passages, settled, strict=True)
        ]

    def _weighed_in(self, paragraph: Paragraph, passage: Passage, settled: Sequence[Settled]) -> list[Weighed]:
        found, by_machine = weighed(passage, self._weights), read_by_machine(paragraph)
        if not (settled or by_machine):
            return found
        return [self._overruled(each, settled, by_machine=by_machine) for each in found]

    def _overruled(self, each: Weighed, settled: Sequence[Settled], *, by_machine: bool) -> Weighed:
        """A candidate, with the veto of where it stands."""
        if span := _touched(each, settled):
            return replace(each, probability=0.0, veto=span.why)
        if by_machine and each.veto != WHOLE_NAME and not exactly_named(self._entities, each.candidate):
            return replace(each, probability=0.0, veto=MACHINE_WORDS)
        return each

    def _taken(self, weighed: Sequence[Sequence[Weighed]]) -> list[list[Weighed]]:
        """The candidates that would be changed if nobody permitted bore the name, and the whole names of the permitted:
        who was named in full tells who is meant."""
        return [
            [each for each in found if each.veto == PERMITTED or worth_asking(each.probability, self._costs)]
            for found in weighed
        ]

    def _decision(self, paragraphs: Sequence[Paragraph], stretch: Stretch, what: Judged) -> Decision:
        choice = choose(what, self._entities, self._costs)
        return Decision(paragraphs[stretch.paragraph], stretch, what, choice, stretch.weighed[0].veto)


def _leaves(passage: Passage, mentions: Sequence[Mention]) -> bool:
    """Whether a candidate is left as it stands."""
    gone = Placed(mention for mention in mentions if mention.outcome is not Outcome.KEPT)
    return any(
        not any(overlap(candidate, mention) for mention in gone.about(candidate.start, candidate.end))
        for candidate in passage.proposed.at.values()
    )


def _touched(each: Weighed, settled: Sequence[Settled]) -> Settled | None:
    """What is settled and has something of the candidate in it."""
    at = bisect_right(settled, each.candidate.start, key=lambda s: s.start)
    if at > 0 and settled[at - 1].end > each.candidate.start:
        return settled[at - 1]
    return settled[at] if at < len(settled) and settled[at].start < each.candidate.end else None
