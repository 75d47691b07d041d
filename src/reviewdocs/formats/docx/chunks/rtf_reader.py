"""Reads a rich text once: its texts, its groups, and what of its characters is hidden or struck out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, replace
from typing import Any, Final

from reviewdocs.formats.docx.chunks import rtf_words as words
from reviewdocs.formats.docx.chunks.marked import HIDDEN_DATA, SEEN, Label, Line, Splice, Stretch, not_understood
from reviewdocs.formats.docx.chunks.rtf_groups import Group
from reviewdocs.formats.docx.chunks.rtf_pages import CodePages
from reviewdocs.formats.docx.chunks.rtf_tokens import Token, Type, tokens_of
from reviewdocs.formats.docx.view import Nature
from reviewdocs.formats.docx.vocabulary import Spot
from reviewdocs.model.text import Layer

_SPECIAL: Final = re.compile(r"[\\{}]|[^\x20-\x7e]")
_SPOKEN: Final = {"\\": "\\\\", "{": "\\{", "}": "\\}", "\n": "\\line ", "\t": "\\tab "}
_PIECES: Final = re.compile(r"(?P<plain>[\x20-\x7e]+)|(?P<high>[\x80-\xff])|(?P<tab>\t)|(?P<other>.)", re.DOTALL)
_LISTS: Final = frozenset({"stylesheet", "fonttbl", "revtbl", "info", "userprops"})
DELETIONS: Final = "deletions"


@dataclass(slots=True)
class _State:
    """What holds within a group until it ends."""

    story: _Story
    group: Group
    font: int | None = None
    fallbacks: int = 1
    """How many characters follow one by its number, for programs that do not know it."""
    hidden: bool = False
    deleted: bool = False


class _Story:
    """One text in the making, and what is hidden or struck out in it."""

    def __init__(self, group: Group, spot: Spot) -> None:
        self.group, self.spot = group, spot
        self.begin()

    def begin(self) -> None:
        """Begin another paragraph."""
        self.line = Line(self.spot)
        self.hidden, self.deleted = Line(Spot("Hidden text")), Line(Spot("Text before revision"))


class RtfReader:
    """A rich text taken apart.

    Attributes:
        stretches: its texts, each where it ends.
        groups: every group, in the order in which they begin.
        marks: what is hidden, struck out, or says who did it, as it would be taken out.
        end: where the last brace closes.

    Raises:
        InputError: it cannot be understood whole.
    """

    def __init__(self, source: str) -> None:
        self.stretches: list[Stretch] = []
        self.groups: list[Group] = []
        self.marks: list[tuple[Label, Splice]] = []
        self.end = 0
        self._pages = CodePages()
        self._states: list[_State] = []
        self._late: list[tuple[int, Group]] = []
        """Stretches for which something may be done rather than an edit, by their numbers."""
        self._skip = 0
        """Characters still to come that say in other words what was read."""
        self._last: Line | None = None
        self._star_at = -1
        self._fresh = False
        self._high: tuple[int, int] | None = None
        """The first half of a character in two halves, and where it begins."""
        for token in tokens_of(source):
            self._take(source, token)
            self.end = token.end
        for number, group in self._late:
            self.stretches[number] = replace(self.stretches[number], **_instead(group))

    def _take(self, source: str, token: Token) -> None:
        if token.type is Type.OPEN:
            self._open(token)
            return
        if token.type is Type.CLOSE:
            self._close(token)
            return
        if self._pages.waits and token.type not in (Type.BYTE, Type.TEXT):
            raise not_understood("A rich text in it holds a character cut in two.")
        if token.type is Type.SYMBOL and token.word == "*":
            self._star_at = token.start
            return
        if token.type is Type.TEXT:
            self._text(source, token)
        elif token.type is Type.BYTE:
            self._byte(int(token.word, 16), token.start, token.end)
        elif token.type is Type.WORD and token.word == "u":
            self._unicode(token)
        elif token.type is Type.SYMBOL and self._skip:
            self._passed_over(1, token.end)
        else:
            self._word(source, token)
        self._star_at, self._fresh = -1, False

    @property
    def _now(self) -> _State:
        return self._states[-1]

    def _open(self, token: Token) -> None:
        parent = self._now.group if self._states else None
        group = Group(token.start, parent, named_at=token.end, named_to=token.end)
        self.groups.append(group)
        if parent is None:
            self._states.append(_State(_Story(group, SEEN), group))
        else:
            parent.inner.append(group)
            state = copy(self._now)
            state.group = group
            if parent.word in _LISTS:
                state.story = _Story(group, state.story.spot)  # each entry for itself
            self._states.append(state)
        self._skip, self._fresh, self._star_at = 0, True, -1

    def _close(self, token: Token) -> None:
        state = self._states.pop()
        state.group.end = token.end
        if state.story.group is state.group:
            self._flush(state.story)
        self._skip, self._fresh, self._star_at = 0, False, -1

    def _flush(self, story: _Story) -> None:
        """A text ends."""
        group, before = story.group, len(self.stretches)
        if group.word in words.FIELDS:
            if (outer := group.field()) is not None:
                outer.code = (outer.code or "") + "".join(story.line.pieces)
            self.stretches += story.line.stretch(_quoted, nature=Nature.CODE)
        elif group.word in words.BOOKMARKS:
            self.stretches += story.line.stretch(_quoted_name, names=True)
        else:
            self.stretches += story.line.stretch(_quoted)
        if len(self.stretches) > before and group.word in (*words.FIELDS, "leveltext"):
            self._late.append((before, group))
        self.stretches += [*story.hidden.stretch(_quoted), *story.deleted.stretch(_quoted)]
        story.begin()

    def _word(self, source: str, token: Token) -> None:
        """A control word or symbol."""
        name, number, state = token.word, token.number, self._now
        self._skip = 0
        if name in words.REFUSED:
            raise not_understood("A rich text in it says something twice, or holds another format.")
        if token.type is Type.WORD and (self._star_at >= 0 or name in words.SPOTS or name in words.INLINE):
            self._destination(token)
        elif token.binary:
            state.group.raw = source[token.end - token.binary : token.end].encode("latin-1")
            state.group.digits = token.start, token.end
        elif name in words.CHARACTERS:
            self._add(words.CHARACTERS[name], token.start, token.end)
        elif name in words.ENDS:
            self._flush(state.story)
        elif label := words.REVISIONS.get(name) or ("comments" if name in words.COMMENT_MARKS else ""):
            self.marks.append((label, Splice(token.start, token.end)))
        if name == "v":
            state.hidden = number != 0
        elif name == "deleted":
            state.deleted = number != 0
        elif name == "plain":
            state.hidden, state.font = False, None
        elif name == "uc":
            state.fallbacks = _within(number, 8)
        elif name == "f" and not state.group.within("fonttbl"):
            state.font = number
        else:
            self._pages.word(name, number)

    def _destination(self, token: Token) -> None:
        """The group says what it is."""
        state = self._now
        group = state.group
        if group.word:
            raise not_understood("A rich text in it has a group that is two things.")
        group.word, group.first, group.unknown = token.word, self._fresh, self._star_at >= 0
        group.named_at, group.named_to = (self._star_at if group.unknown else token.start), token.end
        if group.word not in words.INLINE:
            state.story = _Story(group, words.SPOTS.get(group.word, HIDDEN_DATA))

    def _text(self, source: str, token: Token) -> None:
        """Characters as they stand."""
        group, at = self._now.group, token.start
        if group.word in words.PACKED:
            if not source[token.start : token.end].isspace():
                group.digits = (group.digits[0] or token.start, token.end)
            return
        if self._skip:
            at += min(self._skip, token.end - at)
            self._passed_over(at - token.start, at)
        for piece in _PIECES.finditer(source, at, token.end):
            if piece["plain"]:
                if self._pages.waits:
                    raise not_understood("A rich text in it holds a character cut in two.")
                self._add(piece[0], piece.start(), piece.end(), plain=True)
            elif piece["high"]:
                self._byte(ord(piece[0]), piece.start(), piece.end())
            elif piece["tab"]:
                self._add("\t", piece.start(), piece.end())
            else:
                raise not_understood("A rich text in it holds control characters.")

    def _byte(self, value: int, start: int, end: int) -> None:
        """A character by its number in a code page."""
        if self._skip:
            self._passed_over(1, end)
        elif self._now.group.word not in words.PACKED:
            found = self._pages.character(value, start, self._now.font)
            if found is not None:
                self._add(found[0], found[1], end)

    def _unicode(self, token: Token) -> None:
        """A character by its number in Unicode, in halves where it is beyond the first 65,536."""
        number = token.number
        if number is None or not -0x8000 <= number <= 0xFFFF:
            raise not_understood("A rich text in it is damaged.")
        value, start = number % 0x10000, token.start
        if 0xD800 <= value < 0xDC00:
            self._high = value, start
        elif 0xDC00 <= value < 0xE000:
            high, start = self._high or (0xD800, start)
            value = 0x10000 + ((high - 0xD800) << 10) + value - 0xDC00 if self._high else 0xFFFD
            self._high = None
            self._add(chr(value), start, token.end)
        else:
            self._add(chr(value) if value >= 0x20 else "", token.start, token.end)
        self._skip = self._now.fallbacks

    def _passed_over(self, count: int, end: int) -> None:
        """Characters that stand for one that was read belong to it."""
        self._skip -= count
        if self._last is None or self._high is not None:
            return
        before, self._last.ends[-1] = self._last.ends[-1], end
        if self.marks and self.marks[-1][1].end == before and self._hides():
            label, splice = self.marks[-1]
            self.marks[-1] = label, Splice(splice.start, end)

    def _hides(self) -> Label:
        """As what text that comes now is counted that readers outside do not get."""
        state = self._now
        if state.story.spot.layer is Layer.HIDDEN:
            return ""
        return DELETIONS if state.deleted else "hidden text" if state.hidden else ""

    def _add(self, text: str, start: int, end: int, *, plain: bool = False) -> None:
        """Text of the story that we are in."""
        if not text:
            return
        story, label = self._now.story, self._hides()
        line = {"": story.line, DELETIONS: story.deleted}.get(label, story.hidden)
        if plain:
            line.plain(text, start)
        else:
            line.mark(text, start, end)
        if label:
            self.marks.append((label, Splice(start, end)))
        self._last = line


def _within(number: int | None, most: int) -> int:
    if not 0 <= (1 if number is None else number) <= most:
        raise not_understood("A rich text in it is damaged.")
    return 1 if number is None else number


def _instead(group: Group) -> Mapping[str, Any]:
    """What is done rather than an edit of a group's text."""
    if group.word == "leveltext":  # its places are counted in the source, and every label of it would be wrong
        beside = group.parent.inner if group.parent is not None else []
        numbers = [Splice(g.named_to, g.end - 1, ";") for g in beside if g.word == "levelnumbers"]
        return {"instead": (Splice(group.named_to, group.end - 1, "\\'00;"), *numbers), "always": True}
    outer = group.field()
    if outer is None or next(iter((outer.code or "").split()), "").upper() != "HYPERLINK":
        return {}
    return {"instead": tuple(splice for _, splice in outer.unwrapped(""))}


def _quoted(text: str) -> str:
    """A text as it stands in rich text."""
    return _SPECIAL.sub(lambda found: _escaped(found[0]), text)


def _escaped(character: str) -> str:
    if character in _SPOKEN:
        return _SPOKEN[character]
    halves = character.encode("utf-16-le")
    units = (int.from_bytes(halves[at : at + 2], "little", signed=True) for at in range(0, len(halves), 2))
    return "{\\uc0" + "".join(f"\\u{unit} " for unit in units) + "}"


def _quoted_name(text: str) -> str:
    """A text as the name of a bookmark."""
    return re.sub(r"[^A-Za-z0-9]+", "_", text)
