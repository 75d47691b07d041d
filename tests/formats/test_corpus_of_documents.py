"""Real documents: untouched when nothing is asked, whole and readable when cleaned."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from lxml import etree

from reviewdocs.errors import InputError
from reviewdocs.formats.base import Document
from reviewdocs.formats.opening import open_document
from reviewdocs.formats.pictures import kind_of
from reviewdocs.model.words import Audience
from reviewdocs.records.maps import load_map
from reviewdocs.workflows.anonymiser import Anonymiser

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


def _meaning(data: bytes, within: str = "") -> dict[str, bytes]:
    """Every part in canonical form, packages within taken apart; pictures left out, whose metadata always goes."""
    found: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if kind_of(content) or name.endswith("/"):
                continue
            if content.startswith(b"PK"):
                found |= _meaning(content, f"{within}{name}!")
            elif name.endswith((".xml", ".rels")):
                with suppress(etree.C14NError):  # relative names of namespaces, which it refuses: compared as they are
                    content = etree.tostring(etree.fromstring(content), method="c14n")
            found[within + name] = b"" if content.startswith(b"PK") else content
    return found


def _left_alone(corpora: Path, folder: Path, step: int) -> None:
    """The whole job with a map of nobody changes nothing; with any map, a second run changes nothing more."""
    (folder / "nobody.yaml").write_text("id: T\nreview_type: LCSPR\npeople: []\n", encoding="utf-8")
    nobody = load_map(folder / "nobody.yaml")
    for_the_board = Anonymiser(nobody, Audience.RESTRICTED)
    others = [Anonymiser(nobody, audience) for audience in (Audience.EXTERNAL, Audience.PUBLIC)]
    for name, data, _ in _documents(corpora, step):
        once = for_the_board.anonymise(name, data).data
        assert _meaning(once) == _meaning(data), name
        assert for_the_board.anonymise(name, once).data == once, name
        for anonymiser in others:
            cleaned = anonymiser.anonymise(name, data).data
            assert anonymiser.anonymise(name, cleaned).data == cleaned, name


def test_a_map_of_nobody_changes_nothing(corpora: Path, tmp_path: Path) -> None:
    _left_alone(corpora, tmp_path, 3 * _SAMPLE)


@pytest.mark.slow
def test_a_map_of_nobody_changes_nothing_of_any(corpora: Path, tmp_path: Path) -> None:
    _left_alone(corpora, tmp_path, 1)


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
