"""The letters of one batch, filled in a process of its own: see `filling`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from reviewdocs.errors import UsageError
from reviewdocs.formats.worker import Worker
from reviewdocs.generate.catalogue import Entry
from reviewdocs.generate.context import AgencyLetterContext, LetterContext
from reviewdocs.generate.empties import Empties
from reviewdocs.generate.faults import faulty
from reviewdocs.generate.fill import fill, read_template
from reviewdocs.generate.letter_views import letter_context
from reviewdocs.generate.recipients import Recipient
from reviewdocs.model.review import Review
from reviewdocs.workflows.draft import properties_of

ASKED_FOR = ("chronology_due", "report_due")
"""Days by which a letter asks an agency for something."""
_SECONDS = 60.0
"""How long a letter may take: many times what the longest takes on a slow computer."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: to whom, with which fields of their own, of which day."""

    to: Recipient
    own: Mapping[str, str]
    date: dt.date


@dataclass(frozen=True, slots=True)
class Looked:
    """What a letter would be like.

    Attributes:
        refused: why there is none for this recipient; empty where there is one.
        empty: the fields that would come out empty in a sentence, each with the sentence.
        asked: the days by which it asks for something, as text, by the name of the agency's field.
        notes: what somebody should look at before it goes out.
    """

    refused: str
    empty: tuple[str, ...]
    asked: dict[str, str]
    notes: tuple[str, ...]


class Writing:
    """What the worker does.

    Args:
        template: the template's file.
        data: its bytes.
        review: the review's data.
        entry: the letter.
    """

    MEMORY = 1024**3
    """Bytes that it may take: see `serving`."""

    def __init__(self, template: Path, data: bytes, review: Review, entry: Entry) -> None:
        self._template, self._review, self._entry = template, review, entry
        self._properties = properties_of(review, entry.title)
        asked = read_template(template.name, data, entry.context)
        if asked.faults:
            raise faulty(template.name, asked.faults)
        self._empties = Empties(template.name, data)
        uses = {use.path for use, _ in asked.uses}
        self._asks = [name for name in ASKED_FOR if name in uses]

    def look(self, letters: Sequence[Letter]) -> list[Looked]:
        """What letters would be like; nothing is filled."""
        return [self._look(letter) for letter in letters]

    def _look(self, letter: Letter) -> Looked:
        try:
            context = self._context(letter)
        except UsageError as error:
            return Looked(error.what, (), {}, ())
        values = {field.name: getattr(context, field.name) for field in fields(context)}
        agency = isinstance(context, AgencyLetterContext)
        asked = {name: values[name].isoformat() for name in self._asks} if agency else {}
        return Looked("", tuple(self._empties.of(values)), asked, self._notes(context, asked))

    def fill(self, letter: Letter) -> bytes:
        """See `fill.fill`."""
        return fill(self._template, self._context(letter), self._properties)

    def _context(self, letter: Letter) -> LetterContext:
        context = letter_context(self._review, self._entry, letter.to, letter.date)
        return replace(context, more={**context.more, **letter.own}) if letter.own else context

    def _notes(self, context: LetterContext, asked: Mapping[str, Any]) -> tuple[str, ...]:
        notes = []
        if isinstance(context, AgencyLetterContext):
            notes += [
                f"The {'chronology' if name == 'chronology_due' else 'agency report'} is due before the date of the "
                f"letter, {context.letter.date}."
                for name in self._asks
                if getattr(context, name) < context.letter.date
            ]
            if self._entry.asks_returns and context.chronology_due >= context.report_due:
                notes.append("The chronology is not due before the report.")
            if self._entry.asks_returns and not context.copies and not context.review.board.copies_to:
                notes.append("The data lists nobody for copies (Head of Communications, Legal Adviser).")
        return tuple(notes)


def writing() -> Worker:
    """What writes letters, once it is prepared with what `Writing` takes."""
    return Worker(Writing)


def look(worker: Worker, letters: Sequence[Letter]) -> list[Looked]:
    """See `Writing.look`.

    Raises:
        InputError: it takes longer, or more memory, than letters should.
    """
    return worker.do(list[Looked], "look", _SECONDS, list(letters))


def written(worker: Worker, letter: Letter) -> bytes:
    """A letter, filled in the worker; see `fill.fill`.

    Raises:
        TemplateError: as `fill.fill`.
        InputError: it takes longer, or more memory, than any template should.
    """
    return worker.do(bytes, "fill", _SECONDS, letter)
