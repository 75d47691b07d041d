"""Why a word was taken for a name or not: readings, probabilities, the signals that moved them, what overruled them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewdocs.model.explanation import Became, ExplainedBearer, ExplainedReading, ExplainedSignal, Explanation
from reviewdocs.model.mentions import Mention, Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph, ParagraphKey
from reviewdocs.names.entities import Entity, Kind, entities_of
from reviewdocs.names.folding import fold, folded
from reviewdocs.pseudonymise.resolver import NOTHING_TOLD, Decision, Resolver
from reviewdocs.pseudonymise.told import AllTold

_BECAME = {Outcome.REPLACED: Became.REPLACED, Outcome.UNDECIDED: Became.UNDECIDED, Outcome.KEPT: Became.KEPT}
_SURE, _SURELY_NOT = 0.98, 0.02
"""Of what is as sure as this the signals are told only where somebody asks."""
_MOST_TOLD, _LEAST_TOLD = 3, 0.02
"""How many signals and bearers a short explanation tells, and how probable the bearers must be."""


class Explainer:
    """Explains decisions; built once for a map.

    Args:
        pmap: the map.
        resolver: that decides with it.
    """

    def __init__(self, pmap: PseudonymMap, resolver: Resolver) -> None:
        self._entities, self._resolver = entities_of(pmap), resolver

    def explained(
        self, paragraphs: Sequence[Paragraph], word: str, told: AllTold = NOTHING_TOLD
    ) -> Iterator[Explanation]:
        """Every place of a word, or of words, and of what holds it: in order, sentence and `where` still to be told.

        Args:
            paragraphs: the document.
            word: the word or words.
            told: what a person said of places in it.
        """
        if not word.strip():
            return
        wanted = re.compile(rf"(?<!\w){re.escape(folded(word))}(?!\w)")
        mentions: dict[ParagraphKey, list[Mention]] = {}
        for mention in self._resolver.reasoned(paragraphs, told)[0]:
            mentions.setdefault(mention.paragraph, []).append(mention)
        by_paragraph: dict[int, list[Decision]] = {}
        for decision in self._resolver.decisions(paragraphs, told):
            by_paragraph.setdefault(decision.stretch.paragraph, []).append(decision)
        for number, paragraph in enumerate(paragraphs):
            here = mentions.get(paragraph.key, [])
            reading = fold(paragraph.text)
            spans = [reading.span(*match.span()) for match in wanted.finditer(reading.text)]
            held = [
                decision
                for decision in by_paragraph.get(number, ())
                if any(folded(word) in candidate.word for candidate in decision.judged.candidates)
                or any(decision.touches(*span) for span in spans)
            ]
            unseen = [span for span in spans if not any(decision.touches(*span) for decision in held)]
            places = [*(self._weighed(paragraph, d, here) for d in held)]
            places += [self._unseen(paragraph, start, end, here, told) for start, end in unseen]
            yield from sorted(places, key=lambda place: place.start)

    def short(self, decision: Decision) -> tuple[str, ...]:
        """Who may be meant where several may be, and what moved the probability most where it is not sure."""
        bearers = [b for b in decision.judged.bearers if b.probability >= _LEAST_TOLD]
        told = [f"{self._who(b.entity)} {b.probability:.2f}" for b in bearers[:_MOST_TOLD]]
        lines = [f"meant: {', '.join(told)}"] if len(told) > 1 else []
        if _SURELY_NOT < decision.judged.probability < _SURE and not decision.veto:
            moved = self._resolver.moved(decision)[:_MOST_TOLD]
            for said, sign in (("for a name", 1), ("against it", -1)):
                if those := [f"{move.signal} = {move.value:.3g}" for move in moved if move.by * sign > 0]:
                    lines.append(f"{said}: {', '.join(those)}")
        return (*lines, *([f"overruled: {decision.veto}"] if decision.veto else ()))

    def _weighed(self, paragraph: Paragraph, decision: Decision, mentions: Sequence[Mention]) -> Explanation:
        """A place at which something was weighed."""
        judged = decision.judged
        became, replacement = _became(judged.start, judged.end, mentions)
        return Explanation(
            paragraph.part,
            paragraph.index,
            paragraph.offset + judged.start,
            paragraph.offset + judged.end,
            "",
            paragraph.text[judged.start : judged.end],
            "",
            became or Became.LEFT,
            replacement,
            decision.veto,
            round(judged.probability, 3),
            round(decision.choice.identifying, 3),
            tuple(
                ExplainedReading(
                    candidate.text,
                    self._who(reading.entity),
                    reading.part.value,
                    reading.likeness.value,
                    round(reading.closeness, 2),
                )
                for candidate in judged.candidates
                for reading in candidate.readings
            ),
            tuple(ExplainedBearer(self._who(b.entity), round(b.probability, 3)) for b in judged.bearers),
            tuple(ExplainedSignal(m.signal, round(m.value, 3), round(m.by, 3)) for m in self._resolver.moved(decision)),
        )

    def _unseen(
        self, paragraph: Paragraph, start: int, end: int, mentions: Sequence[Mention], told: AllTold
    ) -> Explanation:
        """A place at which nothing was weighed: what is no question, or like no name of the map."""
        became, replacement = _became(start, end, mentions)
        veto = next((s.why for s in self._resolver.settled(paragraph, told) if s.start < end and start < s.end), "")
        at = paragraph.offset + start, paragraph.offset + end
        text = paragraph.text[start:end]
        became = became or (Became.LEFT if veto else Became.UNSEEN)
        return Explanation(
            paragraph.part, paragraph.index, *at, "", text, "", became, replacement, veto, None, None, (), (), ()
        )

    def _who(self, index: int) -> str:
        """Who an entity is, as the map has it."""
        entity = self._entities[index]
        if entity.kind is Kind.PERMITTED:
            return f"{_full_name(entity)}, who stays in clear"
        if entity.kind is Kind.PANEL:
            return f"{_full_name(entity)} of the panel ({entity.role})"
        return f"{entity.ref} ({entity.designation})"


def _full_name(entity: Entity) -> str:
    return " ".join(part for part in (entity.forename, entity.surname) if part)


def _became(start: int, end: int, mentions: Sequence[Mention]) -> tuple[Became | None, str]:
    """What becomes of a place, and what stands there then; None where it is no mention."""
    mention = next((mention for mention in mentions if mention.start < end and start < mention.end), None)
    return (None, "") if mention is None else (_BECAME[mention.outcome], mention.replacement or "")
