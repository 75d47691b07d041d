"""Rules on dates, numbers and policy."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches

from stdnum.gb import nhs, upn, utr

from reviewdocs.model.pseudonyms import DatePolicy, PseudonymMap
from reviewdocs.model.words import ReviewType
from reviewdocs.names.details import identifier_label
from reviewdocs.pseudonymise.lint.doubt import Doubt, Weight, people

OLDEST = 120
"""Years that nobody in a review is older than."""
YOUNGEST_PARENT = 11
"""Years between a parent and a child below which one of the two dates is wrong."""

_SHAPES: dict[str, tuple[Callable[[str], bool], str]] = {
    "NHS number": (nhs.is_valid, "ten digits whose last is the check digit of the others"),
    "CHI number": (nhs.is_valid, "ten digits whose last is the check digit of the others"),
    "H&C number": (nhs.is_valid, "ten digits whose last is the check digit of the others"),
    "National Insurance number": (
        lambda value: re.fullmatch(r"[A-Z]{2}\d{6}[A-D]?", value.upper()) is not None,
        "two letters, six digits and a letter from A to D",
    ),
    "UPN": (upn.is_valid, "a check letter and twelve digits"),
    "ULN": (lambda value: re.fullmatch(r"\d{10}", value) is not None, "ten digits"),
    "utr": (utr.is_valid, "ten digits whose first is the check digit of the others"),
    "telephone": (
        lambda value: re.fullmatch(r"(?:\+|00)\d{8,15}|0\d{9,10}|\d{3,6}", value) is not None,
        "ten or eleven digits that begin with 0, or + and the country's number",
    ),
}


def type_of_review_is_known(pmap: PseudonymMap) -> Iterator[Doubt]:
    """A type that is not known here may be another nation's (CPR, CMR, LR), or a slip; either way the map works."""
    if pmap.known_type is None:
        *others, last = ReviewType
        near = get_close_matches(pmap.review_type.upper(), ReviewType, n=1, cutoff=0.8)
        yield Doubt(
            "type-not-known", Weight.EXPECT, "review_type", ("review_type",),
            f'"{pmap.review_type}" is none of the types of review known here ({", ".join(others)} and {last}); the map '
            f"works all the same, and new designations follow the scheme of a local review",
            f"Did you mean {near[0]}? Else leave it." if near else "Leave it if the review is called so.",
        )  # fmt: skip


def dates_policy_is_said(pmap: PseudonymMap) -> Iterator[Doubt]:
    """What becomes of dates has to be said, even if it is to keep them; relative ones need a day to count from."""
    if pmap.dates is None:
        yield Doubt(
            "no-dates-policy", Weight.SETTLE, "dates", ("dates",), "no policy for exact dates is given",
            "Say one of keep, month-year, year, relative, shift; keep if dates are to stay as written.",
        )  # fmt: skip
    elif pmap.dates.policy is DatePolicy.RELATIVE and pmap.dates.anchor is None:
        yield Doubt(
            "no-anchor", Weight.SETTLE, "dates", ("dates", "anchor"), "relative dates have no day to count from",
            "Give the anchor: the day that is to be Day 1.",
        )  # fmt: skip
    elif pmap.dates.policy is DatePolicy.SHIFT and pmap.dates.shift_weeks is None:
        yield Doubt(
            "no-shift-weeks", Weight.SETTLE, "dates", ("dates", "shift_weeks"),
            "it is not said by how many weeks dates are moved, so the number follows from the id and the first person, "
            "and changes when they do",
            "Give shift_weeks: a number of your own choice, such as one between -150 and -26, and tell nobody.",
        )  # fmt: skip
    elif pmap.dates.shift_weeks is not None and pmap.dates.policy is not DatePolicy.SHIFT:
        yield Doubt(
            "shift-not-used", Weight.EXPECT, "dates", ("dates", "shift_weeks"),
            f"shift_weeks has no meaning with the policy {pmap.dates.policy}", "Take it out, or change the policy.",
        )  # fmt: skip
    elif pmap.dates.anchor and pmap.dates.policy is not DatePolicy.RELATIVE:
        yield Doubt(
            "anchor-not-used", Weight.EXPECT, "dates", ("dates", "anchor"),
            f"the anchor has no meaning with the policy {pmap.dates.policy}", "Take it out, or change the policy.",
        )  # fmt: skip


def dates_are_possible(pmap: PseudonymMap) -> Iterator[Doubt]:
    """A date of birth or agreement that cannot be is not found in a draft, which has the right one."""
    today = dt.date.today()
    for path, person in people(pmap):
        if person.dob and not 0 <= (today - person.dob).days <= OLDEST * 365.25:
            when = "in the future" if person.dob > today else f"more than {OLDEST} years ago"
            yield Doubt(
                "impossible-date-of-birth", Weight.SETTLE, person.id, (*path, "dob"),
                f"the date of birth is {when}", "Correct it; day and month or the century may be wrong.",
            )  # fmt: skip
        if person.agreed and person.agreed > today:
            yield Doubt(
                "agreed-in-the-future", Weight.SETTLE, person.id, (*path, "agreed"),
                "the pseudonym was agreed on a day that is still to come", "Correct the date.",
            )  # fmt: skip


def parents_are_older(pmap: PseudonymMap) -> Iterator[Doubt]:
    """A mother or father hardly older than the subject child: one of the two dates of birth is wrong."""
    subject = next((person for person in pmap.people if person.role.casefold() == "subject child"), None)
    if subject is None or subject.dob is None:
        return
    for path, person in people(pmap):
        if person.role.casefold() not in ("mother", "father") or person.dob is None:
            continue
        if (subject.dob - person.dob).days < YOUNGEST_PARENT * 365.25:
            yield Doubt(
                "parent-too-young", Weight.SETTLE, person.id, (*path, "dob"),
                f"is less than {YOUNGEST_PARENT} years older than {subject.id}", "Correct one of the dates of birth.",
            )  # fmt: skip


def identifiers_are_right(pmap: PseudonymMap) -> Iterator[Doubt]:
    """A number with a slip in it is not the one that stands in the records, so it is not found there."""
    for path, person in people(pmap):
        for key, value in person.identifiers.items():
            label = identifier_label(key)
            right, shape = _SHAPES.get(label, (lambda _: True, ""))
            if not right(re.sub(r"[\s().\-/]", "", value)):
                yield Doubt(
                    "identifier-wrong",
                    Weight.SETTLE,
                    person.id,
                    (*path, "identifiers", key),
                    f"this is no {label}: {shape} are expected",
                    "Compare it with the record; one digit is probably wrong.",
                )


RULES = (type_of_review_is_known, dates_policy_is_said, dates_are_possible, parents_are_older, identifiers_are_right)
