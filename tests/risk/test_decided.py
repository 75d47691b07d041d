"""Earlier decisions over what is found now: which hold, which have to be confirmed, and what is new or gone."""

from __future__ import annotations

import datetime as dt

import pytest

from reviewdocs.detect import Detector
from reviewdocs.formats.opening import open_document
from reviewdocs.model.decisions import Action, Decision, EarlierCheck, Scope
from reviewdocs.model.findings import Change, DocumentReport, Finding, Verdict
from reviewdocs.risk import reports
from reviewdocs.risk.decided import in_force, report_with
from reviewdocs.risk.examination import examine

NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)
TEXT = "She was seen at home on 12 March 2019 by nobody.\n\nA letter went out on 12 March 2019 to the school.\n\n"
MORE = "He left on 4 May 2019 for good."


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector()


@pytest.fixture
def checked(detector: Detector, monkeypatch: pytest.MonkeyPatch):
    def check(text: str) -> DocumentReport:
        data = text.encode()
        report = examine("report.txt", data, open_document("report.txt", data), None, detector)
        return report.model_copy(update={"not_run": ()})  # as where every detector is installed

    return check


def decision(number: int, finding: Finding, action: Action = Action.ACCEPT, scope: Scope = Scope.PLACE) -> Decision:
    return Decision(
        number=number, at=NOW, by="An Officer", action=action, argument="spring", scope=scope, reason="Known to all",
        document="report.txt", sha256="", tool_version="1", finding=finding.seen,
    )  # fmt: skip


def open_ones(report: DocumentReport) -> list[str]:
    return [finding.context for finding in report.findings if not finding.settled]


def test_a_decision_on_one_place_settles_that_place_alone(checked) -> None:
    report = checked(TEXT)
    done = report_with(report, [decision(1, report.findings[0])], None)
    assert open_ones(done) == ["A letter went out on 12 March 2019 to the school."]
    assert done.verdict is Verdict.NOT_READY
    assert done.findings[0].decision is not None and done.findings[0].decision.reason == "Known to all"


def test_a_decision_everywhere_settles_like_places_and_no_others(checked) -> None:
    report = checked(TEXT + MORE)
    done = report_with(report, [decision(1, report.findings[0], scope=Scope.EVERYWHERE)], None)
    assert open_ones(done) == [MORE]


def test_ready_once_all_is_decided_but_never_where_something_was_not_read(checked) -> None:
    report = checked(MORE)
    settled = [decision(1, report.findings[0], Action.NOT_IDENTIFYING)]
    assert report_with(report, settled, None).verdict is Verdict.READY
    for missing in (
        {"not_run": ("The model did not run.",)},
        {"coverage": report.coverage.model_copy(update={"unread": ("x",)})},
    ):
        assert report_with(report.model_copy(update=missing), settled, None).verdict is Verdict.NOT_CHECKED


@pytest.mark.parametrize("action", [Action.REPLACE_WITH, Action.ADD_TO_MAP])
def test_what_is_still_to_be_done_stays_open(checked, action: Action) -> None:
    report = checked(MORE)
    done = report_with(report, [decision(1, report.findings[0], action)], None)
    assert done.verdict is Verdict.NOT_READY
    assert done.findings[0].decision is not None
    assert "Decided: " in reports.as_text(done_report(done))


def test_where_the_words_about_it_have_changed_a_decision_is_shown_and_does_not_hold(checked) -> None:
    before, after = checked(TEXT), checked(TEXT.replace("by nobody", "by her uncle, who lived next door"))
    done = report_with(after, [decision(1, before.findings[0])], None)
    changed = done.findings[0]
    assert (changed.decision, changed.settled) == (None, False)
    assert changed.earlier is not None and changed.earlier.number == 1
    assert "To confirm" in reports.as_text(done_report(done))


def test_the_latest_decision_holds_and_a_withdrawn_one_does_not(checked) -> None:
    report = checked(TEXT)
    one, two = report.findings
    record = [
        decision(1, one),
        decision(2, one, Action.NOT_IDENTIFYING),
        decision(3, two),
        decision(4, two, Action.WITHDRAW),
        decision(5, one, scope=Scope.EVERYWHERE),
        decision(6, one, Action.WITHDRAW, Scope.EVERYWHERE),
    ]
    assert [d.number for d in in_force(record)] == [2]
    assert [d.number for d in in_force(record[:5])] == [2, 5]
    both = report_with(report, in_force(record[:5]), None)
    assert [f.decision.number for f in both.findings if f.decision] == [5, 5]


def test_new_changed_known_and_gone_against_the_version_before(checked) -> None:
    before = checked(TEXT + MORE)
    after = checked(
        "A new page, of 3 June 2020.\n\n" + TEXT.replace("to the school", "to the landlord") + "He left for good."
    )
    seen = EarlierCheck(at=NOW, document="r", sha256="", findings=tuple(f.seen for f in before.findings))
    done = report_with(after, [], seen)
    assert {f.context: f.change for f in done.findings} == {
        "A new page, of 3 June 2020.": Change.NEW,
        "She was seen at home on 12 March 2019 by nobody.": Change.KNOWN,
        "A letter went out on 12 March 2019 to the landlord.": Change.CHANGED,
    }
    assert done.since is not None and [gone.text for gone in done.since.gone] == ["4 May 2019"]


def done_report(document: DocumentReport):
    from reviewdocs.model.findings import CheckReport

    return CheckReport(tool_version="1", documents=(document,))


def test_reports_tell_decided_findings_apart(checked) -> None:
    report = checked(TEXT + MORE)
    seen = EarlierCheck(at=NOW, document="r", sha256="", findings=(report.findings[0].seen,))
    done = done_report(report_with(report, [decision(1, report.findings[0])], seen))
    screen, page = " ".join(reports.as_text(done).split()), reports.as_html(done)
    assert "2 need a decision, 1 decided; since the check of 21 November 2026: 2 new." in screen
    assert "0 block, 2 review" in screen
    for told in (screen, page):
        assert "risk accepted – An Officer, 21 November 2026 (decision 1): Known to all" in told
    assert "place" not in reports.as_json(done).split('"findings"')[1].split('"decision"')[0]
