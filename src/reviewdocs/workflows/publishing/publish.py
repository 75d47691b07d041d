"""Publishing: each requirement of the policy is looked at; where all are met the bundle is made, whole or not."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import secrets
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewdocs import __version__
from reviewdocs.errors import InputError, OutputError, UsageError
from reviewdocs.formats.atomic import sync_folder, write_atomically
from reviewdocs.formats.files import read_file
from reviewdocs.formats.turns import turn
from reviewdocs.model.findings import CheckReport, Verdict
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.review import Review
from reviewdocs.names import ByteSearch
from reviewdocs.policy.publication import Policy, Requirement, requirements
from reviewdocs.publication.outgoing import Outgoing, make
from reviewdocs.publication.titling import title_of
from reviewdocs.store.approvals import ApprovalBook, holding_for
from reviewdocs.store.case import Case
from reviewdocs.store.decisions import DecisionBook
from reviewdocs.workflows.batch import Progress, no_progress
from reviewdocs.workflows.check import check
from reviewdocs.workflows.decide import states
from reviewdocs.workflows.publishing import noted
from reviewdocs.workflows.publishing.bundle import MANIFEST, RECORD, SCHEMA, Manifest, read_manifest, record_of
from reviewdocs.workflows.publishing.facts import facts_of, policy_of
from reviewdocs.workflows.publishing.statement import STATEMENT, statement
from reviewdocs.workflows.publishing.verifying import verify

_MAKING = re.compile(r"\.~[0-9a-f]{16}\.making")


@dataclass(frozen=True, slots=True)
class Gate:
    """Where a case stands before publication.

    Attributes:
        review: its data.
        policy: what is asked.
        report: of the check of the documents.
        requirements: everything asked, met or not.
    """

    review: Review
    policy: Policy
    report: CheckReport
    requirements: tuple[Requirement, ...]

    @property
    def day(self) -> dt.date:
        """The day of publication, which there is where nothing is missing."""
        decided = self.review.publication
        if decided is None or decided.publish_on is None:
            raise UsageError("There is no day of publication.", remedy="Record it: publication.publish_on.")
        return decided.publish_on

    @property
    def missing(self) -> tuple[Requirement, ...]:
        """What is not met."""
        return tuple(one for one in self.requirements if not one.met)

    @property
    def exit_code(self) -> int:
        """The exit code of docs/contracts.md."""
        if not self.missing:
            return 0
        return 3 if self.report.verdict is Verdict.NOT_CHECKED else 1


@dataclass(frozen=True, slots=True)
class Published:
    """A bundle that was made.

    Attributes:
        folder: where it lies.
        files: what is in it, in order.
        fingerprint: what vouches for all of it.
        told: what is to be said of it, in sentences.
    """

    folder: Path
    files: tuple[str, ...]
    fingerprint: str
    told: tuple[str, ...]


def gate(
    case: Case,
    files: Sequence[Path],
    *,
    today: dt.date,
    report: CheckReport | None = None,
    progress: Progress = no_progress,
) -> Gate:
    """Check the documents and look at every requirement.

    Args:
        case: the case.
        files: the documents that are to go out.
        today: the day.
        report: of a check of just these documents, where it was only just made.
        progress: told before each file.

    Raises:
        ReviewdocsError: the case or its records cannot be used, or nothing could be checked.
    """
    review = case.load_review()
    policy = policy_of(case, review.review_type)
    report = report or check(files, pmap=case.load_map(), case=case, progress=progress).report
    return Gate(review, policy, report, requirements(policy, facts_of(case, review, report, today)))


def publish(case: Case, passed: Gate, *, at: dt.datetime) -> Published:
    """Make the bundle of a case that met every requirement.

    What goes out is made from bytes that are still the ones checked and approved. All is made aside, the manifest last,
    and the folder gets its name when it is whole; what an earlier run left that was cut off is removed.

    Raises:
        UsageError: a requirement is not met.
        InputError: a document was changed since it was checked.
        OutputError: something could not be made, verified or written; there is no bundle then.
    """
    if passed.missing:
        raise UsageError("Not every requirement is met, so nothing was published.")
    pmap = case.load_map()
    if there := _there(case, passed):
        return there
    with turn(case.publication):
        for left in case.publication.iterdir():
            if _MAKING.fullmatch(left.name):
                shutil.rmtree(left, ignore_errors=True)
        making = case.publication / f".~{secrets.token_hex(8)}.making"
        try:
            making.mkdir()
            outgoing = [_outgoing(file, sha256, making, pmap) for file, sha256 in _approved(passed)]
            record, state = record_of(_lines(case, passed, outgoing))
            write_atomically(making / RECORD, record)
            write_atomically(making / STATEMENT, statement(passed.review, passed.policy, outgoing).encode())
            _refuse_names(making, pmap)
            manifest = Manifest.of(_told(passed, making, outgoing, state, at))
            write_atomically(making / MANIFEST, manifest.as_bytes())
            folder = _free(case.publication, passed.day.isoformat())
            noted.note(case, folder.name, manifest.fingerprint)
            making.rename(folder)
        except OSError as error:
            raise OutputError(f"The bundle could not be written: {error.strerror}.", where=str(case.publication),
                              remedy="Check the disk and the folder, then publish again.") from error  # fmt: skip
        finally:
            shutil.rmtree(making, ignore_errors=True)
        sync_folder(case.publication)
    told = [sentence for one in outgoing for sentence in (*one.told, one.no_pdf) if sentence]
    names = tuple(one["file"] for one in manifest.told["files"])
    return Published(folder, (*names, MANIFEST), manifest.fingerprint, tuple(dict.fromkeys(told)))


def _there(case: Case, passed: Gate) -> Published | None:
    """The bundle of just these bytes for this day, where it was made before and is still whole."""
    asked = {document.sha256 for document in passed.report.documents}
    for folder in sorted(case.publication.iterdir()) if case.publication.is_dir() else ():
        if not (folder.name.startswith(passed.day.isoformat()) and (folder / MANIFEST).is_file()):
            continue
        said, manifest = verify(folder), read_manifest(folder)
        if (
            said.known
            and said.is_as_published
            and asked == {one["approved"] for one in manifest.told["files"] if "approved" in one}
        ):
            names = tuple(one["file"] for one in manifest.told["files"])
            return Published(folder, (*names, MANIFEST), manifest.fingerprint, ("It was published before.",))
    return None


def _approved(passed: Gate) -> Iterator[tuple[Path, str]]:
    for document in passed.report.documents:
        yield Path(document.file), document.sha256


def _outgoing(file: Path, sha256: str, making: Path, pmap: PseudonymMap) -> Outgoing:
    """What goes out of one document, made from a copy of the very bytes that were approved."""
    data = read_file(file)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise InputError("The document was changed since it was checked.", where=str(file),
                         remedy="Check and approve it again.")  # fmt: skip
    aside = making / "approved"
    try:
        write_atomically(aside / file.name, data)
        return make(aside / file.name, making, title=title_of(file.name, data), map=pmap)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _lines(case: Case, passed: Gate, outgoing: Sequence[Outgoing]) -> Iterator[dict[str, Any]]:
    """The record of how the documents were cleared: nobody's name is in it, and no text of a document."""
    for one in passed.requirements:
        yield {"kind": "requirement", "id": one.id, "title": one.title, "source": one.source}
    hashes = {document.sha256 for document in passed.report.documents}
    for document in passed.report.documents:
        yield {
            "kind": "check",
            "document": Path(document.file).name,
            "sha256": document.sha256,
            "verdict": document.verdict.value,
            "accepted": document.accepted.all,
            "accepted_blocking": document.accepted.block,
            "detectors": list(document.detectors),
            "language_model": document.language_model,
            "parts_read": len(document.coverage.read),
        }
    decided = {one.decision.number for d in passed.report.documents for one in d.findings if one.decision}
    for decision, state in states(DecisionBook(case).read()[0]):
        if decision.number in decided:
            yield {
                "kind": "decision",
                "number": decision.number,
                "at": decision.at.isoformat(),
                "action": decision.action.value,
                "scope": decision.scope.value,
                "rule": decision.finding.rule,
                "category": decision.finding.category.value,
                "severity": decision.finding.severity.value,
                "state": state.value,
            }
    approvals = ApprovalBook(case).read()[0]
    for sha256 in sorted(hashes):
        for approval in holding_for(approvals, sha256):
            yield {"kind": "approval", "at": approval.at.isoformat(), "role": approval.role, "sha256": sha256}
    for went, document in zip(outgoing, passed.report.documents, strict=True):
        made = [path.name for path in (went.docx, went.pdf) if path]
        yield {"kind": "made", "from": document.sha256, "files": made, "told": [*went.told, went.no_pdf]}


def _told(
    passed: Gate, making: Path, outgoing: Sequence[Outgoing], state: dict[str, Any], at: dt.datetime
) -> dict[str, Any]:
    approved = [document.sha256 for document in passed.report.documents]
    files = []
    for one, sha256 in zip(outgoing, approved, strict=True):
        files += [_file(path, "document", approved=sha256) for path in (one.docx, one.pdf) if path]
    files += [_file(making / STATEMENT, "statement"), _file(making / RECORD, "record")]
    return {
        "schema": SCHEMA,
        "review": passed.review.reference,
        "review_type": passed.review.review_type.value,
        "board": passed.review.board.name,
        "publish_on": passed.day.isoformat(),
        "made_at": at.replace(microsecond=0).isoformat(),
        "made_by": f"reviewdocs {__version__}",
        "versions": dict(passed.report.versions),
        "files": files,
        "record": state,
    }  # fmt: skip


def _file(path: Path, what: str, **more: str) -> dict[str, Any]:
    data = read_file(path)
    return {"file": path.name, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data), "what": what, **more}


def _refuse_names(making: Path, pmap: PseudonymMap) -> None:
    """The files of text hold no name of the map; those made of documents were read back by whoever made them."""
    search = ByteSearch.of(pmap)
    for name in (RECORD, STATEMENT):
        if search.found((making / name).read_text(encoding="utf-8")):
            raise OutputError(f"A name of the map would stand in {name}, so nothing was published.",
                              remedy="Look for it in the titles and kinds of the review’s data: processes, steps, "
                              "the roles of the family.")  # fmt: skip


def _free(folder: Path, name: str) -> Path:
    number, path = 1, folder / name
    while path.exists():
        number += 1
        path = folder / f"{name} ({number})"
    return path
