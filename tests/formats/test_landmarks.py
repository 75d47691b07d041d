"""Landmarks: what a reader who has the page before her looks for."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import docx
from docx.document import Document

from reviewdocs.formats.headings import landmark_within
from reviewdocs.formats.opening import landmarks_of, open_document


def _of_word(write: Callable[[Document], object]) -> dict[str, str]:
    """Each text's landmark in a Word document."""
    document, data = docx.Document(), io.BytesIO()
    write(document)
    document.save(data)
    opened = open_document("report.docx", data.getvalue())
    paragraphs = opened.paragraphs()
    landmarks = landmarks_of(opened)
    return {p.text: landmarks.get(p.key, "") for p in paragraphs if p.part.startswith("word/") and "@" not in p.part}


def _of_line(name: str, text: str, words: str) -> str:
    """The landmark of words in a file of lines."""
    opened = open_document(name, text.encode())
    [paragraph] = [p for p in opened.paragraphs() if words in p.text]
    start = paragraph.text.index(words)
    paragraph = replace(paragraph, landmark=landmarks_of(opened)[paragraph.key])
    return landmark_within(paragraph, start, start + len(words))


def test_a_paragraph_is_found_by_its_heading_and_its_number() -> None:
    def write(document: Document) -> None:
        document.add_paragraph("Before all.")
        document.add_heading("Chronology", 2)
        document.add_paragraph("")
        document.add_paragraph("She was seen.")
        document.add_paragraph("4.12 She was seen again.")

    found = _of_word(write)
    assert found["Before all."] == "paragraph 1"
    assert found["Chronology"] == "heading “Chronology”"
    assert found["She was seen."] == "paragraph 1 under “Chronology”"
    assert found["4.12 She was seen again."] == "paragraph 4.12 under “Chronology”"


def test_a_cell_is_found_by_its_row_also_in_a_table_within_a_table() -> None:
    def write(document: Document) -> None:
        document.add_heading("Timeline", 1)
        table = document.add_table(2, 2)
        table.cell(1, 1).text = "outer"
        inner = table.cell(0, 0).add_table(3, 1)
        inner.cell(2, 0).text = "inner"

    found = _of_word(write)
    assert found["outer"] == "table row 2 under “Timeline”"
    assert found["inner"] == "table row 3 under “Timeline”"


def test_headings_that_only_their_words_tell_are_used_where_no_style_does() -> None:
    def write(document: Document) -> None:
        document.add_paragraph("3. What happened")
        document.add_paragraph("3 children lived there, and their aunt.")
        document.add_paragraph("She was seen.")

    found = _of_word(write)
    assert found["She was seen."] == "paragraph 2 under “3. What happened”"


def test_a_comment_is_found_by_its_number_in_the_order_of_the_text() -> None:
    def write(document: Document) -> None:
        first, second = document.add_paragraph("First."), document.add_paragraph("Second.")
        document.add_comment(second.runs, "On the second.")
        document.add_comment(first.runs, "On the first.")

    found = _of_word(write)
    assert found["On the first."] == "comment 1"
    assert found["On the second."] == "comment 2"


def test_text_is_found_by_its_lines() -> None:
    text = "# Summary\r\n\r\nOne\r\ntwo.\r\n\r\n## Contact ##\r\nThree.\r\n"
    for word, where in [
        ("Summary", "line 1"), ("One", "line 3 under “Summary”"), ("two.", "line 4 under “Summary”"),
        ("One\r\ntwo", "lines 3 to 4 under “Summary”"), ("Contact", "line 6"), ("Three", "line 7 under “Contact”"),
    ]:  # fmt: skip
        assert _of_line("a.md", text, word) == where
    assert _of_line("a.txt", "\n\nOnly this.\nAnd that.", "this") == "line 3"
    assert _of_line("a.txt", "\n\nOnly this.\nAnd that.", "And") == "line 4"
