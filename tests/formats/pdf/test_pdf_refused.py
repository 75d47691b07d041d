"""What cannot be read is said: pages without text, fonts that lie, and files that are no honest PDF."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from pdf_builder import Pdf, one_page, text

from reviewdocs.errors import InputError
from reviewdocs.formats import bounds
from reviewdocs.formats.opening import open_document
from reviewdocs.formats.pdf import loose, pages, source

_WORDS = "The nurse wrote down that all was well with the boy and that she would come again on the next day. " * 3


def _unread(pdf: Pdf | bytes) -> tuple[str, ...]:
    return open_document("report.pdf", pdf if isinstance(pdf, bytes) else pdf.build()).coverage().unread


def _picture(pdf: Pdf) -> int:
    entries = "/Type/XObject/Subtype/Image/Width 4/Height 4/BitsPerComponent 8/ColorSpace/DeviceRGB"
    return pdf.stream(bytes(range(48)), entries)


def _scan(words: str) -> Pdf:
    pdf = Pdf()
    pdf.page(text("All well."))
    pdf.page(f"q 595 0 0 842 0 0 cm /I Do Q {words}", resources=f"/XObject<</I {_picture(pdf)} 0 R>>")
    return pdf


def test_a_page_without_text_is_not_read() -> None:
    assert _unread(_scan("")) == ("page 2: no text layer",)
    assert _unread(one_page("72 700 m 200 720 l 300 600 l h f")) == ("page 1: no text layer",)


def test_an_empty_page_is_read() -> None:
    assert _unread(one_page("")) == ()


def test_a_page_on_which_nothing_is_seen_though_something_is_drawn_is_not_read() -> None:
    why = ("page 1: nothing is seen on it, though something is drawn there",)
    broken = Pdf()
    picture = broken.stream("no picture", "/Type/XObject/Subtype/Image/Width 9/Height 9/Filter/JPXDecode", packed=False)
    broken.page("q 595 0 0 842 0 0 cm /I Do Q", resources=f"/XObject<</I {picture} 0 R>>")
    assert why[0] in _unread(broken)
    assert _unread(one_page("/Missing Do")) == why
    assert _unread(one_page("1 1 1 rg 0 0 595 842 re f")) == ()


def test_a_picture_with_a_stamp_on_it_is_not_read() -> None:
    assert _unread(_scan(text("Page 2 of 9"))) == ("page 2: mostly a picture, which was not read",)


def test_words_recognised_in_a_scan_are_read_and_the_picture_is_not() -> None:
    pdf = _scan("".join(text(_WORDS[at : at + 60], y=800 - at, before="3 Tr") for at in range(0, len(_WORDS), 60)))
    document = open_document("report.pdf", pdf.build())
    assert document.coverage().unread == ("page 2: a scan; the words recognised in it were read, the picture was not",)
    assert any("the nurse wrote" in p.text.casefold() and p.place == "Page 2" for p in document.paragraphs())


def _font(pdf: Pdf, entries: str) -> None:
    font = pdf.add(f"<</Type/Font/Subtype/Type1/BaseFont/Own/FirstChar 0/LastChar 255{entries}>>")
    pdf.objects[3] = pdf.objects[font]


def test_a_font_that_does_not_say_its_letters_is_not_read() -> None:
    pdf = Pdf()
    differences = " ".join(f"/g{number}" for number in range(256))
    _font(pdf, f"/Encoding<</Type/Encoding/Differences[0 {differences}]>>")
    pdf.page(text(_WORDS[:60]))
    assert _unread(pdf) == ("page 1: a font does not say which letters it shows",)


def test_a_font_that_lies_about_its_letters_is_not_read() -> None:
    shifted = "".join(chr((ord(c) - 97 + 7) % 26 + 97) if c.islower() else c for c in _WORDS)
    content = "".join(text(shifted[at : at + 60], y=800 - at) for at in range(0, len(shifted), 60))
    (entry,) = _unread(one_page(content))
    assert entry.startswith("page 1: its letters make no words")


def _nested_pdf(depth: int) -> bytes:
    data = one_page(text("All well."))
    for _ in range(depth):
        pdf = Pdf()
        pdf.catalogue = f"/Names<</EmbeddedFiles<</Names[(a) {pdf.attachment('a.pdf', data)} 0 R]>>>>"
        pdf.page(text("All well."))
        data = pdf.build()
    return data


def _attached(data: bytes) -> Pdf:
    pdf = Pdf()
    pdf.catalogue = f"/Names<</EmbeddedFiles<</Names[(a) {pdf.attachment('a', data)} 0 R]>>>>"
    pdf.page(text("All well."))
    return pdf


@pytest.mark.parametrize(
    ("build", "says"),
    [
        (lambda: _attached(b"\0\1\2\3" * 9), "attachment 1: an attached file that cannot be read"),
        (lambda: _attached(b"PK\3\4 broken"), "attachment 1: an attached file that cannot be read"),
        (lambda: _attached(b"\x89PNG\r\n\x1a\n" + b"\0" * 40), "attachment 1: a picture (png), which was not read"),
        (lambda: _attached(b"%PDF-1.7 broken"), "attachment 1: an attached file that cannot be read"),
        (lambda: _nested_pdf(5), "attachment 1!attachment 1!attachment 1!attachment 1: it lies within too many"),
        (lambda: one_page(text("All well.")) + b"PK\3\4" * 40, "what follows the end of the file"),
    ],
)
def test_what_lies_within_and_cannot_be_read_is_told(build: Callable[[], Pdf | bytes], says: str) -> None:
    assert any(entry.startswith(says) for entry in _unread(build()))


def test_a_stream_of_unknown_kind_is_told() -> None:
    pdf = Pdf()
    sound = pdf.stream(bytes(range(256)) * 4, "/Type/Sound/R 8000")
    note = pdf.add(f"<</Type/Annot/Subtype/Sound/Rect[1 1 9 9]/Sound {sound} 0 R>>")
    pdf.page(text("All well."), entries=f"/Annots[{note} 0 R]")
    assert _unread(pdf) == (f"object {sound}: hidden data of a kind that is not read",)


def _encrypted(password: str) -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(one_page(text("All well."))))
    writer.encrypt(password, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"Dear all", "not a PDF"),
        (b"%PDF-1.7\nhello", "damaged"),
        (one_page(text("All well."))[:200], "damaged"),
        (b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF", "damaged"),
        (_encrypted("winter"), "protected by a password"),
    ],
)
def test_it_is_refused_with_a_reason(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says) as refused:
        open_document("report.pdf", data)
    assert "report.pdf" in str(refused.value) and refused.value.remedy


def test_a_wrong_password_is_told() -> None:
    with pytest.raises(InputError, match="does not open"):
        open_document("report.pdf", _encrypted("winter"), password="summer")


def test_a_pdf_is_not_edited(cli: Callable[..., object], tmp_path: Path) -> None:
    pdf = open_document("report.pdf", one_page(text("All well.")))
    with pytest.raises(InputError, match="cannot be edited") as refused:
        pdf.apply({})
    assert "Word document that it was made from" in refused.value.remedy
    assert pdf.to_bytes() == one_page(text("All well."))


def _bomb() -> Pdf:
    pdf = Pdf()
    packed = zlib.compress(zlib.compress(b"\0" * 30_000_000))
    for _ in range(3):
        body = b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n" % len(packed) + packed + b"\nendstream"
        pdf.catalogue += f"/A{pdf.add(body)} {max(pdf.objects)} 0 R"
    pdf.page(text("All well."))
    return pdf


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds.Allowance, "__init__", lambda self: setattr(self, "left", 50_000_000))
    with pytest.raises(InputError, match="unpacks to more"):
        _unread(_bomb())


def test_filters_without_end_are_told() -> None:
    pdf = Pdf()
    number = pdf.stream(b"x", "/Filter[" + "/ASCIIHexDecode" * 5_000 + "]", packed=False)
    pdf.catalogue = f"/A {number} 0 R"
    pdf.page(text("All well."))
    assert _unread(pdf) == (f"object {number}: it cannot be unpacked",)


def test_bookmarks_and_fields_in_a_circle_end() -> None:
    pdf = Pdf()
    outline = pdf.add("")
    pdf.objects[outline] = f"<</Title(Round)/First {outline} 0 R/Next {outline} 0 R/Parent {outline} 0 R>>".encode()
    pdf.catalogue = f"/Outlines {outline} 0 R/AcroForm<</Fields[{outline} 0 R]>>"
    pdf.page(text("All well."))
    assert [p.text for p in open_document("report.pdf", pdf.build()).paragraphs()] == ["All well.", "Round"]


def test_a_drawing_that_draws_itself_is_refused() -> None:
    pdf = Pdf()
    form = pdf.form("/X Do")
    pdf.objects[form] = pdf.objects[form].replace(b"/Font", f"/XObject<</X {form} 0 R>>/Font".encode())
    pdf.page(text("All well.") + "/X Do", resources=f"/XObject<</X {form} 0 R>>")
    with pytest.raises(InputError, match="draws more"):
        open_document("report.pdf", pdf.build())


def test_a_page_tree_in_a_circle_ends() -> None:
    pdf = Pdf()
    page = pdf.page(text("All well."))
    data = pdf.build().replace(f"/Kids[{page} 0 R]".encode(), b"/Kids[2 0 R]")
    try:
        assert _unread(data)
    except InputError as refused:
        assert refused.remedy


def test_nesting_without_end_is_refused_or_told() -> None:
    pdf = Pdf()
    number = pdf.add("[" * 20_000 + "]" * 20_000)
    pdf.catalogue = f"/A {number} 0 R"
    pdf.page(text("All well."))
    try:
        assert _unread(pdf) == (f"object {number}: damaged",)
    except InputError as refused:
        assert refused.remedy


def test_numbers_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = Pdf()
    for _ in range(4):
        pdf.page(text("All well."))
    data = pdf.build()
    monkeypatch.setattr(pages, "MAX_PAGES", 3)
    with pytest.raises(InputError, match="more than 3 pages"):
        open_document("report.pdf", data)
    monkeypatch.setattr(source, "MAX_OBJECTS", 5)
    with pytest.raises(InputError, match="more than 5 objects"):
        open_document("report.pdf", data)


def test_drawings_beyond_number_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewdocs.formats.pdf.document.MAX_DRAWINGS", 2)
    assert loose.MAX_DRAWINGS > 2
    pdf = Pdf()
    for number in range(3):
        pdf.form(text(f"Unused {number}"))
    pdf.page(text("All well."))
    assert _unread(pdf) == ("drawings: there are more than 2 outside pages",)
