"""What becomes of the rows of one return."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from reviewdocs.chronology.agencies import agency_named, agency_of_file
from reviewdocs.chronology.faults import FaultKind
from reviewdocs.chronology.headings import Meaning, columns_of, meaning_of
from reviewdocs.chronology.rows import Return, entry_of, rows_of
from reviewdocs.formats.grids import Grid, GridRow, Grids
from reviewdocs.model.chronology import MergedEntry
from reviewdocs.model.review import Agency, Contact

TODAY = dt.date(2026, 12, 1)
HEADS = ("Date", "Time", "Source", "Event", "Child seen", "Comment")


def agency(identifier: str, name: str, kind: str = "other") -> Agency:
    contact = Contact(name="Ann Other", job_title="Head")
    return Agency(id=identifier, name=name, kind=kind, involvement="some", senior_manager=contact)


AGENCIES = (
    agency("POLICE", "Northvale Constabulary", "police"),
    agency("CSC", "Thornmere Council, Children's Services"),
    agency("GP", "Quarry Lane Surgery", "general practice"),
)


def grid(*rows: Sequence[str], kinds: str = "") -> Grid:
    made = [
        GridRow(n, tuple(cells), (kinds if n > 1 and kinds else "s" * len(cells))) for n, cells in enumerate(rows, 1)
    ]
    return Grid("table 1", "", tuple(made))


def read(*grids: Grid) -> Return:
    return rows_of("return.docx", "POLICE", Grids(grids), AGENCIES, TODAY)


def entry(*cells: str, heads: Sequence[str] = HEADS) -> MergedEntry:
    (row,) = read(grid(heads, cells)).rows
    return entry_of(row, None)


def faults(*cells: str) -> list[FaultKind]:
    (row,) = read(grid(HEADS, cells)).rows
    return [row.aside.kind] if row.aside else [fault.kind for fault in row.faults]


@pytest.mark.parametrize(
    "heading, meaning",
    [
        ("Start Date (required)", Meaning.DATE),
        ("DATE/TIME", Meaning.DATE),
        ("End Date", Meaning.END_DATE),
        ("Source of Information", Meaning.SOURCE),
        ("Event Ref", Meaning.REFERENCE),
        ("Date became known to agency", Meaning.KNOWN),
        ("Date of birth", Meaning.OTHER),
        ("Was the child seen alone?", Meaning.SEEN_ALONE),
        ("Child's wishes and feelings", Meaning.WISHES),
        ("Who was involved", Meaning.PEOPLE),
        ("Significant event / contact", Meaning.TEXT),
        ("Author’s analysis", Meaning.NOTE),
        ("Action taken", Meaning.DECISION),
    ],
)
def test_headings_are_known_by_what_they_mean(heading: str, meaning: Meaning) -> None:
    assert meaning_of(heading) is meaning


def test_headings_are_found_below_a_forms_particulars_in_two_rows_and_any_order() -> None:
    found = columns_of(
        grid(("Agency chronology", "", ""), ("Completed by", "A named nurse", ""), ("What", "Record", "Event"),
             ("happened", "", "date"), ("Home visit", "Notes", "05/01/2023"))
    )  # fmt: skip
    assert found is not None
    assert (found.meanings, found.body) == ((Meaning.TEXT, Meaning.SOURCE, Meaning.DATE), 4)


def test_rows_that_look_like_headings_are_rows() -> None:
    result = read(
        grid(("Date", "Event", "Source"), ("5/1/23", "Event", "Record"), ("date unknown", "Contact", "Notes"))
    )
    assert len(result.rows) == 2
    assert result.headings == 1


def test_a_table_without_headings_goes_on_with_those_before_it_and_else_its_rows_are_told() -> None:
    first = grid(("Date", "Event", "Source"), ("5/1/23", "Visit", "Notes"))
    more = grid(("to follow", "Call", "Notes"), ("7/1/23", "Letter", "Notes"))
    assert [row.aside.kind if row.aside else None for row in read(first, more).rows] == [
        None,
        FaultKind.NOT_A_DATE,
        None,
    ]
    alone = read(grid(("5/1/23", "Visit", "Notes"), ("7/1/23", "Letter", "Notes")))
    assert [row.aside.kind for row in alone.rows if row.aside] == [FaultKind.NO_HEADINGS] * 2


def test_every_word_is_kept() -> None:
    heads = ("Ref", "Date", "Time", "Source", "Event", "People present", "Child seen", "Legal status", "Comment")
    event = "Visit\n# ask the author"
    made = entry("14", "5/1/23", "teatime", "Log", event, "Mum, HV", "Yes, in bed asleep", "CiN", "Late", heads=heads)
    assert made.text == "Visit\nPeople present: Mum, HV\nChild seen: Yes, in bed asleep\nLegal status: CiN"
    assert made.author_note.split("\n") == ["# ask the author", "Late", "Time: teatime"]
    assert (made.reference, made.seen, made.seen_alone) == ("14", True, None)
    assert any("not read as a time" in check for check in made.checks)


@pytest.mark.parametrize(
    "cell, seen, alone",
    [("Yes", True, None), ("N", False, None), ("Seen alone", True, True), ("Yes - with mother", True, False),
     ("Y, not alone", True, False), ("n/a", None, None), ("☒", True, None), ("Not seen", False, None)],
)  # fmt: skip
def test_seen_and_seen_alone(cell: str, seen: bool | None, alone: bool | None) -> None:
    made = entry("5/1/23", "", "Log", "Visit", cell, "")
    assert (made.seen, made.seen_alone) == (seen, alone)


def test_faults_are_marked_or_set_aside() -> None:
    assert faults("5/1/23", "", "", "Visit", "", "") == [FaultKind.NO_SOURCE]
    assert faults("5/1/23", "", "Log", "", "", "") == [FaultKind.NO_TEXT]
    assert faults("5/1/2203", "", "Log", "Visit", "", "") == [FaultKind.FUTURE]
    assert faults("", "", "Log", "Visit", "", "") == [FaultKind.NO_DATE]
    assert faults("31/9/22", "", "Log", "Visit", "", "") == [FaultKind.IMPOSSIBLE]


def test_an_end_before_the_start_is_told() -> None:
    heads = ("Start Date", "Start Time", "End Date", "End Time", "Source of Information", "Event")
    late, early = (
        read(grid(heads, ("5/1/23", "10:00", end, "09:00", "Log", "Stay"))).rows[0] for end in ("7/1/23", "5/1/23")
    )
    assert (entry_of(late, None).end, late.faults) == (dt.date(2023, 1, 7), ())
    assert [fault.kind for fault in early.faults] == [FaultKind.END_FIRST]


def test_dates_that_could_be_turned_round_are_doubted_where_the_file_is_american() -> None:
    rows = read(grid(HEADS, ("05/13/2023", "", "Log", "A", "", ""), ("05/06/2023", "", "Log", "B", "", ""),
                     ("06/06/2023", "", "Log", "C", "", ""))).rows  # fmt: skip
    assert [[fault.kind for fault in row.faults] for row in rows] == [[FaultKind.MONTH_FIRST], [FaultKind.TWO_WAYS], []]
    assert all(row.moment.uncertain for row in rows[:2])


def test_dates_that_an_american_spreadsheet_made_are_doubted() -> None:
    made = [
        ("2023-05-06", "d"),
        ("2023-02-01", "d"),
        ("2023-11-09", "d"),
        ("13/05/2023", "s"),
        ("28/02/2023", "s"),
        ("30/11/2023", "s"),
    ]
    rows = [GridRow(1, ("Date", "Event", "Source"), "sss")]
    rows += [GridRow(n, (text, "Visit", "Log"), f"{kind}ss") for n, (text, kind) in enumerate(made, 2)]
    found = read(Grid("sheet A", "", tuple(rows))).rows
    assert [[fault.kind for fault in row.faults] for row in found] == [[FaultKind.TWO_WAYS]] * 3 + [[]] * 3


def test_midnight_of_every_date_is_no_time() -> None:
    heads = ("Date", "Event", "Source")
    rows = read(grid(heads, ("05/01/2023 00:00", "A", "L"), ("06/01/2023 00:00", "B", "L"))).rows
    assert [row.moment.time for row in rows] == [None, None]
    rows = read(grid(heads, ("05/01/2023 00:00", "A", "L"), ("06/01/2023 10:00", "B", "L"))).rows
    assert [row.moment.time for row in rows] == [dt.time(0), dt.time(10)]


def test_a_line_across_the_table_and_headings_again_are_no_contacts() -> None:
    across = GridRow(3, ("2023", "", ""), "saa")
    rows = (GridRow(1, ("Date", "Event", "Source"), "sss"), GridRow(2, ("Date", "Event", "Source"), "sss"), across)
    result = read(Grid("table 1", "", rows))
    assert [row.aside.kind for row in result.rows if row.aside] in ([FaultKind.BANNER], [FaultKind.NO_TEXT])
    assert result.headings == 2


def test_a_column_of_agencies_wins_over_the_file() -> None:
    rows = read(grid(("Date", "Agency", "Event", "Source"), ("5/1/23", "Quarry Lane Surgery", "Visit", "Log"),
                     ("6/1/23", "Fire", "Visit", "Log"))).rows  # fmt: skip
    assert rows[0].agency == "GP"
    assert rows[1].aside is not None
    assert rows[1].aside.kind is FaultKind.NO_AGENCY


def test_whose_return_it_is(tmp_path) -> None:
    assert agency_named("Chronology - Northvale Constabulary FINAL", AGENCIES) == "POLICE"
    assert agency_named("CSC_return v2", AGENCIES) == "CSC"
    assert agency_named("general practice chronology", AGENCIES) == "GP"
    assert agency_named("chronology", AGENCIES) is None
    assert agency_of_file(tmp_path / "POLICE" / "return.docx", [], AGENCIES) == "POLICE"
    assert agency_of_file(tmp_path / "return.docx", ["Agency: Quarry Lane Surgery"], AGENCIES) == "GP"


def test_a_row_is_known_again_whatever_its_number_and_spacing() -> None:
    heads = ("Ref", "Date", "Event", "Source")
    one, other = (
        read(grid(heads, (number, "5/1/23", text, "Log"))).rows[0]
        for number, text in (("1", "A  visit"), ("9", "a visit"))
    )
    assert one.key == other.key
