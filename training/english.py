"""Writes the detectors' list of English words from SCOWL: `python -m training.english FOLDER`.

SCOWL (Spell Checker Oriented Word Lists) comes with most Linux distributions; FOLDER holds its files `english-words.10`
and so on. Taken are words in small letters up to level 60, as spelt in Britain; left out is what is also a usual name
there or in our generator, what stands in our own lists, and regular forms of other words.
"""

from __future__ import annotations

import argparse
import re
import textwrap
from pathlib import Path

from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.words import is_word, stems
from training.generator import words

_LEVELS = (10, 20, 35, 40, 50, 55, 60)
_NAME_LEVELS = (10, 20, 35, 40, 50, 55, 60)
_OUT = Path(__file__).parents[1] / "src/reviewdocs/language/data/english_words.txt"
_HEAD = """\
# Words of English beyond common_words.txt: SCOWL 2020.12.07, levels 10 to 60, British spelling, without usual names and
# without regular forms of other words (training/english.py). A capitalised one names nobody where the capital is owed
# to its place. SCOWL's notice:
# Copyright 2000-2018 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the
# associated scripts, the output created from the scripts, and its documentation for any purpose is hereby granted
# without fee, provided that the above copyright notice appears in all copies and that both that copyright notice and
# this permission notice appear in supporting documentation. Kevin Atkinson makes no representations about the
# suitability of this array for any purpose. It is provided "as is" without express or implied warranty.
"""


def english(folder: Path) -> list[str]:
    """The words taken, in order of the alphabet."""
    ours = (*words.FORENAMES.values(), *words.SURNAMES.values(), words.NICKNAMES)
    names = {name.casefold() for group in ours for name in group}
    names |= {
        name.casefold() for name in _read(folder, "proper-names", _NAME_LEVELS, ("english", "british", "american"))
    }
    found = {
        word
        for word in _read(folder, "words", _LEVELS, ("english", "british", "british_z"))
        if re.fullmatch(r"[a-zà-ÿ]{3,}", word) and word not in names and not is_ordinary(word) and not is_word(word)
    }
    taken: set[str] = set()
    for word in sorted(found, key=lambda word: (len(word), word)):
        if not any(stem in taken for stem in stems(word)):
            taken.add(word)
    return sorted(taken)


def _read(folder: Path, kind: str, levels: tuple[int, ...], regions: tuple[str, ...]) -> set[str]:
    files = [folder / f"{region}-{kind}.{level}" for region in regions for level in levels]
    return {word for file in files if file.exists() for word in file.read_text(encoding="latin-1").split()}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    _OUT.write_text(_HEAD + textwrap.fill(" ".join(english(folder)), 119) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
