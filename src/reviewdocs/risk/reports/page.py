"""The report as one self-contained page: no script, nothing fetched, prints well, read by screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice

import jinja2
from markupsafe import Markup, escape

from reviewdocs.model.findings import CheckReport, Finding, Severity
from reviewdocs.risk.reports import answers, counts, grouping, places, record, settled, wording

THINGS_OPEN = 12
"""Things of one rule that are shown at once; the rest unfold, but for what stops publication or names somebody."""
PLACES_OPEN = 3
"""Places of one thing that are shown at once; the rest unfold."""
PLACES_UNFOLDED = 40
"""So many further places are unfolded from the beginning where they must be seen."""


def as_html(report: CheckReport) -> str:
    """The report as an HTML page."""
    return _template().render(
        report=report,
        w=wording,
        a=answers,
        c=counts,
        r=record,
        s=settled,
        g=grouping,
        p=places,
        severities=list(Severity),
        things_open=THINGS_OPEN,
        places_open=PLACES_OPEN,
        places_unfolded=PLACES_UNFOLDED,
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
    environment.filters |= {"marked": _marked, "split_at": _split_at, "first_of": _first_of}
    return environment.get_template("report.html")


def _legible(value: object) -> object:
    """What a document says without its control characters; all else as it is."""
    return wording.legible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _split_at(items: tuple[object, ...], count: int) -> tuple[list[object], list[object]]:
    """The first items and the rest; a rest of one or two is not worth unfolding."""
    count = len(items) if len(items) <= count + 2 else count
    return list(islice(items, count)), list(islice(items, count, None))


def _first_of(things: Sequence[grouping.Thing], count: int) -> tuple[list[grouping.Thing], list[grouping.Thing]]:
    """The first things and all that must be seen, and the rest; a rest of one or two is not worth unfolding."""
    count = len(things) if len(things) <= count + 2 else count
    shown = [thing for number, thing in enumerate(things) if number < count or thing.never_cut]
    return shown, [thing for thing in things if thing not in shown]


def _marked(finding: Finding) -> Markup:
    """The finding's sentence with the finding highlighted."""
    before, found, after = finding.context.partition(finding.text)
    if not found:
        found, before, after = finding.text, "", f" – {finding.context}" if finding.context else ""
    shown = [escape(wording.legible(part)) for part in (before, found, after)]
    return Markup("{}<mark>{}</mark>{}").format(*shown)
