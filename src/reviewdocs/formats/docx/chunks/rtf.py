"""A rich text that Word merges on opening: its texts, and what readers outside the board must not get of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reviewdocs.formats import pictures
from reviewdocs.formats.docx import field_codes, outward
from reviewdocs.formats.docx.chunks import rtf_words as words
from reviewdocs.formats.docx.chunks.marked import Label, MarkedText, Splice, Stretch
from reviewdocs.formats.docx.chunks.rtf_groups import Group
from reviewdocs.formats.docx.chunks.rtf_reader import DELETIONS, RtfReader
from reviewdocs.formats.docx.hidden import NEUTRAL_AUTHOR

_ENDS_IN_WORD: Final = re.compile(r"(?<!\\)(?:\\\\)*\\[A-Za-z]{1,32}(?:-?[0-9]{1,10})?\Z")
_ENDS_IN_NUMBER: Final = re.compile(r"(?<!\\)(?:\\\\)*\\u-?[0-9]{1,10} ?\Z")
_GOES_ON: Final = re.compile(r"[A-Za-z0-9 \-]")
_LINE_OF_DIGITS: Final = 128


class RtfText(MarkedText):
    """A rich text; its source holds a byte a code point.

    Raises:
        InputError: it cannot be understood whole.
    """

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self._read = RtfReader(source)
        named = (group for group in self._read.groups if group.word == "bkmkstart")
        self._bookmarks = {source[group.named_to : group.end - 1].strip().lower() for group in named}
        self._computed = {code.parent for group in self._read.groups if (code := _code_around(group)) is not None}

    def rewritten(self, source: str) -> RtfText:
        """The text with another source."""
        return RtfText(source)

    def joined(self, before: str, after: str) -> str:
        """A space after a control word, where what follows would else be taken for its end."""
        if _ENDS_IN_NUMBER.search(before):
            return "{}"  # a character by its number ends here: what now follows is not what stands beside it
        return " " if _GOES_ON.match(after) and _ENDS_IN_WORD.search(before) else ""

    def stretches(self) -> Sequence[Stretch]:
        """Its texts, each where it ends."""
        return self._read.stretches

    def pictures(self) -> Iterator[Splice]:
        """Pictures lose their metadata."""
        for group in self._pictures():
            data = group.data(self.source)
            if data and pictures.kind_of(data) and (cleaned := pictures.without_metadata(data)) != data:
                digits = cleaned.hex()
                lines = (digits[at : at + _LINE_OF_DIGITS] for at in range(0, len(digits), _LINE_OF_DIGITS))
                yield Splice(*group.digits, "\n" + "\n".join(lines))

    def media(self) -> int:
        """How many pictures it holds."""
        return sum(1 for _ in self._pictures())

    def unread(self) -> Sequence[str]:
        """Pictures of kinds we do not know, objects and packed data."""
        found = []
        for group in self._read.groups:
            if group.word in words.PACKED - {"pict"}:
                found.append("packed data that cannot be read")
        for group in self._pictures():
            data = group.data(self.source)
            if not (data and pictures.kind_of(data)):
                found.append("a picture of a kind whose hidden information cannot be removed")
        return found

    def markup(self) -> Iterator[tuple[int, int]]:
        """Names of fonts, styles and bookmarks, field codes, and what else no reader sees."""
        for group in self._read.groups:
            if group.word in ("fonttbl", "stylesheet", "latentstyles", "fldinst", *words.BOOKMARKS):
                yield group.start, group.end

    def unwanted(self, *, keep_comments: bool) -> Iterator[tuple[Label, Splice]]:
        """Properties, comments, revisions, what is hidden, objects, and what leads to files."""
        for group in self._read.groups:
            if keep_comments and group.word in words.AUTHORS:
                neutral = NEUTRAL_AUTHOR["w:initials" if group.word == "atnid" else "w:author"]
                yield from _neutral(self.source, group, neutral)
            elif keep_comments and group.parent is not None and group.parent.word == "revtbl":
                yield from _neutral(self.source, group, NEUTRAL_AUTHOR["w:author"])
            elif label := self._goes(group, keep_comments=keep_comments):
                yield label, Splice(group.start if group.first else group.named_at, group.end - (not group.first))
            elif group.word == "object":
                yield from self._result_of(group)
            elif group.word == "field" and not self._stays(group):
                yield from group.unwrapped(field_codes.label_of(group.code or ""))
        for label, splice in self._read.marks:
            if not (keep_comments and label in _OF_COMMENTS):
                yield label, splice
        if tail := self.source[self._read.end :].strip("\r\n\t "):
            yield "hidden data" if tail.strip("\0") else "", Splice(self._read.end, len(self.source))

    def _goes(self, group: Group, *, keep_comments: bool) -> Label:
        """As what a group is counted that goes; empty for one that stays."""
        if group.word in words.COMMENTS:
            return "" if keep_comments else "comments" if group.word == "annotation" else "names of authors"
        if group.word == "revtbl":
            return "" if keep_comments else "names of authors"
        if group.word in words.GONE:
            return words.GONE[group.word]
        if group.word == "sp" and group.name(self.source) in words.DRAWING_PATHS:
            return outward.LINKS
        astray = group.word == "fldinst" and group.field() is None
        return "hidden data" if astray or (group.unknown and group.word not in words.KEPT_UNKNOWN) else ""

    def _result_of(self, group: Group) -> Iterator[tuple[Label, Splice]]:
        """An embedded object becomes what was seen of it."""
        seen = [inner for inner in self._read.groups if inner.parent is group and inner.word == "result"]
        start = group.start
        for inner in seen:
            yield "", Splice(start, inner.start)
            yield "", Splice(inner.named_at, inner.named_to)
            start = inner.end
        yield "embedded objects", Splice(start, group.end)

    def _stays(self, field: Group) -> bool:
        """Whether a field works within the text alone, or leads to a public page."""
        return field.code is not None and field_codes.stays(
            field.code, self._bookmarks, computed=field in self._computed
        )

    def _pictures(self) -> Iterator[Group]:
        return (group for group in self._read.groups if group.word == "pict" and group.digits[0] < group.digits[1])


def _code_around(group: Group) -> Group | None:
    """The code of a field in which another field stands."""
    around = group.parent if group.word == "field" else None
    while around is not None and around.word != "fldinst":
        around = around.parent
    return around


_OF_COMMENTS: Final = frozenset({"names of authors", "comments", DELETIONS})


def _neutral(source: str, group: Group, neutral: str) -> Iterator[tuple[Label, Splice]]:
    """A group's own text made nobody's."""
    start, end = group.named_to, group.end - 1
    if source[start:end].strip("; \r\n") != neutral:
        yield "names of authors", Splice(start, end, neutral + (";" if source[start:end].endswith(";") else ""))
