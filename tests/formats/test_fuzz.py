"""Our own document, broken: a sample in every run, many more when asked (`-m slow`, or fuzzing.py as a script)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fuzzing import check

_SHARED = Path(os.environ.get("REVIEWDOCS_CORPORA", Path(__file__).resolve().parents[2].parent / "shared"))
_CORPORA = _SHARED if (_SHARED / "data").is_dir() else None


def test_a_sample_of_our_own_document_broken() -> None:
    check(2_000, seed=1)


@pytest.mark.slow
def test_many_broken_documents() -> None:
    check(20_000, seed=2, corpora=_CORPORA)
