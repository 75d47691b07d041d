"""The page to ask directly, and a real one in Chromium."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.testclient import TestClient
from visiting import Visitor

from reviewdocs.web.app import app_for
from reviewdocs.web.desk import Desk
from reviewdocs.web.origin import COOKIE, Gate
from reviewdocs.workflows.demo import demo

GUARD = Path(__file__).parents[1] / "guard"
PORT = 4711
AT = f"http://127.0.0.1:{PORT}"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of cases with the sample case in it; to be copied, not changed."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:  # nothing is decided or published yet, and nobody is known
        patch.setattr("reviewdocs.workflows.demo._published", lambda case, drafts, *_: drafts[0])
        demo(folder / "Sample-case", say=lambda _: None)
    return folder


@pytest.fixture
def cases(sample: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    return Path(shutil.copytree(sample, tmp_path / "cases"))


@pytest.fixture
def desk(cases: Path) -> Iterator[Desk]:
    """What a page over these cases works on."""
    desk = Desk(cases, Gate(PORT))
    yield desk
    desk.close()


@pytest.fixture
def stranger(desk: Desk) -> TestClient:
    """Somebody who knows the address of the page and nothing else."""
    return TestClient(app_for(desk), base_url=AT, follow_redirects=False)


@pytest.fixture
def client(desk: Desk, stranger: TestClient) -> TestClient:
    """Somebody who came with the token."""
    stranger.cookies.set(COOKIE, desk.gate.cookie, domain="127.0.0.1")
    return stranger


@pytest.fixture
def visitor(client: TestClient, desk: Desk) -> Visitor:
    """Somebody at the sample case."""
    return Visitor(client, desk)


@pytest.fixture
def served(cases: Path) -> Iterator[str]:
    """The address, with the token, of a page that is served by a process of its own over these cases."""
    path = os.pathsep.join([str(GUARD), os.environ.get("PYTHONPATH", "")])
    env = dict(os.environ, PYTHONPATH=path, PYTHONUNBUFFERED="1", REVIEWDOCS_TESTS_LOOPBACK="1")
    command = [sys.executable, "-m", "reviewdocs", "serve", str(cases), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as process:
        assert process.stdout is not None
        yield next(line.strip() for line in process.stdout if line.startswith("http"))
        process.terminate()


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Chromium is; skipped where it is missing, which in CI is a failure."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        if os.environ.get("CI"):
            pytest.fail("Chromium must be there in CI")
        pytest.skip("Chromium is missing")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Chromium at work."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])


@pytest.fixture
def open_page(browser: Browser, served: str) -> Iterator[Callable[..., Page]]:
    """Opens the served page in a fresh browser; what a page's script complains of fails the test."""
    complaints: list[str] = []
    contexts = []

    def opened(**how: object) -> Page:
        context = browser.new_context(**how)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(served)
        page.wait_for_url("**/")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


SERIOUS = ("serious", "critical")


@pytest.fixture
def barriers() -> Callable[[Page], list[str]]:
    """What axe finds on a page that keeps people out."""
    from axe_playwright_python.sync_playwright import Axe

    def found(page: Page) -> list[str]:
        violations = Axe().run(page).response["violations"]
        return [f"{v['id']}: {v['nodes'][0]['html']}" for v in violations if v["impact"] in SERIOUS]

    return found
