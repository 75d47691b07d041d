"""What `anonymise` and `check` do when the process that read a document answers what it should not."""

from __future__ import annotations

import dataclasses
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reviewdocs.workflows import anonymiser, check
from reviewdocs.workflows.workers import Done

pytestmark = [
    pytest.mark.usefixtures("forked"),
    pytest.mark.skipif(sys.platform != "linux", reason="what is patched here is there only where it is forked"),
]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    made = tmp_path / "case"
    made.mkdir()
    shutil.copy(ROOT / "pseudonym_maps/lcspr-worked-example.yaml", made / "pseudonyms.yaml")
    for name in ("one.txt", "two.txt"):
        (made / name).write_text("Kirsty Garside rang.\n", encoding="utf-8")
    return made


def other(**fields: object) -> Callable[[Done], object]:
    return lambda done: dataclasses.replace(done, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "code", "told"),
    [
        (lambda done: 7, 2, "answer nonsense"),
        (lambda done: {"data": b"Kirsty"}, 2, "answer nonsense"),
        (other(rows={"input": []}), 2, "answer nonsense"),
        (other(replaced="many"), 2, "answer nonsense"),
        (other(unsettled=7), 2, "answer nonsense"),
        (other(page=b"<script>"), 4, "page of the record"),
        (other(data=b"Kirsty Garside rang.\n"), 4, "could not be verified"),
    ],
)
def test_a_file_whose_worker_answers_nonsense_is_not_done_and_the_next_is(
    cli: Callable[..., Any], case: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Done], object], code: int,
    told: str,
) -> None:  # fmt: skip
    write = anonymiser.Anonymising.write

    def taken_over(self: Any, name: str, *more: Any, **tell: Any) -> object:
        done = write(self, name, *more, **tell)
        return change(done) if name == "one.txt" else done

    monkeypatch.setattr(anonymiser.Anonymising, "write", taken_over)
    monkeypatch.setattr(
        anonymiser.Anonymising, "expunge", lambda self, page_of: change(Done(b"", {}, (), 0, 0, 0, (), "", {}, (), b""))
    )
    answer = cli("anonymise", case / "one.txt", case / "two.txt", "--case", case)
    assert answer.code == code and told in answer.out
    assert [path.name for path in (case / "anonymised").glob("*.txt")] == ["two.txt"]
    assert [path.name for path in (case / "records").glob("*.record.json")] == ["two.txt.public.record.json"]


def test_a_copy_is_never_written_outside_its_folder(
    cli: Callable[..., Any], case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(anonymiser.Anonymising, "file_names", lambda self, names: ["../../out.txt"])
    answer = cli("anonymise", case / "one.txt", "--case", case)
    assert answer.code == 2 and "cannot have the name" in answer.err
    assert not list(case.parent.glob("out.txt"))


def test_a_report_of_another_shape_is_none(
    cli: Callable[..., Any], case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = check._Checker.report

    def taken_over(self: Any, file: Path, *more: Any) -> object:
        answer = report(self, file, *more)
        changed = answer.report.model_copy(update={"verdict": "ready as can be"})
        return dataclasses.replace(answer, report=changed) if file.name == "one.txt" else answer

    monkeypatch.setattr(check._Checker, "report", taken_over)
    answer = cli("check", case / "one.txt", case / "two.txt", "--case", case, "--json")
    told = json.loads(answer.out)
    assert answer.code in (2, 3) and "nonsense" in told["failed"][0]["reason"]
    assert [Path(document["file"]).name for document in told["documents"]] == ["two.txt"]
