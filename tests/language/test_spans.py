"""What is left of several stretches of a text when none may overlap."""

from __future__ import annotations

from typing import NamedTuple

from reviewdocs.language.spans import Placed, apart, covered, longest_apart, overlap


class Stretch(NamedTuple):
    start: int
    end: int


def test_stretches_that_only_touch_do_not_overlap() -> None:
    assert not overlap(Stretch(0, 4), Stretch(4, 6))
    assert overlap(Stretch(0, 5), Stretch(4, 6))


def test_of_several_at_one_place_the_first_given_is_kept() -> None:
    found = [Stretch(8, 12), Stretch(0, 9), Stretch(11, 20), Stretch(3, 5), Stretch(12, 13)]
    assert apart(found) == [(3, 5), (8, 12), (12, 13)]


def test_the_longest_of_several_is_kept_and_of_equal_ones_the_first() -> None:
    assert longest_apart([Stretch(0, 3), Stretch(2, 9), Stretch(9, 12), Stretch(10, 13)]) == [(2, 9), (9, 12)]


def test_characters_that_others_hold() -> None:
    assert covered(4, 10, [Stretch(0, 5), Stretch(9, 30), Stretch(20, 21)]) == 2


def test_those_about_a_place_are_found_once_each_however_long_they_are() -> None:
    spans = [Stretch(start, start + length) for start in range(0, 400, 7) for length in (0, 1, 5, 64, 200)]
    placed = Placed(spans)
    for start, end in ((0, 3), (60, 70), (63, 64), (64, 65), (10, 390), (128, 128)):
        about = [span for span in placed.about(start, end) if overlap(span, Stretch(start, end))]
        assert sorted(about) == sorted(span for span in spans if overlap(span, Stretch(start, end)))
        assert covered(start, end, placed.about(start, end)) == covered(start, end, spans)
