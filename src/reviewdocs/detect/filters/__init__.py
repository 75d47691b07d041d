"""The filters, one file each, registered by hand: what a find is left out for. A file not listed does not run.

The first that silences a find is the one that is told, so that what is known of the thing itself stands before what
only its words tell.
"""

from __future__ import annotations

from types import ModuleType

from reviewdocs.detect.filters import (
    abbreviation,
    agencies,
    area_body,
    bodies,
    case_law,
    citations,
    cited_author,
    counted,
    designation,
    doubtful_word,
    foreign_words,
    guidance,
    guidelines,
    large_place,
    law_in_force,
    medicine,
    no_code,
    no_day,
    opening_word,
    ordinary_words,
    plain_person,
    registers,
    review_references,
    scales,
    schemes,
    shouted,
    small_letters,
    statutes,
    theories,
    thing_not_place,
    written_small,
)
from reviewdocs.detect.filters.filter import Filter, Find

MODULES: tuple[ModuleType, ...] = (
    no_day,
    no_code,
    cited_author,
    citations,
    review_references,
    case_law,
    statutes,
    guidelines,
    law_in_force,
    guidance,
    theories,
    scales,
    schemes,
    registers,
    bodies,
    agencies,
    area_body,
    large_place,
    designation,
    counted,
    abbreviation,
    ordinary_words,
    plain_person,
    written_small,
    foreign_words,
    shouted,
    opening_word,
    doubtful_word,
    small_letters,
    thing_not_place,
    medicine,
)
"""Each has `FILTER`, `HITS` and `MISSES`."""

REGISTERED: tuple[Filter, ...] = tuple(module.FILTER for module in MODULES)


def silencing(find: Find) -> Filter | None:
    """The filter for which a find is no finding; None where it is one."""
    return next((each for each in REGISTERED if each.silences(find)), None)
