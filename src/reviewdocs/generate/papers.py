"""Which panel meetings an agenda and minutes are about, and what was asked for at them."""

from __future__ import annotations

import datetime as dt

from reviewdocs.generate.context import PanelPapers
from reviewdocs.model.review import Review


def panel_papers(review: Review, on: dt.date) -> PanelPapers:
    """The panels before and after a day; see `PanelPapers` for what stands in where there is none."""
    panels = sorted((meeting for meeting in review.meetings if meeting.is_panel), key=lambda meeting: meeting.date)
    over = [meeting for meeting in panels if meeting.date <= on]
    coming = panels[len(over) :]
    if not panels:
        return PanelPapers(None, True, None, None, (), ())
    upcoming, held = (coming or over)[0 if coming else -1], (over or coming)[-1 if over else 0]
    return PanelPapers(
        next=upcoming,
        is_first=upcoming is panels[0],
        held=held,
        following=next((meeting for meeting in panels if meeting.date > held.date), None),
        actions=tuple(one for one in review.meeting_actions if one.meeting == held.date),
        open=tuple(one for one in review.meeting_actions if one.meeting < upcoming.date and one.done is None),
    )
