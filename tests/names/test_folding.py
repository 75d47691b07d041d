from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewdocs.names.folding import Folded, _fold_each, fold, fold_text, folded

AWKWARD = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("İıßﬁŁøé\u0301\u00ad\u200b\u200d\u00a0\u202f\t\n ’‐－Ａ👩🏽\u0335'-"),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("BJÖRN", "bjorn"),
        ("Bjo\u0308rn", "bjorn"),
        ("Łukasz Møller", "lukasz moller"),
        ("İpek", "ipek"),
        ("Groß", "gross"),
        ("ﬁnlay", "finlay"),
        ("Ｈｏｐｅ", "hope"),
        ("Lind\u00adqvist", "lindqvist"),
        ("Lind\u200bqvist", "lindqvist"),
        ("Hope\u00a0\n  Lindqvist", "hope lindqvist"),
        ("O’Dwyer", "o'dwyer"),
        ("Hope¹²", "hope"),
        ("Müller‑Hart", "muller-hart"),
    ],
)
def test_one_name_in_any_typing_folds_alike(written: str, plain: str) -> None:
    assert folded(written) == plain


def spans(reading: Folded) -> list[tuple[int, int]]:
    return [reading.span(at, at + 1) for at in range(len(reading.text))]


@given(AWKWARD)
@example("İ👩🏽\u0301ß")
def test_offsets_lead_back_in_order_and_inside(text: str) -> None:
    found = spans(fold(text))
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert [start for start, _ in found] == sorted(start for start, _ in found)
    assert [end for _, end in found] == sorted(end for _, end in found)


@given(AWKWARD, AWKWARD)
def test_a_name_is_cut_out_whole_whatever_stands_round_it(before: str, after: str) -> None:
    text = f"{before}.Bjo\u0308rn\u00ad Lind\u200bqvist.{after}"
    reading = fold(text)
    at = reading.text.index("bjorn lindqvist", len(folded(before)) if before.strip() else 0)
    start, end = reading.span(at, at + len("bjorn lindqvist"))
    assert text[start:end] == "Bjo\u0308rn\u00ad Lind\u200bqvist"


@given(AWKWARD)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.one_of(AWKWARD, st.text(alphabet=st.characters(max_codepoint=127))))
def test_the_quick_ways_fold_as_character_by_character(text: str) -> None:
    quick, slow = fold(text), _fold_each(text)
    assert (quick.text, spans(quick)) == (slow.text, spans(slow))
    assert fold_text(text) == slow.text
