"""What the meetings of a review leave behind: who was there, what was said, what is to be done; who decided what."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from reviewdocs.model.base import Blank, Record, Text
from reviewdocs.model.publication import Name, OptionalDate

OptionalTime = Annotated[dt.time | None, Blank]


class Meeting(Record):
    """A meeting of the panel, a practitioner or family event.

    `present`, `apologies`: names, as the minutes are to give them. `minutes`: what was discussed
    and agreed, a paragraph each.
    """

    kind: Name
    date: dt.date
    time: OptionalTime = None
    venue: Text = ""
    purpose: Text = ""
    present: tuple[Name, ...] = ()
    apologies: tuple[Name, ...] = ()
    minutes: tuple[Name, ...] = ()

    @property
    def is_panel(self) -> bool:
        """Whether it is a meeting of the review panel."""
        return self.kind.casefold() == "panel"


class MeetingAction(Record):
    """What a panel asked somebody to do; `meeting` is the day of the meeting, `done` the day on which it was done."""

    meeting: dt.date
    action: Name
    owner: Name
    due: OptionalDate = None
    done: OptionalDate = None


class MemberDecision(Record):
    """What one member of the panel that considered the referral recommended, and why (WB 1)."""

    name: Name
    job_title: Text = ""
    organisation: Text = ""
    decision: Name
    reason: Text = ""
