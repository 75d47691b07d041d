"""Templates: which there are, what they ask for, whether a board's own is sound, and a copy to start from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reviewdocs.disk import bytes_of
from reviewdocs.errors import InputError, OutputError, UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.generate.catalogue import Entry, catalogue, find_template, shipped_template
from reviewdocs.generate.fields import available
from reviewdocs.generate.fill import Asked
from reviewdocs.store.case import Case
from reviewdocs.workflows.filling import asked, filling


@dataclass(frozen=True, slots=True)
class Listed:
    """A template: what it makes, where it lies, and whether it is the board's own."""

    entry: Entry
    path: Path
    own: bool


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a template: each used one with its places, and all there are with what they are."""

    template: Path
    used: dict[str, tuple[str, ...]]
    available: dict[str, str]


@dataclass(frozen=True, slots=True)
class TemplateCheck:
    """What is to be said of a template.

    Attributes:
        unknown: faults that stop it from being filled, each with its place.
        missing: fields that the shipped template of this name fills and this one does not.
        unused: fields that there are and that it does not use; for information.
    """

    template: Path
    made_from: str
    unknown: tuple[str, ...]
    missing: tuple[str, ...]
    unused: tuple[str, ...]

    @property
    def exit_code(self) -> int:
        """2 when it cannot be filled, 1 when the shipped one says more, else 0 (docs/contracts.md)."""
        return 2 if self.unknown else 1 if self.missing else 0


def templates_list(case: Case | None = None) -> list[Listed]:
    """Every document and letter with the template it would be made from, the case's own before the shipped one."""
    listed = []
    for entry in catalogue():
        path = find_template(entry, case.templates) if case else shipped_template(entry)
        listed.append(Listed(entry, path, own=path != shipped_template(entry)))
    return listed


def templates_fields(template: str, case: Case | None = None) -> Fields:
    """The fields that a template uses and those it could use.

    Args:
        template: the id of a document or letter, or the path of a template file.
        case: where the board's own templates are looked for.

    Raises:
        UsageError: it is neither an id nor a template file whose kind is known.
        InputError, TemplateError: the file cannot be read.
    """
    path = Path(template)
    if any(entry.id == template for entry in catalogue()):
        entry = _entry(template)
        path = find_template(entry, case.templates) if case else shipped_template(entry)
    else:
        entry = _kind_of(path, None)
    (reading,) = _read(entry, path)
    used: dict[str, list[str]] = {}
    for use, place in reading.uses:
        used.setdefault(use.path, [])
        if place not in used[use.path]:
            used[use.path].append(place)
    known = dict(available(entry.context))
    return Fields(path, {name: tuple(used[name]) for name in sorted(used) if name in known}, known)


def templates_check(path: Path, *, made_from: str | None = None) -> TemplateCheck:
    """Check a board's own template against the data and against the shipped one.

    Args:
        path: the template file.
        made_from: the id of the document or letter it is for; told from its file name when None.

    Raises:
        UsageError: the file name tells nothing and `made_from` is not given.
        InputError, TemplateError: the file cannot be read.
    """
    entry = _kind_of(path, made_from)
    reading, shipped = _read(entry, path, shipped_template(entry))
    known = dict(available(entry.context))
    used = {use.path for use, _ in reading.uses}
    expected = {use.path for use, _ in shipped.uses}
    return TemplateCheck(
        template=path,
        made_from=entry.id,
        unknown=reading.faults,
        missing=tuple(name for name in known if name in expected - used),
        unused=tuple(name for name in known if name not in used),
    )


def templates_copy(template: str, case: Case) -> Path:
    """Copy a shipped template into the case's own templates, to be edited in Word.

    Raises:
        UsageError: there is no such document or letter.
        OutputError: the case has its own already, or it cannot be written.
    """
    entry = _entry(template)
    target = case.templates / entry.template
    if target.exists():
        raise OutputError(
            "The case has its own template of this name already; it is not overwritten.",
            where=str(target),
            remedy="Move or rename it first.",
        )
    write_atomically(target, shipped_template(entry).read_bytes(), new=True)
    return target


def _entry(identifier: str) -> Entry:
    for entry in catalogue():
        if entry.id == identifier:
            return entry
    known = ", ".join(entry.id for entry in catalogue())
    raise UsageError(f"There is no document or letter '{identifier}'.", remedy=f"There are: {known}.")


def _kind_of(path: Path, identifier: str | None) -> Entry:
    """The document or letter that a template file is for."""
    if identifier is not None:
        return _entry(identifier)
    for entry in catalogue():
        if entry.template == path.name:
            return entry
    names = ", ".join(entry.template for entry in catalogue())
    raise UsageError(
        "It cannot be told from this file's name what it is a template for.",
        where=str(path),
        remedy=f"Name it as the shipped one is named ({names}).",
    )


def _read(entry: Entry, *paths: Path) -> list[Asked]:
    """What each of these templates asks for."""
    read = []
    with filling() as worker:
        for path in paths:
            try:
                data = bytes_of(path, most=MAX_FILE_BYTES, what="template")
            except FileNotFoundError as error:
                raise InputError(
                    "The template is not there.", where=str(path), remedy="Check its name and folder."
                ) from error
            read.append(asked(worker, path.name, data, entry))
    return read
