"""Several things in one cell, as people part them: by semicolons, new lines, commas.

A backslash keeps the mark or word after it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reviewdocs.records.workbook.layout import Kind

_LINE = r"\s*\n\s*"
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_BULLET = re.compile(r"^[•*·–-]\s+")
_QUOTES = "\"“”'‘’"
_OR = re.compile(r"\s+(?:or|aka|a\.k\.a\.)\s+", re.IGNORECASE)
_ONCE = r"(?:n[ée]e|formerly|or|aka|a\.k\.a\.|known\sas)"
_BESIDE = re.compile(rf"(?<!\\)[\n;,/|()]\s*(?:{_ONCE}\s+)?|\s+{_ONCE}\s+", re.IGNORECASE)
_ADDRESS_BEGINS = re.compile(r"(?:flat|apartment|apt|unit|room|no\.?)?\s*\d", re.IGNORECASE)
_TO_ESCAPE = re.compile(
    rf"[\\;,/|()\n]|^[•*·–-](?=\s)|^[{_QUOTES}](?=.*[{_QUOTES}]$)|(?<=\s){_ONCE}(?=\s)", re.IGNORECASE | re.DOTALL
)


def items(text: str) -> list[str]:
    """Parted by semicolons, or by new lines where there is none: a line break beside semicolons only wraps."""
    found = _split(text, r"\n") if not _has(text, ";") else _split(re.sub(_LINE, " ", text), ";")
    return [plain for item in found if (plain := re.sub(r"\\([\\;])", r"\1", item).strip())]


def names(text: str) -> list[str]:
    """Short names, parted by whatever parts them."""
    return _plain(name for item in _split(text, r";,/\n") for name in _OR.split(item))


def full_names(text: str) -> list[str]:
    """Names in full: a comma parts names of several words; in "Tallis, Wren" it is part of one."""
    found: list[str] = []
    for item in _split(text, r";\n") if not _has(text, ";") else _split(re.sub(_LINE, " ", text), ";"):
        pieces = _split(item, ",")
        apart = len(pieces) > 2 or all(len(piece.split()) > 1 for piece in pieces)
        found += [name for piece in (pieces if apart else [item]) for name in _OR.split(piece)]
    return _plain(found)


def addresses(text: str) -> list[str]:
    """Parted by semicolons; a new line is a line of an address, unless each line begins with a house's number."""
    lines = [line for line in re.split(_LINE, text.strip()) if line]
    if not _has(text, ";") and all(_ADDRESS_BEGINS.match(line) for line in lines):
        return items("\n".join(lines))
    return items(re.sub(r"\s*,?\s*\n\s*", ", ", re.sub(r";\s*\n\s*", "; ", text.strip())))


def first_and_others(text: str) -> tuple[str, list[str]]:
    """The one name that a cell is for, and the others that people put beside it: "Wren (Birdie)", "Tallis née Orr"."""
    found = _plain(_BESIDE.split(text))
    return (found[0], found[1:]) if found else ("", [])


def as_cell(parts: Sequence[str], kind: Kind) -> str:
    """Names or other things as a cell that is read as these."""
    if kind in (Kind.NAME, Kind.NAMES, Kind.FULL_NAMES):
        return "; ".join(_TO_ESCAPE.sub(r"\\\g<0>", part) for part in parts)
    return "; ".join(re.sub(r"([\\;])", r"\\\1", part) for part in parts)


def _has(text: str, mark: str) -> bool:
    return re.search(rf"(?<!\\){mark}", text) is not None


def _split(text: str, marks: str) -> list[str]:
    return re.findall(rf"(?:\\.|[^{marks}\\])+", text, re.DOTALL)


def _plain(found: Iterable[str]) -> list[str]:
    """Names without what people put about them: bullets, quotation marks about the whole."""
    bare = (_BULLET.sub("", item.strip()).strip() for item in found)
    unquoted = (item[1:-1] if len(item) > 2 and item[0] in _QUOTES and item[-1] in _QUOTES else item for item in bare)
    return [_ESCAPED.sub(r"\1", item) for item in unquoted if item]
