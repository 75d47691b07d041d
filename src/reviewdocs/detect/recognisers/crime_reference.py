"""Crime, incident, custody and log references, labelled."""

from __future__ import annotations

from reviewdocs.detect.recognise import FIGURE, Pattern, Recogniser
from reviewdocs.language.numbers import SUFFIX
from reviewdocs.model.mentions import Category

HITS = (
    "Crime no. «AB/15/0001234»",
    "incident «XYZ 18/11111» was closed",
    "Log no. «ABC-20200101-0001»",
    "custody record «AB1/1234/19»",
    "crime ref «31/12345/21»",
    "STORM LOG «XYZ 0012 01/02/20»",
    "Incident «417 of 12 March 2020»",
    "CAD «1234/01JAN20»",
    "URN «12AB0123420»",
    "exhibit «ABC/1»",
    "Crime ref. «19*123456*21»",
    "CAD «1234» refers",
    "Log «1234 of 12 March»",
    "occurrence «5519123456»",
    "Crime reports «07CH/884/22» and «0213/220120» were linked",
    "Crime numbers «14AB/1021/21», «14AB/1022/21» and «0456/110319»",
    "Logs «20*114411»; «20*114412»",
    "Incident reports: «0098/010220» & «0099/010220»",
    "CRIS reports «2301456/19», «2301457/19»",
    "custody records «04KD/2231/22» and «04KD/2232/22»",
    "it was recorded as «09XY/3/20»",
    "under «0213/220120»",
)
MISSES = (
    "the incident in 2019", "crime fell by 12 per cent", "log 6 calls a day", "incident 2 of 3", "exhibit A",
    "Crime reports 2020/21 and 2021/22", "logs 1 and 2", "0213/991399", "incident reports in 2019/20", "on 12/03/19",
)  # fmt: skip

_LABEL = (
    r"(?i:\b(?:crime|incident|custody|log|CAD|CRIS|storm|occurrence|niche|intelligence|URN|exhibit|STORM LOG|IPR|"
    r"999 call)s?\b(?:\s(?:report|record|log)s?)?(?:\s?(?:ref(?:erence)?|no|number|num|id)s?\b)?\.?\s?:?\s{0,2})"
)
_NO_YEARS = r"(?!(?:19|20)\d\d[/-]\d\d\b)"
_PARTED = rf"{_NO_YEARS}(?=[\w*/-]*\d)[A-Z0-9]+(?:[*/-][A-Z0-9]+)+"
_DAY_IN_FIGURES = r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d"

RECOGNISER = Recogniser(
    "UkCrimeReference",
    Category.CODE,
    (
        Pattern(
            _LABEL + rf"(?P<x>(?:[A-Z]{{2,5}}\s)?{_PARTED}|"
            r"[A-Z]{2,5}\s\d{3,}(?:[\s/-]\d+)*|"
            r"[A-Z]{2,5}\s\d{4}\s\d\d/\d\d/\d\d|[A-Z]{1,4}\d{4,}|\d{1,2}[A-Z]{1,2}\d{4,})\b",
            score=0.9,
        ),
        Pattern(
            rf"(?<={_LABEL}(?:{_PARTED}(?:[,;]\s(?:and\s)?|\s(?:and|&)\s))+)(?P<x>{_PARTED})(?![\w*/-])", score=0.85
        ),
        # A force's letters within a number, and the log of a day, are written so by the police alone.
        Pattern(
            rf"(?<![\w*/.-])(?P<x>\d\d[A-Z]{{2}}/\d{{1,6}}/\d\d|\d{{3,5}}/{_DAY_IN_FIGURES})(?![\w*/-])", score=0.8
        ),
        Pattern(
            r"(?i:\b(?:incident|log|CAD)\s(?:no\.?\s|number\s)?)(?P<x>\d{1,5}\sof\s(?:the\s)?"
            rf"\d{{1,2}}(?:[/.]\d{{1,2}}[/.]\d{{2,4}}|{SUFFIX}?\s\p{{Lu}}\p{{L}}+(?:\s\d{{4}})?))",
            score=0.9,
        ),
        Pattern(r"\b(?:CAD|STORM|URN)\s(?:no\.?\s)?(?P<x>\d{3,})\b|(?i:\boccurrence\s)(?P<x>\d{5,})\b", score=0.85),
        Pattern(
            r"(?i:\b(?:crime|custody|incident|log|occurrence)\s(?:ref(?:erence)?|no|number)\b\.?\s?:?\s"
            r"?)(?P<x>\d{4,})\b",
            score=0.9,
        ),
    ),
    anchor=FIGURE,
)
