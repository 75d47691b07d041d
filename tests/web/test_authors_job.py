"""The author's whole job in Chromium: from nothing to verified copies by mouse, and settled by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

SCREENS = ("", "/data", "/map", "/drafts", "/anonymise", "/undecided", "/who", "/letters", "/templates")
NONE = re.compile(r"^0 of \d+ settled")
DRAFT = """\
Overview

Tamsin Quillfeather was born at Larchmount Hospital. Her mother, Brid Quillfeather, rang the school.

Mrs Quillfeather told the worker that Grace was at home. Her sister Grace Quillfeather was out.
"""


def open_sample(page: Page) -> str:
    """The sample case; its address."""
    page.get_by_role("link", name="Sample-case").click()
    expect(page.get_by_role("heading", name="What comes next")).to_be_visible()
    return page.url


def test_from_nothing_to_a_verified_copy_by_mouse(open_page: Callable[..., Page], tmp_path: Path) -> None:
    page = open_page()
    page.get_by_label("Reference of the review").fill("LCSPR-2026-09")
    page.get_by_role("button", name="Begin the case").click()
    page.get_by_role("link", name="Drafts", exact=True).first.click()
    draft = tmp_path / "Overview.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    page.get_by_label("Word or text files").set_input_files(draft)
    page.get_by_role("button", name="Take in").click()
    expect(page.get_by_text("Overview.txt is in the case now.")).to_be_visible()
    page.get_by_role("link", name="Map", exact=True).click()
    page.get_by_role("button", name="Propose what is missing").click()
    page.get_by_role("link", name="Go on").click(timeout=90_000)
    page.get_by_role("button", name="Use it as the map").click()
    expect(page.get_by_text("This is the map now")).to_be_visible()
    page.get_by_role("link", name="Anonymise", exact=True).click()
    page.get_by_role("button", name="Anonymise").click()
    expect(page.get_by_role("heading", name="Overview.txt")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Verified.")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Take the copy away").click()
    copy = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert "Quillfeather" not in copy and "Brid" not in copy and "Overview" in copy
    page.get_by_role("link", name="Before and after").click()
    expect(page.locator("mark", has_text="Brid Quillfeather").first).to_be_visible()


def test_mentions_are_settled_and_copied_by_keyboard_alone(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto(f"{open_sample(page)}/undecided")
    keys, everything, done = page.keyboard, page.locator("article.place").count(), page.locator("article.done")
    page.get_by_label("Your name").focus()
    keys.type("Anna Author")
    keys.press("Enter")
    expect(page.locator("#place-1")).to_be_focused()
    alike = int(re.findall(r"all (\d+) places alike", page.locator("#place-1").inner_text())[0])
    keys.press("e")
    expect(page.get_by_label(f"Decide all {alike} places alike").first).to_be_checked()
    keys.press("1")
    expect(done).to_have_count(alike)
    expect(page.locator("article:focus:not(.done)")).to_be_visible()  # the script is there
    here = page.locator("article:focus").get_attribute("id")
    keys.press("w")
    expect(done).to_have_count(alike + 1)
    expect(page.locator("article:focus:not(.done)")).to_be_visible()
    while page.locator("article:focus").get_attribute("id") != here:
        keys.press("p")
    keys.press("u")
    expect(done).to_have_count(alike)
    page.get_by_role("button", name="Make the copies again with it").focus()
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Anonymised")).to_be_visible(timeout=90_000)
    page.get_by_role("link", name="Settle them now").focus()
    keys.press("Enter")
    expect(page.locator("article.place")).to_have_count(everything - alike)


def test_keys_in_a_field_are_letters(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto(f"{open_sample(page)}/undecided")
    page.get_by_label("Your name").fill("Anna Author")
    page.get_by_role("button", name="Keep my name").click()
    place = page.locator("#place-1")
    place.get_by_text("Somebody or something else").click()
    place.get_by_label("Who or what").focus()
    page.keyboard.press("w")
    page.keyboard.press("1")
    expect(page.get_by_text(NONE)).to_be_visible()
    page.locator("details.who summary").click()
    page.get_by_role("button", name="Turn single keys off").click()
    page.locator("#place-1").evaluate("place => place.focus()")
    page.keyboard.press("w")
    expect(page.get_by_text(NONE)).to_be_visible()


@pytest.mark.parametrize("width", [1200, 320], ids=["wide", "400 % zoom"])
def test_every_screen_is_open_to_everybody(
    open_page: Callable[..., Page], barriers: Callable[[Page], list[str]], width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    case = open_sample(page)
    page.goto(f"{case}/undecided")
    page.get_by_label("Your name").fill("Anna Author")
    page.get_by_role("button", name="Keep my name").click()
    page.goto(f"{case}/anonymise")
    compared = page.get_by_role("link", name="Before and after").last.get_attribute("href") or ""
    for address in (*(f"{case}{screen}" for screen in SCREENS), page.url.split("/case/")[0] + compared):
        page.goto(address)
        assert barriers(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        assert page.locator("h1").count() == 1
        assert "Garside" not in page.title() + page.url


def test_the_whole_job_works_without_scripts(open_page: Callable[..., Page]) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{open_sample(page)}/undecided")
    page.get_by_label("Your name").fill("Anna Author")
    page.get_by_role("button", name="Keep my name").click()
    page.locator("#place-1").get_by_role("button", name=re.compile("It is")).first.click()
    expect(page.get_by_text(re.compile(r"^1 of \d+ settled"))).to_be_visible()
    page.get_by_role("button", name="Make the copies again with it").click()
    expect(page.get_by_role("heading", name="Anonymised")).to_be_visible(timeout=90_000)
