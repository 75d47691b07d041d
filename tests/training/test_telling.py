"""What the fit of what needs telling is given: labels, groups of authors, harmless documents; its file is read."""

from __future__ import annotations

import pytest

pytest.importorskip("lightgbm", reason="the extra `train` is not installed")

import numpy as np
from training.mentions.corpus import Case, Text
from training.telling import fit, harmless
from training.telling.authors import author, groups
from training.telling.rows import UNTOLD, Row, known_of
from training.telling.scoring import chosen

from reviewdocs.detect.telling.signals.registered import COLUMNS
from reviewdocs.detect.telling.weigh import Weights
from reviewdocs.model.mentions import Category, Detection

_TEXT = Text(
    "set/a-1",
    "1-report",
    "Zdenka rang Tolverne of the Board, Osric permitting.",
    [
        {"start": 0, "end": 6, "action": "replace", "label_or_ref": "Z"},
        {"start": 12, "end": 20, "action": "flag", "label_or_ref": "PERSON"},
        {"start": 28, "end": 33, "action": "keep", "label_or_ref": "agency"},
        {"start": 35, "end": 40, "action": "keep", "label_or_ref": "permitted"},
    ],
)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 6, (1, True)), (0, 20, (1, False)), (12, 33, (1, False)), (28, 33, (0, False)), (7, 11, (0, False))],
)
def test_what_touches_a_detail_is_to_be_told(start: int, end: int, expected: tuple[int, bool]) -> None:
    assert known_of(_TEXT, start, end) == expected


def test_of_who_is_permitted_by_this_map_nothing_is_learned() -> None:
    assert known_of(_TEXT, 35, 40) == (UNTOLD, False)


def test_all_cases_of_an_author_are_left_out_together() -> None:
    names = ["data/gold/case-01", "data/gold/case-02", "data/corpus/kin-1", "data/corpus/kin-2", "training/cases/p1-1"]
    group = groups([Case(name, {}, [_TEXT]) for name in names], 3)
    assert author("data/corpus/adult-report-3") == "data/corpus/adult-report"
    assert group["data/gold/case-01"] == group["data/gold/case-02"]
    assert group["data/corpus/kin-1"] == group["data/corpus/kin-2"]
    assert len(set(group.values())) == 3


def test_harmless_documents_are_filled_and_always_the_same() -> None:
    cases = list(harmless.cases())
    assert all("#" not in text.text and "@" not in text.text and not text.spans for c in cases for text in c.texts)
    assert [case.texts for case in cases] == [case.texts for case in harmless.cases()]


def _row(number: int, known: int) -> Row:
    detection = Detection(("text", 0), 0, 6, "Zdenka", Category.PERSON, 0.9, ("LanguageModel",))
    numbers = [float(known)] + [float(number % 7)] * (len(COLUMNS) - 1)
    return Row("set/a-1", 0, detection, 0, 6, numbers, [("its word", "zdenka")], known, False)


def test_what_is_fitted_can_be_read_and_the_same_rows_give_the_same_file() -> None:
    rows = [_row(number, number % 2) for number in range(120)]
    marks = fit.vocabulary(rows)
    assert marks == [("its word", "zdenka")]
    numbers, everything = fit.matrix(rows, marks), np.ones(len(rows), dtype=bool)
    files = [fit.written(fit.fitted(rows, numbers, everything), marks) for _ in range(2)]
    assert files[0] == files[1]
    assert Weights(files[0]).recognisers


def test_what_is_probable_enough_is_chosen_with_its_probability() -> None:
    rows = [_row(0, 1), _row(1, 0)]
    found = chosen(rows, [0.95, 0.2])
    assert [detection.score for detection in found["set/a-1", 0]] == [0.95]
