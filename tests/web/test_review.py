"""The data protection officer's screens, without a browser."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reviewing import Officer, make_case
from starlette.testclient import TestClient
from visiting import shown

from reviewdocs.model.decisions import Action, Scope
from reviewdocs.store.decisions import DecisionBook
from reviewdocs.web.app import app_for
from reviewdocs.web.desk import Desk
from reviewdocs.web.origin import COOKIE, CSRF, CSRF_HEADER, Gate
from reviewdocs.workflows.signing import sign_offs

WHY = "The school printed this number on every leaflet"
Send = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Cases that are checked once for all tests of this file."""
    folder = tmp_path_factory.mktemp("cases")
    make_case(folder / "Case")
    return folder


@pytest.fixture(scope="module")
def officer(made: Path) -> Officer:
    officer = Officer(Desk(made, Gate(4711)), "Case")
    officer.check("anonymised/report v1.txt")
    officer.desk.by = "Dana Protect"
    return officer


@pytest.fixture(scope="module")
def client(officer: Officer) -> TestClient:
    client = TestClient(app_for(officer.desk), base_url="http://127.0.0.1:4711", follow_redirects=False)
    client.cookies.set(COOKIE, officer.desk.gate.cookie, domain="127.0.0.1")
    return client


@pytest.fixture
def send(officer: Officer, client: TestClient) -> Send:
    """Sends what the page's script sends."""

    def sent(text: str, action: str, path: str = "/1", **more: Any) -> dict[str, Any]:
        headers = {CSRF_HEADER: officer.desk.gate.csrf}
        answer = client.post(officer.back + path, data=officer.fields(text, action, **more), headers=headers)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    return sent


def decisions(officer: Officer) -> DecisionBook:
    return DecisionBook(officer.desk.case(officer.handle))


def test_text_and_findings_stand_beside_each_other_one_entry_a_thing(officer: Officer, client: TestClient) -> None:
    page = client.get(f"{officer.back}/1").text
    assert page.count("Mrs Dunmore – 3 places") == 1
    assert page.count('class="review">Mrs Dunmore</mark>') == 3
    assert "<script>alert" not in page and "&lt;script&gt;alert" in page
    first = officer.board().entries[0]
    assert first.lead.severity == "block" and first.thing.text == "Tamsin"


def test_a_decision_is_recorded_for_all_places_and_answered(officer: Officer, send: Send) -> None:
    before = len(decisions(officer).decisions())
    answer = send("Mrs Dunmore", "replace-with", words="the deputy head", reason="Her name adds nothing")
    assert answer["said"].startswith("Recorded at 3 places: to be replaced by “the deputy head”")
    assert len(answer["changed"]) == 3 and answer["known"] == before + 3 and answer["decided"] == 1
    assert "The deputy head of the school took notes" in answer["sentences"][0]
    back = send("Mrs Dunmore", "withdraw", known=str(before + 3))
    assert [change["told"] for change in back["changed"]] == ["", "", ""] and back["decided"] == 0
    assert "no decision to take back" in send("Mrs Dunmore", "withdraw")["error"]


def test_a_preview_records_nothing(officer: Officer, send: Send) -> None:
    before = len(decisions(officer).decisions())
    answer = send("Ms Yarrow", "replace-with", path="/1/preview", words="a neighbour")
    assert "that a neighbour had called" in answer["sentences"][0]
    assert len(decisions(officer).decisions()) == before


@pytest.mark.parametrize(
    ("action", "more", "told"),
    [
        ("accept", {}, "needs a reason"),
        ("replace-with", {"words": "", "reason": WHY}, "needs the words"),
        ("replace-with", {"words": "Brid", "reason": WHY}, "hold a name"),
        ("add-to-map", {"map": "NOBODY", "reason": WHY}, ""),
        ("looked-at", {"reason": WHY}, "no picture"),
        ("nonsense", {"reason": WHY}, "Nothing was chosen"),
        ("accept", {"finding": "ffffffffffffffff", "reason": WHY}, "no longer where it was"),
        ("accept", {"entry": "9999", "reason": WHY}, "no longer where it was"),
    ],
)
def test_what_cannot_be_decided_is_told_and_not_recorded(
    officer: Officer, send: Send, action: str, more: dict[str, str], told: str
) -> None:
    before = len(decisions(officer).decisions())
    assert told in send("Ms Yarrow", action, **more)["error"]
    assert len(decisions(officer).decisions()) == before


def test_a_name_of_the_map_is_accepted_only_with_a_reason_and_never_not_identifying(
    officer: Officer, send: Send
) -> None:
    assert "does not say why" in send("Tamsin", "accept", reason="ok")["error"]
    assert "map says" in send("Tamsin", "not-identifying", reason=WHY)["error"]
    entry = officer.board().entries[officer.entry("Tamsin")]
    assert "not-identifying" not in entry.may and not entry.freely


def test_a_decision_made_elsewhere_meanwhile_is_told_and_neither_is_lost(officer: Officer, send: Send) -> None:
    start = len(decisions(officer).decisions())
    text = "01632 960 140"
    first = send(text, "accept", reason=WHY, known=str(start), scope="here")
    second = send(text, "not-identifying", reason=f"{WHY} too", known=str(start), scope="here")
    assert "had been decided meanwhile (risk accepted – Dana Protect" in second["said"]
    assert first["known"] == start + 1 and second["known"] == start + 2
    assert [d.action for d in decisions(officer).decisions()[start:]] == [Action.ACCEPT, Action.NOT_IDENTIFYING]
    send(text, "withdraw", scope="here")


def test_what_is_decided_elsewhere_is_told_to_who_asks(officer: Officer, client: TestClient, send: Send) -> None:
    known = len(decisions(officer).decisions())
    state = f"{officer.back}/1/state"
    assert client.get(state, params={"known": known}).json() == {"known": known, "changed": []}
    send("Ms Yarrow", "accept", reason=WHY)
    news = client.get(state, params={"known": known}).json()
    assert [change["told"][:13] for change in news["changed"]] == ["risk accepted"] and news["known"] == known + 1
    send("Ms Yarrow", "withdraw")


def test_everywhere_holds_wherever_it_stands(officer: Officer, send: Send) -> None:
    send("9 January 2031", "accept", scope="everywhere", reason=WHY)
    assert decisions(officer).decisions()[-1].scope is Scope.EVERYWHERE
    send("9 January 2031", "withdraw")
    assert not officer.board().entries[officer.entry("9 January 2031")].done


def test_a_plain_form_works_without_a_script(officer: Officer, client: TestClient) -> None:
    fields = {**officer.fields("Ms Yarrow", "accept", reason=WHY), CSRF: officer.desk.gate.csrf}
    answer = client.post(f"{officer.back}/1", data=fields)
    assert answer.status_code == 303
    at = answer.headers["location"].partition("#")[0]
    page = shown(client.get(at).text)
    assert "Recorded: risk accepted." in page and WHY in page
    assert client.post(f"{officer.back}/1", data={**fields, CSRF: "x"}).status_code == 403
    client.post(f"{officer.back}/1", data={**fields, **officer.fields("Ms Yarrow", "withdraw")})
    entries = re.findall(r"<li id=.e-[^>]*>", client.get(f"{officer.back}/1", params={"severity": "block"}).text)
    assert [" hidden " in entry for entry in entries] == ["find block" not in entry for entry in entries]


def test_reasons_given_before_are_offered(officer: Officer, client: TestClient, send: Send) -> None:
    send("Ms Yarrow", "accept", reason="Her family asked for her name")
    page = client.get(f"{officer.back}/1").text
    assert '<option value="Her family asked for her name">' in page and "Taken back." not in page.partition("bench")[0]
    send("Ms Yarrow", "withdraw")


def test_without_a_name_nothing_can_be_decided(officer: Officer, client: TestClient, send: Send) -> None:
    officer.desk.by = ""
    try:
        assert "name of who decides" in send("Ms Yarrow", "accept", reason=WHY)["error"]
        page = client.get(f"{officer.back}/1").text
        assert "Who decides?" in page and 'id="decide"' not in page
    finally:
        officer.desk.by = "Dana Protect"


@pytest.mark.parametrize(("form", "begins"), [("html", b"<!doctype html>"), ("docx", b"PK"), ("worksheet", b"PK")])
def test_reports_are_taken_away_under_a_name_the_address_does_not_have(
    officer: Officer, client: TestClient, form: str, begins: bytes
) -> None:
    answer = client.get(f"{officer.back}/report/{form}")
    assert answer.content.startswith(begins)
    assert "Check%20of%20report%20v1" in answer.headers["content-disposition"]


def test_a_document_with_open_findings_is_signed_only_as_not_yet(officer: Officer, client: TestClient) -> None:
    at = f"{officer.back}/1/sign"
    fields = {CSRF: officer.desk.gate.csrf, "role": "Data protection officer", "why": "Seven things are open",
              **{f"question-{n}": "<b>Nothing</b> was found by name" for n in (1, 2, 3)}}  # fmt: skip
    case = officer.desk.case(officer.handle)
    document = officer.job.answer["review"].report.documents[0]
    assert client.post(at, data={**fields, "may": "yes"}).status_code == 400
    assert "Still empty: Linkability" in client.post(at, data={**fields, "may": "no", "question-2": " "}).text
    assert sign_offs(case, document) == []
    assert client.post(at, data={**fields, "may": "no"}).status_code == 303
    (signed,) = sign_offs(case, document)
    assert (signed.by, signed.may_go_out, signed.sha256) == ("Dana Protect", False, document.sha256)
    page = client.get(at).text
    assert "not to be published yet" in page and "<b>Nothing" not in page and "&lt;b&gt;Nothing" in page
    taken = client.get(f"{at}/1")
    assert "Sign-off%20of%20report%20v1.html" in taken.headers["content-disposition"]
    assert document.sha256 in taken.text and "It may not be published yet" in taken.text
    assert "<b>Nothing" not in taken.text and "&lt;b&gt;Nothing" in taken.text
    assert client.get(f"{at}/2").status_code == client.get(f"{at}/0").status_code == 400


def test_what_was_changed_since_the_check_cannot_be_signed(officer: Officer, client: TestClient) -> None:
    file = Path(officer.job.answer["review"].report.documents[0].file)
    before = file.read_bytes()
    file.write_bytes(before + b" ")
    fields = {CSRF: officer.desk.gate.csrf, "role": "DPO", "why": "open", "may": "no",
              **{f"question-{n}": "tried" for n in (1, 2, 3)}}  # fmt: skip
    try:
        assert "changed since it was checked" in client.post(f"{officer.back}/1/sign", data=fields).text
    finally:
        file.write_bytes(before)


def test_dropped_files_are_kept_in_the_case_and_links_of_others_lead_nowhere(
    officer: Officer, client: TestClient
) -> None:
    at = f"/case/{officer.handle}/review"
    name = "../../../outside/..\\evil.txt"
    sent = client.post(at, data={CSRF: officer.desk.gate.csrf}, files=[("file", (name, b"Mrs Dunmore came."))])
    assert sent.status_code == 303
    officer.desk.jobs.close()
    case = officer.desk.case(officer.handle)
    assert [file.name for file in (case.records / "checked").iterdir()] == ["evil.txt"]
    wrong = client.post(at, data={CSRF: officer.desk.gate.csrf}, files=[("file", ("run.exe", b"MZ"))])
    assert wrong.status_code == 400
    for path in ("/2", "/0/sign", "/1/nothing", "/report/..%2f..%2fmap"):
        assert client.get(officer.back + path).status_code in (200, 400, 404)
    assert client.get(f"/case/{officer.handle}/review/nosuch/1").status_code == 400


def test_what_is_told_to_the_script_holds_no_markup(officer: Officer, send: Send) -> None:
    answer = send(
        "Ms Yarrow", "replace-with", words="<img src=x onerror=alert(1)>", reason="<script>alert(2)</script> so"
    )
    assert answer["said"].startswith("Recorded")
    assert json.dumps(answer).count("<img") >= 1  # as text: the page's script sets texts alone
    send("Ms Yarrow", "withdraw")


def test_all_of_a_kind_are_decided_at_once_and_taken_back_at_once(officer: Officer, send: Send) -> None:
    dates = [e for e in officer.board().entries if e.lead.rule == "exact-date"]
    places = sum(len(entry.spots) for entry in dates)
    assert len(dates) > 1
    answer = send("12 March 2029", "accept", scope="kind", reason="The panel agreed that dates may stand")
    assert answer["said"].startswith(f"Recorded at {places} places: risk accepted") and len(answer["undo"]) == places
    assert all(e.done for e in officer.board().entries if e.lead.rule == "exact-date")
    assert not officer.board().entries[officer.entry("Ms Yarrow")].done
    send("12 March 2029", "withdraw", scope="these", these=[str(number) for number in answer["undo"]])
    assert not any(e.done for e in officer.board().entries if e.lead.rule == "exact-date")


def test_words_and_what_is_decided_place_by_place_are_never_changed_by_kind(officer: Officer, send: Send) -> None:
    before = len(decisions(officer).decisions())
    send("12 March 2029", "replace-with", scope="kind", words="in spring", reason=WHY)
    assert len(decisions(officer).decisions()) == before + 1
    send("12 March 2029", "withdraw")
    send("Tamsin", "accept", scope="kind", reason=WHY)
    assert len(decisions(officer).decisions()) == before + 3
    send("Tamsin", "withdraw")
