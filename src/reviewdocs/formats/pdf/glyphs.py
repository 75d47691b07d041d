"""The letters of a page, each with its place, and whether somebody who looks at the page sees it.

Whether text shows is not worked out from the many ways to hide it but looked at: the page is drawn with the text and
without it, and a letter whose absence changes nothing is not seen, whatever lies over it or makes it so.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from reviewdocs.errors import InputError
from reviewdocs.formats.base import BACKGROUND, TINY, UNDER_SHAPE
from reviewdocs.formats.pdf.drawing import (
    IMAGE,
    TEXT,
    Box,
    Picture,
    Screen,
    Thing,
    address,
    annotation_boxes,
    colour,
    forget_replacements,
    hide_icons,
    picture_digest,
    things_on,
)
from reviewdocs.formats.pdf.vocabulary import INVISIBLE, LAYER, OUTSIDE, UNSEEN

MAX_LETTERS = 300_000
"""Letters of one page; a page in small print has ten thousand."""
SMALLEST = 2.5
"""Points; what is smaller cannot be read on paper."""

_MOST_LAYERS = 8
"""Texts drawn over each other that are told apart; what lies deeper counts as not seen."""
_CELL = 3.0
"""Points; two texts that have a letter each in one cell lie over each other."""
_LIKE_ITS_GROUND = 24
"""Of 255, in every colour: the letter's colour is that of its background."""
_SLANTED = 0.7
"""Of the size: how wide a letter of slanting text is taken to be, whose box does not tell."""
_INVISIBLE_MODES = frozenset({raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP})
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_HYPHENS = frozenset({0x02, 0xFFFE})
"""What pdfium gives for a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of a page.

    Attributes:
        text: one character, or more where one shape stands for several.
        box: what its ink covers.
        at: where it begins on its line.
        size: in points, as it is drawn.
        angle: of its line, in whole degrees anticlockwise.
        width: how far from `at` the next letter stands.
        hidden: why it is not seen; empty where it is.
        unknown: the font does not say which letter it is.
    """

    text: str
    box: Box
    at: tuple[float, float]
    size: float
    angle: int
    width: float
    hidden: str = ""
    unknown: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box."""
        left, bottom, right, top = self.box
        return (left + right) / 2, (bottom + top) / 2


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read.

    Attributes:
        box: what of it is shown, in points.
        letters: in the order they are drawn; spaces that the file holds are among them.
        blank: nothing at all is seen on it.
        pictured: the share of it that one picture covers, from 0 to 1.
        marked: letters that lie under a redaction mark which was never applied.
        pictures: the digests of the pictures that it draws, in the order of drawing.
        drawn: the kinds of things that it draws, seen or not.
    """

    box: Box
    letters: tuple[Letter, ...]
    blank: bool
    pictured: float
    marked: tuple[Letter, ...]
    pictures: tuple[str, ...] = ()
    drawn: frozenset[int] = frozenset()


class Pages:
    """The pages of one PDF; use it as a context.

    Raises:
        InputError: it cannot be opened.
    """

    def __init__(self, data: bytes, password: str = "") -> None:
        try:
            self._pdf = pdfium.PdfDocument(data, password=password or None)
        except pdfium.PdfiumError as error:
            raise InputError(
                "The PDF's pages cannot be read; it is damaged.",
                remedy="Open it in the program that made it, save it as PDF again, and run again.",
            ) from error

    def __enter__(self) -> Pages:
        return self

    def __exit__(self, *of_error: object) -> None:
        self._pdf.close()

    def __len__(self) -> int:
        return len(self._pdf)

    def read(self, number: int, *, looking: bool = True) -> Page | None:
        """One page, counted from 0; None where it cannot be loaded.

        Args:
            looking: tell what is not seen.

        Raises:
            InputError: more is drawn on it than any document has.
        """
        try:
            page = self._pdf[number]
        except pdfium.PdfiumError:
            return None
        try:
            return _PageReader(page).page(looking)
        except pdfium.PdfiumError:
            return None
        finally:
            page.close()


class _PageReader:
    """One page being read."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        self._things = things_on(page)
        forget_replacements(self._things)
        self._texts = {thing.address: thing for thing in self._things if thing.kind == TEXT}
        self._box: Box = page.get_bbox()
        hide_icons(page)
        self._over, self._redactions = annotation_boxes(page)

    def page(self, looking: bool) -> Page:
        """Read it."""
        text = self._page.get_textpage()
        try:
            found = list(self._letters(text))
        finally:
            text.close()
        if not looking:
            return Page(self._box, tuple(letter for letter, _ in found), not found, 0.0, ())
        shown = Picture(self._page)
        letters = _without_doubles(list(self._looked_at(found, shown)))
        marked = tuple(letter for letter in letters if any(_holds(box, *letter.middle) for box in self._redactions))
        drawn = frozenset(thing.kind for thing in self._things)
        return Page(self._box, tuple(letters), shown.is_blank(), self._pictured(), marked, self._pictures(), drawn)

    def _letters(self, text: pdfium.PdfTextPage) -> Iterator[tuple[Letter, Thing | None]]:
        count = text.count_chars()
        if count > MAX_LETTERS:
            raise InputError("A page holds more letters than any document has.", remedy="Print it to PDF anew.")
        loose, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        sides, x, y = [ctypes.c_double() for _ in range(4)], ctypes.c_double(), ctypes.c_double()
        turned: dict[int, tuple[float, int]] = {}
        before: tuple[Letter, Thing | None] | None = None
        for index in range(count):
            if raw.FPDFText_IsGenerated(text, index) == 1:
                continue
            place = address(raw.FPDFText_GetTextObject(text, index))
            if place not in turned:
                raw.FPDFText_GetMatrix(text, index, matrix)
                size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
                turned[place] = abs(size), round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
            size, angle = turned[place]
            raw.FPDFText_GetCharBox(text, index, sides[0], sides[1], sides[2], sides[3])
            raw.FPDFText_GetLooseCharBox(text, index, loose)
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            left, right, bottom, top = (side.value for side in sides)
            across, along = loose.right - loose.left, loose.top - loose.bottom
            width = across if angle in (0, 180) else along if angle in (90, 270) else size * _SLANTED
            code, unknown = raw.FPDFText_GetUnicode(text, index), raw.FPDFText_HasUnicodeMapError(text, index) == 1
            character = _character(code)
            unknown = unknown or character == "\ufffd"
            box, at = (left, bottom, right, top), (x.value, y.value)
            letter = Letter(character, box, at, size, angle, width, unknown=unknown)
            if before and before[0].at == letter.at and before[0].box == letter.box and not letter.unknown:
                before = replace(letter, text=before[0].text + letter.text), before[1]  # one shape for several
                continue
            if before:
                yield before
            before = letter, self._texts.get(place)
        if before:
            yield before

    def _looked_at(self, found: Sequence[tuple[Letter, Thing | None]], shown: Picture) -> Iterator[Letter]:
        """The letters, those told that nobody sees."""
        screen = Screen(self._page, shown)
        without: dict[int, Picture] = {}
        for layer in _layers(found)[:_MOST_LAYERS]:
            picture = Picture(self._page, layer)
            without.update((thing.order, picture) for thing in layer)
        why = ""
        for letter, thing in found:
            if thing is not None and letter.text.isalnum():  # spaces and marks have too little ink: they go with it
                bare = without.get(thing.order)
                if letter.size < SMALLEST:
                    why = TINY
                elif bare is not None and shown.differs(bare, screen.box(_core(letter.box))):
                    why = ""
                else:
                    why = self._why(letter, thing, bare, screen)
            yield replace(letter, hidden=why) if why else letter

    def _why(self, letter: Letter, thing: Thing, without: Picture | None, screen: Screen) -> str:
        """Why a letter is not seen, as near as can be told."""
        x, y = letter.middle
        if not _holds(self._box, x, y):
            return OUTSIDE
        *own, opacity = colour(thing.pointer)
        if raw.FPDFTextObj_GetTextRenderMode(thing.pointer) in _INVISIBLE_MODES or opacity == 0:
            return INVISIBLE
        later = (other for other in self._things[thing.order + 1 :])
        if any(other.covers(x, y) for other in later) or any(_holds(box, x, y) for box in self._over):
            return UNDER_SHAPE
        if thing.layered:
            return LAYER
        across, down = screen.point(x, y)
        ground = without.at(int(across), int(down)) if without else ()
        if ground and all(abs(a - b) <= _LIKE_ITS_GROUND for a, b in zip(own, ground, strict=True)):
            return BACKGROUND
        return UNSEEN

    def _pictures(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(picture_digest(thing) for thing in self._things if thing.kind == IMAGE))

    def _pictured(self) -> float:
        """The share of the page that its largest picture covers."""
        whole = _area(self._box, self._box)
        pictures = (_area(thing.box, self._box) for thing in self._things if thing.kind == IMAGE)
        return max(pictures, default=0.0) / whole if whole else 0.0


def _character(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    if code == 0 or 0xD800 <= code < 0xF900 or code > 0x10FFFF:
        return "\ufffd"  # none, half of one, or a sign of the font's own
    return _LIGATURES.get(chr(code), chr(code))


def _layers(found: Sequence[tuple[Letter, Thing | None]]) -> list[list[Thing]]:
    """The texts, put apart so that no two of one layer lie over each other: each layer can be left out as one."""
    cells: dict[int, set[tuple[int, int]]] = {}
    texts: dict[int, Thing] = {}
    for letter, thing in found:
        if thing is not None and letter.text.isalnum():
            x, y = letter.middle
            cells.setdefault(thing.order, set()).add((int(x // _CELL), int(y // _CELL)))
            texts[thing.order] = thing
    layers: list[tuple[list[Thing], set[tuple[int, int]]]] = []
    for order, own in cells.items():
        layer = next((layer for layer in layers if own.isdisjoint(layer[1])), None)
        if layer is None:
            layer = [], set()
            layers.append(layer)
        layer[0].append(texts[order])
        layer[1].update(own)
    return [things for things, _ in layers]


def _without_doubles(letters: list[Letter]) -> list[Letter]:
    """The letters without those that do not show because the same is drawn over them (a shadow, a bolder stroke)."""
    seen: dict[tuple[str, int, int], list[Letter]] = {}
    for letter in letters:
        if not letter.hidden:
            seen.setdefault((letter.text, int(letter.at[0] // 8), int(letter.at[1] // 8)), []).append(letter)

    def is_double(letter: Letter) -> bool:
        (x, y), near = letter.at, letter.size * 0.2
        cells = ((int(x // 8) + i, int(y // 8) + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        return any(
            math.dist(letter.at, other.at) <= near for i, j in cells for other in seen.get((letter.text, i, j), ())
        )

    return [letter for letter in letters if not (letter.hidden and letter.text.isalnum() and is_double(letter))]


def _core(box: Box) -> Box:
    """The inside of a letter's box, which its neighbours' ink does not reach, nor its tail out of what covers it."""
    left, bottom, right, top = box
    across, up = min((right - left) * 0.15, 1.0), min((top - bottom) * 0.15, 1.5)
    return left + across, bottom + up, right - across, top - up


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _area(box: Box, within: Box) -> float:
    width = min(box[2], within[2]) - max(box[0], within[0])
    height = min(box[3], within[3]) - max(box[1], within[1])
    return max(0.0, width) * max(0.0, height)
