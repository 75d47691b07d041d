"""Somebody who works on the page without a browser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from reviewdocs.store.case import Case
from reviewdocs.web.desk import Desk
from reviewdocs.web.jobs import Job, JobState
from reviewdocs.web.origin import CSRF


class Visitor:
    """Somebody who came with the token and is at one case: asks, sends forms, waits for jobs."""

    def __init__(self, client: TestClient, desk: Desk, name: str = "Sample-case") -> None:
        self.client, self.desk = client, desk
        self.handle = desk.gate.handle(name)
        self.at = f"/case/{self.handle}"

    @property
    def case(self) -> Case:
        """The case, as the page opens it."""
        return self.desk.case(self.handle)

    def see(self, screen: str, code: int = 200) -> str:
        """A screen of the case, as a reader sees it: its tags left out."""
        answer = self.client.get(f"{self.at}{screen}")
        assert answer.status_code == code, answer.text
        return shown(answer.text)

    def send(self, screen: str, code: int = 303, files: Sequence[tuple[str, str, bytes]] = (), **fields: Any) -> Any:
        """A form sent; the answer."""
        told = [(name, (file, data)) for name, file, data in files]
        data = {CSRF: self.desk.gate.csrf, **fields}
        answer = self.client.post(f"{self.at}{screen}", data=data, files=told or None)
        assert answer.status_code == code, answer.text
        return answer

    def finish(self, answer: Any) -> Job:
        """The job that a form began, when it is over."""
        job = self.desk.jobs.get(answer.headers["location"].rpartition("/")[2])
        assert job is not None
        assert job.over.wait(120)
        assert job.state is JobState.DONE, job.error
        return job

    def handle_of(self, file: Path) -> str:
        """What stands for a file in addresses."""
        return self.desk.file_handle(self.case, file)


def shown(html: str) -> str:
    """What a page says."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
