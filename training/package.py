"""Puts the network into a pipeline and writes the folder that is shipped: numbers and labels, nothing of any text."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from reviewdocs.detect.network import LABELS
from reviewdocs.detect.pipeline import CANDIDATES  # also registers the stage

VERSION = "0.2.0"
_META = {
    "name": "reviewdocs_en",
    "lang": "en",
    "version": VERSION,
    "description": "People, places, organisations, dates, codes and the like in UK safeguarding reviews.",
    "license": "MIT",
    "author": "The reviewdocs authors",
    "spacy_version": ">=3.8,<3.9",
    "sources": [
        "annotated cases of reviews, all fiction (CC0)",
        "Text Anonymization Benchmark (MIT)",
        "Wikigold (CC BY 4.0)",
        "Broad Twitter Corpus (CC BY 4.0)",
        "WNUT 2017 (CC BY 4.0)",
        "generated text",
    ],
}
_NAMES = "names"


def packed(network: Any) -> Language:
    """A pipeline of the network."""
    nlp = spacy.blank("en")
    component: Any = nlp.add_pipe(_NAMES)
    component.network = network
    return nlp


def write(nlp: Language, out: Path) -> None:
    """Write the pipeline without training text, names, tables of words or facts of this machine."""
    shutil.rmtree(out, ignore_errors=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(out)
    strings = sorted({*LABELS, CANDIDATES, *nlp.pipe_names})
    (out / "vocab" / "strings.json").write_text(json.dumps(strings), encoding="utf-8")
    for name in ("lookups.bin", "vectors", "vectors.cfg", "key2row"):
        (out / "vocab" / name).unlink(missing_ok=True)
    meta = json.loads((out / "meta.json").read_text(encoding="utf-8"))
    kept = {key: meta[key] for key in ("pipeline", "components", "labels", "disabled") if key in meta}
    (out / "meta.json").write_text(json.dumps(_META | kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")
