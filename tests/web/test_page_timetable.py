"""The timetable on the page: what is late, what was done, whose rules count."""

from __future__ import annotations

import datetime as dt

from visiting import Visitor

from reviewdocs.workflows.timetable import data_of


def test_what_is_late_is_shown_and_what_was_done_is_recorded(visitor: Visitor) -> None:
    shown = visitor.see("/timetable")
    assert "Late" in shown
    assert "Letter of commissioning to the reviewer" in shown
    visitor.send("/timetable/done", item="minutes@2024-01-31", on="2024-02-05", by="A clerk")
    visitor.send("/timetable/done", item="minutes@2024-01-31", on="2024-02-06", by="A clerk")
    (done,) = data_of(visitor.case).done
    assert (done.rule, done.of, done.on, done.by) == ("minutes", "2024-01-31", dt.date(2024, 2, 6), "A clerk")
    assert "06/02/2024" in visitor.see("/timetable")


def test_rules_holidays_and_days_are_chosen(visitor: Visitor) -> None:
    visitor.send("/timetable/choose", nation="Scotland", profile=["stockport"], notification="2023-11-08")
    shown = visitor.see("/timetable")
    assert "Stockport safeguarding children procedures" in shown
    assert "Second panel" not in shown
    assert "none of what there is" in visitor.send("/timetable/choose", code=400, nation="France").text
    assert "A day is expected" in visitor.send("/timetable/choose", code=400, nation="Wales", notification="x").text


def test_a_file_that_somebody_wrote_is_kept_with_its_remarks(visitor: Visitor) -> None:
    rule = "{id: agenda, title: Out, from: panel, within: 3 working days, before: true, who: C, source: O}"
    own = f"# ours\nrules:\n- {rule}\n"
    (visitor.case.folder / "timetable.yaml").write_text(own)
    visitor.send("/timetable/done", item="commissioning", on="2024-01-05")
    text = (visitor.case.folder / "timetable.yaml").read_text("utf-8")
    assert "within: 3 working days" in text
    assert (visitor.case.records / "earlier" / "timetable (1).yaml").read_text() == own
    assert "3 working days before the panel" in visitor.see("/timetable")


def test_calendar_and_workbook_are_taken_away(visitor: Visitor) -> None:
    assert visitor.client.get(f"{visitor.at}/timetable/ics").content.startswith(b"BEGIN:VCALENDAR")
    assert visitor.client.get(f"{visitor.at}/timetable/xlsx").content.startswith(b"PK")
