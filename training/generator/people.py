"""Invented people, and the ways in which records mention them."""

from __future__ import annotations

import random
from dataclasses import dataclass

from training.generator import words

RANKS = (
    "PC",
    "PCSO",
    "DC",
    "DS",
    "DI",
    "DCI",
    "Sgt",
    "Inspector",
    "Insp",
    "WPC",
    "T/DS",
    "A/Sgt",
    "PS",
    "Supt",
    "Constable",
    "Detective Constable",
    "Sergeant",
    "TDC",
    "Det Sgt",
)
PRO_TITLES = (
    "SW",
    "HV",
    "Dr",
    "Dr.",
    "Sister",
    "Nurse",
    "Cllr",
    "Prof",
    "Rev",
    "Revd",
    "Fr",
    "Father",
    "Imam",
    "Judge",
    "HHJ",
    "Mr Justice",
    "Social Worker",
    "Midwife",
    "MW",
    "TA",
    "Officer",
    "Pastor",
    "Staff Nurse",
    "S/N",
    "PO",
    "Paramedic",
    "HCA",
    "Councillor",
    "Coroner",
    "DJ",
    "Matron",
    "Canon",
    "Consultant",
    "CPN",
)
KIN = (
    "Auntie",
    "Aunty",
    "Aunt",
    "Uncle",
    "Nana",
    "Nan",
    "Grandma",
    "Grandad",
    "Gran",
    "Granny",
    "Cousin",
    "Nanny",
    "Big",
    "Little",
    "Baby",
    "Papa",
    "Mama",
    "Tante",
    "Khala",
    "Chacha",
    "Nani",
)
CIVIL = {"f": ("Mrs", "Ms", "Miss", "Mrs.", "Ms", "Mrs"), "m": ("Mr", "Mr", "Mr.", "Mr", "Master")}
_ONSETS = [
    "b",
    "br",
    "ch",
    "d",
    "dr",
    "f",
    "fr",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kh",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "th",
    "tr",
    "v",
    "w",
    "y",
    "z",
]
_NUCLEI = ["a", "a", "e", "e", "i", "o", "o", "u", "ai", "ee", "ou", "ia", "ei"]
_CODAS = ["n", "r", "l", "s", "m", "th", "k", "d", "x", "t", "nd", "rk", "sh", "v"]


def made_up(rng: random.Random) -> str:
    """A name nobody has listed, so that the sentence has to tell that it is one."""
    name = "".join(rng.choice(_ONSETS) + rng.choice(_NUCLEI) for _ in range(rng.choice((1, 2, 2, 3))))
    return (
        name + (rng.choice(_CODAS) if rng.random() < 0.6 else rng.choice(("a", "o", "i", "ski", "wala", "son")))
    ).capitalize()


@dataclass(frozen=True)
class Person:
    """One invented person."""

    forename: str
    surname: str
    nickname: str = ""

    @property
    def title(self) -> str:
        """A civil title; nobody's sex is recorded, so either may come."""
        return CIVIL["f" if hash_of(self.forename) % 2 else "m"][hash_of(self.surname) % 5]


def hash_of(text: str) -> int:
    """A number that is the same in every run, which `hash` is not."""
    return sum(ord(c) * (i + 7) for i, c in enumerate(text))


def forename(rng: random.Random, origin: str) -> str:
    """One forename: of the origin, a word that is also a name, or made up."""
    chance = rng.random()
    if chance < 0.08:
        return rng.choice(words.WORD_FORENAMES)
    if chance < 0.15:
        return made_up(rng)
    if chance < 0.18:
        return (
            rng.choice(words.FORENAMES["british"])
            + rng.choice("- ")
            + rng.choice(("Mae", "Rose", "Lee", "James", "Leigh", "Ann", "Jo", "Grace", "Louise", "Marie"))
        )
    return rng.choice(words.FORENAMES[origin])


def surname(rng: random.Random, origin: str) -> str:
    """One surname: of the origin, a word, a place, double-barrelled, with a particle, or made up."""
    chance = rng.random()
    if chance < 0.09:
        return rng.choice(words.WORD_SURNAMES)
    if chance < 0.17:
        return made_up(rng)
    if chance < 0.23 and origin == "british":
        return rng.choice(words.PLACE_HEADS) + rng.choice(words.PLACE_TAILS)
    if chance < 0.27:
        return surname(rng, origin).split("-")[0] + "-" + rng.choice(words.SURNAMES["british"])
    if chance < 0.29:
        return rng.choice(("Mc", "Mac", "O'", "O’", "Fitz", "van der ", "de ", "al-", "El ", "Ap ")) + made_up(rng)
    return rng.choice(words.SURNAMES[origin])


def person(rng: random.Random, origin: str = "", family: str = "") -> Person:
    """Somebody, of that origin and family where they are told."""
    origin = origin or ("british" if rng.random() < 0.42 else rng.choice(tuple(words.FORENAMES)))
    nick = ""
    first = forename(rng, origin)
    if rng.random() < 0.35:
        nick = (
            rng.choice(words.NICKNAMES)
            if rng.random() < 0.6
            else first[: rng.choice((2, 3, 4))] + rng.choice(("y", "ie", "s", "z", ""))
        )
    return Person(first, family or surname(rng, origin), nick)


def initials(who: Person, rng: random.Random) -> str:
    """F.O., FO, F O or F.O"""
    a, b = who.forename[0], who.surname[0].upper()
    return rng.choice((f"{a}.{b}.", f"{a}{b}", f"{a}.{b}", f"{a} {b}", f"{a}.", f"{a}{b}"))


def full(who: Person, rng: random.Random) -> str:
    """Forename and surname in one of the ways of writing them."""
    chance = rng.random()
    if chance < 0.62:
        return f"{who.forename} {who.surname}"
    if chance < 0.68:
        return f"{who.surname.upper()}, {who.forename}"
    if chance < 0.73:
        return f"{who.forename} {who.surname.upper()}"
    if chance < 0.77:
        return f"{who.surname}, {who.forename}"
    if chance < 0.84:
        return f"{who.forename[0]}{rng.choice(('', '.'))} {who.surname}"
    if chance < 0.92:
        middle = rng.choice(words.FORENAMES["british"])
        return f"{who.forename} {rng.choice((middle, middle[0], middle[0] + '.'))} {who.surname}"
    if chance < 0.96 and who.nickname:
        opening, closing = rng.choice(('""', "''", "‘’", "“”", "()"))
        return f"{who.forename} {opening}{who.nickname}{closing} {who.surname}"
    return f"{who.title} {who.forename} {who.surname}"


def professional(rng: random.Random) -> str:
    """A police officer or worker by rank, number, title."""
    who = person(rng)
    chance = rng.random()
    if chance < 0.38:
        number = rng.choice(("", "", f"{rng.randint(100, 9999)} ", f"{rng.randint(1000, 99999)} "))
        last = rng.choice((who.surname, who.surname, f"{who.forename} {who.surname}", who.surname.upper()))
        return (
            f"{rng.choice(RANKS)} {number}{last}"
            if rng.random() < 0.85
            else f"{rng.choice(RANKS)} {last} {rng.randint(100, 9999)}"
        )
    if chance < 0.72:
        return f"{rng.choice(PRO_TITLES)} {rng.choice((who.surname, who.surname, who.forename + ' ' + who.surname, who.forename[0] + ' ' + who.surname, who.forename))}"
    if chance < 0.85:
        return f"{who.title} {rng.choice((who.surname, who.forename + ' ' + who.surname))}"
    return full(who, rng)
