"""A template that never ends, or that eats all memory, costs one document and says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document

from reviewdocs.errors import InputError, ReviewdocsError, TemplateError
from reviewdocs.generate import compiled
from reviewdocs.generate.fill import Properties
from reviewdocs.workflows import filling

_PROPERTIES = Properties("T", "OFFICIAL", "A Board", "R-1", "1.0", dt.date(2031, 6, 21))
_LOOP = "{% for a in range(99999) %}"
_END = "{% endfor %}"


@dataclass(frozen=True)
class Data:
    """What the templates here are filled from."""

    title: str = "x"


def _filled(folder: Path, text: str) -> bytes:
    document = Document()
    document.add_paragraph(text)
    document.save(str(folder / "board.docx"))
    with filling.filling() as process:
        return filling.filled(process, folder / "board.docx", Data(), _PROPERTIES)


@pytest.fixture(autouse=True)
def _small_bounds(monkeypatch: pytest.MonkeyPatch, forked: None) -> None:
    """Bounds that are met soon, and a process that takes them over."""
    monkeypatch.setattr(filling.Filling, "MEMORY", 128 * 1024**2)
    monkeypatch.setattr(compiled, "MOST", 1024**2)


def test_a_template_is_filled_in_another_process(tmp_path: Path) -> None:
    assert _filled(tmp_path, "About {{ title }}").startswith(b"PK")


@pytest.mark.parametrize(
    "text",
    [
        "{{ 'a' * 10 ** 9 }}",
        "{% set a = 'a' * 10 ** 9 %}{{ a }}",
        "{{ ([title] * 10 ** 9)|join }}",
        f"{_LOOP}{_LOOP}some words{_END}{_END}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
        "{{ " + "(" * 3000 + "title" + ")" * 3000 + " }}",
        "{{ range(10 ** 9)|list }}",
        "{{ title * (9 ** 9 ** 9) }}",
        "{{ title|center(10 ** 9) }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ '{:>1000000000}'.format(1) }}",
        "{% set n = namespace(a=title) %}{% for _ in range(64) %}{% set n.a = n.a ~ n.a %}{% endfor %}{{ n.a }}",
    ],
)
def test_what_takes_too_much_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises((TemplateError, InputError)) as caught:
        _filled(tmp_path, text)
    assert "fault of its own" not in str(caught.value)


def test_what_never_ends_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "_SECONDS", 1.0)
    with pytest.raises(ReviewdocsError, match="took too long"):
        _filled(tmp_path, f"{_LOOP}{_LOOP}{_LOOP}{_END * 3}")
