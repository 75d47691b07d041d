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
    awareness_days,
    bodies,
    case_law,
    citations,
    cited_author,
    cited_titles,
    counted,
    designation,
    dictionary_words,
    doubtful_word,
    foreign_words,
    guidance,
    guidelines,
    inquiries,
    judges,
    large_place,
    law_in_force,
    medicine,
    named_tools,
    national_names,
    no_code,
    no_day,
    opening_word,
    ordinary_words,
    paper_dates,
    paper_references,
    plain_person,
    products,
    programs,
    public_addresses,
    public_numbers,
    public_pages,
    reference_list,
    registers,
    review_references,
    scales,
    schemes,
    service_hours,
    shouted,
    small_letters,
    statutes,
    theories,
    thing_not_place,
    timestamps,
    title_alone,
    units_by_kind,
    written_small,
)
from reviewdocs.detect.filters.filter import Filter, Find

MODULES: tuple[ModuleType, ...] = (
    timestamps,
    no_day,
    paper_dates,
    law_in_force,
    awareness_days,
    service_hours,
    no_code,
    paper_references,
    public_numbers,
    public_pages,
    public_addresses,
    judges,
    case_law,
    citations,
    cited_author,
    reference_list,
    cited_titles,
    review_references,
    statutes,
    guidelines,
    inquiries,
    guidance,
    named_tools,
    theories,
    scales,
    schemes,
    registers,
    products,
    programs,
    bodies,
    agencies,
    national_names,
    area_body,
    large_place,
    designation,
    title_alone,
    plain_person,
    counted,
    abbreviation,
    units_by_kind,
    ordinary_words,
    dictionary_words,
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
