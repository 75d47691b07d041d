"""Every signal matters: with its numbers taken away, something of the annotated passages is decided otherwise.

That the fitted model is no better without one is measured by `benchmarks/mentions.py`.
"""

from __future__ import annotations

import pytest
from annotated import Passage, data_of, decided, map_of, passages, resolver_of

from reviewdocs.pseudonymise import Resolver
from reviewdocs.pseudonymise.signals.place import Place, Signal
from reviewdocs.pseudonymise.signals.registered import COLUMNS, SIGNALS
from reviewdocs.pseudonymise.weigh.model import Weights, shipped


class Without(Weights):
    """The shipped weights, to which a signal's numbers are 0 wherever a word stands."""

    def __init__(self, signal: Signal) -> None:
        self.__dict__.update(vars(shipped()))
        self._gone = [COLUMNS.index(column) for column in signal.columns]

    def numbers(self, place: Place) -> list[float]:
        numbers = super().numbers(place)
        for at in self._gone:
            numbers[at] = 0.0
        return numbers


def _differs(passage: Passage, weights: Weights, resolvers: dict[str, Resolver]) -> bool:
    if passage.case not in resolvers:
        resolvers[passage.case] = Resolver(map_of(data_of(passage.case)), weights)
    return decided(passage, resolvers[passage.case]) != decided(passage, resolver_of(passage.case))


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.name)
def test_without_a_signal_something_is_decided_otherwise(signal: Signal) -> None:
    weights, resolvers = Without(signal), dict[str, Resolver]()
    assert any(_differs(passage, weights, resolvers) for passage in passages())


def test_with_every_number_nothing_is(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = Signal("nothing", "nothing", (), lambda place: (), (), ())
    assert not any(_differs(passage, Without(nothing), {}) for passage in passages()[:5])
