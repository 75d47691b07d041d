"""The whole job of an author, of a business manager and of a data protection officer in Chromium, by mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from whole_jobs import CHECK_MS, NONE_SETTLED, SUMMARY, copy_is_clean, edited, letters_are_whole, text_of

from reviewdocs.store.case import Case
from reviewdocs.workflows.signing import all_sign_offs


def menu(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="This case").get_by_role("link", name=name, exact=True).click()


def taken(page: Page, name: str, *, exact: bool = False) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name, exact=exact).first.click()
    return Path(waiting.value.path())


def test_the_author(open_page: Callable[..., Page], tmp_path: Path) -> None:
    page = open_page()
    page.get_by_role("link", name="Sample-case").click()
    menu(page, "Data")
    expect(page.get_by_text("The data can be used")).to_be_visible()
    menu(page, "Drafts")
    draft = edited(taken(page, SUMMARY), tmp_path)
    page.get_by_label("Word or text files").set_input_files(draft)
    page.get_by_role("button", name="Take in").click()
    expect(page.get_by_text("changed since its copy was made").first).to_be_visible()
    page.get_by_role("link", name="Go on: anonymise").click()
    page.get_by_role("button", name="Anonymise").click()
    expect(page.get_by_text("Verified.")).to_be_visible(timeout=120_000)
    page.get_by_role("link", name="Before and after").click()
    row = page.locator(".pair", has_text="rang Conkers Nursery")
    expect(row.locator("mark", has_text="Kirsty Garside")).to_be_visible()
    menu(page, "Undecided")
    page.get_by_label("Your name").fill("Anna Author")
    page.get_by_role("button", name="Keep my name").click()
    place = page.locator("article.place:not(.done)").first
    place.get_by_role("checkbox").check()
    place.get_by_role("button", name="It is a word, or may be named").or_(place.locator("[data-key='1']")).first.click()
    expect(page.get_by_text("What was decided is not in the copies yet.")).to_be_visible()
    page.get_by_role("button", name="Take back").first.click()
    expect(page.get_by_text(NONE_SETTLED)).to_be_visible()
    menu(page, "Who’s who")
    page.get_by_label("Name, as the drafts write it").fill("Kirzy Wobbleton")
    page.get_by_label("Whose it is").select_option("MOTHER")
    page.get_by_role("button", name="Add the name").click()
    expect(page.get_by_text("is a further name of MOTHER")).to_be_visible()
    menu(page, "Anonymise")
    copy_is_clean(taken(page, SUMMARY, exact=True).read_bytes())


def test_the_business_manager(open_page: Callable[..., Page], cases: Path) -> None:
    page = open_page()
    page.get_by_label("Reference of the review").fill("LCSPR-2026-09")
    page.get_by_label("Type of review").select_option("LCSPR")
    page.get_by_role("button", name="Begin the case").click()
    page.get_by_role("link", name="Next: The review’s data").click()
    page.get_by_label("Board, name").fill("Westmere Safeguarding Partnership")
    page.get_by_role("button", name="Save what is filled in").first.click()
    expect(page.get_by_text("Saved, and checked again.")).to_be_visible()
    assert Case.open(cases / "LCSPR-2026-09").load_review().board.name == "Westmere Safeguarding Partnership"
    page.get_by_role("link", name="reviewdocs").click()
    page.get_by_role("link", name="Sample-case").click()
    menu(page, "Letters")
    page.get_by_role("link", name="Formal notification").click()
    page.get_by_role("button", name="Make the letters ticked").click()
    page.get_by_role("link", name="Go on").click(timeout=60_000)
    letters_are_whole(taken(page, "Take all of them away").read_bytes())
    menu(page, "Drafts")
    page.get_by_role("button", name="Make drafts").click()
    page.get_by_role("link", name="Go on").click(timeout=60_000)
    assert "Executive summary" in text_of(taken(page, SUMMARY).read_bytes())


def test_the_data_protection_officer(open_page: Callable[..., Page], cases: Path) -> None:
    page = open_page(viewport={"width": 1366, "height": 768})
    page.get_by_role("link", name="Sample-case").click()
    menu(page, "Review")
    for box in page.get_by_role("checkbox").all():
        label = box.evaluate("box => box.labels[0].textContent")
        box.set_checked(label.startswith("anonymised") and "Learning" in label)
    page.get_by_role("button", name="Check", exact=True).click()
    page.wait_for_url("**/review/*/1", timeout=CHECK_MS)
    page.get_by_label("Your name").fill("Dana Protect")
    page.get_by_role("button", name="Keep my name").click()
    page.locator("#decide kbd").first.wait_for()  # the script is there
    for _ in range(60):
        left = page.locator(".find:not(.done):not(.note)")
        if left.count() == 0:
            break
        left.first.locator("h3 a").click()
        decided = page.locator("[data-decided]").inner_text()
        page.get_by_label("Why").fill("The panel agreed that it may stand in the summary")
        harmless = page.get_by_role("button", name="Identifies nobody")
        (harmless if harmless.is_visible() else page.get_by_role("button", name="Accept the risk")).click()
        page.wait_for_function("told => document.querySelector('[data-decided]').textContent !== told", arg=decided)
    assert "may" in text_of(taken(page, "Report in Word").read_bytes())
    page.get_by_role("link", name="To the sign-off").click()
    for number in (1, 2, 3):
        page.locator(f"#question-{number}").fill("Searched for three sentences and both places: nothing came up.")
    page.get_by_label("It may be published").check()
    page.get_by_label("Why").fill("Nothing is open; the risks are agreed with the chair")
    page.get_by_label("Your role").fill("Data protection officer")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.get_by_text("Signed off for publication")).to_be_visible()
    record = taken(page, "Take this sign-off away").read_text(encoding="utf-8")
    (signed,) = all_sign_offs(Case.open(cases / "Sample-case"))
    assert signed.may_go_out and signed.sha256 in record and "It may be published." in record
