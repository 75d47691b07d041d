"""Fits the decision stage: of what looks like a name, date, place or body, what needs masking where it stands.

What it learns from: the benchmark's own mentions, masked or not; those of its copies with other names; what the
generator marks; and what the recognisers find, wrongly, in generated text they have not seen.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import numpy as np
from spacy.language import Language
from spacy.tokens import Span

from reviewdocs.detect.pipeline import BITS, Identifying, features
from training import corpora
from training.generator.grammar import UNKNOWN

_UNSEEN = 900_001
"""A seed of generated text that no recogniser was trained on."""

Case = tuple[list[int], float, float]
"""Buckets, whether it is to be masked, weight."""


def fit(nlp: Language, *, paragraphs: int = 12_000, seed: int = 5, rounds: int = 12) -> Identifying:
    """The fitted stage for a pipeline of recognisers."""
    rng = random.Random(seed)
    cases = [*_from_benchmark(nlp, rng), *_from_generator(nlp, paragraphs)]
    stage = Identifying(threshold=0.0)
    weights, slopes = np.zeros(1 << BITS, dtype=np.float64), np.full(1 << BITS, 1e-6)
    for _ in range(rounds):
        rng.shuffle(cases)
        for buckets, target, importance in cases:
            # AdaGrad with a little decay: rare words move far on first sight, common ones settle.
            error = importance * (target - 1 / (1 + np.exp(-weights[buckets].sum())))
            gradient = error - 0.0008 * weights[buckets]
            slopes[buckets] += gradient**2
            weights[buckets] += 0.08 * gradient / np.sqrt(slopes[buckets])
    stage.weights = weights.astype(np.float32)
    return stage


def _from_benchmark(nlp: Language, rng: random.Random) -> Iterator[Case]:
    for document in corpora.tab_documents("train"):
        for copy in (None, rng):
            for text, spans in corpora.tab_samples(document, rng=copy):
                doc = nlp.make_doc(text)
                for start, end, label in spans:
                    span = doc.char_span(
                        start, end, label=label.removeprefix(corpora.UNMASKED), alignment_mode="expand"
                    )
                    if span is not None:
                        yield (
                            features(span),
                            float(not label.startswith(corpora.UNMASKED)),
                            1.0 if copy is None else 0.4,
                        )


def _from_generator(nlp: Language, paragraphs: int) -> Iterator[Case]:
    samples = list(corpora.generated(paragraphs, _UNSEEN))
    for doc, (_, spans) in zip(nlp.pipe(text for text, _ in samples), samples, strict=True):
        true = [(a, b) for a, b, label in spans if label != UNKNOWN]
        unknown = [(a, b) for a, b, label in spans if label == UNKNOWN]
        for span in doc.ents:
            at = (span.start_char, span.end_char)
            plain = Span(doc, span.start, span.end, label=span.label_.removeprefix(corpora.UNMASKED))
            if any(a < at[1] and at[0] < b for a, b in true):
                yield features(plain), 1.0, 0.4
            elif not any(a < at[1] and at[0] < b for a, b in unknown):
                yield features(plain), 0.0, 1.5
