"""The record of decisions without real names, for the file and for whoever asks how the review was cleared."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from presidio_anonymizer import AnonymizerEngine
from presidio_anonymizer.entities import OperatorConfig, RecognizerResult

from reviewdocs.detect import Detector
from reviewdocs.errors import OutputError, UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.model.decisions import Action, Decision, SeenFinding
from reviewdocs.model.mentions import Category
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.names import ByteSearch
from reviewdocs.pseudonymise import Resolver, edits_of
from reviewdocs.pseudonymise.render.edits import edited
from reviewdocs.records.workbook import safe
from reviewdocs.store.case import Case
from reviewdocs.store.decisions import DecisionBook
from reviewdocs.workflows.decide import states
from reviewdocs.workflows.destination import refuse_overwriting
from reviewdocs.workflows.holding import holding

_MARK = "reviewdocs_decision"
_SCHEMA = "reviewdocs/decisions-export/1"
_TELLING = frozenset(Category) - {Category.AGE, Category.TIME, Category.DATE, Category.HIDDEN, Category.CONSISTENCY}
"""What a reason may not hold, whoever it is about."""


def export(case: Case, file: Path) -> int:
    """Write a case's decisions without real names, as CSV or JSON by the file's name.

    Texts of documents become the map's designation or what they are ("[person]"); reasons lose what the map, the
    decisions themselves and the detectors know. Who decided stays, for they answer for it; a panel member becomes the
    job title.

    Returns:
        How many decisions were written.

    Raises:
        UsageError: another kind of file.
        InputError: the record or the map cannot be used.
        OutputError: something else of this name is there, or a name of the map would be in it.
    """
    if file.suffix.lower() not in (".csv", ".json"):
        raise UsageError("The record is exported as .csv or .json.", where=str(file))
    refuse_overwriting(file, mark=_MARK, keep=())
    decisions, recorded = DecisionBook(case).read()
    pmap = holding(case.load_map(), decisions).pmap
    clean = _Cleaner(pmap, [decision.finding for decision in decisions])
    rows = [{**clean.row(decision), "state": state.value} for decision, state in states(decisions)]
    if file.suffix.lower() == ".csv":
        text = _csv(rows)
    else:
        whole = {"schema": _SCHEMA, "review": pmap.id, "last_hash": recorded.last_hash, "decisions": rows}
        text = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    if ByteSearch.of(pmap).found(text):
        raise OutputError("A name of the map would stand in the export, so nothing was written.", where=str(file),
                          remedy="Look for it in the reasons with `decide CASE --list`, and ask for help.")  # fmt: skip
    write_atomically(file, text.encode("utf-8-sig" if file.suffix.lower() == ".csv" else "utf-8"))
    return len(rows)


class _Cleaner:
    """Takes names out of decisions.

    Args:
        pmap: the map, with the names that decisions add.
        findings: what was decided about; their texts are told by what they are.
    """

    def __init__(self, pmap: PseudonymMap, findings: Sequence[SeenFinding]) -> None:
        self._resolver = Resolver(pmap)
        self._detector = Detector()
        self._anonymizer = AnonymizerEngine()  # type: ignore[no-untyped-call]
        self._designations = {entry.id: entry.pseudonym for entry in (*pmap.places, *pmap.organisations)}
        self._designations |= {person.id: person.pseudonym for person in pmap.people}
        self._decided = {" ".join(f.text.split()).casefold(): f.category for f in findings if f.category in _TELLING}
        texts = sorted(self._decided, key=len, reverse=True)
        self._texts = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, texts)) or '(?!)'})(?!\w)", re.IGNORECASE)

    def row(self, decision: Decision) -> dict[str, Any]:
        """A decision without names."""
        severity = decision.finding.severity
        accepted = severity.value if decision.action.lets_stand(severity) else ""
        adding = decision.action in (Action.ADD_TO_MAP, Action.MEANS)
        named = self._designations.get(decision.argument, "[entry]") if adding else self.text(decision.argument)
        return {
            _MARK: decision.number,
            "at": decision.at.isoformat(),
            "by": self._resolved(decision.by),
            "action": decision.action.value,
            "argument": named,
            "scope": decision.scope.value,
            "reason": self.text(decision.reason),
            "document": self._resolver.file_name(PurePosixPath(decision.document).name),
            "sha256": decision.sha256,
            "finding": decision.finding.id,
            "rule": decision.finding.rule,
            "severity": severity.value,
            "accepted_risk": accepted,
            "category": decision.finding.category.value,
            "text": self._what(decision.finding),
            "tool_version": decision.tool_version,
        }

    def text(self, text: str) -> str:
        """A text that a person wrote, without names."""
        resolved = self._resolved(text)
        decided = [
            RecognizerResult(self._decided[" ".join(match.group().split()).casefold()].value, *match.span(), 1.0)
            for match in self._texts.finditer(resolved)
        ]
        plain = self._replaced(resolved, decided)
        detections = self._detector.detect([Paragraph("text", 0, plain)])
        found = [RecognizerResult(d.category.value, d.start, d.end, d.score) for d in detections]
        return self._replaced(plain, [result for result in found if result.entity_type in _TELLING])

    def _replaced(self, text: str, found: list[RecognizerResult]) -> str:
        """A text with what each span is in its place; of spans that overlap the surest has it."""
        return self._anonymizer.anonymize(text, found, operators=_OPERATORS, merge_entities_with_spaces=False).text

    def _resolved(self, text: str) -> str:
        """A text with the designations of the map."""
        paragraph = Paragraph("text", 0, text)
        edits = edits_of(self._resolver.resolve([paragraph])).get(paragraph.key, [])
        return edited(paragraph, edits).text

    def _what(self, finding: SeenFinding) -> str:
        """A finding's text as the map's designation, else as what it is."""
        resolved = self._resolved(finding.text)
        return resolved if resolved in self._designations.values() else _placeholder(finding.category)


def _placeholder(category: Category) -> str:
    return f"[{category.value.lower().replace('_', ' ')}]"


_OPERATORS = {category.value: OperatorConfig("replace", {"new_value": _placeholder(category)}) for category in Category}
"""What presidio-anonymizer puts in the place of each kind."""


def _csv(rows: Sequence[dict[str, Any]]) -> str:
    out = io.StringIO()
    names = list(rows[0]) if rows else [_MARK]
    writer = csv.DictWriter(out, names)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: safe(value) for name, value in row.items()})
    return out.getvalue()
