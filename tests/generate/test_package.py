"""A package with some parts changed: whole, the same every time, the other parts copied as they lie."""

from __future__ import annotations

import io
import zipfile

from reviewdocs.generate.package import Package, packed


def made(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


PARTS = {
    "word/document.xml": b"<a/>",
    "word/media/image1.png": bytes(range(256)) * 50,
    "word/Größe.xml": b"",
    "e": b"e",
}


def test_a_changed_part_is_in_its_place_and_the_others_are_as_they_were() -> None:
    package = Package(made(PARTS))
    data = package.with_parts({"word/document.xml": packed("word/document.xml", b"<b>longer than it was</b>")})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == list(PARTS)
        assert {name: archive.read(name) for name in PARTS} == PARTS | {
            "word/document.xml": b"<b>longer than it was</b>"
        }
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_one_letter_leaves_nothing_in_the_next() -> None:
    package = Package(made(PARTS))
    before = package.with_parts({})
    package.with_parts({"e": packed("e", b"other")})
    assert package.with_parts({}) == before == Package(made(PARTS)).with_parts({})
