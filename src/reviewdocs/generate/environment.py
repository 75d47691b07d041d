"""The Jinja environment that all templates are rendered in, and how values are written in UK documents.

Sandboxed (a board may have been sent its template by anybody), strict about undefined fields, and escaping. What a
template prints without a filter is written as a person would write it: dates as "14 May 2018", yes and no, "not
recorded" where the data has nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sized
from enum import Enum
from typing import Any

from jinja2 import StrictUndefined, TemplateRuntimeError, Undefined
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

from reviewdocs.generate.characters import legal
from reviewdocs.generate.fields import fields_of
from reviewdocs.generate.figures.drawing import Drawing
from reviewdocs.language.calendar import MONTHS, WEEKDAYS
from reviewdocs.language.numbers import in_words

NOT_RECORDED = "not recorded"
STARTERS_DAY = dt.date(1900, 1, 1)
MOST = 64 * 1024**2
"""Characters of XML that a part may come to: what Word shows in 20,000 pages."""
_MOST_BITS = 4096
"""Of a whole number, which nothing in a document needs."""

_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028]")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*|\u2029")
_UNCLEAN = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""All that those find, and nearly all texts have nothing of."""


def clean_text(text: str) -> str:
    """Text as it goes into a Word document.

    Every kind of line end becomes a line break and an empty line a new paragraph (docxtpl reads BEL as one). What XML
    cannot hold is shown as U+FFFD, so that a reader sees that something was there.
    """
    if _UNCLEAN.search(text) is None:
        return text
    text = _LINE_END.sub("\n", text)
    text = legal(text.strip("\n"))
    return _PARAGRAPH_END.sub("\a", text)


def _said(value: dt.date, text: str) -> str:
    """The text of a day; of the starter's day, which stands for one that is to be filled in, a gap for the author."""
    return "[to be written: date]" if value == STARTERS_DAY else text


def uk_date(value: dt.date | None, missing: str = NOT_RECORDED) -> str:
    """ "14 May 2018"."""
    return _said(value, f"{value.day} {MONTHS[value.month - 1]} {value.year}") if value is not None else missing


def uk_date_full(value: dt.date | None, missing: str = NOT_RECORDED) -> str:
    """ "Monday 14 May 2018"."""
    return _said(value, f"{WEEKDAYS[value.weekday()]} {uk_date(value)}") if value is not None else missing


def uk_date_short(value: dt.date | None, missing: str = NOT_RECORDED) -> str:
    """ "14/05/2018", for narrow table columns."""
    return _said(value, f"{value:%d/%m/%Y}") if value is not None else missing


def uk_time(value: dt.time | None, missing: str = "") -> str:
    """ "14:05"; nothing where no time is known."""
    return f"{value:%H:%M}" if value is not None else missing


def month_year(value: dt.date | None, missing: str = NOT_RECORDED) -> str:
    """ "May 2018"."""
    return _said(value, f"{MONTHS[value.month - 1]} {value.year}") if value is not None else missing


def in_prose(values: Iterable[object], word: str = "and") -> str:
    """ "a, b and c"."""
    texts = [_plain(value) for value in values]
    return texts[0] if len(texts) == 1 else f" {word} ".join(filter(None, [", ".join(texts[:-1]), *texts[-1:]]))


def yes_no(value: bool | None, missing: str = NOT_RECORDED) -> str:
    """ "Yes", "No", or that the record does not say."""
    return missing if value is None else ("Yes" if value else "No")


def counted(number: int, singular: str, plural: str = "") -> str:
    """ "1 action", "3 actions"; numbers to nine in words, as in running text."""
    return f"{in_words(number, most=9)} {singular if number == 1 else plural or singular + 's'}"


def mid_sentence(text: str) -> str:
    """The text as it goes on within a sentence: a leading "The" or "A" becomes small, a name keeps its capital."""
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}" if first in ("The", "A", "An") else text


def upper_first(text: str) -> str:
    """The text with a capital at its start, the rest as it is."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text with a capital at its start and a full stop at its end."""
    text = text.strip()
    return f"{upper_first(text)}{'' if text.endswith(('.', '!', '?', '…')) else '.'}" if text else ""


FILTERS = {
    "date": uk_date,
    "date_full": uk_date_full,
    "date_short": uk_date_short,
    "month_year": month_year,
    "time": uk_time,
    "prose": in_prose,
    "yes_no": yes_no,
    "counted": counted,
    "mid_sentence": mid_sentence,
    "upper_first": upper_first,
    "sentence": sentence,
}
"""Our filters by the name that templates use; each returns text."""


def _plain(value: object) -> str:
    """A single value in words, not yet cleaned."""
    if value is None:
        return NOT_RECORDED
    if isinstance(value, bool):
        return yes_no(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, dt.date):
        return uk_date(value)
    if isinstance(value, dt.time):
        return uk_time(value)
    if isinstance(value, str | int | float | Undefined):
        return str(value)  # a StrictUndefined raises here, naming the field
    kind = "a list" if isinstance(value, list | tuple | set) else "a whole record"
    remedy = "loop over it, or use |prose" if kind == "a list" else "name one of its fields"
    raise TemplateRuntimeError(f"this field is {kind}, not a text ({remedy})")


def written(value: object) -> str:
    """A value as it stands in a document when no filter says otherwise.

    Raises:
        TemplateRuntimeError: for a list or a record, which no reader could make sense of.
        OverflowError: for more than any document holds.
    """
    if isinstance(value, Drawing):
        return value
    text = value if type(value) is str else _plain(value)
    if len(text) > MOST:
        raise OverflowError
    return clean_text(text)


class _Missing(StrictUndefined):
    """A field that is not there; of fields by any name, such as a board's own, those there are are told."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if isinstance(self._undefined_obj, dict):
            there = ", ".join(map(str, self._undefined_obj)) or "none at all"
            return f"the data has no field '{self._undefined_name}' here (there are: {there})"
        return super()._undefined_message


class _Bounded(SandboxedEnvironment):
    """Refuses products that no document holds before they are worked out: a text times a thousand million."""

    intercepted_binops = frozenset({"*", "**"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a record, which may always be had, or what the sandbox lets through."""
        kind: type = type(obj)
        if attribute in fields_of(kind):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """What the two come to.

        Raises:
            OverflowError: more than any document holds.
        """
        if isinstance(left, int) and isinstance(right, int):
            bits = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
            if bits > _MOST_BITS:
                raise OverflowError
        elif any(isinstance(one, Sized) and isinstance(n, int) and len(one) * n > MOST
                 for one, n in ((left, right), (right, left))):  # fmt: skip
            raise OverflowError
        return super().call_binop(context, operator, left, right)


def environment() -> SandboxedEnvironment:
    """A fresh environment: sandboxed, bounded, autoescaping, strict, with our filters."""
    env = _Bounded(undefined=_Missing, autoescape=True, finalize=written)
    env.filters.update(FILTERS)
    # Nothing random, and nothing that prints Python: a document is the same however often it is made.
    for name in ("random", "pprint", "tojson", "xmlattr", "safe", "urlize"):
        env.filters.pop(name, None)
    for name in ("lipsum", "cycler", "joiner"):
        env.globals.pop(name, None)
    return env
