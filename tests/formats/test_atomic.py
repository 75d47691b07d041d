"""Writing whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from reviewdocs.errors import OutputError
from reviewdocs.formats.atomic import write_atomically


def test_the_folder_is_made_and_the_old_file_replaced(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file.docx"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert [p.name for p in path.parent.iterdir()] == ["file.docx"]


@pytest.mark.parametrize(
    "number, words",
    [(errno.ENOSPC, "disk is full"), (errno.EACCES, "open in another program"), (errno.EROFS, "read-only")],
)
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    path = tmp_path / "file.docx"
    path.write_bytes(b"old")

    def refuse(*_: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OutputError, match=words):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["file.docx"]


def test_a_folder_or_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(OutputError, match="folder of this name"):
        write_atomically(tmp_path / "a.docx", b"x")
    (tmp_path / "b").write_bytes(b"")
    with pytest.raises(OutputError, match="A file stands where a folder is needed"):
        write_atomically(tmp_path / "b" / "c.docx", b"x")


def test_the_permissions_of_the_old_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "file.docx"
    write_atomically(path, b"one")
    path.chmod(0o640)
    write_atomically(path, b"two")
    assert path.stat().st_mode & 0o777 == 0o640
