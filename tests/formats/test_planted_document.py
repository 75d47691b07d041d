"""One invented person in each kind of place: nobody comes through, and a reader finds the pseudonyms."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from planted import planted, pseudonym_map


def _folded(text: str) -> str:
    """Letters and digits, without case, width and accents."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKD", text).replace("\u0301", "")).casefold()


def _readings(data: bytes) -> list[str]:
    """The bytes as text in plain ways, none of them ours: whole, without tags, in UTF-16, and what is zipped inside."""
    found = [_folded(data.decode("latin-1")), _folded(data.decode("utf-16-le", "ignore"))]
    found.append(_folded(re.sub(r"<[^>]*>", "", data.decode("utf-8", "ignore"))))
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found += [_folded(archive.comment.decode("latin-1"))]
            for info in archive.infolist():
                found += [_folded(info.filename), *_readings(archive.read(info))]
    return found


@pytest.mark.parametrize("audience", ["public", "external", "restricted"])
def test_nobody_comes_through(cli: Callable[..., Any], tmp_path: Path, audience: str) -> None:
    data, people = planted()
    assert len(people) > 50
    (tmp_path / "draft.docx").write_bytes(data)
    (tmp_path / "map.yaml").write_text(pseudonym_map(people), encoding="utf-8")
    before = _readings(data)
    hidden = {"field data"}  # base64, which these plain readings do not undo
    assert not [p.place for p in people if p.place not in hidden and not any(_folded(p.surname) in t for t in before)]

    out = tmp_path / "out"
    done = cli("anonymise", tmp_path / "draft.docx", "--map", tmp_path / "map.yaml", "-o", out, "--audience", audience)

    assert done.code in (0, 1), done
    written = (out / "draft.docx").read_bytes()
    after = "\n".join(_readings(written))
    assert not [p.place for p in people if _folded(p.surname) in after or _folded(p.forename) in after]
    seen = unicodedata.normalize("NFKC", re.sub(r"<[^>]*>", "", _all_xml(written)))
    assert not [p.place for p in people if p.plain and p.pseudonym.casefold() not in seen.casefold()]
    assert docx.Document(io.BytesIO(written)).paragraphs[0].text == "The weather was fine."


def _all_xml(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())
