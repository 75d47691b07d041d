"""Unusual facts, told from the ordinary prose of clinical and social work: lists of words, and how a fact is put."""

from reviewdocs.risk.unusual.fact import Fact, FactKind
from reviewdocs.risk.unusual.finding import unusual_facts

__all__ = ["Fact", "FactKind", "unusual_facts"]
