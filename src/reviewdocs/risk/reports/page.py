"""The report as one self-contained page: no script, nothing fetched, prints well, read by screen readers."""

from __future__ import annotations

from functools import cache

import jinja2
from markupsafe import Markup, escape

from reviewdocs.model.findings import CheckReport, Finding, Severity
from reviewdocs.risk.reports import wording


def as_html(report: CheckReport) -> str:
    """The report as an HTML page."""
    return _template().render(report=report, w=wording, severities=list(Severity))


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("reviewdocs.risk.reports", "."),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["marked"] = _marked
    return environment.get_template("report.html")


def _marked(finding: Finding) -> Markup:
    """The finding's sentence with the finding highlighted."""
    before, found, after = finding.context.partition(finding.text)
    if not found:
        return escape(finding.context)
    return escape(before) + Markup("<mark>{}</mark>").format(found) + escape(after)
