"""Numbers, references and accounts of the map's people: what each is called, and what of it is looked for."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from reviewdocs.names.details.wanted import Wanted, alphanumeric
from reviewdocs.names.folding import folded

_LABELS = {
    "nhs": "NHS number",
    "chi": "CHI number",
    "hcn": "H&C number",
    "ni": "National Insurance number",
    "nino": "National Insurance number",
    "national_insurance": "National Insurance number",
    "upn": "UPN",
    "uln": "ULN",
    "telephone": "telephone",
    "phone": "telephone",
    "mobile": "telephone",
    "landline": "telephone",
    "tel": "telephone",
    "email": "e-mail",
    "e-mail": "e-mail",
    "vehicle": "vehicle registration",
    "passport": "passport number",
}
_TELEPHONE_KEY = re.compile(r"tel|phone|mob|landline|fax|contact", re.I)
_LEAST = 4
"""Shorter ones are in any text."""
_SEVERAL = re.compile(r"\s*[;,\n|]\s*|\s+(?:or|and|/)\s+")
_FIGURES = re.compile(r"\d(?:[\s.\-/]*\d){7,}")
"""A number within a value that says more: "999 014 2076 (unverified)"."""
_NUMBER = re.compile(r"(?:\+|\b)[\d(][\d\s()./\-]{5,}\d")
_PREFIX = re.compile(r"(?:00)?44(?=0?[1-9]\d{8,9}$)")
_NATIONAL_INSURANCE = re.compile(r"[a-z]{2}\d{6}[a-d]")
_AREA = re.compile(r"2\d|11\d|1\d1|\d{4}")
"""The figures of a British number that its local part goes without."""
_DIALLED = re.compile(r"(?:(?:(?:\+|00)\s?)?\(?[4４]{2}\)?[\s.\-–/]{0,3})?(?:\(\s?[0０]\s?\)|\(?[0０])?[\s.\-–/]{0,2}$")
"""What may stand before a number's own figures: "+44 (0)", "0044", "0"."""
_ALSO = re.compile(r"/\d{1,3}(?![\d/])")
"""The last figures of a second number: "07700 900142/3"."""


def identifier_label(key: str) -> str:
    """What stands in brackets where an identifier stood."""
    plain = key.strip().casefold()
    return _LABELS.get(plain, plain.replace("_", " "))


def wanted_of_identifier(key: str, value: str) -> Iterator[Wanted]:
    """What is looked for of an identifier; several in one value are looked for one by one.

    A number without a figure is a note ("not known"), and looked for nowhere.
    """
    pieces = [piece for piece in _SEVERAL.split(value) if piece]
    apart = all(any(c.isdigit() or c == "@" for c in piece) and len(alphanumeric(piece)) >= _LEAST for piece in pieces)
    telephone = _TELEPHONE_KEY.search(key) is not None
    of_figures = telephone or (key.strip().casefold() in _LABELS and "mail" not in key)
    for piece in pieces if apart else [value]:
        if any(map(str.isdigit, piece)) or not of_figures:
            yield from _wanted(folded(piece), telephone=telephone)


def _wanted(value: str, *, telephone: bool) -> Iterator[Wanted]:
    if "@" in value.strip("@"):
        yield from _of_address(value)
        return
    numbers = [match[0] for match in _NUMBER.finditer(value)]
    if numbers and (telephone or value.startswith("+")):
        for number in numbers:
            yield from _of_telephone(alphanumeric(number))
        return
    plain = alphanumeric(value)
    if len(plain) >= _LEAST:
        yield Wanted(plain, as_name=plain.isalpha() and " " in value)
    if _NATIONAL_INSURANCE.fullmatch(plain):
        yield Wanted(plain[:-1])
    for match in _FIGURES.finditer(value):
        if (figures := alphanumeric(match[0])) != plain:
            yield Wanted(figures)


def _of_address(value: str) -> Iterator[Wanted]:
    """An e-mail address, its signs written out or not: "k.prowse at mail dot example"."""
    name, _, host = value.rpartition("@")
    for at, dot in itertools.product(("", "at"), ("", "dot")):
        yield Wanted(alphanumeric(f"{name}{at}{host.replace('.', dot)}"))


def _of_telephone(figures: str) -> Iterator[Wanted]:
    """A telephone number by the figures that every way of writing it has, and its part within a town."""
    own = _PREFIX.sub("", figures, count=1).lstrip("0")
    if len(own) < _LEAST:
        return
    yield Wanted(own, before=_DIALLED, after=_ALSO)
    if len(own) == 10 and (area := _AREA.match(own)):
        yield Wanted(own[area.end() :])
