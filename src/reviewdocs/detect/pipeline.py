"""The part of the shipped language model that spaCy does not bring: finds what may identify somebody, and how likely.

The shipped pipeline is `names` alone: a network that says, for each word, how likely each tag is (`network.py`). It
tells what annotators would mask (PERSON, PLACE, ORG, DATE, TIME, CODE, DEM, QUANTITY, AGE, MISC) from what looks alike
and may stay: a court, a ministry, a country (NO_ORG, NO_PLACE…). After the pipeline

* `doc.spans["candidates"]` holds everything of either kind, without overlaps, under a label without `NO_`, each with
  `span._.identifying`, from 0 to 1: how likely it is, for the words of it together, that it needs masking where it
  stands;
* `doc.ents` holds the candidates at or above the threshold of the pipeline's configuration.

This module must be imported before `spacy.load` is called on the model's folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from reviewdocs.detect import network
from reviewdocs.detect.network import ALL_LABELS, OUTSIDE, UNMASKED

CANDIDATES = "candidates"
_MEASURE = re.compile(
    r"\b(?:approximately|about|around|some|nearly|almost|more than|less than|at least|early|late|mid|"
    r"(?:first|second) half of|beginning of|end of)[ -]$",
    re.IGNORECASE,
)
"""What belongs to the amount or date that follows."""
_BEFORE = 25
_BATCH = 128
_LEAST = 0.2
"""How likely it has to be that a word belongs to something, for it to be part of a candidate."""
_MASKED = np.asarray([not label.startswith(UNMASKED) for label in ALL_LABELS])

if not Span.has_extension("identifying"):
    Span.set_extension("identifying", default=1.0)


@Language.factory("names", default_config={"threshold": 0.0, "lean": 2.0})
def make_names(nlp: Language, name: str, threshold: float, lean: float) -> Names:
    """The stage without weights until they are read from disk."""
    return Names(threshold, lean)


class Names:
    """Finds candidates and how likely each is to identify.

    Attributes:
        threshold: least likelihood with which a candidate is an entity.
        lean: by how much a word is rather taken for part of something than for nothing, as a logarithm of odds: a name
            passed over costs more than one looked at in vain.
        network: the network.
    """

    def __init__(self, threshold: float, lean: float) -> None:
        self.threshold = threshold
        self.lean = lean
        self.network: Any = None
        self._seen = network.Seen()

    def __call__(self, doc: Doc) -> Doc:
        """Find the candidates of one text."""
        (done,) = self.pipe([doc])
        return done

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _BATCH) -> Iterator[Doc]:
        """Find the candidates of many texts, several at a time."""
        waiting = iter(stream)
        while docs := list(islice(waiting, batch_size)):
            said = network.probabilities(self.network, [self._seen(doc) for doc in docs])
            for doc, probabilities in zip(docs, said, strict=True):
                self._mark(doc, probabilities)
                yield doc

    def _mark(self, doc: Doc, probabilities: np.ndarray) -> None:
        candidates: list[Span] = []
        for start, end, label, likely in _spans(_leaned(probabilities, self.lean)):
            if label in ("QUANTITY", "DATE"):
                start = max(_measured(doc, start, end), candidates[-1].end if candidates else 0)
            span = Span(doc, start, end, label=label)
            span._.identifying = likely
            candidates.append(span)
        doc.spans[CANDIDATES] = SpanGroup(doc, spans=candidates)
        doc.ents = [span for span in candidates if span._.identifying >= self.threshold]

    def to_disk(self, path: str | Path, *, exclude: object = ()) -> None:
        """Write the weights."""
        Path(path).mkdir(exist_ok=True)
        network.write(self.network, Path(path))

    def from_disk(self, path: str | Path, *, exclude: object = ()) -> Names:
        """Read the weights.

        Raises:
            OSError: when they are not there.
            ValueError: when they are of another network.
        """
        self.network = network.read(Path(path))
        return self


def _leaned(tags: np.ndarray, lean: float) -> np.ndarray:
    """The probabilities where something is likelier than the network holds it to be, against nothing."""
    weighed = tags.copy()
    weighed[:, OUTSIDE] *= np.exp(-lean)
    return np.asarray(weighed / weighed.sum(axis=1, keepdims=True))


def _spans(tags: np.ndarray) -> Iterator[tuple[int, int, str, float]]:
    """From each word's probabilities: where something begins and ends, its label, how likely it is to identify.

    A word belongs to something where that is likely enough; it begins a new one where a first word is likelier than a
    further one. The label is the likeliest over all words of it.
    """
    if not len(tags):
        return
    first, further = tags[:, 1::2], tags[:, 2::2]
    inside = 1 - tags[:, OUTSIDE] > _LEAST
    begins = inside & (first.sum(axis=1) > further.sum(axis=1))
    begins[1:] |= inside[1:] & ~inside[:-1]
    begins[0] = inside[0]
    edges = np.flatnonzero(begins | ~inside)
    of_label = first + further
    for start, end in pairwise([*edges.tolist(), len(tags)]):
        if inside[start]:
            mean = of_label[start:end].mean(axis=0)
            label = ALL_LABELS[int(mean.argmax())].removeprefix(UNMASKED)
            yield start, end, label, float(mean[_MASKED].sum())


def _measured(doc: Doc, start: int, end: int) -> int:
    """The first token of an amount or date with the word of measure before it: "about £300", "early 2012"."""
    at = doc[start].idx
    match = _MEASURE.search(doc.text[max(0, at - _BEFORE) : at])
    longer = doc.char_span(at - len(match.group()), doc[end - 1].idx + len(doc[end - 1])) if match else None
    return longer.start if longer is not None else start
