"""The files of weights: calibration is read, shares add up, and damaged ones stop the job with nothing written."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from reviewdocs.errors import WeightsError
from reviewdocs.pseudonymise.signals import bearing
from reviewdocs.pseudonymise.signals.registered import COLUMNS
from reviewdocs.pseudonymise.weigh import model
from reviewdocs.pseudonymise.weigh.model import Weights

_EVERYBODY = json.dumps([[0, 1.0, 0, 0, 0]])
_BY_CLOSENESS = json.dumps([[bearing.COLUMNS.index("similarity"), 0.5, [0, 0.0, 0, 0, 0], [0, 2.0, 0, 0, 0], 1.0]])


def described(**more: Any) -> str:
    told = {
        "form": 3,
        "columns": [*COLUMNS],
        "words": [],
        "bearers": [*bearing.COLUMNS],
        "calibration": [1.0, 0.0],
        "sharpness": 1.0,
    }
    return json.dumps({**told, **more})


class Nowhere:
    """Stands for a place of which nothing is seen."""


def probability_of(weights: Weights, monkeypatch: pytest.MonkeyPatch) -> float:
    monkeypatch.setattr(model, "seen", lambda place: [0.0] * len(COLUMNS))
    monkeypatch.setattr(model, "words_beside", lambda place: [])
    return weights.is_name(Nowhere())  # type: ignore[arg-type]


def test_the_calibration_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = probability_of(Weights(_EVERYBODY, _BY_CLOSENESS, described()), monkeypatch)
    calibrated = probability_of(Weights(_EVERYBODY, _BY_CLOSENESS, described(calibration=[2.0, -2.0])), monkeypatch)
    assert (round(plain, 3), calibrated) == (0.731, 0.5)


def test_the_closer_bearer_comes_first_and_shares_add_up() -> None:
    weights = Weights(_EVERYBODY, _BY_CLOSENESS, described())
    row = [0.0] * len(bearing.COLUMNS)
    close = [1.0 if column == "similarity" else 0.0 for column in bearing.COLUMNS]
    shares = weights.who([(3, row), (5, close), (1, row)])
    assert [entity for entity, _ in shares] == [5, 1, 3]
    assert sum(share for _, share in shares) == pytest.approx(1)
    assert shares[0][1] == pytest.approx(0.787, abs=0.001)


@pytest.mark.parametrize("told", [{"form": 1}, {"columns": ["capital"]}, {"bearers": []}])
def test_weights_of_other_signals_are_refused(told: dict[str, Any]) -> None:
    with pytest.raises(WeightsError):
        Weights(_EVERYBODY, _BY_CLOSENESS, described(**told))


@pytest.fixture
def shipped_from(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A copy of the shipped weights, which are read from there."""
    folder = tmp_path / "weights"
    shutil.copytree(Path(str(resources.files("reviewdocs.pseudonymise.weigh.data"))), folder)
    monkeypatch.setattr(model.resources, "files", lambda package: folder)
    model.shipped.cache_clear()
    yield folder
    model.shipped.cache_clear()


def _cut_short(file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8")[:-200], encoding="utf-8")


DAMAGE: list[tuple[str, Callable[[Path], object]]] = [
    ("mention.json", _cut_short),
    ("bearer.json", _cut_short),
    ("weights.json", _cut_short),
    ("mention.json", Path.unlink),
    ("mention.json", lambda file: file.write_text("[[1, 2]]")),
    ("bearer.json", lambda file: file.write_text("{}")),
    ("bearer.json", lambda file: file.write_text("[7]")),
    ("weights.json", lambda file: file.write_text("[]")),
    ("weights.json", lambda file: file.write_bytes(b"\xff\xfe")),
]


@pytest.mark.parametrize(("name", "damage"), DAMAGE)
def test_damaged_weights_are_told(shipped_from: Path, name: str, damage: Callable[[Path], object]) -> None:
    model.shipped()
    model.shipped.cache_clear()
    damage(shipped_from / name)
    with pytest.raises(WeightsError, match="install reviewdocs again"):
        model.shipped()


def test_nothing_is_written_without_weights(cli: Callable[..., Any], shipped_from: Path, tmp_path: Path) -> None:
    _cut_short(shipped_from / "mention.json")
    pmap, note = tmp_path / "map.yaml", tmp_path / "note.txt"
    people = "people:\n  - {id: C, role: subject child, pseudonym: Child A, forename: Tamsin, surname: Quillfeather}\n"
    pmap.write_text(f"id: T-1\nreview_type: LCSPR\n{people}", encoding="utf-8")
    note.write_text("Tamsin was seen.", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    answer = cli("anonymise", note, "--map", pmap, "-o", tmp_path / "out", "--audience", "public")
    assert answer.code == 3
    assert "weights" in answer.err + answer.out and "install" in answer.err + answer.out
    assert sorted(tmp_path.iterdir()) == before
