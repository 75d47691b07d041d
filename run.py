#!/usr/bin/env python3
"""One obvious command for each job on a bare machine: `python3 run.py demo`, `page` and `test`.

Needs nothing but Python's standard library. Makes `.venv` beside this file, installs the project into it with the
pinned versions of constraints.txt, and runs. Later calls reuse `.venv` until pyproject.toml or constraints.txt change.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "installed-from"
OLDEST = (3, 11)
OFFICE_PACKAGES = ["libreoffice-writer", "poppler-utils", "fonts-liberation", "chromium"]


def fail(message: str) -> None:
    """Say what is wrong and how to go on, and stop with exit code 3 (something the machine lacks)."""
    print(f"run.py: {message}", file=sys.stderr)
    raise SystemExit(3)


def run(*command: object, env: dict[str, str] | None = None) -> int:
    """Run a command in the project's folder and return its exit code."""
    return subprocess.call([str(part) for part in command], cwd=ROOT, env=env)


def make_environment(extra: str) -> None:
    """Make or refresh `.venv` so that it holds the project and, for tests, the developers' tools."""
    pinned = (ROOT / "pyproject.toml").read_bytes() + (ROOT / "constraints.txt").read_bytes()
    wanted = hashlib.sha256(pinned + f"{extra} {sys.version} {ROOT}".encode()).hexdigest()
    have = STAMP.read_text(encoding="utf-8").split() if STAMP.exists() else []
    if PYTHON.exists() and wanted in have:
        return
    if sys.version_info < OLDEST:
        fail(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed, and this is {sys.version.split()[0]}.")
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        fail(
            "this Python cannot make virtual environments. On Debian or Ubuntu install python3-venv "
            f"(apt install python{sys.version_info[0]}.{sys.version_info[1]}-venv), then run this again."
        )
    print("Setting up .venv (a few minutes, once) …", file=sys.stderr, flush=True)
    have = have if PYTHON.exists() else []
    if not PYTHON.exists() and run(sys.executable, "-m", "venv", "--clear", VENV):
        fail(f"could not make {VENV}. Is the folder writable, and is there room on the disk?")
    target = f".[{extra}]" if extra else "."
    install = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "-c",
        "constraints.txt",
        "-e",
        target,
    ]
    if run(*install):
        fail(
            "the packages could not be installed (see above). "
            "Where no package index can be reached, point pip at your own mirror and run this again."
        )
    run(PYTHON, "-m", "compileall", "-q", ROOT / "src")  # as pip does with what it does not install from a folder
    STAMP.write_text("\n".join([*have, wanted]) + "\n", encoding="utf-8")


def make_office() -> None:
    """Install what the tests of documents and of the web page need to look, where that is possible; the tests say so
    when they skip."""
    if shutil.which("soffice") and shutil.which("pdftoppm") and shutil.which("chromium"):
        return
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("Installing LibreOffice, poppler and Chromium for the tests …", file=sys.stderr, flush=True)
        quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        run("apt-get", "update", "-qq", env=quiet)
        run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *OFFICE_PACKAGES, env=quiet)
    else:
        print(
            "LibreOffice, poppler or Chromium is missing: tests that look at documents or at the page will be skipped.",
            file=sys.stderr,
        )


def demo(arguments: list[str]) -> int:
    """The main job on the bundled fictional case, into the folder named (default: `demo` beside this file)."""
    make_environment("")
    places = [str(Path(argument).resolve()) if not argument.startswith("-") else argument for argument in arguments]
    return run(PYTHON, "-m", "reviewdocs", "demo", *(places or [str(ROOT / "demo")]))


def page(arguments: list[str]) -> int:
    """The web page over a folder of cases (default: `cases` beside this file), opened in the browser."""
    make_environment("")
    folder = ROOT / "cases"
    if not [argument for argument in arguments if not argument.startswith("-")]:
        folder.mkdir(exist_ok=True)
        arguments = [str(folder), *arguments]
    return run(PYTHON, "-m", "reviewdocs", "serve", *arguments)


def test(arguments: list[str]) -> int:
    """Style, types, layers, then the tests; extra arguments go to pytest."""
    make_environment("dev")
    make_office()
    worst = 0
    for command in (
        [PYTHON, "-m", "ruff", "check", "."],
        [PYTHON, "-m", "ruff", "format", "--check", "."],
        [PYTHON, "-m", "mypy"],
        [BIN / "lint-imports"],
        [PYTHON, "-m", "pytest", *arguments],
    ):
        code = run(*command)
        if code:
            print(f"run.py: failed: {' '.join(str(part) for part in command[1:])}", file=sys.stderr)
        worst = worst or code
    return worst


def main() -> int:
    """Choose the job."""
    jobs = {"demo": demo, "page": page, "test": test}
    if len(sys.argv) < 2 or sys.argv[1] not in jobs:
        print(
            f"{__doc__}\nUsage: python3 run.py demo [DIR] | page [CASES_DIR] | test [pytest arguments]", file=sys.stderr
        )
        return 2
    return jobs[sys.argv[1]](sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
