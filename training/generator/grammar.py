"""The little template language: `[this|that|]` takes one, `{slot}` is filled, `{slot:x}` is filled with an argument.

A filled template is a list of pieces, each a text and the label it carries: a label of the model, UNKNOWN where an
annotator could go either way (the model learns nothing from it), or none.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

UNKNOWN = "?"
Piece = tuple[str, str]
Filler = Callable[[str, str], list[Piece]]

_INNERMOST = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")


def choose(template: str, rng: random.Random) -> str:
    """Take one of each set of alternatives, from the inside out."""
    while True:
        match = _INNERMOST.search(template)
        if match is None:
            return template
        template = template[: match.start()] + rng.choice(match.group(1).split("|")) + template[match.end() :]


def expand(template: str, fill: Filler, rng: random.Random) -> list[Piece]:
    """Choose and fill: the pieces of one text."""
    chosen = choose(template, rng)
    pieces: list[Piece] = []
    at = 0
    for match in _SLOT.finditer(chosen):
        if match.start() > at:
            pieces.append((chosen[at : match.start()], ""))
        pieces.extend(fill(match.group(1), match.group(2) or ""))
        at = match.end()
    if at < len(chosen):
        pieces.append((chosen[at:], ""))
    return pieces


def capitalised(pieces: list[Piece]) -> list[Piece]:
    """The first letter in upper case."""
    for i, (text, label) in enumerate(pieces):
        if text.strip():
            first = len(text) - len(text.lstrip())
            pieces[i] = (text[:first] + text[first].upper() + text[first + 1 :], label)
            break
    return pieces
