"""What is wrong, risky or doubtful in a pseudonym map, one small function a rule.

What makes a map ambiguous (two people with one pseudonym) is refused when it is loaded; these rules find what loads and
still should not be agreed without a second look (docs/pseudonym-maps.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.review import Review
from reviewdocs.pseudonymise.lint import bearers, designations, facts, in_clear, real_names, unfilled
from reviewdocs.pseudonymise.lint.doubt import Doubt, Weight
from reviewdocs.pseudonymise.lint.earlier import chosen_names_fit_the_person, pseudonyms_of_earlier_reviews
from reviewdocs.pseudonymise.lint.review_data import things_of_the_data

__all__ = ["RULES", "Doubt", "Weight", "lint"]

RULES: tuple[Callable[[PseudonymMap], Iterator[Doubt]], ...] = (
    *unfilled.RULES,
    *designations.RULES,
    in_clear.names_told_in_clear,
    *facts.RULES,
    *bearers.RULES,
    *real_names.RULES,
)


def lint(
    pmap: PseudonymMap, earlier: Mapping[str, PseudonymMap] | None = None, review: Review | None = None
) -> tuple[Doubt, ...]:
    """Every doubt about the map, those to settle first, each kind in the order of the rules.

    Args:
        pmap: the map.
        earlier: maps of earlier reviews, by where they lie.
        review: the review's structured data, where it is known.
    """
    found = [doubt for rule in RULES for doubt in rule(pmap)]
    found += pseudonyms_of_earlier_reviews(pmap, earlier or {})
    found += in_clear.bodies_half_replaced(pmap, review)
    found += things_of_the_data(pmap, review)
    found += chosen_names_fit_the_person(pmap, review)
    return tuple(sorted(found, key=lambda doubt: doubt.weight is not Weight.SETTLE))
