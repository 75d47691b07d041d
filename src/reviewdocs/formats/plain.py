"""Plain text and Markdown: UTF-8, byte for byte as it was but for the edits; read as formats/asread.py says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reviewdocs.errors import InputError
from reviewdocs.formats.asread import as_read, is_quoted_printable, whole
from reviewdocs.formats.base import Finder
from reviewdocs.formats.headings import LINE_END, heading_in
from reviewdocs.model.text import Coverage, Edit, Layer, Paragraph, ParagraphKey
from reviewdocs.model.words import Audience

PART = "text"

_BOM = "\ufeff"
_BLOCK = re.compile(
    r"(?:^|(?<=[\r\n\ufeff]))"  # from the start of a line
    r"(?:[^\S\r\n]*[^\s][^\r\n]*(?:\r\n|\r|\n|\Z))+"  # lines that hold something
)
_COMMENT_OR_CODE = re.compile(r"<!--.*?(?:-->|\Z)|^(```|~~~).*?^\1|`[^`\n]+`", re.DOTALL | re.MULTILINE)
"""A comment that nothing closes is none; it reaches to the end here, so that the end is not looked for from each."""


class PlainDocument:
    """A text or Markdown file: one paragraph for each block of lines between blank ones.

    Offsets count code points of the whole decoded file, a byte order mark and each of CR and LF counted as one.

    Raises:
        InputError: the bytes are not UTF-8 text.
    """

    def __init__(self, data: bytes, *, markdown: bool = False) -> None:
        self._text = _decoded(data)
        self._markdown = markdown

    def paragraphs(self) -> Sequence[Paragraph]:
        """The blocks of lines in the order they stand."""
        start = 1 if self._text.startswith(_BOM) else 0
        read = self._as_read()
        found: list[Paragraph] = []
        line, at = 1, 0
        for index, match in enumerate(_BLOCK.finditer(self._text, start)):
            line += len(LINE_END.findall(self._text, at, match.start()))
            at = match.start()
            text = read[at : match.end()].rstrip("\r\n")
            found.append(Paragraph(PART, index, text, at, Layer.BODY, "Text", line=line))
        return found

    def landmarks(self) -> Mapping[ParagraphKey, str]:
        """The heading above each paragraph."""
        found: dict[ParagraphKey, str] = {}
        heading = ""
        for paragraph in self.paragraphs():
            found[paragraph.key] = heading
            for line in LINE_END.split(paragraph.text):
                heading = heading_in(line) or heading
        return found

    def apply(self, edits: Mapping[ParagraphKey, Sequence[Edit]]) -> None:
        """Make the edits from the end, so that earlier offsets stand; newlines and all else stay."""
        offsets = {paragraph.key: paragraph.offset for paragraph in self.paragraphs()}
        read = self._as_read()
        absolute = [
            whole(self._text, read, Edit(offsets[key] + edit.start, offsets[key] + edit.end, edit.replacement))
            for key, of_paragraph in edits.items()
            for edit in of_paragraph
        ]
        for edit in sorted(absolute, key=lambda edit: edit.start, reverse=True):
            self._text = self._text[: edit.start] + edit.replacement + self._text[edit.end :]

    def _as_read(self) -> str:
        return as_read(self._text, quoted_printable=is_quoted_printable(self._text))

    def strip(self, audience: Audience, *, keep_comments: bool = False) -> Mapping[str, int]:
        """Plain text hides nothing; Markdown hides comments (`<!-- … -->`, outside code)."""
        if audience is Audience.RESTRICTED or keep_comments or not self._markdown:
            return {}
        counts: Counter[str] = Counter()

        def without_comment(match: re.Match[str]) -> str:
            if not (match.group().startswith("<!--") and match.group().endswith("-->")):
                return match.group()
            counts["comments"] += 1
            return ""

        self._text = _COMMENT_OR_CODE.sub(without_comment, self._text)
        return counts

    def expunge(self, find: Finder) -> int:
        """Nothing: a person reads all of it."""
        return 0

    def coverage(self) -> Coverage:
        """The one part, read."""
        return Coverage((PART,))

    def searchable(self) -> Iterator[tuple[str, str]]:
        """The text raw and decoded."""
        from reviewdocs.formats.adversary import readings  # who edits the document does not search it

        return readings(PART, self.to_bytes())

    def to_bytes(self) -> bytes:
        """The text as it now stands, in UTF-8."""
        return self._text.encode("utf-8")


def _decoded(data: bytes) -> str:
    """The text of UTF-8 bytes.

    Raises:
        InputError: it is in another encoding, or no text.
    """
    remedy = "Save it as UTF-8 (in Notepad: File, Save As, Encoding: UTF-8)."
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data:
        raise InputError("It is not UTF-8 text (it looks like UTF-16, or like no text at all).", remedy=remedy)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"It is not UTF-8 text (line {line}).", remedy=remedy) from error
