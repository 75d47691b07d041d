"""What a review of each type needs before anything of it is published (data/publication/), and what of it is there.

`requirements` is a pure function of the policy and of what is known (`Facts`): every one comes back, met or not, with
what is missing and where to record it. A document may be published where all of them are met.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Annotated, Self

import yaml
from pydantic import BeforeValidator, Field, model_validator

from reviewdocs.model.base import Record, Text
from reviewdocs.model.publication import Outcome, PublicationStep
from reviewdocs.model.words import ReviewType
from reviewdocs.policy.deadlines import Span, counted_back, read_span
from reviewdocs.policy.working_days import Nation

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]


class ApprovalRule(Record):
    """An approval that each document needs: `role` is whose."""

    id: Id
    role: str
    source: str


class StepRule(Record):
    """Something that has to be done, or recorded as not needed.

    Attributes:
        title: as a heading.
        who: whose work it is.
        bodies: ids of the data's external bodies, who are told by `letter`: that it went out to all of them counts.
        before: how long before the day of publication it has to be done.
        unconfirmed: the rule was told of and not found in its source.
    """

    id: Id
    title: str
    who: str
    source: str
    letter: Text = ""
    bodies: tuple[str, ...] = ()
    before: Annotated[Span | None, BeforeValidator(read_span)] = None
    unconfirmed: bool = False


class Policy(Record):
    """The policy of one type of review; see the head of data/publication/lcspr.yaml for each field."""

    public: bool
    default: Outcome
    source: str
    permitted: tuple[str, ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    with_summary_only: tuple[str, ...] = ()
    family_first: bool = True
    processes: bool = True
    approvals: tuple[ApprovalRule, ...] = ()
    steps: tuple[StepRule, ...] = ()

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        ids = [*(rule.id for rule in self.approvals), *(rule.id for rule in self.steps)]
        if twice := sorted({one for one in ids if ids.count(one) > 1}):
            raise ValueError(f"used more than once: {', '.join(twice)}")
        return self


class BoardPolicy(Record):
    """A board's own changes of a policy: what is given takes the place of ours; approvals and steps by their ids."""

    default: Outcome | None = None
    together: tuple[tuple[str, ...], ...] | None = None
    with_summary_only: tuple[str, ...] | None = None
    permitted: tuple[str, ...] | None = None
    family_first: bool | None = None
    approvals: tuple[ApprovalRule, ...] = ()
    steps: tuple[StepRule, ...] = ()
    without: tuple[Id, ...] = ()

    def over(self, policy: Policy) -> Policy:
        """The policy with these changes."""
        plain = {
            name: getattr(self, name)
            for name in ("default", "together", "with_summary_only", "permitted", "family_first")
        }
        changed = {name: value for name, value in plain.items() if value is not None}
        for name in ("approvals", "steps"):
            rules = {rule.id: rule for rule in (*getattr(policy, name), *getattr(self, name))}
            changed[name] = tuple(rule for rule in rules.values() if rule.id not in self.without)
        return policy.model_copy(update=changed)


@cache
def policy_for(review_type: ReviewType) -> Policy:
    """The policy that ships for a type of review."""
    name = f"{review_type.value.lower().replace('_', '-')}.yaml"
    text = resources.files("reviewdocs.policy").joinpath("data", "publication", name).read_text(encoding="utf-8")
    return Policy.model_validate(yaml.safe_load(text))


@dataclass(frozen=True, slots=True)
class Approved:
    """An approval of a document's present bytes that holds.

    Attributes:
        role: the id of the policy's approval.
        by: who.
        accepted: what was let stand when it was given (`DocumentFacts.accepted`).
    """

    role: str
    by: str
    accepted: str


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is known of one document that is to go out.

    Attributes:
        name: its file's.
        kind: the id of the document in the catalogue; empty for one that reviewdocs did not draft.
        open: what `check` says stands in the way; empty where it may go out.
        accepted: a hash of the blocking findings that were let stand; empty without any.
        accepted_by: who let them stand.
        approved: the approvals of these bytes.
        changed: roles that approved other bytes under this name.
    """

    name: str
    kind: str
    open: str
    accepted: str = ""
    accepted_by: frozenset[str] = frozenset()
    approved: tuple[Approved, ...] = ()
    changed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a review on a day.

    Attributes:
        today: that day.
        nation: whose bank holidays count.
        decided, reason, publish_on: of the board's decision.
        processes: each process beside the review, and whether it bars publication; None where nobody says.
        family: each person of `family_contacts`, and the day on which they saw the report, or why they do not.
        steps: what the data records.
        sent: days on which letters went out, by letter and body.
        documents: what is to go out.
        together: what `check` says of the documents together stands in the way; empty where nothing does.
    """

    today: dt.date
    nation: Nation
    decided: Outcome | None = None
    reason: str = ""
    publish_on: dt.date | None = None
    processes: tuple[tuple[str, bool | None], ...] = ()
    family: tuple[tuple[str, dt.date | None, str], ...] = ()
    steps: tuple[PublicationStep, ...] = ()
    sent: Mapping[tuple[str, str], dt.date] = field(default_factory=dict)
    documents: tuple[DocumentFacts, ...] = ()
    together: str = ""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that has to be so before publication.

    Attributes:
        id: its name; with the file's name where it is about one document.
        title: what it is.
        missing: what is missing, or wrong; empty where it is met.
        where: where to record it.
        source: where the rule is written.
    """

    id: str
    title: str
    missing: str
    where: str
    source: str

    @property
    def met(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def requirements(policy: Policy, facts: Facts) -> tuple[Requirement, ...]:
    """Everything that the policy asks of a review and of the documents that are to go out, in the order of the work."""
    found = [*_outcome(policy, facts), *_processes(policy, facts), *_family(policy, facts)]
    found += [_step(rule, facts) for rule in policy.steps]
    found += _together(policy, facts)
    for document in facts.documents:
        found += _document(policy, document)
    return tuple(found)


def _outcome(policy: Policy, facts: Facts) -> Iterator[Requirement]:
    if not policy.public:
        missing = "no public version of a review of this type can be made"
        yield Requirement("public", "The review may be published", missing, "", policy.source)
        return
    where = "publication.decided and publication.reason in the review’s data"
    if facts.decided is None:
        choices = ", ".join(f"“{one}”" for one in Outcome)
        missing = f"the decision is not recorded: one of {choices}"
    elif not facts.decided.is_public:
        missing = f"it was decided that the review is {facts.decided}"
    elif facts.decided is not policy.default and not facts.reason:
        missing = f"“{facts.decided}” is not what is usual (“{policy.default}”), and needs its reason"
    else:
        missing = ""
    yield Requirement("outcome", "Decision to publish", missing, where, policy.source)
    missing = "" if facts.publish_on else "there is no day of publication"
    yield Requirement(
        "day", "Day of publication", missing, "publication.publish_on in the review’s data", policy.source
    )


def _processes(policy: Policy, facts: Facts) -> Iterator[Requirement]:
    """Criminal and coronial processes are complete, or recorded as not bearing on publication (ST 11.20, WB 3.5)."""
    if not policy.processes:
        return
    where = "parallel_processes in the review’s data: bars_publication of each"
    if not facts.processes:
        step = _recorded(facts, "no-processes")
        missing = "" if step and _is_past(step, facts) else "none is recorded, and nobody says that there is none"
        where += "; or the step no-processes in publication.steps"
        yield Requirement("processes", "No process bars publication", missing, where, policy.source)
    for number, (title, bars) in enumerate(facts.processes):
        missing = "nobody says whether it bars publication" if bars is None else "it bars publication" if bars else ""
        at = f"parallel_processes[{number}].bars_publication in the review’s data"
        yield Requirement(f"process-{number}", f"{title}: not a bar to publication", missing, at, policy.source)


def _family(policy: Policy, facts: Facts) -> Iterator[Requirement]:
    """The family sees the report first (WB 3.5)."""
    if not policy.family_first:
        return
    if not facts.family:
        step = _recorded(facts, "no-family")
        missing = "" if step and _is_past(step, facts) else "no member of the family is recorded"
        where = "family_contacts in the review’s data, or the step no-family in publication.steps with the reason"
        yield Requirement("family", "The family saw the report", missing, where, policy.source)
    for number, (who, shared, why_not) in enumerate(facts.family):
        seen = why_not or (shared is not None and shared <= facts.today)
        missing = "" if seen else "they have not seen what is to be published, and no reason is given"
        where = f"family_contacts[{number}].report_shared or .not_shared in the review’s data"
        yield Requirement(f"family-{number}", f"{who} saw the report first", missing, where, policy.source)


def _step(rule: StepRule, facts: Facts) -> Requirement:
    recorded = _recorded(facts, rule.id)
    where = f"the step {rule.id} in publication.steps of the review’s data"
    if rule.letter:
        where += f"; or `reviewdocs letters sent CASE {rule.letter} --on DAY`"
    missing = ""
    if recorded is None or not recorded.not_needed:
        sent = [facts.sent.get((rule.letter, body)) for body in rule.bodies] if rule.letter else []
        told = max((day for day in sent if day), default=None) if sent and all(sent) else None
        day = recorded.done if recorded else told
        missing = _too_late(rule, day, facts)
    source = f"{rule.source} (not confirmed)" if rule.unconfirmed else rule.source
    return Requirement(rule.id, f"{rule.title} ({rule.who})", missing, where, source)


def _too_late(rule: StepRule, day: dt.date | None, facts: Facts) -> str:
    if day is None or day > facts.today:
        return "it is not recorded as done"
    if rule.before is None or facts.publish_on is None:
        return ""
    last = counted_back(facts.publish_on, rule.before, facts.nation)
    return f"it has to be done {rule.before} before publication, by {last:%d/%m/%Y}" if day > last else ""


def _together(policy: Policy, facts: Facts) -> Iterator[Requirement]:
    """What is published together, and what is found about the documents together."""
    given = {document.kind for document in facts.documents}
    for group in policy.together:
        absent = [kind for kind in group if kind not in given]
        if given & set(group) and facts.decided is not Outcome.SUMMARY:
            missing = f"not among the files: {', '.join(absent)}" if absent else ""
            title = f"{' and '.join(group)} go out together"
            yield Requirement("together", title, missing, "the files given to `reviewdocs publish`", policy.source)
    if facts.decided is Outcome.SUMMARY:
        more = [document.name for document in facts.documents if document.kind not in policy.with_summary_only]
        missing = f"only a summary may be published, and this is none: {', '.join(more)}" if more else ""
        yield Requirement("summary-only", "Only a summary goes out", missing, "publication.decided", policy.source)
    if not facts.documents or len(facts.documents) > 1 or facts.together:
        missing = facts.together if facts.documents else "no document is given"
        yield Requirement("bundle", "The documents together give nobody away", missing,
                          "decide each finding: `reviewdocs decide`", policy.source)  # fmt: skip


def _document(policy: Policy, document: DocumentFacts) -> Iterator[Requirement]:
    of = f"@{document.name}"
    yield Requirement(f"checked{of}", f"{document.name} is checked and ready", document.open,
                      "`reviewdocs check`, then `reviewdocs decide`", policy.source)  # fmt: skip
    given = {one.role for one in document.approved}
    for rule in policy.approvals:
        missing = (
            ""
            if rule.id in given
            else "it was changed since it was approved"
            if rule.id in document.changed
            else "it is not approved"
        )
        where = f"`reviewdocs approve CASE FILE --as {rule.id} --by NAME`"
        yield Requirement(f"{rule.id}{of}", f"{document.name} is approved by: {rule.role}", missing, where, rule.source)
    if document.accepted:
        yield _second_person(policy, document)


def _second_person(policy: Policy, document: DocumentFacts) -> Requirement:
    """Risks that block and were let stand: somebody else, in another role, approved the document knowing of them."""
    knowing = {(one.role, one.by.casefold()) for one in document.approved if one.accepted == document.accepted}
    deciders = {who.casefold() for who in document.accepted_by}
    pairs = [(a, b) for a in knowing for b in knowing if a[0] != b[0] and a[1] != b[1] and {a[1], b[1]} - deciders]
    missing = "" if pairs else "risks that block were accepted, and two people of two roles have not approved it since"
    return Requirement(
        f"second-person@{document.name}",
        f"{document.name}: a second person agrees that blocking risks stand",
        missing,
        "`reviewdocs approve` by two people in two roles, one of whom did not accept the risk",
        policy.source,
    )


def _recorded(facts: Facts, step: str) -> PublicationStep | None:
    return next((one for one in reversed(facts.steps) if one.step == step), None)


def _is_past(step: PublicationStep, facts: Facts) -> bool:
    return bool(step.not_needed) or (step.done is not None and step.done <= facts.today)
