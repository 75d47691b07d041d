"""YAML text as typed records, with the line of every fault.

YAML guesses types, and guesses wrong for this work: the surname No becomes false, 09:30 becomes 570, the version 1.0 a
number. So every scalar is taken as the text that was written, and the model says what it is to be. Only what a person
types is accepted: one document of lists and keyed entries, without anchors, aliases or tags, which also shuts out the
known ways of making a small file unpack to a huge one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from reviewdocs.disk import bytes_of, is_folder
from reviewdocs.errors import DataError, InputError, Problem
from reviewdocs.records.source import FieldPath, Source, dotted

MAX_BYTES = 5_000_000
"""A review with ten thousand chronology entries is smaller."""
MAX_DEPTH = 20
"""The model is five levels deep."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CUT = re.compile(r" #|[ \t]+#[^\s#]")
"""A # that people mean as part of the text (Flat #3, bed 4 # discharged), where YAML takes it for a remark."""
_ABSENT = {"", "~", "null"}


@dataclass(frozen=True, slots=True)
class YamlDocument(Source):
    """A YAML file as plain data.

    Attributes:
        lines: the one-based line of every key and list entry.
        bare: keys within braces that are unquoted and have no colon: `b` in {role: a, b}.
        spans: where the value of each field that is one text stands in the file's text, with its quotation marks.
    """

    lines: dict[FieldPath, int]
    bare: frozenset[FieldPath]
    spans: dict[FieldPath, tuple[int, int]]

    def line_of(self, path: FieldPath) -> int | None:
        """The line of a field, or of the nearest thing around it that is there."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.lines:
                return self.lines[path[:end]]
        return None

    def is_bare(self, path: FieldPath) -> bool:
        """Whether a key stands there without a colon."""
        return path in self.bare


def read_text(path: Path, *, what: str) -> str:
    """The file's text.

    Args:
        path: the file.
        what: what a person calls it ("review data").

    Raises:
        InputError: missing, a folder, empty, too large, not .yaml, not UTF-8.
    """
    where = str(path)
    if is_folder(path):
        raise InputError(f"The {what} is a folder, and a .yaml file is expected.", where=where)
    if path.suffix.lower() not in {".yaml", ".yml"}:
        raise InputError(f"The {what} must be a .yaml file.", where=where, remedy="Rename it if it is one.")
    return decoded(read_bytes(path, what=what, most=MAX_BYTES), where, what=what)


def read_bytes(path: Path, *, what: str, most: int) -> bytes:
    """The bytes of a file of structured data.

    Raises:
        InputError: missing, no ordinary file, not readable, or more than `most` bytes.
    """
    try:
        return bytes_of(path, most=most, what=what)
    except FileNotFoundError:
        raise InputError(
            f"The {what} is not there.", where=str(path), remedy="Check the name and the folder."
        ) from None


def decoded(raw: bytes, where: str, *, what: str) -> str:
    """The text of a file's bytes.

    Raises:
        InputError: not UTF-8, or nothing in it.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError(f"The {what} is not UTF-8 text: line {line} holds something else.", where=where,
                         remedy="Save it as plain text with the encoding UTF-8.") from error  # fmt: skip
    if not text.strip():
        raise InputError(f"The {what} is empty.", where=where, remedy="`reviewdocs new` makes one to fill in.")
    return text


def read_yaml(path: Path, *, what: str) -> YamlDocument:
    """The file as plain data with line numbers.

    Raises:
        InputError: the file cannot be read as text (see `read_text`).
        DataError: the text is not YAML, or is YAML that is not accepted here.
    """
    return parse_yaml(str(path), read_text(path, what=what))


def parse_yaml(file: str, text: str) -> YamlDocument:
    """YAML text as plain data with line numbers; `file` is what problems call it.

    Raises:
        DataError: the text is not YAML, or is YAML that is not accepted here.
    """
    problems = [*_bad_characters(file, text)]
    if problems:
        raise DataError(file, problems)
    builder = _Builder(file, text)
    try:
        builder.document(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        builder.refused.append(_syntax_problem(file, error))
    if builder.refused:
        raise DataError(file, builder.refused)
    if not isinstance(builder.root, dict):
        found = "a list" if isinstance(builder.root, list) else "text"
        expected = "keys with values are expected, such as `id: LCSPR-2025-03`"
        raise DataError(file, [Problem(file, 1, "", found, expected)])
    return YamlDocument(file, builder.root, tuple(builder.faulty), builder.lines, frozenset(builder.bare),
                        builder.spans)  # fmt: skip


def _bad_characters(file: str, text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if "\t" in line[: len(line) - len(line.lstrip())]:
            yield Problem(file, number, "", "a tab", "spaces are expected at the beginning of a line, not tabs")
        elif _CONTROL.search(line):
            yield Problem(file, number, "", "an invisible character", "only visible characters are expected; retype")


def _syntax_problem(file: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else None
    complaint = error.problem or error.context or ""
    if "mapping values" in complaint or "simple key" in complaint:
        expected = (
            "a value that holds a colon followed by a space needs quotes around it, every key needs a colon, and the "
            "keys of one entry stand one below the other"
        )
    elif "end of stream" in complaint or "quoted scalar" in (error.context or ""):
        expected = "a quotation mark or bracket was opened here or above and never closed"
    elif "undefined alias" in complaint or "alias" in (error.context or ""):
        expected = "a value that begins with * or & needs quotes around it"
    elif "cannot start any token" in complaint:
        expected = "a value that begins with a special character, such as @ or % or `, needs quotes around it"
    else:
        expected = "this line or the one above is not YAML; check its indentation, colons, brackets and quotation marks"
    return Problem(file, line, "", "", expected)


@dataclass(slots=True)
class _Builder:
    """Builds data from the parser's events, bounded in depth."""

    file: str
    text: str
    root: Any = None
    lines: dict[FieldPath, int] = field(default_factory=dict)
    bare: set[FieldPath] = field(default_factory=set)
    spans: dict[FieldPath, tuple[int, int]] = field(default_factory=dict)
    faulty: list[Problem] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)

    def document(self, events: Iterator[Any]) -> None:
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self._refuse(event, (), "a second document", "one file holds one document; remove the line ---")
                    return
                self.root = self._node(next(events), events, ())

    def _refuse(self, event: Any, path: FieldPath, found: str, expected: str) -> None:
        self.refused.append(Problem(self.file, event.start_mark.line + 1, dotted(path), found, expected))

    def _node(self, event: Any, events: Iterator[Any], path: FieldPath) -> Any:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, path, "an alias (*name)", "write the value out; text that begins with * needs quotes")
            return None
        if event.anchor is not None:
            self._refuse(event, path, "an anchor (&name)", "write the value out; text that begins with & needs quotes")
        if event.tag is not None:
            self._refuse(event, path, "a tag (!name)", "write the value out; text that begins with ! needs quotes")
        if isinstance(event, yaml.ScalarEvent):
            self.spans[path] = _mark(event.start_mark), _mark(event.end_mark)
            if _is_plain(event) and event.value and _CUT.match(self.text, _mark(event.end_mark)):
                self._tell_cut(event, path)
            return None if _is_plain(event) and event.value in _ABSENT else event.value
        if len(path) >= MAX_DEPTH:
            # Nothing below can be placed any more, so reading ends here.
            raise yaml.MarkedYAMLError(problem="nested too deep", problem_mark=event.start_mark)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _tell_cut(self, event: Any, path: FieldPath) -> None:
        found, line = f"'{event.value[-30:]}' with # behind it", event.end_mark.line + 1
        expected = (
            "what follows # is not read: put the value in quotes, or two spaces before # and one after it for a remark"
        )
        self.faulty.append(Problem(self.file, line, dotted(path), found, expected))

    def _sequence(self, events: Iterator[Any], path: FieldPath) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            here = (*path, len(items))
            self.lines[here] = event.start_mark.line + 1
            items.append(self._node(event, events, here))
        return items

    def _mapping(self, events: Iterator[Any], path: FieldPath) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            if isinstance(event, yaml.ScalarEvent):
                key = event.value
            else:
                self._refuse(event, path, "a list or entry used as a key", "a key is a plain word followed by a colon")
                key = "?"
                self._node(event, events, (*path, key))
            here = (*path, key)
            first = self.lines.get(here) if key in entries else None
            valued = next(events)
            value = self._node(valued, events, here if first is None else (*here, "again"))
            if first is None:
                self.bare |= {here} if value is None and self._is_bare(event, valued) else set()
                self.lines[here] = line
                entries[key] = value
            else:
                expected = f"each key stands once in an entry; it is there already on line {first}"
                self.faulty.append(Problem(self.file, line, dotted(here), "the key a second time", expected))
        return entries

    def _is_bare(self, key: Any, value: Any) -> bool:
        """Whether a key is unquoted and no colon follows it."""
        if not isinstance(key, yaml.ScalarEvent) or not _is_plain(key):
            return False
        between: str = self.text[_mark(key.end_mark) : _mark(value.start_mark)]
        return ":" not in between


def _mark(mark: Any) -> int:
    """Where a mark stands in the text, in characters."""
    return int(mark.index)


def _is_plain(event: Any) -> bool:
    """Whether a scalar is written without quotation marks."""
    return event.style in (None, "")
