"""Every signal, in the order of its numbers; the words beside a candidate come after them, one number a word and side.

Which words those are is learned with the weights (`weigh`): the file of weights lists them.
"""

from __future__ import annotations

from reviewdocs.pseudonymise.signals import (
    dated,
    elsewhere,
    frequency,
    likeness,
    neighbours,
    sentence,
    shape,
    stays,
    usual,
)
from reviewdocs.pseudonymise.signals.place import Place

SIGNALS = (
    likeness.SIGNAL,
    frequency.SIGNAL,
    shape.SIGNAL,
    neighbours.SIGNAL,
    sentence.SIGNAL,
    elsewhere.SIGNAL,
    stays.SIGNAL,
    usual.SIGNAL,
    dated.SIGNAL,
)
COLUMNS = tuple(column for signal in SIGNALS for column in signal.columns)
SIDES = {-2: "two before", -1: "before", 1: "after", 2: "two after"}


def seen(place: Place) -> list[float]:
    """The numbers of every signal at a place, in the order of `COLUMNS`."""
    numbers: list[float] = []
    for signal in SIGNALS:
        numbers += signal.see(place)
    return numbers


def words_beside(place: Place) -> list[tuple[str, str]]:
    """(side, folded word) of the words beside a candidate."""
    found = []
    for step, side in SIDES.items():
        atom = place.beside(step)
        if atom is not None:
            found.append((side, atom.word))
    return found
