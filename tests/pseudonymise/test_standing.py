"""What of the map still stands is found whatever was decided, and told with how that was."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reviewdocs.model.mentions import Category
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.standing import How, as_words, explained, listed, unexplained
from reviewdocs.model.text import Layer, Paragraph
from reviewdocs.pseudonymise import Resolver
from reviewdocs.pseudonymise.signals.place import Place
from reviewdocs.pseudonymise.standing import Standing, Still, together
from reviewdocs.pseudonymise.weigh.model import Weights, shipped
from reviewdocs.records.load import validated

MAP = validated(
    PseudonymMap,
    {
        "id": "S-1",
        "review_type": "LCSPR",
        "people": [
            {"id": "CHILD", "role": "child", "pseudonym": "Child A", "forename": "Autumn", "surname": "Quillfeather"},
            {"id": "MUM", "role": "mother", "pseudonym": "Mother", "forename": "Hope", "surname": "Long"},
        ],
        "places": [{"id": "TOWN", "name": "Calderwick", "pseudonym": "Town 1"}],
        "permitted": [{"name": "Ruth Long", "role": "Independent Chair"}],
        "panel": [{"job_title": "Head of Nursing", "employer": "Calderwick Council", "name": "Tobias Merrigold"}],
    },
)


class Blind(Weights):
    """Weights that take nothing for a name."""

    def __init__(self) -> None:
        self.__dict__.update(shipped().__dict__)

    def is_name(self, place: Place) -> float:
        return 0.0


RESOLVER, BLIND = Resolver(MAP), Resolver(MAP, Blind())


def standing(*texts: str, resolver: Resolver = RESOLVER) -> list[Still]:
    paragraphs = [Paragraph("text", number, text, 100 * number) for number, text in enumerate(texts)]
    return Standing(MAP, resolver).found(paragraphs, resolver.resolve(paragraphs))


def decided(stills: Sequence[Still]) -> list[tuple[str, How]]:
    return [(still.at.text, still.decided) for still in stills]


def test_a_child_called_as_a_season_is_told_though_nothing_takes_her_for_a_name() -> None:
    found = standing("At about 19:40 Autumn, who was nine, rang her grandmother.", resolver=BLIND)
    assert decided(found) == [("Autumn", How.LEFT)]
    assert found[0].to_look_at and found[0].refs == ("CHILD",) and found[0].category is Category.PERSON


def test_what_would_be_replaced_or_asked_about_is_a_name_and_no_further_question() -> None:
    found = standing("Autumn Quillfeather was seen at home in Calderwick.")
    assert [how for _, how in decided(found)] == [How.NAME] * 3
    assert not any(still.to_look_at for still in found)


def test_an_ordinary_word_in_small_letters_is_listed_and_not_to_look_at() -> None:
    found = standing("The leaves fell in autumn. It took long.")
    assert decided(found) == [("autumn", How.LEFT), ("long", How.LEFT)]
    assert not any(still.to_look_at for still in found)


def test_a_word_that_was_replaced_elsewhere_says_so() -> None:
    before = RESOLVER.resolve([Paragraph("text", 0, "Autumn Quillfeather was seen.")])
    paragraphs = [Paragraph("text", 0, "Child A was seen. It rained all autumn.")]
    found = Standing(MAP, RESOLVER).found(paragraphs, (), before)
    assert decided(found) == [("autumn", How.ELSEWHERE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruth Long chaired the panel.", [("Long", How.PERMITTED)]),
        ("The Head of Nursing, Calderwick Council, was told.", [("Calderwick", How.STAYS)]),
    ],
)
def test_what_may_stand_is_listed_as_such(text: str, expected: list[tuple[str, How]]) -> None:
    found = standing(text)
    assert decided(found) == expected
    assert not any(still.to_look_at for still in found)


def test_a_designation_that_is_nearly_a_name_is_a_designation() -> None:
    other = validated(
        PseudonymMap,
        {
            "id": "S-2",
            "review_type": "LCSPR",
            "people": [{"id": "C", "role": "child", "pseudonym": "Carys", "forename": "Caryl", "surname": "Nettlebed"}],
        },
    )
    resolver = Resolver(other, Blind())
    found = Standing(other, resolver).found([Paragraph("text", 0, "They spoke with Carys today.")], ())
    assert decided(found) == [("Carys", How.STAYS)]


def test_what_a_programme_reads_is_told_as_that() -> None:
    style = Paragraph("word/styles.xml@w:val", 0, "Long", layer=Layer.HIDDEN, place="Style name")
    assert decided(Standing(MAP, RESOLVER).found([style], ())) == [("Long", How.PROGRAM)]


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("She saw Hope today.", True),
        ("Hope was seen.", False),
        ("It rained. Hope was seen.", False),
        ("Care Plans Offer Hope", False),
        ("HOW LONG FOR A UNIT TO COME", False),
        ("He wrote LONG in the box.", True),
        ("Name | Hope | seen", False),
        ("she saw hope today", False),
    ],
)
def test_a_capital_counts_where_its_place_does_not_owe_it(text: str, capital: bool) -> None:
    assert [still.capital for still in standing(text, resolver=BLIND)] == [capital]


def test_places_are_told_by_word_those_to_look_at_first() -> None:
    words = together(
        standing("a long autumn", "We saw Autumn, then Autumn again.", "Ruth Long chaired.", resolver=BLIND)
    )
    assert [(word.word, word.count) for word in words] == [("autumn", 3), ("long", 2)]
    assert [place.start for place in words[0].places] == [7, 107, 120]
    assert words[1].decided == (How.LEFT, How.PERMITTED)
    assert unexplained(words) == 2
    assert listed(words)[0].startswith("autumn ×3 (CHILD): left as a word")
    assert as_words(words) == ["Left as ordinary words: long."]
    assert explained(words) == ["A permitted person's: Long."]


def test_more_places_find_more_and_their_order_does_not_matter() -> None:
    texts = ["We saw Autumn.", "It was a long day.", "Hopes were high in Calderwick."]
    alone = {pair for text in texts for pair in decided(standing(text, resolver=BLIND))}
    assert set(decided(standing(*texts, resolver=BLIND))) == alone
    assert set(decided(standing(*reversed(texts), resolver=BLIND))) == alone
