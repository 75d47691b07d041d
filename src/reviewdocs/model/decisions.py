"""Decisions: what a named person decided about a finding, when and why."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import ConfigDict

from reviewdocs.model.base import Record
from reviewdocs.model.mentions import Category
from reviewdocs.model.words import Severity


class Action(StrEnum):
    """What is decided."""

    ACCEPT = "accept"
    """It identifies or may identify, and stays: the risk is accepted."""
    NOT_IDENTIFYING = "not-identifying"
    """It identifies nobody."""
    REPLACE_WITH = "replace-with"
    """The next `anonymise` puts other words there."""
    REMOVE = "remove"
    """The next `anonymise` takes the words out, with what only they held in their sentence."""
    ADD_TO_MAP = "add-to-map"
    """It is a further name of somebody or something of the map, which the next `anonymise` replaces."""
    LOOKED_AT = "looked-at"
    """A person looked at this picture, and nobody can be told by it."""
    MEANS = "means"
    """This mention of a draft means an entry of the map, whose designation the next `anonymise` puts there."""
    WITHDRAW = "withdraw"
    """An earlier decision no longer holds."""

    @property
    def rewords(self) -> bool:
        """Whether the next `anonymise` changes the words themselves."""
        return self in (Action.REPLACE_WITH, Action.REMOVE)

    @property
    def settles(self) -> bool:
        """Whether the finding is done with; after the others it is, once the text has been changed."""
        return self in (Action.ACCEPT, Action.NOT_IDENTIFYING, Action.LOOKED_AT)

    def lets_stand(self, severity: Severity) -> bool:
        """Whether it lets a risk stand: accepts it, or says of what blocks that it identifies nobody."""
        if severity is Severity.BLOCK:
            return self.settles
        return severity is Severity.REVIEW and self is Action.ACCEPT


class Scope(StrEnum):
    """How far a decision reaches."""

    PLACE = "place"
    """This place: the same words between the same words, in whatever document of the case."""
    EVERYWHERE = "everywhere"
    """All like places of the case: the same rule, the same text."""


class Decidable(StrEnum):
    """How far a finding of a rule can be decided away."""

    FREELY = "freely"
    ONE_PLACE = "one place"
    """Place by place: another place may mean somebody else."""
    ACCEPTED_ONLY = "accepted only"
    """The map says that it identifies: the risk can be accepted, place by place; it is never "not identifying"."""
    BY_LOOKING = "by looking"
    """Only a person's eyes can settle it, one by one."""
    NEVER = "never"
    """Nobody knows what is there."""


class PlaceKey(Record):
    """What a place is known by whatever stands elsewhere: hashes of the words about it.

    Attributes:
        near: of the few words on both sides.
        after, before: of many words on one side each, to tell apart places that read alike nearby.
        preceding, following: the words themselves on both sides, over the ends of paragraphs, which are new lines: what
            becomes of them when names are replaced can be told. Empty in records of earlier versions.
    """

    model_config = ConfigDict(str_strip_whitespace=False)  # words begin with the space that parts them

    near: str = ""
    after: str = ""
    before: str = ""
    preceding: str = ""
    following: str = ""


class SeenFinding(Record):
    """A finding as the record keeps it. Text and context may hold real names.

    `alike` is the same for all like places: the same rule and the same text. One decision everywhere is about them all.
    """

    id: str
    alike: str
    place: PlaceKey
    rule: str
    category: Category
    severity: Severity
    text: str
    context: str
    anywhere: bool
    """Whether it stands nowhere in particular: a file name, a whole part, the map."""


class EarlierCheck(Record):
    """What a check found in another version of a document."""

    at: dt.datetime
    document: str
    sha256: str
    findings: tuple[SeenFinding, ...]


class RecordState(Record):
    """How far a case's record goes: the number of its last decision, and that one's hash, which stands for all of them;
    0 and empty without one."""

    number: int = 0
    last_hash: str = ""


class Decided(Record):
    """What was decided about one finding, as reports show it.

    Attributes:
        number: of the entry in the case's record, from 1 without gaps.
        at: when, in UTC.
        by: who, as they named themselves.
        argument: the replacement, or the id in the map; the number of the decision withdrawn; else empty.
        document, sha256: the document it was decided on, relative to the case, and its hash.
    """

    number: int
    at: dt.datetime
    by: str
    action: Action
    argument: str
    scope: Scope
    reason: str
    document: str
    sha256: str
    tool_version: str


class Decision(Decided):
    """One entry of a case's append-only record, with the finding that it is about."""

    finding: SeenFinding

    @property
    def target(self) -> tuple[Scope, str]:
        """What it is about: a later decision about the same takes its place."""
        return self.scope, self.finding.alike if self.scope is Scope.EVERYWHERE else self.finding.id

    @property
    def shown(self) -> Decided:
        """What reports show of it."""
        return Decided(**{name: getattr(self, name) for name in Decided.model_fields})
