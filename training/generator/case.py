"""One invented case, and what each slot of a template stands for in it."""

from __future__ import annotations

import random
from collections.abc import Callable

from training.generator import generic, people, things, words
from training.generator.grammar import UNKNOWN, Piece

_KIN_ROLES = (
    "sister",
    "brother",
    "mother",
    "son",
    "daughter",
    "aunt",
    "cousin",
    "wife",
    "husband",
    "ex-wife",
    "niece",
    "grandmother",
    "uncle",
    "partner",
)


class Case:
    """A family, the people around it, and a style of writing that holds for a paragraph."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        origin = "british" if rng.random() < 0.4 else rng.choice(tuple(words.FORENAMES))
        family = people.surname(rng, origin)
        self.cast = {
            role: people.person(rng, origin, family if rng.random() < 0.7 else "")
            for role in ("child", "child2", "mother", "father")
        } | {role: people.person(rng) for role in ("partner", "friend", "adult", "may", "will")}
        if rng.random() < 0.5:
            for role in ("may", "will"):
                self.cast[role] = people.Person(rng.choice(words.WORD_FORENAMES), rng.choice(words.WORD_SURNAMES))
        self.family = family
        self.she = rng.random() < 0.5
        self.surname_style = rng.random() < 0.2
        self.professionals = [people.professional(rng) for _ in range(3)]

    def mention(self, who: people.Person) -> str:
        """One of the ways of writing this person here."""
        chance, rng = self.rng.random(), self.rng
        if self.surname_style and chance < 0.5:
            return rng.choice((who.surname, f"{who.title} {who.surname}"))
        if chance < 0.44:
            return who.forename
        if chance < 0.7:
            return people.full(who, rng)
        if chance < 0.82:
            return f"{who.title} {who.surname}"
        if chance < 0.88:
            return who.surname
        if chance < 0.94:
            return who.nickname or who.forename
        if chance < 0.96:
            return who.forename.upper()
        return people.initials(who, rng)

    def kin(self) -> str:
        """Auntie Bev, Uncle Abdi."""
        name = self.rng.choice(
            (people.forename(self.rng, self.rng.choice(tuple(words.FORENAMES))), self.rng.choice(words.NICKNAMES))
        )
        return f"{self.rng.choice(people.KIN)} {name}"

    def fill(self, slot: str, argument: str) -> list[Piece]:
        """The pieces a slot stands for.

        Raises:
            KeyError: for a slot that does not exist.
        """
        if slot in self.cast:
            return [(self.mention(self.cast[slot]), "PERSON")]
        special = _SLOTS.get(slot)
        if special is not None:
            return special(self)
        return [(generic.fill(slot, self.rng), "")]

    def somebody(self) -> people.Person:
        """Someone of the cast, or a stranger."""
        return people.person(self.rng) if self.rng.random() < 0.75 else self.rng.choice(tuple(self.cast.values()))


def _one(label: str, text: str) -> list[Piece]:
    return [(text, label)]


def _family(case: Case) -> list[Piece]:
    plural = case.family + ("es" if case.family.endswith("s") else "s")
    chance = case.rng.random()
    if chance < 0.45:
        return _one("PERSON", f"the {plural}")
    if chance < 0.7:
        return [("the ", ""), (case.family, "PERSON"), (" family", "")]
    return _one(
        "PERSON",
        case.rng.choice(
            (
                f"Mr and Mrs {case.family}",
                f"{case.cast['mother'].forename} and {case.cast['father'].forename} {case.family}",
            )
        ),
    )


def _city(case: Case) -> list[Piece]:
    return _one(UNKNOWN if case.rng.random() < 0.5 else "PLACE", case.rng.choice(words.CITIES + words.TOWNS))


def _town(case: Case) -> list[Piece]:
    return _one("PLACE", things.settlement(case.rng) if case.rng.random() < 0.75 else case.rng.choice(words.TOWNS))


def _dem(case: Case) -> list[Piece]:
    return _one("DEM", case.rng.choice((case.rng.choice(words.NATIONALITIES), case.rng.choice(words.ETHNIC_PHRASES))))


def _friend_lower(case: Case) -> list[Piece]:
    who = case.somebody()
    return _one(
        "PERSON", case.rng.choice((who.forename, who.nickname or who.forename, f"{who.forename} {who.surname}")).lower()
    )


def _professional(case: Case) -> list[Piece]:
    return _one(
        "PERSON", case.rng.choice(case.professionals) if case.rng.random() < 0.4 else people.professional(case.rng)
    )


def _place_line(case: Case) -> list[Piece]:
    name = things.outdoors(case.rng)
    return _one("PLACE", name.removeprefix("the "))


def _amount(case: Case) -> list[Piece]:
    rng = case.rng
    return _one(
        "QUANTITY",
        rng.choice(
            (
                f"£{rng.randint(2, 900)},{rng.randint(0, 999):03d}",
                f"£{rng.randint(40, 9000)}",
                f"GBP {rng.randint(1, 90)},000",
                f"{rng.randint(2, 90)},500 euros",
            )
        ),
    )


def _titled(case: Case) -> str:
    who = case.somebody()
    return f"{who.title} {who.surname}"


def _titled_full(case: Case) -> str:
    who = case.somebody()
    return case.rng.choice(
        (f"{who.title} {who.forename} {who.surname}", f"{who.title} {who.forename[0]}. {who.surname}")
    )


def _organisation(case: Case) -> list[Piece]:
    name = things.organisation(case.rng)
    return _one("ORG", name.removeprefix("the "))


def _health(case: Case) -> list[Piece]:
    name = things.health(case.rng)
    return [("the ", ""), (name[4:], "ORG")] if name.startswith("the ") else _one("ORG", name)


def _clause_person(case: Case) -> list[Piece]:
    """Somebody by name, mostly; now and then in general terms, as sentences with names do."""
    rng = case.rng
    chance = rng.random()
    if chance < 0.22:
        return [(generic.somebody(rng), "")]
    if chance < 0.62:
        return _one("PERSON", case.mention(rng.choice(tuple(case.cast.values()))))
    if chance < 0.72:
        return _one("PERSON", rng.choice(words.WORD_FORENAMES if rng.random() < 0.6 else words.WORD_SURNAMES))
    if chance < 0.8:
        return _professional(case)
    if chance < 0.86:
        return _one("PERSON", case.kin())
    if chance < 0.9:
        return _one("PERSON", rng.choice(words.NICKNAMES))
    if chance < 0.94:
        return _family(case)
    return _one("PERSON", people.full(case.somebody(), rng))


def _clause_when(case: Case) -> list[Piece]:
    rng = case.rng
    chance = rng.random()
    if chance < 0.45:
        day = things.day_date(rng)
        return [("on ", ""), (day, "DATE")] if rng.random() < 0.7 else _one("DATE", day)
    if chance < 0.6:
        return [("in ", ""), (things.loose_date(rng).removeprefix("the "), "DATE")]
    return [(generic.fill("when", rng), "")]


def _clause_when_first(case: Case) -> list[Piece]:
    if case.rng.random() < 0.6:
        return [("On ", ""), (things.day_date(case.rng), "DATE"), (case.rng.choice((",", "")), "")]
    return [(generic.fill("when2", case.rng), "")]


def _clause_place(case: Case) -> list[Piece]:
    rng = case.rng
    chance = rng.random()
    if chance < 0.3:
        return _town(case)
    if chance < 0.5:
        return _one("PLACE", things.street(rng))
    if chance < 0.75:
        return _place_line(case)
    if chance < 0.85:
        return _one("PLACE", things.address(rng))
    return [(generic.fill("where2", rng), "")]


def _clause_where(case: Case) -> list[Piece]:
    rng = case.rng
    if rng.random() < 0.4:
        return [(generic.fill("where", rng), "")]
    return [(rng.choice(("in ", "at ", "near ", "outside ", "in ")), ""), *_clause_place(case)]


def _clause_at(case: Case) -> list[Piece]:
    chance = case.rng.random()
    if chance < 0.25:
        return [(generic.fill("at", case.rng), "")]
    return (
        _organisation(case)
        if chance < 0.65
        else _health(case)
        if chance < 0.8
        else _one("ORG", things.school(case.rng))
    )


_SLOTS: dict[str, Callable[[Case], list[Piece]]] = {
    "s": _clause_person,
    "o": _clause_person,
    "when": _clause_when,
    "when2": _clause_when_first,
    "where": _clause_where,
    "where2": _clause_place,
    "at": _clause_at,
    "date": lambda c: _one("DATE", things.day_date(c.rng)),
    "loose": lambda c: _one("DATE", things.loose_date(c.rng)),
    "dob": lambda c: _one("DATE", things.day_date(c.rng)),
    "time": lambda c: _one(
        UNKNOWN,
        c.rng.choice(
            (
                f"{c.rng.randint(0, 23):02d}:{c.rng.randint(0, 59):02d}",
                f"{c.rng.randint(1, 11)}.{c.rng.randint(10, 59)}pm",
                f"{c.rng.randint(1, 11)} am",
                f"{c.rng.randint(0, 23):02d}{c.rng.randint(0, 59):02d}",
            )
        ),
    ),
    "young": lambda c: _one("QUANTITY", things.young_age(c.rng)),
    "years": lambda c: _one(UNKNOWN, str(c.rng.randint(1, 90))),
    "amount": _amount,
    "pro": _professional,
    "kin": lambda c: _one("PERSON", c.kin()),
    "kinrole": lambda c: _one("", c.rng.choice(_KIN_ROLES)),
    "fam": _family,
    "full": lambda c: _one("PERSON", people.full(c.somebody(), c.rng)),
    "fore": lambda c: _one("PERSON", c.somebody().forename),
    "sur": lambda c: _one("PERSON", c.somebody().surname),
    "surname_s": lambda c: [(c.somebody().surname, "PERSON"), ("'s", "")],
    "nick": lambda c: _one("PERSON", c.rng.choice(words.NICKNAMES)),
    "upper": lambda c: _one("PERSON", c.somebody().surname.upper()),
    "titled": lambda c: _one("PERSON", _titled(c)),
    "titledfull": lambda c: _one("PERSON", _titled_full(c)),
    "lower": _friend_lower,
    "town": _town,
    "city": _city,
    "country": lambda c: _one("PLACE" if c.rng.random() < 0.6 else UNKNOWN, c.rng.choice(words.COUNTRIES)),
    "street": lambda c: _one("PLACE", things.street(c.rng)),
    "address": lambda c: _one("PLACE", things.address(c.rng)),
    "outdoors": _place_line,
    "school": lambda c: _one("ORG", things.school(c.rng)),
    "health": _health,
    "org": _organisation,
    "authority": lambda c: _one(UNKNOWN if c.rng.random() < 0.5 else "ORG", things.authority(c.rng)),
    "code": lambda c: _one("CODE", things.code(c.rng)),
    "dem": _dem,
    "occ": lambda c: _one("DEM", c.rng.choice(words.OCCUPATIONS)),
    "cond": lambda c: _one(UNKNOWN, c.rng.choice(words.HEALTH)),
    "sub": lambda c: _one("", "she" if c.she else "he"),
    "sub2": lambda c: _one("", "She" if c.she else "He"),
    "obj": lambda c: _one("", "her" if c.she else "him"),
    "pos": lambda c: _one("", "her" if c.she else "his"),
    "num": lambda c: _one("", str(c.rng.randint(1, 99))),
}
