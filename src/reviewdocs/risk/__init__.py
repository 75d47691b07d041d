"""Finished documents become findings and a verdict."""

from reviewdocs.risk.examination import Examination, examine
from reviewdocs.risk.examined import Examined

__all__ = ["Examination", "Examined", "examine"]
