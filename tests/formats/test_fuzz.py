"""Broken documents: a sample in every run, many more when asked (`-m slow`, or fuzzing.py as a script)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fuzzing import run

_ROOT = Path(__file__).resolve().parents[2]


def _try(cases: int, seed: int) -> None:
    shared = Path(os.environ.get("REVIEWDOCS_CORPORA", _ROOT.parent / "shared"))  # without it: our own document only
    counts, defects = run(cases, seed, shared if shared.is_dir() else None)
    assert not defects, "\n".join(f"case {number} of seed {seed}: {told}" for number, _, told in defects)
    assert counts["written"] > cases / 10 and counts["refused"] > cases / 10, counts


def test_a_sample_of_broken_documents() -> None:
    _try(600, seed=1)


@pytest.mark.slow
def test_many_broken_documents() -> None:
    _try(20_000, seed=2)
