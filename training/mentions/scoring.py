"""Scores what becomes of annotated cases: the text as it would be published, by the corpora's own scorer."""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

import numpy as np

from reviewdocs.pseudonymise.decide import COSTS, Costs
from reviewdocs.pseudonymise.render.edits import edits_of
from reviewdocs.pseudonymise.resolver import Resolver
from reviewdocs.pseudonymise.weigh.model import Weights
from training.mentions.corpus import Case, Text

ALL, REGISTERS = "all", ("prose", "papers", "records")
_DRAWS, _SEED = 1000, 11


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the tables: hits among so many, or so many per 1,000 words."""

    name: str
    of: str
    per: int = 1


FIGURES = (
    Figure("gone", "mentions"),
    Figure("right", "mentions"),
    Figure("kept", "to keep"),
    Figure("[name]", "words", 1000),
    Figure("untouched", "words", 1000),
)
"""Every name word of a mention is absent; and the agreed pseudonym stands there; what must survive is unaltered;
`[name]` put anywhere; words that nobody marked and that were changed all the same."""
Tally = Counter[tuple[str, str]]
"""By register and kind, how many."""


def scorer_of(corpora: Path) -> Path | None:
    """Where the corpora's scorer lies; None without them."""
    path = corpora / "tools/score_gold.py"
    return path if path.is_file() else None


@cache
def scorer_module(path: Path) -> ModuleType:
    """The corpora's scorer, by where it lies."""
    spec = importlib.util.spec_from_file_location("score_gold", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def published(resolver: Resolver, text: Text) -> str:
    """A passage as it would be published."""
    paragraphs = text.paragraphs()
    edits = edits_of(resolver.resolve(paragraphs))
    written = text.text
    for paragraph in reversed(paragraphs):
        for edit in reversed(edits.get(paragraph.key, ())):
            start, end = paragraph.offset + edit.start, paragraph.offset + edit.end
            written = written[:start] + edit.replacement + written[end:]
    return written


def scored(case: Case, weights: Weights, scorer: Path, costs: Costs = COSTS) -> Tally:
    """What became of a case's passages."""
    resolver, tally = Resolver(case.pmap, weights, costs), Tally()
    for text in case.texts:
        written = published(resolver, text)
        row = {"text": text.text, "spans": text.spans}
        results, _, _, changed = scorer_module(scorer).score_passage(row, written, [], [], case.roles)
        counts = Counter({"words": len(text.text.split()), "[name]": written.count("[name]"), "untouched": changed})
        for action, _, marks, _ in results:
            if action == "replace":
                counts.update(mentions=1, gone=bool(marks["gone"]), right=bool(marks["right"]))
            elif action == "keep":
                counts.update({"to keep": 1, "kept": bool(marks["kept"])})
        for register in (ALL, text.register):
            tally.update({(register, what): count for what, count in counts.items()})
    return tally


def rate(tallies: Sequence[Tally], figure: Figure, register: str = ALL) -> float:
    """A figure over cases; nan where there is nothing to count."""
    hit, of = (sum(tally[register, what] for tally in tallies) for what in (figure.name, figure.of))
    return figure.per * hit / of if of else float("nan")


def interval(tallies: Sequence[Tally], figure: Figure, register: str = ALL) -> tuple[float, float]:
    """The middle 95 % of the figure over as many cases, drawn again and again with replacement (bootstrap, seeded)."""
    hit, of = (np.asarray([tally[register, what] for tally in tallies]) for what in (figure.name, figure.of))
    drawn = np.random.default_rng(_SEED).integers(0, len(tallies), (_DRAWS, len(tallies)))
    with np.errstate(invalid="ignore", divide="ignore"):
        rates = figure.per * hit[drawn].sum(axis=1) / of[drawn].sum(axis=1)
    low, high = np.nanpercentile(rates, (2.5, 97.5))
    return float(low), float(high)
