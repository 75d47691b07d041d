"""What only the search of all bytes finds in running text goes too, and a person is told."""

from __future__ import annotations

import base64

from reviewdocs.model.mentions import Outcome
from reviewdocs.model.text import Layer, Paragraph
from reviewdocs.names import ByteSearch
from reviewdocs.pseudonymise.leftovers import left_over
from reviewdocs.pseudonymise.render.edits import edited, edits_of

_FIND = ByteSearch(["will may", "may will", "kirsty"]).found


def _texts(*texts: str) -> list[Paragraph]:
    return [Paragraph("word/document.xml", number, text) for number, text in enumerate(texts)]


def _after(paragraphs: list[Paragraph]) -> list[str]:
    edits = edits_of(left_over(paragraphs, _FIND))
    return [edited(paragraph, edits.get(paragraph.key, [])).text for paragraph in paragraphs]


def test_a_name_taken_for_words_is_for_a_person_to_look_at() -> None:
    assert _after(_texts("So Will May, they say.", "will may")) == ["So [name], they say.", "will may"]
    (mention,) = left_over(_texts("So Will May, they say."), _FIND)
    assert mention.outcome is Outcome.UNDECIDED and mention.text == "Will May"


def test_half_a_name_in_each_of_two_paragraphs() -> None:
    assert _after(_texts("It ended in May", "Will it help?")) == ["It ended in [name]", "Will it help?"]
    other = Paragraph("word/header1.xml", 0, "Will it help?")
    assert left_over([*_texts("It ended in May"), other], _FIND) == []


def test_packed_words_go_whole() -> None:
    packed = base64.b64encode(b"this is about Kirsty").decode()
    assert _after(_texts(f'(See "{packed}".)', "at a/%4Birsty/x now")) == [
        '(See "[coded text]".)',
        "at [coded text] now",
    ]
    assert _after(_texts("W%69ll M%61y and 100% more")) == ["[coded text] [coded text] and 100% more"]


def test_what_programs_read_is_not_told_here() -> None:
    style = Paragraph("word/styles.xml@val", 0, "Will May", 0, Layer.HIDDEN, "Style name")
    assert left_over([style], _FIND) == []
