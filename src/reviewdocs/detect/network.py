"""The shipped language model's network: what it sees of each word, its layers, and what it says of each word.

Every word is seen by hashes of its small letters, its beginning, its end and its shape, and of how usual it is as a
word and as a name (`language/lexicon.py`), so that what was never met is told by its figures. A few convolutions let
each word see four on either side. What comes out are, for each word, the probabilities of the tags: nothing, or the
first or a further word of something with a label. The file holds numbers alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from spacy.attrs import ORTH
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from spacy.tokens import Doc
from thinc.api import HashEmbed, Linear, Maxout, Model, chain, concatenate, use_ops, with_array

from reviewdocs.language.lexicon import forename_shares, frequency, surname_share

LABELS = ("PERSON", "PLACE", "ORG", "DATE", "TIME", "CODE", "DEM", "QUANTITY", "AGE", "MISC")
"""What may need hiding; AGE is one in days, weeks or months."""
UNMASKED = "NO_"
"""Before a label: what looks alike and may stay (a court, a ministry, a country)."""
MAY_STAY = ("PLACE", "ORG", "DATE", "DEM", "QUANTITY", "MISC")
ALL_LABELS = (*LABELS, *(UNMASKED + label for label in MAY_STAY))
OUTSIDE = 0
"""The tag of a word that belongs to nothing; label n has 2n+1 for its first word and 2n+2 for the others."""
TAGS = 1 + 2 * len(ALL_LABELS)

WIDTH, DEPTH = 96, 4
_ROWS = (12_000, 3_000, 3_000, 2_500, 500)
"""Rows of the tables for: small letters, first three letters, last three, shape, figures."""
_WEIGHTS = "network.npy"
_ROUNDING = 2
"""Steps to which the figures of a word are rounded, for each power of ten."""


class Seen:
    """What the network sees of each word, by the word; kept from one text to the next."""

    def __init__(self) -> None:
        self._rows: dict[int, tuple[int, ...]] = {}

    def __call__(self, doc: Doc) -> np.ndarray:
        """One row a word, one column a table."""
        orths = doc.to_array(ORTH).tolist()
        missing = set(orths) - self._rows.keys()
        if missing:
            for token in doc:
                if token.orth in missing:
                    self._rows[token.orth] = _row(token)
        return np.asarray([self._rows[orth] for orth in orths], dtype=np.uint64).reshape(len(orths), len(_ROWS))


def _row(token: Any) -> tuple[int, ...]:
    strings, word = token.vocab.strings, token.lower_
    return (token.norm, strings.add("^" + word[:3]), token.suffix, token.shape, _figures(word))


def _figures(word: str) -> int:
    """How usual a word is, as a word, a surname and a forename, in coarse steps, as one number."""
    shares = (frequency(word), surname_share(word), max(forename_shares(word)))
    steps = [int(np.floor(_ROUNDING * share / (1 if n == 0 else 2))) + 10 for n, share in enumerate(shares)]
    return (steps[0] * 100 + steps[1]) * 100 + steps[2] + 1


def built() -> Any:
    """The network, without weights: from rows of what is seen of each text's words to scores of each tag."""

    def table(column: int) -> Any:
        return HashEmbed(WIDTH, _ROWS[column], column=column, seed=8 + column, dropout=0.0)

    # numpy multiplies matrices three times as fast as thinc's own library.
    with use_ops("numpy", use_blis=False):
        tables: Any = concatenate(*(table(column) for column in range(len(_ROWS))))
        mixed = Maxout(WIDTH, WIDTH * len(_ROWS), nP=3, dropout=0.0, normalize=True)
        return chain(
            with_array(chain(tables, mixed)),
            MaxoutWindowEncoder(width=WIDTH, window_size=1, maxout_pieces=3, depth=DEPTH),
            with_array(Linear(TAGS, WIDTH)),
        )


def initialised() -> Any:
    """The network with weights drawn by lot."""
    network = built()
    network.initialize(X=[np.ones((4, len(_ROWS)), dtype=np.uint64)])
    return network


def probabilities(network: Any, seen: Sequence[np.ndarray]) -> list[np.ndarray]:
    """Of each word of each text, how likely each tag is."""
    return [softmax(scores) for scores in network.predict(list(seen))]


def softmax(scores: Any) -> np.ndarray:
    """Scores as probabilities, row by row."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def write(network: Any, folder: Path) -> None:
    """Write all weights, one after the other, at half precision."""
    weights = [weight.ravel() for weight in _weights(network)]
    np.save(folder / _WEIGHTS, np.concatenate(weights).astype(np.float16), allow_pickle=False)


def read(folder: Path) -> Any:
    """The network with the weights of a folder.

    Raises:
        OSError: when they are not there.
        ValueError: when they are of another network.
    """
    network = initialised()
    flat = np.load(folder / _WEIGHTS, allow_pickle=False).astype(np.float32)
    at = 0
    for node, name in _named(network):
        shape = node.get_param(name).shape
        size = int(np.prod(shape))
        node.set_param(name, flat[at : at + size].reshape(shape))
        at += size
    if at != flat.size:
        raise ValueError("weights of another network")
    return network


def _named(network: Model[Any, Any]) -> list[tuple[Any, str]]:
    return [(node, name) for node in network.walk() for name in sorted(node.param_names) if node.has_param(name)]


def _weights(network: Model[Any, Any]) -> list[np.ndarray]:
    return [np.asarray(node.get_param(name)) for node, name in _named(network)]
