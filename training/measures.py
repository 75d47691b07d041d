"""The measures of the Text Anonymization Benchmark, and ours for what must be found and what left alone.

A detector is any function from a document's paragraphs to, for each, its findings: (start, end, label, score).
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training import corpora

Found = tuple[int, int, str, float]
Detect = Callable[[Sequence[str]], list[list[Found]]]

_WORD = re.compile(r"\w+")
CLOSED = frozenset(
    """
    a an the this that these those some any no of in on at by for from to with within between and or but nor not as into
    over under near about after before during since until than per his her its their our your my
    """.split()  # noqa: SIM905
)
"""Words of closed classes: at the edge of what is masked they count neither for nor against."""
_SKIPPED = frozenset(
    """
    mr mrs ms and or from until to about after as at before between by during for in into of on over since with the a an
    no nr s
    """.split()  # noqa: SIM905
)
"""Words that the benchmark does not ask to be masked, wherever they stand in a mention; nor does it punctuation."""


@dataclass
class Tally:
    """What one document adds to the benchmark's figures: (hit, of) pairs."""

    direct: list[int] = field(default_factory=lambda: [0, 0])
    quasi: list[int] = field(default_factory=lambda: [0, 0])
    mentions: list[int] = field(default_factory=lambda: [0, 0])
    tokens: list[int] = field(default_factory=lambda: [0, 0])
    precision: list[int] = field(default_factory=lambda: [0, 0])
    mention_precision: list[int] = field(default_factory=lambda: [0, 0])
    missed: list[str] = field(default_factory=list)
    by_type: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))


def content_tokens(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The tokens of a span without closed-class words at its edges."""
    tokens = [(start + m.start(), start + m.end()) for m in _WORD.finditer(text[start:end])]
    closed = [text[a:b].lower() in CLOSED for a, b in tokens]
    while tokens and closed[0]:
        del tokens[0], closed[0]
    while tokens and closed[-1]:
        del tokens[-1], closed[-1]
    return tokens


def merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping spans united."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def tally(document: dict[str, Any], spans: Sequence[tuple[int, int]]) -> Tally:
    """The benchmark's counts for one document and the spans masked in it."""
    text = document["text"]
    result = Tally()
    masked = {token for a, b in merged(spans) for token in content_tokens(text, a, b)}
    everything = {i for a, b in spans for i in range(a, b)}
    entities: dict[str, tuple[str, str, bool]] = {}
    gold: set[tuple[int, int]] = set()
    gold_spans: list[tuple[int, int]] = []
    for annotator in document["annotations"].values():
        for mention in annotator["entity_mentions"]:
            kind = mention["identifier_type"]
            if kind == "NO_MASK":
                continue
            tokens = content_tokens(text, mention["start_offset"], mention["end_offset"])
            gold |= set(tokens)
            gold_spans.append((mention["start_offset"], mention["end_offset"]))
            needed = [(a, b) for a, b in tokens if text[a:b].lower() not in _SKIPPED]
            hit = all(i in everything for a, b in needed for i in range(a, b))
            result.mentions[0] += hit
            result.mentions[1] += 1
            _, _, whole = entities.get(mention["entity_id"], (kind, "", True))
            strongest = "DIRECT" if "DIRECT" in (kind, _) else "QUASI"
            entities[mention["entity_id"]] = (strongest, mention["entity_type"], whole and hit)
            if not hit:
                result.missed.append(f"{kind} {mention['entity_type']} {mention['span_text']!r}")
    for kind, entity_type, whole in entities.values():
        pair = result.direct if kind == "DIRECT" else result.quasi
        pair[0] += whole
        pair[1] += 1
        result.by_type[f"{kind} {entity_type}"][0] += whole
        result.by_type[f"{kind} {entity_type}"][1] += 1
    result.tokens = [sum(all(i in everything for i in range(a, b)) for a, b in gold), len(gold)]
    result.precision = [len(masked & gold), len(masked)]
    united = merged(spans)
    result.mention_precision = [sum(any(a < d and c < b for c, d in gold_spans) for a, b in united), len(united)]
    return result


FIGURES = ("direct", "quasi", "tokens", "mentions", "precision", "mention_precision")


def ratio(tallies: Sequence[Tally], name: str) -> float:
    """One figure over documents."""
    hit = sum(int(getattr(t, name)[0]) for t in tallies)
    return hit / max(1, sum(int(getattr(t, name)[1]) for t in tallies))


def interval(tallies: Sequence[Tally], name: str, rounds: int = 1000) -> tuple[float, float]:
    """The 95 % bootstrap interval of a figure, documents drawn again."""
    rng = random.Random(0)
    values = sorted(ratio(rng.choices(tallies, k=len(tallies)), name) for _ in range(rounds))
    return values[int(rounds * 0.025)], values[int(rounds * 0.975) - 1]


def lines_of(text: str) -> list[tuple[int, str]]:
    """The paragraphs of a document and where each begins."""
    at, out = 0, []
    for line in text.split("\n"):
        out.append((at, line))
        at += len(line) + 1
    return out


def run_tab(detect: Detect, split: str = "dev") -> list[list[tuple[int, int, str, float]]]:
    """Each document's findings, in offsets of the whole text."""
    results = []
    for document in corpora.tab_documents(split):
        lines = lines_of(document["text"])
        found = detect([line for _, line in lines])
        results.append(
            [
                (at + a, at + b, label, score)
                for (at, _), spans in zip(lines, found, strict=True)
                for a, b, label, score in spans
            ]
        )
    return results


def score_tab(results: Sequence[Sequence[Found]], split: str = "dev") -> list[Tally]:
    """The tallies of a whole run."""
    return [
        tally(d, [(a, b) for a, b, *_ in spans]) for d, spans in zip(corpora.tab_documents(split), results, strict=True)
    ]


HELD_OUT = Path(__file__).parent / "held_out"
_MARK = re.compile(r"\[\[(\w+)\|([^\]]*)\]\]")


def held_out_findable() -> list[tuple[str, list[tuple[int, int, str]]]]:
    """Hand-written paragraphs with marks, none of which is trained on."""
    out = []
    for line in (HELD_OUT / "findable.txt").read_text(encoding="utf-8").splitlines():
        text, spans, at = "", [], 0
        for m in _MARK.finditer(line):
            text += line[at : m.start()]
            spans.append((len(text), len(text) + len(m.group(2)), m.group(1)))
            text += m.group(2)
            at = m.end()
        out.append((text + line[at:], spans))
    return out


def held_out_harmless() -> list[str]:
    """Hand-written paragraphs with nothing to find."""
    return (HELD_OUT / "harmless.txt").read_text(encoding="utf-8").splitlines()


def gold_passages() -> list[dict[str, Any]]:
    """The gold set's passages."""
    import json

    lines = (corpora.shared() / "data/gold/gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
