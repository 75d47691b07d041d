"""The language models: what the shipped one and others find, united; what is missing is told, never passed over."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import spacy

from reviewdocs.detect import Detector, models
from reviewdocs.detect.models import LanguageModels
from reviewdocs.errors import NotCheckedError, UsageError
from reviewdocs.model.text import Paragraph

Made = Callable[..., Path]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Make a spaCy model that finds exactly these texts, by label."""

    def make(name: str, **found: str) -> Path:
        pipeline = spacy.blank("en")
        pipeline.meta["name"] = name
        patterns: list[dict[str, Any]] = [{"label": label, "pattern": text} for label, text in found.items()]
        pipeline.add_pipe("entity_ruler").add_patterns(patterns)
        pipeline.to_disk(tmp_path / name)
        return tmp_path / name

    return make


@pytest.fixture
def shipped(made: Made, monkeypatch: pytest.MonkeyPatch) -> Made:
    """Let a model that finds exactly these texts stand for the shipped one."""

    def ship(**found: str) -> Path:
        folder = made("ours", **found)
        monkeypatch.setattr(models, "SHIPPED", folder)
        return folder

    return ship


def _found(detector: Detector, *texts: str) -> list[tuple[str, str]]:
    paragraphs = [Paragraph("text", number, text) for number, text in enumerate(texts)]
    return [(d.category.value, d.text) for d in detector.detect(paragraphs)]


def test_what_the_shipped_model_finds_is_found(shipped: Made) -> None:
    shipped(PERSON="Zdenka", PLACE="Penhallick")
    detector = Detector()
    assert detector.complete
    assert _found(detector, "It was Zdenka again.", "The Penhallick road was shut.") == [
        ("PERSON", "Zdenka"),
        ("PLACE", "Penhallick"),
    ]


def test_models_are_united_and_others_labels_understood(shipped: Made, made: Made) -> None:
    shipped(PERSON="Zdenka")
    other = made("theirs", GPE="Penhallick", CARDINAL="nine", NORP="Cornish")
    models = LanguageModels([str(other)])
    text = "It was Zdenka of Penhallick, one of nine Cornish people."
    assert [(e.label, e.models) for e in models.entities([text])[0]] == [
        ("PERSON", ("ours",)),
        ("PLACE", ("theirs",)),
        ("DEM", ("theirs",)),
    ]
    assert "ours" in models.names and "theirs" in models.names


def test_what_people_are_is_no_detection_but_can_be_read(shipped: Made) -> None:
    shipped(DEM="Cornish", QUANTITY="nine acres")
    found = Detector().read([Paragraph("text", 4, "A Cornish man with nine acres.")])
    assert found.detections == ()
    assert [(p.index, e.label, p.text[e.start : e.end]) for p, e in found.entities] == [
        (4, "DEM", "Cornish"),
        (4, "QUANTITY", "nine acres"),
    ]


def test_a_long_text_is_read_to_its_end(shipped: Made) -> None:
    shipped(PERSON="Zdenka")
    text = "Nothing was said of it at all. " * 2000 + "It was Zdenka again."
    (entity,) = LanguageModels().entities([text])[0]
    assert text[entity.start : entity.end] == "Zdenka"


def test_without_the_shipped_model_nothing_is_complete(
    made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(models, "SHIPPED", tmp_path / "not-there")
    assert not Detector().complete
    assert Detector().language_model == "none"
    other = Detector([str(made("theirs", PERSON="Zdenka"))])
    assert not other.complete


def test_a_damaged_model_is_as_good_as_none(shipped: Made) -> None:
    folder = shipped(PERSON="Zdenka")
    shutil.rmtree(folder / "vocab")
    (folder / "config.cfg").write_text("[nlp]\nlang = ", encoding="utf-8")
    assert not Detector().complete


@pytest.mark.parametrize("name", ["en_no_such_model", "/no/such/folder"])
def test_a_model_that_is_not_installed_is_told_with_the_way_out(name: str) -> None:
    with pytest.raises(NotCheckedError, match="not installed") as told:
        Detector([name])
    assert told.value.exit_code == 3 and told.value.remedy


def test_a_model_without_names_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "empty")
    with pytest.raises(UsageError, match="finds no names"):
        Detector([str(tmp_path / "empty")])


def test_a_model_that_fails_stops_the_job(shipped: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped(PERSON="Zdenka")
    detector = Detector()

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(LanguageModels, "entities", fail)
    with pytest.raises(NotCheckedError) as told:
        detector.detect([Paragraph("text", 0, "secret")])
    assert "secret" not in str(told.value)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("see Faith_Okafor-notes.docx today", "see Faith Okafor notes      today"),
        ("sent minutes_0412.pdf.", "sent minutes 0412    ."),
        ("IMG_0412.JPG", "IMG 0412    "),
        (
            "mail faith.okafor@hill.example or hill.example/a.pdf",
            "mail faith.okafor@hill.example or hill.example/a.pdf",
        ),
        ("He left. Docx files came.", "He left. Docx files came."),
        ("a.docx.example", "a.docx.example"),
    ],
)
def test_a_name_of_a_file_is_read_as_its_words(text: str, read: str) -> None:
    assert models._legible(text) == read


def test_a_name_within_the_name_of_a_file_is_found_where_it_stands(shipped: Made) -> None:
    shipped(PERSON="Faith Okafor")
    (found,) = LanguageModels().entities(["see Faith_Okafor-notes.docx today"])
    assert [(entity.start, entity.end) for entity in found] == [(4, 16)]
