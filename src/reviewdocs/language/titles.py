"""Titles and words of rank that stand before a name and are absorbed with it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from reviewdocs.language.lists import listed


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


class Title(NamedTuple):
    """What a title says of its bearer: gender ("he", "she" or empty), field, and a canonical form for comparison."""

    gender: str
    field: Field
    same_as: str


_ABROAD = """
    nain:she taid:he mamgu:she tadcu:he modryb:she ewythr:he babcia:she babci=babcia:she dziadek:he dziadzio=dziadek:he
    ciocia:she ciotka=ciocia:she wujek:he bunica:she bunic:he matusa:she oma:she opa:he tante:she onkel:he nonna:she
    nonno:he abuela:she abuelo:he babaanne:she anneanne:she teyze:she amca:he ayeeyo:she awoowe:he eeddo:she abti:he
    dadi:she nani:she daadi=dadi:she naani=nani:she khala:she khalah=khala:she chacha:he chachi:she phupho:she
    phuphi=phupho:she phupo=phupho:she taya:he mamu:he mami:she bhabhi:she ammi:she abbu:he teta:she khalto:she amto:she
"""
"""Welsh, Polish, Romanian, German, Italian, Spanish, Turkish, Somali, of South Asia and the Arab world."""

_TABLE: dict[Field, str] = {
    Field.CIVIL: "mr:he mrs:she ms:she miss:she mx master:he sir:he dame:she lady:she lord:he madam:she "
    "mme:she pan:he pani:she "
    "monsieur:he madame:she senor:he senora:she",
    Field.DOCTOR: "dr doctor=dr prof professor=prof surgeon",
    Field.POLICE: "pc constable=pc const=pc wpc=pc:she pcso dc ds sgt=ds sergeant=ds di insp=di inspector=di dci ci "
    "supt superintendent=supt "
    "dsupt detective cid",
    Field.NURSING: "sister:she sr=sister:she nurse matron midwife hv cpn paramedic para",
    Field.SOCIAL: "sw fsw amhp idva",
    Field.CHURCH: "rev revd=rev reverend=rev fr=father vicar pastor elder:he deacon canon bishop imam rabbi "
    "hafiz ustadh sheikh",
    Field.KIN: "uncle:he auntie:she aunty=auntie:she aunt=auntie:she nana:she nan:she nanna=nana:she nanny:she "
    "gran:she granny:she grandma:she grandad:he grandpa:he granddad=grandad:he cousin baby papa:he mama:she bibi:she "
    f"{_ABROAD}",
    Field.OTHER: "cllr councillor=cllr judge hhj officer capt captain=capt maj major=maj col colonel=col brigadier "
    "cpl lt coach",
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
_KIN_ABROAD = frozenset(word.partition(":")[0].partition("=")[0] for word in _ABROAD.split())
"""Words of kin that no English sentence has."""
_POSTS = {
    "manager": "crew watch station group team",
    "worker": "social care support family_support key",
    "visitor": "health",
    "nurse": "staff district community practice school student charge",
    "practitioner": "nurse",
    "sister": "ward",
    "constable": "detective police",
    "sergeant": "detective police",
    "inspector": "detective chief detective_chief",
    "officer": "police support housing probation",
    "superintendent": "detective chief",
}
"""Posts and ranks of two or three words: the last word, and what stands before it."""
LONG_TITLES = frozenset((*first.split("_"), last) for last, firsts in _POSTS.items() for first in firsts.split())
"""The same, each as its words."""
LONG_TITLES_END = frozenset(_POSTS)
"""The words they end with."""
SMALL_TITLES = listed("mr mrs ms dr uncle aunt auntie aunty nana nan pan pani") | _KIN_ABROAD
"""Titles in small letters too; the others are words then: "I miss Will", "a baby", "the nurse"."""
IN_TWO = {"gu": ("mam", "mamgu"), "cu": ("tad", "tadcu")}
"""Welsh grandparents: second word, first, and both as one title."""

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
