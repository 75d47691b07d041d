"""A dictionary word is somebody's name after a title, beside a forename, and where somebody is said to do something; a
business or club made of dictionary words is told."""

from __future__ import annotations

import pytest

from reviewdocs.detect import Detector
from reviewdocs.model.text import Paragraph

SURNAMES = [
    "Manning",
    "Harding",
    "Cope",
    "Canning",
    "Golding",
    "Dowling",
    "Browning",
    "Fielding",
    "Hardman",
    "Cutting",
    "Long",
    "Sharp",
    "Wise",
    "Gamble",
    "Savage",
    "Best",
    "Small",
    "Rush",
    "Grant",
    "Marsh",
    "Keeping",
    "Dealing",
    "Young",
]
SHAPES = (
    "The plan was discussed with Dr {} at the clinic.",
    "That evening {} rang the surgery and asked for an appointment.",
    "The referral was made by Susan {} in the spring.",
    "{} told the panel that the letter had not arrived.",
    "Nurse {} weighed the baby.",
    "Later {} explained that the visit had not taken place.",
    "{} was not invited to the meeting although he had driven there.",
)


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector()


@pytest.mark.parametrize("shape", SHAPES)
def test_surnames_that_are_words_are_told(shape: str, detector: Detector) -> None:
    texts = [shape.format(name) for name in SURNAMES]
    found = detector.detect([Paragraph("text", number, text) for number, text in enumerate(texts)])
    people = {(d.paragraph[1], name) for d in found for name in SURNAMES if d.category == "PERSON" and name in d.text}
    assert [name for number, name in enumerate(SURNAMES) if (number, name) not in people] == []


@pytest.mark.parametrize(
    "name", ["Golden Fleece Carpets", "Bright Sparks Club", "the Silver Band", "Happy Feet Nursery"]
)
def test_businesses_of_dictionary_words_are_told(name: str, detector: Detector) -> None:
    text = f"For three years she worked at {name} in the evenings."
    found = detector.detect([Paragraph("text", 0, text)])
    assert any(detection.text.split()[-1] in name for detection in found)


@pytest.mark.parametrize(
    "text",
    [
        "Client rang the surgery and asked for an appointment.",
        "Card left. Skin pale.",
        "Winter came early.",
        "Police told the panel that they had been called.",
        "[Page intentionally left blank.]",
        "The office closes on May Day.",
        "Housing said that it would call back.",
        "Nothing told them of it. Support was offered.",
        "Spending was not recorded.",
    ],
)
def test_what_only_begins_a_sentence_is_nobody(text: str, detector: Detector) -> None:
    assert [d.text for d in detector.detect([Paragraph("text", 0, text)]) if d.category == "PERSON"] == []
