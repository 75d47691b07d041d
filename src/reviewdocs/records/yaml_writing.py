"""Structured data as YAML for people to read."""

from __future__ import annotations

from typing import Any

import yaml

from reviewdocs.model.base import Record

_WIDTH = 116


class _Writer(yaml.SafeDumper):
    """YAML in which lists stand in their entry, and text of several lines is a block."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        """Indent lists as entries are."""
        return super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        """Write out what stands there twice: our reader takes no aliases."""
        return True


def _text(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Writer.add_representer(str, _text)


def as_yaml(record: Record) -> str:
    """A record as text; what is empty is left out."""
    data = _plain(record.model_dump(exclude_defaults=True))
    return yaml.dump(data, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=_WIDTH)


def _plain(value: Any) -> Any:
    """The data in YAML's own kinds; all but days, numbers of days and truth values are text."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, str):
        return str.__str__(value)
    return value.isoformat("minutes") if hasattr(value, "hour") else value
