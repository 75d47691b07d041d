"""`check` with, without and beside language models: verdicts, exit codes, names sought in the other documents."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import spacy

from reviewdocs.detect import models
from reviewdocs.detect.own import FILE

Found = list[tuple[str, str]]


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forked: None) -> Path:
    """A model that finds only Zdenka, in place of the shipped one."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Zdenka Merrigold"}])
    pipeline.to_disk(tmp_path / "model")
    monkeypatch.setattr(models, "SHIPPED", tmp_path / "model")
    return tmp_path / "model"


@pytest.fixture
def checked(cli: Callable[..., Any], tmp_path: Path) -> Callable[..., tuple[int, list[tuple[str, Found]]]]:
    """Check texts as files; the exit code, and for each file its verdict and findings."""

    def check(*texts: str, options: tuple[object, ...] = ()) -> tuple[int, list[tuple[str, Found]]]:
        files = [tmp_path / f"text-{number}.txt" for number in range(len(texts))]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text, encoding="utf-8")
        answer = cli("check", *files, "--json", *options)
        documents = json.loads(answer.out)["documents"]
        return answer.code, [(d["verdict"], [(f["rule"], f["text"]) for f in d["findings"]]) for d in documents]

    return check


@pytest.mark.usefixtures("model")
def test_ready_where_all_ran_and_nothing_was_found(checked: Callable[..., Any]) -> None:
    assert checked("The panel met twice.") == (0, [("ready", [])])


@pytest.mark.usefixtures("model")
def test_not_ready_where_something_was(checked: Callable[..., Any]) -> None:
    assert checked("It was Zdenka Merrigold.") == (
        1,
        [("not-ready", [("unmapped-person", "Zdenka Merrigold")])],
    )


def test_never_ready_without_the_model(checked: Callable[..., Any], model: Path) -> None:
    (model / "tokenizer").unlink()
    assert checked("The panel met twice.") == (3, [("not-checked", [])])


@pytest.mark.usefixtures("model")
def test_a_name_of_one_document_is_sought_in_the_others(checked: Callable[..., Any]) -> None:
    code, documents = checked("It was Zdenka Merrigold.", "They told Merrigold so.")
    assert code == 1
    assert documents[1] == ("not-ready", [("unmapped-person", "Merrigold")])
    assert checked("They told Merrigold so.")[0] == 0


@pytest.mark.usefixtures("model")
def test_another_model_runs_beside(checked: Callable[..., Any], tmp_path: Path) -> None:
    other = spacy.blank("en")
    other.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Penhallick"}])
    other.to_disk(tmp_path / "other")
    code, documents = checked("The Penhallick bus was late.", options=("--nlp", tmp_path / "other"))
    assert (code, documents) == (1, [("not-ready", [("unmapped-place", "Penhallick")])])


@pytest.mark.usefixtures("model")
def test_a_case_brings_its_own_recognisers(
    checked: Callable[..., Any], cli: Callable[..., Any], tmp_path: Path
) -> None:
    case = tmp_path / "case"
    case.mkdir()
    (case / "pseudonyms.yaml").write_text("id: X\nreview_type: SAR\npeople: []\n", encoding="utf-8")
    own = "recognisers:\n  - {name: Loan, category: CODE, patterns: ['loan-[a-z]{4}'], hits: [loan-abcd]}\n"
    (case / FILE).write_text(own, encoding="utf-8")
    code, documents = checked("Her loan-qwer lapsed.", options=("--case", case))
    assert (code, documents[0][1]) == (1, [("personal-number", "loan-qwer")])
    (case / FILE).write_text(own.replace("hits: [loan-abcd]", "hits: [nothing]"), encoding="utf-8")
    file = tmp_path / "text-0.txt"
    answer = cli("check", file, "--case", case)
    assert answer.code == 2 and "recognisers[0].hits[0]" in answer.err
