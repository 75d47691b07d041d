"""The words of a tagged PDF as its structure has them: paragraph by paragraph, apart from headers and footers.

Read from the structure tree, the pages' contents and the fonts' own maps to Unicode, and from nothing else; who draws
the page (`formats.pdf`) is asked independently (`pdf_proof`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

INLINE: Final = frozenset(
    {"Span", "Link", "Lbl", "Reference", "Em", "Strong", "Quote", "Code", "Annot", "BibEntry", "Ruby", "Warichu"}
)
"""Structure types that stand within a line (ISO 32000-1, 14.8.4.4)."""
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_DEEPEST = 200
_ARTIFACT, _INLINE_IMAGE = "Artifact", "INLINE IMAGE"
Place = tuple[int, int]
"""Number of the page, from 0, and of the marked content in it."""


@dataclass(slots=True)
class PageText:
    """What one page's contents draw.

    Attributes:
        marked: the words of each marked content that the structure refers to, by its number.
        drawn: the numbers of those that draw pictures.
        furniture: the words of artifacts, in order: headers, footers, repeated heading rows.
        loose: words that are neither.
    """

    marked: dict[int, str] = field(default_factory=dict)
    drawn: set[int] = field(default_factory=set)
    furniture: list[str] = field(default_factory=list)
    loose: str = ""

    @property
    def everything(self) -> str:
        """All words."""
        return "".join([*self.marked.values(), *self.furniture, self.loose])


@dataclass(slots=True)
class Block:
    """One paragraph, heading or the like.

    Attributes:
        kind: its structure type.
        chunks: its words, mostly a line each.
        links: the numbers of chunks that are all the words of a link each, such as the mark of a note.
        heading_cell, in_note: it stands in a heading cell of a table, in a note.
    """

    kind: str
    chunks: list[str] = field(default_factory=list)
    links: set[int] = field(default_factory=set)
    heading_cell: bool = False
    in_note: bool = False


@dataclass(slots=True)
class TaggedText:
    """The words of all pages: the paragraphs in logical order, and the pages' own."""

    blocks: list[Block]
    pages: list[PageText]
    lost: list[Place]
    """Marked words that no element of the structure refers to."""


def read_tagged(pdf: pikepdf.Pdf) -> TaggedText:
    """The words of a tagged PDF; without structure everything is lost."""
    pages = [page_text(page) for page in pdf.pages]
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    blocks, used = list[Block](), set[Place]()
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is not None:
        reader = _Reader(pages, numbers, role_map(pdf), blocks, used)
        for element in kids(tree):
            reader.take(element, None, Block(""), 0)
    lost = [
        (number, mark)
        for number, page in enumerate(pages)
        for mark, text in page.marked.items()
        if text.strip() and (number, mark) not in used
    ]
    return TaggedText([block for block in blocks if "".join(block.chunks).strip()], pages, lost)


def role_map(pdf: pikepdf.Pdf) -> dict[str, str]:
    """What standard type each of the document's own structure types stands for."""
    tree = pdf.Root.get("/StructTreeRoot")
    roles = tree.get("/RoleMap") if tree is not None else None
    return {} if roles is None else {key[1:]: str(value)[1:] for key, value in roles.items()}


def kids(element: Any) -> list[Any]:
    """What an element of the structure holds."""
    held = element.get("/K")
    if held is None:
        return []
    return list(held) if isinstance(held, Array) else [held]


def kind_of(element: Any, roles: Mapping[str, str]) -> str:
    """The standard structure type of an element; empty where it has none."""
    kind = str(element.get("/S", ""))[1:]
    for _ in range(len(roles) + 1):
        if kind not in roles or roles[kind] == kind:
            break
        kind = roles[kind]
    return kind


@dataclass(slots=True)
class _Reader:
    """Goes through the structure tree in order."""

    pages: Sequence[PageText]
    numbers: Mapping[tuple[int, int], int]
    roles: Mapping[str, str]
    blocks: list[Block]
    used: set[Place]

    def take(self, element: Any, page: Any, block: Block, depth: int) -> None:
        """Add what an element holds to `block`, or to blocks of its own."""
        if depth > _DEEPEST:
            return
        if not isinstance(element, Dictionary):
            self._mark(page, int(element), block)
            return
        if element.get("/Type") == Name.MCR or ("/MCID" in element and "/S" not in element):
            self._mark(element.get("/Pg", page), int(element.MCID), block)
            return
        if "/S" not in element:
            return  # a reference to an annotation: it draws nothing
        kind, page = kind_of(element, self.roles), element.get("/Pg", page)
        before = len(block.chunks)
        if kind not in INLINE:
            block = self._new(kind, block)
        for held in kids(element):
            self.take(held, page, block, depth + 1)
            if isinstance(held, Dictionary) and kind_of(held, self.roles) not in (*INLINE, "", "Note"):
                block = self._new(kind, block)  # what follows a paragraph within is another
        if kind == "Link" and len(block.chunks) == before + 1:
            block.links.add(before)

    def _new(self, kind: str, around: Block) -> Block:
        """A paragraph of its own within another."""
        self.blocks.append(
            Block(kind, heading_cell=around.heading_cell or kind == "TH", in_note=around.in_note or kind == "Note")
        )
        return self.blocks[-1]

    def _mark(self, page: Any, mark: int, block: Block) -> None:
        number = self.numbers.get(page.objgen) if page is not None else None
        if number is not None and mark in self.pages[number].marked and (number, mark) not in self.used:
            self.used.add((number, mark))
            block.chunks.append(self.pages[number].marked[mark])


def page_text(page: pikepdf.Page) -> PageText:
    """What a page's contents draw."""
    found = PageText()
    _Contents(found).run(page, page.obj.get("/Resources", Dictionary()), [], 0)
    return found


@dataclass(slots=True)
class _Contents:
    """Runs the operators that matter for words."""

    found: PageText
    fonts: dict[tuple[int, int], dict[bytes, str]] = field(default_factory=dict)

    def run(self, stream: Any, resources: Any, marks: list[int | str | None], depth: int) -> None:
        """One content stream; `marks` are the marked contents around it."""
        letters: dict[bytes, str] = {}
        saved = list[dict[bytes, str]]()
        for operands, operator in operators(stream):
            match operator:
                case "q":
                    saved.append(letters)
                case "Q" if saved:
                    letters = saved.pop()
                case "Tf":
                    letters = self._letters(resources.get("/Font", Dictionary()).get(str(operands[0])))
                case "BMC" | "BDC":
                    marks.append(_mark_of(operands, resources))
                    if marks[-1] == _ARTIFACT:
                        self.found.furniture.append("")
                case "EMC" if marks:
                    marks.pop()
                case "Tj" | "'" | '"':
                    self._words(_decoded(bytes(operands[-1]), letters), marks)
                case "TJ":
                    strings = (each for each in operands[0] if isinstance(each, pikepdf.String))
                    self._words("".join(_decoded(bytes(each), letters) for each in strings), marks)
                case _ if operator == _INLINE_IMAGE:
                    self._draw(None, resources, marks, depth)
                case "Do":
                    self._draw(resources.get("/XObject", Dictionary()).get(str(operands[0])), resources, marks, depth)

    def _draw(self, drawn: Any, resources: Any, marks: list[int | str | None], depth: int) -> None:
        """A form's words are those of where it is drawn."""
        mark = next((mark for mark in reversed(marks) if isinstance(mark, int)), None)
        if mark is not None:
            self.found.drawn.add(mark)
        if isinstance(drawn, Stream) and drawn.get("/Subtype") == Name.Form and depth < _DEEPEST:
            self.run(drawn, drawn.get("/Resources", resources), list(marks), depth + 1)

    def _words(self, text: str, marks: Sequence[int | str | None]) -> None:
        mark = next((mark for mark in reversed(marks) if mark is not None), None)
        if isinstance(mark, int):
            self.found.marked[mark] = self.found.marked.get(mark, "") + text
        elif mark == _ARTIFACT:
            self.found.furniture[-1] += text
        else:
            self.found.loose += text

    def _letters(self, font: Any) -> dict[bytes, str]:
        if font is None or "/ToUnicode" not in font:
            return {}
        key = font.ToUnicode.objgen
        if key not in self.fonts:
            self.fonts[key] = to_unicode(font.ToUnicode)
        return self.fonts[key]


def operators(stream: Any) -> Iterator[tuple[list[Any], str]]:
    """The operators of a content stream or of a font's map, each with its operands."""
    for instruction in pikepdf.parse_content_stream(stream):
        if isinstance(instruction, pikepdf.ContentStreamInstruction):
            yield list(instruction.operands), str(instruction.operator)
        else:
            yield [], _INLINE_IMAGE


def _mark_of(operands: Sequence[Any], resources: Any) -> int | str | None:
    """The number of a marked content, that it is an artifact, or None."""
    if str(operands[0]) == f"/{_ARTIFACT}":
        return _ARTIFACT
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, Name):
        properties = resources.get("/Properties", Dictionary()).get(str(properties))
    return int(properties.MCID) if isinstance(properties, Dictionary) and "/MCID" in properties else None


def to_unicode(stream: Any) -> dict[bytes, str]:
    """What each code of a font stands for (ISO 32000-1, 9.10.3)."""
    letters: dict[bytes, str] = {}
    for operands, operator in operators(stream):
        if operator == "endbfchar":
            for code, text in zip(operands[::2], operands[1::2], strict=False):
                letters[bytes(code)] = _utf16(bytes(text))
        elif operator == "endbfrange":
            for first, last, start in zip(operands[::3], operands[1::3], operands[2::3], strict=False):
                letters.update(_range(bytes(first), bytes(last), start))
    return letters


def _range(first: bytes, last: bytes, start: Any) -> Iterator[tuple[bytes, str]]:
    size, low, high = len(first), int.from_bytes(first), int.from_bytes(last)
    for number in range(low, min(high, low + 0xFFFF) + 1):
        if isinstance(start, Array):
            text = _utf16(bytes(start[number - low])) if number - low < len(start) else _UNKNOWN
        else:
            plain = _utf16(bytes(start))
            text = plain[:-1] + chr(ord(plain[-1]) + number - low) if plain else _UNKNOWN
        yield number.to_bytes(size), text


def _utf16(data: bytes) -> str:
    return data.decode("utf-16-be", "replace")


def _decoded(data: bytes, letters: Mapping[bytes, str]) -> str:
    size = len(next(iter(letters), b" "))
    return "".join(letters.get(data[at : at + size], _UNKNOWN) for at in range(0, len(data), size))
