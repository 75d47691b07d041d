"""Template + data → a Word document, the same bytes every time.

Everything that can go wrong is found before there is any output: the whole template is read first and every field that
the data does not have is told, with its place, at once.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from reviewdocs.disk import bytes_of
from reviewdocs.errors import TemplateError
from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.generate.compiled import Compiled
from reviewdocs.generate.compiled import Properties as Properties
from reviewdocs.generate.environment import environment
from reviewdocs.generate.faults import TOO_MUCH, faulty, syntax, told
from reviewdocs.generate.fields import FieldReader, FieldUse, figures_of
from reviewdocs.generate.layout import lay_out
from reviewdocs.generate.losses import losses
from reviewdocs.generate.source import Source, WordTemplate, open_template

_READY = 4
"""Templates that are kept ready: a batch of letters has one, a review's documents three."""


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
    word, env = open_template(name, data), environment()
    return _read(word, tuple(word.sources()), env, context)


def _read(word: WordTemplate, sources: tuple[Source, ...], env: SandboxedEnvironment, context: type) -> Asked:
    uses: list[tuple[FieldUse, str]] = []
    faults: list[str] = []
    for source in sources:
        before = source.unprepared()
        faults += [
            f"{what} in the {before.place(line)}" for what, line in losses(source.whole(source.xml), word.prepare)
        ]
        reader = FieldReader(context, filters=env.filters, tests=env.tests, names=set(env.globals))
        try:
            reader.read(env.parse(source.text))
            layout = lay_out(source.text, env, figures=figures_of(context))
        except TemplateSyntaxError as error:
            faults.append(f"{syntax(error)} in the {source.place(error.lineno)}")
            continue
        except RecursionError:
            faults.append(f"{TOO_MUCH} (in the {source.kind.lower()})")
            continue
        uses += [(use, source.place(use.line)) for use in reader.uses]
        faults += [f"{told(unknown)} in the {source.place(unknown.line)}" for unknown in reader.unknown]
        faults += [f"{what} in the {source.place(line)}" for what, line in layout.faults]
    return Asked(tuple(uses), tuple(dict.fromkeys(faults)))


def fill(template: Path, context: Any, properties: Properties) -> bytes:
    """Fill a template from a context record (context.py) and return the document.

    The template is read and compiled once for as long as it and the kind of record stay the same.

    Raises:
        TemplateError: the template cannot be opened, has a fault in a tag, would lose text, or asks for a field that
            does not exist; every such fault of the template is named, with its place.
    """
    try:
        data = bytes_of(template, most=MAX_FILE_BYTES, what="template")
    except FileNotFoundError as error:
        raise TemplateError("The template is not there.", where=str(template), remedy="Check the file.") from error
    kind: type = type(context)
    values = {field.name: getattr(context, field.name) for field in fields(context)}
    return _compiled(template.name, data, kind).fill(values, properties)


@lru_cache(maxsize=_READY)
def _compiled(name: str, data: bytes, context: type) -> Compiled:
    word, env = open_template(name, data), environment()
    sources = tuple(word.sources())
    if faults := _read(word, sources, env, context).faults:
        raise faulty(name, faults)
    return Compiled(name, word, sources, env, figures_of(context))
