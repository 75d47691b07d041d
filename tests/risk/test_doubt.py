"""What of the map's words is told one by one: all of a copy, and of a draft what is rather a name."""

from __future__ import annotations

from dataclasses import replace

from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Coverage, Paragraph
from reviewdocs.records.load import validated
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rules import map_survivor, possible_name, undecided_name

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


def _examined(text: str, *probable: tuple[str, float, Outcome]) -> Examined:
    """A document in which each of these words, at its turn, is so probably a name."""
    key, at, mentions = ("text", 0), 0, []
    for word, probability, outcome in probable:
        at = text.index(word, at)
        mentions.append(
            Mention(key, at, at + len(word), word, Category.PERSON, ("A",), outcome, "Child A", probability=probability)
        )
        at += len(word)
    paragraph = Paragraph(*key, text)
    return Examined("draft.txt", (paragraph,), Coverage(read=("text",)), mentions=tuple(mentions), pmap=MAP)


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
