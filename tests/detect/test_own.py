"""The user's own recognisers: read, tried on their examples, bound in time."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewdocs.detect import Detector
from reviewdocs.detect.own import FILE, own_recognisers
from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.errors import DataError, NotCheckedError
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Paragraph

GOOD = r"""
recognisers:
  - name: Housing reference
    category: CODE
    patterns: ['HX-\d{6}\b']
    context: [tenancy, rent]
    hits: ["tenancy HX-204511"]
    misses: ["HX-204511 widgets", "tenancy HX-20"]
"""


def _written(folder: Path, text: str) -> Path:
    (folder / FILE).write_text(text, encoding="utf-8")
    return folder


def test_none_where_there_is_no_file(tmp_path: Path) -> None:
    assert own_recognisers(tmp_path) == ()


def test_they_run_beside_ours(tmp_path: Path) -> None:
    detector = Detector((), own_recognisers(_written(tmp_path, GOOD)))
    found = detector.detect([Paragraph("text", 0, "Rent of HX-204511, widget HX-999999999.")])
    assert [d.text for d in found if "Housing reference" in d.detectors] == ["HX-204511"]
    assert "Housing reference" in detector.names


def test_every_fault_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    text = r"""recognisers:
  - name: Telephone
    category: HIDDEN
    patterns: ['(']
    hits: [x]
  - name: Second
    category: CODE
    patterns: ['z*']
    hits: [x]
  - name: Third
    category: CODE
    patterns: ['Q\d']
    hits: [Q1, no]
    misses: [Q2]
"""
    with pytest.raises(DataError) as told:
        own_recognisers(_written(tmp_path, text))
    assert [(p.line, p.field) for p in told.value.problems] == [
        (2, "recognisers[0].name"),
        (3, "recognisers[0].category"),
        (4, "recognisers[0].patterns[0]"),
        (8, "recognisers[1].patterns[0]"),
        (13, "recognisers[2].hits[1]"),
        (14, "recognisers[2].misses[0]"),
    ]


def test_unknown_keys_and_categories_are_faults(tmp_path: Path) -> None:
    text = GOOD.replace("category: CODE", "category: NUMBER").replace("context:", "contexts:")
    with pytest.raises(DataError) as told:
        own_recognisers(_written(tmp_path, text))
    assert len(told.value.problems) == 2


def test_a_slow_pattern_stops_the_job(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewdocs.detect.recognise.SECONDS", 0.01)
    slow = Recogniser("Slow", Category.CODE, (Pattern(r"(?:a|aa)+(?:a|aa)+(?:a|aa)+b"),))
    with pytest.raises(NotCheckedError, match="too long"):
        Detector((), (slow,)).detect([Paragraph("text", 0, "a" * 4000)])
