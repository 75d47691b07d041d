"""Other values in the fields of a YAML file, all else as somebody wrote it: remarks, order, spaces."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reviewdocs.errors import DataError, InputError
from reviewdocs.records.source import FieldPath, dotted
from reviewdocs.records.yaml_source import YamlDocument, parse_yaml


def values_of(document: YamlDocument) -> dict[str, str]:
    """Every field that is one text, by its dotted path; empty where nothing stands."""
    return {dotted(path): value for path, value in _values(document.data, ()) if path in document.spans}


def with_values(file: str, text: str, values: Mapping[str, str]) -> str:
    """The text with these values in these fields.

    Args:
        file: what problems call it.
        text: YAML that can be read.
        values: by dotted path, none of them empty.

    Raises:
        DataError: the text is not YAML.
        InputError: there is no such field, or the values cannot be put there.
    """
    document = parse_yaml(file, text)
    before = values_of(document)
    spans = {dotted(path): span for path, span in document.spans.items()}
    if unknown := [path for path in values if path not in before]:
        raise InputError(f"There is no field {unknown[0][:80]} any more.", where=file, remedy="Load the page again.")
    changed = text
    for path in sorted(values, key=lambda path: spans[path], reverse=True):
        start, end = spans[path]
        apart = "" if start == 0 or changed[start - 1].isspace() or changed[start - 1] in "[{" else " "
        ending = "\n" if changed[start:end].endswith("\n") else ""
        changed = f"{changed[:start]}{apart}{json.dumps(values[path], ensure_ascii=False)}{ending}{changed[end:]}"
    if values_of(parse_yaml(file, changed)) != before | dict(values):
        raise InputError("The values cannot be put there.", where=file, remedy="Change the file's text instead.")
    return changed


def without_entry(file: str, text: str, name: str, number: int) -> str:
    """The text without one entry of a list that stands in lines of its own.

    Args:
        file: what problems call it.
        text: YAML that can be read.
        name: of the list, a key of the file.
        number: of the entry, from 0.

    Raises:
        DataError: the text is not YAML.
        InputError: there is no such entry, or it shares its lines with others.
    """
    document = parse_yaml(file, text)
    entries = document.data.get(name)
    if not isinstance(entries, list) or not 0 <= number < len(entries):
        raise InputError("There is no such entry any more.", where=file, remedy="Load the page again.")
    lines, start = text.split("\n"), document.lines[name, number]
    keys = [line for path, line in document.lines.items() if len(path) == 1 and line > start]
    end = document.lines.get((name, number + 1)) or min(keys, default=len(lines) + 1)
    left = [line for line in lines[start - 1 : end - 1] if not line.strip() or line.lstrip().startswith("#")]
    kept = [*lines[: start - 1], *left, *lines[end - 1 :]]
    if len(entries) == 1:
        remark = kept[document.lines[(name,)] - 1].partition("#")[1:]
        kept[document.lines[(name,)] - 1] = f"{name}: []{'  ' if remark[0] else ''}{''.join(remark)}"
    changed = "\n".join(kept)
    wanted = {**document.data, name: [*entries[:number], *entries[number + 1 :]]}
    try:
        same = parse_yaml(file, changed).data == wanted
    except DataError:
        same = False
    if not same:
        raise InputError("The entry shares its lines with others.", where=file,
                         remedy="Take it out in the file's text instead.")  # fmt: skip
    return changed


def _values(data: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _values(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _values(value, (*path, number))
    else:
        yield path, data or ""
