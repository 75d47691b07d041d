"""Letters that are somebody's initials and mean something else here, and those that mean somebody after all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

_NAMED = "Nathaniel Drew and Summer Drew were seen. "


@pytest.mark.parametrize(
    "text",
    [
        "ND: not detectable at this limit. Lead was ND.",
        "The level was not detectable (ND). Lead was ND.",
        "Standard Deviation (SD) is given. An SD of two is wide.",
        "He played an SD on the computer.",
        "Follow ND&S policies.",
        "SD Educator",
        "SD of Nursing",
        "Rowland, N.D. (1991) Ageing in Australia.",
        "Rowland, N.D., 1991, p 185.",
        "A survey by Assoc. Prof. D. Curran and others.",
    ],
)
def test_letters_that_mean_something_else_stay(say: Callable[[str], str], text: str) -> None:
    assert say(_NAMED + text).endswith(text)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("ND: the school rang.", "Sibling 1: the school rang."),
        ("Nathaniel Drew (ND) was seen. ND slept.", "Sibling 1 was seen. Sibling 1 slept."),
        ("The ND case was closed.", "The Sibling 1 case was closed."),
        ("Told of the SD referral.", "Told of the Mother referral."),
        ("Sally Dutton (SD) rang.", "Sally Dutton (Mother) rang."),
        ("Spoke to Mr D. Thornmere said no.", "Spoke to Sibling 1. Thornmere said no."),
        ("ND & SD were seen.", "Sibling 1 & Mother were seen."),
        ("She told N.D. the school rang.", "She told Sibling 1 the school rang."),
        ("The law is SD and was not read.", "The law is Mother and was not read."),
    ],
)
def test_letters_that_mean_somebody_go(say: Callable[[str], str], text: str, result: str) -> None:
    assert say(_NAMED + text).endswith(result)
