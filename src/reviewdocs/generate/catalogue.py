"""Which documents and letters there are, for whom, and which template each is made from (catalogue.yaml).

A board's own letters stand in a `letters.yaml` beside its templates (own_letters.py), and are letters like these.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from importlib import resources as package_resources
from pathlib import Path
from typing import Self

import yaml
from pydantic import Field, TypeAdapter, model_validator

from reviewdocs import resources
from reviewdocs.errors import TemplateError, UsageError
from reviewdocs.generate.context import (
    AgencyLetterContext,
    AuthorityLetterContext,
    BodyLetterContext,
    DocumentContext,
    FamilyLetterContext,
    LetterContext,
    ReportContext,
    ReviewerLetterContext,
)
from reviewdocs.model.base import Record
from reviewdocs.model.words import Audience, ReviewType

_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_MAX_NAME = 120


class TemplateKind(StrEnum):
    """A document is made once for a review, a letter once for each recipient; a form is for people to fill in."""

    DOCUMENT = "document"
    LETTER = "letter"
    FORM = "form"


class Recipients(StrEnum):
    """Who may get a letter."""

    AGENCIES = "agencies"
    FAMILY = "family"
    REVIEWERS = "reviewers"
    AUTHORITIES = "authorities"
    EXTERNAL_BODIES = "external-bodies"

    @property
    def audience(self) -> Audience:
        """Bodies outside get designations only; whoever else is written to has to know whom it is about."""
        return Audience.EXTERNAL if self is Recipients.EXTERNAL_BODIES else Audience.RESTRICTED

    @property
    def in_words(self) -> str:
        """As a person would call them."""
        return _IN_WORDS[self]

    @property
    def context(self) -> type[LetterContext]:
        """The record type that fills a letter to them."""
        return _CONTEXTS[self]


_IN_WORDS = {
    Recipients.AGENCIES: "agencies",
    Recipients.FAMILY: "the family",
    Recipients.REVIEWERS: "the independent reviewer",
    Recipients.AUTHORITIES: "coroner, police and courts",
    Recipients.EXTERNAL_BODIES: "bodies outside the board",
}
_CONTEXTS: dict[Recipients, type[LetterContext]] = {
    Recipients.AGENCIES: AgencyLetterContext,
    Recipients.FAMILY: FamilyLetterContext,
    Recipients.REVIEWERS: ReviewerLetterContext,
    Recipients.AUTHORITIES: AuthorityLetterContext,
    Recipients.EXTERNAL_BODIES: BodyLetterContext,
}


class Who(StrEnum):
    """Who of those that may get a letter usually does; each is worked out from the review's data."""

    EVERYONE = "everyone"
    REFERRER = "referrer"
    """The agency that made the referral."""
    OVERDUE = "overdue"
    """Agencies whose chronology or report was due before the day of the letter and has not come."""
    BY_LETTER = "by-letter"
    """Living adults of the family who are written to (`family_contacts`)."""
    AUTHOR = "author"
    CORONER = "coroner"
    INVESTIGATORS = "investigators"
    """The police, and a prosecutor."""


class Usual(Record):
    """A rule of recipients: who usually gets a letter in these types of review, and where that is written."""

    review_types: tuple[ReviewType, ...] = Field(default=(), alias="for")
    who: Who | None = None
    ids: tuple[str, ...] = ()
    source: str

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.who is None) == (not self.ids):
            raise ValueError("a rule of recipients has either `who` or `ids`")
        return self


class Stage(StrEnum):
    """When a letter goes out: before the decision, with it whatever it is, or only in a review that is held."""

    REFERRAL = "referral"
    DECISION = "decision"
    REVIEW = "review"


class Entry(Record):
    """One document or letter; see the head of the data file for each field."""

    id: str
    kind: TemplateKind
    title: str
    template: str
    review_types: tuple[ReviewType, ...]
    audience: Audience
    recipients: Recipients | None = None
    usual: tuple[Usual, ...] = ()
    stage: Stage = Stage.REVIEW
    event: str = ""
    needs: tuple[str, ...] = ()
    asks_returns: bool = False
    due: str = ""
    pack: str = ""
    on_request: bool = False
    file_name: str = Field(pattern=r"\{reference\}")

    @model_validator(mode="after")
    def _audience_fits(self) -> Self:
        """A letter that names the child never goes to a body that must not be told, and the other way round."""
        if (self.kind is TemplateKind.LETTER) != (self.recipients is not None):
            raise ValueError(f"{self.id}: letters, and only letters, say who their recipients are")
        if (self.kind is TemplateKind.FORM) != bool(self.pack):
            raise ValueError(f"{self.id}: forms, and only forms, lie in a folder of the pack")
        if self.audience is Audience.FAMILY:
            raise ValueError(f"{self.id}: a family's copy is made by `anonymise`, of a document that is there")
        if self.recipients and self.audience is not self.recipients.audience:
            raise ValueError(f"{self.id}: a letter to {self.recipients} is {self.recipients.audience}")
        return self

    @property
    def context(self) -> type[DocumentContext]:
        """The record type that fills the template."""
        return ReportContext if self.recipients is None else self.recipients.context

    def usual_in(self, review_type: ReviewType) -> Usual:
        """The rule of recipients for a type of review; everyone where there is none."""
        for rule in self.usual:
            if not rule.review_types or review_type in rule.review_types:
                return rule
        return _EVERYONE

    def output_name(self, *, reference: str, version: str, recipient: str = "") -> str:
        """The file name of the output, with nothing in it that a file system would refuse."""
        name = self.file_name.format(reference=reference, title=self.title, version=version, recipient=recipient)
        return " ".join(_UNSAFE.sub("-", name).split())[:_MAX_NAME].rstrip(". ") + ".docx"


_EVERYONE = Usual(who=Who.EVERYONE, source="no rule: everybody who may get it")


@cache
def shipped() -> tuple[Entry, ...]:
    """Every document and letter that comes with reviewdocs."""
    text = package_resources.files("reviewdocs.generate").joinpath("catalogue.yaml").read_text(encoding="utf-8")
    return TypeAdapter(tuple[Entry, ...]).validate_python(yaml.safe_load(text))


def catalogue(own: Path | None = None) -> tuple[Entry, ...]:
    """Every document and letter, in the order in which they are listed to users.

    Args:
        own: a case's folder of templates: its own letters and the board's come last (own_letters.py); None for the
            shipped ones alone.

    Raises:
        InputError, DataError: its list of letters cannot be used.
    """
    if own is None:
        return shipped()
    from reviewdocs.generate.own_letters import own_folders, own_letters

    case, board = (own_letters(folder) for folder in own_folders(own))
    taken = {entry.id for entry in case}
    return (*shipped(), *case, *(entry for entry in board if entry.id not in taken))


def entries(kind: TemplateKind, review_type: ReviewType, own: Path | None = None) -> tuple[Entry, ...]:
    """The documents, or the letters, that there are for a type of review; `own` as for `catalogue`."""
    return tuple(entry for entry in catalogue(own) if entry.kind is kind and review_type in entry.review_types)


def entry_of(identifier: str, kind: TemplateKind, review_type: ReviewType, own: Path | None = None) -> Entry:
    """One document or letter by its id; `own` as for `catalogue`.

    Raises:
        UsageError: there is none of this id, or none for this type of review.
    """
    known = entries(kind, review_type, own)
    for entry in known:
        if entry.id == identifier:
            return entry
    listed = ", ".join(entry.id for entry in known)
    raise UsageError(
        f"There is no {kind} '{identifier}' for a review of type {review_type}.", remedy=f"There are: {listed}."
    )


def shipped_template(entry: Entry) -> Path:
    """The template that comes with reviewdocs; not there for a board's own letter.

    Raises:
        NotCheckedError: the installation is incomplete.
    """
    return resources.folder("templates") / entry.template


def find_template(entry: Entry, own: Path) -> Path:
    """The board's own template of this name, in a case's folder of templates `own` or for all cases, or the shipped.

    Raises:
        TemplateError: there is neither.
        NotCheckedError: the installation is incomplete.
    """
    from reviewdocs.generate.own_letters import own_folders

    for path in (*(folder / entry.template for folder in own_folders(own)), shipped_template(entry)):
        if path.is_file():
            return path
    if entry in shipped():
        raise TemplateError(f"The template {entry.template} is missing.", remedy="Install reviewdocs again.")
    raise TemplateError(
        f"The template {entry.template} of the letter '{entry.id}' is missing.",
        where=str(own),
        remedy="Put it there, or correct its name in letters.yaml.",
    )
