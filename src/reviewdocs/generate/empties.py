"""Which fields of a letter would come out empty in a sentence: "send it by secure e-mail to ."

What a template prints is looked at as it is rendered, so that a field within `{% if … %}` counts only where it is
printed. A field alone in its paragraph or cell may be empty; one that other words stand beside may not.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any, cast

from jinja2 import TemplateError as JinjaError
from jinja2.environment import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Undefined
from markupsafe import Markup

from reviewdocs.generate.environment import environment
from reviewdocs.generate.source import open_template

_PROBE = "came_out_empty"
_MARK = re.compile("\ue000(\\d+)\ue001")
"""Stands in what is rendered where a field is empty; no text of a review holds characters of private use."""
_TAG = re.compile(r"<[^>]+>")
_OPEN = re.compile(r"<w:p[ >]")
_WORD = re.compile(r"[^\W\d_]")
_PARTS = ("Header", "Footer")
_FAR = 20_000
"""Characters back in which a paragraph begins."""
_MAX_QUOTE = 70
_MEANT = frozenset({"if", "default", "d"})
"""Words of an expression that says itself what is printed where nothing is."""


class Empties:
    """A template, ready to tell of one letter after the other which of its fields come out empty.

    Raises:
        TemplateError: it is not a Word document, or a tag cannot be read.
    """

    def __init__(self, name: str, data: bytes) -> None:
        env = environment()
        env.add_extension(_Watching)
        env.globals[_PROBE] = _shown
        parts = [source for source in open_template(name, data).sources() if source.kind not in _PARTS]
        try:
            self._parts = [env.from_string(source.text) for source in parts]
        except JinjaError:
            self._parts = []  # filling tells what is wrong, and where

    def of(self, values: dict[str, Any]) -> Iterator[str]:
        """Each field that is empty within a sentence, with the sentence; none where it cannot be filled at all."""
        for part in self._parts:
            try:
                text = part.render(values)
            except (JinjaError, TypeError, ValueError, ArithmeticError):
                continue  # as above
            if "\ue000" in text:
                yield from _told(text, _named(part.environment))


def _named(env: Environment) -> list[str]:
    """The expressions that are watched in an environment, by number."""
    return cast("list[str]", env.globals.setdefault(f"{_PROBE}_names", []))


class _Watching(Extension):
    """Puts each thing that is printed through `_shown`."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """The tokens, what stands between `{{` and `}}` as the first argument of a call."""
        inside: list[Token] | None = None
        for token in stream:
            if token.type == "variable_begin":
                yield token
                inside = []
            elif token.type == "variable_end" and inside is not None:
                yield from self._asked(inside, token.lineno)
                yield token
                inside = None
            elif inside is not None:
                inside.append(token)
            else:
                yield token

    def _asked(self, inside: list[Token], line: int) -> Iterator[Token]:
        said = any(token.type == "name" and token.value in _MEANT for token in inside)
        called = [token.type for token in inside[:2]] == ["name", "lparen"]
        if said or called or not inside:
            yield from inside
            return
        names = _named(self.environment)
        names.append("".join(str(token.value) for token in inside))
        yield Token(line, "name", _PROBE)
        yield Token(line, "lparen", "(")
        yield Token(line, "lparen", "(")
        yield from inside
        yield Token(line, "rparen", ")")
        yield Token(line, "comma", ",")
        yield Token(line, "integer", str(len(names) - 1))
        yield Token(line, "rparen", ")")


def _shown(value: object, number: int) -> object:
    """The value, or a mark where nothing would be seen of it."""
    empty = isinstance(value, str) and not isinstance(value, Undefined) and not value.strip()
    return Markup(f"\ue000{number}\ue001") if empty else value


def _told(text: str, names: list[str]) -> Iterator[str]:
    """Each field once, with the longest of the sentences in which it is empty."""
    found: dict[str, str] = {}
    for mark in _MARK.finditer(text):
        opened = [one.start() for one in _OPEN.finditer(text, max(0, mark.start() - _FAR), mark.start())]
        start = opened[-1] if opened else 0
        end = text.find("</w:p>", mark.end())
        if text.rfind("<", start, mark.start()) > text.rfind(">", start, mark.start()):
            continue  # within a tag: a colour, not a word
        words = " ".join(html.unescape(_MARK.sub("", _TAG.sub("", text[start : end if end >= 0 else None]))).split())
        name = names[int(mark[1])]
        if _WORD.search(words) and len(words) > len(found.get(name, "")):
            found[name] = words
    for name, words in found.items():
        yield f"{name} is empty in “{_around(words)}”"


def _around(words: str) -> str:
    half = _MAX_QUOTE // 2
    return words if len(words) <= _MAX_QUOTE else f"{words[:half].rstrip()} … {words[-half:].lstrip()}"
