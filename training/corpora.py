"""Training examples: the Text Anonymization Benchmark, copies of it with British names, general English, our text."""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from training.generator import people, words
from training.generator.grammar import UNKNOWN
from training.generator.write import Paragraph, paragraphs

LABELS = ("PERSON", "PLACE", "ORG", "DATE", "CODE", "DEM", "QUANTITY", "MISC")
_TAB = {"LOC": "PLACE", "DATETIME": "DATE"}
_CONLL = {
    "PER": "PERSON",
    "person": "PERSON",
    "LOC": "PLACE",
    "location": "PLACE",
    "ORG": "ORG",
    "corporation": "ORG",
    "group": "ORG",
}
UNMASKED = "NO_"
"""Before a label: an entity that the benchmark's annotators left in clear (a court, a ministry, a country)."""
MAY_STAY = ("PLACE", "ORG", "DATE", "DEM", "QUANTITY", "MISC")
ALL_LABELS = (*LABELS, *(UNMASKED + label for label in MAY_STAY))
_DATE_LIKE = re.compile(
    r"\d|^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|today|tomorrow|yesterday|tonight|year|week|month|day|morning|night|^(?:one|two|three|four|five|six|seven|eight|nine|ten)$|(?:ish|ian|can|ese)$",
    re.IGNORECASE,
)
_NOT_NAMES = {
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "judge",
    "prof",
    "and",
    "the",
    "of",
    "de",
    "van",
    "von",
    "der",
    "den",
    "el",
    "al",
    "ben",
    "bin",
    "family",
    "brothers",
}


def shared() -> Path:
    """Where the data sets lie."""
    return Path(os.environ.get("REVIEWDOCS_CORPORA", Path(__file__).parents[2] / "shared"))


Sample = tuple[str, list[tuple[int, int, str]]]
"""A paragraph and its spans; the label `?` is unknown."""


def tab_documents(split: str) -> list[dict[str, Any]]:
    """The documents of a split of the benchmark."""
    documents: list[dict[str, Any]] = json.loads((shared() / "data/tab" / f"{split}.json").read_text(encoding="utf-8"))
    return documents


def tab_mentions(document: dict[str, Any]) -> list[dict[str, Any]]:
    """All mentions of the (one) annotator, in order, overlaps resolved for the longer."""
    mentions = [m for a in document["annotations"].values() for m in a["entity_mentions"]]
    kept: list[dict[str, Any]] = []
    for mention in sorted(mentions, key=lambda m: m["start_offset"] - m["end_offset"]):
        if all(mention["end_offset"] <= k["start_offset"] or k["end_offset"] <= mention["start_offset"] for k in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m["start_offset"])


def tab_samples(document: dict[str, Any], *, rng: random.Random | None = None) -> list[Sample]:
    """A document by paragraph; with `rng`, its people and some places have modern British names in their stead."""
    text, mentions = document["text"], tab_mentions(document)
    swaps = _Swaps(rng) if rng else None
    pieces: list[tuple[str, str]] = []
    at = 0
    for mention in mentions:
        label = _TAB.get(mention["entity_type"], mention["entity_type"])
        written = text[mention["start_offset"] : mention["end_offset"]]
        if swaps:
            written = swaps.swap(written, label)
        if mention["identifier_type"] == "NO_MASK" and label in MAY_STAY:
            label = UNMASKED + label
        pieces += [(text[at : mention["start_offset"]], ""), (written, label)]
        at = mention["end_offset"]
    pieces.append((text[at:], ""))
    return _by_line(pieces)


def _by_line(pieces: list[tuple[str, str]]) -> list[Sample]:
    samples: list[Sample] = []
    line = ""
    spans: list[tuple[int, int, str]] = []
    for piece, label in pieces:
        for i, part in enumerate(piece.split("\n")):
            if i:
                if line.strip():
                    samples.append((line, spans))
                line, spans = "", []
            if label and part.strip():
                spans.append((len(line), len(line) + len(part), label))
            line += part
    if line.strip():
        samples.append((line, spans))
    return samples


class _Swaps:
    """One document's names and what stands for each, the same at every mention."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._names: dict[str, str] = {}
        self._places: dict[str, str] = {}

    def swap(self, written: str, label: str) -> str:
        """The mention with other names."""
        if label == "PERSON":
            tokens = re.split(r"(\w[\w'’-]*)", written)
            last = max((i for i, t in enumerate(tokens) if t[:1].isupper()), default=-1)
            return "".join(self._name(t, is_last=i == last) if t[:1].isupper() else t for i, t in enumerate(tokens))
        if label == "PLACE" and self._rng.random() < 0.5 and "," not in written and written[:1].isupper():
            from training.generator.things import settlement

            return self._places.setdefault(written, settlement(self._rng))
        return written

    def _name(self, token: str, *, is_last: bool) -> str:
        if token.lower() in _NOT_NAMES:
            return token
        if token not in self._names:
            if len(token) == 1:
                self._names[token] = self._rng.choice("ABCDEFGHJKLMNPRSTWY")
            else:
                origin = "british" if self._rng.random() < 0.5 else self._rng.choice(tuple(words.FORENAMES))
                name = (people.surname if is_last else people.forename)(self._rng, origin).replace(" ", "")
                self._names[token] = name.upper() if token.isupper() and len(token) > 2 else name
        return self._names[token]


def conll_samples(name: str) -> Iterator[tuple[list[str], list[str]]]:
    """Sentences of a CoNLL file: tokens and labels, of which `?` is unknown and none is nothing."""
    tokens: list[str] = []
    tags: list[str] = []
    for line in (*(shared() / "data/ner" / name).read_text(encoding="utf-8").splitlines(), ""):
        parts = line.split()
        if len(parts) >= 2:
            tokens.append(parts[0])
            kind = parts[-1][2:]
            label = _CONLL.get(kind, UNKNOWN if parts[-1] != "O" or _DATE_LIKE.search(parts[0]) else "")
            tags.append(f"{parts[-1][0]}-{label}" if label and label != UNKNOWN else label)
        elif tokens:
            yield tokens, tags
            tokens, tags = [], []


def conll_docs(nlp: Language, name: str) -> Iterator[Doc]:
    """The same as documents with missing values."""
    for tokens, tags in conll_samples(name):
        doc = Doc(nlp.vocab, words=tokens)
        ents: list[Span] = []
        missing: list[Span] = []
        i = 0
        while i < len(tags):
            end = i + 1
            if tags[i] == UNKNOWN:
                missing.append(doc[i:end])
            elif tags[i]:
                while end < len(tags) and tags[end] == "I" + tags[i][1:]:
                    end += 1
                ents.append(Span(doc, i, end, label=tags[i][2:]))
            i = end
        doc.set_ents(ents, missing=missing, default="outside")
        yield doc


def to_doc(nlp: Language, sample: Sample) -> Doc:
    """A paragraph as a document whose entities are its spans."""
    text, spans = sample
    doc = nlp.make_doc(text)
    ents: list[Span] = []
    missing: list[Span] = []
    taken = -1
    for start, end, label in spans:
        span = doc.char_span(start, end, label="" if label == UNKNOWN else label, alignment_mode="expand")
        if span is None or span.start < taken:
            continue
        taken = span.end
        (missing if label == UNKNOWN else ents).append(span)
    doc.set_ents(ents, missing=missing, default="outside")
    return doc


def generated(count: int, seed: int) -> Iterator[Sample]:
    """Our own paragraphs."""
    paragraph: Paragraph
    for paragraph in paragraphs(count, seed):
        yield paragraph.text, list(paragraph.spans)
