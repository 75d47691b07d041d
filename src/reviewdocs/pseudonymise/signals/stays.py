"""Whether the word stands in something that stays: a job title, an employer, a designation, a citation."""

from __future__ import annotations

import re

from reviewdocs.pseudonymise.signals.place import Example, Place, Signal

_YEAR = re.compile(r"[^()\n]{0,40}?[(, ]\(?(?:19|20)\d\d[a-z]?\b")
_REACH = 60


def _see(place: Place) -> tuple[float, ...]:
    passage, index, text = place.passage, place.index, place.text
    start, end = place.candidate.start, place.candidate.end
    cited = _YEAR.match(text, end) is not None and "(" in text[max(0, start - _REACH) : end + 8]
    return (
        passage.staying[index],
        passage.designated[index],
        place.word in passage.known.staying.designated,
        cited,
        text[start - 1 : start] in ("&", "/") or text[end : end + 1] in ("&", "/"),
    )


SIGNAL = Signal(
    name="stays",
    sees="whether the word is part of a job title or employer of the panel, of a designation or of a citation",
    columns=(
        "words of a seat",
        "words of a designation",
        "a word of a designation",
        "before a year in brackets",
        "joined by a stroke",
    ),
    see=_see,
    hits=(
        Example("Calderwick Borough Council was told.", "Calderwick", "words of a seat"),
        Example("Marrow (2019) says so.", "Marrow", "before a year in brackets"),
        Example("The Marrow/Hale children.", "Marrow", "joined by a stroke"),
    ),
    misses=(
        Example("Calderwick was told.", "Calderwick", "words of a seat"),
        Example("Marrow says so.", "Marrow", "before a year in brackets"),
        Example("The Marrow children.", "Marrow", "joined by a stroke"),
    ),
)
