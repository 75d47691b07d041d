"""The timeline: a row an agency, a dot a contact, within the page."""

from __future__ import annotations

import re
from pathlib import Path

from reviewdocs.generate.figures.timeline import timeline
from reviewdocs.records.review_data import load_review

DEMO = load_review(Path(__file__).resolve().parents[3] / "examples/lcspr-demo/review.yaml")


def test_every_contact_has_its_dot_and_the_figure_says_what_it_shows() -> None:
    figure = str(timeline(DEMO, {agency.id: "DDEEDD" for agency in DEMO.agencies}))
    assert figure.count('prst="ellipse"') == len(DEMO.chronology)
    told = re.search(r'descr="([^"]*)"', figure)
    assert told and "Conkers Nursery: " in told[1] and told[1].endswith("The incident was in November 2023.")
    assert "Incident" in figure and "2022" in figure


def test_without_a_chronology_there_is_none() -> None:
    assert timeline(DEMO.model_copy(update={"chronology": ()}), {}) is None


def test_forty_years_and_one_day_are_drawn_as_well() -> None:
    early = DEMO.chronology[0].model_copy(update={"date": DEMO.incident.date.replace(year=1983)})
    assert "1990" in str(timeline(DEMO.model_copy(update={"chronology": (early,)}), {}))
    day = DEMO.scope.model_copy(update={"start": DEMO.incident.date, "end": DEMO.incident.date})
    last = DEMO.chronology[0].model_copy(update={"date": DEMO.incident.date})
    assert timeline(DEMO.model_copy(update={"chronology": (last,), "scope": day}), {})
