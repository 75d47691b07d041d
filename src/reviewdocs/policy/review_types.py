"""What each type of review is called, and the words of its law and route (data/review_types.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

import yaml
from pydantic import TypeAdapter

from reviewdocs.model.base import Record
from reviewdocs.model.words import ReviewType


class Practice(Record):
    """The words of one type of review; see the head of the data file for each."""

    name: str
    short: str
    subject: str
    agency_report: str
    statute: str
    asked_under: str
    duty: str
    purpose: str
    first_step: str
    report_goes: str
    support: str
    source: str


@cache
def _book() -> Mapping[ReviewType, Practice]:
    text = resources.files("reviewdocs.policy").joinpath("data", "review_types.yaml").read_text(encoding="utf-8")
    return TypeAdapter(dict[ReviewType, Practice]).validate_python(yaml.safe_load(text))


def practice_of(review_type: ReviewType) -> Practice:
    """The words of a type of review."""
    return _book()[review_type]
