"""Chronologies on the page: dropped, looked at, merged, taken away."""

from __future__ import annotations

from visiting import Visitor

HEAD = b"Start Date,Source of Information,Event\n"
RETURN = HEAD + b"05/01/2023,Log,Visit to the flat\n31/02/2023,Log,Call\n"


def test_returns_are_dropped_looked_at_and_merged(visitor: Visitor) -> None:
    visitor.send("/chronology/bring", files=[("file", "police return.csv", RETURN), ("file", "scan.pdf", b"%PDF-1.7")])
    assert "police return.csv is in the case now." in visitor.see("/chronology")
    told = visitor.finish(visitor.send("/chronology/check")).answer["lines"]
    assert any("31/02/2023" in line and "not in the calendar" in line for line in told)
    assert any(line.startswith("REFUSED  scan.pdf") for line in told)
    assert not (visitor.case.folder / "chronology.yaml").exists()
    told = visitor.finish(visitor.send("/chronology/merge")).answer["lines"]
    account = "Rows: 2 in = 1 merged + 0 there already + 1 set aside. Every row is accounted for."
    assert f"{account} 1 file could not be read: see REFUSED." in told
    shown = visitor.see("/chronology")
    assert "61 entries" in shown
    assert "LCSPR-2024-01 Integrated chronology v0.3.docx" in shown


def test_whose_a_file_is_can_be_chosen_and_an_earlier_one_is_kept(visitor: Visitor) -> None:
    visitor.send("/chronology/bring", agency="CSC", files=[("file", "a.csv", RETURN)])
    assert (visitor.case.chronologies / "CSC" / "a.csv").read_bytes() == RETURN
    visitor.send("/chronology/bring", agency="CSC", files=[("file", "a.csv", HEAD)])
    assert "kept as earlier/a (1).csv" in visitor.see("/chronology")
    assert (visitor.case.records / "earlier" / "a (1).csv").read_bytes() == RETURN
    answer = visitor.send("/chronology/bring", code=400, agency="../x", files=[("file", "a.csv", RETURN)])
    assert "no such agency" in answer.text


def test_days_that_are_none_are_refused(visitor: Visitor) -> None:
    visitor.send("/chronology/bring", files=[("file", "police.csv", RETURN)])
    assert "no day" in visitor.send("/chronology/merge", code=400, first="soon").text
    assert "before the first" in visitor.send("/chronology/merge", code=400, first="2023-05-01", last="2023-01-01").text
    told = visitor.finish(visitor.send("/chronology/check", last="2022-12-31")).answer["lines"]
    assert any("1 out of scope" in line for line in told)
