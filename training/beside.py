"""Writes what usually stands beside a word, which `reviewdocs.language.beside` reads: `python -m training.beside`.

Needs the package `symspellpy` (MIT licence), which holds the counts of the quarter of a million most frequent pairs of
English words in books (Google Books Ngrams). The pairs' pointwise mutual information is a large table with few cells
filled; its largest singular vectors tell of each word, in a few numbers, what follows and what precedes it, so that
words alike get like numbers and a pair that nobody counted is guessed from its likes (Levy and Goldberg 2014).
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import svds

from reviewdocs.language.beside import DIMENSIONS, LEVELS

_OUT = Path(__file__).parents[1] / "src/reviewdocs/language/data/beside.txt"
_WORDS, _SEEN, _WIDEST = 10_000, 0.5, 6
"""How many of the most frequent words are told of; what a pair weighs for having been counted at all; and how many
standard deviations a number may be from nothing."""
_FIRST = ord("!")
_HEAD = """\
# What usually follows and precedes a word: derived by training/beside.py from the counts of pairs of words in
# symspellpy (MIT licence), which come from Google Books Ngrams. A word, what follows it, what precedes it: a letter for
# each number.
"""


def _pairs() -> dict[tuple[str, str], int]:
    import symspellpy

    file = Path(symspellpy.__file__).parent / "frequency_bigramdictionary_en_243_342.txt"
    rows = (line.split() for line in file.read_text(encoding="utf-8-sig").splitlines())
    return {(first, second): int(count) for first, second, count in rows}


def _letters(numbers: np.ndarray, scale: float) -> str:
    half = LEVELS // 2
    levels = np.clip(np.rint(numbers / scale * half), -half, half).astype(int) + half
    return "".join(chr(_FIRST + level) for level in levels)


def main() -> None:
    """Write the file."""
    pairs = _pairs()
    before, after = Counter[str](), Counter[str]()
    for (first, second), count in pairs.items():
        before[first] += count
        after[second] += count
    whole = sum(pairs.values())
    usual = [word for word, _ in (before + after).most_common() if word.isascii() and word.isalpha()][:_WORDS]
    at = {word: number for number, word in enumerate(usual)}
    cells = [
        (at[a], at[b], max(math.log(n * whole / (before[a] * after[b])), 0.0) + _SEEN)
        for (a, b), n in pairs.items()
        if a in at and b in at
    ]
    rows, columns, values = zip(*cells, strict=True)
    table = sparse.csr_matrix((values, (rows, columns)), shape=(len(usual),) * 2)
    left, sizes, right = svds(table, k=DIMENSIONS, v0=np.ones(len(usual)))
    order = np.argsort(-sizes)
    follows, precedes = (left * np.sqrt(sizes))[:, order], (right.T * np.sqrt(sizes))[:, order]
    # A vector's sign is chance: the greater part of what follows is above nothing.
    signs = np.sign(follows.sum(axis=0))
    follows, precedes = follows * signs, precedes * signs
    scale = _WIDEST * max(float(np.std(follows)), float(np.std(precedes)))
    lines = (
        f"{word} {_letters(follows[number], scale)} {_letters(precedes[number], scale)}\n"
        for word, number in sorted(at.items())
    )
    _OUT.write_text(_HEAD + "".join(lines), encoding="ascii")
    sys.stdout.write(f"{_OUT}: {_OUT.stat().st_size // 1000} KB\n")


if __name__ == "__main__":
    main()
