"""What `check` says: for another program, for the screen, and as a page to read, print and file."""

from reviewdocs.risk.reports.answers import outcome
from reviewdocs.risk.reports.page import as_html
from reviewdocs.risk.reports.plain import as_json, as_text

MARK = "Made by reviewdocs check"
"""What every report holds, so that an earlier report may be replaced and nothing else."""

__all__ = ["MARK", "as_html", "as_json", "as_text", "outcome"]
