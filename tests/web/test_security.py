"""What hostile files, killed processes and closing down leave behind: nothing, and nothing lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from reviewing import Officer, make_case
from starlette.testclient import TestClient
from visiting import Visitor

from conftest import GUARD
from reviewdocs.store.decisions import DecisionBook
from reviewdocs.web.desk import Desk
from reviewdocs.web.jobs import JobState
from reviewdocs.web.origin import CSRF_HEADER


@pytest.fixture
def visitor(client: TestClient, desk: Desk, cases: Path) -> Visitor:
    """Somebody at a small case."""
    make_case(cases / "Case")
    return Visitor(client, desk, "Case")


def bomb(path: Path) -> Path:
    """A small document that unpacks to more than any may."""
    docx.Document().save(str(path))
    zeros = b"\0" * 10_000_000
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
        package.open("word/media/image1.png", "w", force_zip64=True) as part,
    ):
        for _ in range(60):
            part.write(zeros)
    return path


def test_a_zip_bomb_costs_one_document_and_no_other(visitor: Visitor, tmp_path: Path) -> None:
    data = bomb(tmp_path / "bomb.docx").read_bytes()
    assert len(data) < 5_000_000
    files = [("file", "bomb.docx", data), ("file", "note.txt", b"Mrs Dunmore came.")]
    job = visitor.finish(visitor.send("/review", files=files))
    page = visitor.see(job.back.removeprefix(visitor.at))
    assert "Could not be checked: bomb.docx" in page and "note.txt" in page


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of other systems")
def test_a_killed_worker_is_told_and_loses_nothing(visitor: Visitor, client: TestClient) -> None:
    officer = Officer(visitor.desk, "Case")
    officer.check("anonymised/report v1.txt")
    visitor.desk.by = "Dana Protect"
    fields = officer.fields("Ms Yarrow", "accept", reason="She agreed in writing that her name may stand")
    client.post(f"{officer.back}/1", data=fields, headers={CSRF_HEADER: visitor.desk.gate.csrf})
    before = DecisionBook(visitor.case).decisions()
    answer = visitor.send("/review", document=visitor.handle_of(visitor.case.anonymised / "report v1.txt"))
    job = visitor.desk.jobs.get(answer.headers["location"].rpartition("/")[2])
    assert job is not None and job.process is not None and job.process.pid is not None
    os.kill(job.process.pid, signal.SIGKILL)
    assert job.over.wait(60) and job.state is JobState.FAILED
    told = client.get(answer.headers["location"]).text
    assert "broke off before its end" in told
    assert len(before) == 1 and DecisionBook(visitor.case).decisions() == before
    assert client.get(f"{officer.back}/1").status_code == 200


def test_closing_leaves_no_process_file_or_line_behind(cases: Path, tmp_path: Path) -> None:
    make_case(cases / "Case")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    path = os.pathsep.join([str(GUARD), os.environ.get("PYTHONPATH", "")])
    env = dict(os.environ, PYTHONPATH=path, PYTHONUNBUFFERED="1", REVIEWDOCS_TESTS_LOOPBACK="1", TMPDIR=str(temporary))
    before = sorted(cases.rglob("*"))
    command = [sys.executable, "-m", "reviewdocs", "serve", str(cases), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=env) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(3)]
        process.send_signal(signal.SIGINT)
        said += process.stdout.readlines()
    assert "Case" not in "".join(said) and "Traceback" not in "".join(said)
    assert list(temporary.iterdir()) == []
    assert sorted(cases.rglob("*")) == before


@pytest.mark.parametrize("name", ["../../pseudonyms.yaml", "/etc/passwd", "..\\..\\x", "%2e%2e%2fmap", "a\x00b", "CON"])
def test_no_address_and_no_name_leads_out_of_a_case(visitor: Visitor, client: TestClient, name: str) -> None:
    from urllib.parse import quote

    for at in ("/file/", "/copy/", "/review/", "/anonymised/", "/letters/"):
        answer = client.get(f"{visitor.at}{at}{quote(name, safe='')}")
        assert answer.status_code in (400, 404) and "root:" not in answer.text
    before = sorted(visitor.desk.folder.parent.rglob("*"))
    client.post(f"{visitor.at}/review", data={"document": name}, headers={CSRF_HEADER: visitor.desk.gate.csrf})
    assert sorted(visitor.desk.folder.parent.rglob("*")) == before
