"""What a reason has to hold where a finding that blocks is let stand."""

from __future__ import annotations

import pytest

from reviewdocs.workflows.reasons import says_something


@pytest.mark.parametrize(
    "reason",
    [
        "x", "fine", "ok", "n/a", "see above", "as above", "aaaa aaaa aaaa aaaa", "aaaa bbbb cccc dddd",
        "fine fine fine fine",
        "....", "it is all ok to go", "not a problem", "12 34 56 78", "a b c d e f g", "XXXX YYYY ZZZZ WWWW",
        "Checked, checked, checked.",
    ],
)  # fmt: skip
def test_what_says_nothing(reason: str) -> None:
    assert not says_something(reason)


@pytest.mark.parametrize(
    "reason",
    [
        "Agreed with the family",
        "The number of a public helpline, printed on every leaflet.",
        "Mae'r teulu wedi cytuno i hyn",
        "NOT A PERSON: THE NAME OF THE WARD",
        "Son's solicitor agreed by letter, 4 May",
    ],
)
def test_what_says_something(reason: str) -> None:
    assert says_something(reason)
