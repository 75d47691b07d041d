"""The same three jobs with no mouse at all: every field, link and button is reached by Tab."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from keys import Keys
from playwright.sync_api import Page, expect
from whole_jobs import CHECK_MS, NONE_SETTLED, SUMMARY, copy_is_clean, edited, letters_are_whole, text_of

from reviewdocs.store.case import Case
from reviewdocs.workflows.signing import all_sign_offs


def test_the_author(open_page: Callable[..., Page], tmp_path: Path) -> None:
    page = open_page()
    keys = Keys(page)
    keys.follow("Sample-case")
    keys.follow("Skip to the content")
    expect(page.locator("#main")).to_be_focused()
    keys.follow("Drafts", exact=True)
    draft = edited(Path(keys.take(SUMMARY).path()), tmp_path)
    keys.attach("Word or text files", draft)
    keys.follow("Take in")
    expect(page.get_by_text("changed since its copy was made").first).to_be_visible()
    keys.follow("Go on: anonymise")
    keys.follow("Anonymise", exact=True)  # the menu's, which is where one is
    keys.to("Anonymise", exact=True, kind="button")
    keys.press("Enter")
    expect(page.get_by_text("Verified.")).to_be_visible(timeout=120_000)
    keys.follow("Before and after")
    expect(page.locator(".pair mark", has_text="Kirsty Garside").first).to_be_visible()
    keys.follow("Undecided", exact=True)
    keys.fill("Your name", "Anna Author")
    keys.press("Enter")
    expect(page.locator("#place-1")).to_be_focused()
    keys.press("e", "1")
    expect(page.locator("article.done").first).to_be_visible()
    expect(page.locator("article:focus:not(.done)")).to_be_visible()  # the script is there
    keys.press("p", "u")
    expect(page.get_by_text(NONE_SETTLED)).to_be_visible()
    keys.follow("Who’s who", exact=True)
    keys.fill("Name, as the drafts write it", "Kirzy Wobbleton")
    keys.to("Whose it is", kind="select")
    keys.press("M")
    keys.follow("Add the name")
    expect(page.get_by_text("is a further name of")).to_be_visible()
    keys.follow("Anonymise", exact=True)
    keys.to("Before and after of LCSPR-2024-01 Executive summary")
    copy_is_clean(Path(keys.take(SUMMARY, exact=True).path()).read_bytes())


def test_the_business_manager(open_page: Callable[..., Page], cases: Path) -> None:
    page = open_page()
    keys = Keys(page)
    keys.fill("Reference of the review", "LCSPR-2026-09")
    keys.to("Type of review", kind="select")
    keys.press("L")
    keys.follow("Begin the case")
    keys.follow("Next: The review’s data")
    keys.fill("Board, name", "Westmere Safeguarding Partnership")
    keys.follow("Save what is filled in")
    expect(page.get_by_text("Saved, and checked again.")).to_be_visible()
    assert Case.open(cases / "LCSPR-2026-09").load_review().board.name == "Westmere Safeguarding Partnership"
    keys.follow("reviewdocs", exact=True)
    keys.follow("Sample-case")
    keys.follow("Letters", exact=True)
    keys.follow("Formal notification")
    keys.follow("Make the letters ticked")
    page.get_by_role("link", name="Go on").wait_for(timeout=60_000)
    keys.follow("Go on")
    letters_are_whole(Path(keys.take("Take all of them away").path()).read_bytes())
    keys.follow("Drafts", exact=True)
    keys.follow("Make drafts")
    page.get_by_role("link", name="Go on").wait_for(timeout=60_000)
    keys.follow("Go on")
    assert "Executive summary" in text_of(Path(keys.take(SUMMARY).path()).read_bytes())


def test_the_data_protection_officer(open_page: Callable[..., Page], cases: Path) -> None:
    page = open_page(viewport={"width": 1366, "height": 768})
    keys = Keys(page)
    keys.follow("Sample-case")
    keys.follow("Review", exact=True)
    names = page.locator("form.drop .choice label").all_inner_texts()
    for other in (name for name in names if name.startswith("anonymised") and "Learning" not in name):
        keys.to(other, exact=True, kind="input")
        keys.press("Space")
    keys.follow("Check", exact=True)
    page.wait_for_url("**/review/*/1", timeout=CHECK_MS)
    keys.fill("Your name", "Dana Protect")
    keys.press("Enter")
    page.locator("#decide kbd").first.wait_for()  # the script is there
    first = True
    for _ in range(60):
        if page.locator(".find:not(.done):not(.note)").count() == 0:
            break
        decided = page.locator("[data-decided]").inner_text()
        keys.press("i" if page.locator("button[value=not-identifying]").is_visible() else "a")
        if first:
            page.keyboard.type("The panel agreed that it may stand in the summary")
        keys.press("Enter" if first else "1")
        first = False
        page.wait_for_function("told => document.querySelector('[data-decided]').textContent !== told", arg=decided)
    assert "may" in text_of(Path(keys.take("Report in Word").path()).read_bytes())
    keys.follow("To the sign-off")
    page.wait_for_url("**/sign")
    for question in ("Singling out", "Linkability", "Inference"):
        keys.fill(question, "Searched for three sentences and both places: nothing came up.")
    keys.to("It may be published", kind="input")
    keys.press("Space")
    keys.fill("Why", "Nothing is open; the risks are agreed with the chair")
    keys.fill("Your role", "Data protection officer")
    keys.press("Enter")
    expect(page.get_by_text("Signed off for publication")).to_be_visible()
    record = Path(keys.take("Take this sign-off away").path()).read_text(encoding="utf-8")
    (signed,) = all_sign_offs(Case.open(cases / "Sample-case"))
    assert signed.may_go_out and signed.sha256 in record and "It may be published." in record
