"""What people send: fields and files, bounded, and only with the form's secret."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartParser
from starlette.requests import Request

from reviewdocs.errors import UsageError
from reviewdocs.web.door import LARGEST
from reviewdocs.web.origin import CSRF, CSRF_HEADER, Gate

_FIELDS = 2_000
_FILES = 50
_FIELD_BYTES = 1_000_000
_ILLEGAL = frozenset('<>:"/\\|?*')

# What is uploaded holds real names: it stays in memory, whatever its size, and never lies among temporary files.
MultiPartParser.spool_max_size = LARGEST


class ForeignFormError(Exception):
    """A form without its secret: some other page sent it."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that somebody dropped here.

    Attributes:
        name: of the file alone, without folders, marks of direction and what no disk takes.
        data: its bytes; what they are is for whoever reads them to find out by content.
    """

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Form:
    """A form that came from this page.

    Attributes:
        fields: the values of each field, in the order in which they stand.
        files: those of each field of files; a field left empty has none.
    """

    fields: Mapping[str, Sequence[str]]
    files: Mapping[str, Sequence[Upload]]

    def text(self, name: str) -> str:
        """The one value of a field, in one line; empty where there is none."""
        return " ".join((self.fields.get(name) or [""])[0].split())

    def secret(self, name: str) -> str:
        """The one value of a field, as it was typed; empty where there is none."""
        return (self.fields.get(name) or [""])[0]

    def all(self, name: str) -> Sequence[str]:
        """Every value of a field: the boxes that are ticked."""
        return self.fields.get(name, ())

    def uploads(self, name: str) -> Sequence[Upload]:
        """The files of a field.

        Raises:
            UsageError: there is none.
        """
        if not self.files.get(name):
            raise UsageError("No file was chosen.", remedy="Choose one, or drop it on the page, then send it.")
        return self.files[name]


async def form_of(request: Request, gate: Gate) -> Form:
    """The form that a request brings.

    Raises:
        ForeignFormError: it does not hold its secret.
    """
    async with request.form(max_files=_FILES, max_fields=_FIELDS, max_part_size=_FIELD_BYTES) as sent:
        told = request.headers.get(CSRF_HEADER) or sent.get(CSRF)
        if not isinstance(told, str) or not gate.knows_csrf(told):
            raise ForeignFormError
        fields: dict[str, list[str]] = {}
        files: dict[str, list[Upload]] = {}
        for name, value in sent.multi_items():
            if not isinstance(value, UploadFile):
                fields.setdefault(name, []).append(value)
            elif value.filename:
                files.setdefault(name, []).append(Upload(safe_name(value.filename), await value.read()))
        return Form(fields, files)


def safe_name(told: str) -> str:
    """A name that can lie in one folder and nowhere else, on any disk; never empty, and never hidden."""
    last = PurePath(told.replace("\\", "/")).name
    plain = "".join(c for c in last if unicodedata.category(c)[0] != "C" and c not in _ILLEGAL)
    stem, dot, suffix = plain.strip(" .").rpartition(".")
    kept = f"{stem[:150]}{dot}{suffix[:10]}" if stem else plain.strip(" .")[:150]
    return kept or "document"
