"""How the tags of a prepared part lie in its paragraphs and tables.

Jinja sees text, Word sees a tree. Here both are read at once, which tells three things: tags that would lose or tear
what is around them; whether whatever data fills the part leaves it well-formed and its tables as they are, so that it
need not be parsed again; and, for a part that has to be, which paragraphs and tables must still be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from jinja2 import Environment, nodes

from reviewdocs.generate.blocks import Blocks, Place
from reviewdocs.generate.tables import Tables

MARK = "rd-must"
"""The attribute of a paragraph or table around which no tag stands."""
_HAS_TEXT = frozenset({"w:t", "w:instrText", "w:delText", "w:delInstrText", "m:t", "a:t"})
_HOLDS_PARAGRAPHS = frozenset({"w:body", "w:tc", "w:sdtContent"})
_HOLDERS = frozenset({"w:tc", "w:tr", "w:tbl", "w:txbxContent", "w:sdtContent", "w:footnote", "w:endnote"})
_TOKEN = re.compile(r"\n|<!--.*?-->|<\?.*?\?>|<(/?)([\w:.-]+)([^<>]*?)(/?)>|<[^<>]*\Z", re.DOTALL)
_NUMBER = re.compile(r'(\sid=")[^"]*')
FIRST_PICTURE = 1000
"""After which docxtpl numbers the pictures of a body."""
_MARKED = frozenset({"w:p", "w:tbl"})
_CONTENTS = re.compile(r"<w:instrText[^>]*>\s*TOC", re.IGNORECASE)
_ESCAPES = (("{_{", "{{'{{'}}"), ("{_%", "{{'{%'}}"), ("}_}", "}}"), ("%_}", "%}"))
"""How a template writes the signs of tags as text (docxtpl, "Escaping"); done here, so that the data's stay."""
_BEGIN = frozenset({"variable_begin", "block_begin"})
_LOOSE: tuple[type[nodes.Node], ...] = (
    *(nodes.FilterBlock, nodes.CallBlock, nodes.Block, nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport),
    *(nodes.EvalContextModifier, nodes.ScopedEvalContextModifier),
)
"""What can print something that is not escaped."""
_NAMING = (nodes.Name, nodes.Getattr)
_ESCAPING = frozenset({"e", "escape", "forceescape"})
"""Filters whose result Jinja, where it works it out beforehand, prints as it is: cut in two it is half an entity."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A part's source made ready.

    Attributes:
        text: what Jinja compiles. The line ends that number its paragraphs stand inside tags, where they print nothing.
        faults: what would be lost or torn: a clause, and the line.
        sound: whatever fills it, the part stays well-formed, and where `settled` its tables, pictures and contents are
            as the template has them.
        plain: a line end printed by any of its tags stands in a run of text of a paragraph that holds no other.
        must: the lines of the paragraphs and tables around which no tag stands, in order; with `mark` they are marked.
    """

    text: str
    faults: tuple[tuple[str, int], ...]
    sound: bool
    settled: bool
    plain: bool
    must: tuple[int, ...]


@dataclass(slots=True)
class _Element:
    name: str
    number: int


class TornError(Exception):
    """The tags of the part do not nest: it was torn when it was prepared."""


def lay_out(
    text: str, env: Environment, *, body: bool = False, figures: Set[str] = frozenset(), mark: bool = False
) -> Layout:
    """Read a prepared part, every paragraph of which begins a line.

    Args:
        text: it, known to be sound Jinja.
        env: the environment that will render it.
        body: whether it is the body, whose pictures docxtpl numbers anew.
        figures: the fields that are figures, each of which takes a paragraph of its own.
        mark: whether paragraphs and tables that must be there are marked.
    """
    reading = _Reading(body, mark, figures)
    torn = False
    try:
        reading.read(env.lex(text))
    except TornError:
        torn = True
        reading.fault("a tag here tears the paragraph or table that it stands in apart", reading.line)
    parsed = env.parse(text)
    for line in _passed_on(parsed, figures):
        reading.fault("a figure is printed by its own name alone: write {{p … }} with the name in it", line)
    sound = bool(env.autoescape) and not torn and _escapes(parsed)
    made = "".join(reading.made)
    settled = reading.tables.settled and reading.still and _CONTENTS.search(made) is None
    return Layout(made, tuple(reading.faults), sound, sound and settled, reading.plain, tuple(reading.must))


def _passed_on(template: nodes.Template, figures: Set[str]) -> Iterator[int]:
    """The lines in which a figure is used otherwise than printed as it is, or asked whether there is one."""
    fine = {id(node) for output in template.find_all(nodes.Output) for node in output.nodes}
    fine |= {id(node) for test in template.find_all(nodes.If) for node in (test.test, *test.test.find_all(_NAMING))}
    for node in template.find_all(_NAMING):
        if id(node) not in fine and _path(node) in figures:
            yield node.lineno


def _path(node: nodes.Node) -> str:
    """The dotted path that an expression names; empty where it is more than a path."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr) and (before := _path(node.node)):
        return f"{before}.{node.attr}"
    return ""


def _escapes(template: nodes.Template) -> bool:
    """Whether whatever it prints is escaped as a whole."""
    filters = (node.name for node in template.find_all(nodes.Filter))
    return not any(template.find_all(_LOOSE)) and _ESCAPING.isdisjoint(filters)


@dataclass(slots=True)
class _Reading:
    """Goes through the tokens of a part with the stack of its elements and the stack of its blocks."""

    body: bool
    mark: bool
    figures: Set[str]
    made: list[str] = field(default_factory=list)
    faults: list[tuple[str, int]] = field(default_factory=list)
    must: list[int] = field(default_factory=list)
    tables: Tables = field(default_factory=Tables)
    line: int = 1
    plain: bool = True
    still: bool = True
    _stack: list[_Element] = field(default_factory=list)
    _blocks: Blocks = field(default_factory=Blocks)
    _written: int = 1
    _count: int = 0
    _partial: str = ""
    _raw: bool = False
    _pictures: int = 0

    def fault(self, what: str, line: int) -> None:
        self.faults.append((what, line))

    def read(self, tokens: Iterator[tuple[int, str, str]]) -> None:
        for number, kind, value in tokens:
            if kind == "data":
                self._data(number, value)
            elif kind in _BEGIN:
                self.line = number
                self._begin(value)
                inside = []
                for _, kind_inside, part in tokens:
                    self._write(part)
                    if kind_inside in ("variable_end", "block_end"):
                        break
                    inside.append((kind_inside, part))
                if kind == "variable_begin":
                    self._expression("".join(part for _, part in inside).strip())
                else:
                    words = [part for what, part in inside if what != "whitespace"]
                    self.faults += self._blocks.statement(words, self.line, self._place())
            elif kind.startswith("raw"):
                self._raw = kind == "raw_begin"
                self._write(value)
        if self._stack:
            raise TornError

    def _begin(self, value: str) -> None:
        self._write(value)
        self._write("\n" * (self.line - self._written))

    def _write(self, text: str) -> None:
        self.made.append(text)
        self._written += text.count("\n")

    def _data(self, line: int, value: str) -> None:
        self.line = line
        if self._partial:
            head, end, value = value.partition(">")
            self._partial += head + end
            self._write(head.replace("\n", "") + end)
            if not end:
                return
            whole, self._partial = self._partial, ""
            if (found := _TOKEN.fullmatch(whole)) is None or found[2] is None:
                raise TornError
            self.still &= found[2] != "wp:docPr"
            self._start(found[2], found[3], empty=bool(found[4]))
        value = _TOKEN.sub(self._token, value)
        if not self._raw:
            for written, printed in _ESCAPES:
                value = value.replace(written, printed)
        self._write(value)

    def _token(self, found: re.Match[str]) -> str:
        """Take an element's start or end, and give it as it is to be written."""
        text = found[0]
        if text == "\n":
            self.line += 1
            return ""
        name = found[2]
        if name is None:
            if not text.startswith(("<!--", "<?")):
                self._partial = text
            return text
        if found[1]:
            self._end(name)
            return text
        if name in _MARKED and not self._blocks.depth:
            self.must.append(self.line)
            if self.mark:
                text = f'<{name} {MARK}="{len(self.must) - 1}"{text[len(name) + 1 :]}'
        if name == "wp:docPr" and self.body:
            text = self._numbered(text)
        self._start(name, found[3], empty=bool(found[4]))
        return text

    def _numbered(self, picture: str) -> str:
        """A picture with the number that docxtpl will give it, which is known where no tag stands around any."""
        self._pictures += 1
        picture, there = _NUMBER.subn(rf"\g<1>{FIRST_PICTURE + self._pictures}", picture, count=1)
        self.still &= bool(there) and not self._blocks.depth
        return picture

    def _start(self, name: str, attributes: str, *, empty: bool) -> None:
        self._count += 1
        if name == "w:p" and any(element.name == "w:p" for element in self._stack):
            self.plain = False
        self._stack.append(_Element(name, self._count))
        path = [element.name for element in self._stack[-3:]]
        if fault := self.tables.start(path, attributes, self._blocks.depth):
            self.fault(fault, self.line)
        if empty:
            self._end(name)

    def _end(self, name: str) -> None:
        if not self._stack or self._stack[-1].name != name:
            raise TornError
        if fault := self.tables.end(name):
            self.fault(fault, self.line)
        self._count += 1
        self._stack.pop()

    def _expression(self, printed: str) -> None:
        if self._partial:
            self.plain = False
            return
        name = self._stack[-1].name if self._stack else ""
        if printed in self.figures:
            self.still = self.plain = False
            if name not in _HOLDS_PARAGRAPHS:
                self.fault(
                    "a figure takes a paragraph of its own: write {{p … }}, with a p after the brackets", self.line
                )
            return
        if name not in _HAS_TEXT:
            self.fault(
                "what the tag prints would be lost, as no text can stand there: write {{ … }}, "
                "without r, p, tr or tc after the brackets",
                self.line,
            )
        if name != "w:t" or not any(element.name == "w:p" for element in self._stack):
            self.plain = False

    def _place(self) -> Place:
        names = tuple(element.name for element in self._stack)
        holders = tuple(element.number for element in self._stack if element.name in _HOLDERS)
        return Place(bool(self._partial), names, holders, self._count)
