"""How quick the review screen is in Chromium: a report of 150 pages with 50 to 400 findings.

    python -m benchmarks.page [50 100 200 400]

Measured at the browser: from asking for the page until something of it is painted and until its script has run; the
time that the page's script takes to go to the next finding (with the layout that it forces), and until the next frame
is there; and from a decision to its answer.
"""

from __future__ import annotations

import datetime as dt
import io
import shutil
import socket
import statistics
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

import docx
import uvicorn
from benchmarks.report import pseudonym_map, report
from playwright.sync_api import Page, sync_playwright

from reviewdocs.store.case import Case
from reviewdocs.web.app import app_for
from reviewdocs.web.desk import Desk
from reviewdocs.web.jobs import Job, JobState
from reviewdocs.web.origin import TOKEN, Gate
from reviewdocs.web.screens.review import check_files
from reviewdocs.workflows.anonymise import anonymise
from reviewdocs.workflows.destination import Destination

_STEPS = 40
_NEXT = """async () => {
  const took = [], framed = [];
  for (let n = 0; n < %d; n += 1) {
    const start = performance.now();
    document.querySelector(".find.current").dispatchEvent(new KeyboardEvent("keydown", { key: "n", bubbles: true }));
    took.push(performance.now() - start);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    framed.push(performance.now() - start);
  }
  return [took, framed];
}"""
_LOADED = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  return [page.responseStart, paint.startTime, page.domContentLoadedEventEnd];
}"""


def main(counts: list[int]) -> None:
    """Measure and print a table."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    print("| findings | page, MB | first byte | first paint | script ready | next: script, median (95 %) | next: frame "
          "| decision answered |\n|---|---|---|---|---|---|---|---|")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for count in counts:
            _measure(browser.new_page(viewport={"width": 1366, "height": 768}), Path(folder) / str(count), count)


def _measure(page: Page, folder: Path, count: int) -> None:
    case = _case(folder / "Case", count)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        desk = Desk(folder, Gate(port))
        desk.by = "Measurer"
        at = f"/case/{desk.handle(case)}/review/job"
        answer = check_files(lambda *_: None, case.folder, "", [str(case.anonymised / "report.docx")])
        desk.jobs._jobs["job"] = Job("job", "Checking", at, state=JobState.DONE, answer=answer)
        server = uvicorn.Server(uvicorn.Config(app_for(desk), log_config=None, access_log=False))
        running = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        running.start()
        page.goto(f"http://127.0.0.1:{port}/?{TOKEN}={desk.gate.token}")
        page.wait_for_url("**/")
        loads = [_loaded(page, f"http://127.0.0.1:{port}{at}/1") for _ in range(5)]
        first, paint, ready = (statistics.median(column) for column in zip(*loads, strict=True))
        size = len(page.content().encode()) / 1e6
        found = page.locator(".find:not(.note)").count()
        took, framed = page.evaluate(_NEXT % _STEPS)
        answered = page.evaluate(_DECIDE)
        print(f"| {found} | {size:.1f} | {first:.0f} ms | {paint:.0f} ms | {ready:.0f} ms "
              f"| {statistics.median(took):.1f} ms ({sorted(took)[int(_STEPS * 0.95)]:.1f}) "
              f"| {statistics.median(framed):.0f} ms | {answered:.0f} ms |")  # fmt: skip
        page.goto("about:blank")
        server.should_exit = True
        running.join()


_DECIDE = """async () => {
  const form = document.getElementById("decide"), data = new FormData(form);
  data.set("action", "accept"); data.set("reason", "A date that was published before");
  const start = performance.now();
  const headers = { "x-csrf": document.body.dataset.secret };
  await (await fetch(form.getAttribute("action"), { method: "POST", body: data, headers })).json();
  return performance.now() - start;
}"""


def _loaded(page: Page, address: str) -> Any:
    page.goto(address)
    page.locator(".find.current").wait_for()
    return page.evaluate(_LOADED)


def _case(folder: Path, count: int) -> Case:
    """A case with the anonymised report, in which so many days stand."""
    (folder / "drafts").mkdir(parents=True)
    (folder / "pseudonyms.yaml").write_text(pseudonym_map(), encoding="utf-8")
    document = docx.Document(io.BytesIO(report()))
    long = [paragraph for paragraph in document.paragraphs if len(paragraph.runs) > 2]
    for number in range(count):
        day = dt.date(2019, 1, 1) + dt.timedelta(days=3 * number)
        place = long[number * len(long) // count]
        place.add_run(f"This was recorded on {day.day} {day:%B %Y}. ")
    document.save(str(folder / "drafts" / "report.docx"))
    case = Case.open(folder)
    anonymise([folder / "drafts" / "report.docx"], pmap=case.load_map(), to=Destination(case.anonymised, case))
    return case


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [50, 100, 200, 400])
