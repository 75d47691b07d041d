"""What a cell holds as plain data: what Excel made of what was typed is put right where that is certain."""

from __future__ import annotations

import calendar
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


_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""ECMA-376 part 1, 22.4.2.4 (bstr)."""
_DAY = re.compile(
    r"(?:[A-Za-z]{3,9},? +)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?(?:[/.-]| +)"
    r"(?P<month>\d{1,2}|[A-Za-z]{3,9}\.?)(?:[/.-]|,? +)(?P<year>(?:19|20)\d\d)(?: +00:00(?::00)?)?"
)
"""A day as people write it, with all of its year; of two digits nobody knows whether they are 1918 or 2018."""
_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if number}
_TIME = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))? *(?:(?P<half>[ap])\.?m\.?|hrs|(?<=[:.]\d\d))",
    re.IGNORECASE,
)
_SERIAL_0 = dt.date(1899, 12, 30)
_SERIALS = range(3_654, 73_051)
"""The days from 1910 to 2099 as Excel counts them, whole; a year alone, such as 2018, is not among them."""


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
    if column.kind is Kind.FLAG and isinstance(value, bool):
        return "yes" if value else "no", ""
    if kind == "e":
        return None, "Excel shows an error here; type the value"
    if isinstance(value, bool):
        return None, f"Excel took a word for {value!s}; type an apostrophe before it, so that it stays text"
    if isinstance(value, dt.datetime | dt.date | dt.time | dt.timedelta):
        text = _moment(value)
    elif isinstance(value, float | int):
        text = _number(column, value)
    else:
        text = _typed(column, _ESCAPE.sub(_unescaped, str(value)).replace("\u00a0", " ").strip())
    if column.kind in (Kind.LIST, Kind.NAMES, Kind.ADDRESSES):
        return _items(text, column.kind), ""
    if column.kind is Kind.PAIRS:
        return _pairs(text)
    return text, ""


def _unescaped(match: re.Match[str]) -> str:
    """The character that a package writes as `_x000D_` where XML cannot hold it; an end of line is one, not two."""
    character = chr(int(match[1], 16))
    return "" if character == "\r" else character


def _typed(column: Column, text: str) -> str:
    """A date or time that was typed as text, as the data has it; other text as it is."""
    if column.kind is Kind.DATE and (day := _DAY.fullmatch(text)):
        month = day["month"].casefold()[:3]
        number = int(month) if month.isdigit() else _MONTHS.get(month, 0)
        return f"{day['year']}-{number:02}-{int(day['day']):02}" if number else text
    if column.kind is Kind.TIME and (time := _TIME.fullmatch(text)):
        half = (time["half"] or "").casefold()
        hour = int(time["hour"])
        if not half or 1 <= hour <= 12:
            return f"{hour % 12 + 12 * (half == 'p') if half else hour:02}:{time['minute'] or '00'}"
    return text


def _moment(value: dt.datetime | dt.date | dt.time | dt.timedelta) -> str:
    """A date as 2018-05-14; Excel gives every date a time of day, which is midnight unless somebody typed one."""
    if isinstance(value, dt.timedelta):
        value = (dt.datetime.min + value).time()
    if isinstance(value, dt.time):
        return value.isoformat("minutes") if not value.second else value.isoformat("seconds")
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return value.isoformat()


def _number(column: Column, value: float) -> str:
    """A number as it was typed: 9990000018.0 is 9990000018, and Excel takes the 0 from the front of a telephone."""
    if column.kind is Kind.DATE and value in _SERIALS:
        return (_SERIAL_0 + dt.timedelta(days=int(value))).isoformat()
    if column.kind is Kind.TIME and 0 < value < 1:
        return (dt.datetime.min + dt.timedelta(minutes=round(value * 1440))).time().isoformat("minutes")
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
