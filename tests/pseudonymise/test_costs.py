"""What is done with a mention is the cheapest by expected cost; the tables are worked out by hand."""

from __future__ import annotations

import pytest

from reviewdocs.names.entities import Entity, Kind
from reviewdocs.pseudonymise.decide import COSTS, Action, Costs, choose, worth_asking
from reviewdocs.pseudonymise.model import Bearer, Candidate, Judged, Likeness, NamePart, Reading

ENTITIES = [Entity(Kind.PERSON, "A", "Anna"), Entity(Kind.PERSON, "B", "Bryony"), Entity(Kind.PERMITTED, "", "")]
ANNA, BRYONY, CLEAR = range(3)
TABLE = Costs(leak=4.0, ask=1.0, ask_word=2.0, word=3.0, wrong=2.0, permitted=3.0)


def judged(probability: float, *bearers: tuple[int, float]) -> Judged:
    reading = Reading(bearers[0][0], NamePart.FORENAME, Likeness.EXACT, 1.0)
    candidate = Candidate(0, 4, "Hope", "hope", (reading,))
    return Judged((candidate,), probability, tuple(Bearer(entity, share) for entity, share in bearers))


@pytest.mark.parametrize(
    ("probability", "bearers", "action"),
    [
        # leave p*4, ask (1-p)*2 + p*1, replace (1-p)*3 with one bearer
        (0.10, [(ANNA, 1.0)], Action.LEAVE),  # 0.4, 1.9, 2.7
        (0.39, [(ANNA, 1.0)], Action.LEAVE),  # 1.56, 1.61, 1.83
        (0.41, [(ANNA, 1.0)], Action.ASK),  # 1.64, 1.59, 1.77
        (0.49, [(ANNA, 1.0)], Action.ASK),  # 1.96, 1.51, 1.53
        (0.51, [(ANNA, 1.0)], Action.REPLACE),  # 2.04, 1.49, 1.47
        (1.00, [(ANNA, 1.0)], Action.REPLACE),  # 4, 1, 0
        # two bearers: replacing costs 2 for the share of the other
        (1.00, [(ANNA, 0.51), (BRYONY, 0.49)], Action.REPLACE),  # 4, 1, 0.98
        (1.00, [(ANNA, 0.49), (BRYONY, 0.49)], Action.ASK),  # 4, 1, 1.02
        # somebody permitted: leaving costs 4 for the hidden share, of the clear one asking 2, another's name 3 + 2
        (1.00, [(CLEAR, 0.80), (ANNA, 0.20)], Action.LEAVE),  # 0.8, 1.8, 4
        (1.00, [(CLEAR, 0.56), (ANNA, 0.44)], Action.ASK),  # 1.76, 1.56, 2.8
        (1.00, [(CLEAR, 0.20), (ANNA, 0.80)], Action.REPLACE),  # 3.2, 1.2, 1
        (1.00, [(CLEAR, 1.00)], Action.LEAVE),
    ],
)
def test_the_cheapest_is_done(probability: float, bearers: list[tuple[int, float]], action: Action) -> None:
    assert choose(judged(probability, *bearers), ENTITIES, TABLE).action is action


def test_who_stays_is_never_the_bearer_whose_pseudonym_stands_there() -> None:
    choice = choose(judged(1.0, (CLEAR, 0.3), (BRYONY, 0.6), (ANNA, 0.1)), ENTITIES, TABLE)
    assert choice.bearer == Bearer(BRYONY, 0.6)
    assert choice.identifying == pytest.approx(0.7)


def test_a_leak_that_costs_more_is_risked_less() -> None:
    doubtful = judged(0.2, (ANNA, 1.0))
    assert choose(doubtful, ENTITIES, TABLE).action is Action.LEAVE
    assert choose(doubtful, ENTITIES, Costs(20.0, 1.0, 2.0, 3.0, 2.0, 3.0)).action is Action.ASK


@pytest.mark.parametrize("percent", range(3, 100, 7))
def test_what_is_not_worth_asking_would_be_left(percent: int) -> None:
    probability = percent / 100
    left = choose(judged(probability, (ANNA, 1.0)), ENTITIES, COSTS).action is Action.LEAVE
    assert worth_asking(probability, COSTS) is not left
