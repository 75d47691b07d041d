"""Shorthand of the papers is no name misspelt, and a name misspelt still is one."""

from __future__ import annotations

import pytest

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise import Resolver
from reviewdocs.records.load import validated

NAMES = ("Chris", "Cora", "Liz", "Ina", "Susie", "Moss", "Rita", "Eva")
PEOPLE = [
    {"id": name.upper(), "role": "friend", "pseudonym": f"Friend {number}", "forename": name}
    for number, name in enumerate(NAMES, 1)
]
RESOLVER = Resolver(validated(PseudonymMap, {"id": "S", "review_type": "SAR", "people": PEOPLE}))


@pytest.mark.parametrize("word", ["Chron", "Certs", "Corr", "Lic", "Inj", "Susp", "Poss", "Rota", "Eval"])
def test_shorthand(word: str) -> None:
    for text in (f"{word} seen.", f"See {word.casefold()} 4.", f"{word} done, copy to SW."):
        assert not [m for m in RESOLVER.resolve([Paragraph("text", 0, text)]) if m.text == word]


@pytest.mark.parametrize("word", ["Chriss", "Cris", "Lizz", "Suzie"])
def test_a_name_misspelt(word: str) -> None:
    assert RESOLVER.resolve([Paragraph("text", 0, f"Spoke to {word} at home, she was tearful.")])
