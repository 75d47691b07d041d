"""Days on which law, guidance or the pandemic's restrictions began or ended."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import Example, Filter, as_known
from reviewdocs.model.mentions import Category

NAME = "law-in-force"
HITS = (
    Example("Coercive control became an offence on «29 December 2015».", Category.DATE, by_model=False),
    Example("guidance published on «1 June 2023»", Category.DATE, by_model=False),
)
MISSES = (Example("She rang on «29 December 2015».", Category.DATE, by_model=False),)

FILTER = Filter(
    name=NAME,
    leaves_out="days of public law",
    why="The day on which a law began was the same for everybody.",
    source="legislation.gov.uk and GOV.UK",
    silences=as_known(NAME),
)
