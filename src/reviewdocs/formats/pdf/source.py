"""A PDF's objects: opened, decrypted and unpacked within bounds. Everything that pypdf raises ends here."""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pypdf
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ByteStringObject,
    IndirectObject,
    PdfObject,
    StreamObject,
    TextStringObject,
    read_hex_string_from_stream,
    read_string_from_stream,
)

from reviewdocs.errors import InputError
from reviewdocs.formats.bounds import Allowance

MAX_OBJECTS = 500_000
"""A report of a hundred pages has some thousands."""
WAY_OUT = "Open it in the program that made it, save it as PDF again, and run again."

_HEAD = 1024
_SHOWS = re.compile(rb"(?<![\w/])(?:Tj|TJ|Do|sh|BI)(?!\w)")
"""Operators that show text, a picture or a drawing."""
"""Bytes within which a PDF must begin (ISO 32000-2, 7.5.2, and what readers allow)."""
_BROKEN = (
    *(PyPdfError, zlib.error, struct.error, OSError, UnicodeError, RecursionError, NotImplementedError),
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError, AssertionError),
)
"""What the library lets through when a file is damaged or hostile."""


class Unreadable(Exception):
    """One object that cannot be read; says why."""


class Source:
    """The objects of one PDF.

    Args:
        data: the file's bytes.
        password: opens it, where it is protected.
        allowance: what may still be unpacked.

    Raises:
        InputError: it is no PDF, damaged beyond reading, or protected by another password.
    """

    def __init__(self, data: bytes, password: str, allowance: Allowance) -> None:
        logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # its warnings quote the file
        self._allowance, self._data = allowance, data
        if b"%PDF-" not in data[:_HEAD]:
            raise InputError("It is not a PDF, or it is damaged.", remedy="Get a fresh copy of it.")
        try:
            self.reader = pypdf.PdfReader(io.BytesIO(data))
            opened = not self.reader.is_encrypted or any(self.reader.decrypt(word) for word in ("", password))
            self.trailer = self.reader.trailer
        except _BROKEN as error:
            raise InputError("The PDF is damaged, or encrypted in a way that is not read.", remedy=WAY_OUT) from error
        if not opened:
            raise _locked(password)
        self.encrypted = self.reader.is_encrypted
        numbers = {(number, generation) for generation, entries in self.reader.xref.items() for number in entries}
        self.numbers = sorted(numbers | {(number, 0) for number in self.reader.xref_objStm})
        """Number and generation of every object that the file's tables list, used or not."""
        if len(self.numbers) > MAX_OBJECTS:
            raise InputError(f"The PDF has more than {MAX_OBJECTS:,} objects.", remedy=WAY_OUT)

    def page_count(self) -> int:
        """How many pages the page tree has.

        Raises:
            InputError: it cannot be walked.
        """
        try:
            return len(self.reader.pages)
        except _BROKEN as error:
            raise InputError("The PDF's pages cannot be read; it is damaged.", remedy=WAY_OUT) from error

    def draws(self, page: int) -> bool:
        """Whether a page, counted from 0, says that it shows text, a picture or a drawing, or cannot be read."""
        try:
            contents = self.reader.pages[page].get_contents()
            return contents is not None and _SHOWS.search(contents.get_data()) is not None
        except _BROKEN:
            return True

    def object(self, number: int, generation: int) -> PdfObject | None:
        """One object of the file.

        Raises:
            Unreadable: it is damaged.
        """
        try:
            return self.reader.get_object(IndirectObject(number, generation, self.reader))
        except _BROKEN as error:
            raise Unreadable("damaged") from error

    def unpacked(self, stream: StreamObject, *, again: bool = False) -> bytes:
        """A stream's bytes, its filters undone.

        Args:
            again: it was unpacked before, and is not counted another time.

        Raises:
            Unreadable: the filters fail, are of unknown kind, or give too much.
            InputError: all streams together unpack to too much.
        """
        try:
            content = stream.get_data()
        except _BROKEN as error:
            raise Unreadable("it cannot be unpacked") from error
        data = content if isinstance(content, bytes) else str(content).encode()
        if not again:
            self._allowance.take(len(data))
        return data

    def outside_streams(self, sizes: Mapping[int, int]) -> bytes:
        """The file's bytes without those of its streams: what stands between objects, and what no table lists.

        Args:
            sizes: bytes of each stream as it lies in the file, by the number of its object.
        """
        offsets = self.reader.xref.get(0, {})
        kept, at = [], 0
        for number in sorted((n for n in sizes if n in offsets), key=lambda n: offsets[n]):
            start = self._data.find(b"stream", max(at, offsets[number]))
            if start >= at:
                kept.append(self._data[at:start])
                at = start + sizes[number]
        return b"\n".join((*kept, self._data[at:]))


@contextmanager
def shielded(what: str) -> Iterator[None]:
    """Work with the library on parts of a file, which may be damaged.

    Args:
        what: said of the part when it is.

    Raises:
        Unreadable: it is.
    """
    try:
        yield
    except _BROKEN as error:
        raise Unreadable(what) from error


def string_at(data: bytes) -> TextStringObject | ByteStringObject | None:
    """The string that `data` begins with, in round or angle brackets; None where it does not end."""
    try:
        read = read_hex_string_from_stream if data.startswith(b"<") else read_string_from_stream
        return read(io.BytesIO(data))
    except _BROKEN:
        return None


def earlier_versions(data: bytes) -> Iterator[bytes]:
    """The file as it was before each time that a program saved changes by adding them at the end, oldest first.

    The first mark of a file made for the web ends no version: it is followed by the rest (ISO 32000-2, Annex F).
    """
    marks = [match.end() for match in re.finditer(rb"startxref\s+[1-9]\d*\s+%%EOF", data)]
    for end in marks[:-1]:
        yield data[:end] + b"\n"


def beyond_the_end(data: bytes) -> bytes:
    """What follows the mark that ends the file; readers ignore it."""
    end = data.rfind(b"%%EOF")
    return b"" if end < 0 else data[end + 5 :].strip(b"\0\t\n\f\r ")


def _locked(password: str) -> InputError:
    if password:
        return InputError(
            "The password does not open this PDF.",
            remedy="Check the file given with --password-from: its first line is the password, and nothing else.",
        )
    return InputError(
        "The PDF is protected by a password.",
        remedy="Put the password into a file and give it with --password-from FILE; or save it without one.",
    )
