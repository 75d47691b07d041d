"""What the review's data names and the map lacks: it would stay in clear."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.review import Review
from reviewdocs.names.folding import folded
from reviewdocs.names.unfilled import is_unfilled
from reviewdocs.pseudonymise.lint.doubt import Doubt, Path, Weight
from reviewdocs.pseudonymise.proposal.organisations import missing_organisations


def things_of_the_data(pmap: PseudonymMap, review: Review | None) -> Iterator[Doubt]:
    """Places and organisations of the data that have no entry in the map."""
    if review is None:
        return
    known = {folded(name) for thing in (*pmap.places, *pmap.organisations) for name in (thing.name, *thing.also)}
    for number, place in enumerate(review.places):
        if folded(place.name) not in known and not is_unfilled(place.name):
            yield _lacking("places", place.name, place.id, ("places", number, "name"), Weight.SETTLE)
    for found in missing_organisations(review, pmap):
        if not found.public:
            # A name that only a text has was found by its form; what a field holds is certain.
            weight = Weight.EXPECT if found.quote else Weight.SETTLE
            entry = found.like or found.ref or "organisations"
            yield _lacking("organisations", found.name, entry, found.path, weight, like=found.like)


def _lacking(listed: str, name: str, entry: str, path: Path, weight: Weight, like: str = "") -> Doubt:
    remedy = "Give it an entry (`reviewdocs pseudonyms propose` drafts one), or leave it if it may be told."
    return Doubt(
        "not-in-the-map", weight, entry, path,
        f"{name} stands in the review's data and not in the {listed} of the map, so that a copy has it in clear",
        f"If it is {like}, put the name into its also; else give it an entry." if like else remedy,
        in_review=True,
    )  # fmt: skip
