"""What the same word, and the same people, are elsewhere in the document."""

from __future__ import annotations

from math import log1p

from reviewdocs.pseudonymise.document import FAR, nearest
from reviewdocs.pseudonymise.signals.place import Example, Place, Signal

_FURTHEST = log1p(FAR)


def _see(place: Place) -> tuple[float, ...]:
    facts, position = place.passage.facts, place.position
    counts = facts.counts[place.word]
    total = counts.total or 1
    near, back, times = FAR, FAR, 0
    for bearer in place.bearers:
        sure = facts.sure.get(bearer, ())
        if sure:
            either, before = nearest(sure, position)
            near, back = min(near, either), min(back, before)
            times += len(sure)
    return (
        log1p(counts.total),
        counts.small / total,
        counts.capital / total,
        counts.opening / total,
        counts.capitals / total,
        min(_FURTHEST, log1p(near)),
        min(_FURTHEST, log1p(back)),
        log1p(times),
    )


SIGNAL = Signal(
    name="elsewhere",
    sees="how the word is written elsewhere in the document, and how near its bearers are surely named",
    columns=(
        "places of the word",
        "places in small letters",
        "places with a capital not owed",
        "places at a beginning",
        "places in capitals",
        "words to the nearest sure mention",
        "words back to a sure mention",
        "sure mentions",
    ),
    see=_see,
    hits=(
        Example("Hope rang. There was hope. They had hope.", "Hope", "places in small letters"),
        Example("Hope rang. Seen with Hope Marrow today, and with Hope.", "Hope", "sure mentions"),
        Example("Hope rang and was told to wait.", "Hope", "words to the nearest sure mention"),
    ),
    misses=(
        Example("Hope rang. Seen with Hope Marrow today, and with Hope.", "Hope", "places in small letters"),
        Example("Hope rang. There was hope. They had hope.", "Hope", "sure mentions"),
        Example("Hope rang. Seen with Hope Marrow.", "Hope", "words to the nearest sure mention"),
    ),
)
