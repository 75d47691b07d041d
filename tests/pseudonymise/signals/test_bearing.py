"""What is seen of each who may be meant, beside the others who may be."""

from __future__ import annotations

import pytest
from seeing import MAP

from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import entities_of
from reviewdocs.pseudonymise import Resolver
from reviewdocs.pseudonymise.signals.bearing import COLUMNS, At, Said, bearers_seen

_RESOLVER = Resolver(MAP)
_REF = {entity.ref: index for index, entity in enumerate(entities_of(MAP)) if entity.ref}
HOPE, LINUS = "B", "C"


def number(text: str, who: str, column: str, said: Said) -> float:
    """What is seen of one bearer of the text's last mention."""
    stretch = _RESOLVER.decisions([Paragraph("text", 0, text)])[-1].stretch
    first, last = stretch.weighed[0].index, stretch.weighed[-1].index
    rows = dict(bearers_seen(stretch.passage, stretch.candidates, first, last, At(9, 0), said))
    return float(rows[_REF[who]][COLUMNS.index(column)])


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Seen with Hope Marrow", "words of the bearer"),
        ("Seen with Hope Marrow", "similarity"),
        ("Seen with her sister Marrow", "role beside"),
        ("Seen with H. Marrow", "words of the bearer"),
    ],
)
def test_what_is_seen_of_who_is_meant_is_more_than_of_who_is_not(text: str, column: str) -> None:
    assert number(text, HOPE, column, Said()) > number(text, LINUS, column, Said())
    assert number(text, HOPE, f"more {column}", Said()) > 0


def test_who_was_just_named_is_the_latest() -> None:
    said = Said({_REF[HOPE]: [2, 8], _REF[LINUS]: [4]}, paragraphs=[0] * 9)
    assert number("Marrow", HOPE, "latest", said) > number("Marrow", LINUS, "latest", said)
    assert number("Marrow", HOPE, "words since", said) < number("Marrow", LINUS, "words since", said)
    assert number("Marrow", HOPE, "mentions in all", said) > number("Marrow", LINUS, "mentions in all", said)
