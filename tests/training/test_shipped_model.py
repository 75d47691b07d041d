import json
import re
from pathlib import Path

import pytest
from training.mentions.corpus import read
from training.mentions.sets import sets

import reviewdocs.detect
from training import corpora, passages

MODEL = Path(reviewdocs.detect.__file__).parent / "model"
LABELS = {"PERSON", "PLACE", "ORG", "DATE", "TIME", "CODE", "DEM", "QUANTITY", "AGE", "MISC"}

pytestmark = pytest.mark.skipif(not (MODEL / "meta.json").is_file(), reason="the model's folder has been taken out")


@pytest.fixture(scope="module")
def nlp():
    import spacy

    import reviewdocs.detect.pipeline  # noqa: F401 - registers the stage

    return spacy.load(MODEL)


def test_the_model_is_small():
    assert sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file()) <= 20e6


def test_the_string_table_holds_labels_and_names_of_parts_only():
    strings = set(json.loads((MODEL / "vocab" / "strings.json").read_text(encoding="utf-8")))
    parts = set(json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))["pipeline"])
    assert strings <= LABELS | parts | {"candidates"}


def test_no_name_of_a_case_it_was_trained_on_stands_in_its_files():
    files = [path for path in MODEL.rglob("*") if path.is_file() and path.name != "config.cfg"]
    data = b"\n".join(path.read_bytes().lower() for path in files)
    held = set(re.findall(rb"[a-z\x80-\xff]{6,}", data))
    cases = read(sets(corpora.shared()).there)
    names = {name for case in cases for name in passages.own_words(case) if len(name) > 5}
    assert len(names) > 500
    assert not {name.encode() for name in names} & held


def test_no_tables_of_words_and_no_vectors():
    assert {path.name for path in (MODEL / "vocab").iterdir()} == {"strings.json"}


def test_nothing_in_it_tells_where_it_was_made():
    for name in ("meta.json", "config.cfg"):
        text = (MODEL / name).read_text(encoding="utf-8")
        assert not any(sign in text for sign in ("/home", "/tmp", "/work", "/Users", "C:\\"))


def test_the_data_is_credited():
    sources = " ".join(json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))["sources"])
    assert all(name in sources for name in ("Text Anonymization Benchmark", "Wikigold", "Broad Twitter", "WNUT"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "PC 4471 Adeyemi went to 14 Larkspur Close on 3 March 2021.",
            {("PC 4471 Adeyemi", "PERSON"), ("3 March 2021", "DATE")},
        ),
        (
            "Mrs Kowalska told Dr Hussain that Tariq had moved to Brackwell.",
            {("Mrs Kowalska", "PERSON"), ("Dr Hussain", "PERSON"), ("Tariq", "PERSON"), ("Brackwell", "PLACE")},
        ),
        ("Jayden was on roll at Fenwick Primary School.", {("Jayden", "PERSON"), ("Fenwick Primary School", "ORG")}),
    ],
)
def test_what_nobody_could_miss_is_found(nlp, text, expected):
    assert expected <= {(entity.text, entity.label_) for entity in nlp(text).ents}


@pytest.mark.parametrize(
    "text",
    [
        "Child R lived with Mother and Sibling 2, and Social Worker 2 saw them in the Town.",
        "Working Together 2018 says that the local authority must hold a strategy discussion.",
        "HV1 told GP 2 that Father 1 had moved out of the family home.",
        "The panel thanks Adult J's family for their help with this review.",
    ],
)
def test_pseudonyms_and_guidance_are_left_alone(nlp, text):
    # A letter by itself ("Adult J's") is weighed by the detectors, which see the word before it.
    likely = [e for e in nlp(text).ents if e._.identifying >= 0.5 and len(e.text) > 1]
    assert [(e.text, e.label_) for e in likely if e.label_ in ("PERSON", "PLACE", "ORG")] == []


def test_scores_are_probabilities_and_entities_are_candidates_above_the_threshold(nlp):
    doc = nlp(
        "The applicant, a Swedish national, wrote to the Supreme Court and to Mr Lindqvist of Malmgate on 4 May 2004."
    )
    candidates = list(doc.spans["candidates"])
    assert all(0 <= span._.identifying <= 1 for span in candidates)
    assert {span.label_ for span in candidates} <= LABELS
    threshold = nlp.get_pipe("names").threshold
    assert [e.text for e in doc.ents] == [span.text for span in candidates if span._.identifying >= threshold]
