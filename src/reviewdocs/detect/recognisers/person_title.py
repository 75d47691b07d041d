"""People by title or rank: "Dr Ashgrove", "PC 2287 Ashgrove", "Nurse Winifred Ashgrove"."""

from __future__ import annotations

from reviewdocs.detect.expressions import NAME, NO_BODY, PERSON_NAME
from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "«Dr Winifred Ashgrove» saw",
    "«PC ASHGROVE» attended",
    "«Mrs A. Ashgrove»",
    "«DCI Ashgrove-Lloyd» said",
    "«Nurse Winifred Ashgrove».",
    "«Dr Anneke van der Berg»",
    "«PC 2287 Ashgrove»",
    "«Cllr Ashgrove»",
    "«Mr O'Hare»",
    "«Superintendent Ashgrove»",
    "«Dr al-Masri»",
    "«Supt Iris Ashgrove»",
    "«Sister Canning» wrote",
    "«Insp. Winifred Ashgrove»",
)
MISSES = (
    "Dr A",
    "Mrs J's account",
    "Nurse Manager",
    "the Sister Circle",
    "DI Team",
    "Mr and Mrs",
    "Social Worker 2",
    "PC Plus",
    "the Judge Rules",
    "Constable in the room",
    "Sergeant 1",
    "a Nurse Practitioner",
    "DC circuits",
)

_SHORT = r"Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lord|Lady|Rev|Revd|Fr|Cllr|MR|MRS|MS|MISS|DR|PROF|REV|CLLR"
_RANK = r"PC|PCSO|WPC|DC|DS|DI|DCI|DCS|PS|TDC|DSupt|DSU|Supt|SUPT|Sgt|SGT|Insp|INSP|CI|ACC|Det\sSgt|Det\sInsp|SO"
_LONG = (
    r"Doctor|Professor|Sister|Reverend|Father|Pastor|Imam|Rabbi|Ustadh|Canon|Councillor|Superintendent|"
    r"Sergeant|Inspector|Constable|Nurse|Matron|Midwife|Coroner|Para|Paramedic|HV|Sr|Auntie|Aunty|"
    r"Aunt|Uncle|Justice|Recorder|Pani|Pan|Begum|Judge|HHJ|QC|KC"
)
_NOT_NAMES = (
    r"(?!(?i:manager|practitioner|lead|team|specialist|consultant|associate|circle|rules?|plus|"
    r"advisor|adviser|prescriber|educator|led|staff|in|and|or|"
    r"investigator|sergeant|inspector|constable|superintendent|officer|general|course|training|"
    r"service|services|review|panel|working|nurse|worker|mentor|assessor|reported|said|circuits?|"
    r"a(?!\.)|the|chief|mother|designated|named|hours?|level|unit|of|for|cell)\b)"
)
_NUMBERED = r"(?:[A-Z]{0,2}\d{2,6}\s)?"
_MORE = (
    rf"(?=[\p{{L}}.' -]*?\p{{L}}{{2}}){_NOT_NAMES}(?:\p{{Lu}}\.?\s?){{0,3}}{_NOT_NAMES}"
    rf"(?=(?:(?:al|el|ul|d)['-])?\p{{Lu}}\p{{L}}|\p{{Lu}}'\p{{Lu}}){PERSON_NAME}"
)

RECOGNISER = Recogniser(
    "TitledPerson",
    Category.PERSON,
    (
        Pattern(rf"\b(?:{_SHORT})\.?\s(?:(?:Mac|Mc|van|von|de|al|el|bin)\s)?{_MORE}", score=0.85),
        Pattern(rf"\b(?:{_RANK})\.?\s{_NUMBERED}{_MORE}", score=0.85),
        Pattern(
            rf"\b(?:{_LONG}|(?:Para|Sgt|Insp|Supt|Sr|Det|Const|Capt|Coun)\.)\s{NO_BODY}{_NUMBERED}{_MORE}", score=0.75
        ),
        Pattern(
            rf"(?<=\p{{Lu}}{{2}}\s)(?:NURSE|DOCTOR|SERGEANT|INSPECTOR|CONSTABLE|SUPERINTENDENT)\s{_MORE}", score=0.7
        ),
        Pattern(rf"(?i:\bdear\s)(?P<x>{_NOT_NAMES}{NAME}(?:\s{NAME})?)(?=,|\n|$|\sand\b)", score=0.7),
    ),
)
