"""Finished reports with risks planted in them and as many harmless things: what `check` tells, with a map and without.

    python benchmarks/planted.py [--verbose]

The reports (`tests/planted_reports`) and what is planted in them are by an author who had not seen the code. A risk is
told when a finding, of whatever severity, overlaps it; a combination when one of its facts does. A false alarm is a
finding that blocks or asks for review and touches no risk, nor what is told `rightly` though its author did not count
it among the risks; a page has 450 words.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import yaml

from reviewdocs.detect import Detector
from reviewdocs.formats.opening import open_document
from reviewdocs.model.findings import Finding, Severity
from reviewdocs.records.maps import map_in
from reviewdocs.risk.examination import examine

PLANTED = Path(__file__).resolve().parents[1] / "tests" / "planted_reports"
_WORDS_A_PAGE = 450


def texts_of(item: Any) -> Iterator[str]:
    """The texts of one entry of a report's paragraphs."""
    if isinstance(item, str):
        yield item
    elif "table" in item:
        yield from (str(cell) for row in item["table"] for cell in row)
    else:
        yield from (str(text) for text in item.values())


def document(report: dict[str, Any], path: Path) -> None:
    """A report as a Word document."""
    made = docx.Document()
    for item in report["paragraphs"]:
        if isinstance(item, dict) and "heading" in item:
            made.add_heading(str(item["heading"]), level=1)
        elif isinstance(item, dict) and "table" in item:
            table = made.add_table(0, max(map(len, item["table"])))
            for row in item["table"]:
                for cell, text in zip(table.add_row().cells, row, strict=False):
                    cell.text = str(text)
        else:
            for text in texts_of(item):
                made.add_paragraph(text)
    made.save(str(path))


def _touches(finding: Finding, text: str) -> bool:
    """Whether a finding is about a planted text: either holds the other, and the sentence holds both."""
    found = " ".join(finding.text.split()).strip("…")
    said = [found, *(" ".join(other.text.split()) for other in finding.related)]
    planted = " ".join(text.split())
    return any(each and (each in planted or planted in each) for each in said)


def main() -> None:
    """Check each report, and print what was told of what was planted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true", help="name what was missed, and what was told in vain")
    verbose = parser.parse_args().verbose
    detector = Detector()
    totals = dict.fromkeys(("risks", "told", "harmless told", "harmless blocked", "alarms", "pages"), 0.0)
    with_map = {"alarms": 0.0, "told": 0.0, "harmless blocked": 0.0}
    for file in sorted(PLANTED.glob("*.yaml")):
        report = yaml.safe_load(file.read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "report.docx"
            document(report, path)
            data = path.read_bytes()
        pmap, _ = map_in(yaml.safe_dump(report["map"], allow_unicode=True).encode(), "map.yaml")
        words = sum(len(text.split()) for item in report["paragraphs"] for text in texts_of(item))
        totals["pages"] += words / _WORDS_A_PAGE
        risks, harmless = ([str(each["text"]) for each in report[key]] for key in ("risks", "harmless"))
        rightly = [str(each["text"]) for each in report.get("rightly", ())]
        totals["risks"] += len(risks)
        for used in (None, pmap):
            found = examine("report.docx", data, open_document("report.docx", data), used, detector).findings
            placed = [
                finding for finding in found if finding.location is None or "docProps" not in finding.location.part
            ]
            missed = [text for text in risks if not any(_touches(finding, text) for finding in placed)]
            asked = [finding for finding in placed if finding.severity is not Severity.NOTE and finding.location]
            vain = [finding for finding in asked if not any(_touches(finding, text) for text in (*risks, *rightly))]
            blocked = [t for t in harmless for f in vain if f.severity is Severity.BLOCK and _touches(f, t)]
            if used is None:
                totals["told"] += len(risks) - len(missed)
                totals["harmless told"] += sum(any(_touches(f, text) for f in vain) for text in harmless)
                totals["harmless blocked"] += len(blocked)
                totals["alarms"] += len(vain)
            else:
                with_map["told"] += len(risks) - len(missed)
                with_map["alarms"] += len(vain)
                with_map["harmless blocked"] += len(blocked)
            if verbose:
                print(file.stem, "with a map" if used else "without a map", "missed:", missed)
                print("  in vain:", sorted({(f.rule, f.text) for f in vain}))
    pages = totals["pages"]
    print(
        f"without a map: {totals['told']:.0f} of {totals['risks']:.0f} risks told; {totals['harmless told']:.0f} "
        f"harmless things told, {totals['harmless blocked']:.0f} as a block; "
        f"{totals['alarms'] / pages:.2f} false alarms a page"
    )
    print(
        f"with a map: {with_map['told']:.0f} told; {with_map['harmless blocked']:.0f} harmless as a block; "
        f"{with_map['alarms'] / pages:.2f} false alarms a page ({pages:.0f} pages)"
    )


if __name__ == "__main__":
    main()
