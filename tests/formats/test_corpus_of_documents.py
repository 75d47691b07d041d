"""Real documents: untouched when nothing is asked, whole and readable when cleaned."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewdocs.errors import InputError
from reviewdocs.formats import open_document
from reviewdocs.formats.base import Document
from reviewdocs.model.words import Audience

_SAMPLE = 9
"""Every ninth document in the default run; all of them among the slow tests."""
_VISIBLE = {"Body", "Table"}


def _documents(corpora: Path, step: int) -> Iterator[tuple[str, bytes, Document]]:
    for path in sorted((corpora / "data" / "docx").glob("*.docx"))[::step]:
        data = path.read_bytes()
        try:
            yield path.name, data, open_document(path.name, data)
        except InputError as refusal:
            assert refusal.remedy, path.name


def _xml_parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))}


def _seen(document: Document) -> str:
    """What a reader sees of the body, revisions accepted."""
    return "".join("".join(p.text for p in document.paragraphs() if p.place in _VISIBLE).split())


def _unchanged(corpora: Path, step: int) -> None:
    count = 0
    for name, data, document in _documents(corpora, step):
        document.strip(Audience.RESTRICTED)
        document.apply({p.key: [] for p in document.paragraphs()})
        assert _xml_parts(document.to_bytes()) == _xml_parts(data), name
        count += 1
    assert count


def _cleaned(corpora: Path, step: int) -> None:
    count = 0
    for name, _, document in _documents(corpora, step):
        before = _seen(document)
        document.strip(Audience.PUBLIC)
        hidden_gone = _seen(document)
        document.apply({})
        data = document.to_bytes()
        again = open_document(name, data)
        assert _seen(again) == hidden_gone == before, name
        assert not again.coverage().unread, name
        assert again.strip(Audience.PUBLIC) == {}, name
        assert again.to_bytes() == data, name
        count += 1
    assert count


def test_with_nothing_to_do_nothing_is_done(corpora: Path) -> None:
    _unchanged(corpora, _SAMPLE)


def test_cleaned_documents_read_the_same_and_are_clean(corpora: Path) -> None:
    _cleaned(corpora, _SAMPLE)


@pytest.mark.slow
def test_with_nothing_to_do_nothing_is_done_to_any(corpora: Path) -> None:
    _unchanged(corpora, 1)


@pytest.mark.slow
def test_all_cleaned_documents_read_the_same_and_are_clean(corpora: Path) -> None:
    _cleaned(corpora, 1)
