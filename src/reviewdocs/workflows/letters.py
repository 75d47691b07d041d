"""Letters: one for each recipient, with a manifest; what leaves the board is in pseudonyms or does not exist."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reviewdocs.errors import ReviewdocsError, UsageError
from reviewdocs.formats.worker import Worker
from reviewdocs.generate.catalogue import Entry, Recipients, Stage, TemplateKind, entry_of, find_template
from reviewdocs.generate.context import AgencyLetterContext, DocumentContext
from reviewdocs.generate.letter_views import letter_context, require
from reviewdocs.generate.recipients import Recipient, recipients_of, usual
from reviewdocs.model.mentions import Outcome
from reviewdocs.model.review import Review
from reviewdocs.model.words import Audience
from reviewdocs.names.unfilled import IN_BRACKETS
from reviewdocs.store.case import Case
from reviewdocs.store.made import MadeFiles, State
from reviewdocs.workflows.agreement import missing_people
from reviewdocs.workflows.batch import Progress, attempt, no_progress
from reviewdocs.workflows.draft import properties_of
from reviewdocs.workflows.filling import filled, filling

if TYPE_CHECKING:
    from reviewdocs.workflows.anonymiser import Anonymiser

SCHEMA = "reviewdocs/letters/1"


@dataclass(frozen=True, slots=True)
class LetterOutcome:
    """What became of one letter: `output` is None where there is none, and `reason` then says why.

    `undecided` counts the mentions that a person has to settle before the letter goes out (external letters only);
    `notes` are things to look at before sending.
    """

    recipient: str
    name: str
    output: Path | None = None
    state: State | None = None
    date: dt.date | None = None
    left_alone: tuple[Path, ...] = ()
    undecided: int = 0
    notes: tuple[str, ...] = ()
    reason: str = ""
    exit_code: int = 0


@dataclass(frozen=True, slots=True)
class LettersResult:
    """A batch of letters, the folder they lie in and their manifest."""

    letter: str
    title: str
    audience: Audience
    folder: Path
    manifest: Path
    letters: tuple[LetterOutcome, ...]

    @property
    def exit_code(self) -> int:
        """The highest of the letters' (docs/contracts.md): 0 all made, 1 with undecided mentions, above: not made."""
        return max((letter.exit_code for letter in self.letters), default=0)


def letters(
    case: Case,
    letter: str,
    recipients: Sequence[str] = (),
    *,
    on: dt.date | None = None,
    now: dt.datetime | None = None,
    progress: Progress = no_progress,
) -> LettersResult:
    """Make a letter for each recipient into the case's folder for it; run again, it goes on where it stopped.

    A letter that was made before keeps its date unless `on` says otherwise, so that it comes out the same and is left
    as it is; one that was edited is never overwritten.

    Args:
        case: the case folder.
        letter: the letter's id.
        recipients: ids of agencies or of external bodies; none for those who usually get this letter.
        on: the date of the letters; today, or the date it had before, when None.
        now: the time for the manifest; the clock's when None.
        progress: told before each letter.

    Raises:
        InputError, DataError: the review's data or the map cannot be used.
        UsageError: there is no such letter or recipient, or this letter may not go to that recipient.
        OutputError: the manifest of earlier letters cannot be read.
    """
    review = case.load_review()
    entry = entry_of(letter, TemplateKind.LETTER, review.review_type, case.templates)
    wanted = _recipients(review, entry, recipients, on or dt.date.today())
    folder = case.letters / entry.id
    manifest = folder / "manifest.json"
    anonymiser = _anonymiser(case) if entry.audience is Audience.EXTERNAL else None
    done = []
    with filling() as worker:
        desk = _Desk(case, review, entry, MadeFiles(folder, manifest, SCHEMA), anonymiser, worker, on, now)
        for number, recipient in enumerate(wanted, 1):
            progress(number, len(wanted), recipient.name)
            outcome = attempt(partial(desk.write, recipient), where=f"{entry.id} to {recipient.name}")
            if isinstance(outcome, ReviewdocsError):
                outcome = LetterOutcome(recipient.id, recipient.name, reason=str(outcome), exit_code=outcome.exit_code)
            done.append(outcome)
    return LettersResult(entry.id, entry.title, entry.audience, folder, manifest, tuple(done))


def _anonymiser(case: Case) -> Anonymiser:
    """Puts letters into pseudonyms; heavy to load, and restricted letters do not need it."""
    from reviewdocs.workflows.anonymiser import Anonymiser

    pmap = case.load_map()
    if missing := missing_people(case, pmap):
        raise UsageError(missing, remedy="Nothing was made: add them to the map, then run again.")
    return Anonymiser(pmap, Audience.EXTERNAL)


def _recipients(review: Review, entry: Entry, wanted: Sequence[str], on: dt.date) -> list[Recipient]:
    """The recipients by their ids, refusing every one that this letter may not go to."""
    assert entry.recipients is not None, "a letter has recipients"
    require(review, entry, on)
    may = recipients_of(review, entry.recipients)
    others = {name for kind in Recipients if kind is not entry.recipients for name in recipients_of(review, kind)}
    chosen = list(dict.fromkeys(wanted or usual(review, entry, on)))
    if mixed := [name for name in chosen if name in others and name not in may]:
        why = {
            Recipients.EXTERNAL_BODIES: "it is written in designations, and whoever else is written to needs the names",
        }.get(entry.recipients, "it names the people of the review, and is for others than these")
        raise UsageError(
            f"The letter '{entry.id}' may not go to {', '.join(mixed)}: {why}.", remedy="Nothing was made."
        )
    if unknown := [name for name in chosen if name not in may]:
        known = ", ".join(may) or "none in the review's data"
        raise UsageError(f"There is no recipient {', '.join(unknown)}.", remedy=f"This letter may go to: {known}.")
    if unfilled := [name for name in chosen if IN_BRACKETS.search(may[name].name)]:
        raise UsageError(
            f"The review's data is not filled in yet for {', '.join(unfilled)}.", remedy="Put in the real names first."
        )
    return [may[name] for name in chosen]


@dataclass(frozen=True, slots=True)
class _Desk:
    """Writes the letters of one batch."""

    case: Case
    review: Review
    entry: Entry
    made: MadeFiles
    anonymiser: Anonymiser | None
    worker: Worker
    on: dt.date | None
    now: dt.datetime | None

    def write(self, recipient: Recipient) -> LetterOutcome:
        """Fill, put into pseudonyms where the audience asks for it, write and list one letter."""
        date = self._date(recipient)
        context = letter_context(self.review, self.entry, recipient, date)
        template = find_template(self.entry, self.case.templates)
        data = filled(self.worker, template, context, properties_of(self.review, self.entry.title))
        name = self.entry.output_name(
            reference=self.review.reference, version=self.review.version, recipient=recipient.name
        )
        undecided = 0
        if self.anonymiser is not None:
            # Verified in memory before anything is written: an unverified letter to the outside does not exist.
            verified = self.anonymiser.anonymise(name, data, keep_dates=True)
            data, undecided = verified.data, verified.count(Outcome.UNDECIDED)
            name = self.anonymiser.file_name(name)
        result = self.made.put(
            name,
            data,
            recipient=recipient.id,
            recipient_name=recipient.name,
            audience=self.entry.audience.value,
            date=date.isoformat(),
            undecided=undecided,
            made=(self.now or dt.datetime.now(dt.UTC)).isoformat(timespec="seconds"),
        )
        return LetterOutcome(
            recipient=recipient.id,
            name=recipient.name,
            output=result.path,
            state=result.state,
            date=date,
            left_alone=result.left_alone,
            undecided=undecided,
            notes=(*_notes(context), *self._date_notes(date)),
            reason=f"{undecided} mention(s) still to be settled by a person before it is sent" if undecided else "",
            exit_code=1 if undecided else 0,
        )

    def _date(self, recipient: Recipient) -> dt.date:
        """The letter's date: as told, as it was before, or today."""
        before = self.made.find(recipient=recipient.id)
        if self.on is not None:
            return self.on
        return dt.date.fromisoformat(before["date"]) if before else dt.date.today()

    def _date_notes(self, date: dt.date) -> list[str]:
        decided = self.review.decision.date
        if self.entry.stage is Stage.REFERRAL:
            return []
        return [f"The letter's date, {date}, is before the decision of {decided}."] if date < decided else []


def _notes(context: DocumentContext) -> tuple[str, ...]:
    """What somebody should look at before the letter goes out."""
    if not isinstance(context, AgencyLetterContext):
        return ()
    asked = {"chronology": context.chronology_due, "agency report": context.report_due}
    notes = [
        f"The {what} is due before the date of the letter, {context.letter.date}."
        for what, due in asked.items()
        if due < context.letter.date
    ]
    if not context.recipient.address and not context.recipient.email:
        notes.append("The data holds no address and no e-mail for the addressee.")
    if not context.copies:
        notes.append("The data lists nobody for copies (Head of Communications, Legal Adviser).")
    return tuple(notes)
