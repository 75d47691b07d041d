"""The report as one self-contained page: no script, nothing fetched, prints well, read by screen readers."""

from __future__ import annotations

from functools import cache
from itertools import islice

import jinja2
from markupsafe import Markup, escape

from reviewdocs.model.findings import CheckReport, Finding, Severity
from reviewdocs.risk.reports import grouping, places, wording

TEXTS_OPEN = 12
"""Different texts of one rule that are shown at once; the rest unfold."""
PLACES_OPEN = 3
"""Places of one text that are shown at once; the rest unfold."""


def as_html(report: CheckReport) -> str:
    """The report as an HTML page."""
    return _template().render(
        report=report,
        w=wording,
        g=grouping,
        p=places,
        severities=list(Severity),
        texts_open=TEXTS_OPEN,
        places_open=PLACES_OPEN,
    )


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("reviewdocs.risk.reports", "."),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_legible,
    )
    environment.filters |= {"marked": _marked, "split_at": _split_at}
    return environment.get_template("report.html")


def _legible(value: object) -> object:
    """What a document says without its control characters; all else as it is."""
    return wording.legible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _split_at(items: tuple[object, ...], count: int) -> tuple[list[object], list[object]]:
    """The first items and the rest; a rest of one or two is not worth unfolding."""
    count = len(items) if len(items) <= count + 2 else count
    return list(islice(items, count)), list(islice(items, count, None))


def _marked(finding: Finding) -> Markup:
    """The finding's sentence with the finding highlighted."""
    before, found, after = finding.context.partition(finding.text)
    if not found:
        found, before, after = finding.text, "", f" – {finding.context}" if finding.context else ""
    shown = [escape(wording.legible(part)) for part in (before, found, after)]
    return Markup("{}<mark>{}</mark>{}").format(*shown)
