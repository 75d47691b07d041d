"""Rules on what is still to be filled in: `[role]`, TBC, XX, "Person 1", a form's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any

from reviewdocs.model.pseudonyms import MappedPerson, PseudonymMap
from reviewdocs.names.folding import folded
from reviewdocs.names.unfilled import IN_BRACKETS, is_unfilled
from reviewdocs.policy.schemes import Section, all_schemes
from reviewdocs.pseudonymise.lint.doubt import Doubt, Path, Weight
from reviewdocs.pseudonymise.proposal.designations import designation_of

_NAMES = ("forename", "middle", "surname", "known_as", "former_names", "misspellings", "name", "also")
_REQUIRED = ("id", "job_title")
_LISTS = ("people", "groups", "places", "organisations", "permitted", "panel")
_NOBODY_YET = re.compile(r"person \d+")
"""What `propose` calls somebody whose role no text gives."""


def fields_are_filled_in(pmap: PseudonymMap) -> Iterator[Doubt]:
    """A placeholder finds nobody where a name belongs, and is published where a designation does."""
    for path, entry, field, text in _texts(pmap):
        if field in _NAMES and path[0] not in ("places", "organisations") and _is_a_designation(text):
            yield Doubt(
                "name-not-filled-in", Weight.SETTLE, entry, path,
                f'"{text}" stands where the real name belongs, and is what somebody is called in a copy',
                "Write the name as records have it, or leave the field empty.",
            )  # fmt: skip
        elif IN_BRACKETS.search(text) or (field != "chosen_by" and is_unfilled(text)):
            yield _unfilled(path, entry, field, text)


def _unfilled(path: Path, entry: str, field: str, text: str) -> Doubt:
    if field in _NAMES:
        rule, belongs = "name-not-filled-in", "a name belongs, so that nobody of that name is looked for"
        remedy = "Write the name; where it is not known, leave the field empty, or take the entry out."
    elif field == "pseudonym":
        rule, belongs = "designation-not-said", "the designation belongs, and would stand in every copy"
        remedy = "Write the designation that was agreed."
    else:
        rule, belongs = "field-not-filled-in", f"the {field.replace('_', ' ')} belongs"
        remedy = "Fill it in." if field in _REQUIRED else "Fill it in, or leave it empty."
    if field == "role":
        remedy = "Say who the person is (mother, social worker…); it helps to tell people of one name apart."
    return Doubt(rule, Weight.SETTLE, entry, path, f'a placeholder ("{text}") stands where {belongs}', remedy)


def designations_say_something(pmap: PseudonymMap) -> Iterator[Doubt]:
    """ "Person 1" is what `propose` writes for somebody whose role it does not know, and tells a reader nothing."""
    for number, person in enumerate(pmap.people):
        if _NOBODY_YET.fullmatch(folded(person.pseudonym)) and not _called_so(person, pmap):
            yield Doubt(
                "designation-not-said", Weight.SETTLE, person.id, ("people", number, "pseudonym"),
                f'"{person.pseudonym}" is a stopgap that says nothing of who the person is',
                "Choose the designation of the person's role, such as Social Worker 1.",
            )  # fmt: skip


def _called_so(person: MappedPerson, pmap: PseudonymMap) -> bool:
    """Whether a scheme calls people of this role Person 1, as that of adults calls an alleged perpetrator."""
    known = designation_of(person.role, Section.PEOPLE, pmap.scheme_type)
    return known is not None and folded(known.pattern).startswith("person ")


@cache
def _designations() -> re.Pattern[str]:
    """Every numbered or lettered designation of the schemes: Child A, Social Worker 1, GP 2."""
    patterns = {folded(d.pattern) for scheme in all_schemes() for d in scheme.designations if "{" in d.pattern}
    given = (p.replace("{letter}", "[a-z]").replace("{number}", r"\d+") for p in patterns if "{chosen}" not in p)
    return re.compile("|".join(sorted(given)))


def _is_a_designation(text: str) -> bool:
    return _designations().fullmatch(folded(text)) is not None


def _texts(pmap: PseudonymMap) -> Iterator[tuple[Path, str, str, str]]:
    """Every text of the map: its path, the entry, the field, the text."""
    for key in ("id", "title"):
        yield (key,), key, key, getattr(pmap, key)
    for kind in _LISTS:
        for number, entry in enumerate(getattr(pmap, kind)):
            for field in fields(entry):
                path = (kind, number, field.name)
                for place, text in _values(getattr(entry, field.name), path):
                    yield place, getattr(entry, "id", kind), field.name, text


def _values(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        yield from (((*path, number), text) for number, text in enumerate(value))
    elif isinstance(value, dict):
        yield from (((*path, key), text) for key, text in value.items())


RULES = (fields_are_filled_in, designations_say_something)
