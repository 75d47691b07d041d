"""What deciding who is meant costs as the map grows, beside one compiled alternation of the same written forms.

    python benchmarks/many_people.py [ROUNDS]

A text of 60,000 words that names everybody of the map in turn; the pattern is what a user would write: every variant of
every name, longest first, whole words, whatever the case. It replaces blindly; `Resolver` decides each mention.
"""

from __future__ import annotations

import itertools
import random
import re
import statistics
import sys
import time
from collections.abc import Callable

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import entities_of
from reviewdocs.names.variants import forms_of
from reviewdocs.pseudonymise import Resolver
from reviewdocs.records.load import validated

WORDS = 60_000
SYLLABLES = (
    "bra",
    "del",
    "fin",
    "gor",
    "hul",
    "jas",
    "kem",
    "lon",
    "mir",
    "nev",
    "pol",
    "ruk",
    "sav",
    "tig",
    "vor",
    "wex",
)
PLAIN = (
    "the school wrote to the family after the visit and nobody answered for some weeks until a worker called again "
    "and found that the plan had not been shared with those who needed it most before the meeting took place"
)
SENTENCES = (
    "{f} {s} was seen at home.",
    "A call was made to Mrs {s}.",
    "{f} said that it was better.",
    "The worker spoke with {f}’s aunt.",
)


def invented(number: int, seed: int) -> list[str]:
    """As many names that are no words."""
    names = ["".join(parts).capitalize() for parts in itertools.product(SYLLABLES, repeat=4)]
    return random.Random(seed).sample(names, number)


def case(people: int) -> tuple[PseudonymMap, list[Paragraph]]:
    """A map of so many people and a text that names them in turn, one name in about 60 words."""
    named = list(zip(invented(people, 1), invented(people, 2), strict=True))
    pmap = validated(
        PseudonymMap,
        {
            "id": "BENCH",
            "review_type": "LCSPR",
            "people": [
                {"id": f"P{n}", "role": "neighbour", "pseudonym": f"Neighbour {n}", "forename": f, "surname": s}
                for n, (f, s) in enumerate(named, 1)
            ],
        },
    )
    chance, paragraphs, words = random.Random(3), [], 0
    for (forename, surname), sentence in zip(itertools.cycle(named), itertools.cycle(SENTENCES), strict=False):
        filling = " ".join(chance.choices(PLAIN.split(), k=55)).capitalize()
        text = f"{filling}. {sentence.format(f=forename, s=surname)}"
        paragraphs.append(Paragraph("text", len(paragraphs), text))
        words += len(text.split())
        if words >= WORDS:
            return pmap, paragraphs
    raise AssertionError


def alternation(pmap: PseudonymMap) -> re.Pattern[str]:
    """One pattern of all written forms of the map."""
    forms = {form.text for form in forms_of(entities_of(pmap))}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})\b", re.I)


def median(work: Callable[[], object], rounds: int) -> float:
    """The median seconds of a call."""
    took = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        took.append(time.perf_counter() - started)
    return statistics.median(took)


def main(rounds: int) -> None:
    """Measure and print."""
    for people in (10, 100, 1_000, 10_000):
        pmap, paragraphs = case(people)
        text = "\n".join(paragraph.text for paragraph in paragraphs)
        build = median(lambda pmap=pmap: Resolver(pmap), 1)
        resolve = median(lambda pmap=pmap, paragraphs=paragraphs: Resolver(pmap).resolve(paragraphs), rounds) - build
        found = len(Resolver(pmap).resolve(paragraphs))
        line = f"{people:6} people: build {build:6.2f} s, resolve {resolve:6.2f} s ({found} mentions)"
        if people <= 1_000:
            pattern = alternation(pmap)
            blind = median(lambda pattern=pattern, text=text: pattern.sub("[name]", text), 1)
            line += f"; alternation {blind:7.2f} s, ratio {(build + resolve) / blind:5.2f}"
        print(line, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
