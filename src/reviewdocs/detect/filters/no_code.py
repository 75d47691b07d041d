"""Codes that are amounts, parts of a book, or words."""

from __future__ import annotations

import regex

from reviewdocs.detect.expressions import OTHER_CODE
from reviewdocs.detect.filters.filter import MEASURED, Example, Filter, Find
from reviewdocs.language.words import is_english
from reviewdocs.model.mentions import Category

HITS = (
    Example("«2019/20» budget", Category.CODE),
    Example("product code «KL-73595»", Category.CODE),
)
MISSES = (
    Example("log «RV/3391/20»", Category.CODE),
    Example("crime ref «3391/20»", Category.CODE),
)

_CODE = regex.compile(r"(?=\P{L}*\p{L}?[^\d]*\d)[\w/.,:#\s-]{4,40}")
_NO_CODE = regex.compile(
    r"(?i:\d+(?:st|nd|rd|th)|[\d,.]+\s?(?:%|per\s?cent|mg|kg|g|ml|cm|mm|km|hours?|days?|weeks?|months?|years?|yrs?)?|"
    r"(?:19|20)\d\d(?:\s?[-/–]\s?\d{2,4})?|\d{1,2}[:.]\d\d|\d{1,3}/\d{1,3}|[£$€].*|covid-?19|(?:section|s|part|no|page|"
    r"regulation|article|phase|stage|tier|level|version|v|schedule|chapter|paragraph)\.?\s?\d+[\w().]*)"
)
_ANNOUNCED = regex.compile(
    r"\b(?i:ref(?:erence)?|no|num(?:ber)?|id|log|crime|incident|custody|case|account|client|patient|file|pin|urn|cad|"
    r"application|claim|licence|policy)\b[^\p{L}\d]{0,4}$"
)
_OTHER_CODE = regex.compile(OTHER_CODE)
_OF_A_BOOK = regex.compile(r"(?i:isbn|issn|doi|version|v\d)")
_NAMED_TOOL = regex.compile(r"[A-Z]{2,6}\d")
"""AIM3, NEWS2: letters and one figure are the version of a tool."""
_ANNOUNCED_WITHIN = 30


def _silences(find: Find) -> bool:
    if find.category is not Category.CODE:
        return False
    return _NAMED_TOOL.fullmatch(find.found) is not None or (
        find.by_model and not _a_code(find.text, find.start, find.found)
    )


def _a_code(text: str, start: int, found: str) -> bool:
    """Whether a find is written as a code: letters and figures, or figures after a word that announces a reference."""
    if not _CODE.fullmatch(found) or _NO_CODE.fullmatch(found):
        return False
    worded = regex.findall(r"\p{L}{3,}", found)
    if worded and not regex.search(r"\d\p{L}|\p{L}\d|[/_-]", found) and all(is_english(w.casefold()) for w in worded):
        return False
    before = text[max(0, start - _ANNOUNCED_WITHIN) : start]
    if _OTHER_CODE.search(before) or _OF_A_BOOK.match(found):
        return False
    return any(character.isalpha() for character in found) or _ANNOUNCED.search(before) is not None


FILTER = Filter(
    name="no-code",
    leaves_out="numbers that are no reference",
    why="A number that counts, measures or stands for a part of a book refers to no person's file.",
    source=MEASURED,
    silences=_silences,
)
