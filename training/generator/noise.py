"""What records really look like: lost case, slips of the finger, missing stops, other apostrophes."""

from __future__ import annotations

import random

from training.generator.grammar import UNKNOWN, Piece

_KEYS = "qwertyuiop asdfghjkl zxcvbnm"


def slip(text: str, rng: random.Random) -> str:
    """One slip of the finger in a text of some length."""
    if len(text) < 4:
        return text
    i = rng.randrange(1, len(text) - 1)
    kind = rng.randrange(4)
    if kind == 0:
        return text[:i] + text[i + 1 :]
    if kind == 1:
        return text[:i] + text[i] + text[i:]
    if kind == 2:
        return text[:i] + text[i + 1] + text[i] + text[i + 2 :]
    return text[:i] + rng.choice(_KEYS.replace(" ", "")) + text[i + 1 :]


def noisy(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """The same pieces, as somebody in a hurry would have typed them."""
    chance = rng.random()
    if chance < 0.05:
        return [(text.lower(), label) for text, label in pieces]
    if chance < 0.065:
        return [(text.upper(), label) for text, label in pieces]
    if chance < 0.09:
        return [(text.lower() if label == "PERSON" else text, label) for text, label in pieces]
    if chance < 0.14:
        return [
            (slip(text, rng) if label in ("PERSON", "PLACE", "ORG") and rng.random() < 0.5 else text, label)
            for text, label in pieces
        ]
    if chance < 0.19:
        return [(slip(text, rng) if not label and len(text) > 12 else text, label) for text, label in pieces]
    if chance < 0.23:
        return [(text.replace(",", "").replace(". ", " ") if not label else text, label) for text, label in pieces]
    if chance < 0.30:
        return [(text.replace("'", "’"), label) for text, label in pieces]
    if chance < 0.31:
        return [
            (text.replace("\u00a0", " ").replace(" ", "\u00a0") if label and label != UNKNOWN else text, label)
            for text, label in pieces
        ]
    return pieces
