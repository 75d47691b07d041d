"""When chunks of a PDF are the words of a paragraph, and when they are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdocs.formats.base import CELLS
from reviewdocs.model.text import Paragraph
from reviewdocs.publication.pdf_text import Block, PageText, TaggedText
from reviewdocs.publication.same_text import differences, drawn_alike, same_words


@pytest.mark.parametrize(
    ("text", "chunks"),
    [
        ("Adult W lived alone.", ["Adult W lived alone."]),
        ("Adult W lived alone.", ["Adult W lived ", "alone."]),
        ("Adult W lived alone.", ["Adult W lived", "alone."]),
        ("Adult W lived alone.", ["1.2", "Adult W lived alone."]),
        ("a bullet", ["•", "a bullet"]),
        ("1\tIntroduction", ["1", "Introduction"]),
        ("1\tIntroduction", ["1 Introduction"]),
        ("one line\nand another", ["one line", "and another"]),
        ("the final office", ["the ﬁnal oﬃce"]),
        ("cooperation", ["co\u00adoper", "ation"]),
    ],
)
def test_the_same(text: str, chunks: list[str]) -> None:
    assert same_words(text, chunks)


@pytest.mark.parametrize(
    ("text", "chunks"),
    [
        ("Adult W lived alone.", ["Adult V lived alone."]),
        ("Adult W lived alone.", ["Adult W lived alone. Then"]),
        ("Adult W lived alone.", ["Adult W lived"]),
        ("the therapist", ["the the rapist"]),
        ("the rapist", ["therapist"]),
        ("not seen", ["not", "", "seen again"]),
        ("Adult W", ["Isolde", "Adult W"]),
        ("alone", []),
    ],
)
def test_not_the_same(text: str, chunks: list[str]) -> None:
    assert not same_words(text, chunks)


def _told(paragraphs: list[Paragraph], blocks: list[Block], page: PageText) -> list[str]:
    return list(differences(paragraphs, TaggedText(blocks, [page], [])))


def test_running_lines_and_repeated_heading_rows_are_known_and_nothing_else() -> None:
    paragraphs = [
        Paragraph("word/header1.xml", 0, "SAR-2031-04\tPage 1 of 1", place="Header"),
        Paragraph("word/document.xml", 0, "When", place="Table"),
    ]
    blocks = [Block("P", ["When"], heading_cell=True)]
    assert _told(paragraphs, blocks, PageText(furniture=["SAR-2031-04", "Page ", "12", " of ", "30", "When"])) == []
    assert _told(paragraphs, blocks, PageText(furniture=["SAR-2031-04", "Page 1 of 1", "DRAFT"]))


def test_order_matters_but_for_the_boxes_of_a_drawing() -> None:
    def both(place: str) -> list[str]:
        paragraphs = [Paragraph("word/document.xml", n, t, place=place) for n, t in enumerate(("36", "62", "Mother"))]
        return _told(paragraphs, [Block("P", [text]) for text in ("Mother", "62", "36")], PageText())

    assert both("Text box") == []
    assert both("Body") == ["the text from paragraph 1 of 3 on (body)"]


def test_a_lost_a_loose_and_a_missing_text_are_told() -> None:
    tagged = TaggedText([], [PageText(loose="x")], [(0, 3)])
    told = list(differences([Paragraph("word/document.xml", 0, "Text")], tagged))
    assert len(told) == 3


def test_what_is_drawn_is_what_is_said() -> None:
    page = PageText(marked={0: "Adult W"}, furniture=["Page 1"])
    assert drawn_alike(page, "Page 1Adult W")
    assert not drawn_alike(page, "Page 1Adult V")


def test_the_marks_of_notes_are_no_words_where_there_are_notes() -> None:
    marked = Block("P", ["as the law says", "1", " today"], links={1})
    note = Block("P", ["1", " Care Act 2014"], in_note=True)
    paragraphs = [
        Paragraph("word/document.xml", 0, "as the law says today"),
        Paragraph("word/footnotes.xml", 0, "Care Act 2014", place="Footnote"),
    ]
    assert _told(paragraphs, [marked, note], PageText()) == []
    assert _told(paragraphs[:1], [marked], PageText())


def test_what_our_reader_reads_twice_stands_in_the_pdf_once() -> None:
    paragraphs = [
        Paragraph("word/document.xml", 0, "31", place="Text box"),
        Paragraph("word/document.xml", 1, "63", place="Text box"),
        Paragraph("word/document.xml", 2, "3163", place=CELLS),
    ]
    assert _told(paragraphs, [Block("P", ["63"]), Block("P", ["31"])], PageText()) == []


_WORDS = st.lists(st.text("abcdeäß1", min_size=1, max_size=5), min_size=1, max_size=8)


@given(_WORDS, st.data())
def test_however_lines_break_it_is_the_same_and_with_one_letter_changed_it_is_not(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=4)))
    chunks = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert same_words(text, chunks)
    at = data.draw(st.integers(0, len(text) - 1))
    for other in ("", "z", text[at] * 2) if text[at] != " " else ("", "z"):
        assert not same_words(text[:at] + other + text[at + 1 :], [text])
