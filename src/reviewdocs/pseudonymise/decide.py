"""What is done with a mention: the cheapest of pseudonym, `[name]` and leaving it, by expected cost.

Costs are compared with one another only; a leak is what the others are measured by. They were chosen by leaving one
case out (docs/benchmarks.md), not by hand for a sample.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reviewdocs.names.entities import Entity, Kind
from reviewdocs.pseudonymise.model import Bearer, Judged


class Action(StrEnum):
    """What is done with a mention."""

    REPLACE = "replace"
    ASK = "ask"
    """`[name]` stands there and a person decides."""
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Costs:
    """What each mistake costs: of a name left, a `[name]` on a mention or on a word, a pseudonym on a word, the wrong
    person's pseudonym, and of a permitted name changed."""

    leak: float
    ask: float
    ask_word: float
    word: float
    wrong: float
    permitted: float


COSTS = Costs(leak=4.0, ask=1.0, ask_word=2.0, word=3.0, wrong=2.0, permitted=3.0)


class Choice(NamedTuple):
    """What is done with one mention: with whose pseudonym where it is replaced, and how probable it is that it means
    somebody who must not stay in clear."""

    action: Action
    bearer: Bearer | None
    identifying: float


def choose(judged: Judged, entities: Sequence[Entity], costs: Costs = COSTS) -> Choice:
    """The cheapest thing to do with a mention."""
    clear = sum([b.probability for b in judged.bearers if entities[b.entity].kind is Kind.PERMITTED])
    bearer = next((b for b in judged.bearers if entities[b.entity].kind is not Kind.PERMITTED), None)
    if bearer is None:
        return Choice(Action.LEAVE, None, 0.0)
    known, hidden = judged.probability, 1 - clear
    identifying = known * hidden
    wrong = max(0.0, hidden - bearer.probability)
    # Whoever may stay and is called by another's pseudonym is changed and is the wrong person too.
    replace = (1 - known) * costs.word + known * (clear * (costs.permitted + costs.wrong) + wrong * costs.wrong)
    ask = (1 - known) * costs.ask_word + known * (clear * costs.ask_word + hidden * costs.ask)
    least = min(replace, ask, identifying * costs.leak)
    action = Action.REPLACE if replace == least else Action.ASK if ask == least else Action.LEAVE
    return Choice(action, bearer, identifying)


def worth_asking(probability: float, costs: Costs = COSTS) -> bool:
    """Whether a candidate of this probability would be changed if nobody permitted bore the name."""
    return (
        min(probability * costs.ask + (1 - probability) * costs.ask_word, (1 - probability) * costs.word)
        < probability * costs.leak
    )
