import random

import pytest
from training.mentions.corpus import Case, Text
from training.renaming import Renaming
from training.tags import KEPT, SILENT, Sample

from training import passages

TEXT = "Mrs Okafor met Faith.\nFaith lives in Brackwell | 14:05\n\nThe MASH heard OKAFOR, Faith."
SPANS = [
    {"start": 0, "end": 10, "core_start": 4, "action": "replace", "label_or_ref": "MUM", "entity": "person"},
    {"start": 15, "end": 20, "action": "replace", "label_or_ref": "FAITH", "entity": "person"},
    {"start": 22, "end": 27, "action": "replace", "label_or_ref": "FAITH", "entity": "person"},
    {"start": 37, "end": 46, "action": "replace", "label_or_ref": "TOWN", "entity": "place_or_org"},
    {"start": 49, "end": 54, "action": "flag", "label_or_ref": "TIME"},
    {"start": 60, "end": 64, "action": "keep", "label_or_ref": "agency"},
    {"start": 71, "end": 84, "action": "replace", "label_or_ref": "FAITH", "entity": "person"},
]
DATA = {"people": [{"id": "FAITH", "forename": "Faith", "surname": "Okafor"}], "places": [{"id": "TOWN"}]}
CASE = Case("set/gold/case-a", DATA, [Text("set/gold/case-a", "1-log", TEXT, SPANS)])


@pytest.fixture
def marked():
    return passages.marked(CASE.texts[0], {"TOWN"})


def written(sample):
    return [(sample.text[a:b], label) for a, b, label in sample.spans]


def test_annotations_become_labels(marked):
    assert written(marked) == [
        ("Mrs Okafor", "PERSON"), ("Faith", "PERSON"), ("Faith", "PERSON"), ("Brackwell", "PLACE"), ("14:05", "TIME"),
        ("MASH", KEPT), ("OKAFOR, Faith", "PERSON"),
    ]  # fmt: skip
    assert marked.rest == SILENT


def test_a_name_is_changed_alike_at_every_mention_and_keeps_its_letters(marked):
    new = passages.renamed(marked, Renaming(random.Random(4)), random.Random(0))
    one, faith, again, _, time, mash, listed = [text for text, _ in written(new)]
    assert faith == again != "Faith"
    surname, comma, forename = listed.partition(", ")
    assert comma
    assert forename == faith
    assert surname.isupper()
    assert surname.casefold() == one.removeprefix("Mrs ").casefold()
    assert (time, mash) == ("14:05", "MASH")


def test_pieces_are_those_of_documents_and_lose_no_mark(marked):
    for seed in range(30):
        parts = list(passages.parted(marked, random.Random(seed)))
        assert sorted(mark for part in parts for mark in written(part)) == sorted(written(marked))
        assert all(part.text.strip() for part in parts)


def test_other_letters_leave_marks_where_they_are(marked):
    for seed in range(40):
        new = passages.recased(marked, random.Random(seed))
        assert [text.casefold() for text, _ in written(new)] == [text.casefold() for text, _ in written(marked)]


def test_text_is_learned_from_as_the_detectors_read_it():
    sample = passages.plain(Sample("Aisha\u00a0O\u2019Hare\u200b met\u00a0Jo", [(0, 13, "PERSON"), (18, 20, "PERSON")]))
    assert written(sample) == [("Aisha O'Hare", "PERSON"), ("Jo", "PERSON")]


def test_all_of_an_author_are_left_out_together():
    cases = [Case(f"{name}-{n}", {}, [Text("", "", "x" * n, [])]) for name in ("s/p1", "s/p2", "s/p10") for n in (1, 9)]
    cases += [Case(f"tests/gold/case-{n}", {}, [Text("", "", "xx", [])]) for n in "ab"]
    group = passages.folds(cases, 2)
    assert group["s/p1-1"] == group["s/p1-9"]
    assert group["tests/gold/case-a"] == group["tests/gold/case-b"]
    assert set(group.values()) == {0, 1}
    assert group == passages.folds(cases[::-1], 2)


def test_the_same_seed_shows_the_same_round():
    assert list(passages.samples([CASE], random.Random(3))) == list(passages.samples([CASE], random.Random(3)))
