"""Every screen of the page, in the order of a case's menu. One more is a module here, its template, and its test."""

from __future__ import annotations

from reviewdocs.web.screen import Screen
from reviewdocs.web.screens import case, data, download, jobs, start, unlock

REGISTERED: tuple[Screen, ...] = (
    start.SCREEN,
    case.SCREEN,
    data.SCREEN,
    unlock.SCREEN,
    jobs.SCREEN,
    download.SCREEN,
)
