"""The same text written otherwise is decided alike: other names, other letters, other order of people or documents."""

from __future__ import annotations

import copy
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from annotated import Passage, cases, data_of, decided, map_of, mentions_of, passages, published, resolver_of
from renaming import renamed

from reviewdocs.model.mentions import Outcome
from reviewdocs.pseudonymise import Resolver

_ENOUGH_ALIKE = 0.97
_ENOUGH_GONE = 0.99

Told = list[tuple[Outcome, frozenset[str]]]


def _at_spans(passage: Passage, resolver: Resolver) -> list[Told]:
    found = decided(passage, resolver)
    return [
        [(outcome, refs) for start, end, outcome, refs in found if start < span["end"] and span["start"] < end]
        for span in passage.spans
    ]


def test_other_names_of_the_same_kind_are_decided_alike() -> None:
    alike: list[bool] = []
    gone: list[bool] = []
    for case in cases():
        data, pairs = renamed(case, seed=1)
        other = Resolver(map_of(data))
        for old, new in pairs:
            told = zip(old.spans, new.spans, _at_spans(old, resolver_of(case)), _at_spans(new, other), strict=True)
            for span, moved, before, after in told:
                was, now = old.text[span["start"] : span["end"]], new.text[moved["start"] : moved["end"]]
                if span["action"] == "replace" and was != now:
                    alike.append(before == after)
                    gone.append(bool(before) == bool(after))
    assert len(alike) > 500
    assert sum(alike) / len(alike) >= _ENOUGH_ALIKE
    assert sum(gone) / len(gone) >= _ENOUGH_GONE


@pytest.mark.parametrize("change", [str.upper, str.lower], ids=["capitals", "small"])
def test_whole_names_go_whatever_the_letters(change: Callable[[str], str]) -> None:
    for passage in passages():
        whole = {(p["forename"].casefold(), p["surname"].casefold()) for p in data_of(passage.case)["people"]}
        text = "".join(changed if len(changed := change(letter)) == 1 else letter for letter in passage.text)
        found = mentions_of(passage.changed(text), resolver_of(passage.case))
        for span in passage.spans:
            words = tuple(text[span["start"] : span["end"]].casefold().split())
            if span["action"] == "replace" and (words in whole or words[::-1] in whole):
                inside = [
                    (max(a, span["start"]), min(b, span["end"])) for a, b, m in found if m.outcome is not Outcome.KEPT
                ]
                assert sum(b - a for a, b in inside if a < b) >= span["end"] - span["start"], words


def test_the_order_of_documents_changes_nothing() -> None:
    case = "case-j"
    documents = [passage for passage in passages() if passage.case == case]
    before = {passage.name: decided(passage, Resolver(map_of(data_of(case)))) for passage in documents[:4]}
    shared = Resolver(map_of(data_of(case)))
    for passage in (*reversed(documents), *documents):
        told = decided(passage, shared)
        assert told == before.setdefault(passage.name, told)


@pytest.mark.parametrize(
    ("lists", "enough"), [(["people"], 0.97), (["groups", "places", "organisations", "permitted", "panel"], 0.995)]
)
def test_the_order_of_the_map_changes_next_to_nothing(lists: list[str], enough: float) -> None:
    """Who comes first in a map is told of only where nothing else tells people of one name apart."""
    rnd, same = random.Random(3), list[bool]()
    for case in cases():
        data = copy.deepcopy(data_of(case))
        for key in lists:
            rnd.shuffle(data.get(key) or [])
        other = Resolver(map_of(data))
        for passage in passages():
            if passage.case == case:
                told = {(start, end): (outcome, refs) for start, end, outcome, refs in decided(passage, other)}
                same += [told.get((s, e)) == (o, r) for s, e, o, r in decided(passage, resolver_of(case))]
    assert sum(same) / len(same) >= enough


_TOLD = """
import sys
sys.path[:0] = {paths!r}
from annotated import passages, published, resolver_of
for passage in passages():
    if passage.case in ("case-f", "case-h"):
        print(published(passage, resolver_of(passage.case)).encode())
"""


def test_another_run_decides_alike() -> None:
    """Words are looked up in sets, whose order differs from run to run."""
    script = _TOLD.format(paths=[str(Path(__file__).parent), *filter(None, sys.path)])
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "4")
    ]
    assert runs[0] and runs[0] == runs[1]


def test_a_second_run_over_the_output_changes_nothing() -> None:
    for passage in passages():
        once = published(passage, resolver_of(passage.case))
        assert published(passage.changed(once), resolver_of(passage.case)) == once, passage.name
