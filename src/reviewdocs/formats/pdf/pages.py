"""The text of all pages as paragraphs: what is seen, what is not, and what repeats on every page once."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from reviewdocs.errors import InputError
from reviewdocs.formats.base import BOXES, CELLS
from reviewdocs.formats.pdf.glyphs import Letter, Page, Pages
from reviewdocs.formats.pdf.layout import Block, blocks, joined
from reviewdocs.formats.pdf.vocabulary import UNCUT, UNDER_MARK
from reviewdocs.model.text import Layer

MAX_PAGES = 5_000

_EDGE = 0.12
"""Share of the page's height at its top and bottom in which headers and footers stand."""
_REPEATED = 3
_MOST_PICTURE = 0.5
"""Share of a page that a picture may cover; more, with little text, is taken for a scan."""
_LITTLE_TEXT = 200
_UNKNOWN_RUN = 3
"""Letters next to each other of which the font does not say what they are; fewer are bullets and signs."""
_LEAST_LETTERS = 120
_OFTEN = dict(zip("etaoinshrdlucmwfgypbvkjxqz", (127, 91, 82, 75, 70, 67, 63, 61, 60, 43, 40, 28, 28, 24, 24, 22, 20,
                                                 20, 19, 15, 10, 8, 2, 2, 1, 1), strict=True))  # fmt: skip
"""How often each letter stands in English, of a thousand; other languages of Europe are near enough."""
_LEAST_ALIKE = 0.7
"""How alike (cosine) a page's letters must be to those of a language; names and tables are above 0.85."""
_ENDS = (".", "!", "?", ":", ";", "\u201d", '"', ")")
"""What a paragraph ends with, that does not go on over the page."""
_LONGEST_HEADING = 60
_SAME_EDGE = 3.0
_SAME_SIZE = 0.5
_BOX = re.compile(r"(?:[^\W_]|\d{2,6})(?:\s(?:[^\W_]|\d{2,6}))*")
_LEAST_BOXED = 4
NO_WORDS = "its letters make no words: a font does not say truly which letters it shows"
"""Why a page counts as not read whose letters are not spread as those of a language are."""
_WORDY = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a page, counted from 1; where its last line begins and its letters' size, in points."""

    page: int
    text: str
    place: str
    layer: Layer
    start: float = 0.0
    size: float = 0.0


@dataclass(slots=True)
class Read:
    """All pages.

    Attributes:
        pieces: every paragraph, page by page, what is not seen after what is.
        raw: each page's letters in the order that they are drawn, as the search of the bytes reads them.
        unread: pages that were not, or not wholly, read, each with the reason.
        pictures: on which page each picture is first drawn, by the digest of its bytes.
        blank: pages on which nothing is seen, with the kinds of things that are drawn on them all the same.
    """

    pieces: list[Piece] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    unread: dict[int, str] = field(default_factory=dict)
    pictures: dict[str, int] = field(default_factory=dict)
    blank: dict[int, frozenset[int]] = field(default_factory=dict)

    @property
    def everything(self) -> str:
        """Letters and figures of all pages, for telling whether something stands on one of them."""
        return "\n".join(squeezed(text) for text in self.raw)


def read_pages(pages: Pages) -> Read:
    """Read every page.

    Raises:
        InputError: there are too many.
    """
    if len(pages) > MAX_PAGES:
        raise InputError(f"The PDF has more than {MAX_PAGES:,} pages.", remedy="Split it.")
    done = Read()
    edges: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
    for index in range(len(pages)):
        page, number = pages.read(index), index + 1
        if page is None:
            done.unread[number] = "damaged"
            done.raw.append("")
            continue
        if why := _not_read(page):
            done.unread[number] = why
        elif page.blank and not any(letter.text.strip() for letter in page.letters):
            done.blank[number] = page.drawn
        for digest in page.pictures:
            done.pictures.setdefault(digest, number)
        done.raw.append("".join(letter.text for letter in page.letters))
        for piece, edge in _pieces(page, number):
            if edge:
                edges[number].append((edge, piece.text, len(done.pieces)))
            done.pieces.append(piece)
    _once(done, edges)
    done.pieces = list(_over_page_breaks(done.pieces))
    return done


def paragraphs_of(letters: Sequence[Letter]) -> Iterator[str]:
    """The paragraphs that letters make."""
    for row in blocks(letters):
        text = "\t".join(block.text for block in row)
        if _WORDY.search(text):
            yield text


def squeezed(text: str) -> str:
    """Letters and figures alone, in small letters."""
    return "".join(character for character in text.casefold() if character.isalnum())


def _pieces(page: Page, number: int) -> Iterator[tuple[Piece, str]]:
    """The paragraphs of one page, each with the edge at which it stands, if any."""
    place, (_, bottom, _, top) = f"Page {number}", page.box
    edge = (top - bottom) * _EDGE
    rows = blocks([letter for letter in page.letters if not letter.hidden])
    for row in rows:
        text = "\t".join(block.text for block in row)
        if _WORDY.search(text):
            at = row[0].height
            side = "Header" if at > top - edge else "Footer" if at < bottom + edge else ""
            yield Piece(number, text, place, Layer.BODY, row[-1].start, row[-1].size), side
        for text in filter(None, (block.uncut for block in row)):
            yield Piece(number, text, UNCUT, Layer.PERIPHERAL), ""
    for text, of_boxes in _boxed(rows):
        yield Piece(number, text, of_boxes, Layer.PERIPHERAL), ""
    unseen = [letter for letter in page.letters if letter.hidden]
    if unseen and not _is_scan_with_words(page):
        for why, together in groupby(sorted(unseen, key=lambda letter: letter.hidden), key=lambda one: one.hidden):
            for text in paragraphs_of(list(together)):
                yield Piece(number, text, why, Layer.HIDDEN), ""
    else:
        for text in paragraphs_of(unseen):
            yield Piece(number, text, place, Layer.BODY), ""
    for text in paragraphs_of(page.marked):
        yield Piece(number, text, UNDER_MARK, Layer.HIDDEN), ""


def _boxed(rows: Sequence[Sequence[Block]]) -> Iterator[tuple[str, str]]:
    """What stands on one line with one letter or figure, or a few figures, to a box, and the place of such boxes."""
    lines = (line for row in rows for block in row for line in block.lines)
    for is_box, together in groupby(lines, key=lambda line: _BOX.fullmatch(line.text) is not None):
        if not is_box:
            continue
        for _, boxes in groupby(together, key=lambda line: round(line.height)):
            texts = [text for line in boxes for text in line.text.split()]
            if len(texts) > 1 and len("".join(texts)) >= _LEAST_BOXED:
                yield "".join(texts), BOXES if all(len(text) == 1 for text in texts) else CELLS


def _once(done: Read, edges: dict[int, list[tuple[str, str, int]]]) -> None:
    """Keep a header or footer that stands on several pages once for each wording."""
    worded = {
        index: (edge, re.sub(rf"\b{number}\b", "#", text, count=1))
        for number, on_page in edges.items()
        for edge, text, index in on_page
    }
    alike = Counter(worded.values())
    seen: set[tuple[str, str]] = set()
    gone: set[int] = set()
    for index, wording in worded.items():
        if alike[wording] < _REPEATED:
            continue
        if wording in seen:
            gone.add(index)
        seen.add(wording)
        done.pieces[index] = replace(done.pieces[index], place=wording[0], layer=Layer.PERIPHERAL)
    done.pieces = [piece for index, piece in enumerate(done.pieces) if index not in gone]


def _over_page_breaks(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, a paragraph that goes on from one page to the next made whole on the page where it begins."""
    body = [index for index, piece in enumerate(pieces) if piece.layer is Layer.BODY]
    into: dict[int, int] = {}
    whole = {index: pieces[index].text for index in body}
    for one, two in pairwise(body):
        before, after = pieces[one], pieces[two]
        if (
            after.page == before.page + 1
            and not before.text.endswith(_ENDS)
            and len(before.text) > _LONGEST_HEADING
            and abs(before.start - after.start) <= _SAME_EDGE
            and abs(before.size - after.size) <= _SAME_SIZE
        ):
            into[two] = into.get(one, one)
            whole[into[two]] = joined([whole[into[two]], after.text])
    for index, piece in enumerate(pieces):
        if index not in into:
            yield replace(piece, text=whole[index]) if index in whole else piece


def _is_scan_with_words(page: Page) -> bool:
    """Whether this is a picture of a page under which a program laid the words that it recognised."""
    return page.pictured >= _MOST_PICTURE and sum(not letter.hidden for letter in page.letters) < _LITTLE_TEXT


def _not_read(page: Page) -> str:
    """Why a page was not wholly read; empty where it was."""
    if not page.letters:
        return "" if page.blank else "no text layer"
    if _is_scan_with_words(page):
        hidden = sum(bool(letter.hidden) for letter in page.letters)
        if hidden >= _LITTLE_TEXT:
            return "a scan; the words recognised in it were read, the picture was not"
        return "mostly a picture, which was not read"
    runs = (sum(1 for _ in run) for unknown, run in groupby(page.letters, lambda one: one.unknown) if unknown)
    if any(run >= _UNKNOWN_RUN for run in runs):
        return "a font does not say which letters it shows"
    counts = Counter(
        letter.text.casefold() for letter in page.letters if letter.text.isalpha() and letter.text.isascii()
    )
    if counts.total() >= _LEAST_LETTERS and _likeness(counts) < _LEAST_ALIKE:
        return NO_WORDS
    return ""


def _likeness(counts: Counter[str]) -> float:
    """How alike the counts of letters are to those of a language, from 0 to 1."""
    both = sum(counts[letter] * often for letter, often in _OFTEN.items())
    return both / (math.hypot(*counts.values()) * math.hypot(*_OFTEN.values()))
