"""Days by which agencies were asked for something: of letters that were made, where the review's data has none.

They lie in the manifests of the letters, so that what the report says of an agency is what its letter said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from reviewdocs.model.review import Review
from reviewdocs.store.case import Case
from reviewdocs.store.listing import Listing

SCHEMA = "reviewdocs/letters/1"


def with_days_asked(case: Case, review: Review, *, but: str = "") -> Review:
    """The review with the days that its letters set, for agencies for which the data sets none.

    Args:
        case: the case.
        review: its data.
        but: a letter whose own days do not count, as it is being made.

    Raises:
        OutputError: a manifest cannot be read.
    """
    told = _asked(case, but)
    changed = tuple(
        agency.model_copy(
            update={name: day for name, day in told.get(agency.id, {}).items() if getattr(agency, name) is None}
        )
        for agency in review.agencies
    )
    return review.model_copy(update={"agencies": changed}) if told else review


def _asked(case: Case, but: str) -> Mapping[str, dict[str, dt.date]]:
    """The days by agency and field; those of the letter that was made last win."""
    found: list[tuple[str, str, Mapping[str, str]]] = []
    for folder in sorted(case.letters.iterdir()) if case.letters.is_dir() else ():
        if folder.is_dir() and folder.name != but:
            entries = Listing(folder / "manifest.json", SCHEMA).files.values()
            found += [(entry.get("made", ""), entry.get("recipient", ""), entry["asked"])
                      for entry in entries if entry.get("asked")]  # fmt: skip
    told: dict[str, dict[str, dt.date]] = {}
    for _, recipient, days in sorted(found, key=lambda one: one[0]):
        told.setdefault(recipient, {}).update({name: dt.date.fromisoformat(day) for name, day in days.items()})
    return told
