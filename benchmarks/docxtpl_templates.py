"""docxtpl's own published test templates: is what we make of each equal to what docxtpl makes, or why not?

    python -m pip download --no-deps --no-binary :all: docxtpl==0.4.13
    python -m benchmarks.docxtpl_templates docxtpl-0.4.13.tar.gz

The last source distribution with tests is 0.4.13; later ones hold none. Its scripts are run as they are, in a copy,
with the docxtpl that is installed; every `render` that they ask for is done by ours as well, from the same template,
values and Jinja environment, and the packages are compared part by part (C14N). docxcompose is needed for those with
subdocuments.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import os
import runpy
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

import docxtpl
import jinja2
import jinja2.utils
import markupsafe
from docxtpl import DocxTemplate, InlineImage, RichText
from lxml import etree

from reviewdocs.errors import TemplateError
from reviewdocs.generate.compiled import Compiled, Properties
from reviewdocs.generate.source import open_template, order_cells

_CORE = "docProps/core.xml"
_PROPERTIES = Properties("", "", "", "", "", dt.date(2020, 1, 1))


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a package in canonical form, without the document's own properties, which are ours to set."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist() if name != _CORE}
    return {name: canonical(part) if name.endswith((".xml", ".rels")) else part for name, part in parts.items()}


def canonical(xml: bytes) -> bytes:
    """C14N 1.0."""
    made: bytes = etree.tostring(etree.fromstring(xml), method="c14n")
    return made


def differing(one: bytes, other: bytes) -> list[str]:
    """The names of the parts in which two packages differ."""
    ours, theirs = parts_of(one), parts_of(other)
    return sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))


def in_order(data: bytes) -> bytes:
    """A package whose body has its cell properties in the order that the schema asks for: docxtpl writes those for
    colour and span first, which Word may refuse."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(buffer, "w") as ordered:
        for name in package.namelist():
            part = package.read(name)
            if name == "word/document.xml":
                tree = etree.fromstring(part)
                order_cells(tree)
                part = etree.tostring(tree)
            ordered.writestr(name, part)
    return buffer.getvalue()


def fallback(template: DocxTemplate, values: object) -> str:
    """What only docxtpl does for a template: work on the package itself, for which our data has no values."""
    replaced = (template.crc_to_new_media, template.crc_to_new_embedded, template.zipname_to_replace)
    if any(replaced) or template.pics_to_replace:
        return "pictures or embedded files are replaced"
    for value in _all(values):
        if isinstance(value, InlineImage):
            return "a value is a picture, which becomes a part"
        if type(value).__name__ == "Subdoc":
            return "a value is a subdocument, whose styles and parts are taken in"
        if isinstance(value, RichText) and "r:id=" in str(value):
            return "a value holds a link, which becomes a relationship"
    return ""


def _all(value: object) -> Iterator[object]:
    yield value
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    for one in inner:
        yield from _all(one)


class Watched(DocxTemplate):  # type: ignore[misc]
    """docxtpl, whose every rendering is kept with what it was made from."""

    told: ClassVar[list[tuple[str, str]]] = []

    def render(
        self, context: dict[str, Any], jinja_env: jinja2.Environment | None = None, autoescape: bool = False
    ) -> None:
        """Render, and compare with ours."""
        source = self.template_file
        name, data = Path(source).name, Path(source).read_bytes()
        super().render(context, jinja_env, autoescape)
        if reason := fallback(self, context):
            self.told.append((name, f"docxtpl: {reason}"))
            return
        env = jinja_env or jinja2.Environment(autoescape=autoescape)
        word = open_template(name, data)
        buffer = io.BytesIO()
        self.docx.save(buffer)
        try:
            made = Compiled(name, word, tuple(word.sources()), env).fill(context, _PROPERTIES)
        except TemplateError as error:
            self.told.append((name, f"refused: {error.what}"))
            return
        theirs = buffer.getvalue()
        if not (parts := differing(made, theirs)):
            self.told.append((name, "equal"))
        elif not differing(made, in_order(theirs)):
            self.told.append((name, "equal, with cell properties put into the order of the schema"))
        else:
            self.told.append((name, f"DIFFERENT in {', '.join(parts)}"))


def main() -> None:
    """Run every test script of the distribution, and print a line for each template that it renders."""
    docxtpl.DocxTemplate = Watched
    docxtpl.template.DocxTemplate = Watched
    jinja2.utils.Markup = markupsafe.Markup  # type: ignore[attr-defined]  # where old scripts look for it
    home = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(sys.argv[1]) as archive:
            archive.extractall(folder, filter="data")
        (tests,) = Path(folder).glob("*/tests")
        os.chdir(tests)
        for script in sorted(tests.glob("*.py")):
            if script.stem in ("__init__", "runtests"):
                continue
            before = len(Watched.told)
            with contextlib.redirect_stdout(io.StringIO()):
                try:
                    runpy.run_path(str(script), run_name="__main__")
                except Exception as error:  # noqa: BLE001 - a script that does not run here is told, and the others go on
                    Watched.told.append((script.name, f"the script does not run here: {type(error).__name__}: {error}"))
            for name, what in Watched.told[before:]:
                print(f"{script.name:28} {name:36} {what}")
        os.chdir(home)


if __name__ == "__main__":
    main()
