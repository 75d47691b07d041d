"""Annotated passages, the shared ones and our own held-out ones, scored by the corpora's tool, against floors."""

from __future__ import annotations

import collections
import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType

import pytest

from reviewdocs.model.mentions import Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise import Resolver, edits_of
from reviewdocs.records.maps import load_map


def _scorer(corpora: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_gold", corpora / "tools" / "score_gold.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _published(resolver: Resolver, text: str) -> tuple[str, int]:
    blocks = re.finditer(r"(?:[^\n]+\n?)+", text)
    paragraphs = [Paragraph("text", n, block.group().rstrip("\n"), block.start()) for n, block in enumerate(blocks)]
    mentions = resolver.resolve(paragraphs)
    edits = edits_of(mentions)
    for paragraph in reversed(paragraphs):
        for edit in reversed(edits.get(paragraph.key, [])):
            text = text[: paragraph.offset + edit.start] + edit.replacement + text[paragraph.offset + edit.end :]
    return text, sum(mention.outcome is Outcome.UNDECIDED for mention in mentions)


HELD_OUT = Path(__file__).parents[1] / "gold"


@pytest.mark.parametrize(
    ("held_out", "gone", "right", "kept", "untouched"), [(False, 0.99, 0.96, 0.985, 3), (True, 0.98, 0.91, 0.975, 3)]
)
def test_names_go_and_the_rest_stays(
    corpora: Path, held_out: bool, gone: float, right: float, kept: float, untouched: float
) -> None:
    scorer, gold = _scorer(corpora), HELD_OUT if held_out else corpora / "data" / "gold"
    rows = [json.loads(line) for line in (gold / "gold.jsonl").read_text(encoding="utf-8").splitlines() if line]
    maps: dict[str, PseudonymMap] = {row["case"]: load_map(gold / row["case"] / "case.yaml") for row in rows}
    resolvers = {case: Resolver(pmap) for case, pmap in maps.items()}
    tally: dict[str, list[int]] = collections.defaultdict(list)
    undecided = words = changed = 0
    for row in rows:
        output, open_questions = _published(resolvers[row["case"]], row["text"])
        assert _published(resolvers[row["case"]], output)[0] == output
        roles = {person.id: [person.role.split()[-1]] for person in maps[row["case"]].people}
        results, _, _, altered = scorer.score_passage(row, output, [], [], roles)
        undecided, words, changed = undecided + open_questions, words + len(row["text"].split()), changed + altered
        for action, _, marks, _ in results:
            for mark, reached in marks.items():
                tally[f"{action}.{mark}"].append(reached)
    rates = {key: sum(marks) / len(marks) for key, marks in tally.items()}
    assert rates["replace.gone"] >= gone
    assert rates["replace.right"] >= right
    assert rates["keep.kept"] >= kept
    assert 1000 * changed / words <= untouched
    assert 1000 * undecided / words <= 3
