"""How hard a passphrase is to guess."""

from __future__ import annotations

import pytest

from reviewdocs.workflows.pseudonyms.strength import strength

KNOWN = ["tamsin", "quillfeather", "lcspr"]


@pytest.mark.parametrize(
    "easy",
    [
        "abababababab", "summer summer summer", "qwertyqwerty", "Summer2024Summer2024", "summer1 summer2 summer3",
        "summer. Summer! SUMMER?", "cat dog cat dog cat dog", "a b c d e f g h i j k l", "asdf jkl; asdf jkl;",
        "01/02/1990 01/02/1990", "zqzqzq zqzqzq", "1q2w3e4r5t6y7u8i", "p@ssw0rd p@ssw0rd", "tamsin quillfeather tamsin",
        "Quillfeather, Tamsin LCSPR", "aab aac aad aae aaf", "horse, horse, horse, horse", "x" * 400,
    ],
)  # fmt: skip
def test_what_repeats_or_follows_a_pattern_is_soon_guessed(easy: str) -> None:
    assert strength(easy, KNOWN) < 10


@pytest.mark.parametrize(
    "hard",
    ["plinth otter marzipan quay", "quay plinth otter", "copper biscuit walrus lantern", "kX8#vQ2!mZ7p",
     "teigl cwmwl afal mynydd", "correct horse battery staple", "8f3a9c1b7d2e"],
)  # fmt: skip
def test_unusual_words_and_chance_are_not(hard: str) -> None:
    assert strength(hard, KNOWN) >= 10
