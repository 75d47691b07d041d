"""What `check` says: for another program, for the screen, and as a page to read, print and file."""

from reviewdocs.risk.reports.page import as_html
from reviewdocs.risk.reports.plain import as_json, as_text

__all__ = ["as_html", "as_json", "as_text"]
