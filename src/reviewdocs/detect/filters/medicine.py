"""Medicines and feeds."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import NAMES, Example, Filter, Find
from reviewdocs.detect.medicines import is_medicine
from reviewdocs.detect.towns import is_small_town

HITS = (
    Example("«Nutramigen» 40 mg was given"),
    Example("an overdose of «Zomorphine»"),
)
MISSES = (Example("«Zdenka» was given 40 mg"),)


def _silences(find: Find) -> bool:
    if not find.by_model or find.label not in NAMES or is_small_town(find.found):
        return False
    return is_medicine(find.text, find.start, find.end)


FILTER = Filter(
    name="medicine",
    leaves_out="medicines and feeds",
    why="A medicine or feed is named as one, by its dose, its form or what was done with it.",
    source="British National Formulary for how medicines are written; the words beside them measured",
    silences=_silences,
)
