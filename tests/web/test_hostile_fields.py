"""HTML and script typed into every text field of every screen stays text, wherever it comes up again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from reviewing import Officer, make_case
from starlette.testclient import TestClient
from visiting import Visitor

from reviewdocs.web.desk import Desk

HOSTILE = "</textarea></title>\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}"
MARKS = ("<script>alert", "<img src=x", "49<")


@dataclass
class Sent:
    """A form of a page: where it goes, what it holds, and which of its fields somebody types into."""

    action: str
    method: str
    values: dict[str, str] = field(default_factory=dict)
    typed: set[str] = field(default_factory=set)


class Forms(HTMLParser):
    """Finds the forms of a page."""

    def __init__(self, at: str) -> None:
        super().__init__()
        self._at, self.found = at, list[Sent]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "form":
            self.found.append(Sent(told.get("action") or self._at, (told.get("method") or "get").lower()))
        name = told.get("name")
        if not self.found or not name:
            return
        form = self.found[-1]
        if tag == "textarea" or (tag == "input" and told.get("type", "text") in ("text", "date", "search")):
            form.typed.add(name)
        elif (tag == "input" and told.get("type") not in ("file", "checkbox", "password")) or tag == "button":
            form.values.setdefault(name, told.get("value") or "")


def forms_of(client: TestClient, at: str) -> Iterator[Sent]:
    """The forms of a page that somebody types into."""
    parser = Forms(at)
    parser.feed(client.get(at).text)
    return (form for form in parser.found if form.typed and form.method == "post")


def test_no_field_of_any_screen_makes_markup(client: TestClient, desk: Desk) -> None:
    make_case(desk.folder / "Case")
    officer = Officer(desk, "Case")
    officer.check("anonymised/report v1.txt")
    visitor = Visitor(client, desk, "Case")
    screens = ("", "/data", "/map", "/drafts", "/anonymise", "/undecided", "/who", "/review", "/worksheet", "/letters",
               "/templates", "/unlock")  # fmt: skip
    pages = ["/", *(visitor.at + screen for screen in screens), f"{officer.back}/1", f"{officer.back}/1/sign"]
    tried = set()
    for named in ("", "Dana Protect", HOSTILE):  # some forms ask for a name first
        desk.by = named
        for form in [form for page in pages for form in forms_of(client, page)]:
            for hostile in (dict.fromkeys(form.typed, HOSTILE), dict.fromkeys(form.typed, HOSTILE * 30)):
                answer = client.post(form.action, data={**form.values, **hostile})
                assert answer.status_code in (200, 303, 400, 413), (form.action, answer.status_code)
                assert not any(mark in answer.text for mark in MARKS), form.action
            tried |= {(re.sub(r"\w{20}", "", form.action), name) for name in form.typed}
        for page in pages:
            text = client.get(page).text
            assert not any(mark in text for mark in MARKS), page
    assert len(tried) >= 12, tried
    assert client.get(f"{officer.back}/report/html").text.count("<script>alert") == 0
