"""Every signal sees what its hits show and not what its misses show."""

from __future__ import annotations

from collections import Counter

import pytest
from seeing import place_of

from reviewdocs.pseudonymise.signals import bearing
from reviewdocs.pseudonymise.signals.place import Example, Signal
from reviewdocs.pseudonymise.signals.registered import COLUMNS, SIGNALS, seen

PAIRS = [
    pytest.param(signal, hit, miss, id=f"{signal.name}: {hit.column}")
    for signal in SIGNALS
    for hit in signal.hits
    for miss in signal.misses
    if hit.column == miss.column
]


def number(signal: Signal, example: Example) -> float:
    return float(signal.see(place_of(example))[signal.columns.index(example.column)])


@pytest.mark.parametrize(("signal", "hit", "miss"), PAIRS)
def test_a_signal_tells_its_hit_from_its_miss(signal: Signal, hit: Example, miss: Example) -> None:
    assert number(signal, hit) > number(signal, miss)


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.name)
def test_a_signal_has_both_for_the_same_columns(signal: Signal) -> None:
    assert {hit.column for hit in signal.hits} == {miss.column for miss in signal.misses} != set()
    assert signal.sees


def test_a_signal_gives_as_many_numbers_as_it_has_columns_wherever_a_word_stands() -> None:
    for signal in SIGNALS:
        for example in (*signal.hits, *signal.misses):
            place = place_of(example)
            for each in SIGNALS:
                assert len(each.see(place)) == len(each.columns), each.name
            assert len(seen(place)) == len(COLUMNS)


def test_every_column_has_a_name_of_its_own() -> None:
    assert [name for columns in (COLUMNS, bearing.COLUMNS) for name, n in Counter(columns).items() if n > 1] == []


def test_which_signals_there_are() -> None:
    assert [signal.name for signal in SIGNALS] == [
        "likeness",
        "frequency",
        "shape",
        "neighbours",
        "sentence",
        "elsewhere",
        "stays",
        "usual",
        "dated",
    ]
