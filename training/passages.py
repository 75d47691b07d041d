"""Annotated cases as text to learn from: every name in them is marked, to be replaced, told, or kept.

Each round they come with other names (the same at every mention in a case), some in small letters, some in capitals,
some without titles, by paragraph, by line or by cell, as documents are read.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from reviewdocs.detect.plain import readable
from reviewdocs.language.titles import TITLES
from training.generator.grammar import UNKNOWN
from training.mentions.corpus import Case, Text
from training.renaming import Renaming
from training.tags import KEPT, SILENT, Sample

_FLAGS = {
    "PERSON": "PERSON", "PLACE": "PLACE", "ADDRESS": "PLACE", "ORG": "ORG", "DATE": "DATE", "DOB": "DATE",
    "TIME": "TIME", "AGE": "AGE", "CODE": "CODE", "VEHICLE": "CODE", "CONTACT": "CODE", "ONLINE": "CODE|MISC",
    "COURT": "ORG|CODE|NO_ORG", "MEDIA": "ORG|MISC", "OPERATION": "MISC|ORG",
}  # fmt: skip
_CELL = re.compile(r"\s*[|\t]\s*")
_TITLED = re.compile(r"^(\w+\.?) (?=\w)")
_RENAMED = 0.7
_SMALL, _CAPITALS, _NAMES_SMALL, _NAMES_CAPITALS = 0.09, 0.08, 0.05, 0.04
_UNTITLED = 0.12
_BY_LINE, _BY_CELL = 0.3, 0.2


def author(case: str) -> str:
    """Who wrote a case, by its name: one author wrote `p3-1` to `p3-6`, one `kin-1` to `kin-9`, one a gold set."""
    folder, _, name = case.rpartition("/")
    return folder if folder.endswith("gold") else f"{folder}/{name.rpartition('-')[0]}"


def folds(cases: Sequence[Case], count: int) -> dict[str, int]:
    """In which of so many groups each case is left out: all of an author in one, groups of about as many words."""
    sizes: dict[str, int] = {}
    for case in cases:
        sizes[author(case.name)] = sizes.get(author(case.name), 0) + sum(len(t.text) for t in case.texts)
    filled = [0] * count
    group = {}
    for name in sorted(sizes, key=lambda name: (-sizes[name], name)):
        group[name] = filled.index(min(filled))
        filled[group[name]] += sizes[name]
    return {case.name: group[author(case.name)] for case in cases}


def samples(cases: Sequence[Case], rng: random.Random) -> Iterator[Sample]:
    """All passages of the cases, as one round shows them."""
    for case in cases:
        known = frozenset(own_words(case))
        renaming = Renaming(rng, known) if rng.random() < _RENAMED else None
        places = {place["id"] for place in case.data.get("places") or []}
        for text in case.texts:
            whole = plain(marked(text, places))
            yield from parted(recased(renamed(whole, renaming, rng), rng), rng)


def own_words(case: Case) -> Iterator[str]:
    """The words of its people's names, in small letters."""
    for person in case.data.get("people") or []:
        names = [person.get(key) or "" for key in ("forename", "middle", "surname")]
        for key in ("known_as", "former_names", "misspellings"):
            names += person.get(key) or []
        yield from (word for name in names for word in re.findall(r"\w[\w'’-]*", name.lower()))


def marked(text: Text, places: set[str]) -> Sample:
    """A passage with the labels that its annotations stand for."""
    spans = []
    for span in text.spans:
        what = span["label_or_ref"]
        if span["action"] == "replace":
            of_place = "PLACE" if what in places else "ORG"
            label = of_place if span.get("entity") == "place_or_org" else "PERSON"
        elif span["action"] == "flag":
            label = _FLAGS.get(what, UNKNOWN)
        else:
            label = "PERSON" if what == "permitted" else KEPT
        spans.append((span["start"], span["end"], label))
    return Sample(text.text, spans, SILENT)


def plain(sample: Sample) -> Sample:
    """A passage as the detectors read it."""
    text, origins = readable(sample.text)
    spans = [(bisect_left(origins, a), bisect_left(origins, b), label) for a, b, label in sample.spans]
    return Sample(text, spans, sample.rest)


def renamed(sample: Sample, renaming: Renaming | None, rng: random.Random) -> Sample:
    """A passage with other names, and here and there a person without a title."""

    def new(written: str, label: str) -> str:
        if label == "PERSON":
            title = _TITLED.match(written)
            if title and title[1].lower().rstrip(".") in TITLES and rng.random() < _UNTITLED:
                written = written[title.end() :]
            return renaming.person(written) if renaming else written
        return renaming.place(written) if renaming and label in ("PLACE", "ORG") else written

    return rewritten(sample, new)


def rewritten(sample: Sample, new: Callable[[str, str], str]) -> Sample:
    """A passage with each span written anew."""
    pieces, spans, at, length = [], [], 0, 0
    for start, end, label in sorted(sample.spans):
        if start < at:
            continue
        written = new(sample.text[start:end], label)
        pieces += [sample.text[at:start], written]
        length += start - at
        spans.append((length, length + len(written), label))
        length += len(written)
        at = end
    return Sample("".join([*pieces, sample.text[at:]]), spans, sample.rest)


def recased(sample: Sample, rng: random.Random) -> Sample:
    """A passage, or the names in it, in small letters or in capitals now and then."""
    lot = rng.random()
    for share, change, whole in (
        (_SMALL, str.lower, True),
        (_CAPITALS, str.upper, True),
        (_NAMES_SMALL, str.lower, False),
        (_NAMES_CAPITALS, str.upper, False),
    ):
        if lot < share:
            if whole:
                return Sample(_same_length(sample.text, change), sample.spans, sample.rest)
            return rewritten(sample, partial(_person_in, change))
        lot -= share
    return sample


def _person_in(change: Callable[[str], str], written: str, label: str) -> str:
    return _same_length(written, change) if label == "PERSON" else written


def _same_length(text: str, change: Callable[[str], str]) -> str:
    return "".join(new if len(new := change(letter)) == 1 else letter for letter in text)


def parted(sample: Sample, rng: random.Random) -> Iterator[Sample]:
    """A passage in the pieces in which a document hands it on: by paragraph, by line, or by cell of a row."""
    lot = rng.random()
    if lot < _BY_CELL:
        edges = re.compile(rf"\n+|{_CELL.pattern}")
    else:
        edges = re.compile(r"\n+" if lot < _BY_CELL + _BY_LINE else r"\n\s*\n")
    at = 0
    for start, end in [*(m.span() for m in edges.finditer(sample.text)), (len(sample.text), len(sample.text))]:
        if sample.text[at:start].strip():
            spans = [
                (max(a, at) - at, min(b, start) - at, label) for a, b, label in sample.spans if a < start and at < b
            ]
            yield Sample(sample.text[at:start], spans, sample.rest)
        at = end
