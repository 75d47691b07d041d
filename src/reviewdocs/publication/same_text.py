"""The proof that a PDF says what its Word document says: paragraph by paragraph, word for word, in order.

Only these may differ: what Word draws and keeps in no text, the label before a list item or numbered heading and the
mark of a note; where lines break; the order of the boxes of one drawing; soft hyphens; letters joined into one
(ligatures). Headers and footers, and heading rows that a table repeats on the next page, are compared apart, page by
page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reviewdocs.formats.base import BOXES, CELLS
from reviewdocs.model.text import Layer, Paragraph
from reviewdocs.publication.pdf_text import Block, PageText, TaggedText

_LABEL = re.compile(r"[^\w\s]{1,2}|\(?(?:\d{1,3}|[A-Za-z]|[ivxlcIVXLC]{1,6})(?:[.)](?:\d{1,3}|[a-z])?){0,4}\)?")
"""A bullet, or what counts: "1.2", "(a)", "iv."."""
_NOTE = re.compile(r"\d{1,3}|[ivxlc]{1,7}|[*†‡§]{1,3}")
_LOOSE = re.compile(r"\s*[\t\n\r\v\f]\s*")
"""Tabs and line breaks, which a PDF shows by the place of what follows."""
_RUNNING, _NOTES, _BOX = frozenset({"Header", "Footer"}), frozenset({"Footnote", "Endnote"}), "Text box"
_BREAK = "\n"
_SOFT = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"))
_FIGURES = re.compile(r"\d+")


def differences(paragraphs: Sequence[Paragraph], tagged: TaggedText) -> Iterator[str]:
    """Where a PDF's words are not those of its .docx; nothing where they are the same.

    Args:
        paragraphs: of the .docx.
        tagged: the words of the PDF.
    """
    if tagged.lost:
        yield f"words on page {tagged.lost[0][0] + 1} that the structure does not know"
    for number, page in enumerate(tagged.pages, 1):
        if page.loose.strip():
            yield f"words on page {number} that are not marked"
    seen = [
        p
        for p in paragraphs
        if p.layer is not Layer.HIDDEN and "@" not in p.part and p.place not in (BOXES, CELLS) and p.text.strip()
    ]
    running = [p.text for p in seen if p.place in _RUNNING]
    notes = [p for p in seen if p.place in _NOTES]
    body = [p for p in seen if p.place not in _RUNNING | _NOTES]
    yield from _of_blocks("the text", body, [b for b in tagged.blocks if not b.in_note], noted=bool(notes))
    yield from _of_blocks("the notes", notes, [block for block in tagged.blocks if block.in_note])
    yield from _of_furniture(running, tagged)


def _of_blocks(
    what: str, paragraphs: Sequence[Paragraph], blocks: Sequence[Block], *, noted: bool = False
) -> Iterator[str]:
    """The first place where paragraphs differ."""
    both = zip(paragraphs, blocks, strict=False)
    for boxed, together in groupby(enumerate(both, 1), key=lambda one: one[1][0].place == _BOX):
        rows = list(together)
        texts, found = [p.text for _, (p, _) in rows], [_chunks(p.text, block, noted) for _, (p, block) in rows]
        if boxed:  # the boxes of a drawing stand in no order
            texts, found = sorted(texts, key=_close), sorted(found, key=lambda chunks: _close("".join(chunks)))
        for (number, (paragraph, _)), text, chunks in zip(rows, texts, found, strict=True):
            if not same_words(text, chunks):
                yield f"{what} from paragraph {number} of {len(paragraphs)} on ({paragraph.place.lower()})"
                return
    if len(paragraphs) != len(blocks):
        yield f"{what}, whose {len(paragraphs)} paragraphs are {len(blocks)}"


def _chunks(text: str, block: Block, noted: bool) -> Sequence[str]:
    """The chunks of a paragraph without the marks of its notes, which Word keeps in no text."""
    marks = {at for at in block.links if _NOTE.fullmatch(block.chunks[at].strip())}
    if not noted or not marks or same_words(text, block.chunks):
        return block.chunks
    return [chunk for at, chunk in enumerate(block.chunks) if at not in marks]


def same_words(text: str, chunks: Sequence[str]) -> bool:
    """Whether chunks of a PDF are the words of a paragraph, a label before them left aside."""
    if _is_same(text, chunks):
        return True
    return len(chunks) > 1 and _LABEL.fullmatch(chunks[0].strip()) is not None and _is_same(text, chunks[1:])


def _is_same(text: str, chunks: Sequence[str]) -> bool:
    wanted, found = _folded(_LOOSE.sub(_BREAK, text)).strip(), _folded(_BREAK.join(chunks)).strip()
    at = 0
    for letter, loose in _letters(wanted):
        parted, broken = False, False
        while at < len(found) and found[at].isspace():
            parted, broken, at = parted or found[at] != _BREAK, broken or found[at] == _BREAK, at + 1
        if at == len(found) or found[at] != letter:
            return False
        if loose is not None and not (parted or broken) and not loose:
            return False
        if loose is None and parted:
            return False
        at += 1
    return not found[at:].strip()


def _letters(text: str) -> Iterator[tuple[str, bool | None]]:
    """Each letter with what parts it from the one before: nothing (None), a space (False), a tab or break (True)."""
    before: bool | None = None
    for letter in text:
        if letter.isspace():
            before = letter == _BREAK or bool(before)
        else:
            yield letter, before
            before = None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text.translate(_SOFT).replace("\N{NON-BREAKING HYPHEN}", "-"))


def _of_furniture(running: Iterable[str], tagged: TaggedText) -> Iterator[str]:
    """What stands on pages beside the text and is neither a header, a footer nor a repeated heading row."""
    known = {squeezed(text) for text in running}
    known |= {squeezed("".join(block.chunks)) for block in tagged.blocks if block.heading_cell}
    known.discard("")
    for number, page in enumerate(tagged.pages, 1):
        if not _made_of(squeezed("".join(page.furniture)), known):
            yield f"what stands beside the text of page {number}"


def _made_of(text: str, pieces: set[str]) -> bool:
    """Whether a text is pieces one after another."""
    reached = {0}
    for at in range(len(text)):
        if at in reached:
            reached |= {at + len(piece) for piece in pieces if text.startswith(piece, at)}
    return len(text) in reached


def squeezed(text: str) -> str:
    """A running line without spaces, whatever the number of its page."""
    return _FIGURES.sub("#", _close(text))


def _close(text: str) -> str:
    return "".join(_folded(text).split())


def drawn_alike(page: PageText, letters: str) -> bool:
    """Whether what draws a page shows the very letters that its contents say."""
    return sorted(_alnum(page.everything)) == sorted(_alnum(letters))


def _alnum(text: str) -> str:
    return "".join(letter for letter in _folded(text).casefold() if letter.isalnum())
