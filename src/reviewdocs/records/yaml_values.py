"""Other values in the fields of a YAML file, all else as somebody wrote it: remarks, order, spaces."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reviewdocs.errors import InputError
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


def _values(data: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _values(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _values(value, (*path, number))
    else:
        yield path, data or ""
