"""What a cell holds as plain data: what Excel made of what was typed is put right where that is certain."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from reviewdocs.records.workbook.layout import Column, Kind
from reviewdocs.records.workbook.merges import ACROSS

_ESCAPED = r"\\[\\;,\n]"
_ITEMS = {
    Kind.LIST: re.compile(rf"(?:{_ESCAPED}|[^;\n])+"),
    Kind.NAMES: re.compile(rf"(?:{_ESCAPED}|[^;,\n])+"),
    Kind.ADDRESSES: re.compile(rf"(?:{_ESCAPED}|[^;])+"),
    Kind.PAIRS: re.compile(rf"(?:{_ESCAPED}|[^;\n,]|,(?![^;,:\n]+:))+"),
}
"""What one item of a cell is made of; a comma parts pairs where a kind and a colon follow it."""
_LINE = re.compile(r"(?<!\\)\n")
_STREET_LINE = re.compile(r"\d+\w?,? +[^\W\d]")
"""The number of a house with its street, which an address has once: "Flat 3" is none."""
_FLAT = re.compile(r"\s*(?i:flat|apartment|room|unit)\b")


def shown(kind: str, value: Any) -> str:
    """What stands in a cell, shortened, for a problem's `found`."""
    if kind == "f":
        return "a formula"
    text = " ".join(str(value).split())
    return f"'{text}'" if len(text) <= 40 else f"'{text[:40]}…'"


def value_of(column: Column, kind: str, value: Any) -> tuple[Any, str]:
    """A cell's value as plain data (None where nothing stands), and what is expected where it cannot be used."""
    if column.kind is Kind.REMARK:
        return None, ""
    if kind == ACROSS:
        return (
            None,
            "this cell is merged with those beside it; unmerge them (Home, Merge), and type each value in its own",
        )
    if kind == "f":
        return None, "the value itself is expected, not a formula (copy the cell, then paste special, values)"
    if kind == "e":
        return None, "Excel shows an error here; type the value"
    if isinstance(value, bool):
        return None, f"Excel took a word for {value!s}; type an apostrophe before it, so that it stays text"
    if isinstance(value, dt.datetime | dt.date | dt.time):
        text = _moment(value)
    elif isinstance(value, float | int):
        text = _number(column, value)
    else:
        text = str(value).replace("\u00a0", " ").strip()
    if column.kind in (Kind.LIST, Kind.NAMES, Kind.ADDRESSES):
        return _items(text, column.kind), ""
    if column.kind is Kind.PAIRS:
        return _pairs(text)
    return text, ""


def _moment(value: dt.datetime | dt.date | dt.time) -> str:
    """A date as 2018-05-14; Excel gives every date a time of day, which is midnight unless somebody typed one."""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return value.isoformat()


def _number(column: Column, value: float) -> str:
    """A number as it was typed: 9990000018.0 is 9990000018, and Excel takes the 0 from the front of a telephone."""
    whole = isinstance(value, int) or value.is_integer()
    text = str(int(value)) if whole else repr(value)
    if column.kind is Kind.NHS and len(text) == 10:
        return f"{text[:3]} {text[3:6]} {text[6:]}"
    return f"0{text}" if column.kind is Kind.TELEPHONE and re.fullmatch(r"[1-9]\d{8,9}", text) else text


def _items(text: str, kind: Kind) -> list[str]:
    """The items of a cell that holds several: a new line (Alt and Enter) parts them as a semicolon does."""
    found = _ITEMS[kind].findall(text.replace("\r\n", "\n").replace("\r", "\n"))
    if kind is Kind.ADDRESSES:
        found = [address for item in found for address in _addresses(item)]
    return [re.sub(r"\\([\\;,\n])", r"\1", item) for item in map(str.strip, found) if item]


def _addresses(lines: str) -> Iterator[str]:
    """The addresses in a cell; each has one line of house and street, and the lines below belong to it."""
    address = ""
    for line in _LINE.split(lines):
        whole = _STREET_LINE.search(address) and not address.rstrip().endswith(",")
        if whole and (_STREET_LINE.search(line) or _FLAT.match(line)):
            yield address
            address = ""
        address = f"{address.rstrip(' ,')}, {line}" if address.strip(" ,") else line
    yield address


def _pairs(text: str) -> tuple[dict[str, str] | None, str]:
    pairs: dict[str, str] = {}
    for item in _items(text, Kind.PAIRS):
        key, colon, value = (part.strip() for part in item.partition(":"))
        if not (colon and key and value):
            return (
                None,
                "what it is, a colon and the value are expected, such as upn: A123456789012",
            )
        if key in pairs:
            return None, f"'{key}' stands there twice"
        pairs[key] = value
    return pairs, ""
