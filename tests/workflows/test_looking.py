"""Pictures: each is told with its place, and ticked by a person who looked at it."""

from __future__ import annotations

import io
import json
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

MAP = "id: T\nreview_type: LCSPR\npeople: []\n"
BY = ("--by", "Anna Officer")


def png(shade: int) -> io.BytesIO:
    """A picture of one pixel."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes([0, shade]))),
        (b"IEND", b""),
    )
    body = b"".join(struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + body)


def report(file: Path, *shades: int) -> Path:
    made = docx.Document()
    made.add_heading("Chronology", 1)
    for shade in shades:
        made.add_paragraph("The panel met and considered what had happened.")
        made.add_picture(png(shade))
    made.save(str(file))
    return file


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "pseudonyms.yaml").write_text(MAP, encoding="utf-8")
    return folder


@pytest.fixture
def pictures(cli: Callable[..., Any], case: Path) -> Callable[[Path], list[dict[str, Any]]]:
    def found(file: Path) -> list[dict[str, Any]]:
        (document,) = json.loads(cli("check", file, "--case", case, "--json").out)["documents"]
        found = [f for f in document["findings"] if f["rule"] == "unseen-picture"]
        assert "the small preview of the file" in found.pop()["text"]  # of the empty document that ours is made from
        return found

    return found


def test_a_picture_is_ticked_by_a_named_person_and_stays_ticked_while_it_is_the_same(
    cli: Callable[..., Any], case: Path, tmp_path: Path, pictures: Callable[[Path], list[dict[str, Any]]]
) -> None:
    file = report(tmp_path / "report.docx", 1, 2)
    one, two = pictures(file)
    assert [one["text"], two["text"]] == [
        "picture 1, after paragraph 1 under “Chronology”",
        "picture 2, after paragraph 2 under “Chronology”",
    ]
    assert cli("decide", case, two["id"], "--looked-at", *BY).code == 0
    told = {f["text"]: f["decision"] for f in pictures(report(file, 7, 1, 2))}
    assert [text for text, decision in told.items() if decision] == ["picture 3, after paragraph 3 under “Chronology”"]
    assert not [f for f in pictures(report(file, 7, 1, 3)) if f["decision"]]


def test_only_looking_settles_a_picture_and_nothing_else(
    cli: Callable[..., Any], case: Path, tmp_path: Path, pictures: Callable[[Path], list[dict[str, Any]]]
) -> None:
    (picture,) = pictures(report(tmp_path / "report.docx", 1))
    answer = cli("decide", case, picture["id"], "--accept", "--reason", "Agreed with the family", *BY)
    assert answer.code == 2 and "settled by looking at it" in answer.err
    text = tmp_path / "notes.txt"
    text.write_text("She was seen at home on 12 March 2019.", encoding="utf-8")
    (document,) = json.loads(cli("check", text, "--case", case, "--json").out)["documents"]
    answer = cli("decide", case, document["findings"][0]["id"], "--looked-at", *BY)
    assert answer.code == 2 and "no picture" in answer.err
