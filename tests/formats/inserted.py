"""Documents that hold a file of another format (altChunk), and what becomes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from office_builder import Docx, paragraph, run, unzipped

from reviewdocs.formats.base import Document
from reviewdocs.formats.opening import open_document
from reviewdocs.model.text import Edit, Layer
from reviewdocs.model.words import Audience

HTML, RTF, MHT, PLAIN = "text/html", "application/rtf", "message/rfc822", "text/plain"
NAME = re.compile("K\u00ad?i\u00ad?r\u00ad?s\u00ad?t\u00ad?y", re.IGNORECASE)
PSEUDONYM = "Child A"


def inserted(data: str | bytes, content_type: str) -> bytes:
    """A document with one inserted file between two paragraphs."""
    package = Docx(paragraph(run("Before.")) + '<w:altChunk r:id="rId5"/>' + paragraph(run("After.")))
    return package.add("word/afchunk1.dat", data, content_type).relate("rId5", "aFChunk", "afchunk1.dat").build()


def opened(data: str | bytes, content_type: str) -> Document:
    """The same, opened."""
    return open_document("a.docx", inserted(data, content_type))


def texts(document: Document, *, layer: Layer | None = None) -> list[str]:
    """The texts of the inserted file."""
    return [p.text for p in document.paragraphs() if "afchunk1" in p.part and layer in (None, p.layer)]


def anonymised(data: str | bytes, content_type: str, audience: Audience = Audience.PUBLIC) -> bytes:
    """The inserted file with the name replaced wherever it is read; a second run changes nothing."""
    document = opened(data, content_type)
    document.strip(audience)
    replace_name(document)
    out = document.to_bytes()
    again = open_document("a.docx", out)
    again.strip(audience)
    replace_name(again)
    assert again.to_bytes() == out
    assert not again.coverage().unread
    return next(part for name, part in unzipped(out).items() if "afchunk1" in name)


def replace_name(document: Document) -> None:
    """Put the pseudonym where the name stands."""
    found = {
        paragraph.key: [Edit(m.start(), m.end(), PSEUDONYM) for m in NAME.finditer(paragraph.text)]
        for paragraph in document.paragraphs()
    }
    document.apply({key: edits for key, edits in found.items() if edits})


@dataclass(frozen=True)
class Found:
    """One find."""

    start: int
    end: int
    phrase: str


def find_name(text: str, *, glued: bool) -> list[Found]:
    """The name, also within longer words."""
    return [Found(match.start(), match.end(), "kirsty") for match in NAME.finditer(text)]


def refused(data: str | bytes, content_type: str) -> str:
    """Why an inserted file is not read; a placeholder stands in its place then."""
    document = opened(data, content_type)
    assert not texts(document)
    document.strip(Audience.PUBLIC)
    assert [p.text for p in document.paragraphs() if p.place == "Body"] == ["Before.", "[content removed]", "After."]
    [unread] = document.coverage().unread
    return unread
