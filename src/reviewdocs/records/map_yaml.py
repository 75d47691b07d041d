"""The pseudonym map as YAML for people to read, and entries added to a map's own text without touching the rest."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import yaml

from reviewdocs.model.pseudonyms import Dates, Entry, PseudonymMap
from reviewdocs.records.yaml_source import YamlDocument

LISTS = ("people", "groups", "places", "organisations", "permitted", "panel")
_PLAIN = re.compile(r"\w(?:[\w .'’()/+&-]*[\w.'’)])?")

Proposed = tuple[Entry, Sequence[str]]
"""An entry of the map, and remarks to stand above it."""


def write_map_yaml(
    pmap: PseudonymMap, remarks: Mapping[str, Sequence[str]] | None = None, head: Sequence[str] = ()
) -> str:
    """The map as text.

    Args:
        pmap: the map.
        remarks: for ids of entries, lines to stand above them as comments.
        head: comment lines for the top of the file.
    """
    remarks = remarks or {}
    lines = [*(comment(line) for line in head), f"id: {_scalar(pmap.id)}", f"review_type: {_scalar(pmap.review_type)}"]
    if pmap.title:
        lines.append(f"title: {_scalar(pmap.title)}")
    for name in LISTS:
        entries = [(entry, remarks.get(getattr(entry, "id", ""), ())) for entry in getattr(pmap, name)]
        lines += ["", f"{name}:", *entry_lines(entries)] if entries else ["", f"{name}: []"]
    if pmap.dates:
        lines += ["", "dates:", *(f"  {line}" for line in _fields(pmap.dates))]
    return "\n".join(lines) + "\n"


def entry_lines(entries: Sequence[Proposed], indent: str = "  ") -> Iterator[str]:
    """Lines of a list's entries, with their remarks above them; what is empty is left out."""
    for entry, remarks in entries:
        yield from (f"{indent}{comment(remark)}" for remark in remarks)
        first, *rest = _fields(entry)
        yield f"{indent}- {first}"
        yield from (f"{indent}  {line}" for line in rest)


def text_with(document: YamlDocument, text: str, additions: Mapping[str, Sequence[Proposed]]) -> str | None:
    """The map's own text with entries added at the end of its lists, every other line as it was.

    None where a list is written in brackets, so that it has no lines to add to.
    """
    lines = text.splitlines()
    keys = sorted(number for path, number in document.lines.items() if len(path) == 1)
    ends: list[str] = []
    for name in sorted(additions, key=lambda name: -(document.lines.get((name,)) or 0)):
        if not additions[name]:
            continue
        start = document.lines.get((name,))
        if start is None:
            ends += ["", f"{name}:", *entry_lines(additions[name])]
            continue
        if not document.data.get(name):
            emptied = re.fullmatch(rf"{name}\s*:\s*(?:\[\s*\])?\s*(#.*)?", lines[start - 1])
            if emptied is None:
                return None
            lines[start - 1] = f"{name}:{f'  {emptied[1]}' if emptied[1] else ''}"
            place, indent = start, "  "
        else:
            first = re.match(r"( *)- ", lines[document.lines[name, 0] - 1])
            if first is None:
                return None
            last = next((number for number in keys if number > start), len(lines) + 1)
            place, indent = _last_held(lines, start, last), first[1]
        lines[place:place] = list(entry_lines(additions[name], indent))
    return "\n".join([*lines, *ends]) + "\n"


def _last_held(lines: Sequence[str], start: int, end: int) -> int:
    """The number of the last line from `start` on and before `end` that is no comment and not empty."""
    held = (n for n in range(end - 1, start - 1, -1) if (line := lines[n - 1].strip()) and not line.startswith("#"))
    return next(held)


def comment(text: str) -> str:
    """A comment line of this text, which nothing in it can end."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return f"# {plain}".rstrip()


def _fields(entry: Entry | Dates) -> list[str]:
    """`key: value` of every field that holds something."""
    return [f"{key}: {_value(value)}" for key, value in asdict(entry).items() if value not in ("", None, (), {})]


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(key)}: {_scalar(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(_scalar(item) for item in value) + "]"
    return value.isoformat() if isinstance(value, dt.date) else _scalar(str(value))


def _scalar(text: str) -> str:
    """Text that every YAML reader takes for this text: in quotation marks where it might be taken for more."""
    if _PLAIN.fullmatch(text) and yaml.safe_load(text) == text:
        return text
    return str(yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10**9)).rstrip("\n")
