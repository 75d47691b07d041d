"""What weighing makes of a candidate; weights of another version, or damaged, are refused."""

from __future__ import annotations

import json

import pytest

from reviewdocs.detect import filters, recognisers
from reviewdocs.detect.engine import Detector
from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.detect.telling.decide import SURE, UNLIKELY, told
from reviewdocs.detect.telling.signals.registered import COLUMNS
from reviewdocs.detect.telling.signals.suspected import WEIGHED
from reviewdocs.detect.telling.weigh import FORM, Weights, shipped
from reviewdocs.errors import WeightsError
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Paragraph


def _described(**changes: object) -> str:
    data = {"form": FORM, "columns": list(COLUMNS), "marks": [], "recognisers": [], "calibration": [1, 0]}
    return json.dumps({**data, **changes}) + "\n[[0,2.0,0,0,0]]\n"


def test_weights_of_other_signals_are_refused() -> None:
    assert Weights(_described())
    for changed in ({"columns": [*COLUMNS[1:], "other"]}, {"form": FORM + 1}):
        with pytest.raises(WeightsError):
            Weights(_described(**changed))


def test_the_shipped_weights_know_every_recogniser_that_is_not_believed_anyway() -> None:
    assert shipped().recognisers >= {recogniser.name for recogniser in recognisers.REGISTERED} - SURE


def test_every_weighed_filter_is_registered() -> None:
    assert {each.name for each in filters.REGISTERED} >= WEIGHED


def test_what_the_users_own_recogniser_finds_is_told() -> None:
    own = Recogniser("Own", Category.CODE, (Pattern(r"\bzq\b", score=0.4),))
    found = Detector(extra_recognisers=(own,)).detect([Paragraph("text", 0, "seen by zq then")])
    assert [(each.text, each.score) for each in found] == [("zq", 0.4)]


def test_a_cheap_miss_wants_more_probability() -> None:
    assert told(Category.PERSON, 0.5, {Category.PERSON: 1.0})
    assert not told(Category.PERSON, 0.5, {Category.PERSON: 0.5})


def test_what_is_unlikely_is_left_out_by_that_name() -> None:
    text = "The Panel met in the hall. Patch rotated, pad worn. Tolverne, K. rang Mrs Zdenka Merrigold at 08:14."
    read = Detector().read([Paragraph("text", 0, text)])
    assert "Mrs Zdenka Merrigold" in {each.text for each in read.detections}
    assert all(0 <= each.score <= 1 for each in read.detections)
    assert any(left.by is UNLIKELY for left in read.left_out) or read.left_out == ()
