"""Writes paragraphs: each a text and the spans that it holds."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from training.generator import clauses, findable, generic, harmless
from training.generator.case import Case
from training.generator.grammar import Piece, capitalised, expand
from training.generator.noise import noisy

HARMLESS_SHARE = 0.48
_FINDABLE = {
    "narrative": 34,
    "notes": 16,
    "fragments": 14,
    "meetings": 10,
    "letters": 12,
    "analysis": 12,
    "court": 3,
    "clauses": 40,
}
_HARMLESS = {
    "policy": 18,
    "findings": 16,
    "research": 12,
    "agency": 16,
    "short": 16,
    "pseudonymised": 24,
    "clauses": 28,
    "words": 20,
}
_FINDABLE_TEMPLATES = findable.KINDS | {"clauses": clauses.CLAUSES}
_HARMLESS_TEMPLATES = harmless.KINDS | {"clauses": clauses.CLAUSES}
_LINKS = ("", "", "", "", "", "However, ", "At this point ", "In addition, ", "As a result, ", "Sadly, ", "Later, ")


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of training text.

    Attributes:
        text: what it says.
        spans: (start, end, label) in code points; the label `?` marks what an annotator could judge either way.
        kind: which set of templates it comes from.
        harmless: whether nothing in it is to be found.
    """

    text: str
    spans: tuple[tuple[int, int, str], ...]
    kind: str
    harmless: bool


def paragraphs(count: int, seed: int) -> Iterator[Paragraph]:
    """That many paragraphs, no two alike, the same for the same seed."""
    rng = random.Random(seed)
    seen: set[str] = set()
    while len(seen) < count:
        paragraph = _harmless(rng) if rng.random() < HARMLESS_SHARE + 0.03 else _findable(rng)
        if paragraph.text not in seen:
            seen.add(paragraph.text)
            yield paragraph


def _sentences(rng: random.Random, kind: str) -> int:
    if kind in ("short", "fragments"):
        return 1
    return rng.choice((1, 1, 2, 2, 3, 4))


def _findable(rng: random.Random) -> Paragraph:
    kind = rng.choices(tuple(_FINDABLE), tuple(_FINDABLE.values()))[0]
    case = Case(rng)
    pieces: list[Piece] = []
    templates = _FINDABLE_TEMPLATES[kind]
    for i in range(_sentences(rng, kind)):
        source = templates
        fill = case.fill
        if i and rng.random() < 0.2:  # plain sentences stand among the others
            source = _HARMLESS_TEMPLATES[rng.choice(("policy", "findings", "agency", "pseudonymised", "clauses"))]
        sentence = expand(rng.choice(source), fill, rng)
        pieces += _linked(sentence, i, rng)
    return _finished(pieces, kind, rng, is_harmless=False)


def _harmless(rng: random.Random) -> Paragraph:
    kind = rng.choices(tuple(_HARMLESS), tuple(_HARMLESS.values()))[0]
    templates = _HARMLESS_TEMPLATES[kind]
    pieces: list[Piece] = []
    for i in range(_sentences(rng, kind)):
        source = (
            templates
            if rng.random() < 0.75
            else _HARMLESS_TEMPLATES[rng.choice(("policy", "findings", "agency", kind))]
        )
        sentence = expand(rng.choice(source), lambda slot, _: [(generic.fill(slot, rng), "")], rng)
        pieces += _linked(sentence, i, rng)
    return _finished(pieces, kind, rng, is_harmless=True)


def _linked(sentence: list[Piece], index: int, rng: random.Random) -> list[Piece]:
    if index == 0:
        return capitalised(sentence) if rng.random() < 0.95 else sentence
    link = rng.choice(_LINKS)
    return [(" " + link, ""), *(sentence if link else capitalised(sentence))]


def _one_article(pieces: list[Piece]) -> list[Piece]:
    """`the` once, where both the template and what fills it bring one."""
    out: list[Piece] = []
    for text, label in pieces:
        before = out[-1][0].lower() if out else ""
        if text.startswith("the ") and (
            before.endswith((" the ", " a ", " an ", " each ")) or before in ("the ", "a ", "each ")
        ):
            text = text[4:]
        out.append((text, label))
    return out


def _finished(pieces: list[Piece], kind: str, rng: random.Random, *, is_harmless: bool) -> Paragraph:
    if kind not in ("short", "fragments") and rng.random() < 0.08:
        pieces = [(rng.choice(("- ", "• ", "1. ", "2.3 ", "a) ", "* ", "5.12 ", "> ")), ""), *pieces]
    text = ""
    spans: list[tuple[int, int, str]] = []
    for piece, label in noisy(_one_article(pieces), rng):
        start = len(text)
        text += piece
        if not label or not piece.strip():
            continue
        if label == "PERSON" and spans and spans[-1][2] == label and text[spans[-1][1] : start] == " ":
            start = spans.pop()[0]  # a forename and a surname side by side are one mention
        spans.append((start, len(text), label))
    return Paragraph(text, tuple(spans), kind, is_harmless)
