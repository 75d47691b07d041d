"""One contract, every format: what base.py promises holds for each implementation."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from office_builder import Docx, paragraph, part_xml, run, zipped

from reviewdocs.formats.base import Document
from reviewdocs.formats.opening import open_document
from reviewdocs.model.text import Edit, Paragraph
from reviewdocs.model.words import Audience

_NAME = "Faith Okafor"
_OUTSIDE = [Audience.PUBLIC, Audience.EXTERNAL]


def plain() -> bytes:
    return b"\xef\xbb\xbfSeen by Faith Okafor.\r\n\r\nHome visit.\r\nAll well.\r\n"


def markdown() -> bytes:
    return b"# Visit\n\nSeen by **Faith Okafor**. <!-- Faith Okafor asked -->\n"


def word() -> bytes:
    body = paragraph(run("Seen by Fai", "<w:b/>"), run("th Okafor.")) + paragraph(run("All well."))
    package = Docx(body).add("word/header1.xml", part_xml("w:hdr", paragraph(run("Visit to Faith Okafor"))), "header")
    package.relate("rId7", "header", "header1.xml")
    package.add("word/comments.xml", part_xml("w:comments", ""), "comments").relate("rId8", "comments", "comments.xml")
    return package.build()


def strict_word() -> bytes:
    return Docx(paragraph(run("Seen by Faith Okafor.")), strict=True).build()


def workbook() -> bytes:
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return zipped(
        {
            "[Content_Types].xml": (
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/xl/workbook.xml" ContentType="{sheet}.sheet.main+xml"/>'
                f'<Override PartName="/xl/sharedStrings.xml" ContentType="{sheet}.sharedStrings+xml"/></Types>'
            ).encode(),
            "_rels/.rels": _rels("officeDocument", "xl/workbook.xml"),
            "xl/_rels/workbook.xml.rels": _rels("sharedStrings", "sharedStrings.xml"),
            "xl/workbook.xml": part_xml("x:workbook", '<x:sheets><x:sheet name="Faith Okafor"/></x:sheets>').encode(),
            "xl/sharedStrings.xml": part_xml(
                "x:sst", "<x:si><x:r><x:t>Fai</x:t></x:r><x:r><x:t>th Okafor</x:t></x:r></x:si>"
            ).encode(),
        }
    )


def _rels(kind: str, target: str) -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{office}/{kind}" Target="{target}"/></Relationships>'
    ).encode()


def word_with_workbook() -> bytes:
    package = Docx(
        paragraph(run("Seen by Faith Okafor."), '<w:r><w:object><o:OLEObject r:id="rId5"/></w:object></w:r>')
    )
    package.add("word/embeddings/sheet1.xlsx", workbook()).relate("rId5", "package", "embeddings/sheet1.xlsx")
    package.extensions["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return package.build()


FORMATS = {
    "plain": ("notes.txt", plain),
    "markdown": ("notes.md", markdown),
    "word": ("report.docx", word),
    "strict": ("report.docx", strict_word),
    "embedded": ("report.docx", word_with_workbook),
}


def _edits(paragraphs: Sequence[Paragraph]) -> dict[tuple[str, int], list[Edit]]:
    found = {p.key: [Edit(m.start(), m.end(), "Child A") for m in re.finditer(_NAME, p.text)] for p in paragraphs}
    return {key: edits for key, edits in found.items() if edits}


def _texts(document: Document) -> list[str]:
    return [p.text for p in document.paragraphs()]


@pytest.fixture(params=FORMATS)
def source(request: pytest.FixtureRequest) -> tuple[str, bytes]:
    name, build = FORMATS[request.param]
    return name, build()


def test_keys_are_unique_and_texts_are_not_blank(source: tuple[str, bytes]) -> None:
    paragraphs = open_document(*source).paragraphs()
    assert len({p.key for p in paragraphs}) == len(paragraphs) > 0
    assert all(p.text.strip() for p in paragraphs)


def test_edits_reach_every_mention_and_nothing_else(source: tuple[str, bytes]) -> None:
    document = open_document(*source)
    before = document.paragraphs()
    edits = _edits(before)
    assert edits
    document.apply(edits)
    after = open_document(source[0], document.to_bytes())
    # Names of sheets and bookmarks take no space, hence the second form.
    assert [t.replace("Child_A", "Child A") for t in _texts(after)] == [
        p.text.replace(_NAME, "Child A") for p in before
    ]
    assert not any(_NAME in text for _, text in after.searchable())


def test_a_name_that_stays_is_found_by_the_adversarial_reading(source: tuple[str, bytes]) -> None:
    assert any(_NAME in text for _, text in open_document(*source).searchable())


@pytest.mark.parametrize("audience", list(Audience))
def test_cleaning_twice_is_cleaning_once(source: tuple[str, bytes], audience: Audience) -> None:
    first = open_document(*source)
    first.strip(audience)
    first.apply(_edits(first.paragraphs()))
    once = first.to_bytes()
    again = open_document(source[0], once)
    again.strip(audience)
    assert not _edits(again.paragraphs())
    again.apply({})
    assert again.to_bytes() == once


def test_restricted_removes_nothing(source: tuple[str, bytes]) -> None:
    document = open_document(*source)
    before = _texts(document)
    assert document.strip(Audience.RESTRICTED) == {}
    assert _texts(document) == before


def test_reading_changes_nothing(source: tuple[str, bytes]) -> None:
    untouched, read = open_document(*source), open_document(*source)
    read.paragraphs()
    list(read.searchable())
    read.coverage()
    assert read.to_bytes() == untouched.to_bytes()


@pytest.mark.parametrize("audience", list(Audience))
def test_every_part_is_accounted_for_once(source: tuple[str, bytes], audience: Audience) -> None:
    document = open_document(*source)
    document.strip(audience)
    coverage = document.coverage()
    named = [*coverage.read, *coverage.media, *(entry.partition(": ")[0] for entry in coverage.unread)]
    assert len(named) == len(set(named))
    assert {p.part.partition("@")[0] for p in document.paragraphs()} <= set(coverage.read)
