"""Real documents, broken: a sample in every run, beside that of our own (test_fuzz.py), for the other processor."""

from __future__ import annotations

from pathlib import Path

from fuzzing import check


def test_a_sample_of_real_documents_broken(corpora: Path) -> None:
    check(2_000, seed=3, corpora=corpora)
