"""The board's own letterhead is no finding; the same kind of thing of anybody else's is."""

from __future__ import annotations

import pytest

from reviewdocs.detect import Detector
from reviewdocs.formats.opening import open_document
from reviewdocs.risk.examination import Examination
from reviewdocs.risk.letterhead import LETTERHEAD

LINES = ("The Old Exchange", "2 Market Hill", "Sallowby", "SY99 1AA")
CONTACTS = ("01632 960100", "board@fenmark.example")


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector()


def told(detector: Detector, text: str) -> set[str]:
    data = text.encode()
    document = open_document("letter.txt", data)
    report = Examination("letter.txt", data, document, None, detector, (LINES, CONTACTS)).report()
    return {finding.text for finding in report.findings if finding.category in ("ADDRESS", "CONTACT", "ONLINE")}


@pytest.mark.parametrize(
    "text",
    [
        "The Old Exchange, 2 Market Hill, Sallowby, SY99 1AA",
        "2 Market Hill\nSallowby\nSY99 1AA",
        "Telephone 01632 960100 | board@fenmark.example",
        "Ring us on +44 1632 960 100, or write to Board@Fenmark.example.",
    ],
)
def test_the_board_s_own_is_no_finding(detector: Detector, text: str) -> None:
    assert told(detector, text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She lives at 4 Market Hill, Sallowby.", "4 Market Hill"),
        ("Ring him on 01632 960101.", "01632 960101"),
        ("Write to mother@fenmark.example.", "mother@fenmark.example"),
        ("The postcode is SY99 1AB.", "SY99 1AB"),
    ],
)
def test_what_is_somebody_else_s_is(detector: Detector, text: str, found: str) -> None:
    assert any(found in one for one in told(detector, text))


def test_what_was_left_out_is_counted(detector: Detector) -> None:
    data = b"Telephone 01632 960100"
    report = Examination("a.txt", data, open_document("a.txt", data), None, detector, (LINES, CONTACTS)).report()
    assert LETTERHEAD.name in {left.by for left in report.left_out}
