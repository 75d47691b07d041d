"""Letters: one for each recipient, with a manifest; what leaves the board is in pseudonyms or does not exist."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewdocs.errors import OutputError, ReviewdocsError, UsageError
from reviewdocs.formats.files import read_file
from reviewdocs.formats.worker import Worker
from reviewdocs.generate.catalogue import Entry, Stage, TemplateKind, entry_of, find_template
from reviewdocs.generate.letter_views import require
from reviewdocs.generate.recipients import recipients_of
from reviewdocs.model.mentions import Outcome
from reviewdocs.model.review import Review
from reviewdocs.model.words import Audience
from reviewdocs.store.asked import with_days_asked
from reviewdocs.store.case import Case
from reviewdocs.store.made import HAPPENED, SENT, STALE, Made, MadeFiles, Output, State
from reviewdocs.workflows.agreement import missing_people
from reviewdocs.workflows.batch import Progress, attempt, no_progress
from reviewdocs.workflows.letters.choosing import Posting, named, of_rows
from reviewdocs.workflows.letters.fields import fields_of
from reviewdocs.workflows.letters.keys import Keys
from reviewdocs.workflows.letters.lists import write_lists
from reviewdocs.workflows.letters.looking import looked_at
from reviewdocs.workflows.letters.planning import FIRST, PLANNED, Plan, Planner, same_as_listed
from reviewdocs.workflows.letters.results import SCHEMA, IncompleteError, LetterOutcome, LettersResult, LookedAt
from reviewdocs.workflows.letters.sending import Dispatch, Sending
from reviewdocs.workflows.letters.sheet import read_recipients
from reviewdocs.workflows.letters.writing import Letter, Looked, look, writing, written

if TYPE_CHECKING:
    from reviewdocs.workflows.anonymiser import Anonymiser

_TOGETHER = 32
"""Letters that are written to the disk at once."""
_LOOKED_AT_ONCE = 200


def letters(
    case: Case,
    letter: str,
    recipients: Sequence[str] = (),
    *,
    from_file: Path | None = None,
    on: dt.date | None = None,
    now: dt.datetime | None = None,
    skip_incomplete: bool = False,
    dry_run: bool = False,
    sending: Sending | None = None,
    progress: Progress = no_progress,
) -> LettersResult:
    """Make a letter for each recipient into the case's folder for it; run again, it goes on where it stopped.

    A letter that was made before keeps its date unless `on` says otherwise, so that it comes out the same and is left
    as it is; one that was edited is never overwritten, and beside one that went out a changed one is a new issue.

    Args:
        case: the case folder.
        letter: the letter's id.
        recipients: ids of recipients; none for those who usually get this letter.
        from_file: a file of recipients instead (see `sheet`).
        on: the date of the letters; today, or the date it had before, when None.
        now: the time for the manifest; the clock's when None.
        skip_incomplete: leave out recipients of whom something is missing, and make the doubtful ones.
        dry_run: write nothing; tell what would be.
        sending: what is made of the letters to send them; nothing when None.
        progress: told before each letter.

    Raises:
        InputError, DataError: the review's data, the map, the template or the file of recipients cannot be used.
        UsageError: there is no such letter or recipient, or this letter may not go to that recipient.
        IncompleteError: something is missing or doubtful about a recipient; nothing was written.
        OutputError: the manifest of earlier letters cannot be read.
    """
    batch = Batch.opened(case, letter, recipients, from_file=from_file, on=on)
    with writing() as worker:
        looked, table = batch.looked(worker)
        if not (skip_incomplete or dry_run) and any(not row.clear for row in table):
            raise IncompleteError(table)
        plans = [plan for plan, row in zip(batch.plans, table, strict=True) if not row.missing]
        if dry_run:
            made = iter([_would_be(plan, batch.folder) for plan in plans])
        else:
            desk = Desk(batch, worker, looked, now or dt.datetime.now(dt.UTC))
            made = desk.make(plans, progress)
        done: Sequence[LetterOutcome] = tuple(_left_out(row) if row.missing else next(made) for row in table)
    warnings: tuple[str, ...] = ()
    unlisted = () if dry_run else batch.written_down()
    together: list[Path] = []
    if sending is not None and sending.anything and not dry_run:
        dispatch = Dispatch(batch.review, batch.entry, batch.folder, batch.made, sending)
        done, together = dispatch.make(done, {plan.posting.to.id: plan.posting for plan in batch.plans}, progress)
        warnings = (*warnings, *sending.warnings)
    return LettersResult(
        batch.entry.id, batch.entry.title, batch.entry.audience, batch.folder, batch.manifest, tuple(done),
        tuple(table), batch.stale, tuple(together), warnings=warnings, dry=dry_run, unlisted=unlisted,
    )  # fmt: skip


@dataclass
class Batch:
    """A letter with those who get it, and what was made of it before."""

    case: Case
    review: Review
    entry: Entry
    template: Path
    data: bytes
    folder: Path
    manifest: Path
    made: MadeFiles
    planner: Planner
    plans: tuple[Plan, ...]

    @classmethod
    def opened(
        cls, case: Case, letter: str, recipients: Sequence[str] = (), *, from_file: Path | None = None,
        on: dt.date | None = None,
    ) -> Batch:  # fmt: skip
        """The batch, planned.

        Raises:
            ReviewdocsError: as `letters`.
        """
        plain = case.load_review()
        entry = entry_of(letter, TemplateKind.LETTER, plain.review_type, case.templates)
        review = with_days_asked(case, plain, but=entry.id)
        day = on or dt.date.today()
        require(review, entry, day)
        rows = read_recipients(from_file) if from_file else []
        if all(row.is_id for row in rows):
            postings = named(review, entry, [row.id for row in rows] or recipients, day)
        else:
            postings = of_rows(review, entry, rows)
        template = find_template(entry, case.templates)
        data = read_file(template)
        folder = case.letters / entry.id
        made = MadeFiles(folder, folder / "manifest.json", SCHEMA)
        pmap = case.read_map()[1].data if entry.audience is Audience.EXTERNAL else None
        planner = Planner(review, entry, made, Keys.of(review, entry, data, pmap), folder, on)
        plans = tuple(planner.plan(posting) for posting in postings)
        return cls(case, review, entry, template, data, folder, folder / "manifest.json", made, planner, plans)

    def looked(self, worker: Worker) -> tuple[dict[str, Looked], list[LookedAt]]:
        """What the letters to be made would be like, and the table of all recipients; the worker is ready then.

        Raises:
            TemplateError: the template cannot be used.
        """
        to_do = [plan for plan in self.plans if plan.state is None and not plan.posting.faults]
        found: dict[str, Looked] = {}
        if to_do:
            worker.prepare(self.template, self.data, self.review, self.entry)
        for some in _some(to_do, _LOOKED_AT_ONCE):
            told = look(worker, [plan.letter for plan in some])
            found |= {plan.posting.to.id: one for plan, one in zip(some, told, strict=True)}
        return found, looked_at(self.entry, self.plans, found)

    def written_down(self) -> tuple[str, ...]:
        """Make one list of what was noted, and the lists for people; what could not be written."""
        told = {file: why for file, why in self.stale.items() if self.made.entries[file].get(STALE) != why}
        told |= {file: "" for file, entry in self.made.entries.items() if entry.get(STALE) and file not in self.stale}
        if told:
            self.made.tell({file: {STALE: why} for file, why in told.items()})
        self.made.settle()
        seen = {plan.at.name for plan in self.plans if plan.state is State.UNCHANGED}
        return write_lists(self.folder, self.made, seen)

    @cached_property
    def stale(self) -> dict[str, str]:
        """Earlier letters that are nobody's any more."""
        assert self.entry.recipients is not None, "a letter has recipients"
        everybody = {to.id: Posting(to) for to in recipients_of(self.review, self.entry.recipients).values()}
        everybody |= {plan.posting.to.id: plan.posting for plan in self.plans}
        return self.planner.stale(list(everybody.values()))


class Desk:
    """Makes the letters of one batch."""

    def __init__(self, batch: Batch, worker: Worker, looked: dict[str, Looked], now: dt.datetime) -> None:
        self._batch, self._worker, self._looked = batch, worker, looked
        self._now = now.isoformat(timespec="seconds")
        self._anonymiser: Anonymiser | None = None

    def make(self, plans: Sequence[Plan], progress: Progress) -> Iterator[LetterOutcome]:
        """Make them, a few dozen at a time."""
        number = 0
        for some in _some(plans, _TOGETHER):
            outputs: dict[str, Output] = {}
            failed: dict[str, ReviewdocsError] = {}
            for plan in some:
                number += 1
                progress(number, len(plans), plan.posting.to.name)
                if plan.state is None:
                    where = f"{self._batch.entry.id} to {plan.posting.to.name}"
                    made = attempt(partial(self.output, plan), where=where)
                    if isinstance(made, ReviewdocsError):
                        failed[plan.posting.to.id] = made
                    else:
                        outputs[plan.posting.to.id] = made
            places = attempt(partial(self._batch.made.put_all, list(outputs.values())), where=str(self._batch.manifest))
            for plan in some:
                yield self._outcome(plan, outputs, failed, places)

    def output(self, plan: Plan) -> Output:
        """A letter filled, and put into pseudonyms where its audience asks for it."""
        letter = plan.letter
        name, data, undecided = self._filled(plan, letter)
        sent = plan.before.get(SENT)
        if sent and self._batch.planner.on is None and not same_as_listed(data, plan.before):
            # What went out stays; what is different from it is another letter, of another day.
            letter = replace(letter, date=dt.date.today())
            name, data, undecided = self._filled(plan, letter)
        looked = self._looked[plan.posting.to.id]
        known: dict[str, Any] = {
            "recipient": plan.posting.to.id,
            "recipient_name": plan.posting.to.name,
            "audience": self._batch.entry.audience.value,
            "date": letter.date.isoformat(),
            "undecided": undecided,
            "made": self._now,
            "key": self._batch.planner.key(plan.posting, letter.date),
            PLANNED: plan.name,
            FIRST: name,
            "fields": fields_of(plan.posting, letter.date, looked),
            "asked": looked.asked,
            "notes": [*looked.notes, *self._date_notes(letter.date)],
        }
        if plan.posting.from_file:
            known["from_file"] = True
        if sent:
            known[HAPPENED] = {
                "at": self._now,
                "recipient": plan.posting.to.id,
                "what": f"a new issue, as the letter of {plan.before['date']} went out on {sent['on']}",
            }
        return Output(name, data, known)

    def _filled(self, plan: Plan, letter: Letter) -> tuple[str, bytes, int]:
        """Its file's name, its bytes, and how many mentions are undecided."""
        name, data = plan.name, written(self._worker, letter)
        if self._batch.entry.audience is not Audience.EXTERNAL:
            return name, data, 0
        if self._anonymiser is None:
            self._anonymiser = _anonymiser(self._batch.case)
        # Verified in memory before anything is written: an unverified letter to the outside does not exist.
        verified = self._anonymiser.anonymise(name, data, keep_dates=True)
        return self._anonymiser.file_name(name), verified.data, verified.count(Outcome.UNDECIDED)

    def _outcome(
        self,
        plan: Plan,
        outputs: dict[str, Output],
        failed: dict[str, ReviewdocsError],
        places: list[Made | OutputError] | ReviewdocsError,
    ) -> LetterOutcome:
        to = plan.posting.to
        if plan.state is not None:
            return _as_before(plan)
        error = failed.get(to.id) or (places if isinstance(places, ReviewdocsError) else None)
        if error is None and not isinstance(places, ReviewdocsError):
            made = places[list(outputs).index(to.id)]
            if isinstance(made, Made):
                return _made(plan, made, outputs[to.id].known)
            error = made
        assert error is not None, "a letter is made or not"
        return LetterOutcome(to.id, to.name, reason=str(error), exit_code=error.exit_code)

    def _date_notes(self, date: dt.date) -> list[str]:
        decided = self._batch.review.decision.date
        if self._batch.entry.stage is Stage.REFERRAL:
            return []
        return [f"The letter's date, {date}, is before the decision of {decided}."] if date < decided else []


def _some(plans: Sequence[Plan], many: int) -> Iterator[Sequence[Plan]]:
    """So many at a time."""
    yield from (plans[start : start + many] for start in range(0, len(plans), many))


def _left_out(row: LookedAt) -> LetterOutcome:
    return LetterOutcome(row.recipient, row.name, reason="; ".join(row.missing), exit_code=1)


def _anonymiser(case: Case) -> Anonymiser:
    """Puts letters into pseudonyms; heavy to load, and restricted letters do not need it."""
    from reviewdocs.workflows.anonymiser import Anonymiser

    pmap = case.load_map()
    if missing := missing_people(case, pmap):
        raise UsageError(missing, remedy="Nothing was made: add them to the map, then run again.")
    return Anonymiser(pmap, Audience.EXTERNAL)


def _as_before(plan: Plan) -> LetterOutcome:
    """What is told of a letter that is there already, from what it is made of."""
    notes = tuple(plan.before.get("notes", ()))
    if plan.state is State.SENT:
        notes = (*notes, f"It went out on {plan.before[SENT]['on']}, and nothing has changed since.")
        if not plan.at.exists():
            notes = (*notes, "Its file is no longer in the folder.")
    return _told(plan, plan.at, plan.state, plan.left_alone, plan.before, notes)


def _made(plan: Plan, made: Made, known: Any) -> LetterOutcome:
    return _told(plan, made.path, made.state, made.left_alone, known, tuple(known["notes"]))


def _told(
    plan: Plan, path: Path, state: State | None, left_alone: tuple[Path, ...], known: Any, notes: tuple[str, ...]
) -> LetterOutcome:
    undecided = int(known.get("undecided", 0))
    return LetterOutcome(
        recipient=plan.posting.to.id,
        name=plan.posting.to.name,
        output=path,
        state=state,
        date=dt.date.fromisoformat(known["date"]),
        left_alone=left_alone,
        undecided=undecided,
        notes=notes,
        reason=f"{undecided} mention(s) still to be settled by a person before it is sent" if undecided else "",
        exit_code=1 if undecided else 0,
    )


def _would_be(plan: Plan, folder: Path) -> LetterOutcome:
    """What a run would give; nothing is there yet."""
    to = plan.posting.to
    return LetterOutcome(to.id, to.name, plan.at if plan.state else folder / plan.name, plan.state, plan.date)
