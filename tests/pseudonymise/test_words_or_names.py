"""Names that are words: what stays a word, and what is a person though no article or title says so."""

from __future__ import annotations

import pytest
from drafting import mentions_in, published

from reviewdocs.model.mentions import Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Layer, Paragraph
from reviewdocs.pseudonymise import Resolver
from reviewdocs.records.load import validated

MAP = validated(
    PseudonymMap,
    {
        "id": "W",
        "review_type": "LCSPR",
        "people": [
            {
                "id": "CHILD",
                "role": "subject child",
                "pseudonym": "Child W",
                "forename": "Wren",
                "surname": "Branch",
                "pronouns": "she/her",
            },
            {
                "id": "MOTHER",
                "role": "mother",
                "pseudonym": "Mother",
                "forename": "Clover",
                "surname": "Branch",
                "title": "Ms",
                "pronouns": "she/her",
            },
            {
                "id": "UNCLE",
                "role": "uncle",
                "pseudonym": "Uncle",
                "forename": "Norman",
                "surname": "Kettle",
                "title": "Mr",
                "pronouns": "he/him",
            },
            {
                "id": "GP",
                "role": "general practitioner",
                "pseudonym": "GP 1",
                "forename": "Ida",
                "surname": "Story",
                "title": "Dr",
                "pronouns": "she/her",
            },
            {
                "id": "PC",
                "role": "police officer",
                "pseudonym": "Police Officer 1",
                "forename": "Amadou",
                "surname": "Pike",
                "title": "PC",
                "pronouns": "he/him",
            },
            {
                "id": "GP2",
                "role": "general practitioner",
                "pseudonym": "GP 2",
                "forename": "Normala",
                "surname": "Tharaka",
                "title": "Dr",
                "pronouns": "she/her",
            },
        ],
        "permitted": [{"name": "Holly Crane", "role": "author"}],
    },
)


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(MAP)


@pytest.mark.parametrize(
    "text",
    [
        "The story changed, story and all, as stories do. A pike, a branch and the kettle.",
        "Cost was an issue, story up to page 4. The branch broke.",
        "SEE LAST BRANCH. OFFICERS CAUGHT BOTH PIKE. SAME STORY.",
        "His faith is recorded as Norman. A Norman church, Norman names.",
        "Training has been updated (Story 1: the law; Story 2: the family).",
        "Story: 3. Pike: £4.",
        "Pike 3 and Branch 12 were closed.",
        "The wren sang. Clover honey and clover in the grass.",
    ],
)
def test_words_stay(resolver: Resolver, text: str) -> None:
    assert published(resolver, text) == text


@pytest.mark.parametrize(
    ("note", "result"),
    [
        ("Weight 5 kg. Wren feeding well 3-hourly, cord off.", "Weight 5 kg. Child W feeding well 3-hourly, cord off."),
        ("Drop-in. Wren now 14 weeks 2 days.", "Drop-in. Child W now 14 weeks 2 days."),
        ("Wren absent 7 of last 12 sessions.", "Child W absent 7 of last 12 sessions."),
        ("Practice nurse: Wren not brought.", "Practice nurse: Child W not brought."),
        ("Clover low in mood. Wren walking round furniture.", "Mother low in mood. Child W walking round furniture."),
        ("Wren 14 weeks. Wren asleep on sofa.", "Child W 14 weeks. Child W asleep on sofa."),
        (
            "Wren Branch seen. Wren in pyjamas. Wren on mother's knee. A wren sang outside.",
            "Child W seen. Child W in pyjamas. Child W on mother's knee. A wren sang outside.",
        ),
        ("Spoke to clover re contact.", "Spoke to Mother re contact."),
    ],
)
def test_a_note_on_a_person_needs_no_verb(resolver: Resolver, note: str, result: str) -> None:
    assert published(resolver, note) == result


@pytest.mark.parametrize("text", ["Clover Branch rang. clover low in mood.", "Told by a tharaka of sorts."])
def test_a_name_is_never_left_where_only_case_speaks_against_it(resolver: Resolver, text: str) -> None:
    assert "clover" not in published(resolver, text)
    assert "tharaka" not in published(resolver, text)


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
def test_names_that_a_programme_reads_change_only_for_a_certain_name(
    resolver: Resolver, name: str, result: str
) -> None:
    paragraph = Paragraph("word/styles.xml@val", 0, name, layer=Layer.HIDDEN, place="Style name")
    assert published(resolver, paragraph) == result


def test_an_author_of_a_comment_is_a_person(resolver: Resolver) -> None:
    paragraph = Paragraph(
        "word/comments.xml@author", 0, "Clover", layer=Layer.HIDDEN, place="Author of a change or comment"
    )
    assert [mention.outcome for mention in mentions_in(resolver, paragraph)] == [Outcome.UNDECIDED]


@pytest.mark.parametrize("rating", ["Amber", "AMBER"])
def test_a_colour_that_rates_an_action_is_nobody(rating: str) -> None:
    people = [{"id": "P", "role": "mother", "pseudonym": "Mother", "forename": "Amber", "surname": "Okafor"}]
    resolver = Resolver(validated(PseudonymMap, {"id": "X", "review_type": "LCSPR", "people": people}))
    cells = ["Amber Okafor was told.", "RAG", "Red", rating, "Amber said so."]
    paragraphs = [Paragraph("text", index, cell) for index, cell in enumerate(cells)]
    assert [mention.text for mention in resolver.resolve(paragraphs)] == ["Amber Okafor", "Amber"]
