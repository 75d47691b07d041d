"""The rules, one file each, registered by hand, worst first: a file that is not listed here does not run."""

from __future__ import annotations

from types import ModuleType

from reviewdocs.risk.rule import Rule
from reviewdocs.risk.rules import (
    address,
    age,
    buried_name,
    clock_time,
    contact,
    court,
    date_of_birth,
    drawn_over,
    exact_date,
    file_name,
    hidden_content,
    hidden_layer,
    hidden_name,
    leftover,
    map_survivor,
    media,
    online,
    operation,
    panel_name,
    personal_number,
    program_data,
    pseudonym_like_name,
    reference,
    undecided_mention,
    undecided_name,
    unmapped_organisation,
    unmapped_person,
    unmapped_place,
    unread_part,
    unseen_text,
    vehicle,
    within_file,
)

MODULES: tuple[ModuleType, ...] = (
    map_survivor,
    undecided_name,
    undecided_mention,
    panel_name,
    file_name,
    hidden_name,
    buried_name,
    drawn_over,
    unseen_text,
    hidden_layer,
    within_file,
    hidden_content,
    unread_part,
    personal_number,
    date_of_birth,
    address,
    contact,
    vehicle,
    pseudonym_like_name,
    unmapped_person,
    unmapped_place,
    unmapped_organisation,
    court,
    operation,
    media,
    online,
    reference,
    program_data,
    exact_date,
    clock_time,
    age,
    leftover,
)
"""Each has `RULE`, `HITS` and `MISSES`; within one severity what stands first is told first."""

REGISTERED: tuple[Rule, ...] = tuple(module.RULE for module in MODULES)
