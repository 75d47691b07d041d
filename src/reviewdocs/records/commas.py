"""A comma within braces that was meant as part of a value.

`{role: friend, also exploited, pseudonym: Friend 1}` looks right to whoever writes it, and to YAML it is a role
"friend" and a key "also exploited" without a value. No key is called so and none goes without a colon, which leaves one
way to read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from reviewdocs.records.faults import known_keys, near_key
from reviewdocs.records.source import FieldPath, Source
from reviewdocs.records.yaml_source import YamlDocument

_LIKE_A_KEY = 0.8
"""Likeness to a key from which a piece may be one with a slip in it: "surnam", but not "aged 12" for agreed."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A value that a comma cut.

    Attributes:
        path: the field.
        value: all of it, as it was meant.
        rest: what stood after the commas, which YAML took for keys.
    """

    path: FieldPath
    value: str
    rest: tuple[str, ...]


def slips(source: Source, model: type) -> tuple[Slip, ...]:
    """Every value cut by a comma, where nothing else can be meant: the piece is no key of the record and like none."""
    if not isinstance(source, YamlDocument):
        return ()
    found: list[Slip] = []
    for entry in dict.fromkeys(path[:-1] for path in source.bare):
        keys = known_keys(model, entry)
        found += _slips_in(source, entry, keys) if keys else ()
    return tuple(found)


def _slips_in(source: YamlDocument, entry: FieldPath, keys: tuple[str, ...]) -> Iterator[Slip]:
    cut: tuple[str, str] | None = None
    rest: list[str] = []
    for key, value in (*_at(source.data, entry).items(), ("", "")):
        bare = (*entry, key) in source.bare and key not in keys and not near_key(key, keys, least=_LIKE_A_KEY)
        if bare and cut:
            rest.append(key)
            continue
        if cut and rest:
            yield Slip((*entry, cut[0]), ", ".join((cut[1], *rest)), tuple(rest))
        cut, rest = (key, value) if key in keys and isinstance(value, str) else None, []


def without_slips(source: Source, model: type) -> Source:
    """The data as it was meant."""
    found = slips(source, model)
    if not found:
        return source
    data = _copy(source.data)
    for slip in found:
        entry = _at(data, slip.path[:-1])
        entry[slip.path[-1]] = slip.value
        for key in slip.rest:
            del entry[key]
    return replace(source, data=data)


def _at(data: Any, path: FieldPath) -> Any:
    for step in path:
        data = data[step]
    return data


def _copy(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _copy(value) for key, value in data.items()}
    return [_copy(value) for value in data] if isinstance(data, list) else data
