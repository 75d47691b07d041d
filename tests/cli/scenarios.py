"""Every command that writes, on a small case, and what is the same in two folders in which it was done.

Used by `cutting.py` and `racing.py`, which are programs of their own: they fork, and a forked process starts at once.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import selectors
import shutil
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "guard"))
import sitecustomize  # noqa: E402, F401 - our own: it forbids the network

from reviewdocs.cli import app  # noqa: E402
from reviewdocs.records.maps import map_in  # noqa: E402
from reviewdocs.store import locked  # noqa: E402

PASSPHRASE = "plinth otter marzipan quay"
MAP, SHUT = "case/pseudonyms.yaml", "case/pseudonyms.yaml.locked"
SCENARIOS: dict[str, tuple[str, ...]] = {
    "lock": ("pseudonyms", "lock", "case"),
    "unlock": ("pseudonyms", "unlock", "shut"),
    "new": ("new", "LCSPR-7", "--type", "LCSPR"),
    "convert": ("convert", "map.yaml", "made/map.xlsx"),
    "draft": ("draft", "case", "learning-summary"),
    "letters": ("letters", "case", "notification"),
    "letters outside": ("letters", "case", "national-panel-decision"),
    "templates copy": ("templates", "copy", "notification", "case"),
    "anonymise": ("anonymise", "case/drafts/one.txt", "case/drafts/two.txt", "--case", "case"),
    "anonymise again": ("anonymise", "case/drafts/old.txt", "--case", "case", "--record", "all.json"),
    "anonymise a map": ("anonymise", "note.txt", "--map", "map.yaml", "-o", "out", "--record", "record.json"),
    "check": ("check", "case/drafts/one.txt", "--case", "case", "--format", "html", "-o", "risks.html"),
    "decide": ("decide", "case", "FINDING", "--accept", "--reason", "Known to all", "--by", "A Officer"),
    "decide another": ("decide", "case", "OTHER", "--accept", "--reason", "Said in court", "--by", "B Officer"),
    "export": ("decide", "case", "--export", "decisions.json"),
    "propose": ("pseudonyms", "propose", "unmapped"),
    "propose a file": ("pseudonyms", "propose", "unmapped", "-o", "proposed.yaml"),
}
"""What is typed in the folder that `prepared` makes."""
TEXTS = {
    "note.txt": "Kirsty Garside rang.\n",
    "case/drafts/one.txt": "Ms Aoife Brannigan saw Kirsty Garside on 12 March 2019.\n",
    "case/drafts/two.txt": "Kirsty Garside rang on 13 March 2019.\n",
    "case/drafts/old.txt": "Kirsty Garside wrote.\n",
}


def prepared(folder: Path, *wanted: str) -> dict[str, tuple[str, ...]]:
    """Fill a folder with what the commands work on, and give them with what the wanted ones need of it."""
    for case, name in (("case", "pseudonyms.yaml"), ("shut", "pseudonyms.yaml")):
        (folder / case / "records").mkdir(parents=True)
        shutil.copy(ROOT / "examples/lcspr-demo/review.yaml", folder / case / "review.yaml")
        shutil.copy(ROOT / "pseudonym_maps/lcspr-worked-example.yaml", folder / case / name)
    (folder / "unmapped").mkdir()
    shutil.copy(ROOT / "examples/lcspr-demo/review.yaml", folder / "unmapped/review.yaml")
    shutil.copy(ROOT / "pseudonym_maps/lcspr-worked-example.yaml", folder / "map.yaml")
    for name, text in TEXTS.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    os.environ["REVIEWDOCS_PASSPHRASE"] = PASSPHRASE
    locked._COST = 14
    os.chdir(folder)
    done(("pseudonyms", "lock", "shut"))
    done(("anonymise", "case/drafts/old.txt", "--case", "case", "--record", "all.json"))
    (folder / "case/drafts/old.txt").write_text("Kirsty Garside wrote, and rang.\n", encoding="utf-8")
    if not any("decide" in SCENARIOS[name] for name in wanted):
        return SCENARIOS
    done(("check", *list(TEXTS)[1:3], "--case", "case", "-o", "seen.json", "--json"))
    seen = json.loads(Path("seen.json").read_text(encoding="utf-8"))
    dates = [f["id"] for document in seen["documents"] for f in document["findings"] if f["rule"] == "exact-date"]
    return {
        name: tuple({"FINDING": dates[0], "OTHER": dates[1]}.get(part, part) for part in command)
        for name, command in SCENARIOS.items()
    }


class Running:
    """A command in a process of its own, forked from this one.

    Args:
        command: what is typed.
        before: called there first.
        go: a pipe's end; the command waits until its other end is closed.
    """

    def __init__(
        self, command: tuple[str, ...], before: Callable[[], None] = lambda: None, go: int | None = None
    ) -> None:
        self._alive, theirs = os.pipe()
        self._said = Path(os.environ["TMPDIR"]).with_name(f"said-{theirs}")
        self._child = os.fork()
        if self._child == 0:
            os.close(self._alive)
            _become(command, before, go, self._said)
        os.close(theirs)

    def end(self) -> tuple[int, str, bool]:
        """Its exit code (negative: the signal that killed it), what it said, and whether nothing of it goes on."""
        code = os.waitstatus_to_exitcode(os.waitpid(self._child, 0)[1])
        with selectors.DefaultSelector() as waiting:  # whoever it started holds the pipe's other end
            waiting.register(self._alive, selectors.EVENT_READ)
            gone = bool(waiting.select(60))
        os.close(self._alive)
        said = self._said.read_text(encoding="utf-8")
        self._said.unlink()
        return code, said, gone


def done(command: tuple[str, ...], before: Callable[[], None] = lambda: None) -> tuple[int, str, bool]:
    """A command done, as `Running.end` tells it."""
    return Running(command, before).end()


def _become(command: tuple[str, ...], before: Callable[[], None], go: int | None, said: Path) -> None:
    code = 99
    try:
        out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        sys.stdin = Path(os.devnull).open()  # noqa: SIM115 - for as long as the process lasts
        sys.argv = ["reviewdocs", *command]
        if go is not None:
            os.read(go, 1)
        before()
        app.main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def state(folder: Path) -> dict[str, str]:
    """What every file of a folder means, without times, salts and what else differs from run to run."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): meaning(path) for path in files}


def meaning(path: Path) -> str:
    """What a file means."""
    data = path.read_bytes()
    if path.suffix == ".locked":
        return hashlib.sha256(locked.unsealed(data, PASSPHRASE, where=path.name)).hexdigest()
    if path.suffix == ".sqlite":
        return _rows(path)
    if path.suffix == ".xlsx":
        return repr(map_in(data, path.name)[0])
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            return hashlib.sha256(b"".join(package.read(name) for name in sorted(package.namelist()))).hexdigest()
    if path.suffix == ".json":
        return json.dumps(_steady(json.loads(data)), sort_keys=True)
    return re.sub("[0-9a-f]{64}", "#", data.decode("utf-8"))


def _steady(content: Any) -> Any:
    if isinstance(content, dict):
        differs = {"salt", "made", "at", "last_hash"} | (
            {"source"} if isinstance(content.get("source"), str) else set()
        )
        return {key: _steady(value) for key, value in content.items() if key not in differs}
    return [_steady(value) for value in content] if isinstance(content, list) else content


def _rows(path: Path) -> str:
    """What a record of decisions holds; of checks, which may be noted twice, what was found in what."""
    with closing(sqlite3.connect(path)) as connection:
        decided = connection.execute(
            'SELECT number, action, finding, reason, "by" FROM decisions ORDER BY number'
        ).fetchall()
        checked = connection.execute(
            "SELECT DISTINCT document, sha256, listing FROM checks ORDER BY 1, 2, 3"
        ).fetchall()
    return json.dumps([decided, checked])


def leftovers(folder: Path) -> Iterator[str]:
    """What no command may leave behind, in the folder or in the system's temporary folder."""
    yield from (path.name for path in folder.rglob(".~*"))
    yield from (path.name for path in Path(os.environ["TMPDIR"]).rglob("*"))
