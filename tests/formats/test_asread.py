"""Markup, escapes and encodings within names: as a reader takes them, and what becomes of them."""

from __future__ import annotations

import pytest

from reviewdocs.formats.asread import UNSEEN, as_read
from reviewdocs.formats.opening import open_document
from reviewdocs.model.text import Edit


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**Fai**th _Oka_for", "Faith Okafor"),
        ("F**ait**h Oka*for*", "Faith Okafor"),
        ("~~Fai~~th `Oka`for", "Faith Okafor"),
        ("Oka_for_ said", "Okafor said"),
        ("**Seen: Fai**th", "**Seen: Faith"),
        ("<b>Fai</b>th Oka<span style='x'>for</span>", "<b>Faith Okafor</span>"),
        ("Oka\\for O\\'Dowd", "Okafor O'Dowd"),
        ("O&#39;Dowd &#70;aith&nbsp;Okafor", "O'Dowd Faith\u00a0Okafor"),
        ("said Faith\n> Okafor", "said Faith\nOkafor"),
    ],
)
def test_a_name_is_read_whole_and_every_place_keeps_its_number(written: str, read: str) -> None:
    assert as_read(written).replace(UNSEEN, "") == read
    assert len(as_read(written)) == len(written)


@pytest.mark.parametrize(
    "text",
    [
        "faith_okafor_2019.docx",
        "@_faith_okafor",
        "__init__",
        "21*320417",
        "a < b & c > d",
        "C:\\Users\\Okafor",
        "notes\\Okafor",
        "**Faith** and _Ada_",
        "year=2019",
        "5 * 3",
    ],
)
def test_what_is_no_markup_within_a_word_is_read_as_it_stands(text: str) -> None:
    assert as_read(text) == text


def _after(written: str, name: str, instead: str = "Child A") -> str:
    document = open_document("a.txt", written.encode())
    edits = {}
    for paragraph in document.paragraphs():
        seen = [(at, c) for at, c in enumerate(paragraph.text) if c != UNSEEN]
        at = "".join(c for _, c in seen).index(name)
        edits[paragraph.key] = [Edit(seen[at][0], seen[at + len(name) - 1][0] + 1, instead)]
    document.apply(edits)
    return document.to_bytes().decode()


@pytest.mark.parametrize(
    ("written", "after"),
    [
        ("**Fai**th came", "Child A came"),
        ("came Fai**th**", "came Child A"),
        ("**Seen: Fai**th came", "**Seen: **Child A came"),
        ("Fai**th came**", "Child A** came**"),
        ("<b>Fai</b>th came", "Child A came"),
        ("<b>Seen Fai</b>th came", "<b>Seen </b>Child A came"),
        ("F**ait**h came", "Child A came"),
        ("**Faith** came", "**Child A** came"),
        ("Fa&#105;th came &amp; went", "Child A came &amp; went"),
    ],
)
def test_no_mark_of_emphasis_is_left_without_its_other(written: str, after: str) -> None:
    assert _after(written, "Faith") == after


def test_an_e_mail_as_it_travels_is_read_with_its_line_breaks_and_bytes_undone() -> None:
    mail = "Mr O=E2=80=99Dowd met Faith Oka=\r\nfor=20today, ref=99.\r\n"
    (text,) = [p.text for p in open_document("a.txt", mail.encode()).paragraphs()]
    assert text.replace(UNSEEN, "") == "Mr O’Dowd met Faith Okafor today, ref=99."
    assert _after(mail, "Faith Okafor") == "Mr O=E2=80=99Dowd met Child A=20today, ref=99.\r\n"
