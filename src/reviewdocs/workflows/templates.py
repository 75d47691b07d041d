"""Templates: which there are, what they ask for, whether a board's own is sound, and a copy to start from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from reviewdocs.disk import bytes_of, real
from reviewdocs.errors import InputError, OutputError, UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.generate.catalogue import Entry, catalogue, find_template, shipped, shipped_template
from reviewdocs.generate.fields import available
from reviewdocs.generate.fill import Asked
from reviewdocs.generate.own_letters import FILE, own_letters
from reviewdocs.store.case import Case
from reviewdocs.workflows.filling import asked, filling

_OF_EACH_LETTER = frozenset({"letter", "addressee", "document"})


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
        missing: fields that the shipped template of this name fills and this one does not; of a board's own letter,
            those that every shipped letter to such recipients fills.
        unused: fields that there are and that it does not use; for information.
        compared: what `missing` is compared with, in words.
    """

    template: Path
    made_from: str
    unknown: tuple[str, ...]
    missing: tuple[str, ...]
    unused: tuple[str, ...]
    compared: str

    @property
    def exit_code(self) -> int:
        """2 when it cannot be filled, 1 when it lacks something, else 0 (docs/contracts.md)."""
        return 2 if self.unknown else 1 if self.missing else 0


def templates_list(case: Case | None = None) -> list[Listed]:
    """Every document and letter with the template it would be made from, the case's own before the shipped one.

    Raises:
        InputError, DataError: the list of the board's own letters cannot be used.
        TemplateError: a template is missing.
    """
    listed = []
    for entry in catalogue(case.templates if case else None):
        path = find_template(entry, case.templates) if case else shipped_template(entry)
        listed.append(Listed(entry, path, own=path != shipped_template(entry)))
    return listed


def templates_fields(template: str, case: Case | None = None) -> Fields:
    """The fields that a template uses and those it could use, the case's own of `more` among them.

    Args:
        template: the id of a document or letter, or the path of a template file.
        case: where the board's own templates are looked for.

    Raises:
        UsageError: it is neither an id nor a template file whose kind is known.
        InputError, DataError, TemplateError: the file, or the list of the board's own letters, cannot be read.
    """
    path = Path(template)
    case = case or _case_around(path)
    own = case.templates if case else None
    if any(entry.id == template for entry in catalogue(own)):
        entry = _entry(template, own)
        path = find_template(entry, own) if own else shipped_template(entry)
    else:
        entry = _kind_of(path, None, own)
    (reading,) = _read((entry, path))
    used: dict[str, list[str]] = {}
    for use, place in reading.uses:
        used.setdefault(use.path, [])
        if place not in used[use.path]:
            used[use.path].append(place)
    known = dict(available(entry.context)) | {f"more.{name}": "the board's own" for name in _more(case)}
    return Fields(path, {name: tuple(used[name]) for name in sorted(used) if name in known}, known)


def templates_check(path: Path, *, made_from: str | None = None, case: Case | None = None) -> TemplateCheck:
    """Check a board's own template against the data and against what is shipped.

    Args:
        path: the template file.
        made_from: the id of the document or letter it is for; told from its file name when None.
        case: whose fields of its own (`more`) the template may ask for; the case it lies in when None.

    Raises:
        UsageError: the file name tells nothing and `made_from` is not given.
        InputError, DataError, TemplateError: the file, or the list of the board's own letters, cannot be read.
    """
    case = case or _case_around(path)
    entry = _kind_of(path, made_from, case.templates if case else None)
    like = [entry] if entry in shipped() else [one for one in shipped() if one.recipients is entry.recipients]
    reading, *others = _read((entry, path), *((one, shipped_template(one)) for one in like))
    known = dict(available(entry.context))
    used = {use.path for use, _ in reading.uses}
    expected = set.intersection(*({use.path for use, _ in other.uses} for other in others))
    if entry not in shipped():
        # A board's letterhead may be typed out; what differs from letter to letter may not.
        expected = {name for name in expected if name.partition(".")[0] in _OF_EACH_LETTER}
    compared = "the shipped template has it" if entry in shipped() else f"letters to {_in_words(entry)} have it"
    return TemplateCheck(
        template=path,
        made_from=entry.id,
        unknown=(*reading.faults, *_not_in_more(reading, case)),
        missing=tuple(name for name in known if name in expected - used),
        unused=tuple(name for name in known if name not in used),
        compared=compared,
    )


def _in_words(entry: Entry) -> str:
    return entry.recipients.in_words if entry.recipients else ""


def _case_around(path: Path) -> Case | None:
    """The case in whose folder of templates a file lies."""
    folder = real(path).parent.parent
    if not any((folder / name).is_file() for name in ("review.yaml", "review.xlsx")):
        return None
    case = Case(folder)
    return case if real(case.templates) == real(path).parent else None


def _more(case: Case | None) -> Mapping[str, object]:
    """The case's own fields.

    Raises:
        InputError, DataError: the review's data cannot be used.
    """
    return case.load_review().more if case and case.review_file.is_file() else {}


def _not_in_more(reading: Asked, case: Case | None) -> Iterator[str]:
    """The board's own fields that a template asks for and the case's data does not hold, each with its place."""
    asked_for = {
        (use.path.removeprefix("review.").split(".")[1], place)
        for use, place in reading.uses
        if use.path.removeprefix("review.").startswith("more.")
    }
    if case is None or not asked_for:
        return
    there = _more(case)
    for name, place in sorted(asked_for):
        if name not in there:
            near = get_close_matches(name, there, n=1)
            hint = f" (did you mean '{near[0]}'?)" if near else ""
            yield f"the data's section more has no field '{name}'{hint} in the {place}; enter it, empty if need be"


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


def _entry(identifier: str, own: Path | None = None) -> Entry:
    known = catalogue(own)
    for entry in known:
        if entry.id == identifier:
            return entry
    raise UsageError(
        f"There is no document or letter '{identifier}'.",
        remedy=f"There are: {', '.join(entry.id for entry in known)}.",
    )


def _kind_of(path: Path, identifier: str | None, own: Path | None) -> Entry:
    """The document or letter that a template file is for."""
    if identifier is not None:
        return _entry(identifier, own)
    known = catalogue(own) if own else (*shipped(), *own_letters(path.parent))
    for entry in known:
        if entry.template == path.name:
            return entry
    raise UsageError(
        "It cannot be told from this file's name what it is a template for.",
        where=str(path),
        remedy="Name it as the shipped one is named, such as overview-report.docx, or say what it is for with --for "
        f"(`reviewdocs templates list` has all). A letter of your own is listed in {FILE} beside it.",
    )


def _read(*wanted: tuple[Entry, Path]) -> list[Asked]:
    """What each of these templates asks for."""
    read = []
    with filling() as worker:
        for entry, path in wanted:
            try:
                data = bytes_of(path, most=MAX_FILE_BYTES, what="template")
            except FileNotFoundError as error:
                raise InputError(
                    "The template is not there.", where=str(path), remedy="Check its name and folder."
                ) from error
            read.append(asked(worker, path.name, data, entry))
    return read
