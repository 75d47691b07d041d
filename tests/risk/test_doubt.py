"""What of the map's words is told one by one: all of a copy, and of a draft what is rather a name."""

from __future__ import annotations

from dataclasses import replace

from reviewdocs.model.mentions import Category, Detection, Mention, Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Coverage, Paragraph
from reviewdocs.records.load import validated
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rules import map_survivor, possible_name, undecided_name, unmapped_person

MAP = validated(
    PseudonymMap,
    {
        "id": "TEST-1",
        "review_type": "LCSPR",
        "people": [
            {"id": "A", "role": "subject child", "pseudonym": "Child A", "forename": "Autumn", "surname": "Tolverne"},
        ],
    },
)


def _examined(text: str, *probable: tuple[str, float, Outcome], found: tuple[str, ...] = ()) -> Examined:
    """A document in which each of these words, at its turn, is so probably a name, and in which a detector takes the
    first place of each of these texts for one."""
    key, at, mentions = ("text", 0), 0, []
    for word, probability, outcome in probable:
        at = text.index(word, at)
        mentions.append(
            Mention(key, at, at + len(word), word, Category.PERSON, ("A",), outcome, "Child A", probability=probability)
        )
        at += len(word)
    detections = tuple(
        Detection(key, text.index(each), text.index(each) + len(each), each, Category.PERSON, 0.9, ("LanguageModel",))
        for each in found
    )
    paragraphs, read = (Paragraph(*key, text),), Coverage(read=("text",))
    return Examined("draft.txt", paragraphs, read, tuple(mentions), detections=detections, pmap=MAP)


SURE = ("Autumn Tolverne", 1.0, Outcome.REPLACED)
TEXT = "Autumn Tolverne rang. Autumn leaves fell. In Autumn it rained. Autumn slept."
WORDS = (
    SURE,
    ("Autumn", 0.5, Outcome.REPLACED),
    ("Autumn", 0.6, Outcome.UNDECIDED),
    ("Autumn", 0.8, Outcome.REPLACED),
)


def test_of_a_draft_only_what_is_rather_a_name_is_told_by_itself() -> None:
    draft = _examined(TEXT, *WORDS)
    assert [hit.start for hit in map_survivor.RULE.find(draft)] == [0, TEXT.rindex("Autumn")]
    assert not list(undecided_name.RULE.find(draft))


def test_the_rest_is_told_together() -> None:
    (hit,) = possible_name.RULE.find(_examined(TEXT, *WORDS))
    assert hit.text == "Autumn"
    assert len(hit.related) == 1
    assert "2 places" in hit.detail


def test_what_a_detector_takes_for_a_name_too_is_told_the_sooner() -> None:
    text = "Autumn Tolverne rang. They met April. They saw May."
    words = (SURE, ("April", 0.6, Outcome.UNDECIDED), ("May", 0.45, Outcome.UNDECIDED))
    draft = _examined(text, *words, found=("April", "May"))
    assert [hit.text for hit in undecided_name.RULE.find(draft)] == ["April"]
    assert [hit.text for hit in unmapped_person.RULE.find(draft)] == ["April"], (
        "of a doubtful word nothing else is said"
    )


def test_a_longer_name_is_told_although_one_word_of_it_is_doubtful() -> None:
    draft = _examined(
        "Autumn Tolverne rang. May Quill rang.", SURE, ("May", 0.45, Outcome.UNDECIDED), found=("May Quill",)
    )
    assert [hit.text for hit in unmapped_person.RULE.find(draft)] == ["May Quill"]


def test_of_a_copy_all_is_told() -> None:
    copy = _examined(TEXT.replace("Autumn Tolverne", "Child A"), *WORDS[1:])
    assert len([*map_survivor.RULE.find(copy), *undecided_name.RULE.find(copy)]) == 3
    assert not list(possible_name.RULE.find(copy))


def test_a_name_forgotten_in_a_copy_makes_no_draft_of_it() -> None:
    copy = _examined(f"{TEXT} Child A rang, and Child A slept.", *WORDS)
    assert len([*map_survivor.RULE.find(copy), *undecided_name.RULE.find(copy)]) == 4


def test_a_designation_that_any_review_has_makes_no_copy() -> None:
    plain = replace(MAP, people=(replace(MAP.people[0], pseudonym="Mother"),))
    examined = _examined(f"{TEXT} Mother rang. Mother slept.", *WORDS)
    assert not Examined("a.txt", examined.paragraphs, examined.coverage, pmap=plain).draft
    assert Examined("a.txt", examined.paragraphs, examined.coverage, mentions=examined.mentions, pmap=plain).draft
