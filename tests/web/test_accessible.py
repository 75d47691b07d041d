"""Every screen: nothing that axe calls serious or critical, and no scrolling sideways at 400 %."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from reviewdocs.web.screens import REGISTERED


def test_every_screen_keeps_nobody_out(
    cases: Path, open_page: Callable[..., Page], barriers: Callable[[Page], list[str]]
) -> None:
    page = open_page()
    start = page.url
    page.get_by_role("link", name="Sample-case").click()
    case = page.url
    shown = [
        start,
        case,
        *(f"{case}{screen.steps[0].path.partition('{case}')[2]}" for screen in REGISTERED if screen.title),
    ]
    found: list[str] = []
    for address in dict.fromkeys([*shown, f"{case}/unlock"]):
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(address)
        name = address.removeprefix(case) or "overview"
        found += [f"{name}: {barrier}" for barrier in barriers(page)]
        page.set_viewport_size({"width": 320, "height": 256})
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{name}: {wide} pixels wide"] if wide > 320 else []
    assert found == []
