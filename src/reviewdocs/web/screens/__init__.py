"""Every screen of the page, in the order of a case's menu. One more is a module here, its template, and its test."""

from __future__ import annotations

from reviewdocs.web.screen import Screen
from reviewdocs.web.screens import (
    anonymise,
    case,
    chronology,
    compare,
    data,
    download,
    drafts,
    findings,
    jobs,
    letter,
    letters,
    map,
    picture,
    review,
    sign,
    start,
    templates,
    timetable,
    undecided,
    unlock,
    who,
    worksheet,
)

REGISTERED: tuple[Screen, ...] = (
    start.SCREEN,
    case.SCREEN,
    data.SCREEN,
    map.SCREEN,
    drafts.SCREEN,
    anonymise.SCREEN,
    compare.SCREEN,
    undecided.SCREEN,
    who.SCREEN,
    review.SCREEN,
    findings.SCREEN,
    picture.SCREEN,
    worksheet.SCREEN,
    sign.SCREEN,
    letters.SCREEN,
    letter.SCREEN,
    chronology.SCREEN,
    timetable.SCREEN,
    templates.SCREEN,
    unlock.SCREEN,
    jobs.SCREEN,
    download.SCREEN,
)
