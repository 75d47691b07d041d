"""Text files: offsets that agree with the file, and every byte but the edits as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdocs.formats.opening import open_document
from reviewdocs.model.text import Edit
from reviewdocs.model.words import Audience

_LINES = st.lists(st.sampled_from(["", " ", "Faith", "went home", "\t", "Zoë said"]), min_size=1, max_size=8)


@given(_LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_offsets_point_into_the_file_as_it_is_decoded(lines: list[str], newline: str, bom: bool) -> None:
    text = ("\ufeff" if bom else "") + newline.join(lines)
    paragraphs = open_document("a.txt", text.encode()).paragraphs() if text else []
    for paragraph in paragraphs:
        assert text[paragraph.offset : paragraph.offset + len(paragraph.text)] == paragraph.text
        assert "\ufeff" not in paragraph.text
    words = [line.strip() for line in lines if line.strip()]
    assert [line.strip() for p in paragraphs for line in p.text.splitlines()] == words


def test_blocks_are_separated_by_blank_lines_only() -> None:
    document = open_document("a.txt", b"Seen by Faith\nOkafor today.\n \t\nHome visit.\n")
    assert [p.text for p in document.paragraphs()] == ["Seen by Faith\nOkafor today.", "Home visit."]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_all_but_the_edit_stays_byte_for_byte(newline: str) -> None:
    source = f"\ufeffSeen by Faith{newline}{newline}  {newline}Faith went.{newline}"
    document = open_document("a.txt", source.encode())
    keys = [p.key for p in document.paragraphs()]
    document.apply({keys[0]: [Edit(8, 13, "Child A")], keys[1]: [Edit(0, 5, "Child A")]})
    assert document.to_bytes().decode() == source.replace("Faith", "Child A")


def test_comments_of_markdown_go_but_not_out_of_code() -> None:
    source = b"Seen. <!-- ask Faith -->\n\n```html\n<!-- example -->\n```\n`<!-- inline -->`\n"
    document = open_document("a.md", source)
    assert document.strip(Audience.PUBLIC) == {"comments": 1}
    assert document.to_bytes() == source.replace(b"<!-- ask Faith -->", b"")


def test_text_is_searched_with_its_escapes_undone() -> None:
    document = open_document(
        "a.txt", b"mailto:Faith%20Okafor and F&#97;ith and RmFpdGggT2thZm9yIHdhcyBoZXJlIHRvZGF5IGF0IDE="
    )
    texts = [text for _, text in document.searchable()]
    for form in ("Faith Okafor and", "and Faith and", "Faith Okafor was here"):
        assert any(form in text for text in texts), form
