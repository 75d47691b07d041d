from __future__ import annotations

import pytest

from reviewdocs.language.written import WORD, words_only, written_words


@pytest.mark.parametrize(
    "text",
    (
        "",
        "Saffron's mum (aged 34) rang - twice.",
        "saffron_quillfeather@mail.example, ref. 12/B",
        "".join(map(chr, range(128))),
        "Zoë’s house—No. 12",
        "Seen at\u00a0home\u2028again, ²nd time",
    ),
)
def test_words_are_those_that_the_expression_finds(text: str) -> None:
    assert written_words(text) == WORD.findall(text)


def test_words_keep_their_places_where_all_else_becomes_space() -> None:
    assert words_only("Mr. O'Dowd,\tB_2") == "Mr  O Dowd  B 2"
