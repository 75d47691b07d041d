"""Names as a scanner misreads them."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("draft", "published"),
    [
        ("I saw Mr L1ndqvist there.", "I saw Father there."),
        ("I saw Mr Llndqvist there.", "I saw Father there."),
        ("Dear Dr Mu11er-Hart,", "Dear GP 1,"),
        ("She moved from Marvvick.", "She moved from the Town."),
        ("A letter from Nathanlel Asante came.", "A letter from Nurse 1 came."),
        ("He is at St Cuthbert's Prirnary School now.", "He is at School 1 now."),
        ("The Wendlng Royal lnfirmary wrote.", "The Hospital 1 wrote."),
    ],
)
def test_they_go_as_the_names_they_are(say: Callable[[str], str], draft: str, published: str) -> None:
    assert say(draft) == published


@pytest.mark.parametrize("text", ["Mr Prirn came.", "B1 and 0 of 5", "the 1st, at 8pm."])
def test_other_words_stay(say: Callable[[str], str], text: str) -> None:
    assert say(text) == text
