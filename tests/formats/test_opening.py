"""What is no document of ours is refused, with what it is and the way out."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from office_builder import Docx, paragraph, part_xml, run, unzipped, zipped

from reviewdocs.errors import InputError
from reviewdocs.formats.files import read_file
from reviewdocs.formats.opening import open_document

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_GOOD = Docx(paragraph(run("All well"))).build()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.docm", b"PK", "macro-enabled"),
        ("a.doc", _OLE, "old Word format"),
        ("a.odt", b"PK", "OpenDocument"),
        ("a.rtf", b"{\\rtf1", "rich text"),
        ("a.xlsx", b"PK", "not read"),
        ("a", b"text", "not read"),
    ],
)
def test_other_kinds_are_refused_with_what_is_accepted(name: str, data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says) as refused:
        open_document(name, data)
    assert ".docx, .txt and .md" in str(refused.value)
    assert name in str(refused.value)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"Dear all", "not a Word document"),
        (_OLE + b"\0" * 600, "old Word document"),
        (_OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"{\\rtf1 hello}", "rich text"),
        (b"%PDF-1.7 hello", "PDF"),
        (b"<html><body>", "web page"),
        (_GOOD[: len(_GOOD) // 2], "damaged"),
        (_GOOD[:-8] + b"\0" * 8, "damaged"),
        (zipped({"notes.txt": b"hello"}), "no Word document"),
    ],
)
def test_a_docx_that_is_none_is_named_for_what_it_is(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        open_document("report.docx", data)


def _with(**changes: bytes) -> bytes:
    names = {"document": "word/document.xml", "types": "[Content_Types].xml", "rels": "_rels/.rels"}
    return zipped(unzipped(_GOOD) | {names.get(key, key): data for key, data in changes.items()})


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (_with(document=b"<w:document"), "damaged"),
        (_with(types=b"not xml"), "damaged"),
        (
            _with(types=unzipped(_GOOD)["[Content_Types].xml"].replace(b"wordprocessingml.doc", b"other.doc")),
            "not read",
        ),
        (_with(rels=b'<Relationships xmlns="urn:none"/>'), "no main document"),
        (_with(document=b'<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'), "entities"),
        (
            _with(document='<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>'.encode("utf-16")),
            "entities",
        ),
    ],
)
def test_a_damaged_or_hostile_part_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        document = open_document("report.docx", data)
        document.paragraphs()


@pytest.mark.parametrize(
    "name", ["../evil.xml", "/word/x.xml", "w\\..\\..\\x.xml", "C:x.xml", "word/./x.xml", "a\x01b"]
)
def test_names_that_lead_outside_are_refused(name: str) -> None:
    with pytest.raises(InputError, match=r"outside the package|damaged"):
        open_document("report.docx", zipped({**unzipped(_GOOD), name: b"x"}))


def test_folders_written_with_backslashes_are_folders() -> None:
    parts = {name.replace("/", "\\"): data for name, data in unzipped(_GOOD).items()}
    document = open_document("report.docx", zipped(parts))
    assert [p.text for p in document.paragraphs()] == [p.text for p in open_document("a.docx", _GOOD).paragraphs()]
    assert not any("\\" in name for name in unzipped(document.to_bytes()))


def test_two_parts_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="one name"):
        open_document("report.docx", zipped({**unzipped(_GOOD), "WORD/Document.xml": b"<x/>"}))
    twice = tmp_path / "twice.docx"
    twice.write_bytes(_GOOD)
    with zipfile.ZipFile(twice, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", b"<x/>")
    with pytest.raises(InputError, match="one name"):
        open_document("report.docx", twice.read_bytes())


def test_a_zip_bomb_is_refused_unopened() -> None:
    bomb = zipped({**unzipped(_GOOD), "word/media/image1.png": b"\0" * (64 * 1024 * 1024)})
    with pytest.raises(InputError, match="zip bomb"):
        open_document("report.docx", bomb)


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(InputError, match="parts"):
        open_document("report.docx", zipped({**unzipped(_GOOD), **{f"word/{n}.xml": b"" for n in range(10_001)}}))


@pytest.mark.parametrize(
    ("kind", "content_type", "says"),
    [
        ("vbaProject", "application/vnd.ms-office.vbaProject", "macros"),
        ("origin", "application/vnd.openxmlformats-package.digital-signature-origin", "signatures"),
    ],
)
def test_macros_and_signatures_are_refused_with_the_way_out(kind: str, content_type: str, says: str) -> None:
    package = Docx(paragraph(run("x"))).add("word/part.bin", b"\0\1", content_type).relate("rId9", kind, "part.bin")
    with pytest.raises(InputError, match=says) as refused:
        open_document("report.docx", package.build())
    assert refused.value.remedy


def test_a_workbook_named_docx_is_refused() -> None:
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    data = zipped(
        unzipped(_GOOD)
        | {
            "[Content_Types].xml": unzipped(_GOOD)["[Content_Types].xml"].replace(
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", sheet.encode()
            ),
            "word/document.xml": part_xml("x:workbook", "").encode(),
        }
    )
    with pytest.raises(InputError, match="no Word document"):
        open_document("report.docx", data)


@pytest.mark.parametrize("data", ["Zoë".encode("utf-16"), "Zoë".encode("utf-16-le"), "Zoë".encode("cp1252"), b"a\0b"])
def test_text_in_another_encoding_is_refused_with_how_to_save_it(data: bytes) -> None:
    with pytest.raises(InputError, match="not UTF-8") as refused:
        open_document("notes.txt", data)
    assert "Save it as UTF-8" in refused.value.remedy


def test_files_that_cannot_be_read_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_file(tmp_path / "none.docx")
    with pytest.raises(InputError, match="folder"):
        read_file(tmp_path)
    (tmp_path / "notes.txt").write_bytes(b"hello")
    assert read_file(tmp_path / "notes.txt") == b"hello"
