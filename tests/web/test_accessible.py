"""Every screen: nothing that axe calls serious or critical, and no scrolling sideways at 400 %."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from reviewing import FILES, make_case

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
    for address in dict.fromkeys([*shown, f"{case}/unlock", f"{case}/worksheet"]):
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(address)
        name = address.removeprefix(case) or "overview"
        found += [f"{name}: {barrier}" for barrier in barriers(page)]
        page.set_viewport_size({"width": 320, "height": 256})
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{name}: {wide} pixels wide"] if wide > 320 else []
    assert found == []


WIDE, ZOOMED = {"width": 1280, "height": 800}, {"width": 320, "height": 256}
CHECK_MS = 240_000


class Inspector:
    """Looks at one screen after the other; what is wrong anywhere is told at the end."""

    def __init__(self, page: Page, barriers: Callable[[Page], list[str]]) -> None:
        self.page, self._barriers, self.found = page, barriers, list[str]()

    def look(self, name: str) -> None:
        """At the screen in front, wide and at 400 %."""
        self.page.wait_for_load_state("load")
        self.found += [f"{name}: {barrier}" for barrier in self._barriers(self.page)]
        self.page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        self.found += [f"{name}: {wide} pixels wide"] if wide > 320 else []
        self.page.set_viewport_size(WIDE)  # type: ignore[arg-type]

    def screen(self, name: str) -> None:
        """To a screen of the case, by its menu."""
        self.page.get_by_role("navigation", name="This case").get_by_role("link", name=name, exact=True).click()

    def press(self, name: str) -> None:
        """A button of that name."""
        self.page.get_by_role("button", name=name, exact=True).click()


@pytest.fixture
def inspector(cases: Path, open_page: Callable[..., Page], barriers: Callable[[Page], list[str]]) -> Inspector:
    """Somebody at a small case with two finished reports."""
    more = {"anonymised/second.txt": FILES["anonymised/report v1.txt"], "drafts/note.txt": "Brid Quillfeather rang."}
    make_case(cases / "Case", {**FILES, **more})
    page = open_page(viewport=WIDE)
    page.get_by_role("link", name="Case", exact=True).click()
    return Inspector(page, barriers)


def test_jobs_and_what_came_of_them_keep_nobody_out(inspector: Inspector, cases: Path) -> None:
    page = inspector.page
    inspector.screen("Review")
    inspector.press("Check")
    inspector.press("Stop it")  # before it is done, which a long look would let it be
    page.get_by_text("Stopped.").wait_for()
    inspector.look("a job that was stopped")
    inspector.screen("Review")
    inspector.press("Check")
    page.get_by_role("button", name="Stop it").wait_for()
    inspector.look("a job that runs")
    inspector.screen("Anonymise")
    inspector.press("Anonymise")
    page.get_by_text("Verified.").wait_for(timeout=120_000)
    inspector.look("copies that were made")
    page.get_by_role("link", name="Before and after").click()
    page.get_by_role("link", name="Put right").first.click()
    inspector.look("before and after, without a name")
    page.get_by_label("Your name").fill("Anna Author")
    inspector.press("Keep my name")
    page.get_by_role("link", name="Put right").first.click()
    inspector.look("before and after, put right")
    inspector.screen("Map")
    inspector.press("Propose what is missing")
    page.get_by_text("Done.").wait_for(timeout=120_000)
    inspector.look("a job that is done")
    (cases / "Case" / "pseudonyms.yaml").write_text("people: 7", encoding="utf-8")
    inspector.screen("Anonymise")
    page.get_by_role("checkbox").first.check()
    inspector.press("Anonymise")
    page.locator("main [role=alert]").wait_for(timeout=120_000)
    inspector.look("a job that failed")
    inspector.screen("Data")
    inspector.look("data with errors")
    assert inspector.found == []


def test_a_check_of_several_and_a_worksheet_keep_nobody_out(inspector: Inspector, tmp_path: Path) -> None:
    page = inspector.page
    inspector.screen("Review")
    inspector.press("Check")
    page.wait_for_url("**/review/*", timeout=CHECK_MS)
    page.get_by_role("heading", name="Review of several documents").wait_for(timeout=CHECK_MS)
    inspector.look("a check of several documents")
    page.get_by_role("link", name="report v1.txt").first.click()
    inspector.look("findings, without a name")
    page.get_by_label("Your name").fill("Dana Protect")
    inspector.press("Keep my name")
    page.locator("#decide kbd").first.wait_for()  # the script is there
    inspector.look("findings")
    page.get_by_role("link", name="To the sign-off").click()
    inspector.look("the sign-off")
    inspector.screen("Review")
    inspector.look("checks of this start")
    page.get_by_role("link", name="Bring it back").click()
    wrong = tmp_path / "worksheet.csv"
    wrong.write_text("found,decision,reason,id\nx,acept,so,0123456789abcdef\n", encoding="utf-8")
    page.get_by_label("The worksheet").set_input_files(wrong)
    inspector.press("Record the decisions")
    inspector.look("a worksheet with faults")
    assert inspector.found == []
