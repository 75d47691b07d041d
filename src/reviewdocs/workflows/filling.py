"""Templates in a process of their own: a board may have been sent its template by anybody, and what it does is not done
yet when it is asked for.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reviewdocs.formats.worker import Worker
from reviewdocs.generate.catalogue import Entry
from reviewdocs.generate.fill import Asked, Properties, fill, read_template

_SECONDS = 60.0
"""How long a template may take: many times what the longest report takes on a slow computer."""


class Filling:
    """What the worker does."""

    MEMORY = 1024**3
    """Bytes that it may take: see `serving`."""

    def fill(self, template: Path, context: Any, properties: Properties) -> bytes:
        """See `fill.fill`."""
        return fill(template, context, properties)

    def read(self, name: str, data: bytes, context: type) -> Asked:
        """See `fill.read_template`."""
        return read_template(name, data, context)


def filling() -> Worker:
    """What fills templates and reads them."""
    return Worker(Filling)


def filled(worker: Worker, template: Path, context: Any, properties: Properties) -> bytes:
    """A template filled in the worker; see `fill.fill`.

    Raises:
        TemplateError: as `fill.fill`.
        InputError: it takes longer, or more memory, than any template should.
    """
    return worker.do(bytes, "fill", _SECONDS, template, context, properties)


def asked(worker: Worker, name: str, data: bytes, entry: Entry) -> Asked:
    """What a template asks for, read in the worker; see `fill.read_template`.

    Raises:
        TemplateError: as `fill.read_template`.
        InputError: it takes longer, or more memory, than any template should.
    """
    return worker.do(Asked, "read", _SECONDS, name, data, entry.context)
