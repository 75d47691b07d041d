"""A pseudonym of the map equals a real name of the review, or shares its person's initials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.pseudonyms import MappedPerson, PseudonymMap
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import MAP, Example, Hit, Rule

HITS = (Example("The map of the examples calls a person named Marigold 'Mia'."),)
MISSES: tuple[Example, ...] = ()

_DESIGNATION = re.compile(
    r"\d|^(?:the|child|adult|baby|infant|young|sibling|brother|sister|half|step|foster|adoptive|mother|father|mum|dad|parents?|partner|husband|"
    r"wife|son|daughter|uncle|aunt|nephew|niece|cousin|grand\w+|great|maternal|paternal|mgm|mgf|pgm|pgf|friend|neighbour|resident|patient|"
    r"social|health|police|nurse|doctor|gp|hv|teacher|head|manager|deputy|officer|carer|care|worker|midwife|family|nursery|school|member|"
    r"person|witness|professional|consultant|paediatrician|mr|mrs|ms|miss|dr)\b",
    re.IGNORECASE,
)


def _find(examined: Examined) -> Iterator[Hit]:
    if examined.pmap is not None:
        for person in examined.pmap.people:
            if not _DESIGNATION.search(person.pseudonym) and (why := _why(person, examined.pmap)):
                yield Hit(person.pseudonym, detected_by=(MAP,), detail=why)


def _why(person: MappedPerson, pmap: PseudonymMap) -> str:
    chosen = person.pseudonym.casefold()
    for other in pmap.people:
        names = {name.casefold() for name in (other.forename, other.surname, *other.known_as) if name}
        if chosen in names:
            return f"'{person.pseudonym}' is also a real name of {other.pseudonym}."
    initials = [word[0] for word in re.findall(r"\w+", chosen)]
    real = [name[0].casefold() for name in (person.forename, person.surname) if name]
    if initials and initials == real[: len(initials)]:
        return f"'{person.pseudonym}' begins as the person's own name does."
    return ""


RULE = Rule(
    name="pseudonym-like-name",
    severity=Severity.BLOCK,
    category=Category.CONSISTENCY,
    message="A pseudonym gives a real name away.",
    remedy="Agree another pseudonym and put it into the map.",
    find=_find,
)
