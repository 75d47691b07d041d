"""Trains the network: first on what no annotated case is part of, then on the cases beside it."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from thinc.api import Adam, fix_random_seed, set_dropout_rate

from reviewdocs.detect.network import Seen, initialised, softmax
from training import corpora, passages
from training.mentions.corpus import Case
from training.tags import Taught, taught

_GENERAL = {"wikigold.conll": 1.0, "btc.train.conll": 0.4, "wnut17.train.conll": 0.4}
"""Sets of general English, and how much of each a round takes."""


@dataclass(frozen=True)
class Plan:
    """How the network is trained.

    Attributes:
        rounds: over the data, each with new generated text and newly drawn names.
        swaps: copies of the benchmark with other names a round.
        paragraphs: generated paragraphs a round.
        general: how much of the share of general English in `_GENERAL` a round takes.
        copies: of the annotated cases a round, each with names of its own.
        rates: of learning, at the beginning and at the end.
        drop: share of each layer's outputs left out at each step.
        words: of a batch.
        seed: of everything.
    """

    rounds: int
    swaps: int
    paragraphs: int
    general: float
    copies: int
    rates: tuple[float, float]
    drop: float
    words: int
    seed: int


FIRST = Plan(3, 1, 6_000, 0.7, 0, (0.002, 0.0004), 0.15, 900, 7)
THEN = Plan(3, 1, 1_200, 0.25, 1, (0.0012, 0.0001), 0.2, 1500, 11)


def _round(nlp: Language, plan: Plan, cases: Sequence[Case], number: int) -> list[Taught]:
    rng = random.Random(plan.seed * 1000 + number)
    samples = []
    for document in corpora.tab_documents("train"):
        samples += corpora.tab_samples(document)
        for _ in range(plan.swaps):
            samples += corpora.tab_samples(document, rng=rng)
    samples += corpora.generated(plan.paragraphs, plan.seed * 100 + number)
    for _ in range(plan.copies):
        samples += passages.samples(cases, rng)
    texts = [taught(nlp.make_doc(sample.text), sample) for sample in samples]
    for name, share in _GENERAL.items():
        taken = (sentence for sentence in corpora.conll_samples(name) if rng.random() < share * plan.general)
        texts += [corpora.conll_taught(nlp, *sentence) for sentence in taken]
    rng.shuffle(texts)
    return [text for text in texts if len(text.doc)]


def train(plan: Plan, cases: Sequence[Case], network: Any = None) -> Any:
    """A network trained by a plan, from weights drawn by lot or from those of another, which it changes."""
    fix_random_seed(plan.seed)
    nlp, seen = spacy.blank("en"), Seen()
    network = network or initialised()
    set_dropout_rate(network, plan.drop)
    optimizer = Adam(plan.rates[0], L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    started = time.process_time()
    for number in range(plan.rounds):
        batches = list(_batches(_round(nlp, plan, cases, number), plan.words))
        lost, words = 0.0, 0
        for n, batch in enumerate(batches):
            done = (number + n / len(batches)) / plan.rounds
            optimizer.learn_rate = plan.rates[0] * (plan.rates[1] / plan.rates[0]) ** done
            lost += _step(network, [seen(text.doc) for text in batch], batch, optimizer)
            words += sum(len(text.doc) for text in batch)
        sys.stdout.write(
            f"round {number}: {words} words, loss {lost / words:.4f}, {time.process_time() - started:.0f} s\n"
        )
        sys.stdout.flush()
    set_dropout_rate(network, 0.0)
    for node in network.walk():
        for name in node.param_names:
            if node.has_param(name) and (node.id, name) in optimizer.averages:
                node.set_param(name, optimizer.averages[(node.id, name)])
    return network


def _step(network: Any, rows: list[np.ndarray], batch: Sequence[Taught], optimizer: Any) -> float:
    """One step of learning; the loss: how unlikely the tags allowed were held to be."""
    scores, back = network.begin_update(rows)
    gradients, lost = [], 0.0
    words = sum(len(text.doc) for text in batch)
    for each, text in zip(scores, batch, strict=True):
        likely = softmax(each)
        allowed = likely * text.allowed
        total = np.maximum(allowed.sum(axis=1, keepdims=True), 1e-8)
        lost -= float(np.log(total).sum())
        gradients.append(((likely - allowed / total) / words).astype(np.float32))
    back(gradients)
    network.finish_update(optimizer)
    return lost


def _batches(texts: Sequence[Taught], size: int) -> Iterator[list[Taught]]:
    batch: list[Taught] = []
    words = 0
    for text in texts:
        batch.append(text)
        words += len(text.doc)
        if words >= size:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch
