"""Nobody else comes in."""

import pytest
from starlette.testclient import TestClient

from reviewdocs.web.desk import Desk
from reviewdocs.web.door import LARGEST
from reviewdocs.web.origin import CSRF, Gate


def test_the_token_buys_a_strict_cookie_and_leaves_the_address(stranger: TestClient, desk: Desk) -> None:
    answer = stranger.get("/", params={"token": desk.gate.token})
    cookie = answer.headers["set-cookie"].lower()
    assert answer.status_code == 200
    assert "httponly" in cookie and "samesite=strict" in cookie
    assert desk.gate.token not in answer.text
    assert stranger.get("/").status_code == 200


@pytest.mark.parametrize("path", ["/", "/?token=", "/?token=wrong", "/static/page.js", "/case/x", "/nowhere"])
def test_without_the_token_nothing_is_shown(stranger: TestClient, path: str) -> None:
    assert stranger.get(path).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example"},  # DNS rebinding
        {"host": "127.0.0.1"},
        {"host": "127.0.0.1:4712"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:4712"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_other_origins_are_refused_though_they_bring_the_cookie(client: TestClient, headers: dict[str, str]) -> None:
    assert client.get("/", headers=headers).status_code == 403
    assert client.post("/new", headers=headers, data={CSRF: "x"}).status_code == 403


def test_a_form_needs_its_secret(client: TestClient, desk: Desk) -> None:
    fields = {"reference": "LCSPR-2026-09", "type": "LCSPR"}
    earlier = Gate(4711).csrf  # of another start, replayed
    for wrong in ({}, {CSRF: ""}, {CSRF: earlier}):
        assert client.post("/new", data={**fields, **wrong}).status_code == 403
    assert client.post("/new", data=fields, headers={"x-csrf": earlier}).status_code == 403
    assert not (desk.folder / "LCSPR-2026-09").exists()
    assert client.post("/new", data={**fields, CSRF: desk.gate.csrf}).status_code == 303
    assert (desk.folder / "LCSPR-2026-09" / "review.yaml").is_file()


def test_every_answer_forbids_scripts_of_others_and_frames(client: TestClient, stranger: TestClient) -> None:
    for answer in (client.get("/"), client.get("/nowhere"), client.get("/static/page.css")):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert answer.headers["cache-control"] == "no-store"


def test_too_much_is_refused_whatever_is_said_of_its_length(client: TestClient, desk: Desk) -> None:
    said = client.post("/new", headers={"content-length": str(LARGEST + 1)}, content=b"")
    assert said.status_code == 413 and "more than 200 MB" in said.text and "Go back" in said.text

    def endless():
        for _ in range(LARGEST // 10_000_000 + 2):
            yield b"x" * 10_000_000

    kind = {"content-type": "multipart/form-data; boundary=b"}
    assert client.post("/new", headers=kind, content=endless()).status_code in (400, 413)


@pytest.mark.parametrize("name", ["../secret.css", "..%2fapp.py", "%2e%2e/app.py", "page.py", ""])
def test_static_files_are_ours_alone(client: TestClient, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404
