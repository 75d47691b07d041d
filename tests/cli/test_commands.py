"""The command line as a whole: every command documented with an example, light to start, and errors told once."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from reviewdocs.cli.app import app_for

ROOT = Path(__file__).resolve().parents[2]


def commands() -> Iterator[tuple[str, Any]]:
    """Every command and subcommand with its full name."""
    group: Any = typer.main.get_command(app_for())
    for name, command in group.commands.items():
        for sub, inner in getattr(command, "commands", {"": command}).items():
            yield f"{name} {sub}".strip(), inner


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_every_command_explains_itself_with_an_example(cli: Callable[..., Any], name: str) -> None:
    answer = cli(*name.split(), "--help")
    assert answer.code == 0
    assert re.search(rf"Example:\s+reviewdocs {name}", " ".join(answer.out.split())), "the help lacks a worked example"


def test_a_name_that_is_no_command_is_told_with_those_that_are(cli: Callable[..., Any]) -> None:
    answer = cli("anonymize")
    assert answer.code == 2 and "No such command 'anonymize'" in answer.err


def test_the_readme_names_only_commands_that_exist() -> None:
    known = {name.split()[0] for name, _ in commands()}
    named = set(re.findall(r"reviewdocs ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert named <= known, named - known


def test_the_contracts_have_every_command() -> None:
    table = (ROOT / "docs/contracts.md").read_text(encoding="utf-8").partition("## Commands")[2].partition("\n## ")[0]
    named = set(re.findall(r"^\| `([a-z]+)", table, re.M))
    assert named == {name.split()[0] for name, _ in commands()}


HEAVY = {"spacy", "presidio_analyzer", "lxml", "docx", "pydantic", "yaml", "jinja2", "numpy", "holidays"}
HELP_THEN_MODULES = """
import sys
from reviewdocs.cli.app import main
sys.argv = ["reviewdocs", "--help"]
try:
    main()
finally:
    print()
    print("MODULES", *sorted({name.split(".")[0] for name in sys.modules}))
"""


def test_help_imports_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", HELP_THEN_MODULES], capture_output=True, text=True, check=True)
    modules = set(done.stdout.rpartition("MODULES ")[2].split())
    assert "reviewdocs" in modules and not modules & HEAVY


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("anonymise", {"spacy", "presidio_analyzer", "numpy", "jinja2", "lxml", "openpyxl"}),
        ("anonymiser", {"spacy", "presidio_analyzer", "numpy", "jinja2", "pydantic", "yaml", "typer", "openpyxl"}),
    ],
)
def test_anonymise_and_its_worker_load_only_what_each_needs(module: str, unwanted: set[str]) -> None:
    imports = f"import sys, reviewdocs.workflows.{module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", imports], capture_output=True, text=True, check=True)
    assert not unwanted & set(done.stdout.split())


def test_a_defect_of_ours_is_told_without_the_document_and_without_a_traceback(
    cli: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise ValueError("Tamsin Quillfeather was seen")

    monkeypatch.setattr("reviewdocs.workflows.scaffold.new_case", broken)
    answer = cli("new", tmp_path / "case", "--type", "LCSPR")
    assert answer.code == 4
    assert "fault of its own (ValueError" in answer.err
    assert "Tamsin" not in answer.out + answer.err


def test_unknown_options_and_commands_end_with_2(cli: Callable[..., Any]) -> None:
    assert cli("publishh").code == 2
    assert cli("check", "--nonsense").code == 2
