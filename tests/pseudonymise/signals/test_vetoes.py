"""Every veto keeps its hits and lets its misses be weighed."""

from __future__ import annotations

import pytest
from seeing import place_of

from reviewdocs.pseudonymise.signals.place import Example
from reviewdocs.pseudonymise.vetoes import VETOES, Veto, veto_of

HITS = [pytest.param(veto, hit, id=f"{veto.name}: {hit.text}") for veto in VETOES for hit in veto.hits]
MISSES = [pytest.param(veto, miss, id=f"{veto.name}: {miss.text}") for veto in VETOES for miss in veto.misses]


@pytest.mark.parametrize(("veto", "hit"), HITS)
def test_a_veto_holds_where_its_hit_shows(veto: Veto, hit: Example) -> None:
    assert veto.holds(place_of(hit))
    assert veto_of(place_of(hit)) == veto.name


@pytest.mark.parametrize(("veto", "miss"), MISSES)
def test_a_veto_does_not_hold_where_its_miss_shows(veto: Veto, miss: Example) -> None:
    assert not veto.holds(place_of(miss))


def test_which_vetoes_there_are_in_which_order() -> None:
    assert [veto.name for veto in VETOES] == [
        "whole permitted name",
        "designation",
        "coded text",
        "letter of nobody named",
        "law or scheme",
    ]
    assert all(veto.hits and veto.misses and veto.what for veto in VETOES)
