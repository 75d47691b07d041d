"""Unites the recognisers and the decision stage into the folder that is shipped, and leaves out all else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from reviewdocs.detect.pipeline import Identifying  # also registers the parts that spaCy does not bring
from training import corpora
from training.ner import Plan

VERSION = "0.1.0"
_META = {
    "name": "reviewdocs_en",
    "lang": "en",
    "version": VERSION,
    "description": "People, places, organisations, dates, codes and the like in UK safeguarding reviews.",
    "license": "MIT",
    "author": "The reviewdocs authors",
    "spacy_version": ">=3.8,<3.9",
    "sources": [
        "Text Anonymization Benchmark (MIT)",
        "Wikigold (CC BY 4.0)",
        "Broad Twitter Corpus (CC BY 4.0)",
        "WNUT 2017 (CC BY 4.0)",
        "generated text",
    ],
}


def united(recognisers: Sequence[Path]) -> Language:
    """One pipeline of the recognisers, each reading the text with its own network."""
    nlp = spacy.blank("en")
    for path in recognisers:
        if nlp.pipe_names:
            nlp.add_pipe("lay_by", name=f"lay_by_{len(nlp.pipe_names)}")
        source = spacy.load(path)
        nlp.add_pipe(source.pipe_names[0], source=source)
    return nlp


def lean(nlp: Language, plans: Iterable[Plan]) -> None:
    """Let a recogniser rather find than pass over: take its plan's `lean` from the score of its action "outside".

    What this finds too much the decision stage, fitted afterwards, scores low.
    """
    for plan in plans:
        recogniser: Any = nlp.get_pipe(plan.name)
        scores = recogniser.model.get_ref("upper")
        bias = scores.get_param("b").copy()
        # move_names leaves out one action that has no name, which stands before "O".
        bias[list(recogniser.move_names).index("O") + bias.size - len(recogniser.move_names)] -= plan.lean
        scores.set_param("b", bias)


def add_decision(nlp: Language, stage: Identifying) -> None:
    """Put the fitted decision stage at the pipeline's end."""
    component: Any = nlp.add_pipe("identifying", config={"threshold": stage.threshold})
    component.weights = stage.weights


def write(nlp: Language, out: Path) -> None:
    """Write the pipeline without training text, names, tables of words or facts of this machine."""
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    strings = sorted({*corpora.ALL_LABELS, "candidates", *nlp.pipe_names})
    (out / "vocab" / "strings.json").write_text(json.dumps(strings), encoding="utf-8")
    for name in ("lookups.bin", "vectors", "vectors.cfg", "key2row"):
        (out / "vocab" / name).unlink(missing_ok=True)
    meta = json.loads((out / "meta.json").read_text(encoding="utf-8"))
    kept = {key: meta[key] for key in ("pipeline", "components", "labels", "disabled") if key in meta}
    (out / "meta.json").write_text(json.dumps(_META | kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")
