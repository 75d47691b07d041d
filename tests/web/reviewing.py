"""A case with a finished report, and a check of it that is done, for tests of the review screens."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

from reviewdocs.web.board import Board
from reviewdocs.web.desk import Desk
from reviewdocs.web.jobs import Job, JobState
from reviewdocs.web.screens.findings import _looked
from reviewdocs.web.screens.review import check_files

MAP = """\
id: LCSPR-2031-02
review_type: LCSPR
people:
  - {id: CHILD, role: subject child, pseudonym: Child A, forename: Tamsin, surname: Quillfeather}
  - {id: MUM, role: mother, pseudonym: Mother, forename: Brid, surname: Quillfeather}
dates: {policy: keep}
"""
REPORT = """\
What happened

Mrs Dunmore of the school took notes on 9 January 2031, and Mrs Dunmore sent them out. The board can be reached on \
01632 960 140. Child A was seen at home on 12 March 2029. Tamsin had been quiet. <script>alert('text')</script>

On 14 March 2029 Mrs Dunmore was told that Ms Yarrow had called from 01632 960 555.
"""
FILES = {"anonymised/report v1.txt": REPORT}
KEY = "checked"


def make_case(folder: Path, files: dict[str, str] | None = None) -> Path:
    """A case with a map and finished documents."""
    for name, text in (files or FILES).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "pseudonyms.yaml").write_text(MAP, encoding="utf-8")
    return folder


class Officer:
    """A data protection officer at a check that is done."""

    def __init__(self, desk: Desk, name: str, key: str = KEY) -> None:
        self.desk, self.handle = desk, desk.gate.handle(name)
        self.back = f"/case/{self.handle}/review/{key}"
        self.job = Job(key, "Checking 1 document", self.back, state=JobState.DONE)
        desk.jobs._jobs[key] = self.job

    def check(self, *names: str) -> None:
        """Check these files of the case; the same job tells the newest."""
        folder = self.desk.case(self.handle).folder
        answer = check_files(lambda *_: None, folder, "", [str(folder / name) for name in names])
        self.job.answer = pickle.loads(pickle.dumps(answer))  # as it comes out of the process

    def board(self, number: int = 1) -> Board:
        """What the screen shows now."""
        return _looked(self.desk.case(self.handle), self.job.answer["review"], number).board

    def entry(self, text: str) -> int:
        """The number of the entry of a text."""
        return next(entry.number for entry in self.board().entries if entry.thing.text == text)

    def fields(self, text: str, action: str, **more: Any) -> dict[str, Any]:
        """What the form of an entry sends."""
        entry = self.board().entries[self.entry(text)]
        spot = entry.spots[0]
        return {"entry": str(entry.number), "place": str(spot.number), "finding": spot.finding.id, "action": action,
                "known": "0", "scope": "all", **more}  # fmt: skip
