"""Titles and words of rank that stand before a name and are absorbed with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """Where a title is at home."""

    CIVIL = "civil"
    DOCTOR = "doctor"
    POLICE = "police"
    NURSING = "nursing"
    SOCIAL = "social"
    CHURCH = "church"
    KIN = "kin"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says of its bearer: gender ("he", "she" or empty), field, and a canonical form for comparison."""

    gender: str
    field: Field
    same_as: str


_TABLE: dict[Field, str] = {
    Field.CIVIL: "mr:he mrs:she ms:she miss:she mx master:he sir:he dame:she lady:she lord:he madam:she "
    "mme:she pan:he pani:she "
    "monsieur:he madame:she senor:he senora:she",
    Field.DOCTOR: "dr doctor=dr prof professor=prof surgeon",
    Field.POLICE: "pc constable=pc wpc=pc:she pcso dc ds sgt=ds sergeant=ds di insp=di inspector=di dci ci "
    "supt superintendent=supt "
    "dsupt detective cid",
    Field.NURSING: "sister:she sr=sister:she nurse matron midwife hv cpn paramedic para",
    Field.SOCIAL: "sw fsw amhp idva",
    Field.CHURCH: "rev revd=rev reverend=rev fr=father vicar pastor imam rabbi hafiz ustadh sheikh",
    Field.KIN: "uncle:he auntie:she aunty=auntie:she aunt=auntie:she nana:she nan:she nanna=nana:she nanny:she "
    "gran:she granny:she grandma:she grandad:he grandpa:he granddad=grandad:he cousin baby papa:he mama:she bibi:she",
    Field.OTHER: "cllr councillor=cllr judge hhj officer",
}


def _read() -> dict[str, Title]:
    titles: dict[str, Title] = {}
    for field, words in _TABLE.items():
        for word in words.split():
            name, _, gender = word.partition(":")
            name, _, same_as = name.partition("=")
            titles[name] = Title(gender, field, same_as or name)
    return titles


TITLES = _read()

_WORKERS: dict[Field, str] = {
    Field.DOCTOR: "doctor gp practitioner psychiatrist paediatrician consultant registrar physician surgeon dentist",
    Field.POLICE: "police detective officer constable sergeant inspector superintendent pcso",
    Field.NURSING: "nurse nursing visitor midwife matron health paramedic",
    Field.SOCIAL: "social worker support adviser professional housing",
    Field.CHURCH: "vicar priest pastor imam rabbi minister",
}


def fields_of_role(role: str) -> frozenset[Field]:
    """The fields that the words of a role or job title belong to; empty for a member of the family."""
    words = set(role.casefold().replace("-", " ").split())
    return frozenset(field for field, workers in _WORKERS.items() if words & set(workers.split()))
