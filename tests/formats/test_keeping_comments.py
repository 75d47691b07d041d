"""Comments and tracked changes that an author keeps for readers outside: there, readable, and nobody's."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from office_builder import Docx, paragraph, part_xml, run, unzipped, zipped

from reviewdocs.formats.opening import open_document
from reviewdocs.model.text import Edit
from reviewdocs.model.words import Audience

_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def _commented() -> bytes:
    body = paragraph(
        '<w:commentRangeStart w:id="1"/>',
        run("Seen by Tamsin."),
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
        '<w:ins w:id="2" w:author="Brid Oxtoby" w:date="2024-01-01T00:00:00Z">' + run(" Twice.") + "</w:ins>",
        '<w:del w:id="3" w:author="Brid Oxtoby"><w:r><w:delText>Tamsin left.</w:delText></w:r></w:del>',
    )
    comment = (
        '<w:comment w:id="1" w:author="Brid Oxtoby" w:initials="BO">' + paragraph(run("Ask Tamsin")) + "</w:comment>"
    )
    people = f'<p:people xmlns:p="{_W15}"><p:person p:author="Brid Oxtoby"/></p:people>'
    package = Docx(body)
    package.add("word/comments.xml", part_xml("w:comments", comment), "comments").relate(
        "rId5", "comments", "comments.xml"
    )
    package.add("word/people.xml", people, "people").relate("rId6", "people", "people.xml")
    return package.build()


def _cleaned(*, keep_comments: bool) -> dict[str, bytes]:
    document = open_document("a.docx", _commented())
    counts = document.strip(Audience.EXTERNAL, keep_comments=keep_comments)
    assert ("comments" in counts) is not keep_comments
    document.apply(
        {
            p.key: [Edit(m.start(), m.end(), "Child A") for m in re.finditer("Tamsin", p.text)]
            for p in document.paragraphs()
        }
    )
    return unzipped(document.to_bytes())


def test_kept_comments_say_what_they_said_and_not_who() -> None:
    parts = _cleaned(keep_comments=True)
    everything = b"".join(parts.values())
    assert b"Ask Child A" in parts["word/comments.xml"] and b'w:author="Author" w:initials="A"' in everything
    assert b"commentReference" in parts["word/document.xml"] and b'w:id="1"' in parts["word/document.xml"]
    assert b"<w:ins" in everything and b"<w:delText>Child A left.</w:delText>" in everything
    assert b"Oxtoby" not in everything and b"Tamsin" not in everything and "word/people.xml" not in parts


def _workbook_with_comment() -> bytes:
    """A workbook in a document, with a comment as Excel writes it: the author's name, then the text."""
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    said = "<x:r><x:t>Brid Oxtoby:</x:t></x:r><x:r><x:t>Ask again</x:t></x:r>"
    comment = f'<x:comment ref="A1" authorId="0"><x:text>{said}</x:text></x:comment>'
    inner = Docx("").add("xl/workbook.xml", part_xml("x:workbook", ""), f"{sheet}.sheet.main+xml")
    inner.add("xl/worksheets/sheet1.xml", part_xml("x:worksheet", ""), f"{sheet}.worksheet+xml")
    authors = "<x:authors><x:author>Brid Oxtoby</x:author></x:authors>"
    listed = part_xml("x:comments", f"{authors}<x:commentList>{comment}</x:commentList>")
    inner.add("xl/comments1.xml", listed, f"{sheet}.comments+xml")
    inner.relate("rId1", "worksheet", "worksheets/sheet1.xml", "xl/workbook.xml")
    inner.relate("rId1", "comments", "../comments1.xml", "xl/worksheets/sheet1.xml")
    contents = unzipped(inner.build())
    del contents["word/document.xml"]
    contents["_rels/.rels"] = contents["_rels/.rels"].replace(b"word/document.xml", b"xl/workbook.xml")
    types = contents["[Content_Types].xml"]
    start = types.index(b'<Override PartName="/word/document.xml"')
    contents["[Content_Types].xml"] = types[:start] + types[types.index(b"/>", start) + 2 :]
    return zipped(contents)


@pytest.mark.parametrize("keep", [True, False])
def test_what_is_embedded_follows_the_document(keep: bool) -> None:
    package = Docx(paragraph('<w:r><w:object><o:OLEObject r:id="rId5"/></w:object></w:r>'))
    package.extensions["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    package.add("word/embeddings/sheet1.xlsx", _workbook_with_comment())
    document = open_document("a.docx", package.relate("rId5", "package", "embeddings/sheet1.xlsx").build())
    document.strip(Audience.EXTERNAL, keep_comments=keep)
    outer = unzipped(document.to_bytes())
    inner = unzipped(next(data for name, data in outer.items() if name.startswith("word/embeddings/")))
    everything = b"".join(inner.values())
    assert (b"Ask again" in everything) is (b"<x:author>Author</x:author>" in everything) is keep
    assert b"Oxtoby" not in everything


def test_otherwise_they_go() -> None:
    parts = _cleaned(keep_comments=False)
    everything = b"".join(parts.values())
    assert "word/comments.xml" not in parts and b"<w:ins" not in everything and b"comment" not in everything


def test_cleaning_again_changes_nothing() -> None:
    first = open_document("a.docx", _commented())
    first.strip(Audience.EXTERNAL, keep_comments=True)
    data = first.to_bytes()
    again = open_document("a.docx", data)
    assert again.strip(Audience.EXTERNAL, keep_comments=True) == {}
    assert again.to_bytes() == data


@pytest.mark.parametrize(("audience", "code"), [("public", 2), ("external", 0), ("restricted", 0)])
def test_never_in_what_is_published(cli: Callable[..., Any], tmp_path: Path, audience: str, code: int) -> None:
    (tmp_path / "a.docx").write_bytes(_commented())
    person = "{id: C, role: subject child, pseudonym: Child A, forename: Tamsin, surname: Quillfeather}"
    (tmp_path / "map.yaml").write_text(f"id: T\nreview_type: LCSPR\npeople: [{person}]\ndates: {{policy: keep}}\n")
    given = ("--map", tmp_path / "map.yaml", "-o", tmp_path / "out", "--audience", audience, "--keep-comments")
    answer = cli("anonymise", tmp_path / "a.docx", *given)
    assert answer.code == code, answer
    assert (tmp_path / "out" / "a.docx").exists() is (code == 0)
