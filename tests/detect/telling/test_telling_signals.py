"""Every signal sees its hits and not its misses."""

from __future__ import annotations

import pytest

from reviewdocs.detect.filters.filter import Find, Passage, Surroundings
from reviewdocs.detect.telling.candidate import MODEL, Candidate
from reviewdocs.detect.telling.document import Facts
from reviewdocs.detect.telling.place import Example, Place, Signal
from reviewdocs.detect.telling.signals.registered import COLUMNS, SIGNALS, marks, seen
from reviewdocs.model.mentions import Category


def place(example: Example) -> Place:
    """The place that « » mark, found by a language model."""
    start, end = example.text.index("«"), example.text.index("»") - 1
    plain, category = example.text.replace("«", "").replace("»", ""), Category(example.category)
    words = Surroundings([plain])
    find = Find(Passage(plain, words), start, end, category, category, 0.85, by_model=True)
    candidate = Candidate(find, (MODEL,))
    return Place(candidate, Facts([plain], words, [candidate]))


def _examples(kind: str) -> list[object]:
    return [
        pytest.param(signal, example, id=f"{signal.name}-{number}")
        for signal in SIGNALS
        for number, example in enumerate(getattr(signal, kind))
    ]


@pytest.mark.parametrize(("signal", "example"), _examples("hits"))
def test_hits(signal: Signal, example: Example) -> None:
    assert dict(zip(signal.columns, signal.see(place(example)), strict=True))[example.column] > 0


@pytest.mark.parametrize(("signal", "example"), _examples("misses"))
def test_misses(signal: Signal, example: Example) -> None:
    assert not dict(zip(signal.columns, signal.see(place(example)), strict=True))[example.column] > 0


def test_each_column_is_named_once_and_has_a_number() -> None:
    assert len(set(COLUMNS)) == len(COLUMNS)
    for text in ("«?»", "«Dr»", "«7»", "«MS»", "a\n\0\n«Tolverne»\n\0\nb", "«zdenka»|", "É «Ó» ß"):
        numbers = seen(place(Example(text, "PERSON", "")))
        assert len(numbers) == len(COLUMNS) and all(isinstance(float(number), float) for number in numbers)


def test_marks_are_the_words_about_a_candidate_and_who_found_it() -> None:
    found = marks(place(Example("rang Dr «Tolverne» back at once", "PERSON", "")))
    assert {("found by", MODEL), ("its word", "tolverne"), ("before 0", "dr"), ("after 0", "back")} <= set(found)
    assert ("after 2", "once") not in found
