"""A draft of a map: what there is, and what is proposed to be added, each with its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from reviewdocs.model.pseudonyms import Entry, MappedPerson, PseudonymMap
from reviewdocs.names.folding import folded
from reviewdocs.names.unfilled import IN_BRACKETS

LISTS = ("people", "groups", "places", "organisations", "permitted", "panel")


@dataclass(slots=True)
class Draft:
    """A map that grows.

    Attributes:
        base: the map as agreed so far; nothing of it is changed.
        added: for each list, the proposed entries with their evidence.
        notes: what a person should know besides: what was left out, and what could not be told.
    """

    base: PseudonymMap
    added: dict[str, list[tuple[Entry, tuple[str, ...]]]] = field(default_factory=lambda: {n: [] for n in LISTS})
    notes: list[str] = field(default_factory=list)

    @property
    def pmap(self) -> PseudonymMap:
        """The map with everything that is proposed so far."""
        lists: dict[str, Any] = {
            name: (*getattr(self.base, name), *(entry for entry, _ in self.added[name])) for name in LISTS
        }
        return replace(self.base, **lists)

    @property
    def evidence(self) -> dict[str, tuple[str, ...]]:
        """Evidence by the ids of the proposed entries that have one."""
        entries = (pair for pairs in self.added.values() for pair in pairs)
        return {entry_id: told for entry, told in entries if (entry_id := getattr(entry, "id", ""))}

    @property
    def size(self) -> int:
        """How many entries are proposed."""
        return sum(len(entries) for entries in self.added.values())

    def add(self, name: str, entry: Entry, *evidence: str) -> None:
        """Propose an entry for a list."""
        self.added[name].append((entry, evidence))

    def listed(self, name: str) -> list[Entry]:
        """Everything in a list: what is agreed, then what is proposed."""
        return [*getattr(self.base, name), *(entry for entry, _ in self.added[name])]

    def people(self) -> list[MappedPerson]:
        """Everybody: who is agreed, then who is proposed."""
        return [entry for entry in self.listed("people") if isinstance(entry, MappedPerson)]

    def new_id(self, wanted: str) -> str:
        """An id made of a text, that nothing has yet."""
        plain = re.sub(r"[^A-Z0-9]+", "_", folded(wanted).upper()).strip("_") or "ENTRY"
        taken = {getattr(entry, "id", "") for name in LISTS for entry in self.listed(name)}
        tried = (plain if number == 1 else f"{plain}_{number}" for number in range(1, len(taken) + 2))
        return next(name for name in tried if name not in taken)


def is_placeholder(*texts: str) -> bool:
    """Whether what stands there is still to be filled in, such as [forename]."""
    return any(IN_BRACKETS.search(text) for text in texts)


def without_placeholders(pmap: PseudonymMap) -> PseudonymMap:
    """The map without the starter's entries that nobody has filled in; they name nobody."""

    def names(entry: object) -> Iterable[str]:
        return (str(getattr(entry, key, "")) for key in ("forename", "middle", "surname", "name"))

    kept: dict[str, Any] = {
        name: tuple(e for e in getattr(pmap, name) if not is_placeholder(*names(e))) for name in LISTS
    }
    ids = {person.id for person in kept["people"]}
    kept["groups"] = tuple(group for group in kept["groups"] if set(group.members) <= ids)
    return pmap if all(len(kept[name]) == len(getattr(pmap, name)) for name in LISTS) else replace(pmap, **kept)
