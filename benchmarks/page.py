"""How quick the review screen is in Chromium: a report of 150 pages with 50 to 400 findings.

    python -m benchmarks.page [50 100 200 400]

Measured at the browser: from asking for the page until something of it is painted and until its script has run; the
time that the page's script takes to go to the next finding (with the layout that it forces), and until the next frame
is there; and from a decision to its answer.
"""

from __future__ import annotations

import datetime as dt
import io
import re
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

from reviewdocs.formats.opening import open_document
from reviewdocs.model.findings import CheckReport, CoverageReport, DocumentReport, Finding, Severity, Verdict
from reviewdocs.model.mentions import Category
from reviewdocs.risk.identity import Surroundings, alike_of, ids_of
from reviewdocs.risk.place import location, sentence
from reviewdocs.risk.rules.exact_date import RULE
from reviewdocs.store.case import Case
from reviewdocs.store.decisions import DecisionBook
from reviewdocs.web.app import app_for
from reviewdocs.web.desk import Desk
from reviewdocs.web.jobs import Job, JobState
from reviewdocs.web.origin import TOKEN, Gate
from reviewdocs.workflows.reviewing import Reading, Review

_DAY = re.compile(r"(?<=This was recorded on )\d+ \w+ \d{4}")
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
    case, checked = _checked(folder / "Case", count)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        desk = Desk(folder, Gate(port))
        desk.by = "Measurer"
        at = f"/case/{desk.handle(case)}/review/job"
        answer = {"folder": case.folder, "review": checked, "files": ()}
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


def _checked(folder: Path, count: int) -> tuple[Case, Review]:
    """A case with the report, and a check that found so many days in it (a check is measured elsewhere)."""
    folder.mkdir(parents=True)
    (folder / "pseudonyms.yaml").write_text(pseudonym_map(), encoding="utf-8")
    case, data = Case.open(folder), _document(count)
    file = case.anonymised / "report.docx"
    paragraphs = open_document(file.name, data).paragraphs()
    around = Surroundings(paragraphs)
    places = [(p, *match.span()) for p in paragraphs for match in _DAY.finditer(p.text)]
    known = [(alike_of("exact-date", p.text[start:end]), around.key(p, start, end)) for p, start, end in places]
    findings = [
        Finding(id=identity, alike=alike, place=key, rule="exact-date", category=Category.DATE, text=p.text[start:end],
                severity=Severity.REVIEW, context=sentence(p.text, start, end), location=location(p, start, end),
                message=RULE.message, suggestion=RULE.remedy, confidence=1.0, detected_by=("benchmark",))
        for (p, start, end), (alike, key), identity in zip(places, known, ids_of(known), strict=True)
    ]  # fmt: skip
    document = DocumentReport(file=str(file), sha256="0" * 64, verdict=Verdict.NOT_READY, findings=tuple(findings),
                              coverage=CoverageReport(read=(), unread=()), detectors=(), language_model="none",
                              not_run=())  # fmt: skip
    DecisionBook(case).note_check(file, document, dt.datetime.now(dt.UTC))
    report = CheckReport(tool_version="0", documents=(document,))
    return case, Review(report, (tuple(Reading("").lines(file.name, data)),))


def _document(count: int) -> bytes:
    document = docx.Document(io.BytesIO(report()))
    long = [paragraph for paragraph in document.paragraphs if len(paragraph.runs) > 2]
    for number in range(count):
        day = dt.date(2019, 1, 1) + dt.timedelta(days=3 * number)
        long[number * len(long) // count].add_run(f"This was recorded on {day.day} {day:%B %Y}. ")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [50, 100, 200, 400])
