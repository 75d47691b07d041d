"""The demo does the whole job, from a checkout and from a wheel, and no name is left in what it de-identifies."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml

from reviewdocs.generate.catalogue import shipped

ROOT = Path(__file__).resolve().parents[2]


def telling_names() -> set[str]:
    """Every name of the worked map that is no ordinary word and no part of a name or employer that stays."""
    worked = yaml.safe_load((ROOT / "pseudonym_maps" / "lcspr-worked-example.yaml").read_text(encoding="utf-8"))
    stays = " ".join([p["name"] for p in worked["permitted"]] + [p["employer"] for p in worked["panel"]])
    names = {name for p in worked["people"] for name in (p.get("forename", ""), p["surname"], *p.get("known_as", []))}
    names |= {p["name"] for p in worked["panel"]} | {n for p in worked["people"] for n in p.get("addresses", [])}
    names |= {n for p in worked["people"] for n in p.get("identifiers", {}).values()}
    ordinary = {"Miles", "Ivy", "Pearl", "Jordan", "Andy"}
    return {name for name in names if name and name not in ordinary and not set(name.split()) & set(stays.split())}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, run once as a process of its own with the network forbidden."""
    folder = tmp_path_factory.mktemp("demo") / "case"
    env = dict(os.environ, PYTHONPATH=str(ROOT / "tests" / "guard"))
    done = subprocess.run(
        [sys.executable, "-m", "reviewdocs", "demo", str(folder)], capture_output=True, text=True, env=env
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    for path in re.findall(r"^  (/.+)$", done.stdout, re.M):
        assert Path(path).is_file(), "the demo names only what it made"
    return folder


def test_every_kind_of_output_is_there(case: Path) -> None:
    made = {
        folder: len(list((case / folder).rglob("*.docx")))
        for folder in ("drafts", "letters/notification", "letters/national-panel-decision", "anonymised")
    }
    assert made == {"drafts": 5, "letters/notification": 9, "letters/national-panel-decision": 3, "anonymised": 5}
    assert len(list((case / "records").glob("*.record.html"))) == 5
    assert "worksheet" in (case / "records" / "check.html").read_text(encoding="utf-8")


def test_no_name_of_the_map_is_in_any_de_identified_byte(case: Path) -> None:
    outputs = [*(case / "anonymised").rglob("*.docx"), *(case / "letters/national-panel-decision").rglob("*.docx")]
    assert len(outputs) == 8
    for output in outputs:
        with zipfile.ZipFile(output) as package:
            raw = "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
        joined = re.sub(r"<[^>]+>", "", raw)
        for name in telling_names():
            assert not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", joined), f"{name} in {output.name}"
            assert name not in output.name


def test_the_permitted_stay_and_the_panel_loses_its_names(case: Path) -> None:
    overview = docx.Document(str(next((case / "anonymised").glob("*Overview*.docx"))))
    text = "\n".join(p.text for p in overview.paragraphs)
    text += "\n".join(cell.text for table in overview.tables for row in table.rows for cell in row.cells)
    assert "Lucie Ardern" in text and "Martin Ellwood" in text
    assert "Head of Service, Safeguarding and Quality Assurance" in text
    assert "Child A" in text and "Social Worker 1" in text


def test_a_second_run_goes_over_its_own_work(case: Path, cli: Callable[..., Any]) -> None:
    before = {p.name: p.read_bytes() for p in (case / "anonymised").rglob("*.docx")}
    assert cli("demo", case).code == 0
    assert {p.name: p.read_bytes() for p in (case / "anonymised").rglob("*.docx")} == before


def test_a_folder_that_is_somebody_elses_is_left_alone(cli: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep me", encoding="utf-8")
    answer = cli("demo", tmp_path)
    assert answer.code == 2 and "no demo case" in answer.err
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.usefixtures("no_model")
def test_check_of_the_case_says_that_no_language_model_ran(case: Path, cli: Callable[..., Any]) -> None:
    answer = cli("check", *(case / "anonymised").glob("*.docx"), "--case", case, "--json")
    report = json.loads(answer.out)
    assert answer.code == 3
    assert {d["verdict"] for d in report["documents"]} == {"not-checked"}
    assert {d["language_model"] for d in report["documents"]} == {"none"}
    assert not [f for d in report["documents"] for f in d["findings"] if f["rule"] == "map-survivor"]


def test_a_new_case_can_be_validated_and_drafted(cli: Callable[..., Any], tmp_path: Path) -> None:
    folder = tmp_path / "SAR-2026-04"
    assert cli("new", folder, "--type", "sar").code == 0
    answer = cli("validate", folder)
    assert answer.code == 0 and "0 error(s)" in answer.out
    assert cli("new", folder, "--type", "SAR").code == 2


def test_the_wheel_carries_all_it_needs(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    env = dict(os.environ, PYTHONPATH=str(tmp_path / "installed"))
    command = [sys.executable, "-m", "reviewdocs", "templates", "list", "--json"]
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=True)
    paths = [Path(row["path"]) for row in json.loads(done.stdout)["templates"]]
    assert len(paths) == len(shipped()) and all(tmp_path in path.parents and path.is_file() for path in paths)
    demo = [sys.executable, "-m", "reviewdocs", "demo", str(tmp_path / "case"), "--quiet"]
    assert subprocess.run(demo, cwd=tmp_path, env=env, capture_output=True).returncode == 0
