"""Names that a programme reads change only for a certain name; what people type beside them is read as text."""

from __future__ import annotations

import pytest
from drafting import mentions_in, published

from reviewdocs.model.mentions import Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Layer, Paragraph
from reviewdocs.pseudonymise import Resolver
from reviewdocs.records.load import validated

_PEOPLE = [
    {"id": "CHILD", "role": "subject child", "pseudonym": "Child W", "forename": "Wren", "surname": "Branch"},
    {"id": "MOTHER", "role": "mother", "pseudonym": "Mother", "forename": "Clover", "surname": "Branch", "title": "Ms"},
    {"id": "UNCLE", "role": "uncle", "pseudonym": "Uncle", "forename": "Norman", "surname": "Kettle", "title": "Mr"},
    {"id": "GP", "role": "general practitioner", "pseudonym": "GP 1", "forename": "Ida", "surname": "Story"},
    {"id": "GP2", "role": "general practitioner", "pseudonym": "GP 2", "forename": "Normala", "surname": "Tharaka"},
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(validated(PseudonymMap, {"id": "W", "review_type": "LCSPR", "people": _PEOPLE}))


@pytest.mark.parametrize(
    ("name", "result"),
    [
        ("Normal", "Normal"),
        ("Normal Table", "Normal Table"),
        ("Story Text", "Story Text"),
        ("Branch", "Branch"),
        ("WB", "WB"),
        ("Tharaka heading", "GP 2 heading"),
        ("Wren_Branch_notes", "Child_W_notes"),
    ],
)
def test_a_style_is_called_like_somebody_only_by_a_certain_name(resolver: Resolver, name: str, result: str) -> None:
    paragraph = Paragraph("word/styles.xml@val", 0, name, layer=Layer.HIDDEN, place="Style name")
    assert published(resolver, paragraph) == result


def test_an_author_of_a_comment_is_a_person(resolver: Resolver) -> None:
    place = "Author of a change or comment"
    paragraph = Paragraph("word/comments.xml@author", 0, "Clover", layer=Layer.HIDDEN, place=place)
    (mention,) = mentions_in(resolver, paragraph)
    assert mention.outcome is not Outcome.KEPT
