"""Where a sentence begins and ends."""

from __future__ import annotations

import pytest

from reviewdocs.language.sentences import around, clauses, opens, sentences


def test_numbers_and_letters_with_full_stops_stay_whole() -> None:
    text = "He weighed 3.5 kg at 09.30. Who saw him? The G.P did\nMum rang"
    assert [text[start:end].strip() for start, end in sentences(text)] == [
        "He weighed 3.5 kg at 09.30.",
        "Who saw him?",
        "The G.P did",
        "Mum rang",
    ]


def test_clauses_end_at_colons_and_semicolons_but_for_times() -> None:
    text = "Seen at 11:30; no marks: all was well"
    assert [text[start:end].strip() for start, end in clauses(text)] == ["Seen at 11:30", "no marks", "all was well"]


def test_a_sentence_shown_to_a_person_does_not_end_at_an_abbreviation() -> None:
    text = "It rained. He met Dr. bell, e.g. at home, on “Friday.” She left."
    start = text.index("home")
    first, last = around(text, start, start + 4)
    assert text[first:last] == "He met Dr. bell, e.g. at home, on “Friday."


@pytest.mark.parametrize("before", ["", "He left. ", "Why? ", "“He left.” ", "Seen:\n", "| 12 | ", "\n• ", "“"])
def test_something_begins_here(before: str) -> None:
    assert opens(before + "March", len(before))


@pytest.mark.parametrize("before", ["in ", "Mr J. ", "at 3.", "seen, ", "plan B. "])
def test_nothing_begins_here(before: str) -> None:
    assert not opens(before + "March", len(before))
