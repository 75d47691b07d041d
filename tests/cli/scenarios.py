"""Every command that writes, on a small case, and what is the same in two folders in which it was done.

Used by `cutting.py` and `racing.py`, which are programs of their own: they fork, and a forked process starts at once.
"""

from __future__ import annotations

import functools
import gc
import hashlib
import importlib
import json
import os
import pkgutil
import re
import selectors
import shutil
import signal
import sqlite3
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "guard"))
import sitecustomize  # noqa: E402, F401 - our own: it forbids the network
from stopping import Answer, Watch, filtered  # noqa: E402

import reviewdocs  # noqa: E402
from reviewdocs.cli import start  # noqa: E402
from reviewdocs.detect import Detector, models  # noqa: E402
from reviewdocs.formats.opening import open_document  # noqa: E402
from reviewdocs.model.words import Audience  # noqa: E402
from reviewdocs.records.maps import load_map, map_in  # noqa: E402
from reviewdocs.risk.examination import Examination  # noqa: E402
from reviewdocs.store import locked  # noqa: E402
from reviewdocs.workflows.anonymiser import Anonymiser  # noqa: E402

PASSPHRASE = "plinth otter marzipan quay"
MAP, SHUT = "case/pseudonyms.yaml", "case/pseudonyms.yaml.locked"
SCENARIOS: dict[str, tuple[str, ...]] = {
    "lock": ("pseudonyms", "lock", "case"),
    "unlock": ("pseudonyms", "unlock", "shut"),
    "new": ("new", "LCSPR-7", "--type", "LCSPR"),
    "convert": ("convert", "map.yaml", "made/map.xlsx"),
    "draft": ("draft", "case", "learning-summary"),
    "letters": ("letters", "case", "notification"),
    "letters sent": ("letters", "sent", "posted", "notification", "--on", "2024-01-09", "--to", "POLICE"),
    "letters again": ("letters", "posted", "notification", "--to", "POLICE", "--to", "CSC", "--date", "2024-02-01"),
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
_TIME = re.compile(rb"\d{4}-\d\d-\d\dT[\d:]+\+00:00")
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
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT / "tests/guard"), *filter(None, sys.path)])
    locked._COST = 14
    os.chdir(folder)
    done(("pseudonyms", "lock", "shut"))
    done(("anonymise", "case/drafts/old.txt", "--case", "case", "--record", "all.json"))
    (folder / "case/drafts/old.txt").write_text("Kirsty Garside wrote, and rang.\n", encoding="utf-8")
    if any("posted" in SCENARIOS[name] for name in wanted):
        shutil.copytree("case", "posted")
        done(("letters", "posted", "notification", "--to", "POLICE", "--to", "CSC", "--date", "2024-01-08"))
        if "letters again" in wanted:
            done(SCENARIOS["letters sent"])
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
        answer: what is done at each of its calls that change the disk; none is looked at where it is None.
        go: a pipe's ends; the command waits until the second is closed.
        anew: it is a Python of its own, which loads everything itself.
        looks: `answer` is asked of calls that only look at the disk too.
    """

    def __init__(
        self,
        command: tuple[str, ...],
        answer: Answer | None = None,
        go: tuple[int, int] | None = None,
        *,
        anew: bool = False,
        looks: bool = False,
    ) -> None:
        self._alive, theirs = os.pipe()
        told, tell = os.pipe()
        taken, take = os.pipe()
        self._said = Path(os.environ["TMPDIR"]).with_name(f"said-{theirs}")
        self._child = os.fork()
        if self._child == 0:
            try:
                for end in (self._alive, told, take, *(go or ())[1:]):
                    os.close(end)
                os.set_inheritable(theirs, True)
                out = os.open(self._said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
                if go:
                    os.read(go[0], 1)
                if answer:
                    filtered(tell, taken, looks=looks)
                for end in (tell, taken):
                    os.close(end)
                _become(command, out, anew=anew)
            finally:
                os._exit(99)
        for end in (theirs, tell, taken):
            os.close(end)
        self._watch = Watch(self._child, told, answer) if answer else None
        for end in (told, take):
            os.close(end)

    def end(self) -> tuple[int, str, bool]:
        """Its exit code (negative: the signal that killed it), what it said, and whether nothing of it goes on."""
        if self._watch:  # whoever it started holds the pipe's other end
            gone = self._watch.until(self._alive)
        else:
            with selectors.DefaultSelector() as waiting:
                waiting.register(self._alive, selectors.EVENT_READ)
                gone = bool(waiting.select(120))
        if not gone:
            os.kill(self._child, signal.SIGKILL)
        code = os.waitstatus_to_exitcode(os.waitpid(self._child, 0)[1])
        os.close(self._alive)
        said = self._said.read_text(encoding="utf-8")
        self._said.unlink()
        return code, said, gone


def done(
    command: tuple[str, ...], answer: Answer | None = None, *, anew: bool = False, looks: bool = False
) -> tuple[int, str, bool]:
    """A command done, as `Running.end` tells it."""
    return Running(command, answer, anew=anew, looks=looks).end()


def _become(command: tuple[str, ...], out: int, *, anew: bool) -> None:
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(out, 1)
    os.dup2(out, 2)
    os.close(out)
    if anew:
        os.execv(sys.executable, [sys.executable, "-B", "-m", "reviewdocs", *command])
    sys.argv = ["reviewdocs", *command]
    code = 99
    try:
        start.main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def warm() -> None:
    """Load what the commands load, the language model too: a forked command, and the workers that it forks, have it."""
    models._shipped = functools.cache(models._shipped)
    for module in pkgutil.walk_packages(reviewdocs.__path__, "reviewdocs."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    pmap = load_map(ROOT / "pseudonym_maps/lcspr-worked-example.yaml")
    text = TEXTS["case/drafts/one.txt"].encode()
    Anonymiser(pmap, Audience.PUBLIC).anonymise("a.txt", text)
    Examination("a.txt", text, open_document("a.txt", text), pmap, Detector((), ())).report(())
    gc.freeze()


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
    if path.suffix == ".xlsx" and not path.name.startswith("manifest"):
        return repr(map_in(data, path.name)[0])
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(path) as package:
            parts = [_TIME.sub(b"", package.read(name)) for name in sorted(package.namelist())]
            return hashlib.sha256(b"".join(parts)).hexdigest()
    if path.name == "lists.json":  # of lists, some of which hold times
        return json.dumps(sorted(json.loads(data)["files"]))
    if path.suffix == ".json":
        return json.dumps(_steady(json.loads(data)), sort_keys=True)
    return re.sub("[0-9a-f]{64}", "#", data.decode("utf-8", "replace"))


def _steady(content: Any) -> Any:
    if isinstance(content, dict):
        differs = {"salt", "made", "at", "last_hash", "journal"} | (
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
