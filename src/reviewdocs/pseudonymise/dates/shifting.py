"""Dates moved by the same number of weeks, each written as it was: format, abbreviation, case and weekday stay."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from itertools import pairwise

from reviewdocs.language.calendar import MONTHS, ROMAN_MONTHS, season_of
from reviewdocs.language.numbers import ORDINALS, suffix_of
from reviewdocs.model.pseudonyms import Dates, PseudonymMap
from reviewdocs.pseudonymise.dates.written import Grain, Slot, Written

_LEAST, _RANGE = 26, 131
"""A number of weeks that the map does not say is between half a year and three years."""
_ROUNDS = 200_000


def weeks_of(dates: Dates, pmap: PseudonymMap) -> int:
    """How many weeks the dates of a review are moved, backwards where negative; the same for all its documents.

    A map that does not say gets a number that follows from its id and its first person: whoever does not know that
    person cannot work it out.
    """
    if dates.shift_weeks is not None:
        return dates.shift_weeks
    person = pmap.people[0] if pmap.people else None
    secret = f"{person.forename}\n{person.surname}\n{person.dob}" if person else ""
    digest = hashlib.pbkdf2_hmac("sha256", secret.encode(), pmap.id.encode(), _ROUNDS)
    return -(_LEAST + int.from_bytes(digest[:4]) % _RANGE)


def shifted(written: Written, weeks: int) -> str | None:
    """The date moved, written as it was; None where it says too little to be moved."""
    if written.grain is Grain.DAY and not all(when.day for when in written.whens):
        return None
    days = [when.date(nominal=True) for when in written.whens]
    known = [day for day in days if day is not None]
    if len(known) < len(days):
        return None
    try:
        moved = [day + dt.timedelta(weeks=weeks) for day in known]
    except OverflowError:
        return None
    if written.feast:
        day = moved[0]
        year = f" {day.year}" if re.search(r"\d{4}$", written.text) else ""
        return f"{day.day} {MONTHS[day.month - 1]}{year}"
    return _rewritten(written, moved)


def _rewritten(written: Written, moved: list[dt.date]) -> str:
    """The text with each of its parts replaced."""
    text, pieces, at = written.text, [], 0
    month_slot = next((slot for slot in written.slots if slot.part == "month"), None)
    before_month = {which for which, (day, after) in enumerate(pairwise(moved)) if day.month != after.month}
    for slot in written.slots:
        pieces += [text[at : slot.start], _part(written, slot, moved)]
        at = slot.end
        if slot.part == "day" and slot.which in before_month and month_slot and text[month_slot.start].isalpha():
            pieces.append(f" {_month(text[month_slot.start : month_slot.end], moved[slot.which].month)}")
            if moved[slot.which].year != moved[slot.which + 1].year and any(s.part == "year" for s in written.slots):
                pieces.append(f" {moved[slot.which].year}")
    return "".join([*pieces, text[at:]])


def _part(written: Written, slot: Slot, moved: list[dt.date]) -> str:
    was = written.text[slot.start : slot.end]
    day = moved[slot.which]
    if slot.part == "year":
        return f"{day.year % 100:02d}" if len(was) == 2 else str(day.year)
    if slot.part == "month":
        if written.grain is Grain.SEASON:
            return _cased(was, season_of(day.month))
        if was.isdigit():
            return f"{day.month:02d}" if _padded(written) else str(day.month)
        return _month(was, day.month)
    if not was[0].isdigit():
        name = ORDINALS[day.day - 1]
        return _cased(was, name.replace("-", " ") if " " in was else name)
    number = f"{day.day:02d}" if _padded(written) else str(day.day)
    suffix = re.search(r"[a-z]+$", was, re.I)
    return number + (_cased(suffix.group(), suffix_of(day.day)) if suffix else "")


def _padded(written: Written) -> bool:
    """Whether days and months below ten are written with a nought before them."""
    parts = [written.text[slot.start : slot.end] for slot in written.slots if slot.part != "year"]
    numbers = [part for part in parts if part.isdigit()]
    return any(number.startswith("0") for number in numbers) or (len(numbers) > 1 and all(len(n) == 2 for n in numbers))


def _month(was: str, month: int) -> str:
    """The name of a month, as short as another was written; in Roman figures where that one was."""
    if was.upper() in ROMAN_MONTHS:
        return ROMAN_MONTHS[month - 1] if was.isupper() else ROMAN_MONTHS[month - 1].lower()
    name = MONTHS[month - 1]
    plain = was.rstrip(".")
    short = len(plain) < 5 and plain.lower() not in ("may", "june", "july")
    return _cased(plain, name[:3] if short else name)


def _cased(was: str, word: str) -> str:
    """A word in the case of another."""
    return word.upper() if was.isupper() else word.capitalize() if was[:1].isupper() else word
