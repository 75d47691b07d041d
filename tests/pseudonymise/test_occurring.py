"""A map that is not of the document is told."""

from __future__ import annotations

import pytest

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise import Resolver
from reviewdocs.pseudonymise.occurring import doubt
from reviewdocs.records.load import validated

MAP = validated(
    PseudonymMap,
    {
        "id": "O-1",
        "review_type": "LCSPR",
        "people": [
            {"id": "CHILD", "role": "child", "pseudonym": "Child A", "forename": "Saffron", "surname": "Quillfeather"},
            {"id": "MUM", "role": "mother", "pseudonym": "Mother", "forename": "Hope", "surname": "Nettlebed"},
        ],
        "permitted": [{"name": "Ruth Archer", "role": "Chair"}],
        "panel": [{"job_title": "Head of Nursing", "employer": "NHS Dale", "name": "Tobias Merrigold"}],
    },
)
RESOLVER = Resolver(MAP)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Saffron was seen at home.", False),
        ("Child A was seen at home.", False),
        ("Ruth Archer chaired the panel.", False),
        ("Mother was told by the Head of Nursing, NHS Dale.", True),
        ("They hoped that it would help.", True),
        ("Seen by HN and SQ, then by Mrs Q.", True),
        ("", True),
    ],
)
def test_a_file_in_which_nobody_of_the_map_occurs_is_doubted(text: str, doubted: bool) -> None:
    paragraphs = [Paragraph("text", 0, text)]
    assert bool(doubt(MAP, paragraphs, RESOLVER.resolve(paragraphs))) is doubted


def test_a_map_with_nobody_in_it_is_always_doubted() -> None:
    empty = validated(
        PseudonymMap,
        {
            "id": "O-2",
            "review_type": "LCSPR",
            "people": [],
            "places": [{"id": "T", "name": "Calderwick", "pseudonym": "Town 1"}],
        },
    )
    paragraphs = [Paragraph("text", 0, "A meeting in Calderwick.")]
    assert "names nobody" in doubt(empty, paragraphs, Resolver(empty).resolve(paragraphs))
