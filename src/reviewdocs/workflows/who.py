"""Who is who in a map: how each entry is called, and every form of its name that was found in the case's drafts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reviewdocs.model.pseudonyms import MappedPerson, PseudonymMap
from reviewdocs.workflows.copies import Copied

_BESIDE = " ,;:()"
"""What an edit takes along with a name."""


@dataclass(frozen=True, slots=True)
class Who:
    """An entry of a map.

    Attributes:
        ref: its id.
        designation: what stands in copies instead.
        name: as the map has it.
        role: what the map says it is.
        more: further names of it in the map.
        forms: how it was written in drafts, with how often, the most frequent first.
    """

    ref: str
    designation: str
    name: str
    role: str
    more: tuple[str, ...]
    forms: tuple[tuple[str, int], ...] = ()

    @property
    def told(self) -> str:
        """For a list to choose from: "Mother (Brid Quillfeather)"."""
        return f"{self.designation} ({self.name})"

    @property
    def count(self) -> int:
        """How often it was found."""
        return sum(count for _, count in self.forms)


def who_is_who(pmap: PseudonymMap, copied: Iterable[Copied] = ()) -> dict[str, list[Who]]:
    """The people, places and organisations, and families of a map.

    Args:
        pmap: the map, with the names that decisions add.
        copied: the copies whose records tell the forms.
    """
    forms: dict[str, Counter[str]] = {}
    seen = set()
    for copy in copied:
        if copy.draft in seen or copy.draft_changed:
            continue
        seen.add(copy.draft)  # the copies of one draft for several audiences tell the same
        for row in copy.entry.get("replaced", ()):
            written = " ".join(str(row["text"]).split()).strip(_BESIDE)
            for ref in str(row["ref"]).split("+"):
                forms.setdefault(ref, Counter())[written] += 1

    def entry(ref: str, designation: str, name: str, role: str, more: Iterable[str] = ()) -> Who:
        return Who(ref, designation, name, role, tuple(more), tuple(forms.get(ref, Counter()).most_common()))

    things = {"Places": pmap.places, "Organisations": pmap.organisations}
    return {
        "People": [entry(p.id, p.pseudonym, p.full_name or p.known_as[0], p.role, _more(p)) for p in pmap.people],
        **{title: [entry(t.id, t.pseudonym, t.name, t.kind, t.also) for t in some] for title, some in things.items()},
        "Families": [entry(g.id, g.pseudonym, g.surname, "family") for g in pmap.groups],
    }


def _more(person: MappedPerson) -> tuple[str, ...]:
    return (*person.known_as, *person.former_names, *person.misspellings)
