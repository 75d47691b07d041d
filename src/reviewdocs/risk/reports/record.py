"""What a regulator asks of a check, with its answers; and which pictures a person looked at."""

from __future__ import annotations

from reviewdocs.model.findings import CheckReport, DocumentReport
from reviewdocs.risk.reports.answers import accepted, headline
from reviewdocs.risk.reports.counts import is_settled, tallies
from reviewdocs.risk.reports.wording import day, decided, plural
from reviewdocs.risk.rules.unseen_picture import NAME as PICTURE


def pictures(document: DocumentReport) -> list[str]:
    """Every picture, and who looked at it when."""
    return [
        f"{finding.text}: {decided(finding.decision) if finding.decision else 'not looked at yet'}"
        for finding in document.findings
        if finding.rule == PICTURE
    ]


def record(document: DocumentReport, report: CheckReport) -> list[tuple[str, str]]:
    """What a regulator asks of one document, each question with its answer."""
    who = dict.fromkeys(finding.decision.by for finding in document.findings if finding.decision)
    looked = [finding for finding in document.findings if finding.rule == PICTURE]
    seen = sum(map(is_settled, looked))
    libraries = ", ".join(f"{name} {version}" for name, version in report.versions.items())
    tally = ", ".join(f"{tally.open} {tally.severity}" for tally in tallies(document.findings))
    rows = [
        ("Verdict", f"{headline(document)} ({document.verdict})"),
        ("Open findings", tally),
        ("Accepted risks", accepted(document.findings) or "None."),
        ("Decided by", ", ".join(who) or "Nobody has decided anything."),
        ("Pictures looked at", f"{seen} of {len(looked)}" if looked else "There are none."),
        ("File", document.file),
        ("SHA-256 of the file", document.sha256),
        ("Read", f"{plural(len(document.coverage.read), 'part')}; {len(document.coverage.unread)} not read"),
        ("Left out as harmless", ", ".join(f"{each.count} × {each.what}" for each in document.left_out)),
        ("Checked on", day(report.checked_on) if report.checked_on else ""),
        ("Program", f"reviewdocs {report.tool_version}{f'; {libraries}' if libraries else ''}"),
        ("Language model", document.language_model),
        ("Detectors", ", ".join(document.detectors)),
    ]
    if report.record:
        stand = f"{plural(report.record.number, 'decision')}"
        rows.append(("Record of decisions", f"{stand}, the last with hash {report.record.last_hash}"
                     if report.record.number else "no decision yet"))  # fmt: skip
    return [(question, told) for question, told in rows if told]


RECORD = "Record of this check"
