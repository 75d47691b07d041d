"""Signing a checked document off: what was tried by hand, what was decided about it, by whom, on which bytes."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
from dataclasses import dataclass
from pathlib import Path, PurePath

from pydantic import ValidationError

from reviewdocs import __version__
from reviewdocs.disk import bytes_of
from reviewdocs.errors import InputError, OutputError, UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import MAX_FILE_BYTES, read_file
from reviewdocs.model.base import Record
from reviewdocs.model.decisions import RecordState
from reviewdocs.model.findings import CheckReport, DocumentReport, Verdict
from reviewdocs.risk.reports import wording
from reviewdocs.store.case import Case

LONGEST = 5000
"""Characters of one answer."""
_MOST = 10_000


class SignOff(Record):
    """A document signed off, as `records/sign-offs` keeps it.

    Attributes:
        document: its path in the case, or its name.
        may_go_out: what was decided: it may be published, or it may not yet.
        why: the reason.
        worksheet: the answers of the motivated-intruder worksheet, by its headings.
        record: how far the case's record of decisions went.
    """

    schema_: str = "reviewdocs/sign-off/1"
    document: str
    sha256: str
    verdict: Verdict
    may_go_out: bool
    why: str
    worksheet: dict[str, str]
    by: str
    role: str
    at: dt.datetime
    record: RecordState
    tool_version: str


@dataclass(frozen=True, slots=True)
class Signature:
    """What somebody signs with.

    Attributes:
        worksheet: an answer to each question of the worksheet, in its order.
    """

    by: str
    role: str
    may_go_out: bool
    why: str
    worksheet: tuple[str, ...]


def sign_off(case: Case, report: CheckReport, document: DocumentReport, signature: Signature) -> SignOff:
    """Record a sign-off; when this returns it is on the disk.

    Args:
        case: the case.
        report: with the decisions that hold now.
        document: one of it.
        signature: what is signed.

    Raises:
        UsageError: something is missing, or the document may not go out.
        InputError: the document was changed since it was checked, or is gone.
        OutputError: it cannot be written.
    """
    _refuse_unfinished(report, document, signature)
    data = read_file(Path(document.file))
    if hashlib.sha256(data).hexdigest() != document.sha256:
        raise InputError("The document was changed since it was checked.", remedy="Check it again, then sign.")
    headings = [name for name, _, _ in wording.WORKSHEET]
    signed = SignOff(
        document=_name(case, document),
        sha256=document.sha256,
        verdict=document.verdict,
        may_go_out=signature.may_go_out,
        why=signature.why,
        worksheet=dict(zip(headings, signature.worksheet, strict=True)),
        by=signature.by,
        role=signature.role,
        at=dt.datetime.now(dt.UTC).replace(microsecond=0),
        record=report.record or RecordState(),
        tool_version=__version__,
    )
    _keep(case, signed)
    return signed


def sign_offs(case: Case, document: DocumentReport) -> list[SignOff]:
    """The sign-offs of a document under its name, oldest first; of these bytes or of others.

    Raises:
        InputError: one cannot be read.
    """
    return [signed for signed in all_sign_offs(case) if signed.document == _name(case, document)]


def all_sign_offs(case: Case) -> list[SignOff]:
    """The sign-offs of all documents, oldest first.

    Raises:
        InputError: one cannot be read.
    """
    folder, found = case.records / "sign-offs", list[SignOff]()
    for file in folder.glob("*.json") if folder.is_dir() else ():
        try:
            found.append(SignOff.model_validate_json(bytes_of(file, most=MAX_FILE_BYTES)))
        except (ValidationError, RecursionError) as error:
            raise InputError("A sign-off is damaged.", where=str(file),
                             remedy="Put the last backup in its place.") from error  # fmt: skip
    return sorted(found, key=lambda signed: signed.at)


def _refuse_unfinished(report: CheckReport, document: DocumentReport, signature: Signature) -> None:
    wanted = {"your name": signature.by, "your role": signature.role, "the reason": signature.why}
    wanted |= {heading: text for (heading, _, _), text in zip(wording.WORKSHEET, signature.worksheet, strict=True)}
    if missing := [what for what, text in wanted.items() if not text.strip()]:
        raise UsageError(f"Still empty: {', '.join(missing)}.", remedy="Fill it in, then sign.")
    if any(len(text) > LONGEST for text in wanted.values()):
        raise UsageError(f"An answer is longer than {LONGEST} characters.", remedy="Make it shorter, then sign.")
    ready = document.verdict.may_go_out and report.bundle.verdict.may_go_out and not report.failed
    if signature.may_go_out and not ready:
        raise UsageError("This cannot be signed off for publication: something is still open or was not checked.",
                         remedy="Settle it first; or sign that it may not be published yet.")  # fmt: skip


def _name(case: Case, document: DocumentReport) -> str:
    file = Path(document.file)
    return file.relative_to(case.folder).as_posix() if file.is_relative_to(case.folder) else file.name


def _keep(case: Case, signed: SignOff) -> None:
    data = signed.model_dump_json(indent=1).encode() + b"\n"
    for number in itertools.count(1):
        path = case.records / "sign-offs" / f"{PurePath(signed.document).stem} ({number}).json"
        if path.exists():
            continue
        try:
            return write_atomically(path, data, new=True)
        except OutputError:
            if not path.exists() or number > _MOST:  # else somebody signed at the same moment
                raise
