"""Dates of birth: a date that the words beside it call one."""

from __future__ import annotations

from reviewdocs.detect import dates
from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "DOB «17-Sep-1988»",
    "D.O.B: «14/05/18»",
    "was born in Ashcaster on «9 June 2011» to a mother",
    "(b. «19/11/89»; single)",
    "date of birth «4 July 1967»",
    "born on «St David's Day 1948»",
    "her birthday, «4 July»",
    "«12/03/2014» (DOB)",
    "DOB: «14052019»",
    "DOB «140519»",
    "born «14–05–2019»",
    "Date of birth «14.V.2019»",
    "b. «14 05 2019»",
)
MISSES = (
    "born in 2014",
    "seen on 12/03/2019",
    "the birth plan of 2019",
    "a first-born child. On 12 March 2019 he left",
    "newborn visit on 12 March 2019",
)

_LABEL = r"(?i:(?<![\w-])(?:born|d\.?\s?o\.?\s?b\b\.?|dates?\sof\sbirth|birth\s?date|birthdays?|b\.)(?![\w-]))"
_BETWEEN = r"[^.;\n\0|]{0,45}?(?:\n\0\n)?(?<![\d/])"
_LABEL_AFTER = r"\s?\(?(?i:d\.?o\.?b|date\sof\sbirth)\b"

RECOGNISER = Recogniser(
    "DateOfBirth",
    Category.DOB,
    (
        *(
            Pattern(rf"{_LABEL}{_BETWEEN}(?P<x>{expression})", score=0.95, accept=dates.plausible)
            for expression in (*dates.NUMBERS, dates.SHORT_NUMBER)
        ),
        *(Pattern(rf"{_LABEL}{_BETWEEN}(?P<x>{expression})", score=0.95) for expression in dates.WRITTEN),
        *(
            Pattern(rf"(?P<x>{expression}){_LABEL_AFTER}", score=0.95, anchor=_LABEL_AFTER)
            for expression in (*dates.NUMBERS, dates.DAY_MONTH)
        ),
    ),
)
