"""What all tests share: no network, the command line in process, the corpora and LibreOffice where they are there."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
sys.path.insert(0, str(TESTS / "guard"))
import sitecustomize  # noqa: E402 - our own, from tests/guard, once it is on the path

sitecustomize.forbid_network()


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers are forks of this process, so they have what a test patched, whatever threads other tests left behind."""
    from reviewdocs.formats import worker

    monkeypatch.setattr(worker, "_context", lambda: multiprocessing.get_context("fork"))


@pytest.fixture
def no_model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, forked: None) -> None:
    """Take the shipped language model away."""
    from reviewdocs.detect import models

    monkeypatch.setattr(models, "SHIPPED", tmp_path / "no-model")


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Answer]:
    """Run a command in this process: `cli("check", path).code`."""
    from reviewdocs.cli.app import main

    def run(*arguments: object) -> Answer:
        monkeypatch.setattr(sys, "argv", ["reviewdocs", *map(str, arguments)])
        capsys.readouterr()
        try:
            main()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Answer(code, said.out, said.err)

    return run


@pytest.fixture
def command() -> Callable[..., Answer]:
    """Run a command as a process of its own, the network forbidden there too."""

    def run(*arguments: object, cwd: Path | None = None) -> Answer:
        env = dict(os.environ, PYTHONPATH=str(TESTS / "guard"))
        done = subprocess.run(
            [sys.executable, "-m", "reviewdocs", *map(str, arguments)], capture_output=True, text=True, env=env, cwd=cwd
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of shared corpora; tests that need it are skipped where it is absent."""
    folder = Path(os.environ.get("REVIEWDOCS_CORPORA", ROOT.parent / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip("the shared corpora are not here (set REVIEWDOCS_CORPORA)")
    return folder


@pytest.fixture(scope="session")
def as_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Convert documents to PDF with LibreOffice, and tell where the first is; skipped where it is missing, which in CI
    is a failure."""
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        if os.environ.get("CI"):
            pytest.fail("LibreOffice and poppler must be there in CI")
        pytest.skip("LibreOffice or poppler is missing")
    folder = tmp_path_factory.mktemp("office")

    def convert(document: Path, *more: Path) -> Path:
        profile = (folder / "profile").as_uri()
        office = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*office, "--outdir", folder, document, *more], check=True, capture_output=True, timeout=300)
        return folder / f"{document.stem}.pdf"

    return convert
