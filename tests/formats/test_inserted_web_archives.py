"""Web archives that Word merges on opening: unpacked, read, edited, cleaned, and packed as they were."""

from __future__ import annotations

import base64
import quopri

import pytest
from inserted import MHT, anonymised, find_name, opened, refused, replace_name, texts
from office_builder import unzipped
from planted import png_saying

from reviewdocs.formats.adversary import readings
from reviewdocs.formats.opening import open_document
from reviewdocs.model.text import Layer
from reviewdocs.model.words import Audience

_TOP = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b-1"; type="text/html"\r\n\r\n'
_PAGE = '<html><head><meta charset="windows-1252"></head><body>{}</body></html>'


def _archive(*parts: str, top: str = _TOP, before: str = "", after: str = "\r\n") -> bytes:
    text = "".join(f"\r\n--b-1\r\n{part}" for part in parts).removeprefix("\r\n")
    return f"{top}{before}{text}\r\n--b-1--{after}".encode("latin-1")


def _page(body: str, packing: str = "quoted-printable", headers: str = "") -> str:
    data = _PAGE.format(body).encode("cp1252")
    packed = {
        "quoted-printable": quopri.encodestring(data).replace(b"\n", b"\r\n"),
        "base64": base64.encodebytes(data).strip().replace(b"\n", b"\r\n"),
    }.get(packing, data)
    kind = 'Content-Type: text/html; charset="windows-1252"\r\n'
    return f"{headers}{kind}Content-Transfer-Encoding: {packing}\r\n\r\n{packed.decode('latin-1')}"


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.RESTRICTED])
@pytest.mark.parametrize("packing", ["quoted-printable", "base64", "8bit"])
def test_the_page_is_edited_and_packed_as_it_was(packing: str, audience: Audience) -> None:
    before = _archive(_page(f"<p>Zo\u00eb and Ki<b>rsty</b></p>{'x' * 200}", packing))
    after = _archive(_page(f"<p>Zo\u00eb and Child A<b></b></p>{'x' * 200}", packing))
    assert anonymised(before, MHT, audience) == after


def test_a_page_without_other_parts() -> None:
    top = "MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n"
    assert anonymised(f"{top}<p>Kirsty</p>", MHT).decode() == f"{top}<p>Child A</p>"


def test_a_page_and_its_pictures_go_on_belonging_together() -> None:
    folder = "file:///C:/Users/Kirsty/My%20files/"
    picture = base64.b64encode(png_saying(b"Author\0Kirsty")).decode()
    data = _archive(
        _page('<img src="Kirsty_files/a.png"><img src="gone.png">', headers=f"Content-Location: {folder}k.htm\r\n"),
        f"Content-Location: {folder}Kirsty_files/a.png\r\nContent-Type: image/png\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{picture}",
    )
    out = anonymised(data, MHT).decode()
    assert "Content-Location: file:///C:/k.htm" in out
    assert "Content-Location: file:///C:/Child%20A_files/a.png" in out
    assert '<img src=3D"Child%20A_files/a.png"><img>' in out.replace("=\r\n", "")
    assert not any("Kirsty" in text or "Users" in text for _, text in readings("", out.encode()))


def test_what_says_who_and_where_goes_for_readers_outside() -> None:
    top = "From: Kirsty <kirsty@home.example>\r\nSubject: =?utf-8?Q?K=69rsty?=\r\n" + _TOP.replace(
        "type=", 'name="Kirsty.mht"; type='
    )
    other = "Content-Type: text/xml\r\nContent-Location: files.xml\r\n\r\n<a>Kirsty</a>"
    data = _archive(_page("<p>Kept</p>"), other, top=top, before="For Kirsty\r\n", after="\r\nKirsty\r\n")
    document = opened(data, MHT)
    counts = document.strip(Audience.PUBLIC)
    assert counts == {"document properties": 2, "file paths": 1, "files within inserted files": 1, "hidden data": 2}
    assert not document.coverage().unread
    assert texts(document, layer=Layer.BODY) == ["Kept"]
    out = unzipped(document.to_bytes())["word/afchunk1.dat"]
    assert b"Kirsty" not in out and out.startswith(b"MIME-Version: 1.0\r\n")
    assert anonymised(out, MHT) == out


def test_the_board_keeps_headers_with_the_name_replaced_and_is_told_what_was_not_read() -> None:
    top = f"From: Kirsty <kirsty@home.example>\r\nX-Who: =?utf-8?Q?K=69rsty?=\r\n{_TOP}"
    data = _archive(_page("<p>x</p>"), "Content-Type: text/xml\r\n\r\n<a>x</a>", top=top, before="For Kirsty\r\n")
    document = opened(data, MHT)
    assert document.strip(Audience.RESTRICTED) == {}
    replace_name(document)
    out = unzipped(document.to_bytes())["word/afchunk1.dat"].decode()
    assert out.startswith("From: Child A <Child A@home.example>\r\nMIME-Version")
    assert "For Child A" in out
    assert document.coverage().unread == ("word/afchunk1.dat!part 3: a file of a kind that is not read",)


_INNER = 'Content-Type: multipart/mixed; boundary="c"\r\n\r\n--c\r\nContent-Type: a/b\r\n\r\nx\r\n--c--\r\n'
REFUSED = {
    "no headers": b"<html>Kirsty</html>",
    "no end": _archive(_page("x")).removesuffix(b"--\r\n"),
    "no headers at all": b"\r\nKirsty",
    "no parts": (_TOP + "Kirsty").encode(),
    "no page": _archive("Content-Type: image/png\r\n\r\nx"),
    "no page within": _archive(_page("x"), _INNER),
    "a header twice": _archive(_page("x", headers="Content-Type: text/plain\r\n")),
    "damaged headers": _archive("Kirsty was here\r\n" + _page("x")),
    "other packing": _archive(_page("x", "x-uuencode")),
    "damaged packing": _archive(_page("x").replace("=3D", "=ZZ")),
    "damaged base64": _archive(_page("x", "base64") + "*"),
    "another encoding than the page's": _archive(_page("Zo\u00eb").replace("windows-1252", "macintosh", 1)),
    "a page that is not read": _archive(_page("<plaintext>x")),
}  # fmt: skip


@pytest.mark.parametrize("why", REFUSED)
def test_what_is_not_clear_is_not_read_at_all(why: str) -> None:
    assert "word/afchunk1.dat" in refused(REFUSED[why], MHT)


def test_a_part_without_headers_is_plain_text() -> None:
    assert anonymised(_archive(_page("x"), "\r\nKirsty"), MHT) == _archive(_page("x"), "\r\nChild A")


def test_archives_in_archives_end_somewhere() -> None:
    part = _page("x")
    for number in range(10):
        part = f'Content-Type: multipart/mixed; boundary="n{number}"\r\n\r\n--n{number}\r\n{part}\r\n--n{number}--\r\n'
    assert "too many parts" in refused(f"MIME-Version: 1.0\r\n{part}", MHT)
    many = _archive(*["Content-Type: text/plain\r\n\r\nx"] * 3000)
    assert "too many parts" in refused(many, MHT)


def test_a_name_in_what_only_programs_read_becomes_one_word_everywhere() -> None:
    page = _page('<style>.KirstyReport{color:red}</style><p class=KirstyReport>x</p><img src="cid:KirstyPicture">')
    headers = "Content-Type: image/png\r\nContent-ID: <KirstyPicture>\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    document = opened(_archive(page, f"{headers}iVBORw0KGgo="), MHT)
    assert document.expunge(find_name)
    again = open_document("a.docx", document.to_bytes())
    assert not any("Kirsty" in text for _, text in again.searchable())
    out = unzipped(again.to_bytes())["word/afchunk1.dat"].decode().replace("=\r\n", "")
    assert ".Name1Report{" in out and "class=3DName1Report" in out
    assert "cid:Name1Picture" in out and "<Name1Picture>" in out
