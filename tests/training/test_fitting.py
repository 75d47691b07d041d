"""Fitting how mentions are decided: copies stay with their source, calibration mends, the same cases give the same."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("lightgbm", reason="the extra `train` is not installed")

import numpy as np
from training.mentions import calibration, corpus
from training.mentions.fit import Fitted, vocabulary
from training.mentions.folds import Table, groups
from training.mentions.rows import Rows
from training.mentions.scoring import FIGURES, Tally, interval, rate
from training.mentions.sets import sets, with_copies

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def cases() -> list[corpus.Case]:
    return corpus.read([ROOT / "training/cases"])[:3]


@pytest.fixture(scope="module")
def table(cases: list[corpus.Case]) -> Table:
    rows = Rows()
    for case in cases:
        rows.add(with_copies(case))
    return Table.of(rows, vocabulary(rows))


def test_a_case_left_out_takes_its_copies_with_it(cases: list[corpus.Case], table: Table) -> None:
    out, *others = [case.name for case in cases]
    learned = [table.rows.where[at][0] for at in np.flatnonzero(table.learned(others))]
    assert any("#" in name for name in learned)
    assert not any(name.startswith(out) for name in learned)


def test_only_originals_are_measured(cases: list[corpus.Case], table: Table) -> None:
    measured = [table.rows.where[at][0] for at in np.flatnonzero(table.measured([cases[0].name]))]
    assert set(measured) == {cases[0].name}


def test_groups_hold_every_case_once() -> None:
    names = [f"set/{number}" for number in range(10)]
    for count, sizes in ((3, [4, 3, 3]), (0, [1] * 10), (40, [1] * 10)):
        found = groups(names, count)
        assert sorted(map(len, found), reverse=True) == sizes
        assert sorted(name for group in found for name in group) == sorted(names)


def test_the_same_cases_give_the_same_files(table: Table) -> None:
    first, second = (Fitted(table.rows, table.words, table.numbers).files() for _ in range(2))
    assert first == second


def test_missing_corpora_are_named_and_ours_are_taken(tmp_path: Path) -> None:
    found = sets(tmp_path)
    assert [folder.name for folder in found.there] == ["gold", "cases"]
    assert found.missing == [tmp_path / "data/gold", tmp_path / "data/corpus"]


def test_what_is_too_sure_of_itself_is_calibrated() -> None:
    draw = np.random.default_rng(5)
    true = draw.normal(0, 2, 4000)
    known = (draw.random(4000) < 1 / (1 + np.exp(-true))).astype(int)
    pairs = [(3 * true[at::4], known[at::4]) for at in range(4)]
    (slope, offset), before, after = calibration.chosen(pairs)
    assert slope == pytest.approx(1 / 3, abs=0.05)
    assert offset == pytest.approx(0, abs=0.1)
    assert after < before


def test_calibration_that_makes_it_worse_is_not_used() -> None:
    odds = np.asarray([-1.0, 1.0] * 10)
    sure, chance = np.asarray([0, 1] * 9 + [1, 0]), np.asarray([0, 1, 1, 0] * 5)
    slope_and_offset, before, after = calibration.chosen([(odds, sure), (odds, chance)])
    assert after > before
    assert slope_and_offset == calibration.NONE


def test_rates_and_their_interval() -> None:
    gone = FIGURES[0]
    tallies: list[Tally] = [Counter({("all", "mentions"): 10, ("all", "gone"): hit}) for hit in (10, 9, 10, 7)]
    assert rate(tallies, gone) == 0.9
    low, high = interval(tallies, gone)
    assert 0.7 <= low < 0.9 < high <= 1
