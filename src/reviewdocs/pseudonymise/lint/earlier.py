"""Rules that need more than the map: pseudonyms of earlier reviews, and what the review's data says of people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from reviewdocs.model.pseudonyms import MappedPerson, PseudonymMap
from reviewdocs.model.review import Review
from reviewdocs.names.folding import folded
from reviewdocs.pseudonymise.lint.doubt import Doubt, Weight, chosen_name, people, said
from reviewdocs.pseudonymise.lint.traditions import traditions_of

_LETTERED = re.compile(r"\w+ [A-Z]{1,2}")
"""`Child K`, `Mrs J`: told from one review to the next by the letter alone."""


def pseudonyms_of_earlier_reviews(pmap: PseudonymMap, earlier: Mapping[str, PseudonymMap]) -> Iterator[Doubt]:
    """A chosen name, or a letter, that meant somebody else in an earlier review joins two stories in readers' minds.

    Roles with a number (Mother, Social Worker 1) are every review's and are not told.
    """
    used: dict[str, list[tuple[str, str, MappedPerson]]] = defaultdict(list)
    for where, other in earlier.items():
        for before in other.people:
            used[folded(before.pseudonym)].append((where, other.id, before))
    for path, person in people(pmap):
        for where, review, before in used[folded(person.pseudonym)]:
            if _same(person, before):
                continue
            chosen = bool(chosen_name(person))
            if chosen or _LETTERED.fullmatch(person.pseudonym):
                yield Doubt(
                    "pseudonym-of-an-earlier-review",
                    Weight.SETTLE if chosen else Weight.EXPECT,
                    person.id,
                    (*path, "pseudonym"),
                    f"the pseudonym was {before.id}'s in {review} ({where})",
                    "Choose another, so that nobody takes the two for one." if chosen else "Choose another letter if "
                    "both reviews are published in one area.",
                )  # fmt: skip


def _same(one: MappedPerson, other: MappedPerson) -> bool:
    """Whether two maps mean the same person, as far as their names and dates of birth tell."""
    if one.dob and other.dob and one.dob != other.dob:
        return False
    return folded(one.full_name) == folded(other.full_name)


def chosen_names_fit_the_person(pmap: PseudonymMap, review: Review | None) -> Iterator[Doubt]:
    """Where the review relies on somebody's culture, a chosen name of another one misleads its readers.

    Told where the chosen name and the real one are usual in different traditions. What culture other names are of
    cannot be told by a list; so where the review's data records the person's ethnicity, religion or language and
    nobody is said to have chosen the name, this asks. Nothing is said where the data records nothing of the kind.
    """
    recorded = {person.id: person for person in review.people} if review else {}
    for path, person in people(pmap):
        chosen, known = chosen_name(person), recorded.get(person.id)
        facts = [key for key in ("ethnicity", "religion", "language") if known and getattr(known, key)]
        if not chosen or (known and not facts):
            continue
        usual, own = traditions_of(chosen), traditions_of(person.forename)
        if usual and own and not usual & own:
            yield Doubt(
                "chosen-name-of-another-culture",
                Weight.EXPECT,
                person.id,
                (*path, "pseudonym"),
                f"the chosen name is usually {said(set(usual))}, and the person's own is not; a review that speaks of "
                "culture, faith or language would mislead",
                "Keep it if the family chose it so; else choose another with them.",
            )
        elif facts and not person.chosen_by:
            yield Doubt(
                "chosen-name-and-culture",
                Weight.EXPECT,
                person.id,
                (*path, "pseudonym"),
                f"the review records this person's {' and '.join(facts)}, and nobody is said to have chosen the name",
                "Ask the family whether the name fits, and say in chosen_by who chose it.",
            )
