"""Documents protected by a password open with it, and only with it."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from office_builder import Docx, paragraph, run, unzipped

from reviewdocs.errors import InputError
from reviewdocs.formats import protection
from reviewdocs.formats.opening import open_document
from reviewdocs.formats.protection import password_in, without_password

_PICTURE = b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(9000)
"""The library that encrypts for these tests spoils packages of under 4 KB."""
_PLAIN = (
    Docx(paragraph(run("Seen by Tamsin Quillfeather.")))
    .add("word/media/image1.png", _PICTURE)
    .relate("rId5", "image", "media/image1.png")
    .build()
)
_PASSWORD = "a long ragwort £ph rase "
_MAP = """\
id: T
review_type: LCSPR
people: [{id: C, role: subject child, pseudonym: Child A, forename: Tamsin, surname: Quillfeather}]
dates: {policy: keep}
"""


@pytest.fixture(scope="module")
def protected() -> bytes:
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(_PLAIN)).encrypt(_PASSWORD, out)
    return out.getvalue()


def test_it_opens_with_the_password(protected: bytes) -> None:
    assert protection.is_protected(protected)
    assert without_password(protected, _PASSWORD) == _PLAIN


def test_it_is_refused_without_one_and_the_way_out_told(protected: bytes) -> None:
    assert without_password(protected, "") is protected
    with pytest.raises(InputError, match="protected by a password") as refused:
        open_document("report.docx", protected)
    assert "--password-from" in refused.value.remedy and "remove the password" in refused.value.remedy


def test_a_wrong_password_is_told_from_a_damaged_file(protected: bytes) -> None:
    with pytest.raises(InputError, match="does not open") as refused:
        without_password(protected, "ragwort")
    assert "ragwort" not in str(refused.value)
    for damaged in (protected[:700], protected[:2000] + b"\0" * 3000, protected[:512] + protected[1024:]):
        with pytest.raises(InputError, match=r"not read, or damaged|does not open"):
            without_password(damaged + protection.OLE + "EncryptedPackage".encode("utf-16-le"), _PASSWORD)


def test_absurdly_slow_passwords_are_refused(protected: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protection, "MAX_SPINS", 1000)
    with pytest.raises(InputError, match="not read"):
        without_password(protected, _PASSWORD)


def test_what_is_not_protected_is_left_alone() -> None:
    assert without_password(_PLAIN, _PASSWORD) is _PLAIN
    assert without_password(b"some notes", _PASSWORD) == b"some notes"


def test_the_password_file_is_its_first_line(tmp_path: Path) -> None:
    file = tmp_path / "password.txt"
    file.write_bytes(b"\xef\xbb\xbf" + _PASSWORD.encode() + b"\r\nsecond\r\n")
    assert password_in(file) == _PASSWORD
    for content in (b"", b"\n", b"\xff\xfe\0"):
        file.write_bytes(content)
        with pytest.raises(InputError, match="password file"):
            password_in(file)
    with pytest.raises(InputError, match="password file"):
        password_in(tmp_path / "none.txt")


def test_the_commands_take_it_from_a_file(protected: bytes, cli: Callable[..., Any], tmp_path: Path) -> None:
    draft, secret, wrong, pmap = (tmp_path / name for name in ("draft.docx", "secret.txt", "wrong.txt", "map.yaml"))
    draft.write_bytes(protected)
    secret.write_text(_PASSWORD, encoding="utf-8")
    wrong.write_text("fleabane", encoding="utf-8")
    pmap.write_text(_MAP, encoding="utf-8")
    out = tmp_path / "out"
    refused = cli("anonymise", draft, "--map", pmap, "-o", out, "--password-from", wrong)
    assert refused.code == 2 and "does not open" in refused.out and not (out / "draft.docx").exists()
    done = cli("anonymise", draft, "--map", pmap, "-o", out, "--password-from", secret)
    assert done.code == 0 and "NO password" in done.out
    assert b"Seen by Child A." in unzipped((out / "draft.docx").read_bytes())["word/document.xml"]
    checked = cli("check", draft, "--map", pmap, "--password-from", secret, "--json")
    assert "map-survivor" in checked.out
    for answer in (refused, done, checked):
        assert _PASSWORD.strip() not in answer.out + answer.err and "fleabane" not in answer.out + answer.err
