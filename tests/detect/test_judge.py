"""Which of a model's finds count: names do, and what only looks like one does not."""

from __future__ import annotations

import pytest

from reviewdocs.detect.filters import silencing
from reviewdocs.detect.filters.filter import Passage, Surroundings
from reviewdocs.detect.judge import finds
from reviewdocs.detect.models import Entity


def _judged(text: str, label: str, *, score: float = 0.85, elsewhere: str = "") -> list[tuple[str, str]]:
    """What counts of the stretch marked « », as (category, text)."""
    start, end = text.index("«"), text.index("»") - 1
    plain = text.replace("«", "").replace("»", "")
    document = Surroundings([plain, elsewhere], frozenset({"nettlebed"}) if "et al" in elsewhere else frozenset())
    found = finds(Passage(plain, document), [Entity(start, end, label, score, ("m",))])
    return [(find.category.value, find.found) for find in found if not silencing(find)]


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("spoke to «Zdenka Merrigold» today", "PERSON", ("PERSON", "Zdenka Merrigold")),
        ("GIVES NAME AS «OSRIC TOLVERNE»", "PERSON", ("PERSON", "OSRIC TOLVERNE")),
        ("the «Tolverne's» house", "PERSON", ("PERSON", "Tolverne")),
        ("moved to «Penhallick»", "PLACE", ("PLACE", "Penhallick")),
        ("worked at «Tuffnell Joinery»", "ORG", ("ORG", "Tuffnell Joinery")),
        ("«St Petroc's church»", "PERSON", ("ORG", "St Petroc's church")),
        ("from «14 Heron Street»", "PLACE", ("ADDRESS", "14 Heron Street")),
        ("down «Heron Street»", "ORG", ("PLACE", "Heron Street")),
        ("on «the 3rd of March»", "DATE", ("DATE", "3rd of March")),
        ("log «RV/3391/20»", "CODE", ("CODE", "RV/3391/20")),
    ],
)
def test_what_counts(text: str, label: str, expected: tuple[str, str]) -> None:
    assert _judged(text, label) == [expected]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("«Child R» was seen", "PERSON"),
        ("told «Social Worker 2»", "PERSON"),
        ("in «the Town»", "PLACE"),
        ("«MGM» said", "PERSON"),
        ("«Safeguarding Adults Board»", "ORG"),
        ("the «Barset County Council»", "ORG"),
        ("«Barset Police» attended", "PERSON"),
        ("INSPECTOR «INFORMED»", "PERSON"),
        ("«CREW WORKING ON CHILD»", "PERSON"),
        ("in «England»", "PLACE"),
        ("a «Polish» speaker", "ORG"),
        ("in «March 2019»", "DATE"),
        ("within «six weeks»", "DATE"),
        ("«2019/20» budget", "CODE"),
        ("product code «KL-73595»", "CODE"),
        ("«Recommendation 4»", "ORG"),
        ("«Non-fatal Strangulation»", "PLACE"),
        ("Seen with Child B«. EEG» normal", "PERSON"),
        ("Came with Child «B. EEG» normal", "PERSON"),
    ],
)
def test_what_does_not(text: str, label: str) -> None:
    assert _judged(text, label) == []


def test_a_verb_that_is_a_forename_too_goes_on_as_a_verb() -> None:
    assert _judged("He sat apart. «Drew» and coloured for an hour.", "PERSON", score=0.97) == []
    assert _judged("He sat apart. «Drew» and Osric coloured.", "PERSON", score=0.97) == [("PERSON", "Drew")]


def test_the_documents_own_small_letters_are_evidence() -> None:
    assert _judged("«Wombling» began early", "PERSON", elsewhere="the wombling went on") == []
    assert _judged("It was «Wombling» again", "PERSON", elsewhere="nothing") == [("PERSON", "Wombling")]


def test_an_author_cited_with_a_year_is_known_elsewhere() -> None:
    assert _judged("as «Nettlebed» has it", "PERSON", elsewhere="Nettlebed et al. (2014)") == []


def test_a_find_that_crosses_cells_is_parted() -> None:
    assert _judged("| «Zdenka Merrigold | Osric Tolverne» |", "PERSON") == [
        ("PERSON", "Zdenka Merrigold"),
        ("PERSON", "Osric Tolverne"),
    ]
