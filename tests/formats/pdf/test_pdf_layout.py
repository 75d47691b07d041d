"""Letters on a page become the lines, words and paragraphs that a reader sees."""

from __future__ import annotations

import random

from pdf_builder import Pdf, one_page, text

from reviewdocs.formats.opening import open_document
from reviewdocs.model.text import Layer

_WIDTH = 6.5
"""Points that a letter takes at most, set one by one."""


def _paragraphs(content: str) -> list[str]:
    return [p.text for p in open_document("report.pdf", one_page(content)).paragraphs()]


def _lines(*lines: str, x: float = 72, top: float = 720, step: float = 14) -> str:
    return "".join(text(line, x, top - number * step) for number, line in enumerate(lines))


def _letter_by_letter(words: str, *, apart: float, y: float = 720) -> list[str]:
    return [text(letter, 72 + apart * at, y) for at, letter in enumerate(words) if letter != " "]


def test_lines_are_joined_and_paragraphs_kept_apart() -> None:
    first = _lines("The school nurse was told by Winifred", "Ashgrove that the boy had not been seen", "for a week.")
    second = _lines("Nothing was written down at the time", "by anybody.", top=660)
    assert _paragraphs(first + second) == [
        "The school nurse was told by Winifred Ashgrove that the boy had not been seen for a week.",
        "Nothing was written down at the time by anybody.",
    ]


def test_a_new_paragraph_without_a_gap_is_seen_by_the_room_left_on_the_line() -> None:
    lines = (
        "The nurse came on the day after.",
        "Nobody was in.",
        "The door was opened at the second call only,",
    )
    assert _paragraphs(_lines(*lines, "by the aunt.")) == [
        "The nurse came on the day after.",
        "Nobody was in.",
        "The door was opened at the second call only, by the aunt.",
    ]


def test_words_cut_at_the_end_of_a_line_are_made_whole() -> None:
    assert _paragraphs(
        _lines("The nurse spoke with Winifred Ash-", "grove, who lives with the Miller-", "Hobbs family.")
    ) == ["The nurse spoke with Winifred Ashgrove, who lives with the Miller-Hobbs family."]


def test_words_cut_without_a_hyphen_in_a_narrow_cell_are_read_whole_beside_the_page() -> None:
    found = open_document("report.pdf", one_page(_lines("Ash", "gro", "ve"))).paragraphs()
    assert [(p.text, p.layer) for p in found] == [("Ash gro ve", Layer.BODY), ("Ashgrove", Layer.PERIPHERAL)]
    assert _paragraphs(_lines("at", "home with")) == ["at home with"]


def test_a_raised_note_number_is_no_figure_of_the_word() -> None:
    drawn = text("The aunt of Winifred") + text("4", 182, 725, size=7) + text("rang on 12 May 2019", 190)
    assert _paragraphs(drawn) == ["The aunt of Winifred⁴ rang on 12 May 2019"]


def test_one_letter_to_a_box_is_read_as_one_text_too() -> None:
    boxes = "".join(text(letter, 72 + 24 * at, 700) for at, letter in enumerate("ASHGROVE"))
    found = open_document("report.pdf", one_page(_lines("Surname of the aunt") + boxes)).paragraphs()
    assert [p.text for p in found if p.place == "Boxes"] == ["ASHGROVE"]


def test_letters_set_one_by_one_in_any_order_make_words() -> None:
    letters = _letter_by_letter("Winifred Ashgrove", apart=_WIDTH)
    random.Random(7).shuffle(letters)
    found = _paragraphs("".join(letters))
    assert "".join(found).replace(" ", "") == "WinifredAshgrove" and len(found) == 1


def test_letter_spaced_text_makes_words() -> None:
    spaced = "BT /F1 12 Tf 4 Tc 72 720 Td (WINIFRED ASHGROVE) Tj ET\n"
    assert _paragraphs(spaced) == ["WINIFRED ASHGROVE"]
    assert _paragraphs(text("W I N I F R E D   A S H G R O V E")) == ["WINIFRED ASHGROVE"]


def test_pieces_of_a_word_are_joined() -> None:
    assert _paragraphs("BT /F1 12 Tf 72 720 Td [(Wini) 20 (fred Ash) -10 (grove)] TJ ET") == ["Winifred Ashgrove"]
    assert _paragraphs("BT /F1 12 Tf 72 720 Td [(Winifred) -300 (Ashgrove)] TJ ET") == ["Winifred Ashgrove"]


def test_columns_are_read_one_after_the_other() -> None:
    left = _lines("The nurse wrote that she had", "spoken with Winifred", "Ashgrove.", x=72)
    right = _lines("The school had no record of", "anybody of that name at", "all.", x=320)
    assert _paragraphs(left + right) == [
        "The nurse wrote that she had spoken with Winifred Ashgrove.",
        "The school had no record of anybody of that name at all.",
    ]


def test_a_label_keeps_what_it_labels() -> None:
    assert _paragraphs(text("Date of birth") + text("3 May 2019", x=250)) == ["Date of birth\t3 May 2019"]


def test_the_cells_of_a_row_stay_apart() -> None:
    row = text("Father") + text("33", x=200) + text("White Czech", x=300)
    assert _paragraphs(row) == ["Father", "33", "White Czech"]


def test_text_that_stands_on_its_side_or_slants_is_read() -> None:
    sideways = "BT /F1 12 Tf 0 1 -1 0 300 300 Tm (Winifred Ashgrove) Tj ET\n"
    slanting = "BT /F1 12 Tf .7071 .7071 -.7071 .7071 100 100 Tm (Marked for Merrigold) Tj ET\n"
    assert _paragraphs(sideways + slanting) == ["Winifred Ashgrove", "Marked for Merrigold"]


def test_a_turned_page_reads_the_same() -> None:
    turned = one_page(text("Winifred Ashgrove") + text("covered", y=500) + "60 490 100 40 re f", entries="/Rotate 90")
    found = {p.text: p.place for p in open_document("report.pdf", turned).paragraphs()}
    assert found == {"Winifred Ashgrove": "Page 1", "covered": "Text under a drawn shape or picture"}


def test_ligatures_and_letters_known_by_a_map_of_the_font() -> None:
    pdf = Pdf()
    letters = "<01> <00570069006E0069> <02> <0066> <03> <FB01> <04> <0072>"  # "Wini", "f", "fi" as one letter, "r"
    cmap = pdf.stream(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <FF> "
        f"endcodespacerange 4 beginbfchar {letters} endbfchar endcmap end end"
    )
    font = pdf.add(f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode {cmap} 0 R>>")
    pdf.page("BT /F2 12 Tf 72 720 Td <010204> Tj ET BT /F2 12 Tf 72 600 Td <0304> Tj ET", resources="")
    page = pdf.objects[pdf.pages[0]].replace(b"/F1 3 0 R", b"/F1 3 0 R/F2 %d 0 R" % font)
    pdf.objects[pdf.pages[0]] = page
    texts = [p.text for p in open_document("report.pdf", pdf.build()).paragraphs() if p.layer is Layer.BODY]
    assert [found.replace(" ", "") for found in texts] == ["Winifr", "fir"]


def test_headers_and_footers_are_told_once() -> None:
    pdf = Pdf()
    for number in range(1, 6):
        header, footer = text("Overview report", y=800), text(f"Page {number} of 5", y=30)
        pdf.page(header + text(f"Text of the page in {number} words.") + footer)
    paragraphs = open_document("report.pdf", pdf.build()).paragraphs()
    assert [(p.text, p.place) for p in paragraphs if p.layer is Layer.PERIPHERAL] == [
        ("Overview report", "Header"),
        ("Page 1 of 5", "Footer"),
    ]
    assert sum(p.place.startswith("Page") for p in paragraphs) == 5


def test_a_header_that_says_something_else_is_told() -> None:
    pdf = Pdf()
    for number in range(1, 6):
        pdf.page(text("Winifred Ashgrove" if number == 4 else "Overview report", y=800) + text("Text."))
    assert "Winifred Ashgrove" in [p.text for p in open_document("report.pdf", pdf.build()).paragraphs()]


def test_a_paragraph_goes_on_over_the_page() -> None:
    pdf = Pdf()
    pdf.page(_lines("The nurse wrote on that day that she had spoken to nobody", "of the family but Winifred", top=130))
    pdf.page(_lines("Ashgrove, and then only by telephone, on her way home.", top=700))
    document = open_document("report.pdf", pdf.build())
    (paragraph,) = document.paragraphs()
    assert "Winifred Ashgrove" in paragraph.text and paragraph.part == "page 1"
    assert document.coverage().read == ("page 1", "page 2")
