"""Writes the frequencies of words and names that `reviewdocs.language.lexicon` reads: `python -m training.frequencies`.

Needs the packages `wordfreq` (word frequencies; its data are under CC BY-SA 4.0, which the head of the file says) and
`names` (counts of the 1990 census of the United States, in the public domain). Figures are rounded, and words that are
rarer than a few in a million million are left out: they count as rare.
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

_OUT = Path(__file__).parents[1] / "src/reviewdocs/language/data"
_LEAST_ZIPF, _MOST_WORDS = 2.8, 60_000
_LEAST_SHARE = 0.001
_HEAD_WORDS = """\
# Frequencies of English words on the Zipf scale, rounded to a tenth: derived by training/frequencies.py from wordfreq 3
# (Robyn Speer), whose data are under Creative Commons Attribution-ShareAlike 4.0; so is this file. wordfreq's sources
# include OpenSubtitles 2018, SUBTLEX, Google Books Ngrams, Wikipedia, the Leeds corpora and others named in its \
documentation.
"""
_HEAD_NAMES = """\
# Shares of names in per cent, as powers of ten rounded to a quarter: from the counts of the 1990 census of the United
# States (public domain), by training/frequencies.py.
"""


def _word_levels() -> Iterator[tuple[str, float]]:
    from itertools import islice

    from wordfreq import iter_wordlist, zipf_frequency

    for word in islice(iter_wordlist("en"), _MOST_WORDS):
        figure = zipf_frequency(word, "en")
        if word.isalpha() and word.isascii() and figure >= _LEAST_ZIPF:
            yield word, round(figure, 1)


def _name_levels(file: str) -> Iterator[tuple[str, float]]:
    import names

    for line in (Path(names.__file__).parent / file).read_text(encoding="ascii").splitlines():
        name, share = line.split()[:2]
        if float(share) >= _LEAST_SHARE:
            yield name.casefold(), round(4 * math.log10(float(share))) / 4


def _section(title: str, figures: Iterable[tuple[str, float]]) -> str:
    by_figure: dict[float, list[str]] = defaultdict(list)
    for word, figure in figures:
        by_figure[figure].append(word)
    lines = [f"{figure:g} {' '.join(sorted(by_figure[figure]))}" for figure in sorted(by_figure, reverse=True)]
    return "\n".join([f"[{title}]", *lines, ""])


def main() -> None:
    """Write both files."""
    (_OUT / "words.txt").write_text(_HEAD_WORDS + _section("words", _word_levels()), encoding="utf-8")
    sections = [("surnames", "dist.all.last"), ("men", "dist.male.first"), ("women", "dist.female.first")]
    text = "".join(_section(title, _name_levels(file)) for title, file in sections)
    (_OUT / "names.txt").write_text(_HEAD_NAMES + text, encoding="utf-8")
    sys.stdout.write(f"{_OUT}: {sum(f.stat().st_size for f in _OUT.glob('*.txt')) // 1000} KB\n")


if __name__ == "__main__":
    main()
