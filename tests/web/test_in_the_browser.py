"""What Chromium makes of it."""

from collections.abc import Callable

from playwright.sync_api import Page


def test_the_sample_case_is_a_few_clicks_away(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.get_by_role("link", name="Sample-case").click()
    page.get_by_role("link", name="Data", exact=True).click()
    assert page.get_by_text("The data can be used").is_visible()
