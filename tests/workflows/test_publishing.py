"""From approved documents to a bundle: what changed since is refused, all or nothing is made, all of it verified."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewdocs import resources
from reviewdocs.errors import InputError, OutputError, UsageError
from reviewdocs.model.findings import CheckReport, CoverageReport, DocumentReport, Verdict
from reviewdocs.model.publication import ApprovalAct
from reviewdocs.policy.publication import policy_for
from reviewdocs.publication import outgoing
from reviewdocs.store.approvals import LAST, ApprovalBook
from reviewdocs.store.case import Case
from reviewdocs.workflows.publishing.approving import approve
from reviewdocs.workflows.publishing.publish import Published, gate, publish
from reviewdocs.workflows.publishing.verifying import State, verify

NOW = dt.datetime(2031, 5, 20, 12, tzinfo=dt.UTC)
ROLES = ("author", "panel", "quality", "board", "data-protection")


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    """The sample case with a finished learning summary, on a computer without LibreOffice."""
    monkeypatch.setattr(outgoing, "office_program", lambda: None)
    folder = tmp_path / "case"
    (folder / "anonymised").mkdir(parents=True)
    shutil.copy(resources.folder("examples") / "lcspr-demo" / "review.yaml", folder)
    shutil.copy(resources.folder("pseudonym_maps") / "lcspr-worked-example.yaml", folder / "pseudonyms.yaml")
    document = docx.Document()
    document.core_properties.author = document.core_properties.comments = ""
    document.add_heading("What agencies learned", 0)
    document.add_paragraph("Agencies should tell each other sooner.")
    document.save(str(folder / "anonymised" / "Learning summary v1.docx"))
    return Case.open(folder)


def summary(case: Case) -> Path:
    return case.anonymised / "Learning summary v1.docx"


def report(case: Case, verdict: Verdict = Verdict.READY) -> CheckReport:
    """What a check would say of the learning summary as it is now."""
    document = DocumentReport(
        file=str(summary(case)),
        sha256=hashlib.sha256(summary(case).read_bytes()).hexdigest(),
        verdict=verdict,
        coverage=CoverageReport(read=("word/document.xml",), unread=()),
        detectors=("map",),
        language_model="none",
        not_run=(),
        findings=(),
    )
    return CheckReport(tool_version="0", documents=(document,))


def approve_all(case: Case, *roles: str) -> None:
    for role in roles or ROLES:
        approve(case, report(case).documents[0], role=role, by=f"Somebody {role}", at=NOW)


def published(case: Case) -> Published:
    return publish(case, gate(case, [], today=NOW.date(), report=report(case)), at=NOW)


def test_what_is_approved_is_published_and_verified(case: Case) -> None:
    approve_all(case)
    made = published(case)
    assert made.folder == case.publication / "2024-09-17"
    assert sorted(path.name for path in made.folder.iterdir()) == sorted(made.files)
    said = verify(made.folder)
    assert said.is_as_published and said.known and said.fingerprint == made.fingerprint
    assert "LibreOffice" in " ".join(made.told)
    bytes_of_all = b"".join(path.read_bytes() for path in made.folder.glob("*.json"))
    assert b"Somebody" not in bytes_of_all and b"Garside" not in bytes_of_all
    lines = json.loads((made.folder / "record.json").read_text())["lines"]
    assert [line["role"] for line in lines if line["kind"] == "approval"] == list(ROLES)
    assert docx.Document(str(made.folder / "Learning summary.docx")).core_properties.title == "What agencies learned"


def test_publishing_again_makes_no_second_bundle(case: Case) -> None:
    approve_all(case)
    first, again = published(case), published(case)
    assert (again.folder, again.fingerprint) == (first.folder, first.fingerprint)
    assert [path.name for path in case.publication.iterdir()] == ["2024-09-17"]


def test_a_changed_byte_after_approval_is_refused(case: Case) -> None:
    approve_all(case)
    passed = gate(case, [], today=NOW.date(), report=report(case))
    summary(case).write_bytes(summary(case).read_bytes() + b"\0")
    with pytest.raises(InputError, match="changed since it was checked"):
        publish(case, passed, at=NOW)
    anew = gate(case, [], today=NOW.date(), report=report(case))
    assert {one.missing for one in anew.missing} == {"it was changed since it was approved"}
    assert len(anew.missing) == len(ROLES) and anew.exit_code == 1
    with pytest.raises(UsageError, match="Not every requirement"):
        publish(case, anew, at=NOW)
    assert not list(case.publication.iterdir())


def test_what_is_not_ready_or_not_checked_is_refused(case: Case) -> None:
    approve_all(case)
    for verdict, code in ((Verdict.NOT_READY, 1), (Verdict.NOT_CHECKED, 3)):
        stands = gate(case, [], today=NOW.date(), report=report(case, verdict))
        assert stands.exit_code == code


def test_a_name_in_what_would_go_out_stops_it_and_leaves_nothing(case: Case) -> None:
    document = docx.Document(str(summary(case)))
    document.add_paragraph("Kirsty Garside agreed.")
    document.save(str(summary(case)))
    approve_all(case)
    with pytest.raises(OutputError, match="Names or identifiers of the map"):
        published(case)
    assert not list(case.publication.iterdir())


def test_what_a_killed_run_left_goes(case: Case) -> None:
    left = case.publication / ".~0123456789abcdef.making"
    left.mkdir(parents=True)
    (left / "half").write_bytes(b"")
    approve_all(case)
    published(case)
    assert [path.name for path in case.publication.iterdir()] == ["2024-09-17"]


def swap(folder: Path) -> None:
    document = docx.Document(str(folder / "Learning summary.docx"))  # saved again, not a word changed
    document.save(str(folder / "Learning summary.docx"))


def drop_a_line(folder: Path) -> None:
    told = json.loads((folder / "record.json").read_text())
    del told["lines"][-2]
    (folder / "record.json").write_text(json.dumps(told))


def forge(folder: Path) -> None:
    """A file is swapped, and the manifest written to fit it: only who noted the fingerprint can tell."""
    from reviewdocs.store.append_only import content_hash

    swap(folder)
    told = json.loads((folder / "manifest.json").read_text())
    del told["fingerprint"]
    told["files"][0]["sha256"] = hashlib.sha256((folder / "Learning summary.docx").read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps({**told, "fingerprint": content_hash(told)}))


@pytest.mark.parametrize(
    ("tamper", "states", "wrong"),
    [
        (swap, {State.CHANGED}, 0),
        (drop_a_line, {State.CHANGED}, 1),
        (lambda folder: (folder / "more.pdf").write_bytes(b"%PDF"), {State.ADDED}, 0),
        (lambda folder: (folder / "Learning summary.docx").unlink(), {State.MISSING}, 0),
        (forge, set(), 1),
    ],
)
def test_whatever_is_done_to_a_bundle_shows(
    case: Case, tamper: Callable[[Path], None], states: set[State], wrong: int
) -> None:
    approve_all(case)
    folder = published(case).folder
    tamper(folder)
    said = verify(folder)
    assert not said.is_as_published
    assert {line.state for line in said.lines} - {State.SAME} == states
    assert len(said.wrong) == wrong


def hashes(file: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest()}


def test_a_bundle_elsewhere_is_known_by_its_fingerprint(case: Case, tmp_path: Path) -> None:
    approve_all(case)
    made = published(case)
    elsewhere = shutil.copytree(made.folder, tmp_path / "downloaded")
    loose = tmp_path / "mailed.docx"
    shutil.copy(made.folder / "Learning summary.docx", loose)
    assert verify(elsewhere, hashes(loose), fingerprint=made.fingerprint[:16]).is_as_published
    assert verify(elsewhere, hashes(loose)).known is None
    assert not verify(elsewhere, fingerprint=made.fingerprint[:8]).is_as_published, "too short to tell"
    assert not verify(elsewhere, hashes(summary(case))).is_as_published, "the draft of it is not it"


def test_an_approval_taken_out_of_the_record_shows(case: Case) -> None:
    approve_all(case)
    kept = (case.folder / LAST.name).read_bytes()
    shutil.rmtree(case.records)
    with pytest.raises(InputError, match="Approvals were taken out"):
        gate(case, [], today=NOW.date(), report=report(case))
    assert (case.folder / LAST.name).read_bytes() == kept


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    acts=st.lists(
        st.tuples(st.sampled_from(["approve", "withdraw", "edit"]), st.sampled_from(ROLES), st.sampled_from("AB")),
        max_size=14,
    )
)
def test_it_passes_if_and_only_if_every_role_approved_these_bytes(case: Case, acts: list[tuple[str, str, str]]) -> None:
    shutil.rmtree(case.records, ignore_errors=True)
    (case.folder / LAST.name).unlink(missing_ok=True)
    holding: set[tuple[str, str]] = set()
    for act, role, by in [*(("approve", role, "A") for role in ROLES), *acts]:
        if act == "edit":
            summary(case).write_bytes(summary(case).read_bytes() + b"\0")
            holding.clear()
        elif act == "approve":
            approve(case, report(case).documents[0], role=role, by=by, at=NOW)
            holding.add((role, by))
        elif (role, by) in holding:
            approve(case, report(case).documents[0], role=role, by=by, at=NOW, act=ApprovalAct.WITHDRAWN)
            holding.discard((role, by))
        else:
            with pytest.raises(UsageError, match="nothing can be withdrawn"):
                approve(case, report(case).documents[0], role=role, by=by, at=NOW, act=ApprovalAct.WITHDRAWN)
    stands = gate(case, [], today=NOW.date(), report=report(case))
    assert (not stands.missing) == ({role for role, _ in holding} == set(ROLES))


def test_commands_say_what_is_missing_and_who_may_approve(case: Case, cli: Callable[..., object]) -> None:
    wrong = cli("approve", case.folder, summary(case), "--as", "mayor", "--by", "A. Mayor")
    assert wrong.code == 2 and "author (Independent author)" in wrong.err
    done = cli("approve", case.folder, summary(case), "--as", "Independent author", "--by", "M. Ellwood", "--json")
    assert json.loads(done.out)["role"] == "author"
    refused = cli("publish", case.folder, summary(case), "--json")
    told = json.loads(refused.out)
    assert refused.code == 1 and told["schema"] == "reviewdocs/publication/1" and told["published"] is None
    assert [one["id"].split("@")[0] for one in told["requirements"] if not one["met"]] == list(ROLES[1:])
    assert all(one["where"] for one in told["requirements"])
    for role in ROLES[1:]:
        assert cli("approve", case.folder, summary(case), "--as", role, "--by", role).code == 0
    made = cli("publish", case.folder, summary(case))
    assert made.code == 0 and "Fingerprint" in made.out
    assert cli("verify", case.publication / "2024-09-17").out.count("as published:") == 3
    assert cli("verify", case.drafts).code == 2


def test_the_sample_policy_is_the_one_that_is_tried(case: Case) -> None:
    assert tuple(rule.id for rule in policy_for(case.load_review().review_type).approvals) == ROLES
    assert ApprovalBook(case).read()[0] == []
