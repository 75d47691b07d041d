"""A glance at a paragraph may only say that there is nothing where a full reading finds nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from drafting import MAP
from hypothesis import given
from hypothesis import strategies as st

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import entities_of
from reviewdocs.names.variants import forms_of
from reviewdocs.pseudonymise.reading import Reading
from reviewdocs.pseudonymise.sites import Finder, SiteKind
from reviewdocs.records.maps import load_map

GOLD = Path(__file__).parents[1] / "gold"


def finder_of(pmap: PseudonymMap) -> Finder:
    entities = entities_of(pmap)
    return Finder(pmap, entities, forms_of(entities))


FINDER = finder_of(MAP)
SETTLED = {SiteKind.FIXED, SiteKind.KEPT}


@pytest.mark.parametrize("case", [f"case-{letter}" for letter in "abcdefghi"])
def test_it_passes_over_nothing_in_real_drafts(case: str) -> None:
    finder = finder_of(load_map(GOLD / case / "case.yaml"))
    rows = map(json.loads, (GOLD / "gold.jsonl").read_text(encoding="utf-8").splitlines())
    pieces = [piece for row in rows for piece in re.split(r"(?<=[.!?\n|])\s*|(?<=,) ", row["text"]) if piece]
    readings = [Reading(Paragraph("text", 0, piece)) for piece in pieces]
    passed = [reading for reading in readings if finder.names_nobody(reading)]
    assert not [site for reading in passed for site in finder.looked_for(reading) if site.kind not in SETTLED]
    assert len(passed) > len(readings) / 4  # or it would save nothing


PIECES = [
    "Drew",
    "H.",
    "L",
    "HL",
    "H-L",
    "Hop",
    "e",
    "Hope",
    "Lindqist",
    "Mr",
    "@x",
    "x@y.example",
    "spelt",
    "Nanny",
    "Pea",
    "rl",
    "999 000 0018",
]


@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=6), st.sampled_from([" ", "", "-", ". "])
)
def test_it_passes_over_nothing_in_pieces_of_names(pieces: list[str], joint: str) -> None:
    reading = Reading(Paragraph("text", 0, joint.join(pieces)))
    if FINDER.names_nobody(reading):
        assert not [site for site in FINDER.looked_for(reading) if site.kind not in SETTLED]
