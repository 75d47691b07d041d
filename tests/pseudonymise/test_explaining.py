"""Every place of a word is explained, kept and rejected alike, as it was decided."""

from __future__ import annotations

import itertools

from test_standing import MAP, RESOLVER

from reviewdocs.model.explanation import Became, Explanation
from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise.explaining import Explainer
from reviewdocs.pseudonymise.vetoes import BEFORE, VETOES

EXPLAINER = Explainer(MAP, RESOLVER)
TEXTS = (
    "Autumn Quillfeather was nine. In autumn the leaves fell.",
    "Ruth Long chaired. The Head of Nursing, Calderwick Council, was told. It took long.",
)


def explained(word: str, *texts: str) -> list[Explanation]:
    return [*EXPLAINER.explained([Paragraph("text", n, text, 100 * n) for n, text in enumerate(texts)], word)]


def test_a_name_and_the_word_are_both_told_with_readings_and_signals() -> None:
    name, word = explained("autumn", *TEXTS)
    assert (name.text, name.became, name.replacement) == ("Autumn Quillfeather", Became.REPLACED, "Child A")
    assert (word.text, word.became) == ("autumn", Became.LEFT)
    assert word.probability is not None and name.probability is not None and word.probability < 0.3 < name.probability
    assert {reading.part for reading in name.readings} == {"forename", "surname"}
    assert all("CHILD (Child A)" in reading.who for reading in (*name.readings, *word.readings))
    assert word.signals and all(a.by**2 >= b.by**2 for a, b in itertools.pairwise(word.signals))


def test_what_overruled_the_weights_has_its_name() -> None:
    chair, took = explained("long", *TEXTS)
    assert (chair.became, took.became) == (Became.KEPT, Became.LEFT)
    assert chair.veto == "whole permitted name" and not took.veto
    assert {bearer.who for bearer in took.bearers} == {"MUM (Mother)", "Ruth Long, who stays in clear"}
    (seat,) = explained("Calderwick", *TEXTS)
    assert (seat.became, seat.veto) == (Became.KEPT, "panel seat or designation")
    registered = {each.name for each in (*BEFORE, *VETOES)}
    decisions = RESOLVER.decisions([Paragraph("text", number, text) for number, text in enumerate(TEXTS)])
    assert {decision.veto for decision in decisions} <= registered | {""}


def test_a_word_that_never_was_a_candidate_is_told_as_that_and_one_that_is_not_there_not_at_all() -> None:
    (place,) = explained("leaves", *TEXTS)
    assert (place.became, place.probability, place.readings) == (Became.UNSEEN, None, ())
    assert explained("wombat", *TEXTS) == []
    assert explained(" ", *TEXTS) == []


def test_what_holds_the_word_and_several_words_together_are_found() -> None:
    assert [place.text for place in explained("Quill", "the Quill-\nfeather file")] == ["Quill-\nfeather"]
    assert [place.text for place in explained("Autumn  QUILLFEATHER".replace("  ", " "), *TEXTS)] == [
        "Autumn Quillfeather"
    ]


def test_what_is_told_in_short_names_bearers_and_what_spoke_for_and_against() -> None:
    paragraphs = [Paragraph("text", 0, "It took long.")]
    (decision,) = RESOLVER.decisions(paragraphs)
    lines = EXPLAINER.short(decision)
    assert lines[0].startswith("meant: ")
