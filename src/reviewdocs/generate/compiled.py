"""A template made ready once and filled as often as there are recipients.

Each part that holds tags is compiled by Jinja. A part whose tags lie in it so that nothing in the data can tear it
(layout.py) is filled as text; a body that docxtpl has to work on afterwards is parsed again, and compared with its
template. All other parts are copied as they lie.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import partial
from typing import Any

from docx.document import Document
from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from reviewdocs.generate.contents import fill_contents, levels_of
from reviewdocs.generate.environment import MOST
from reviewdocs.generate.faults import TOO_MUCH, faulty
from reviewdocs.generate.layout import MARK, lay_out
from reviewdocs.generate.package import Package, Packed, packed
from reviewdocs.generate.source import Source, WordTemplate

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_BREAKS = frozenset("\n\t\a\f")
"""What docxtpl makes line breaks, tabs, paragraphs and pages of."""
_UNSOUND = (
    "what comes out is no sound Word document: a {% filter %}, {% call %}, {% autoescape %} or |e changes more than "
    "text (put the filter on the field instead, {{ … | … }}; nothing needs |e, as all is escaped)"
)


@dataclass(frozen=True, slots=True)
class Properties:
    """What goes into the document's own properties, in place of the template's."""

    title: str
    subject: str
    author: str
    reference: str
    version: str
    date: dt.date


class Compiled:
    """A template, ready; its faults are known to be none."""

    def __init__(
        self,
        name: str,
        word: WordTemplate,
        sources: tuple[Source, ...],
        env: SandboxedEnvironment,
        figures: Set[str] = frozenset(),
    ) -> None:
        self._core = word.document.part.package._core_properties_part  # made here where the template has none
        self._parts = tuple(_Part(name, word, source, env, figures) for source in sources)
        self._package = Package(word.to_bytes())
        self._properties: tuple[Properties, Packed] | None = None
        self._document = word.document

    def fill(self, values: Mapping[str, Any], properties: Properties) -> bytes:
        """The document filled from named values.

        Raises:
            TemplateError: a tag asks for what this data has not, prints more than any document holds, or loses a
                paragraph or table of the template.
        """
        changed = {part.name: part.packed(values) for part in self._parts}
        core = self._packed_properties(properties)
        return self._package.with_parts(changed | {_name(self._core): core})

    def _packed_properties(self, properties: Properties) -> Packed:
        if self._properties is None or self._properties[0] != properties:
            _set_properties(self._document, properties)
            self._properties = properties, packed(_name(self._core), self._core.blob)
        return self._properties[1]


class _Part:
    """A part that holds tags."""

    def __init__(
        self, template: str, word: WordTemplate, source: Source, env: SandboxedEnvironment, figures: Set[str]
    ) -> None:
        self.name = source.part
        self._of, self._word, self._source = template, word, source
        laid_out = partial(lay_out, source.text, env, figures=figures, body=source.kind == "Body")
        self._layout = laid_out()
        self._parsed = source.kind == "Body" and not self._layout.settled
        if self._parsed:
            self._layout, self._levels = laid_out(mark=True), levels_of(word.document)
        self._compiled = env.from_string(self._layout.text)
        self._last: tuple[str, Packed] | None = None

    def packed(self, values: Mapping[str, Any]) -> Packed:
        """The part filled; the last one again where it comes to the same, as headers and footers mostly do."""
        xml = self._rendered(values)
        if self._last is None or self._last[0] != xml:
            self._last = xml, packed(self.name, self._finished(xml))
        return self._last[1]

    def _rendered(self, values: Mapping[str, Any]) -> str:
        """The part's XML with its tags replaced."""
        pieces, size = [], 0
        try:
            for piece in self._compiled.generate(values):
                pieces.append(piece)
                size += len(piece)
                if size > MOST:
                    raise MemoryError
        except (MemoryError, RecursionError, OverflowError) as error:
            raise faulty(self._of, [f"{TOO_MUCH} (in the {self._source.kind.lower()})"]) from error
        except (JinjaError, TypeError, ValueError, ArithmeticError) as error:
            what = (
                str(error) if isinstance(error, JinjaError) else "a filter or sum does not fit the kind of this field"
            )
            if isinstance(error, UndefinedError) and what.startswith("'None'"):
                what = (
                    f"this review's data has nothing here ({what}); enter it in the data, or put {{% if … %}} around it"
                )
            raise faulty(self._of, [f"{what.rstrip('.')} in the {self._source.place(_line_of(error))}"]) from error
        return "".join(pieces)

    def _finished(self, xml: str) -> bytes:
        """The part as it stands in the package."""
        if breaks := {sign for sign in _BREAKS if sign in xml}:
            plain = breaks == {"\n"} and self._layout.plain
            xml = xml.replace("\n", _BREAK) if plain else self._word.with_breaks(xml).replace("\a", " ")
        whole = self._source.whole(xml)
        try:
            if not self._layout.sound:
                etree.fromstring(whole.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
            return self._reworked(whole) if self._parsed else whole.encode()
        except etree.XMLSyntaxError as error:
            raise faulty(
                self._of,
                [_UNSOUND],
            ) from error

    def _reworked(self, xml: str) -> bytes:
        """A body on which docxtpl's work on tables and pictures is done, and its contents are written."""
        tree = self._word.tree(xml.partition("\n")[2])
        kept = {int(element.attrib.pop(MARK)) for element in tree.iter() if element.get(MARK)}
        if lost := [line for number, line in enumerate(self._layout.must) if number not in kept]:
            places = dict.fromkeys(self._source.place(line) for line in lost)
            raise faulty(
                self._of, [f"no tag stands around it, and yet it is not in what comes out: the {p}" for p in places]
            )
        fill_contents(tree[-1], self._levels)
        data: bytes = etree.tostring(tree, encoding="UTF-8", standalone=True)
        return data


def _name(part: Any) -> str:
    return str(part.partname).lstrip("/")


def _line_of(error: Exception) -> int:
    """The line of the template that was being rendered when the error was raised."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    line, frame = 1, error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == "<template>":
            line = frame.tb_lineno
        frame = frame.tb_next
    return line


def _set_properties(document: Document, properties: Properties) -> None:
    """The document's own properties, none of them the template's author's or this machine's."""
    core = document.core_properties
    moment = dt.datetime.combine(properties.date, dt.time())
    core.title, core.subject, core.author = properties.title, properties.subject, properties.author
    core.keywords, core.version = properties.reference, properties.version
    core.created = core.modified = moment
    core.last_modified_by, core.comments, core.category, core.content_status = properties.author, "", "", ""
    core.identifier, core.language, core.revision = properties.reference, "en-GB", 1
