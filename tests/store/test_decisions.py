"""The record of decisions: nothing lost, doubled, changed or erased, whatever happens to who writes it."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reviewdocs.errors import InputError, OutputError
from reviewdocs.model.decisions import Action, PlaceKey, RecordState, Scope, SeenFinding
from reviewdocs.model.findings import CoverageReport, DocumentReport, Finding, Location, Severity, Verdict
from reviewdocs.model.mentions import Category
from reviewdocs.store import decisions, sqlite_file
from reviewdocs.store.case import Case
from reviewdocs.store.decisions import DecisionBook, NewDecision

NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "pseudonyms.yaml").write_text("id: T\nreview_type: LCSPR\npeople: []\n", encoding="utf-8")
    return Case.open(folder)


def finding(name: str, text: str = "12 March 2019") -> Finding:
    return Finding(
        id=name,
        group=f"group of {text}",
        alike=f"like {text}",
        place=PlaceKey(near=name, after=name, before=name),
        rule="exact-date",
        category=Category.DATE,
        severity=Severity.REVIEW,
        text=text,
        context=f"Seen on {text}.",
        location=Location(part="text", paragraph=0, start=0, end=1),
        message="m",
        suggestion="s",
        confidence=1,
        detected_by=("x",),
    )


def report(*findings: Finding, sha256: str = "aa") -> DocumentReport:
    return DocumentReport(
        file="report.txt",
        sha256=sha256,
        verdict=Verdict.NOT_READY,
        coverage=CoverageReport(read=(), unread=()),
        detectors=(),
        language_model="none",
        not_run=(),
        findings=findings,
    )


def accepting(seen: SeenFinding, *, reason: str = "Known to all", action: Action = Action.ACCEPT) -> NewDecision:
    return NewDecision("An Officer", action, "", Scope.PLACE, reason, "report.txt", "aa", seen)


def test_what_was_decided_is_there_in_order_with_all_that_was_said(case: Case) -> None:
    book = DecisionBook(case)
    for name in ("f1", "f2"):
        book.add(accepting(finding(name).seen, reason=f"because of {name}"), NOW)
    one, two = DecisionBook(case).decisions()
    assert (one.number, one.at, one.by, one.reason, one.finding) == (
        1, NOW, "An Officer", "because of f1", finding("f1").seen,
    )  # fmt: skip
    assert two.number == 2
    assert book.path == case.records / "decisions.sqlite"


def test_the_same_decision_again_is_one_and_another_is_two(case: Case) -> None:
    book, seen = DecisionBook(case), finding("f1").seen
    assert book.add(accepting(seen), NOW)[1]
    again, new = book.add(accepting(seen), NOW + dt.timedelta(days=1))
    assert (again.number, again.at, new) == (1, NOW, False)
    assert book.add(accepting(seen, reason="Another"), NOW)[0].number == 2
    assert book.add(accepting(seen), NOW)[0].number == 3


def test_reading_makes_no_file(case: Case) -> None:
    book = DecisionBook(case)
    assert (book.read(), book.last_seen()) == (([], RecordState()), [])
    assert not case.records.exists()


@pytest.mark.parametrize("table", ["decisions", "findings", "listings", "checks"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid"])
def test_what_is_recorded_is_not_changed_or_erased(case: Case, table: str, change: str) -> None:
    book = DecisionBook(case)
    book.note_check(case.folder / "report.txt", report(finding("f1")), NOW)
    book.add(accepting(finding("f1").seen), NOW)
    change = change.replace("rowid", "place") if table == "listings" else change
    refused = pytest.raises(sqlite3.IntegrityError, match="nothing in this record is changed")
    with closing(sqlite3.connect(book.path)) as connection, refused:
        connection.execute(change.format(table))


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE decisions SET reason = 'Nobody minds' WHERE number = 1",
        "UPDATE decisions SET at = '2020-01-01T00:00:00+00:00' WHERE number = 2",
        "UPDATE decisions SET text = 'other' WHERE number = 1",
        "DELETE FROM decisions WHERE number = 1",
        "DELETE FROM decisions WHERE number = 2",
    ],
)
def test_a_change_made_with_another_program_shows(case: Case, tampering: str) -> None:
    book = DecisionBook(case)
    for name in ("f1", "f2", "f3"):
        book.add(accepting(finding(name).seen), NOW)
    with closing(sqlite3.connect(book.path)) as connection:
        for verb in ("update", "delete"):
            connection.execute(f"DROP TRIGGER decisions_no_{verb}")
        connection.execute(tampering)
        connection.commit()
    with pytest.raises(InputError, match="changed by another program: entry"):
        book.decisions()
    with pytest.raises(InputError, match="changed by another program"):
        book.add(accepting(finding("f4").seen), NOW)


def test_a_replaced_row_does_not_pass_for_the_old_one(case: Case) -> None:
    book = DecisionBook(case)
    book.add(accepting(finding("f1").seen), NOW)
    with closing(sqlite3.connect(book.path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("INSERT OR REPLACE INTO decisions SELECT * FROM decisions")


@pytest.mark.parametrize("content", [b"no database at all", b"SQLite format 3\0" + b"\x01" * 4000])
def test_a_damaged_record_is_refused_and_left_as_it_is(case: Case, content: bytes) -> None:
    book = DecisionBook(case)
    case.records.mkdir()
    book.path.write_bytes(content)
    for work in (book.decisions, lambda: book.add(accepting(finding("f1").seen), NOW), book.last_seen):
        with pytest.raises(InputError, match="damaged, or is something else"):
            work()
    assert book.path.read_bytes() == content


def test_half_a_record_is_refused(case: Case) -> None:
    book = DecisionBook(case)
    book.note_check(case.folder / "r.txt", report(*(finding(f"f{n}", f"text {n}") for n in range(300))), NOW)
    book.add(accepting(finding("f1").seen), NOW)
    whole = book.path.read_bytes()
    book.path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(InputError, match="damaged"):
        book.decisions()
        book.last_seen()


def test_another_programs_database_is_refused_and_left_as_it_is(case: Case) -> None:
    book = DecisionBook(case)
    case.records.mkdir()
    with closing(sqlite3.connect(book.path)) as connection:
        connection.execute("CREATE TABLE decisions (number)")
        connection.commit()
    before = book.path.read_bytes()
    with pytest.raises(InputError, match="not a record of decisions of reviewdocs"):
        book.add(accepting(finding("f1").seen), NOW)
    assert book.path.read_bytes() == before


def test_the_record_of_a_newer_version_is_left_alone(case: Case) -> None:
    book = DecisionBook(case)
    book.add(accepting(finding("f1").seen), NOW)
    with closing(sqlite3.connect(book.path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(InputError, match="newer reviewdocs"):
        book.decisions()


def test_an_empty_file_is_an_empty_record(case: Case) -> None:
    book = DecisionBook(case)
    case.records.mkdir()
    book.path.touch()
    assert book.decisions() == []
    assert book.add(accepting(finding("f1").seen), NOW)[0].number == 1


def test_who_cannot_get_at_it_is_told_and_nothing_is_recorded(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    book = DecisionBook(case)
    book.add(accepting(finding("f1").seen), NOW)
    monkeypatch.setattr(sqlite_file, "_PATIENCE", 0.0)
    with closing(sqlite3.connect(book.path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(OutputError, match="Another program is writing"):
            book.add(accepting(finding("f2").seen), NOW)
    assert len(book.decisions()) == 1


def test_a_case_that_cannot_be_written_to_says_so(case: Case) -> None:
    case.records.write_text("a file where a folder is needed")
    with pytest.raises(OutputError, match="no place to write the record"):
        DecisionBook(case).add(accepting(finding("f1").seen), NOW)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
def test_a_process_killed_in_the_middle_of_writing_leaves_the_record_as_it_was(case: Case) -> None:
    book = DecisionBook(case)
    book.add(accepting(finding("f1").seen), NOW)
    child = os.fork()
    if child == 0:
        with book._file.writing() as connection:  # more than SQLite keeps in memory, so that the file is half written
            for number in range(4000):
                row = (f"{number}", *["x" * 200] * 10, 0)
                connection.execute(f"INSERT INTO findings VALUES ({', '.join('?' * 12)})", row)
            os.kill(os.getpid(), signal.SIGKILL)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    assert (book.path.parent / "decisions.sqlite-journal").exists(), "it was killed too early to matter"
    assert [decision.finding.id for decision in book.decisions()] == ["f1"]
    assert book.add(accepting(finding("f2").seen), NOW)[0].number == 2
    with closing(sqlite3.connect(book.path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM findings").fetchone() == (0,)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
def test_four_processes_killed_at_random_lose_and_double_nothing(case: Case) -> None:
    findings = [finding(f"f{number:03}", f"text {number}") for number in range(200)]
    DecisionBook(case).note_check(case.folder / "report.txt", report(*findings), NOW)
    command = [sys.executable, Path(__file__).with_name("hammer.py"), case.folder, *(f.id for f in findings)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    assert answer["killed"] >= 8
    decisions = DecisionBook(case).decisions()  # proves the chain
    decided = [decision.finding.id for decision in decisions]
    assert len(decided) == len(set(decided)), "doubled"
    assert set(answer["told"]) <= set(decided), "lost"
    assert set(decided) == {f.id for f in findings}
    assert [decision.number for decision in decisions] == list(range(1, 201))
    with closing(sqlite3.connect(DecisionBook(case).path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not list(case.records.glob("*-wal"))


def test_the_last_check_of_each_document_tells_what_can_be_decided(case: Case) -> None:
    book, file = DecisionBook(case), case.anonymised / "Overview v0.3.docx"
    book.note_check(file, report(finding("f1"), finding("f2")), NOW)
    book.note_check(file, report(finding("f2"), finding("f3"), sha256="bb"), NOW)
    book.note_check(case.anonymised / "Summary.docx", report(finding("f4")), NOW)
    assert {(s.finding.id, s.document) for s in book.last_seen()} == {
        ("f2", "anonymised/Overview v0.3.docx"),
        ("f3", "anonymised/Overview v0.3.docx"),
        ("f4", "anonymised/Summary.docx"),
    }


def test_a_new_version_is_compared_with_the_one_before_and_a_check_run_twice_with_neither(case: Case) -> None:
    book = DecisionBook(case)
    old, new = case.anonymised / "Overview v0.3.docx", case.anonymised / "Overview v0.4.docx"
    first, second = report(finding("f1")), report(finding("f2"), sha256="bb")
    assert book.earlier(old, first) is None
    for _ in range(2):
        book.note_check(old, first, NOW)
        assert book.earlier(old, first) is None
    for _ in range(2):
        before = book.earlier(new, second)
        assert before is not None
        assert (before.document, before.at, [f.id for f in before.findings]) == (
            "anonymised/Overview v0.3.docx", NOW, ["f1"],
        )  # fmt: skip
        book.note_check(new, second, NOW)
    assert book.earlier(case.drafts / "Overview v0.3.docx", second) is None, "a draft is no version of the copy"


def test_an_older_version_checked_later_is_compared_with_what_came_before_it(case: Case) -> None:
    book = DecisionBook(case)
    checks = {"v0.1": report(finding("f1")), "v0.3": report(finding("f3"), sha256="cc")}
    for version, found in checks.items():
        book.note_check(case.anonymised / f"Overview {version}.docx", found, NOW)
    late = report(finding("f2"), sha256="bb")
    before = book.earlier(case.anonymised / "Overview v0.2.docx", late)
    assert before is not None and before.document == "anonymised/Overview v0.1.docx"
    book.note_check(case.anonymised / "Overview v0.2.docx", late, NOW)
    again = book.earlier(case.anonymised / "Overview v0.3.docx", checks["v0.3"])
    assert again is not None and again.document == "anonymised/Overview v0.2.docx", "not the one checked first"
    tenth = book.earlier(case.anonymised / "Overview v0.10.docx", report(finding("f9"), sha256="dd"))
    assert tenth is not None and tenth.document == "anonymised/Overview v0.3.docx", "ten comes after three"
    assert book.earlier(case.anonymised / "Overview v0.1.docx", report(finding("f0"), sha256="aa")) is not None
    assert book.earlier(case.anonymised / "Overview v0.0.docx", report(finding("f0"), sha256="ee")) is None


@pytest.mark.parametrize("left", [0, 1, 2])
def test_decisions_taken_off_the_end_and_an_emptied_record_are_seen(case: Case, left: int) -> None:
    book = DecisionBook(case)
    for name in ("f1", "f2", "f3")[:left]:
        book.add(accepting(finding(name).seen), NOW)
    earlier = book.path.read_bytes() if left else None
    for name in ("f1", "f2", "f3")[left:]:
        book.add(accepting(finding(name).seen), NOW)
    if earlier is None:
        book.path.unlink()
    else:
        book.path.write_bytes(earlier)
    with pytest.raises(InputError, match=f"it has {left}, and 3 were made"):
        book.decisions()
    with pytest.raises(InputError, match="taken out"):
        book.add(accepting(finding("f4").seen), NOW)


def test_a_record_that_goes_on_further_than_what_is_kept_is_whole(case: Case) -> None:
    book = DecisionBook(case)
    book.add(accepting(finding("f1").seen), NOW)
    kept = (case.folder / decisions.LAST.name).read_bytes()
    book.add(accepting(finding("f2").seen), NOW)
    (case.folder / decisions.LAST.name).write_bytes(kept)  # as a command leaves it that is killed right after
    assert len(book.decisions()) == 2
    book.add(accepting(finding("f2").seen), NOW)
    assert decisions.LAST.kept(case.folder) == book.read()[1]
