"""A board's own letters: Word templates with a `letters.yaml` beside them.

They lie in a case's `templates` or, for all cases, in a folder `board-templates` beside the case folders.

    letters:
      - id: school-visit
        title: Visit to the school
        recipients: agencies            # agencies, family, reviewers, authorities or external-bodies
        template: school-visit.docx     # absent: letter-school-visit.docx
        review_types: [LCSPR]           # absent: every type

Every fault is told at once with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from reviewdocs.errors import DataError, Problem
from reviewdocs.generate.catalogue import Entry, Recipients, Stage, TemplateKind, Usual, Who, shipped
from reviewdocs.model.base import Record, Text
from reviewdocs.model.review import Name
from reviewdocs.model.words import ReviewType
from reviewdocs.records.load import load_record
from reviewdocs.records.yaml_source import YamlDocument

FILE = "letters.yaml"
BOARD = "board-templates"
"""The folder of a board's own templates, beside its cases."""
_FILE_NAME = "{reference} {title} - {recipient}"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _is_id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError("small letters, figures and single hyphens are expected, such as school-visit")
    return text


def _is_file_name(text: str) -> str:
    if text and (Path(text).name != text or not text.endswith(".docx")):
        raise ValueError("the name of a .docx file beside letters.yaml is expected")
    return text


class OwnLetter(Record):
    """One entry of the file."""

    id: Annotated[str, AfterValidator(_is_id)]
    title: Name
    recipients: Recipients
    template: Annotated[str, AfterValidator(_is_file_name)] = ""
    review_types: tuple[ReviewType, ...] = Field(default=tuple(ReviewType), min_length=1)
    usual: Who = Who.EVERYONE
    source: Text = ""
    stage: Stage = Stage.DECISION
    event: Text = ""

    @property
    def entry(self) -> Entry:
        """The same as an entry of the catalogue."""
        return Entry(
            id=self.id,
            kind=TemplateKind.LETTER,
            title=self.title,
            template=self.template or f"letter-{self.id}.docx",
            review_types=self.review_types,
            audience=self.recipients.audience,
            recipients=self.recipients,
            usual=(Usual(who=self.usual, source=self.source or "the board's own letter"),),
            stage=self.stage,
            event=self.event,
            file_name=_FILE_NAME,
        )


class OwnLetters(Record):
    """The file."""

    letters: tuple[OwnLetter, ...]


def own_folders(templates: Path) -> tuple[Path, Path]:
    """Where a board's own templates of a case lie: the case's own before those of all cases.

    Args:
        templates: the case's folder of templates; none of these need be there.
    """
    return templates, templates.parent.parent / BOARD


def own_letters(folder: Path) -> tuple[Entry, ...]:
    """The letters of a folder of templates; none where it holds no list of them.

    Raises:
        InputError: the list cannot be read as text.
        DataError: with every fault at once.
    """
    path = folder / FILE
    if not path.is_file():
        return ()
    record, source = load_record(path, OwnLetters, what="list of the board's own letters")
    if problems := [*_faults(record, source, folder)]:
        raise DataError(source.file, problems)
    return tuple(letter.entry for letter in record.letters)


def _faults(record: OwnLetters, source: YamlDocument, folder: Path) -> Iterator[Problem]:
    """Ids that something else has, recipients that no letter of this kind goes to, templates that are not there."""
    taken = {entry.id for entry in shipped()}
    for number, letter in enumerate(record.letters):
        where = ("letters", number)
        if letter.id in taken:
            yield source.problem((*where, "id"), letter.id, "an id that no shipped or other letter has")
        taken.add(letter.id)
        if letter.usual not in WHO_OF[letter.recipients]:
            may = ", ".join(WHO_OF[letter.recipients])
            yield source.problem((*where, "usual"), letter.usual, f"for {letter.recipients} one of {may} is expected")
        if not (folder / letter.entry.template).is_file():
            expected = f"a file of this name beside {FILE}"
            yield source.problem((*where, "template"), letter.entry.template, expected)


WHO_OF = {
    Recipients.AGENCIES: (Who.EVERYONE, Who.REFERRER, Who.OVERDUE),
    Recipients.FAMILY: (Who.BY_LETTER, Who.EVERYONE),
    Recipients.REVIEWERS: (Who.AUTHOR, Who.EVERYONE),
    Recipients.AUTHORITIES: (Who.EVERYONE, Who.CORONER, Who.INVESTIGATORS),
    Recipients.EXTERNAL_BODIES: (Who.EVERYONE,),
}
"""Which rules of recipients make sense for whom."""
