"""Which documents and letters there are, for whom, and which template each is made from (catalogue.yaml)."""

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
from reviewdocs.generate.context import AgencyLetterContext, BodyLetterContext, DocumentContext
from reviewdocs.model.base import Record
from reviewdocs.model.words import Audience, ReviewType

_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_MAX_NAME = 120


class TemplateKind(StrEnum):
    """A document is made once for a review, a letter once for each recipient."""

    DOCUMENT = "document"
    LETTER = "letter"


class Recipients(StrEnum):
    """Who may get a letter."""

    AGENCIES = "agencies"
    EXTERNAL_BODIES = "external-bodies"


_AUDIENCE_OF = {Recipients.AGENCIES: Audience.RESTRICTED, Recipients.EXTERNAL_BODIES: Audience.EXTERNAL}


class Entry(Record):
    """One document or letter; see the head of the data file for each field."""

    id: str
    kind: TemplateKind
    title: str
    template: str
    review_types: tuple[ReviewType, ...]
    audience: Audience
    recipients: Recipients | None = None
    default: tuple[str, ...] = ()
    file_name: str = Field(pattern=r"\{reference\}")

    @model_validator(mode="after")
    def _audience_fits(self) -> Self:
        """A letter that names the child never goes to a body that must not be told, and the other way round."""
        if (self.kind is TemplateKind.LETTER) != (self.recipients is not None):
            raise ValueError(f"{self.id}: letters, and only letters, say who their recipients are")
        if self.recipients and self.audience is not _AUDIENCE_OF[self.recipients]:
            raise ValueError(f"{self.id}: a letter to {self.recipients} is {_AUDIENCE_OF[self.recipients]}")
        return self

    @property
    def context(self) -> type[DocumentContext]:
        """The record type that fills the template."""
        if self.recipients is None:
            return DocumentContext
        return AgencyLetterContext if self.recipients is Recipients.AGENCIES else BodyLetterContext

    def output_name(self, *, reference: str, version: str, recipient: str = "") -> str:
        """The file name of the output, with nothing in it that a file system would refuse."""
        name = self.file_name.format(reference=reference, title=self.title, version=version, recipient=recipient)
        return " ".join(_UNSAFE.sub("-", name).split())[:_MAX_NAME].rstrip(". ") + ".docx"


@cache
def catalogue() -> tuple[Entry, ...]:
    """Every document and letter, in the order in which they are listed to users."""
    text = package_resources.files("reviewdocs.generate").joinpath("catalogue.yaml").read_text(encoding="utf-8")
    return TypeAdapter(tuple[Entry, ...]).validate_python(yaml.safe_load(text))


def entries(kind: TemplateKind, review_type: ReviewType) -> tuple[Entry, ...]:
    """The documents, or the letters, that there are for a type of review."""
    return tuple(entry for entry in catalogue() if entry.kind is kind and review_type in entry.review_types)


def entry_of(identifier: str, kind: TemplateKind, review_type: ReviewType) -> Entry:
    """One document or letter by its id.

    Raises:
        UsageError: there is none of this id, or none for this type of review.
    """
    known = entries(kind, review_type)
    for entry in known:
        if entry.id == identifier:
            return entry
    if not known:
        raise UsageError(f"No {kind} can be made for a review of type {review_type} yet.",
                         remedy="Templates are shipped for LCSPR and SCR so far.")  # fmt: skip
    listed = ", ".join(entry.id for entry in known)
    raise UsageError(
        f"There is no {kind} '{identifier}' for a review of type {review_type}.", remedy=f"There are: {listed}."
    )


def shipped_template(entry: Entry) -> Path:
    """The template that comes with reviewdocs.

    Raises:
        NotCheckedError: the installation is incomplete.
    """
    return resources.folder("templates") / entry.template


def find_template(entry: Entry, own: Path) -> Path:
    """The board's own template of this name in the folder `own`, else the shipped one.

    Raises:
        TemplateError: there is neither.
        NotCheckedError: the installation is incomplete.
    """
    for path in (own / entry.template, shipped_template(entry)):
        if path.is_file():
            return path
    raise TemplateError(f"The template {entry.template} is missing.", remedy="Install reviewdocs again.")
