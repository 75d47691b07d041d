"""A mention that a copy replaced, made something that a person can settle: to put right what was decided wrongly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reviewdocs.errors import InputError
from reviewdocs.formats.files import read_file
from reviewdocs.formats.opening import open_document
from reviewdocs.formats.protection import without_password
from reviewdocs.formats.worker import Worker, seconds_for
from reviewdocs.model.decisions import SeenFinding
from reviewdocs.model.mentions import Category
from reviewdocs.model.words import Audience, Severity
from reviewdocs.risk.identity import Surroundings, alike_of
from reviewdocs.risk.place import sentence
from reviewdocs.workflows.copies import Copied
from reviewdocs.workflows.matching import spots_of
from reviewdocs.workflows.sayings import MENTION
from reviewdocs.workflows.settle import Mentioned


@dataclass(frozen=True, slots=True)
class Changed:
    """A mention that a copy has otherwise: its number among those of its record, its paragraph, what it became."""

    number: int
    part: str
    paragraph: int
    text: str
    became: str


def changed_in(copied: Copied) -> Iterator[Changed]:
    """Each mention of the map that was replaced, in the order of the record."""
    for number, row in enumerate(copied.entry.get("replaced", ())):
        if row["ref"] and row["pseudonym"]:
            yield Changed(number, row["location"]["part"], row["location"]["paragraph"], row["text"], row["pseudonym"])


def mention_of(copied: Copied, number: int, *, password: str = "") -> Mentioned:
    """One of them, as it is settled.

    Raises:
        InputError: there is none of this number, or the draft was changed since.
    """
    rows = copied.entry.get("replaced", ())
    if copied.draft_changed or not 0 <= number < len(rows):
        raise InputError("The draft was changed since this copy was made.", remedy="Anonymise it again, then look.")
    data, row = read_file(copied.draft), rows[number]
    with Worker(Finding) as worker:
        worker.prepare(password)
        seen = worker.do(
            SeenFinding, "seen", seconds_for(len(data)), copied.draft.name, data, str(copied.audience), row
        )
    source = copied.entry["source"]
    return Mentioned(seen, source["file"], source["sha256"])


class Finding:
    """What the worker does."""

    def __init__(self, password: str) -> None:
        self._password = password

    def seen(self, name: str, data: bytes, audience: str, row: Mapping[str, Any]) -> SeenFinding:
        """What the place of a record's row is known by.

        Raises:
            InputError: its text is not there, whole and in one place.
        """
        opened = open_document(name, without_password(data, self._password))
        opened.strip(Audience(audience), keep_comments=False)
        paragraphs, place, text = opened.paragraphs(), row["location"], str(row["text"])
        alike = alike_of(MENTION, text)
        for spot in spots_of(text, alike, paragraphs, Surroundings(paragraphs)):
            at = spot.paragraph
            if (*at.key, spot.start + at.offset) == (place["part"], place["paragraph"], place["start"]):
                return SeenFinding(id=spot.id, alike=alike, place=spot.key, rule=MENTION,
                                   category=Category(row["category"]), severity=Severity.REVIEW, text=text,
                                   context=sentence(at.text, spot.start, spot.end), anywhere=False)  # fmt: skip
        raise InputError("This stands there only as part of something else, and cannot be settled by itself.",
                         remedy="Write it otherwise in the draft, then anonymise again.")  # fmt: skip
