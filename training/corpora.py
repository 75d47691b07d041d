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
from spacy.tokens import Doc

from reviewdocs.detect.network import MAY_STAY, UNMASKED
from training.generator.grammar import UNKNOWN
from training.generator.write import Paragraph, paragraphs
from training.renaming import Renaming
from training.tags import Sample, Taught, taught

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
_DATE_LIKE = re.compile(
    r"\d|^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|today|tomorrow|yesterday|tonight|year|week|month|day|morning|night|^(?:one|two|three|four|five|six|seven|eight|nine|ten)$|(?:ish|ian|can|ese)$",
    re.IGNORECASE,
)


def shared() -> Path:
    """Where the data sets lie."""
    return Path(os.environ.get("REVIEWDOCS_CORPORA", Path(__file__).parents[2] / "shared"))


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
    renaming = Renaming(rng) if rng else None
    pieces: list[tuple[str, str]] = []
    at = 0
    for mention in mentions:
        label = _TAB.get(mention["entity_type"], mention["entity_type"])
        written = text[mention["start_offset"] : mention["end_offset"]]
        if renaming and label == "PERSON":
            written = renaming.person(written)
        elif renaming and label == "PLACE":
            written = renaming.place(written)
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
                    samples.append(Sample(line, spans))
                line, spans = "", []
            if label and part.strip():
                spans.append((len(line), len(line) + len(part), label))
            line += part
    if line.strip():
        samples.append(Sample(line, spans))
    return samples


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


def conll_taught(nlp: Language, words: list[str], labels: list[str]) -> Taught:
    """A sentence as a text that teaches."""
    doc = Doc(nlp.vocab, words=words)
    spans: list[tuple[int, int, str]] = []
    for token, label in zip(doc, labels, strict=True):
        begun = bool(spans) and label.startswith("I-") and spans[-1][1] == token.idx - 1
        if begun and spans[-1][2] == label[2:]:
            spans[-1] = (spans[-1][0], token.idx + len(token), label[2:])
        elif label:
            spans.append((token.idx, token.idx + len(token), label.split("-")[-1]))
    return taught(doc, Sample(doc.text, spans))


def generated(count: int, seed: int) -> Iterator[Sample]:
    """Our own paragraphs."""
    paragraph: Paragraph
    for paragraph in paragraphs(count, seed):
        yield Sample(paragraph.text, list(paragraph.spans))
