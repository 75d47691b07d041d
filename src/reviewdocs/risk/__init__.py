"""Finished documents become findings and a verdict."""

from reviewdocs.risk.examination import examine
from reviewdocs.risk.examined import Examined

__all__ = ["Examined", "examine"]
