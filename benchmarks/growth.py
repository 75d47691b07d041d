"""How the time of `anonymise` and `check` grows with texts of nothing but one character, or one pair, over and over.

    python benchmarks/growth.py [--sizes 10,100,1000] [--kinds txt,md,docx] [--only NAME] [--limit SECONDS]

One process a measurement, forked when all is loaded and killed at the limit; sizes are thousands of characters. A text
ten times as long should take ten times as long: where it takes more than twice that, and over a second, the line ends
with what it grew by.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

import docx

from reviewdocs.detect import Detector
from reviewdocs.errors import ReviewdocsError
from reviewdocs.formats.opening import open_document
from reviewdocs.model.words import Audience
from reviewdocs.records.maps import load_map
from reviewdocs.risk.examination import Examination
from reviewdocs.workflows.anonymiser import Anonymiser

PATTERNS = {
    "initials": "K.",
    "initials, spaced": "K. ",
    "capitals": "K",
    "small letters": "k",
    "letters, spaced": "k ",
    "words": "word ",
    "capital words": "Word ",
    "the name": "Kirsty ",
    "the name, run together": "Kirsty",
    "less than": "<",
    "tags": "<b>",
    "comments": "<!-- ",
    "closed comments": "<!-- -->",
    "ampersands": "&",
    "entities": "&#75;",
    "double quotes": '"',
    "curved quotes": "\u201c",
    "single quotes": "'",
    "apostrophes": "s\u2019",
    "square brackets": "[",
    "links": "[](",
    "round brackets": "(",
    "braces": "{",
    "stars": "*",
    "stars around": "**a",
    "underscores": "_",
    "backticks": "`",
    "tildes": "~",
    "backslashes": "\\",
    "bars": "|",
    "hashes": "#",
    "addresses begun": "a.b@",
    "at signs": "@",
    "web": "http://",
    "www": "www.",
    "digits": "0",
    "digits, spaced": "0 ",
    "dates": "1/2/",
    "numbers with commas": "1,",
    "hyphens": "-",
    "hyphenated": "K-",
    "dots": ".",
    "commas": ",",
    "colons": "a:",
    "slashes": "/",
    "percents": "%4b",
    "equals": "=4b",
    "spaces": " ",
    "tabs": "\t",
    "lines": "\n",
    "carriage returns": "\r",
    "no-break spaces": "\u00a0",
    "zero-width": "\u200b",
    "soft hyphens": "\u00ad",
    "combining marks": "\u0301",
    "marked letters": "e\u0301",
    "directions": "\u202e",
    "wide letters": "\uff2b",
    "emoji": "\U0001f600",
    "Chinese": "\u4e2d",
    "base64": "RmFp",
    "titles": "Mr ",
    "street": "1 High ",
    "hyphened name": "Kirsty-",
    "the name, in capitals": "KIRSTY ",
    "ranks": "Sgt ",
    "parties": "K v K ",
    "days": "1 January ",
    "day as a name": "Day ",
    "citations": "[2012] ",
    "roads": "Kk Road ",
    "schools": "St Kk School ",
    "clock": "12:00 ",
    "born": "born ",
    "and": "and K ",
    "quoted letters": "\u201cK\u201d ",
}
MAP = """\
id: LCSPR-2031-07
review_type: LCSPR
people:
  - {id: SUBJECT, role: subject child, pseudonym: Child A, forename: Kirsty, surname: Oakden, pronouns: she/her,
     dob: "2015-03-04", identifiers: {nhs: "999 000 0018"}, addresses: ["1 High Street"]}
  - {id: MOTHER, role: mother, pseudonym: Mother, forename: Tamsin, surname: Brackwell, pronouns: she/her}
dates: {policy: month-year}
"""


def document(kind: str, text: str) -> bytes:
    """The text as a file; of a Word document, one paragraph."""
    if kind != "docx":
        return f"Seen.\n{text}\nEnd.\n".encode()
    made = docx.Document()
    made.add_paragraph("".join(c for c in text if c >= " " or c in "\t\n"))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _timed(work: Callable[[], object], answer: multiprocessing.Queue[float]) -> None:
    started = time.process_time()
    try:
        work()
    except ReviewdocsError as error:
        print(f"    {str(error)[:100]}")
    answer.put(time.process_time() - started)


def seconds(work: Callable[[], object], limit: float) -> float:
    """Seconds of processor time that it takes in a process of its own, which other work hardly changes; infinity when
    it has not ended after so many seconds."""
    context = multiprocessing.get_context("fork")
    answer = context.Queue()
    process = context.Process(target=_timed, args=(work, answer), daemon=True)
    process.start()
    process.join(limit)
    if process.is_alive():
        process.kill()
        process.join()
    return answer.get() if process.exitcode == 0 else float("inf")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10,100,1000")
    parser.add_argument("--kinds", default="txt,md,docx")
    parser.add_argument("--only", default="")
    parser.add_argument("--limit", type=float, default=600)
    parser.add_argument("--work", default="anonymise,check")
    asked = parser.parse_args()
    sizes = [int(size) for size in asked.sizes.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "map.yaml")
        file.write_text(MAP, encoding="utf-8")
        pmap = load_map(file)
    anonymiser, detector = Anonymiser(pmap, Audience.PUBLIC), Detector((), ())
    anonymiser.anonymise("a.txt", b"Kirsty was seen.\n")  # what is loaded late is loaded now

    def check(name: str, data: bytes) -> object:
        return Examination(name, data, open_document(name, data), pmap, detector).report(())

    check("a.txt", b"Kirsty was seen.\n")
    works = {"anonymise": anonymiser.anonymise, "check": check}
    for what, pattern in PATTERNS.items():
        for kind in asked.kinds.split(",") if asked.only in what else ():
            for work in asked.work.split(","):
                taken: list[float] = []
                for size in sizes:
                    data = document(kind, (pattern * (size * 1000))[: size * 1000])
                    taken.append(seconds(partial(works[work], f"a.{kind}", data), asked.limit))
                    if taken[-1] == float("inf"):
                        break
                grew = [later / max(before, 0.05) for before, later in pairwise(taken)]
                worst = max(grew, default=0.0) if max(taken) > 1 else 0.0
                told = f"   grew by {worst:.0f}" if worst > 2 * sizes[-1] / sizes[-2] else ""
                print(f"{what:24} {kind:5} {work:10}" + "".join(f"{each:8.2f}" for each in taken) + told, flush=True)


if __name__ == "__main__":
    main()
