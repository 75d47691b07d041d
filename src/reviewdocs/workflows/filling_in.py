"""What is wrong or missing in a case's data, field by field, and mended where it stands."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Literal

from reviewdocs.disk import bytes_of
from reviewdocs.errors import DataError, InputError, Problem
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.turns import turn
from reviewdocs.records.maps import WORKBOOK
from reviewdocs.records.review_data import review_in
from reviewdocs.records.review_workbook import write_review_workbook
from reviewdocs.records.yaml_source import MAX_BYTES, decoded, parse_yaml
from reviewdocs.records.yaml_values import values_of, with_values, without_entry
from reviewdocs.records.yaml_writing import as_yaml
from reviewdocs.store.case import Case
from reviewdocs.store.locked import LOCKED
from reviewdocs.store.maps import opened
from reviewdocs.workflows.earlier import keep_earlier
from reviewdocs.workflows.pseudonyms.replacing import replace_map
from reviewdocs.workflows.validate import PLACEHOLDER

LONG = 45
"""Characters of a placeholder from which on a longer answer is expected."""
_TELLING = ("role", "name", "job_title", "kind", "title")
"""Fields that tell which entry of a list one is, the first that is filled in."""
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Blank:
    """A field that something is the matter with.

    Attributes:
        field: its dotted path.
        called: the same in words.
        value: what stands there; empty for a placeholder.
        wanted: what is wrong, or is to be filled in.
        kind: of the answer that is expected.
        warning: whether the data can be used all the same.
    """

    field: str
    called: str
    value: str
    wanted: str
    kind: Literal["date", "line", "text"]
    warning: bool

    @property
    def entry(self) -> str:
        """The entry of a list that it is a placeholder of, which may be taken out; else empty."""
        found = re.match(r"\w+\[\d+\](?=\.)", self.field)
        return found[0] if found and not self.value else ""


@dataclass(frozen=True, slots=True)
class Page:
    """A file of a case as somebody can change it.

    Attributes:
        file: it.
        text: what it holds; empty where it is no text.
        known_by: the hash of its bytes, by which a change of others is noticed.
        blanks: what can be mended in its field.
        other: problems with no one field.
    """

    file: Path
    text: str
    known_by: str
    blanks: tuple[Blank, ...]
    other: tuple[Problem, ...]

    def line(self, problem: Problem) -> str:
        """The line that a problem is in; empty where it is in none."""
        lines = self.text.splitlines()
        return lines[problem.line - 1].strip() if problem.line and problem.line <= len(lines) else ""


def page_of(case: Case, file: Path, problems: Sequence[Problem]) -> Page:
    """A file of the case with what is wrong in it.

    Args:
        case: the case.
        file: its data or its map.
        problems: of `validate`.

    Raises:
        InputError: the map is locked and its passphrase is not known.
    """
    mine = [problem for problem in problems if problem.file == str(file)]
    raw = _raw(case, file)
    if not file.name.removesuffix(LOCKED).endswith((".yaml", ".yml")):
        return Page(file, "", _hash(raw), (), tuple(mine))
    try:
        text = decoded(raw, str(file), what="file") if raw else ""
        document = parse_yaml(str(file), text) if text else None
        values = values_of(document) if document else {}
    except DataError:
        return Page(file, text, _hash(raw), (), tuple(mine))
    except InputError:
        return Page(file, "", _hash(raw), (), tuple(mine))
    at: dict[str, list[Problem]] = {}
    for problem in mine:
        at.setdefault(problem.field, []).append(problem)
    blanks = tuple(_blank(_called(field, values), field, value, at[field]) for field, value in values.items()
                   if field in at)  # fmt: skip
    other = tuple(problem for problem in mine if problem.field not in values)
    return Page(file, text, _hash(raw), blanks, other)


def fill_in(case: Case, page: Page, values: Mapping[str, str]) -> bool:
    """Put values into fields; empty ones and those that stand there already change nothing. Whether anything changed.

    Raises:
        InputError, DataError: they cannot be put there, or the file was changed by somebody else.
        OutputError: it cannot be written.
    """
    known = {blank.field: blank.value for blank in page.blanks}
    new = {field: value for field, value in values.items() if value and value != known.get(field)}
    if not new:
        return False
    rewrite(case, page, with_values(str(page.file), page.text, new))
    return True


def take_out(case: Case, page: Page, entry: str) -> None:
    """Take an entry out of its list ("permitted[0]").

    Raises:
        InputError, DataError: it is not there, cannot be taken out, or the file was changed by somebody else.
        OutputError: it cannot be written.
    """
    found = re.fullmatch(r"(\w+)\[(\d{1,6})\]", entry)
    if not found:
        raise InputError("There is no such entry.", remedy="Load the page again.")
    rewrite(case, page, without_entry(str(page.file), page.text, found[1], int(found[2])))


def rewrite(case: Case, page: Page, text: str) -> None:
    """Put another text into the file's place; the earlier one is kept among the records.

    Raises:
        DataError: it is not YAML; or as a map it cannot be used.
        InputError: the file was changed by somebody else meanwhile.
        OutputError: it cannot be written.
    """
    parse_yaml(str(page.file), text)
    if _hash(_raw(case, page.file)) != page.known_by:
        raise InputError("Somebody else has changed this file meanwhile, so nothing was written.",
                         remedy="Load the page again, and put your change into what stands there now.")  # fmt: skip
    bring_data(case, page.file.name.removesuffix(LOCKED), text.encode())


def bring_data(case: Case, name: str, data: bytes) -> None:
    """Take a file of data or map in the place of the one that is there, which is kept.

    Data with errors is taken, so that it can be mended in several goes; a map that cannot be used is not, nor data in
    the other of its two forms (text, workbook), which is written in the one that the case has.

    Args:
        case: the case.
        name: of the file: its ending says the form, the rest whether it is the data or the map.
        data: its bytes.

    Raises:
        InputError, DataError, UsageError: it cannot be taken.
        OutputError: it cannot be written.
    """
    if PurePath(name).stem != case.review_file.stem:
        replace_map(case, name, data)
        return
    form = case.review_file.suffix.lower()
    if (PurePath(name).suffix.lower() == WORKBOOK) != (form == WORKBOOK):
        review, _ = review_in(data, name)
        data = write_review_workbook(review) if form == WORKBOOK else as_yaml(review).encode()
    with turn(case.folder):
        before = bytes_of(case.review_file, most=MAX_BYTES) if case.review_file.exists() else b""
        if before == data:
            return
        if before:
            keep_earlier(case, case.review_file, before)
        write_atomically(case.review_file, data)


def data_as_workbook(case: Case) -> bytes:
    """The review's data as a workbook, to be filled in in a spreadsheet.

    Raises:
        InputError, DataError: it cannot be used.
    """
    return write_review_workbook(case.load_review())


def _raw(case: Case, file: Path) -> bytes:
    raw = bytes_of(file, most=MAX_BYTES) if file.exists() else b""
    return opened(file, raw, case.passphrase) if raw else b""


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _blank(called: str, field: str, value: str, problems: Sequence[Problem]) -> Blank:
    placeholder = PLACEHOLDER.fullmatch(value.strip())
    is_date = bool(_DATE.fullmatch(value.strip()))
    wanted = value.strip("[] ") if placeholder and not is_date else ""
    told = [_told(problem) for problem in problems if not (placeholder and problem.warning)]
    kind: Literal["date", "line", "text"] = (
        "date" if is_date else "text" if len(value) >= LONG or "sentences" in value else "line"
    )
    return Blank(field, called, "" if placeholder else value, " ".join(filter(None, (*told, wanted))), kind,
                 all(problem.warning for problem in problems))  # fmt: skip


def _told(problem: Problem) -> str:
    found = f"Found {problem.found}; " if problem.found else ""
    said = f"{found}{problem.expected}"
    return f"{said[:1].upper()}{said[1:]}."


def _called(field: str, values: Mapping[str, str]) -> str:
    """A path in words: people[1].dob is "People 2 (mother), dob"."""
    entry = re.match(r"\w+\[\d+\]", field)
    others = [f"{entry[0]}.{key}" for key in _TELLING] if entry else []
    told = [values[other] for other in others if other != field and values.get(other)]
    said = next((text for text in told if not PLACEHOLDER.fullmatch(text)), "")
    whose = f" ({said})" if said else ""
    words = re.sub(r"\[(\d+)\]", lambda match: f" {int(match[1]) + 1}", field).replace("_", " ")
    first, *rest = words.split(".")
    called = ", ".join([f"{first}{whose}", *rest])
    return f"{called[:1].upper()}{called[1:]}"
