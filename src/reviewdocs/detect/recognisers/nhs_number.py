"""NHS numbers (England, Wales, Isle of Man): ten digits, the last a check digit (modulus 11)."""

from __future__ import annotations

from stdnum.gb import nhs

from reviewdocs.detect.recognise import FIGURE, Match, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "(NHS no. «999 000 0018»)",
    "NHS number: «9990000018»",
    "seen on the ward, «999-000-0018», by the nurse",
    "NHS «999 000 0019» (typed with a wrong last digit)",
)
MISSES = (
    "invoice 9990000018",
    "a grant of 1234567890 pounds",
    "pages 100 200 3000",
    "0000000000",
)

_LABEL = r"\bn\.?h\.?s\b\.?(?:\s*(?:number|no\b|num|id|#))?[^\w]{0,6}$"


def _valid(match: Match) -> bool:
    digits = "".join(c for c in match["x"] if c.isdigit())
    return len(set(digits)) > 1 and nhs.is_valid(digits)


def _not_uniform(match: Match) -> bool:
    return len({c for c in match["x"] if c.isdigit()}) > 1


_GROUPED = r"(?<![\d/-])(?P<x>\d{3}(?P<gap>[\s-])\d{3}(?P=gap)\d{4})(?![\d/-])"
_BARE = r"(?<![\d/+-])(?P<x>\d{10})(?![\d/-])"

RECOGNISER = Recogniser(
    "UkNhsNumber",
    Category.CODE,
    (
        Pattern(_GROUPED, score=0.95, accept=_valid),
        # A number labelled as an NHS number identifies even when a digit is mistyped.
        Pattern(_GROUPED, score=0.9, context=_LABEL, accept=_not_uniform),
        Pattern(_BARE, score=0.9, context=r"\bn\.?h\.?s\b|\bpatient\b|\bhealth\s(?:number|no\b)", accept=_not_uniform),
    ),
    anchor=FIGURE,
)
