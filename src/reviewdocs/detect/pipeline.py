"""The part of the shipped language model that spaCy does not bring: which entities identify somebody here.

The shipped pipeline is `ner`, `ner_char`, `ner_real`, with `lay_by` between them, and `identifying`: three recognisers,
each of which reads the text as if alone, and what is made of all. The recognisers tell what annotators would
mask (PERSON, PLACE, ORG, DATE, CODE, DEM, QUANTITY, MISC) from what looks alike and may stay: a court, a ministry,
a country (NO_ORG, NO_PLACE…). After the pipeline

* `doc.spans["candidates"]` holds every entity of either kind, under one of the eight labels, each with
  `span._.identifying`, from 0 to 1: how likely it is that it needs masking where it stands. What a recogniser would
  mask is above 0.5, what it would leave below; within each half a logistic regression over the words in and around the
  span decides.
* `doc.ents` holds, without overlaps, the candidates at or above the threshold of the pipeline's configuration.

This module must be imported before `spacy.load` is called on the model's folder.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

BITS = 14
"""Features are hashed into this many bits."""

_MAY_STAY = "NO_"
_LAID_BY = "laid_by"
_CANDIDATES = "candidates"
_WEIGHTS = "weights.npy"
_MEASURE = re.compile(
    r"\b(?:approximately|about|around|some|nearly|almost|more than|less than|at least|early|late|mid|"
    r"(?:first|second) half of|beginning of|end of)[ -]$",
    re.IGNORECASE,
)
"""What belongs to the amount or date that follows."""
_BEFORE = 25
_LETTER, _LOWER, _DIGIT = re.compile(r"[A-Z]"), re.compile(r"[a-z]+"), re.compile(r"\d+")

if not Span.has_extension("identifying"):
    Span.set_extension("identifying", default=1.0)


@Language.component("lay_by")
def lay_by(doc: Doc) -> Doc:
    """Lay by what was found so far, so that the next recogniser is not bound by it."""
    doc.spans[_LAID_BY] = SpanGroup(doc, spans=[*(doc.spans.get(_LAID_BY) or ()), *doc.ents])
    doc.ents = ()
    return doc


@Language.factory("identifying", default_config={"threshold": 0.25})
def make_identifying(nlp: Language, name: str, threshold: float) -> Identifying:
    """The decision stage, without weights until they are read from disk."""
    return Identifying(threshold)


class Identifying:
    """Scores each candidate by its words and those around it: a logistic regression over hashed features.

    Attributes:
        threshold: least score with which a candidate stays an entity.
        weights: one for each bucket of features.
    """

    def __init__(self, threshold: float) -> None:
        self.threshold = threshold
        self.weights = np.zeros(1 << BITS, dtype=np.float32)

    def __call__(self, doc: Doc) -> Doc:
        """Score the candidates of a document and keep those above the threshold."""
        candidates: list[Span] = []
        for found in _merged([*(doc.spans.pop(_LAID_BY, None) or ()), *doc.ents]):
            label = found.label_.removeprefix(_MAY_STAY)
            start = _start(found) if label in ("QUANTITY", "DATE") else found.start
            if candidates:
                start = max(start, candidates[-1].end)
            span = Span(doc, start, found.end, label=label)
            sure = self.probability(span)
            span._.identifying = sure / 2 if label != found.label_ else 0.5 + sure / 2
            candidates.append(span)
        doc.spans[_CANDIDATES] = SpanGroup(doc, spans=candidates)
        doc.ents = [span for span in candidates if span._.identifying >= self.threshold]
        return doc

    def probability(self, span: Span) -> float:
        """How likely it is that an annotator masks this, by its words and its surroundings alone."""
        return float(1 / (1 + np.exp(-self.weights[features(span)].sum())))

    def to_disk(self, path: str | Path, *, exclude: object = ()) -> None:
        """Write the weights."""
        Path(path).mkdir(exist_ok=True)
        np.save(Path(path) / _WEIGHTS, self.weights.astype(np.float16), allow_pickle=False)

    def from_disk(self, path: str | Path, *, exclude: object = ()) -> Identifying:
        """Read the weights.

        Raises:
            OSError: when they are not there.
        """
        self.weights = np.load(Path(path) / _WEIGHTS, allow_pickle=False).astype(np.float32)
        return self


def _merged(found: list[Span]) -> list[Span]:
    """Spans that overlap as one over all of them, under the label of the longest that would be masked."""
    found.sort(key=lambda span: (span.start, -span.end))
    merged: list[Span] = []
    for span in found:
        if not merged or span.start >= merged[-1].end:
            merged.append(span)
            continue
        before = merged.pop()
        named = max(before, span, key=lambda s: (not s.label_.startswith(_MAY_STAY), len(s)))
        merged.append(Span(span.doc, before.start, max(before.end, span.end), label=named.label))
    return merged


def _start(span: Span) -> int:
    """The first token of an amount or date with the word of measure before it: "about £300", "early 2012"."""
    before = span.doc.text[max(0, span.start_char - _BEFORE) : span.start_char]
    match = _MEASURE.search(before)
    if match is None:
        return span.start
    longer = span.doc.char_span(span.start_char - len(match.group()), span.end_char)
    return longer.start if longer is not None else span.start


def features(span: Span) -> list[int]:
    """The buckets of a candidate's features, each once."""
    return sorted({zlib.crc32(name.encode()) & ((1 << BITS) - 1) for name in _named(span)})


def _named(span: Span) -> Iterator[str]:
    doc, label = span.doc, span.label_
    words = [token.lower_ for token in span]
    before = [token.lower_ for token in doc[max(0, span.start - 3) : span.start]]
    after = [token.lower_ for token in doc[span.end : span.end + 3]]
    yield "bias"
    yield f"label {label}"
    for word in words:
        yield f"word {word}"
        yield f"word {label} {word}"
    yield f"text {label} {' '.join(words)}"
    yield f"length {label} {min(len(words), 6)}"
    yield f"shape {label} {_shape(span.text)}"
    yield f"first {words[0][:4]} last {words[-1][-4:]}"
    for i, word in enumerate(reversed(before)):
        yield f"before {i} {word}"
        yield f"before {label} {word}"
    for i, word in enumerate(after):
        yield f"after {i} {word}"
        yield f"after {label} {word}"
    yield f"between {label} {before[-1] if before else '^'} {after[0] if after else '$'}"
    yield f"place {label} {'start' if span.start < 2 else 'end' if len(doc) - span.end < 3 else 'within'}"
    yield f"doc {min(len(doc) // 10, 6)}"


def _shape(text: str) -> str:
    return _DIGIT.sub("9", _LOWER.sub("a", _LETTER.sub("A", text)))[:12]
