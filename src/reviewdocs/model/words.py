"""Words of the field that faces need before anything heavy is imported (this module imports no library)."""

from __future__ import annotations

from enum import StrEnum


class ReviewType(StrEnum):
    """The kinds of review (docs/contracts.md, A case folder); read without regard to case."""

    SCR = "SCR"
    LCSPR = "LCSPR"
    SAR = "SAR"
    DHR = "DHR"
    LOCAL = "LOCAL"
    SINGLE_AGENCY = "SINGLE_AGENCY"

    @classmethod
    def _missing_(cls, value: object) -> ReviewType | None:
        return cls.named(value) if isinstance(value, str) else None

    @classmethod
    def named(cls, text: str) -> ReviewType | None:
        """The type of this name, in any case and with any of the usual signs between its words."""
        wanted = text.strip().upper().replace("-", "_").replace(" ", "_")
        return next((member for member in cls if member.value == wanted), None)


class Audience(StrEnum):
    """Who may read a document; decides whether pseudonyms stand in it and what hidden content goes.

    A family's copy keeps the family's own names and is otherwise as an external one; it is a copy of a document, never
    what a template makes.
    """

    RESTRICTED = "restricted"
    EXTERNAL = "external"
    FAMILY = "family"
    PUBLIC = "public"


class Severity(StrEnum):
    """How serious a finding is: `block` and `review` need a decision, `note` informs."""

    BLOCK = "block"
    REVIEW = "review"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)
