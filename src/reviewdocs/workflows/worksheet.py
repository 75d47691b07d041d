"""Findings as a worksheet to decide in (.xlsx, .csv): a row a thing, with its places and cells for the decision."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from reviewdocs.errors import UsageError
from reviewdocs.model.decisions import Action, Decidable
from reviewdocs.model.findings import CheckReport, Finding
from reviewdocs.records.workbook import MAX_CELL, Column, Kind, Sheet, write_separated, write_tables
from reviewdocs.risk.one_thing import thing_of
from reviewdocs.risk.reports import MARK, wording
from reviewdocs.risk.reports.places import file_name, where
from reviewdocs.workflows.decidable import how_far

FORMS = (".xlsx", ".csv")
CHOICES = tuple(action.value for action in Action if action not in (Action.WITHDRAW, Action.MEANS))
_QUOTED = 8
"""Sentences of one thing that are quoted; of further ones only the place is told."""
SHEET = Sheet(
    "findings",
    "A row for each thing found that waits for a decision, the worst first. A row without a decision stays open.",
    (
        Column("severity", "severity", "block stops publication; review needs a decision.", Kind.REMARK, 9),
        Column("document", "document", "Where it was found.", Kind.REMARK, 22),
        Column("found", "found", "What was found. Leave it as it is: it proves that the row is still whole.", width=26),
        Column("sentence", "sentence", "What it stands in; of several places each.", Kind.REMARK, 64),
        Column("why", "why", "What is the matter with it.", Kind.REMARK, 36),
        Column("suggestion", "suggestion", "What may be done.", Kind.REMARK, 36),
        Column(
            "decision",
            "decision",
            f"One of {', '.join(CHOICES)}. It holds for all places of the row.",
            Kind.ENTRY,
            17,
            choices=CHOICES,
        ),
        Column(
            "replacement",
            "replacement",
            "For replace-with the words to put there; for add-to-map the id of the entry in the map; else empty.",
            Kind.ENTRY,
            28,
        ),
        Column("reason", "reason", "Why. Every decision needs one; only looked-at may go without.", Kind.ENTRY, 44),
        Column("where", "where", "What leads to the places.", Kind.REMARK, 26),
        Column("id", "id", "The ids of the places. Leave them as they are.", width=20),
    ),
)
_ABOUT = (
    ("What to do", "Choose a decision in each row that you want to settle, and say why. Rows may be sorted as a whole, "
     "or deleted; nothing else need be changed."),
    ("accept", "It stays: the risk is accepted."),
    ("not-identifying", "It identifies nobody."),
    ("replace-with", "The next anonymised copy has the words of “replacement” there, fitted into the sentence."),
    ("remove", "The next anonymised copy leaves the words out, and a whole sentence in their place."),
    ("add-to-map", "It is a further name of the map's entry whose id stands under “replacement”."),
    ("looked-at", "Of a picture: you looked at it, and nobody can be told by it."),
    ("Hand it in", "reviewdocs decide CASE --from FILE --by “your name” records it; every fault is told by its row, "
     "and then nothing is recorded. Whatever is in here may hold real names: keep it with the drafts."),
)  # fmt: skip


def as_worksheet(report: CheckReport, form: str) -> bytes:
    """What waits for a decision, as a file to fill in.

    Args:
        report: of a check within a case, so that its findings can be decided.
        form: of `FORMS`.
    """
    records = [_record(document, findings) for document, findings in _rows(report)]
    if form == ".csv":  # in marks, or a spreadsheet makes a date or a number of it
        return write_separated(SHEET, [record | {"found": f"“{record['found']}”"} for record in records])
    data = io.BytesIO(write_tables([(SHEET, records)], about=_ABOUT))
    with zipfile.ZipFile(data, "a") as package:
        package.comment = MARK.encode()  # no program keeps it: what somebody has filled in is not written over
    return data.getvalue()


def form_of(file: Path | None) -> str:
    """The form that a worksheet's name asks for.

    Raises:
        UsageError: there is none, or no such form.
    """
    if file is None or file.suffix.lower() not in FORMS:
        raise UsageError("A worksheet needs a file to be written to.",
                         remedy="Give one with -o, its name ending in .xlsx or .csv.")  # fmt: skip
    return file.suffix.lower()


def _rows(report: CheckReport) -> Iterator[tuple[str, list[Finding]]]:
    """The open findings of each document by thing; what is decided place by place has a row of its own."""
    together = [("several documents together", report.bundle.findings)]
    documents = [(file_name(document.file), document.findings) for document in report.documents]
    rows: list[tuple[str, list[Finding]]] = []
    for document, findings in documents + together:
        things: dict[tuple[str, ...], list[Finding]] = {}
        for finding in findings:
            far = how_far(finding.rule)
            if finding.decision is not None or (finding.settled and far is not Decidable.BY_LOOKING):
                continue
            freely = far is Decidable.FREELY
            known_by = (thing_of(finding), finding.severity.value) if freely else (finding.id,)
            things.setdefault(known_by, []).append(finding)
        rows += [(document, found) for found in things.values()]
    yield from sorted(rows, key=lambda row: row[1][0].severity.rank)


def _record(document: str, findings: Sequence[Finding]) -> dict[str, str]:
    first = findings[0]
    contexts = list(dict.fromkeys(" ".join(finding.context.split()) for finding in findings))
    more = [f"… and {len(contexts) - _QUOTED} more"] if len(contexts) > _QUOTED else []
    numbered = [f"{n}. {context}" for n, context in enumerate(contexts[:_QUOTED], 1)] if len(contexts) > 1 else contexts
    places = list(dict.fromkeys(map(where, findings)))
    told = {
        "severity": first.severity.value,
        "document": document,
        "found": first.text,
        "sentence": "\n".join([*numbered, *more]),
        "why": f"{first.message} {wording.standing(first)}".strip(),
        "suggestion": first.suggestion,
        "where": "; ".join(places[:_QUOTED] + ([f"and {len(places) - _QUOTED} more"] if len(places) > _QUOTED else [])),
        "id": " ".join(finding.id for finding in findings),
    }
    return {key: _legible(value) for key, value in told.items()}


def _legible(text: str) -> str:
    """What a cell can hold of a text."""
    return re.sub(r"[^\S\n ]|[\x00-\x09\x0b-\x1f\ufffe\uffff\ud800-\udfff]", " ", text)[:MAX_CELL]
