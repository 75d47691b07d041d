"""How the actions of a review's plan go on, as agencies report it."""

from __future__ import annotations

import datetime as dt

from reviewdocs.model.base import Record, Text
from reviewdocs.model.review import Name, OptionalDate, Rag


class Report(Record):
    """What was reported of one action on a day, read from a file; what is empty says nothing new."""

    action: Name
    on: dt.date
    file: Text = ""
    progress: Text = ""
    evidence: Text = ""
    completed: OptionalDate = None
    rag: Rag | None = None


class Progress(Record):
    """All reports of a case, in the order in which they came."""

    reports: tuple[Report, ...] = ()
