"""The data protection officer's whole job in Chromium, by keyboard alone; and a document that tries to run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import docx
import pytest
from playwright.sync_api import Page
from reviewing import make_case

from reviewdocs.store.case import Case
from reviewdocs.store.decisions import DecisionBook

HOSTILE = (
    "<img src=x onerror=alert('one')> \"><script>alert('two')</script> Mrs Dunmore wrote {{ 7*7 }} javascript:alert(1)"
)
CHECK_MS = 240_000


@pytest.fixture
def case(cases: Path) -> Case:
    """A case with one finished report."""
    return Case.open(make_case(cases / "Case"))


def review_of(page: Page, name: str = "Case") -> None:
    """The first review screen of a case."""
    page.get_by_role("link", name=name, exact=True).click()
    page.get_by_role("navigation", name="This case").get_by_role("link", name="Review", exact=True).click()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def recorded(page: Page, told: str) -> None:
    page.locator("#said-now", has_text=told).wait_for()


def narrow(page: Page) -> Iterator[int]:
    """How much wider than the window a page is at 400 % of a small one."""
    size = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 256})
    yield page.evaluate("document.documentElement.scrollWidth - 320")
    assert size is not None
    page.set_viewport_size(size)


def test_the_whole_job_by_keyboard(
    case: Case, open_page: Callable[..., Page], barriers: Callable[[Page], list[str]]
) -> None:
    page = open_page(viewport={"width": 1366, "height": 768})
    review_of(page)
    assert barriers(page) == [] and max(narrow(page)) <= 0
    page.get_by_role("button", name="Check", exact=True).focus()
    press(page, "Enter")
    page.wait_for_url("**/review/*/1", timeout=CHECK_MS)
    page.get_by_label("Your name").fill("Dana Protect")
    press(page, "Enter")
    page.locator("#decide kbd").first.wait_for()  # the script is there
    press(page, "a")
    page.keyboard.type("The forename of a public figure quoted from a newspaper")
    press(page, "Enter")
    recorded(page, "Recorded: risk accepted.")
    title = page.locator(".find.current h3").inner_text()
    press(page, "r")
    page.keyboard.type("somebody")
    page.locator(".preview", has_text="It will read: “").wait_for()
    press(page, "Enter", "1")
    recorded(page, "to be replaced by “somebody”")
    press(page, "u")
    recorded(page, "Taken back")
    assert page.locator(".find.current h3").inner_text() == title
    press(page, "e", "a", "1")
    recorded(page, "Recorded")
    assert barriers(page) == [] and max(narrow(page)) <= 0
    for _ in range(40):
        if page.locator(".find:not(.done):not(.note)").count() == 0:
            break
        decided = page.locator("[data-decided]").inner_text()
        press(page, "i") if page.locator("button[value=not-identifying]").is_visible() else press(page, "a")
        press(page, "1")
        page.wait_for_function("told => document.querySelector('[data-decided]').textContent !== told", arg=decided)
    assert "Ready, with accepted risks" in page.locator("#verdict").inner_text()
    page.get_by_role("link", name="To the sign-off").focus()
    press(page, "Enter")
    page.wait_for_url("**/sign")
    assert barriers(page) == [] and max(narrow(page)) <= 0
    for number in (1, 2, 3):
        page.locator(f"#question-{number}").fill("Searched for three sentences and both places: nothing came up.")
    page.get_by_label("It may be published").press("Space")
    page.get_by_label("Why").fill("Nothing is open; the risks are agreed with the chair")
    page.get_by_label("Your role").fill("Data protection officer")
    press(page, "Enter")
    page.get_by_text("Signed off for publication").wait_for()
    assert {decision.by for decision in DecisionBook(case).decisions()} == {"Dana Protect"}


def test_two_tabs_lose_no_decision(case: Case, open_page: Callable[..., Page]) -> None:
    page = open_page()
    review_of(page)
    page.get_by_role("button", name="Check", exact=True).click()
    page.wait_for_url("**/review/*/1", timeout=CHECK_MS)
    page.get_by_label("Your name").fill("Dana Protect")
    press(page, "Enter")
    page.locator("#decide kbd").first.wait_for()  # the script is there
    other = page.context.new_page()
    other.goto(page.url)
    other.locator("#decide kbd").first.wait_for()
    for tab, reason in ((page, "It is the name of a public body"), (other, "It is the name of a council office")):
        tab.locator(".find h3", has_text="Ms Yarrow").locator("a").click()
        press(tab, "a")
        tab.keyboard.type(reason)
        press(tab, "Enter")
        recorded(tab, "Recorded")
    assert "had been decided meanwhile" in other.locator("#said-now").inner_text()
    assert [d.reason for d in DecisionBook(case).decisions()] == ["It is the name of a public body",
                                                                  "It is the name of a council office"]  # fmt: skip
    page.bring_to_front()
    page.locator("#said-now", has_text="Decided elsewhere meanwhile").wait_for()
    assert page.locator("span.told", has_text="council office").count() == 1


def test_a_document_that_tries_to_run_is_text(cases: Path, open_page: Callable[..., Page]) -> None:
    case = Case.open(make_case(cases / "Case"))
    document = docx.Document()
    document.add_heading(HOSTILE)
    document.add_paragraph(HOSTILE)
    document.core_properties.title = HOSTILE
    document.save(str(case.anonymised / "report'><script>alert(4)<!--.docx".replace("/", "")))
    (case.anonymised / "report v1.txt").unlink()
    page = open_page()
    dialogs: list[str] = []
    addresses: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: addresses.append(request.url))
    review_of(page)
    page.get_by_role("button", name="Check", exact=True).click()
    page.wait_for_url("**/review/*/1", timeout=CHECK_MS)
    page.get_by_label("Your name").fill("<b onclick=alert(5)>Dana</b>")
    press(page, "Enter")
    page.locator("#decide kbd").first.wait_for()  # the script is there
    page.locator(".find h3", has_text="Dunmore").first.locator("a").click()
    press(page, "r")
    page.keyboard.type("<img src=x onerror=alert(6)>")
    page.locator(".preview", has_text="<img src=x").wait_for()
    press(page, "Enter")
    page.keyboard.type("<script>alert(7)</script> is no reason")
    press(page, "Enter")
    recorded(page, "Recorded")
    page.reload()
    ours = ':not([src^="/case/"])'  # the pictures of the document, which are to be looked at, come from the page itself
    assert page.locator(f".paper img, .paper script, .find img{ours}, .find script").count() == 0
    assert page.locator(".paper p", has_text="{{ 7*7 }}").count() >= 1
    assert dialogs == []
    host = urlsplit(page.url).netloc
    assert {urlsplit(address).netloc for address in addresses} == {host}
    told = " ".join([page.url, page.title(), *addresses])
    assert "Dunmore" not in told and "Case" not in told and "report" not in told.replace("/report/", "")
    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie].join()")
    assert kept == "0,0,"
