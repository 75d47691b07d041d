"""Recording that somebody approved a document: these bytes, in one of the roles that the policy asks for."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

from reviewdocs.errors import InputError, UsageError
from reviewdocs.formats.files import read_file
from reviewdocs.model.findings import DocumentReport
from reviewdocs.model.publication import Approval, ApprovalAct
from reviewdocs.policy.publication import ApprovalRule
from reviewdocs.store.approvals import ApprovalBook, NewApproval, holding_for
from reviewdocs.store.case import Case
from reviewdocs.store.decisions import DecisionBook
from reviewdocs.workflows.publishing.facts import let_stand, policy_of


def approve(
    case: Case,
    document: DocumentReport,
    *,
    role: str,
    by: str,
    at: dt.datetime,
    act: ApprovalAct = ApprovalAct.APPROVED,
) -> Approval:
    """Record an approval of a document, or withdraw one; when this returns it is on the disk.

    An approval that holds already, knowing of the same risks, is not recorded twice.

    Args:
        case: the case.
        document: what a check just said of it: which bytes they are, and which blocking risks were let stand.
        role: the id, or the words, of an approval of the policy.
        by: who approves.
        at: when.
        act: withdraws the approval that the same person gave to these bytes in this role.

    Raises:
        UsageError: there is no such role, nobody is named, or there is nothing to withdraw.
        InputError: the document was changed since it was checked, or the case cannot be read.
        OutputError: it cannot be recorded.
    """
    rule = rule_for(case, role)
    if not by.strip():
        raise UsageError("Nobody is named who approves it.", remedy="Give the name of who does.")
    file, book = Path(document.file), ApprovalBook(case)
    if hashlib.sha256(read_file(file)).hexdigest() != document.sha256:
        raise InputError("The document was changed since it was checked.", where=str(file),
                         remedy="Check it again, then approve it.")  # fmt: skip
    given = next(
        (
            one
            for one in holding_for(book.read()[0], document.sha256)
            if one.role == rule.id and one.by.casefold() == by.strip().casefold()
        ),
        None,
    )
    if given and act is ApprovalAct.APPROVED and given.accepted == let_stand(document):
        return given
    if act is ApprovalAct.WITHDRAWN and given is None:
        raise UsageError(f"{by.strip()} has not approved this document as {rule.id}: nothing can be withdrawn.")
    new = NewApproval(act, DecisionBook(case).name_of(file), document.sha256, rule.id, by.strip(), let_stand(document))
    return book.add(new, at)


def rule_for(case: Case, role: str) -> ApprovalRule:
    """The approval of the case's policy that a person means by its id or its words.

    Raises:
        UsageError: there is none.
        InputError, DataError: the case's data or policy cannot be used.
    """
    policy = policy_of(case, case.load_review().review_type)
    if not policy.approvals:
        raise UsageError("No public version of a review of this type can be made, so there is nothing to approve.")
    asked = " ".join(role.split()).casefold()
    for rule in policy.approvals:
        if asked in (rule.id, rule.role.casefold()):
            return rule
    known = ", ".join(f"{rule.id} ({rule.role})" for rule in policy.approvals)
    raise UsageError(f"The policy knows no approval by '{role}'.", remedy=f"It asks for: {known}.")
