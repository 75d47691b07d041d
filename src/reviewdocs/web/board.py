"""What the review screen shows of one document: its text with every place marked, and the findings, one a thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewdocs.model.decisions import Action, Decidable, Decision
from reviewdocs.model.findings import Change, DocumentReport, Finding, Severity
from reviewdocs.risk.reports import answers, wording
from reviewdocs.risk.reports.grouping import Thing, things
from reviewdocs.risk.reports.places import related, where
from reviewdocs.risk.rules.unseen_picture import NAME as PICTURE
from reviewdocs.workflows.decidable import how_far
from reviewdocs.workflows.reasons import LOOKED
from reviewdocs.workflows.reviewing import Line
from reviewdocs.workflows.sayings import MENTION

TAKEN_BACK = "Taken back."
_PHRASES = 9
_FREELY = (Action.ACCEPT, Action.NOT_IDENTIFYING)
_WORDS = (Action.REPLACE_WITH, Action.REMOVE)


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a finding.

    Attributes:
        number: in the document's list of findings, from 0; its address on the page.
        finding: what was found there.
        where: what leads a reader to it.
        sentence: the words before, the find itself, and those after.
        told: what was decided; empty while nothing is.
        standing: what else to know: new, changed, to confirm.
        may: the actions that can settle it.
    """

    number: int
    finding: Finding
    where: str
    sentence: tuple[str, str, str]
    told: str
    standing: str
    may: tuple[str, ...]

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture, for a person to look at."""
        return self.finding.rule == PICTURE


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with its places, as the list has it."""

    number: int
    thing: Thing
    spots: tuple[Spot, ...]

    @property
    def lead(self) -> Finding:
        """The finding that it is told by."""
        return self.thing.lead

    @property
    def done(self) -> bool:
        """Whether something is decided at every place."""
        return all(spot.told for spot in self.spots)

    @property
    def new(self) -> bool:
        """Whether a place of it is new, or stands between other words, since the last version."""
        return any(spot.finding.change in (Change.NEW, Change.CHANGED) for spot in self.spots)

    @property
    def may(self) -> tuple[str, ...]:
        """The actions that can settle every place at once."""
        return tuple(action for action in self.spots[0].may if all(action in spot.may for spot in self.spots))

    @property
    def freely(self) -> bool:
        """Whether one decision may be about all like places."""
        return all(how_far(spot.finding.rule) is Decidable.FREELY for spot in self.spots)

    @property
    def related(self) -> list[str]:
        """The other places of a combination or linkage, quoted."""
        return related(self.lead)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a paragraph; `spot` is the place that it is, if any."""

    text: str
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph as the screen shows it."""

    place: str
    seen: bool
    pieces: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How far somebody is: decided of all, pictures looked at of all."""

    decided: int
    all: int
    looked: int
    pictures: int


class Board:
    """The findings of one document, or of several together.

    Args:
        findings: with the decisions that hold now.
        lines: the document's text; none of several together.
    """

    def __init__(self, findings: Sequence[Finding], lines: Sequence[Line] = ()) -> None:
        self.spots = [_spot(number, finding) for number, finding in enumerate(findings)]
        numbers = {finding.id: number for number, finding in reversed(list(enumerate(findings)))}
        self.entries = [
            Entry(number, thing, tuple(self.spots[numbers[finding.id]] for finding in thing.findings))
            for number, thing in enumerate(things(findings))
        ]
        self._lines = lines

    @property
    def tally(self) -> Tally:
        """How far somebody is; what is for information alone is not counted."""
        wanted = [entry for entry in self.entries if entry.lead.severity is not Severity.NOTE]
        pictures = [spot for spot in self.spots if spot.is_picture]
        looked = sum(bool(spot.told) for spot in pictures)
        return Tally(sum(entry.done for entry in wanted), len(wanted), looked, len(pictures))

    @property
    def rules(self) -> list[str]:
        """The rules of the entries, in the order in which they come."""
        return list(dict.fromkeys(entry.lead.rule for entry in self.entries))

    def entry_of(self, number: int) -> Entry | None:
        """The entry of a number."""
        return self.entries[number] if 0 <= number < len(self.entries) else None

    def of_kind(self, kind: Entry) -> list[Spot]:
        """The open places of all things that the same rule found; none where they are decided place by place."""
        alike = [entry for entry in self.entries if entry.lead.rule == kind.lead.rule and entry.freely]
        return [spot for entry in alike for spot in entry.spots if not spot.told]

    def text(self) -> Iterator[Shown]:
        """The document, its places marked; of what is not seen on the page only where something was found."""
        at: dict[tuple[str, int], list[Spot]] = {}
        for spot in self.spots:
            if found := spot.finding.location:
                at.setdefault((found.part, found.paragraph), []).append(spot)
        for line in self._lines:
            spots = at.get((line.part, line.index), [])
            if line.seen or spots:
                yield Shown(line.place, line.seen, tuple(_stretches(line, spots)))


def _spot(number: int, finding: Finding) -> Spot:
    before, found, after = finding.context.partition(finding.text)
    if not found:
        before, found, after = "", finding.text, f" – {finding.context}" if finding.context else ""
    legible = wording.legible(before), wording.legible(found), wording.legible(after)
    told = wording.decided(finding.decision) if finding.decision else ""
    standing = "" if told else wording.standing(finding)
    return Spot(number, finding, where(finding), legible, told, standing, _may(finding))


def _may(finding: Finding) -> tuple[str, ...]:
    """What can be decided of a finding, as `decide` lets it."""
    how = how_far(finding.rule)
    if how is Decidable.NEVER:
        return ()
    if how is Decidable.BY_LOOKING:
        return (Action.LOOKED_AT,)
    actions = _FREELY[:1] if how is Decidable.ACCEPTED_ONLY else _FREELY
    return (*actions, *(_WORDS if finding.location else ()), Action.ADD_TO_MAP)


def _stretches(line: Line, spots: Sequence[Spot]) -> Iterator[Stretch]:
    """The pieces of a paragraph; where two places overlap the first has the letters."""
    position = 0
    for spot in sorted(spots, key=lambda spot: spot.finding.location.start if spot.finding.location else 0):
        assert spot.finding.location is not None
        start = max(spot.finding.location.start - line.offset, position)
        end = min(spot.finding.location.end - line.offset, len(line.text))
        if end <= start:
            continue
        if start > position:
            yield Stretch(wording.legible(line.text[position:start]))
        yield Stretch(wording.legible(line.text[start:end]), spot)
        position = end
    if position < len(line.text):
        yield Stretch(wording.legible(line.text[position:]))


def headline(document: DocumentReport) -> tuple[str, str]:
    """The verdict in a few words, and why."""
    return answers.headline(document), answers.summary(document)


def phrases(decisions: Sequence[Decision]) -> list[str]:
    """Reasons given before in the case, the last first."""
    said = [d.reason for d in reversed(decisions) if d.finding.rule != MENTION and d.reason not in (LOOKED, TAKEN_BACK)]
    return list(dict.fromkeys(said))[:_PHRASES]
