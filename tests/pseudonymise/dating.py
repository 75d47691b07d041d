"""Texts under each of a map's date policies."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reviewdocs.model.mentions import Mention
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise.dates import DateChanger
from reviewdocs.pseudonymise.render.edits import edited, edits_of
from reviewdocs.records.load import validated

POLICIES: dict[str, dict[str, object]] = {
    "month-year": {"policy": "month-year"},
    "year": {"policy": "year"},
    "relative": {"policy": "relative", "anchor": "2019-03-12"},
    "shift": {"policy": "shift", "shift_weeks": -60},
}


def map_with(dates: dict[str, object] | None) -> PseudonymMap:
    child = {"id": "CHILD", "role": "subject child", "pseudonym": "Child K", "forename": "Hope", "dob": "2018-05-14"}
    nurse = {"id": "NURSE", "role": "nurse", "pseudonym": "Nurse 1", "forename": "Ivo"}
    return validated(PseudonymMap, {"id": "X", "review_type": "LCSPR", "people": [child, nurse], "dates": dates})


@cache
def changer(policy: str) -> DateChanger:
    return DateChanger(map_with(POLICIES[policy]))


def under(policy: str, *texts: str, taken: Sequence[Mention] = ()) -> list[str]:
    """The paragraphs of one document as they stand under a policy."""
    paragraphs = [Paragraph("text", number, text) for number, text in enumerate(texts)]
    edits = edits_of(changer(policy).mentions(paragraphs, taken))
    return [edited(paragraph, edits.get(paragraph.key, ())).text for paragraph in paragraphs]


def mentions(policy: str, text: str) -> list[Mention]:
    return changer(policy).mentions([Paragraph("text", 0, text)], ())
