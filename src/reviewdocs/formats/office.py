"""Word documents into PDF, by LibreOffice where it is installed: many at a time, by one process.

It works in a folder of its own beside the documents, for nothing with real names may lie in the system's temporary
folder, runs no macro, and fetches nothing that a document links to.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from reviewdocs.errors import NotCheckedError, OutputError, refused
from reviewdocs.formats.atomic import not_written
from reviewdocs.formats.locks import lock
from reviewdocs.formats.tether import hold

BATCH = 40
"""Documents that one process converts; a command line of Windows holds their names."""
PLAIN = "pdf"
_YES = {"type": "boolean", "value": "true"}
_OPTIONS = ("UseTaggedPDF", "PDFUACompliance", "ExportBookmarks", "DisplayPDFDocumentTitle")
ACCESSIBLE = f"pdf:writer_pdf_Export:{json.dumps(dict.fromkeys(_OPTIONS, _YES))}"
"""How LibreOffice is told what kind of PDF: as it comes; tagged, with bookmarks, as PDF/UA asks."""
_PREFIX, _HELD = ".~office-", "held"
_TO_START, _EACH = 180, 30
"""Seconds: for the first start of a fresh profile on a slow computer, and for each document."""
_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_SAFE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""
"""No macros, no pictures from elsewhere, no links brought up to date."""


def office_program() -> str | None:
    """LibreOffice's program; None where there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


class Office:
    """Converts documents; see `office`.

    Args:
        program: LibreOffice.
        folder: what it works in.
    """

    def __init__(self, program: str, folder: Path) -> None:
        self._program, self._folder = program, folder
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_SAFE, encoding="utf-8")

    def pdfs(self, documents: Sequence[tuple[str, bytes]], *, to: str = PLAIN) -> list[bytes | OutputError]:
        """The PDF of each document (its name and bytes), or why there is none. At most `BATCH`.

        `to`: what kind of PDF, `PLAIN` or `ACCESSIBLE`.
        """
        into = self._folder / "out"
        into.mkdir(exist_ok=True)
        files = []
        for number, (_, data) in enumerate(documents):
            path = self._folder / f"{number}.docx"
            path.write_bytes(data)
            files.append(path)
        self._run(files, into, to)
        made = [self._taken(into / f"{number}.pdf", name) for number, (name, _) in enumerate(documents)]
        for path in files:
            path.unlink(missing_ok=True)
        return made

    def _run(self, files: Sequence[Path], into: Path, to: str) -> None:
        """One process over all of them; what it did not make is seen from what is there."""
        profile = f"-env:UserInstallation={(self._folder / 'profile').as_uri()}"
        command = [self._program, profile, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to",
                   to, "--outdir", str(into), *map(str, files)]  # fmt: skip
        env = dict(os.environ, TMPDIR=str(self._folder), TEMP=str(self._folder), TMP=str(self._folder))
        try:
            process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL, start_new_session=True)  # fmt: skip
        except OSError as error:
            raise NotCheckedError(f"LibreOffice could not be started: {refused(error)[0]}.",
                                  remedy="Open it once by hand, then run again.") from error  # fmt: skip
        hold(process.pid)
        limit = threading.Timer(_TO_START + _EACH * len(files), lambda: _end(process))
        limit.start()
        try:
            process.wait()
        finally:
            limit.cancel()
            _end(process)

    def _taken(self, path: Path, name: str) -> bytes | OutputError:
        try:
            data = path.read_bytes()
            path.unlink()
        except OSError:
            data = b""
        if data.startswith(b"%PDF-"):
            return data
        return OutputError("LibreOffice made no PDF of this document.", where=name,
                           remedy="Open it in Word and save it as PDF there.")  # fmt: skip


@contextmanager
def office(beside: Path) -> Iterator[Office]:
    """LibreOffice, working in a folder of its own within `beside`, which is gone afterwards.

    Raises:
        NotCheckedError: it is not installed.
        OutputError: its folder cannot be made.
    """
    program = office_program()
    if program is None:
        raise NotCheckedError("LibreOffice is not on this computer, and PDFs are made with it.",
                              remedy="Install it, or open the letters in Word and save them as PDF.")  # fmt: skip
    sweep_offices(beside)
    try:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=beside))
        handle = os.open(folder / _HELD, os.O_RDWR | os.O_CREAT)
    except OSError as error:
        raise not_written(error, beside) from error
    try:
        lock(handle)
        yield Office(program, folder)
    finally:
        os.close(handle)
        shutil.rmtree(folder, ignore_errors=True)


def sweep_offices(folder: Path) -> None:
    """Remove what conversions that were cut off left in a folder."""
    for left in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            handle = os.open(left / _HELD, os.O_RDWR | os.O_CREAT)
            try:
                free = lock(handle)
            finally:
                os.close(handle)
            if free:
                shutil.rmtree(left, ignore_errors=True)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End it with all that it started."""
    with suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
