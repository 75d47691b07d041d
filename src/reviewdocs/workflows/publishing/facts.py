"""What is known of a case and of the documents that are to go out, as the policy's requirements ask for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from reviewdocs.generate.catalogue import TemplateKind, entries
from reviewdocs.generate.own_letters import own_folders
from reviewdocs.model.findings import CheckReport, DocumentReport, Finding, Severity, Verdict
from reviewdocs.model.publication import Approval, ApprovalAct
from reviewdocs.model.review import Review
from reviewdocs.model.words import ReviewType
from reviewdocs.policy.publication import Approved, BoardPolicy, DocumentFacts, Facts, Policy, policy_for
from reviewdocs.records.load import load_record
from reviewdocs.store.append_only import content_hash
from reviewdocs.store.approvals import ApprovalBook, holding_for
from reviewdocs.store.asked import SCHEMA as LETTERS
from reviewdocs.store.case import Case
from reviewdocs.store.decisions import DecisionBook
from reviewdocs.store.listing import Listing
from reviewdocs.store.made import SENT
from reviewdocs.workflows.timetable import data_of

FILE = "publication-policy.yaml"
"""A board's own changes: in a case, or with the board's templates for all cases."""


def policy_of(case: Case, review_type: ReviewType) -> Policy:
    """The policy of a case: what ships, with the board's changes and then the case's own.

    Raises:
        InputError, DataError: a file of changes cannot be used.
    """
    policy = policy_for(review_type)
    _, board = own_folders(case.templates)
    for file in (board / FILE, case.folder / FILE):
        if file.is_file():
            policy = load_record(file, BoardPolicy, what="board's policy of publication")[0].over(policy)
    return policy


def facts_of(case: Case, review: Review, report: CheckReport, today: dt.date) -> Facts:
    """Everything known of a review on a day.

    Args:
        case: the case.
        review: its data.
        report: of the check of all documents that are to go out, together.
        today: the day.

    Raises:
        InputError, DataError, OutputError: a record of the case cannot be read.
    """
    decision = review.publication
    roles = {person.id: person.role for person in review.people}
    approvals = ApprovalBook(case).read()[0]
    failed = [DocumentFacts(Path(one.file).name, "", one.reason) for one in report.failed]
    return Facts(
        today=today,
        nation=data_of(case).nation,
        decided=decision.decided if decision else None,
        reason=decision.reason if decision else "",
        publish_on=decision.publish_on if decision else None,
        processes=tuple(
            (process.kind, process.bars_publication if "bars_publication" in process.model_fields_set else None)
            for process in review.parallel_processes
        ),
        family=tuple(
            (roles[contact.person].capitalize(), contact.report_shared, contact.not_shared)
            for contact in review.family_contacts
        ),
        steps=decision.steps if decision else (),
        sent=_sent(case),
        documents=(*(_document(case, review, one, approvals) for one in report.documents), *failed),
        together=_open(report.bundle.findings),
    )


def let_stand(document: DocumentReport) -> str:
    """A hash of the findings of a document that block and were let stand; empty without any."""
    stood = sorted((one.id, one.decision.number) for one in document.findings if one.decision and _stands(one))
    return content_hash(stood) if stood else ""


def kind_of(name: str, review_type: ReviewType) -> str:
    """Which document of the catalogue a file is, by its name; empty for any other."""
    told = " ".join(name.casefold().replace("_", " ").split())
    known = sorted(entries(TemplateKind.DOCUMENT, review_type), key=lambda entry: -len(entry.title))
    return next((entry.id for entry in known if entry.title.casefold() in told), "")


def _document(case: Case, review: Review, report: DocumentReport, approvals: Sequence[Approval]) -> DocumentFacts:
    name = DecisionBook(case).name_of(Path(report.file))
    holding = holding_for(approvals, report.sha256)
    others = {a.role for a in approvals if a.document == name and a.act is ApprovalAct.APPROVED}
    stood = [one.decision for one in report.findings if one.decision and _stands(one)]
    return DocumentFacts(
        name=Path(report.file).name,
        kind=kind_of(Path(report.file).name, review.review_type),
        open="" if report.verdict.may_go_out else _why(report),
        accepted=let_stand(report),
        accepted_by=frozenset(decision.by for decision in stood),
        approved=tuple(Approved(one.role, one.by, one.accepted) for one in holding),
        changed=frozenset(others - {one.role for one in holding}),
    )


def _stands(finding: Finding) -> bool:
    return finding.severity is Severity.BLOCK and finding.accepted


def _why(report: DocumentReport) -> str:
    if report.verdict is Verdict.NOT_CHECKED:
        why = "; ".join((*report.not_run, *(f"{part} was not read" for part in report.coverage.unread)))
        return f"it is not checked: {why}"
    return _open(report.findings) or f"its verdict is {report.verdict}"


def _open(findings: Iterable[Finding]) -> str:
    count = sum(not finding.settled for finding in findings)
    return f"{count} finding{'s are' if count != 1 else ' is'} open" if count else ""


def _sent(case: Case) -> Mapping[tuple[str, str], dt.date]:
    """The day on which each letter last went out to each recipient."""
    found: dict[tuple[str, str], dt.date] = {}
    for folder in sorted(case.letters.iterdir()) if case.letters.is_dir() else ():
        if not folder.is_dir():
            continue
        for entry in Listing(folder / "manifest.json", LETTERS).files.values():
            if SENT in entry and entry.get("recipient"):
                key = folder.name, entry["recipient"]
                day = dt.date.fromisoformat(entry[SENT]["on"])
                found[key] = max(day, found.get(key, day))
    return found
