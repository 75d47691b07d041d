"""Documents made of sentences that identify nobody, to fit on beside the annotated cases, in which nearly every number
and name is somebody's."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from training.mentions.corpus import Case, Text

_SENTENCES = Path(__file__).with_name("harmless.txt")
_COUNT, _SEED = 160, 17
_AMONG = (
    "The review considered this at length. {} Nothing further was recorded.",
    "{}",
    "It was noted as follows: {} The panel agreed.",
    "{} {}",
)
FOLDER = "harmless"


def _filled(sentence: str, rnd: random.Random) -> str:
    return "".join(
        rnd.choice("0123456789") if mark == "#" else rnd.choice("ABCDEFGHJKLMNPRST") if mark == "@" else mark
        for mark in sentence
    )


def _paragraph(sentences: list[str], rnd: random.Random) -> str:
    frame = rnd.choice(_AMONG)
    return frame.format(*(_filled(rnd.choice(sentences), rnd) for _ in range(frame.count("{}"))))


def cases() -> Iterator[Case]:
    """Each a document of ten paragraphs, with nothing to tell and an empty map (seeded)."""
    lines = _SENTENCES.read_text(encoding="utf-8").splitlines()
    sentences = [line for line in lines[1:] if line]
    rnd = random.Random(_SEED)
    for number in range(_COUNT):
        name = f"{FOLDER}/{number % 8}-{number}"
        text = "\n\n".join(_paragraph(sentences, rnd) for _ in range(10))
        data = {"id": "harmless", "review_type": "lcspr", "people": []}
        yield Case(name, data, [Text(name, "1-report", text, [])])
