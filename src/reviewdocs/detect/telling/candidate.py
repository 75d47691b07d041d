"""A candidate: a place where a detector found something that nothing vetoes, before it is weighed."""

from __future__ import annotations

from dataclasses import dataclass

from reviewdocs.detect.filters.filter import Find
from reviewdocs.detect.models import Entity
from reviewdocs.model.mentions import Category

MODEL = "LanguageModel"
"""Name, among the detectors, of what the language models find."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place, of one category.

    Attributes:
        find: the place in its text, as the filters see it.
        detectors: names of those that found it, just there and of this category.
        near: names of the recognisers that found something else or elsewhere that overlaps it.
        entities: what the language models found that overlaps it, whatever they take it for.
    """

    find: Find
    detectors: tuple[str, ...]
    near: tuple[str, ...] = ()
    entities: tuple[Entity, ...] = ()

    @property
    def category(self) -> Category:
        """What it would be told as."""
        return self.find.category
