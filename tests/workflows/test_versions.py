"""Several versions of one draft in one run: which is older is told, and only the newest becomes a public copy."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from reviewdocs.workflows.likeness import runs_of
from reviewdocs.workflows.superseding import superseded

MAP = """\
id: TEST-1
review_type: LCSPR
people:
  - {id: CHILD, role: subject child, pseudonym: Child A, forename: Tamsin, surname: Quillfeather}
dates: {policy: keep}
"""
LONG, ELSE = ([" ".join(f"{word}{n}" for n in range(60))] for word in ("seen", "heard"))
"""Texts long enough to be compared."""


def refused(*names: str) -> dict[str, str]:
    """Why files of these names are refused, whose texts are too short to tell anything."""
    return {
        file.name: why for file, why in superseded([Path(name) for name in names], lambda file: frozenset()).items()
    }


@pytest.mark.parametrize(
    ("older", "newer", "why"),
    [
        ("Overview report v0.1", "Overview report v0.3", "v0.1 is older than v0.3 (Overview report v0.3.docx)"),
        ("Overview report v0.9", "Overview_Report V0.10", "v0.9 is older than V0.10 (Overview_Report V0.10.docx)"),
        ("OverviewReportV2", "OverviewReportV3", ""),
        ("Overview report version 2", "Overview report Version 11", ""),
        ("Overview report rev A", "Overview report rev B", ""),
        ("Overview report v2a", "Overview report v2b", ""),
        ("Overview report 0.2", "Overview report 0.4", ""),
        ("Overview report draft", "Overview report final", "draft is older than final (Overview report final.docx)"),
        ("DRAFT overview report", "Overview report", ""),
        ("Overview report v0.9", "Overview report FINAL", ""),
        ("Overview report final", "Overview report final FINAL", ""),
        ("Overview report final", "Overview report (approved)", ""),
        ("Overview report draft 1", "Overview report draft 2", ""),
        ("First draft overview report", "Second draft overview report", ""),
        ("Overview report v0.1", "Overview report v0.3 draft", ""),
        ("Overview report", "Overview report revised", ""),
        ("Overview report_old", "Overview report", ""),
        ("Overview report 2024-03-01", "Overview report 2024-04-02", ""),
        ("Overview report 28.03.24", "Overview report 01.04.24", "28.03.24 is older than 01.04.24"),
        ("Overview report 280324", "Overview report 010424", ""),
        ("Overview report 28 March 2024", "Overview report 1 April 2024", ""),
        ("Overview report v0.3 28.03.2024", "Overview report v0.4 01.04.2024", ""),
        ("Overview report", "Overview report (1)", "Overview report.docx is older than Overview report (1).docx"),
        ("Overview report v0.3", "Overview report v0.3 (2)", ""),
        ("Overview report v0.3 (2)", "Overview report v0.4", ""),
        ("Overview report - Copy", "Overview report", "Overview report - Copy.docx is a copy of Overview report.docx"),
        ("Copy of Overview report", "Overview report", ""),
        ("v1", "v2", ""),
    ],
)
def test_the_older_of_two_is_told(older: str, newer: str, why: str) -> None:
    for names in ((older, newer), (newer, older)):
        told = refused(*(f"{name}.docx" for name in names))
        assert list(told) == [f"{older}.docx"] and why in told[f"{older}.docx"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Overview report", "Overview report v0.3"),
        ("Overview report draft", "Overview report v0.3"),
        ("Overview report v2 draft", "Overview report v1 final"),
        ("Overview report v0.3 1 March 2024", "Overview report v0.1 1 April 2024"),
    ],
)
def test_where_the_names_do_not_say_which_is_newer_neither_is_made(one: str, other: str) -> None:
    told = refused(f"{one}.docx", f"{other}.docx")
    assert len(told) == 2 and all("do not say" in why for why in told.values())


@pytest.mark.parametrize(
    "names",
    [
        ("overview-report", "executive-summary", "learning-summary"),
        ("Appendix A", "Appendix B"),
        ("Chapter 1", "Chapter 2"),
        ("Sibling 1 letter", "Sibling 2 letter"),
        ("IMR Police v1", "IMR Health v2"),
        ("Old Mill School letter", "Mill School letter"),
        ("Letter to May", "Letter to June"),
        ("Section 1.2 Background", "Section 1.3 Findings"),
        ("Overview report v1", "Overview report v1.0"),
    ],
)
def test_other_documents_are_no_versions(names: tuple[str, ...]) -> None:
    assert not refused(*(f"{name}.docx" for name in names))


@pytest.mark.parametrize(
    ("one", "other", "same", "different"),
    [
        ("Minutes 12 March 2024", "Minutes 9 April 2024", 1, 0),
        ("IMR", "IMR (1)", 1, 0),
        ("Section 1.2", "Section 1.3", 1, 0),
        ("Overview report v0.3 JS comments", "Overview report v0.4", 1, 0),
        ("Overview report v0.3", "Overview report v0.4", 1, 1),
    ],
)
def test_a_series_is_told_from_versions_by_the_texts(one: str, other: str, same: int, different: int) -> None:
    files = [Path(f"{name}.docx") for name in (one, other)]
    alike = {files[0]: runs_of(LONG), files[1]: runs_of([*LONG, *ELSE])}
    assert len(superseded(files, alike.__getitem__)) == same
    unlike = {files[0]: runs_of(LONG), files[1]: runs_of(ELSE)}
    assert len(superseded(files, unlike.__getitem__)) == different


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    return tmp_path


def test_only_the_newest_becomes_a_public_copy_and_the_other_files_are_done(
    cli: Callable[..., Any], folder: Path
) -> None:
    names = ("Tamsin v0.1.txt", "Tamsin v0.3.txt", "note.txt")
    for name in names:
        (folder / name).write_text("Tamsin was seen.\n", encoding="utf-8")
    files = [folder / name for name in names]
    answer = cli("anonymise", *files, "--map", folder / "map.yaml", "-o", folder / "out", "--json")
    documents = json.loads(answer.out)["documents"]
    assert answer.code == 2
    assert [document["verified"] for document in documents] == [False, True, True]
    assert documents[0]["reason"].startswith("V0.1 is older than v0.3 (Tamsin v0.3.txt).")
    assert "a run of its own" in documents[0]["reason"]
    assert sorted(path.name for path in (folder / "out").glob("*.txt")) == ["Child A v0.3.txt", "note.txt"]
    assert cli("anonymise", files[0], "--map", folder / "map.yaml", "-o", folder / "out").code == 0


def test_an_earlier_copy_of_what_is_older_now_is_told(cli: Callable[..., Any], folder: Path) -> None:
    for name in ("report v1.txt", "report v2.txt"):
        (folder / name).write_text("Tamsin was seen.\n", encoding="utf-8")
    to = ("--map", folder / "map.yaml", "-o", folder / "out")
    assert cli("anonymise", folder / "report v1.txt", *to).code == 0
    answer = cli("anonymise", folder / "report v1.txt", folder / "report v2.txt", *to)
    assert answer.code == 2 and "earlier run is still there" in answer.out


@pytest.mark.parametrize("audience", ["external", "restricted"])
def test_other_copies_are_made_and_told(cli: Callable[..., Any], folder: Path, audience: str) -> None:
    for name in ("report v1.txt", "report v2.txt"):
        (folder / name).write_text("Tamsin was seen.\n", encoding="utf-8")
    files = (folder / "report v1.txt", folder / "report v2.txt")
    answer = cli("anonymise", *files, "--map", folder / "map.yaml", "-o", folder / "out", "--audience", audience)
    assert answer.code == 0 and "v1 is older than v2" in answer.out
    assert len(list((folder / "out").glob("*.txt"))) == 2


def test_minutes_of_several_days_are_all_made_and_dated_drafts_are_not(cli: Callable[..., Any], folder: Path) -> None:
    texts = {"Minutes 12 March 2024": LONG, "Minutes 9 April 2024": ELSE,
             "Report 12.03.24": LONG, "Report 09.04.24": [*LONG, *ELSE]}  # fmt: skip
    for name, paragraphs in texts.items():
        document = docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        document.save(str(folder / f"{name}.docx"))
    answer = cli("anonymise", *folder.glob("*.docx"), "--map", folder / "map.yaml", "-o", folder / "out")
    assert answer.code == 2 and "12.03.24 is older than 09.04.24" in answer.out
    assert {path.stem for path in (folder / "out").glob("*.docx")} == texts.keys() - {"Report 12.03.24"}
