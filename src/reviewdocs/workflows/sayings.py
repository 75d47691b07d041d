"""What decisions say of mentions in drafts: whom they mean, or that they stay (docs/decisions.md, In a draft)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from reviewdocs.language.spans import apart, overlap
from reviewdocs.model.decisions import Action, Decision, PlaceKey, Scope
from reviewdocs.model.mentions import Mention, Outcome
from reviewdocs.model.text import Paragraph, ParagraphKey
from reviewdocs.pseudonymise.told import AllTold, Told
from reviewdocs.risk.identity import Surroundings, alike_of
from reviewdocs.workflows.matching import Spot, anywhere, claimed, spots_of

MENTION = "mention"
"""Stands where a decision on a finding has its rule: this one is on a mention in a draft."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What one decision says of a text: in one place, or with `place` None wherever it is in doubt; `ref` is the id of
    whom or what it means, empty where it stays; `finding` is what the place is known by."""

    decision: int
    text: str
    ref: str
    place: PlaceKey | None
    finding: str


def sayings(holding: Iterable[Decision]) -> tuple[Saying, ...]:
    """What the decisions that hold say of mentions."""
    return tuple(
        Saying(d.number, d.finding.text, d.argument if d.action is Action.MEANS else "",
               d.finding.place if d.scope is Scope.PLACE else None, d.finding.id)
        for d in holding if d.action is Action.MEANS or (d.action.settles and d.finding.rule == MENTION)
    )  # fmt: skip


def told_in(
    said: Sequence[Saying], paragraphs: Sequence[Paragraph], resolve: Callable[[], Iterable[Mention]]
) -> AllTold:
    """What is said of the places of a document; the latest of several about one place, one place before anywhere.

    What was decided for anywhere holds where there is a doubt: a mention that is sure, with or without it, stays what
    it is ("Grace" may be a word, and "Grace Okafor" is somebody).

    Args:
        said: by decisions.
        paragraphs: the document.
        resolve: every mention in it, as it is without that.
    """
    if not said:
        return {}
    found = list(_found(said, paragraphs))
    sure = dict[ParagraphKey, list[Mention]]()
    for mention in resolve() if any(saying.place is None for saying, *_ in found) else ():
        if mention.outcome is not Outcome.UNDECIDED:
            sure.setdefault(mention.paragraph, []).append(mention)
    by_paragraph: dict[ParagraphKey, list[Told]] = {}
    for saying, paragraph, start, end in found:
        told = Told(start, end, paragraph.text[start:end], saying.ref, f"decision {saying.decision}")
        if saying.place or not any(overlap(told, mention) for mention in sure.get(paragraph.key, ())):
            by_paragraph.setdefault(paragraph.key, []).append(told)
    return {key: apart(places) for key, places in by_paragraph.items()}


def _found(said: Sequence[Saying], paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Saying, Paragraph, int, int]]:
    """Each saying with the places that it is about: those of one place first, the latest first."""
    latest = sorted(said, key=lambda saying: -saying.decision)
    around, of_places = Surroundings(paragraphs), {saying.finding: saying for saying in latest if saying.place}
    places = dict[str, Spot]()
    for text in {saying.text for saying in of_places.values()}:
        spots = spots_of(text, alike_of(MENTION, text), paragraphs, around)
        places |= claimed({f: one.place for f, one in of_places.items() if one.place and one.text == text}, spots)
    for finding, saying in of_places.items():
        if spot := places.get(finding):
            yield saying, spot.paragraph, spot.start, spot.end
    for saying in latest:
        if saying.place is None:
            yield from ((saying, *place) for place in anywhere(saying.text, paragraphs))
