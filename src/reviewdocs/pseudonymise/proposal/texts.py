"""Organisations that the texts of a review's data name: schools, surgeries, hospitals, homes, prisons, churches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reviewdocs.detect.recognisers import care_setting, health_service, place_of_worship, prison, school
from reviewdocs.errors import NotCheckedError
from reviewdocs.model.review import Review
from reviewdocs.policy.schemes import Section
from reviewdocs.pseudonymise.proposal.designations import designation_of
from reviewdocs.pseudonymise.proposal.unknown import quoted

Path = tuple[str | int, ...]

_RECOGNISERS = (
    (school.RECOGNISER, ""),
    (health_service.RECOGNISER, ""),
    (care_setting.RECOGNISER, ""),
    (place_of_worship.RECOGNISER, "place of worship"),
    (prison.RECOGNISER, "prison"),
)
"""What finds organisations by their names, each with the kind of those whose name does not say one."""
_NOT_TOLD = frozenset(
    {"address", "addresses", "email", "external_bodies", "documents_seen", "research", "permitted", "panel", "board"}
    | {"senior_manager", "copies_to", "school", "gp", "places", "mandate", "title"}
)
"""Fields that tell nothing of what happened, or are read by themselves."""
_BEGINS_SENTENCE = re.compile(r"^[A-Z][a-z]+ed (?=[A-Z])")
"""The verb that begins a note: "Attended Conkers Nursery"."""


@dataclass(frozen=True, slots=True)
class NamedInText:
    """A place where a text names an organisation: the name, its kind, the field, and the name in its sentence."""

    name: str
    kind: str
    path: Path
    quote: str


def named_in_texts(review: Review) -> Iterator[NamedInText]:
    """Every organisation of the schemes' kinds that a text of the data names, at every place.

    Raises:
        NotCheckedError: a text takes too long to search.
    """
    for path, text in _texts(review.model_dump(mode="json"), ()):
        for start, end, kind in _found(text, review):
            start += len(verb[0]) if (verb := _BEGINS_SENTENCE.match(text[start:end])) else 0
            name = " ".join(text[start:end].split())
            yield NamedInText(name, kind, path, quoted(text[:start], name, text[end:]))


def _found(text: str, review: Review) -> Iterator[tuple[int, int, str]]:
    """Places in a text where an organisation of the schemes' kinds is named, with its kind."""
    try:
        spans = [(*span[:2], kind) for recogniser, kind in _RECOGNISERS for span in recogniser.find(text)]
    except TimeoutError as error:
        raise NotCheckedError(
            "A text of the review's data takes too long to search for organisations.", remedy="Shorten its sentences."
        ) from error
    last = 0
    for start, end, kind in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < last:
            continue
        last = end
        known = designation_of(text[start:end], Section.ORGANISATIONS, review.review_type)
        if known or kind:
            yield start, end, known.role if known else kind


def _texts(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text that tells of what happened, with its place."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _NOT_TOLD:
                yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _texts(value, (*path, number))
