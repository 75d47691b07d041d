"""Whether the word is a permitted person's or a panel member's name too, and whether their whole name is near."""

from __future__ import annotations

from math import log1p

from reviewdocs.names.entities import Kind
from reviewdocs.pseudonymise.document import FAR, nearest
from reviewdocs.pseudonymise.model import Likeness
from reviewdocs.pseudonymise.signals.place import Example, Place, Signal

_WITHIN = 3


def _see(place: Place) -> tuple[float, ...]:
    known, facts = place.passage.known, place.passage.facts
    exact = {reading.entity for reading in place.candidate.readings if reading.likeness is Likeness.EXACT}
    permitted = {entity for entity in exact if known.entities[entity].kind is Kind.PERMITTED}
    panel = {entity for entity in exact if known.entities[entity].kind is Kind.PANEL}
    near, back = FAR, FAR
    for entity in permitted | panel:
        whole = facts.whole.get(entity, ())
        if place.position in whole:
            near = back = 0
        elif whole:
            either, before = nearest(whole, place.position)
            near, back = min(near, either), min(back, before)
    mapped = len(exact) > len(permitted | panel)
    return (bool(permitted), bool(panel), mapped, near <= _WITHIN, log1p(near), log1p(back))


SIGNAL = Signal(
    name="permitted",
    sees="whether a permitted person or panel member bears the name, and how near their whole name stands",
    columns=(
        "a permitted name",
        "a panel member's name",
        "a name of the map",
        "within a permitted name",
        "words to a permitted name",
        "words back to a permitted name",
    ),
    see=_see,
    hits=(
        Example("Ruth Long chaired. Long was asked.", "Long", "a permitted name"),
        Example("Ruth Long chaired. Long was asked.", "Long", "within a permitted name"),
        Example("Seen with Saffron today.", "Saffron", "a name of the map"),
    ),
    misses=(
        Example("Seen with Saffron today.", "Saffron", "a permitted name"),
        Example("It took Long to answer.", "Long", "within a permitted name"),
        Example("Ruth Long chaired. Long was asked.", "Long", "a name of the map"),
    ),
)
