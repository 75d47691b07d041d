"""Validation of a case: both files at once, the rules of the process, and whether map and review agree."""

from __future__ import annotations

import copy
import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from reviewdocs import resources
from reviewdocs.policy.process_rules import RULES
from reviewdocs.workflows.validate import ValidationResult, validate

Data = dict[str, Any]


def _plain(path: Path) -> Data:
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


@pytest.fixture
def review() -> Data:
    return _plain(resources.folder("examples") / "lcspr-demo" / "review.yaml")


@pytest.fixture
def pseudonyms() -> Data:
    return _plain(resources.folder("pseudonym_maps") / "lcspr-worked-example.yaml")


@pytest.fixture
def validated(tmp_path: Path, review: Data, pseudonyms: Data):
    """Validate the demo case as the test has changed it."""

    def run() -> ValidationResult:
        for name, data in (("review.yaml", review), ("pseudonyms.yaml", pseudonyms)):
            (tmp_path / name).write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return validate(tmp_path)

    return run


def told(result: ValidationResult) -> list[tuple[str, str]]:
    assert result.errors == ()
    return [(problem.field, problem.expected) for problem in result.warnings]


def test_the_faults_of_both_files_come_at_once(validated, review, pseudonyms, tmp_path):
    review["incident"]["date"] = "2023-02-29"
    review["chronology"][4]["agency"] = "FIRE"
    review["actions"][1]["id"] = "A1.1"
    pseudonyms["people"][1]["pseudonym"] = "Child A"
    result = validated()
    assert [(Path(problem.file).name, problem.field) for problem in result.errors] == [
        ("review.yaml", "incident.date"),
        ("review.yaml", "chronology[4].agency"),
        ("review.yaml", "actions[1].id"),
        ("pseudonyms.yaml", "people[1].pseudonym"),
    ]
    assert all(problem.line for problem in result.errors)
    lines = (tmp_path / "review.yaml").read_text("utf-8").splitlines()
    assert lines[(result.errors[1].line or 0) - 1].strip() == "agency: FIRE"
    assert result.review is None
    assert result.pseudonyms is None


def test_a_missing_map_is_an_error_and_the_review_is_looked_at_all_the_same(validated, review, tmp_path):
    review["panel"] = review["panel"][:5]
    validated()
    (tmp_path / "pseudonyms.yaml").unlink()
    result = validate(tmp_path)
    assert [problem.expected for problem in result.errors] == [
        "The pseudonym map is not there. Check the name and the folder."
    ]
    assert [problem.field for problem in result.warnings] == ["panel"]
    assert result.review is not None


def _author_in_the_chair(review: Data) -> None:
    review["board"]["chair"] = "Martin Ellwood"


def _author_employed(review: Data) -> None:
    review["permitted"][2]["organisation"] = "Northvale Constabulary"


def _report_author_in_the_chronology(review: Data) -> None:
    review["agencies"][0]["report_author"] = "Denise Okell, Team Manager"


def _question_dropped(review: Data) -> None:
    review["terms_of_reference"]["questions"].pop()


def _question_unanswered(review: Data) -> None:
    review["terms_of_reference"]["questions"][3]["answer"] = ""


def _no_alternative(review: Data) -> None:
    del review["decision"]["alternative_considered"]


def _not_agreed(review: Data) -> None:
    review["recommendations"][2]["agreed_by_panel"] = "no"


def _no_action(review: Data) -> None:
    review["actions"].pop()


def _deadline_past(review: Data) -> None:
    review["actions"][1]["deadline"] = "2023-11-30"


def _knowledge_undated(review: Data) -> None:
    review["chronology"][7].pop("known_to_agency")


def _knowledge_too_early(review: Data) -> None:
    review["chronology"][0]["known_to_agency"] = "2021-11-01"


def _silent_agency(review: Data) -> None:
    review["agencies"][8]["contribution"] = ""


def _out_of_scope(review: Data) -> None:
    review["scope"]["start"] = "2021-11-09"


def _episode_backwards(review: Data) -> None:
    review["key_practice_episodes"][0]["end"] = "2022-06-01"


def _died_before_birth(review: Data) -> None:
    review["people"][4]["died"] = "1961-10-03"


def _too_old(review: Data) -> None:
    review["people"][0]["dob"] = "2005-11-03"


def _decided_before_referral(review: Data) -> None:
    review["decision"]["date"] = "2023-11-06"


def _barred(review: Data) -> None:
    review["parallel_processes"][0]["bars_publication"] = "true"


def _published_before_the_incident(review: Data) -> None:
    review["publication"]["publish_on"] = "2023-11-02"


def _chronology_after_the_panel(review: Data) -> None:
    review["agencies"][0]["chronology_due"] = "2024-01-26"


def _decided_late(review: Data) -> None:
    review["decision"]["date"] = "2023-12-11"


def _due_on_a_saturday(review: Data) -> None:
    review["agencies"][0]["report_due"] = "2024-02-17"


def _panel_chair_employed(review: Data) -> None:
    review["permitted"][1]["organisation"] = "Northvale Constabulary"


def _complete_without_evidence(review: Data) -> None:
    review["actions"][5]["evidence"] = ""


def _on_track_too_late(review: Data) -> None:
    review["actions"][0]["deadline"] = "2024-06-03"


@pytest.mark.parametrize(
    ("change", "field", "says", "source"),
    [
        (_barred, "publication.publish_on", "what bars it: criminal proceedings", "ST 11.20"),
        (_published_before_the_incident, "publication.publish_on", "earlier than the incident", "ST 11.20"),
        (_chronology_after_the_panel, "agencies[0].chronology_due", "by 19/01/2024", "TL row 6"),
        (_decided_late, "decision.date", "later than 28 days from the referral (08/12/2023)", "WB 1.3"),
        (_due_on_a_saturday, "agencies[0].report_due", "weekend or a bank holiday", "the calendar"),
        (_panel_chair_employed, "permitted[1].organisation", "should not be employed", "ST Appendix 3"),
        (_complete_without_evidence, "actions[5].evidence", "needs evidence", "WB 4"),
        (_on_track_too_late, "actions[0].rag", "is not on track", "WB 4"),
        (_author_in_the_chair, "permitted[2]", "should not chair", "ST 11.10.1"),
        (_author_employed, "permitted[2].organisation", "should not be employed", "ST 11.10.1"),
        (_report_author_in_the_chronology, "agencies[0].report_author", "no direct involvement", "ST 11.10.1"),
        (_question_dropped, "terms_of_reference.questions", "18 stand here", "ST Appendix 1"),
        (_question_unanswered, "terms_of_reference.questions[3]", "answered, or set aside", "ST Appendix 1"),
        (_no_alternative, "decision", "alternative_considered", "WB 1"),
        (_not_agreed, "recommendations[2]", "R3 is not agreed", "WB 3.1"),
        (_no_action, "recommendations[5]", "R6 has no action", "ST 11.15"),
        (_deadline_past, "actions[1].deadline", "earlier than the decision", "ST 11.15"),
        (_knowledge_undated, "chronology[7]", "known_to_agency", "WB 2"),
        (_knowledge_too_early, "chronology[0].known_to_agency", "before it happened", "WB 2"),
        (_silent_agency, "agencies[8]", "DASERVICE has no chronology entry", "WB 2"),
        (_out_of_scope, "chronology[0].date", "2021-11-09 to 2023-11-03", "the review's own scope"),
        (_episode_backwards, "key_practice_episodes[0].end", "ends before it starts", "the review's own scope"),
        (_died_before_birth, "people[4].died", "earlier than the date of birth", "the calendar"),
        (_too_old, "people[0].dob", "under 18 at the incident, not 18", "Children Act 2004"),
        (_decided_before_referral, "decision.date", "earlier than the referral", "the calendar"),
    ],
)
def test_a_breach_of_the_process_is_a_warning_with_its_source(validated, review, change, field, says, source):
    change(review)
    breaches = [(where, what) for where, what in told(validated()) if "pseudonym" not in what and "map's" not in what]
    assert [where for where, _ in breaches] == [field]
    assert says in breaches[0][1]
    assert source in breaches[0][1]


def test_the_rules_that_are_registered():
    assert [rule.name for rule in RULES] == [
        "author-independent",
        "report-author-independent",
        "panel-size",
        "questions-answered",
        "alternative-explained",
        "members-decided",
        "recommendations-agreed",
        "recommendations-acted-on",
        "knowledge-dated",
        "silence-stated",
        "in-scope",
        "lives-possible",
        "subject-of-age",
        "decision-follows-referral",
        "publication-free",
        "chronology-before-panel",
        "decided-in-time",
        "due-on-working-days",
        "panel-chair-independent",
        "complete-with-evidence",
        "on-track-before-its-date",
        "recommendations-few",
    ]


def test_more_recommendations_than_can_be_followed(validated, review):
    one = review["recommendations"][0]
    review["recommendations"] += [{**copy.deepcopy(one), "id": f"X{number}"} for number in range(6)]
    assert (
        "recommendations",
        "recommendations should be few, so that they can be followed; 12 stand here (ST 11.14)",
    ) in (told(validated()))


def test_the_same_warning_is_said_once_with_its_places(validated, review, cli, tmp_path):
    for entry in review["chronology"][3:20]:
        del entry["known_to_agency"]
    validated()
    (line,) = [line for line in cli("validate", tmp_path).out.splitlines() if "known_to_agency" in line]
    assert "chronology[3]" in line
    assert line.count("line ") == 13
    assert line.endswith("and 4 more")


def test_warnings_of_merged_entries_are_at_their_lines_of_the_merged_file(validated, tmp_path):
    from reviewdocs.store.case import Case
    from reviewdocs.workflows.chronology import merge

    validated()
    (tmp_path / "chronologies").mkdir()
    (tmp_path / "chronologies" / "POLICE.csv").write_text("Date,Source,Event\n5/1/23,Log,Visit\n")
    merge(Case.open(tmp_path), today=dt.date(2026, 12, 1))
    (problem,) = validated().warnings
    assert (Path(problem.file).name, problem.field) == ("chronology.yaml", "entries[0]")
    line = (tmp_path / "chronology.yaml").read_text("utf-8").splitlines()[(problem.line or 0) - 1]
    assert line == "- date: 2023-01-05"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda r, m: m["people"].pop(6), "people[6]"),
        (lambda r, m: m["people"][2].pop("former_names"), "people[2].former_names[0]"),
        (lambda r, m: m["people"][0].pop("middle"), "people[0].middle"),
        (lambda r, m: m["people"][0].pop("identifiers"), "people[0].identifiers.nhs"),
        (lambda r, m: m["people"][4].pop("addresses"), "people[4].addresses[0]"),
        (lambda r, m: m["people"][0].pop("dob"), "people[0].dob"),
        (lambda r, m: m["places"].pop(3), "places[3]"),
        (lambda r, m: m["organisations"].pop(2), "people[1].school"),
        (lambda r, m: m["panel"].pop(7), "panel[7]"),
        (lambda r, m: r["panel"].pop(0), "panel[0]"),
        (lambda r, m: m["panel"][2].update(job_title="Superintendent"), "panel[2].job_title"),
        (lambda r, m: m["panel"][2].update(employer="Thornmere Homes"), "panel[2].agency"),
        (lambda r, m: m["permitted"].pop(2), "permitted[2]"),
        (lambda r, m: m["permitted"].append({"name": "Ann Other"}), "permitted[4]"),
        (lambda r, m: m.update(id="LCSPR-2024-02"), "id"),
        (lambda r, m: m.update(review_type="SCR"), "review_type"),
    ],
)
def test_what_the_map_does_not_cover_is_a_warning(validated, review, pseudonyms, change, field):
    change(review, pseudonyms)
    assert [where for where, _ in told(validated())] == [field]


def test_accents_encoded_another_way_and_spacing_are_no_difference(validated, review, pseudonyms):
    pseudonyms["people"][3]["surname"] = "Havli\u0301c\u030cek"
    pseudonyms["people"][0]["identifiers"]["nhs"] = "9990142076"
    pseudonyms["people"][4]["addresses"] = ["8 Mallard Close Skelderby TH7 3WE"]
    assert told(validated()) == []
