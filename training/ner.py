"""Trains one of the two entity recognisers."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Adam, Config, fix_random_seed

from training import corpora

_CONLL_FILES = ("wikigold.conll", "btc.train.conll", "wnut17.train.conll")


@dataclass(frozen=True)
class Plan:
    """How one recogniser is trained.

    Attributes:
        name: of the pipeline component.
        embed: "hash" or "char".
        width, depth: of the network.
        epochs: rounds over the real data, each with new generated text and newly swapped names.
        paragraphs: generated paragraphs a round.
        swaps: copies of the benchmark with other names a round.
        seed: of everything.
        rounds: after how many of the epochs training stops, the rate of learning falling as for all of them.
        lean: what is taken from the score of "outside" when the pipeline is put together (see `package.lean`).
    """

    name: str
    embed: str
    width: int = 96
    depth: int = 4
    epochs: int = 5
    paragraphs: int = 12_000
    swaps: int = 2
    seed: int = 7
    rounds: int = 5
    lean: float = 1.0


PLANS = (
    Plan("ner", "hash"),
    Plan("ner_char", "char", epochs=4, rounds=4, seed=11),
    Plan("ner_real", "hash", paragraphs=4_000, swaps=3, seed=23, rounds=2, lean=0.0),
)
"""The recognisers of the shipped pipeline, in order: two of much generated text, one mostly of real text."""


def config(plan: Plan) -> Config:
    """The component's configuration."""
    if plan.embed == "hash":
        embed: dict[str, Any] = {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": plan.width,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": [6000, 1000, 2500, 2500],
            "include_static_vectors": False,
        }
    else:
        embed = {
            "@architectures": "spacy.CharacterEmbed.v2",
            "width": plan.width,
            "rows": 4000,
            "nM": 32,
            "nC": 8,
            "include_static_vectors": False,
        }
    return Config(
        {
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "ner",
                "extra_state_tokens": False,
                "hidden_width": 64,
                "maxout_pieces": 2,
                "use_upper": True,
                "tok2vec": {
                    "@architectures": "spacy.Tok2Vec.v2",
                    "embed": embed,
                    "encode": {
                        "@architectures": "spacy.MaxoutWindowEncoder.v2",
                        "width": plan.width,
                        "depth": plan.depth,
                        "window_size": 1,
                        "maxout_pieces": 3,
                    },
                },
            }
        }
    )


def _round(nlp: Language, plan: Plan, epoch: int) -> list[Doc]:
    rng = random.Random(plan.seed * 1000 + epoch)
    docs: list[Doc] = []
    for document in corpora.tab_documents("train"):
        samples = corpora.tab_samples(document)
        for _ in range(plan.swaps):
            samples += corpora.tab_samples(document, rng=rng)
        docs += [corpora.to_doc(nlp, sample) for sample in samples]
    for name in _CONLL_FILES:
        docs += [
            doc for doc in corpora.conll_docs(nlp, name) if rng.random() < (1.0 if name == "wikigold.conll" else 0.4)
        ]
    docs += [corpora.to_doc(nlp, sample) for sample in corpora.generated(plan.paragraphs, plan.seed * 100 + epoch)]
    rng.shuffle(docs)
    return docs


def _examples(nlp: Language, docs: list[Doc]) -> Iterator[Example]:
    for doc in docs:
        bare = Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
        yield Example(bare, doc)


def train(plan: Plan, out: Path) -> None:
    """Train, and write to `out` after every round."""
    fix_random_seed(plan.seed)
    nlp = spacy.blank("en")
    recogniser: Any = nlp.add_pipe("ner", name=plan.name, config=config(plan))
    for label in corpora.ALL_LABELS:
        recogniser.add_label(label)
    first = _round(nlp, plan, 0)
    nlp.config["training"]["seed"] = plan.seed
    nlp.initialize(lambda: list(_examples(nlp, first[:200])))
    optimizer = Adam(0.001, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    started = time.time()
    total = plan.epochs
    for epoch in range(min(total, plan.rounds)):
        docs = first if epoch == 0 else _round(nlp, plan, epoch)
        losses: dict[str, float] = {}
        words = 0
        batches = list(_batches(docs, 700 if epoch < 1 else 1200))
        for i, batch in enumerate(batches):
            done = (epoch + i / len(batches)) / total
            optimizer.learn_rate = 0.0012 * (1 - 0.93 * done)
            nlp.update(list(_examples(nlp, batch)), sgd=optimizer, losses=losses, drop=0.12)
            words += sum(map(len, batch))
            if i % 300 == 0:
                told(plan, f"round {epoch} {i}/{len(batches)} loss {losses.get(plan.name, 0):.0f}", started)
        with nlp.use_params(optimizer.averages):
            nlp.to_disk(out)
        told(plan, f"round {epoch} done: {words} tokens, loss {losses[plan.name]:.0f}", started)


def told(plan: Plan, what: str, started: float) -> None:
    """One line on how far the training is."""
    sys.stdout.write(f"{plan.name} {what}, {time.time() - started:.0f} s\n")
    sys.stdout.flush()


def _batches(docs: list[Doc], size: int) -> Iterator[list[Doc]]:
    batch: list[Doc] = []
    words = 0
    for doc in docs:
        batch.append(doc)
        words += len(doc)
        if words >= size:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch
