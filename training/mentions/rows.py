"""Annotated cases as rows of numbers: one for each candidate, and one for each possible bearer of each mention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import Kind, entities_of
from reviewdocs.pseudonymise.judge import Reader, Stretch, Weighed, said_in
from reviewdocs.pseudonymise.signals.bearing import At, bearers_seen
from reviewdocs.pseudonymise.signals.place import Place
from reviewdocs.pseudonymise.signals.registered import seen, words_beside
from training.mentions.corpus import Case, Label, Text, of_candidate


@dataclass(slots=True)
class Rows:
    """The rows of some cases.

    Attributes:
        numbers: of each candidate, in the order of the signals' columns.
        beside: the words beside each candidate, with their side.
        known: 1 or 0, as annotated; -1 where the annotation does not say.
        source: the case each candidate is of, swaps and recased copies counted with it.
        where: the case (a copy's own name), the passage and the code points of each candidate.
        weight: how much each candidate counts.
        pairs, meant, mention, pair_source: of each possible bearer of each mention: its numbers, whether it is the one
            meant, which mention it is, and the case.
    """

    numbers: list[list[float]] = field(default_factory=list)
    beside: list[list[tuple[str, str]]] = field(default_factory=list)
    known: list[int] = field(default_factory=list)
    source: list[str] = field(default_factory=list)
    where: list[tuple[str, str, int, int]] = field(default_factory=list)
    weight: list[float] = field(default_factory=list)
    pairs: list[list[float]] = field(default_factory=list)
    meant: list[int] = field(default_factory=list)
    mention: list[int] = field(default_factory=list)
    pair_source: list[str] = field(default_factory=list)

    def add(self, other: Rows) -> None:
        """Take in other rows."""
        shift = self.mention[-1] + 1 if self.mention else 0
        other.mention = [number + shift for number in other.mention]
        for name in self.__slots__:
            getattr(self, name).extend(getattr(other, name))


def rows_of(case: Case, *, weight: float = 1.0, alone: bool = False) -> Rows:
    """The rows of a case.

    Args:
        case: the case.
        weight: how much its candidates count.
        alone: read each paragraph as a document by itself, as in short letters and messages.
    """
    pmap = case.pmap
    entities = entities_of(pmap)
    reader, rows = Reader(pmap, entities), Rows()
    refs = {index: entity.ref for index, entity in enumerate(entities)}
    kinds = [entity.kind for entity in entities]
    for text in case.texts:
        paragraphs = text.paragraphs()
        for document in [[paragraph] for paragraph in paragraphs] if alone else [paragraphs]:
            _add_document(rows, reader, text, document, refs, kinds, weight)
    return rows


def _add_document(
    rows: Rows,
    reader: Reader,
    text: Text,
    paragraphs: Sequence[Paragraph],
    refs: dict[int, str],
    kinds: Sequence[Kind],
    weight: float,
) -> None:
    passages = reader.passages(paragraphs)
    found: list[Stretch] = []
    labels: list[Label] = []
    for number, (paragraph, passage) in enumerate(zip(paragraphs, passages, strict=True)):
        if passage is None:
            continue
        spans: dict[int, list[Weighed]] = {}
        told: dict[int, Label] = {}
        for index, candidate in sorted(passage.proposed.at.items()):
            place = Place(passage, index)
            label = of_candidate(text, paragraph, candidate, kinds)
            rows.numbers.append(seen(place))
            rows.beside.append(words_beside(place))
            rows.known.append(-1 if label.known is None else label.known)
            rows.source.append(text.source)
            rows.where.append(
                (text.case, text.passage, paragraph.offset + candidate.start, paragraph.offset + candidate.end)
            )
            rows.weight.append(weight)
            if label.known and label.span is not None:
                spans.setdefault(label.span, []).append(Weighed(index, candidate, 1.0))
                told[label.span] = label
        for span, weighed in spans.items():
            found.append(Stretch(number, passage, tuple(weighed)))
            labels.append(told[span])
    said = said_in(found)
    for number, (stretch, label) in enumerate(zip(found, labels, strict=True)):
        if label.joint:
            continue
        first, last = stretch.weighed[0].index, stretch.weighed[-1].index
        bearers = bearers_seen(stretch.passage, stretch.candidates, first, last, At(number, stretch.paragraph), said)
        meant = [
            (kinds[entity] is label.clear) if label.clear else (bool(refs[entity]) and refs[entity] in label.refs)
            for entity, _ in bearers
        ]
        if len(bearers) > 1 and any(meant):
            _add_pairs(rows, [numbers for _, numbers in bearers], meant, text.source)


def _add_pairs(rows: Rows, bearers: Sequence[list[float]], meant: Sequence[bool], source: str) -> None:
    """Add the possible bearers of one mention."""
    mention = rows.mention[-1] + 1 if rows.mention else 0
    for numbers, right in zip(bearers, meant, strict=True):
        rows.pairs.append(numbers)
        rows.meant.append(int(right))
        rows.mention.append(mention)
        rows.pair_source.append(source)
