"""Ages in days, weeks or months, and in years and months; not lengths of time."""

from __future__ import annotations

import regex

from reviewdocs.detect.recognise import Match, Pattern, Recogniser
from reviewdocs.language import numbers
from reviewdocs.language.words import is_word
from reviewdocs.model.mentions import Category

HITS = (
    "when she was «seven months old»",
    "«5/52» old",
    "Infant, «11 weeks old», floppy",
    "Age «5 weeks 3 days».",
    "aged «32 months»",
    "aged «4 months»",
    "«2 years 3 months»",
    "a «ten-week-old» baby",
    "was «3 years and 5 months old»",
    "«6 yrs 7 mths»",
    "babies «three weeks» today",
    "at the age of «nine weeks»",
    "at «14 months of age»",
    "«four and a half months old»",
    "TWIN BOY FITTING AT HOME, «7 WEEKS», PARENTS PRESENT",
    "CHILD CHOKING. FEMALE «18 MONTHS».",
    "her baby, first seen at «nine weeks», was pale",
    "Baby girl Wren, «5 months», was weighed",
    "the infant was weaned at «four months»",
    "now «21 weeks 4 days».",
    "Clinic. Baby «6/52». Thriving",
    "Pt: NETTLEBED Wren  M  «9/12»  DOB",
    "| Police | Wren, «11 mths» | Seen",
    "Home visit. ZN, «14 months», 25th centile",
)
MISSES = (
    "six weeks later",
    "for three months",
    "within 10 days",
    "four years and six months' imprisonment",
    "sentenced to 2 years 6 months",
    "aged ten",
    "every 3 months",
    "after 2 years and 3 months",
    "the six-week check",
    "19/12 was the bus",
    "a bruise nine days old",
    "the report was already three months old",
    "the baby will be reviewed at six weeks",
    "a scan of the baby at 20 weeks of pregnancy",
    "CHILD PROTECTION PLAN, 9 MONTHS",
    "| Review, 6 months | Amber",
    "Plaster 6/52. Coded",
    "DNA, 3 months, discharged",
    "the infant feeding team met at three months' notice",
)

_UNIT = r"(?i:days?|weeks?|wks?|fortnights?|months?|mths?|mos?)"
_N = (
    rf"(?:\d{{1,3}}(?:½|\.5)?|(?i:(?:{'|'.join(numbers.TENS[:4])})(?:[- ](?:{numbers.UNIT}))?|"
    rf"{'|'.join(numbers.UNITS)}|a\sfew)(?:\sand\sa\shalf)?)"
)
_YEAR = r"(?i:years?|yrs?|y)"
_SHORT = rf"{_N}[\s-]?{_UNIT}(?:,?\s(?:and\s)?{_N}[\s-]?{_UNIT})?"
_LONG = rf"{_N}[\s-]?{_YEAR},?\s(?:and\s)?{_N}[\s-]?{_UNIT}"
_ANY = rf"(?:{_LONG}|{_SHORT}|\d{{1,2}}/(?:52|12|7)\b)"
_CALLED = r"(?i:\b(?:aged?|age\sof|ages|aged\s(?:about|around|only|just))\s?:?\s)"
_LENGTH = (
    r"\b(?:sentenced|imprison\w*|custody|for|after|within|every|over|under|last(?:ed|ing)?|next|past|"
    r"previous|term\sof|some|than|"
    r"served|suspended|spent|of|until|in)\s(?:the\s|a\s|to\s|another\s)?$"
)


def _an_age(match: Match) -> bool:
    """Whether years and months are no length of time: nothing before or after them says so."""
    start, end = match.span("x")
    before, after = match.string[max(0, start - 24) : start], match.string[end : end + 24]
    return not _BEFORE.search(before) and not _AFTER.search(after)


_BEFORE = regex.compile(_LENGTH + r"|\bsentenced\sto\s$", regex.IGNORECASE)
_AFTER = regex.compile(
    r"^'?\s?(?:imprison|custod|later|after|ago|earlier|before|sentence|in\s(?:prison|custody)|period|gap|from)",
    regex.IGNORECASE,
)

_OF_A_THING = regex.compile(
    r"\b(?:bruis\w*|fractur\w*|injur\w*|wounds?|burns?|marks?|scars?|lesions?|rash|photo\w*|reports?|assessments?|plans?|letters?|referrals?|"
    r"information|milk|food|meals?|dressings?|data|results?|news|records?|entry|entries|tenancy|case)"
    r"(?:\s(?:that|which|already|now|is|was|were|are|about|around|some|at|least|over|only|just|nearly)){0,4}\s$",
    regex.IGNORECASE,
)
_YOUNG = (
    r"\b(?i:baby|babies|infants?|child|children|twins?|toddler|newborn|boy|girl|son|daughter|granddaughter|grandson|"
    r"male|female)\b"
)
_NOT_A_CHILD = (
    r"(?!\s(?i:protection|in\sneed|care|social|benefit|abuse|sexual|mental|death|health|arrangements?|feeding|clinic|"
    r"unit|group|and\sadolescent)\b)"
)


def _of_a_person(match: Match) -> bool:
    """Whether it is somebody who is so old, and no bruise or report."""
    return _OF_A_THING.search(match.string[max(0, match.start("x") - 48) : match.start("x")]) is None


def _of_somebody(match: Match) -> bool:
    """Whether the word before is a name and no heading: "Wren, 11 weeks |" beside "Review, 6 months |"."""
    return not is_word(match["word"].casefold())


def _at_that_age(match: Match) -> bool:
    """Whether "at six weeks" is of the child the sentence is about, and neither pregnancy nor an appointment."""
    before = match.string[max(0, match.start() - 90) : match.start()]
    sentence = regex.split(r"[.;\n]", before)[-1] + match.string[match.end() : match.end() + 24].split("\n")[0]
    return _OTHER_TIME.search(sentence) is None and regex.search(_YOUNG + _NOT_A_CHILD, sentence) is not None


_OTHER_TIME = regex.compile(
    r"\b(?:review\w*|follow|appointments?|check\w*|plan\w*|screen\w*|gestation|pregnan\w+|scan\w*|due|notice|post|after|antenatal|intervals?)\b",
    regex.IGNORECASE,
)

RECOGNISER = Recogniser(
    "Age",
    Category.AGE,
    (
        Pattern(
            rf"(?<![\w/.])(?P<x>{_SHORT}(?:[\s-](?i:old)|\sof\sage)|{_LONG}[\s-](?i:old)|\d{{1,2}}\s?m\sold)\b",
            score=0.9,
            accept=_of_a_person,
        ),
        Pattern(r"(?<![\w/.])(?P<x>\d{1,2}/(?:52|12|7))(?=\s(?i:old|of\sage))", score=0.9),
        Pattern(rf"{_CALLED}(?P<x>{_ANY})(?!\w)", score=0.9),
        Pattern(rf"(?<![\w/.])(?P<x>{_LONG})(?!\w)", score=0.7, accept=_an_age),
        Pattern(
            rf"(?i:\b(?:baby|babies|infant|child|twins?|boy|girl|now|then|only|just),?\s"
            rf"\(?)(?P<x>{_SHORT})(?=\s(?i:today|now)|[),.;])",
            score=0.7,
        ),
        Pattern(
            r"\b(?:(?i:baby|infant|newborn|boy|girl|child|twins?|pt|male|female)|[MF])\s{1,4}(?P<x>\d{1,2}/(?:52|12))(?![\d/])",
            score=0.75,
        ),
        Pattern(
            rf"(?<!\p{{L}}\s|\p{{L}})(?<word>\p{{Lu}}[\p{{L}}'-]+),\s(?P<x>{_SHORT})(?=\s?(?:[|)\n]|$))",
            score=0.65,
            accept=_of_somebody,
        ),
        Pattern(
            rf"(?<![\p{{L}}\d]|\p{{Lu}}\s)(?<word>\p{{Lu}}{{2}}),\s(?P<x>{_SHORT})(?=[,.;])",
            score=0.6,
            accept=_of_somebody,
        ),
        # In a log: "BABY NOT FEEDING, 4 MONTHS", a sentence in capitals about a child.
        Pattern(
            rf"{_YOUNG}{_NOT_A_CHILD}(?=[^\p{{Ll}}.;:\n]{{3}})[^\p{{Ll}}.;:\n\d]{{0,40}},?\s(?P<x>{_SHORT})(?=[,.;)\n]|$)",
            score=0.65,
        ),
        Pattern(
            rf"{_YOUNG}{_NOT_A_CHILD}(?:\s(?i:boy|girl|twin|\p{{Lu}}[\p{{L}}'-]+)){{0,3}},?\s\(?(?P<x>{_SHORT})(?=[,.;)])",
            score=0.7,
        ),
        Pattern(
            rf"(?i:\bat\s(?:about\s|around\s|only\s|just\s)?)(?P<x>{_SHORT})(?!\s(?i:old|of|notice|post|pregnan\w+|gestation)\b)(?![\w'])",
            score=0.6,
            accept=_at_that_age,
        ),
    ),
)
