"""What differs between two documents in prose, and who is one person in both."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from reviewdocs.detect import Detector
from reviewdocs.formats.opening import open_document
from reviewdocs.model.findings import Finding
from reviewdocs.risk.bundle import account_of, bundle_findings
from reviewdocs.risk.examination import Examination

PAIRS = yaml.safe_load(Path(__file__).with_name("told_by_two.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector()


def _found(pair: dict[str, Any], detector: Detector) -> tuple[Finding, ...]:
    read = []
    for name in ("overview", "summary"):
        data = pair[name].encode()
        read.append(Examination(f"{name}.txt", data, open_document("a.txt", data), None, detector))
    names = tuple(sorted({name for one in read for name in one.names}))
    return bundle_findings([account_of(one.examined(names)) for one in read])


def _tells(finding: Finding, pieces: list[str]) -> bool:
    said = [f"{other.text} {other.context}" for other in finding.related]
    return finding.rule == "fact-differs" and all(any(piece in one for one in said) for piece in pieces)


@pytest.mark.parametrize(("written", "wanted"), [("first", 14), ("blind", 9)])
def test_what_differs_between_summary_and_overview_is_told(written: str, wanted: int, detector: Detector) -> None:
    """No fewer than when it was last measured, and nothing where both tell the same."""
    told = 0
    for pair in PAIRS[written]:
        found = _found(pair, detector)
        told += sum(any(_tells(finding, pieces) for finding in found) for pieces in pair["differs"])
        one = [finding.text for finding in found if finding.rule == "two-designations"]
        told += sum(any(all(name in text for name in names) for text in one) for names in pair.get("one_person", ()))
        if not pair["differs"]:
            assert not [finding.text for finding in found if finding.rule == "fact-differs"]
        if not pair.get("one_person"):
            assert not one
    assert told >= wanted
