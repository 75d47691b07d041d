"""However a name of the map is written, it is a candidate; what is done with it is decided later."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.names.entities import entities_of
from reviewdocs.pseudonymise.model import Likeness
from reviewdocs.pseudonymise.propose import Proposer, alike
from reviewdocs.records.load import validated

SYLLABLES = ["zor", "vel", "qua", "xim", "tho", "ky", "nja", "dru", "mek", "bri"]
NAME = st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=3).map("".join)
"""Invented: no English word, and long enough for a slip to be seen."""
WRITTEN = [
    "{name}",
    "{upper}",
    "{lower}",
    "{name}'s",
    "{name}’s",
    "{lower}s",
    "({name})",
    "“{name}”",
    "{lower}_report.docx",
    "final_{lower}",
    "{name}Report",
    "minutesOf{name}",
    "{name}2",
    "{name}-led",
    "half-{name}",
    "{a}\u00ad{b}",
    "{a}\u200b{b}",
    "{a}-{b}",
    "{a}-\n{b}",
    "{a}\n{b}",
    "{a}'{b}",
    "{spaced}",
]


def proposer_of(*people: tuple[str, str]) -> Proposer:
    rows = [
        {"id": f"P{n}", "role": "relative", "pseudonym": f"Relative {n}", "forename": forename, "surname": surname}
        for n, (forename, surname) in enumerate(people)
    ]
    return Proposer(entities_of(validated(PseudonymMap, {"id": "X", "review_type": "SAR", "people": rows})))


def likenesses(proposer: Proposer, text: str) -> set[Likeness]:
    found = proposer.propose(text)
    return {reading.likeness for candidate in found.at.values() for reading in candidate.readings} if found else set()


@settings(max_examples=150, deadline=None)
@given(NAME, st.sampled_from(WRITTEN), st.integers(2, 4))
def test_a_name_is_a_candidate_however_it_is_written(name: str, form: str, cut: int) -> None:
    capital = name.capitalize()
    written = form.format(
        name=capital, upper=name.upper(), lower=name, a=capital[:cut], b=name[cut:], spaced=" ".join(name.upper())
    )
    assert likenesses(proposer_of(("", capital)), f"She saw {written} there.") & {Likeness.EXACT, Likeness.PLURAL}


@settings(max_examples=150, deadline=None)
@given(NAME, st.data())
def test_a_name_with_one_slip_is_a_candidate(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(name) - 2))
    letter = data.draw(st.sampled_from("aeioutrsnl"))
    slips = [
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at:],
        name[:at] + letter + name[at + 1 :],
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
    ]
    slip = data.draw(st.sampled_from(slips))
    assert likenesses(proposer_of(("", name.capitalize())), f"She saw {slip.capitalize()} there.")


@pytest.mark.parametrize(
    "written",
    ["O'Dowd", "O’Dowd", "O‘Dowd", "ODowd", "O?Dowd", "O&#39;Dowd", "O&rsquo;Dowd", "O''Dowd", "o'dowd", "O'DOWD"],
)
def test_an_apostrophe_in_any_spelling_or_lost(written: str) -> None:
    assert Likeness.EXACT in likenesses(proposer_of(("Una", "O'Dowd")), f"Seen by {written} at six.")


@pytest.mark.parametrize("written", ["Mir1am", "M1riarn", "MIRIAM", "Mir-\niam", "miriam"])
def test_a_name_misread_or_broken(written: str) -> None:
    assert likenesses(proposer_of(("Miriam", "Zorvel")), f"Dear {written}, hello.")


@pytest.mark.parametrize(
    ("text", "likeness"),
    [
        ("V. Zorquath rang.", Likeness.INITIAL),
        ("zorquath_v.docx", Likeness.INITIAL),
        ("V.Z. rang.", Likeness.DOTTED),
        ("VZ rang.", Likeness.INITIALS),
        ("PC 3316 Zorquath rang.", Likeness.COLLAR),
        ("the Zorquaths rang.", Likeness.PLURAL),
        ("Vicky rang.", Likeness.NICKNAME),
    ],
)
def test_what_the_map_does_not_spell_out(text: str, likeness: Likeness) -> None:
    assert likeness in likenesses(proposer_of(("Victoria", "Zorquath")), text)


def test_a_text_in_which_no_word_is_like_a_name_has_no_candidates() -> None:
    assert proposer_of(("Victoria", "Zorquath")).propose("The plan was agreed and the door was shut.") is None


def _many(count: int) -> Sequence[tuple[str, str]]:
    rnd = random.Random(5)
    return [("", "".join(rnd.choices(SYLLABLES, k=4)).capitalize()) for _ in range(count)]


def test_looking_a_text_up_costs_no_more_with_many_people(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The health visitor wrote that the family had moved and that nobody answered the door on Tuesday."
    work = []
    for count in (50, 500):
        proposer, compared = proposer_of(*_many(count)), [0]

        class Counting:
            @staticmethod
            def normalized_similarity(one: str, other: str, compared: list[int] = compared) -> float:
                compared[0] += 1
                return OSA.normalized_similarity(one, other)

        monkeypatch.setattr(alike, "OSA", Counting)
        proposer.propose(text)
        work.append(compared[0])
        monkeypatch.undo()
    assert work[1] <= 10 * max(1, work[0])


def test_a_longer_map_is_prepared_in_proportion(monkeypatch: pytest.MonkeyPatch) -> None:
    taken, whole = [0], alike.left

    def counted(word: str, letters: int) -> set[str]:
        taken[0] += 1
        return whole(word, letters)

    monkeypatch.setattr(alike, "left", counted)
    work = []
    for count in (50, 500):
        taken[0] = 0
        proposer_of(*_many(count))
        work.append(taken[0])
    assert work[1] <= 11 * work[0]
