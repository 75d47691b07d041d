"""Every signal, in the order of its numbers. After them come the recognisers and the words beside a candidate, one
number each: which those are is learned with the weights, whose file lists them."""

from __future__ import annotations

from reviewdocs.detect.telling.place import Place
from reviewdocs.detect.telling.signals import beside, elsewhere, found, manner, suspected, words, written

SIGNALS = (found.SIGNAL, words.SIGNAL, written.SIGNAL, manner.SIGNAL, elsewhere.SIGNAL, beside.SIGNAL, suspected.SIGNAL)
COLUMNS = tuple(column for signal in SIGNALS for column in signal.columns)
_BESIDE, _OWN = 2, 4


def seen(place: Place) -> list[float]:
    """The numbers of every signal at a place, in the order of `COLUMNS`."""
    numbers: list[float] = []
    for signal in SIGNALS:
        numbers += signal.see(place)
    return numbers


def marks(place: Place) -> list[tuple[str, str]]:
    """(kind, what) of what may have a number of its own: who found it, its words and those beside it."""
    candidate = place.candidate
    found = [("found by", name) for name in candidate.detectors]
    found += [("near", name) for name in candidate.near]
    found += [("its word", word) for word in place.words[:_OWN]]
    found += [(f"before {n}", word) for n, word in enumerate(place.before[:_BESIDE])]
    found += [(f"after {n}", word) for n, word in enumerate(place.after[:_BESIDE])]
    return list(dict.fromkeys(found))
