"""What usually stands beside words: words alike are told by like numbers, and usual pairs fit."""

from __future__ import annotations

import pytest

from reviewdocs.language.beside import DIMENSIONS, NOTHING, fits, followed, preceded


@pytest.mark.parametrize(
    ("usual", "unusual"),
    [(("will", "you"), ("you", "mother")), (("young", "girl"), ("girl", "young")), (("pot", "of"), ("of", "were"))],
)
def test_a_usual_pair_fits_better_than_an_unusual_one(usual: tuple[str, str], unusual: tuple[str, str]) -> None:
    assert fits(*usual) > fits(*unusual)


def _far(one: bytes, other: bytes) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def test_words_of_one_kind_have_like_numbers() -> None:
    assert _far(followed("mother"), followed("father")) < _far(followed("mother"), followed("very"))
    assert _far(preceded("monday"), preceded("tuesday")) < _far(preceded("monday"), preceded("went"))


def test_a_word_that_nobody_counted_says_nothing() -> None:
    assert followed("quillfeather") == preceded("quillfeather") == NOTHING == bytes(DIMENSIONS)
    assert fits("quillfeather", "said") == fits("said", "quillfeather") == 0
