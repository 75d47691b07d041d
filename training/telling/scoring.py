"""Scores what a check would tell of annotated cases, given which candidates count: by the corpora's own scorer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from reviewdocs.detect.engine import Detector, Found
from reviewdocs.detect.telling.decide import told
from reviewdocs.formats.opening import open_document
from reviewdocs.model.findings import Finding
from reviewdocs.model.mentions import Detection
from reviewdocs.model.text import Paragraph
from reviewdocs.risk.examination import Examination
from training.mentions.corpus import Case
from training.mentions.scoring import ALL, Figure, Tally, scorer_module
from training.telling.rows import Row, file_of

FIGURES = (Figure("named", "flags"), Figure("kept", "keeps"), Figure("alarms", "words", 1000))
"""Detail that is in no map is told (rare facts left out); what must survive is touched by no finding; findings that
touch nothing marked."""
Chosen = dict[tuple[str, int], list[Detection]]


def chosen(rows: Sequence[Row], probabilities: Sequence[float], costs: dict[str, float] | None = None) -> Chosen:
    """What is told of each passage, by the probability of each candidate."""
    found: Chosen = defaultdict(list)
    for row, probability in zip(rows, probabilities, strict=True):
        if told(row.detection.category, probability, costs):
            found[row.case, row.number].append(replace(row.detection, score=round(float(probability), 3)))
    return found


class _Chosen:
    """Stands in a detector's place and finds what was chosen."""

    names, language_model, complete = (), "chosen", True

    def __init__(self, found: Sequence[Detection]) -> None:
        self._found = tuple(found)

    def read(self, paragraphs: Sequence[Paragraph]) -> Found:
        """What was chosen."""
        return Found(self._found, (), ())

    detect = read


def findings_of(case: Case, found: Chosen) -> list[tuple[Finding, ...]]:
    """The findings of a check of a case's passages, checked together."""
    examinations = []
    for number, text in enumerate(case.texts):
        data, detector = text.text.encode(), _Chosen(found.get((case.name, number), ()))
        document = open_document(file_of(number), data)
        examinations.append(Examination(file_of(number), data, document, case.pmap, cast(Detector, detector)))
    names = tuple(sorted({name for examination in examinations for name in examination.names}))
    return [examination.report(names).findings for examination in examinations]


def scored(case: Case, found: Chosen, scorer: Path, but: Collection[str] = ()) -> Tally:
    """What a check of a case's passages is worth, the text left as it is; findings of the rules in `but` left out."""
    tally = Tally()
    for text, findings in zip(case.texts, findings_of(case, found), strict=True):
        told_of = [_as_told(finding) for finding in findings if finding.rule not in but]
        row = {"text": text.text, "spans": text.spans}
        results, alarms, _, _ = scorer_module(scorer).score_passage(row, text.text, told_of, [], case.roles)
        counts = Counter({"words": len(text.text.split()), "alarms": len(alarms)})
        for action, label, marks, _ in results:
            if action == "flag" and label != "RARE_FACT":
                counts.update({"flags": 1, "named": bool(marks["handled"])})
                counts.update({f"flags {label}": 1, f"named {label}": bool(marks["handled"])})
            elif action == "keep":
                counts.update(keeps=1, kept=bool(marks["kept"]))
        for alarm in alarms:
            counts[f"alarms {alarm['rule']}"] += 1
        for register in (ALL, text.register):
            tally.update({(register, what): count for what, count in counts.items()})
    return tally


def _as_told(finding: Finding) -> dict[str, Any]:
    """A finding as the scorer reads it."""
    told_of: dict[str, Any] = finding.model_dump(mode="json")
    return told_of
