"""What a rule of the review process is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reviewdocs.model.review import Review

Breach = tuple[tuple[str | int, ...], str]
"""Where in the review (path of the field) and what is expected there."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the process: its short name, where it is written, and how to look for breaches."""

    name: str
    source: str
    check: Callable[[Review], Iterator[Breach]]
