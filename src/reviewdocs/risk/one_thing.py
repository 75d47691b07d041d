"""Which findings are about one thing: one person, number, date or fact, wherever it stands and however it is written.

The map says who is meant where it knows; else the letters do, without capitals, spaces, accents, titles and the
possessive; days are the same in figures and in words. A name within one longer name of the document ("Tilly" where only
one Tilly has a surname) is that one. What stands for something taken out ("[name]") may be anybody in each place.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reviewdocs.model.findings import Finding
from reviewdocs.model.mentions import Category
from reviewdocs.names.entities import split_name
from reviewdocs.names.folding import folded as without_accents
from reviewdocs.pseudonymise.dates.written import days_in
from reviewdocs.risk.place import folded, is_placeholder

_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$", re.IGNORECASE)
_NAMED = frozenset({Category.PERSON, Category.PLACE, Category.ORG, Category.HIDDEN})
"""What the map's names are; a person's number or address is another thing than the person."""
_ABROAD = re.compile(r"^(?:00)?44(?=\d{9,10}$)")


@dataclass(frozen=True, slots=True)
class Seen:
    """What tells which thing a finding is about.

    Attributes:
        text: what stands there.
        category: what it is.
        refs: the entries of the map that it means; none where the map does not say.
        names: whether it names somebody, whatever its category.
        alone: what tells it from all others: its id.
    """

    text: str
    category: Category
    refs: tuple[str, ...]
    names: bool
    alone: str


def thing_of(finding: Finding) -> str:
    """What all findings about one thing share."""
    return finding.group or f"{finding.rule} {folded(finding.text) or finding.text}"


def groups_of(seen: Sequence[Seen]) -> list[str]:
    """For each finding of one document what all findings about the same thing share."""
    by_letters = {_letters(one): one.refs for one in seen if one.refs}
    keys = [_key(one, by_letters) for one in seen]
    longer = _longer({key for key in keys if isinstance(key, _Name)})
    return [_digest(longer.get(key, key) if isinstance(key, _Name) else key) for key in keys]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as written, in whatever order: "Marsh, Tilly"."""

    title: str
    words: frozenset[str]


_Key = _Name | tuple[str, ...]


def _key(one: Seen, by_letters: Mapping[str, tuple[str, ...]]) -> _Key:
    if is_placeholder(one.text.strip()):
        return "place", one.alone
    letters = _letters(one)
    if refs := one.refs or by_letters.get(letters, ()):
        return "map", *sorted(refs), "" if one.category in _NAMED else letters
    if one.names:
        title, *words = split_name(_bare(one.text).replace(",", " "))
        if found := frozenset(filter(None, map(folded, " ".join(words).split()))):
            return _Name(title, found)
    return "text", letters


def _letters(one: Seen) -> str:
    """Its letters and figures; of a date the day, however it is written."""
    if one.category in (Category.DATE, Category.DOB):
        written = days_in(one.text.strip())
        days = [when.date() for when in written.whens if when.day] if written and not written.week else []
        if days and all(days):
            return " ".join(map(str, days))
    plain = folded(_bare(one.text)) or one.text
    return _ABROAD.sub("0", plain) if one.category is Category.CONTACT else plain


def _bare(text: str) -> str:
    """A text without accents and the possessive."""
    return without_accents(_POSSESSIVE.sub("", text.strip()))


def _longer(names: Iterable[_Name]) -> dict[_Name, _Name]:
    """For each name that stands within one longer name alone, or is one but for its title, that name."""
    titled: dict[frozenset[str], set[str]] = defaultdict(set)
    for name in names:
        titled[name.words].add(name.title)
    plain = {words for words, titles in titled.items() if len(titles - {""}) < 2}
    """Those that are of one person by their titles: a Mr and a Mrs Kerr are two."""
    holding: dict[str, list[frozenset[str]]] = defaultdict(list)
    for words in plain:
        for word in words:
            holding[word].append(words)
    found: dict[_Name, _Name] = {}
    for words in plain:
        beside = min((holding[word] for word in words), key=len)  # every longer name is among those of its rarest word
        longest = max((others for others in beside if words < others), key=len, default=words)
        alone = all(others <= longest for others in beside if words < others)
        to = _Name("", longest if alone else words)
        found |= {_Name(title, words): to for title in titled[words]}
    return found


def _digest(key: _Key) -> str:
    pieces = ("name", key.title, *sorted(key.words)) if isinstance(key, _Name) else key
    return hashlib.sha256("\0".join(pieces).encode()).hexdigest()[:16]
