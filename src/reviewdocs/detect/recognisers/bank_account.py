"""Sort codes, account numbers, IBANs and payment cards, told by their label or their check digits."""

from __future__ import annotations

from stdnum import iban, luhn

from reviewdocs.detect.recognise import FIGURE, Match, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "sort code «12-34-56», account «12345678»",
    "a/c no. «12345678»",
    "IBAN «GB82 WEST 1234 5698 7654 32»",
    "card «4111 1111 1111 1111» was used",
)
MISSES = ("a bill of 12345678 words", "on account of 12 people", "serial 4111 1111 1111 1112", "12-34-56 in the index")


def _iban(match: Match) -> bool:
    return bool(iban.is_valid(match[0]))


def _card(match: Match) -> bool:
    digits = "".join(c for c in match[0] if c.isdigit())
    return len(set(digits)) > 1 and bool(luhn.is_valid(digits))


RECOGNISER = Recogniser(
    "UkBankAccount",
    Category.CODE,
    (
        Pattern(r"(?<![\d-])\d{2}[\s-]?\d{2}[\s-]?\d{2}(?![\d-])", score=0.9, context=r"\bsort(?:ing)?[\s-]code"),
        Pattern(r"(?<!\d)\d{4}\s?\d{4}(?!\d)", score=0.9, context=r"\baccount\b|\ba/c\b|\bacct\b", before=30),
        Pattern(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b", score=0.95, accept=_iban),
        Pattern(r"(?<!\d)[3-6]\d{3}(?P<g>[\s-]?)\d{4}(?P=g)\d{4}(?P=g)\d{4}(?!\d)", score=0.9, accept=_card),
    ),
    anchor=FIGURE,
)
