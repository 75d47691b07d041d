"""Template + data → a Word document, the same bytes every time.

Everything that can go wrong is found before there is any output: the whole template is read first and every field that
the data does not have is told, with its place, at once.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from docx.document import Document
from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from reviewdocs.disk import bytes_of
from reviewdocs.errors import TemplateError
from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.generate.contents import fill_contents
from reviewdocs.generate.environment import MOST, environment
from reviewdocs.generate.fields import FieldReader, FieldUse, UnknownField
from reviewdocs.generate.source import Source, open_template

_TOO_MUCH = "it goes on without an end, or comes to more than any document holds"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold: the same in every document, so that equal input gives equal bytes."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What goes into the document's own properties, in place of the template's."""

    title: str
    subject: str
    author: str
    reference: str
    version: str
    date: dt.date


@dataclass(frozen=True, slots=True)
class Asked:
    """What a template asks for: fields used, with place, and faults (each a sentence with its place)."""

    uses: tuple[tuple[FieldUse, str], ...]
    faults: tuple[str, ...]


def read_template(name: str, data: bytes, context: type) -> Asked:
    """Read a template against the record type that will fill it; nothing is filled.

    Raises:
        TemplateError: it is not a Word document.
    """
    template, env = open_template(name, data), environment()
    uses: list[tuple[FieldUse, str]] = []
    faults: list[str] = []
    for _, source in template.sources():
        reader = FieldReader(context, filters=env.filters, tests=env.tests, names=set(env.globals))
        try:
            reader.read(env.parse(source.text))
        except TemplateSyntaxError as error:
            faults.append(f"{_syntax(error)} in the {source.place(error.lineno)}")
            continue
        except RecursionError:
            faults.append(f"{_TOO_MUCH} (in the {source.kind.lower()})")
            continue
        uses += [(use, source.place(use.line)) for use in reader.uses]
        faults += [f"{_told(unknown)} in the {source.place(unknown.line)}" for unknown in reader.unknown]
    return Asked(tuple(uses), tuple(dict.fromkeys(faults)))


def fill(template: Path, context: Any, properties: Properties) -> bytes:
    """Fill a template from a context record (context.py) and return the document.

    Raises:
        TemplateError: the template cannot be opened, has a fault in a tag, or asks for a field that does not exist;
            every such fault of the template is named, with its place.
    """
    try:
        data = bytes_of(template, most=MAX_FILE_BYTES, what="template")
    except FileNotFoundError as error:
        raise TemplateError("The template is not there.", where=str(template), remedy="Check the file.") from error
    reading = read_template(template.name, data, type(context))
    if reading.faults:
        raise _faulty(template.name, reading.faults)
    values = {field.name: getattr(context, field.name) for field in fields(context)}
    word, env = open_template(template.name, data), environment()
    rendered = [(part, _render(template.name, source, env, values)) for part, source in word.sources()]
    try:
        for part, xml in rendered:
            word.put(part, xml)
    except etree.XMLSyntaxError as error:
        raise TemplateError(
            "The filled template is no longer a sound Word document: a {% for %} or {% if %} begins and ends in "
            "different places of a table or paragraph.",
            where=template.name,
            remedy="Use {%tr … %} for table rows and {%p … %} for paragraphs.",
        ) from error
    fill_contents(word.document)
    _set_properties(word.document, properties)
    return _same_bytes(word.to_bytes())


def _render(name: str, source: Source, env: SandboxedEnvironment, values: Mapping[str, Any]) -> str:
    """One part's XML with its tags replaced."""
    pieces, size = [], 0
    try:
        for piece in env.from_string(source.text).generate(values):
            pieces.append(piece)
            size += len(piece)
            if size > MOST:
                raise MemoryError
    except (MemoryError, RecursionError, OverflowError) as error:
        raise _faulty(name, [f"{_TOO_MUCH} (in the {source.kind.lower()})"]) from error
    except (JinjaError, TypeError, ValueError, ArithmeticError) as error:
        what = str(error) if isinstance(error, JinjaError) else "a filter or sum does not fit the kind of this field"
        if isinstance(error, UndefinedError) and what.startswith("'None'"):
            what = f"this review's data has nothing here ({what}); enter it in the data, or put {{% if … %}} around it"
        raise _faulty(name, [f"{what.rstrip('.')} in the {source.place(_line_of(error))}"]) from error
    return "".join(pieces)


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


def _syntax(error: TemplateSyntaxError) -> str:
    return f"the tag cannot be understood ({(error.message or 'syntax error').rstrip('.')})"


def _told(unknown: UnknownField) -> str:
    if unknown.what != "field":
        return f"there is no {unknown.what} called '{unknown.name}'" + _hint(unknown)
    owner = f"{unknown.owner}." if unknown.owner else ""
    return f"there is no field '{owner}{unknown.name}'" + _hint(unknown)


def _hint(unknown: UnknownField) -> str:
    return f" (did you mean '{unknown.suggestion}'?)" if unknown.suggestion else ""


def _faulty(name: str, faults: Any) -> TemplateError:
    faults = list(faults)
    if len(faults) == 1:
        what = f"{faults[0][:1].upper()}{faults[0][1:]}."
    else:
        what = f"The template has {len(faults)} faults:" + "".join(f"\n  - {fault}" for fault in faults) + "\n"
    return TemplateError(
        what,
        where=f"template {name}",
        remedy="Nothing was written. Correct the template in Word; `reviewdocs templates fields` lists what there is.",
    )


def _set_properties(document: Document, properties: Properties) -> None:
    """The document's own properties, none of them the template's author's or this machine's."""
    core = document.core_properties
    moment = dt.datetime.combine(properties.date, dt.time())
    core.title, core.subject, core.author = properties.title, properties.subject, properties.author
    core.keywords, core.version = properties.reference, properties.version
    core.created = core.modified = moment
    core.last_modified_by, core.comments, core.category, core.content_status = properties.author, "", "", ""
    core.identifier, core.language, core.revision = properties.reference, "en-GB", 1


def _same_bytes(data: bytes) -> bytes:
    """The package with no trace of when it was zipped."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            entry = zipfile.ZipInfo(item.filename, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(item))
    return buffer.getvalue()
