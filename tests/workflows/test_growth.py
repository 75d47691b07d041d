"""What `anonymise` does grows with a text of one thing over and over as the text does, not as its square."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from reviewdocs.model.words import Audience
from reviewdocs.records.maps import load_map
from reviewdocs.workflows.anonymiser import Anonymiser

_MAP = """\
id: LCSPR-2031-07
review_type: LCSPR
people:
  - {id: SUBJECT, role: subject child, pseudonym: Child A, forename: Kirsty, surname: Oakden, dob: "2015-03-04"}
  - {id: MOTHER, role: mother, pseudonym: Mother, forename: Tamsin, surname: Brackwell}
dates: {policy: month-year}
"""
_SMALL, _TIMES = 2_000, 6


@pytest.fixture(scope="module")
def anonymiser(tmp_path_factory: pytest.TempPathFactory) -> Anonymiser:
    """For a map of two people; what is loaded late is loaded."""
    file = tmp_path_factory.mktemp("growth") / "map.yaml"
    Path(file).write_text(_MAP, encoding="utf-8")
    made = Anonymiser(load_map(file), Audience.PUBLIC)
    made.anonymise("a.txt", b"Kirsty K.O. was seen on 1/2/2030 at home.\n")
    return made


def _calls(work: Callable[[], object]) -> int:
    """How many functions are called."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "what",
    ["K.", "K. ", "k ", "K", "Kirsty", "Kirsty ", "K-", "<", "<!-- ", "[", "*", '"', "a.b@", "0 ", "-", "e\u0301"],
)
def test_work_grows_with_the_length_of_a_text(anonymiser: Anonymiser, what: str) -> None:
    small = (what * _SMALL)[:_SMALL].encode()
    little, much = (_calls(partial(anonymiser.anonymise, "a.txt", text)) for text in (small, small * _TIMES))
    assert much < 2 * _TIMES * max(little, 10_000)
