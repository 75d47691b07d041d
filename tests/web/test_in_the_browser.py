"""What Chromium makes of it: who comes by another name, or from another page, finds a closed door."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture
def rebound(chromium: str, browser: Browser) -> Iterator[Callable[[str], Page]]:
    """Opens a page in a browser for which a stranger's name leads to this machine."""
    rules = "--host-resolver-rules=MAP evil.example 127.0.0.1"
    other = browser.browser_type.launch(executable_path=chromium, args=["--no-sandbox", rules])

    def opened(address: str) -> Page:
        page = other.new_page()
        page.goto(address)
        return page

    yield opened
    other.close()


def test_the_sample_case_is_a_few_clicks_away(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.get_by_role("link", name="Sample-case").click()
    page.get_by_role("link", name="Data", exact=True).click()
    assert page.get_by_text("The data can be used").is_visible()


def test_a_name_that_was_made_to_lead_here_is_refused_even_with_the_token(
    served: str, rebound: Callable[[str], Page]
) -> None:
    page = rebound(served.replace("127.0.0.1", "evil.example"))
    assert "did not come from this page" in page.inner_text("body")
    assert page.context.cookies() == []


def test_a_form_on_another_page_makes_nothing(open_page: Callable[..., Page], served: str, cases: Path) -> None:
    page = open_page()
    stranger = page.context.new_page()
    at = f"http://{urlsplit(served).netloc}/new"
    form = f'<form method="post" action="{at}"><input name="reference" value="LCSPR-1"><button>Go</button></form>'
    stranger.set_content(form)
    stranger.get_by_role("button").click()
    stranger.wait_for_url("**/new")
    assert "not" in stranger.inner_text("body") and not (cases / "LCSPR-1").exists()
