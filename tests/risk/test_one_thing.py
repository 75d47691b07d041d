"""Which findings are about one thing, however it is written; and what is told first."""

from __future__ import annotations

import pytest

from reviewdocs.detect import Detector
from reviewdocs.formats.opening import open_document
from reviewdocs.model.findings import CheckReport, DocumentReport, Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.pseudonyms import MappedPerson, PseudonymMap
from reviewdocs.risk import reports
from reviewdocs.risk.examination import examine
from reviewdocs.risk.one_thing import Seen, groups_of


def names(*texts: str) -> list[str]:
    return groups_of([Seen(text, Category.PERSON, (), True, str(n)) for n, text in enumerate(texts)])


@pytest.mark.parametrize(
    "texts",
    [
        ("Tilly", "Tilly’s", "TILLY", "tilly", "Tilly's"),
        ("Zoë Marsh", "Zoe Marsh", "ZOË MARSH’S", "Marsh, Zoë"),
        ("Tilly Marsh", "Tilly", "Ms Marsh", "Marsh", "Tilly Jane Marsh"),
        ("Dr Ashworth", "Ashworth", "Dr Gareth Ashworth", "ASHWORTH"),
        ("Mrs O’Hara", "MRS O'HARA", "O’Hara"),
    ],
)
def test_the_written_forms_of_one_person_are_one_thing(texts: tuple[str, ...]) -> None:
    assert len(set(names(*texts))) == 1


@pytest.mark.parametrize(
    ("texts", "things"),
    [
        (("Mr Kerr", "Mrs Kerr"), 2),
        (("Mr Kerr", "Mrs Kerr", "Kerr"), 3),
        (("Tilly Marsh", "Tilly Ford", "Tilly"), 3),
        (("Ann Marsh", "Ben Marsh", "Ms Marsh"), 3),
        (("Rose", "Roseanne"), 2),
        (("James", "Jame"), 2),
    ],
)
def test_who_may_be_two_stays_apart(texts: tuple[str, ...], things: int) -> None:
    assert len(set(names(*texts))) == things


def test_the_map_says_who_is_meant_and_a_number_is_another_thing_than_its_bearer() -> None:
    seen = [
        Seen("Tilly", Category.PERSON, ("CHILD",), True, "1"),
        Seen("Matilda Quillfeather", Category.PERSON, ("CHILD",), True, "2"),
        Seen("999 000 0018", Category.CODE, ("CHILD",), False, "3"),
        Seen("9990000018", Category.CODE, ("CHILD",), False, "4"),
        Seen("tilly", Category.HIDDEN, (), True, "5"),
        Seen("Wren", Category.PERSON, ("MUM",), True, "6"),
    ]
    groups = groups_of(seen)
    assert groups[0] == groups[1] == groups[4] and groups[2] == groups[3]
    assert len(set(groups)) == 3


def test_numbers_are_one_however_they_are_set_and_placeholders_are_each_their_own() -> None:
    phones = [
        Seen(text, Category.CONTACT, (), False, text) for text in ("07700 900123", "07700900123", "+44 7700 900123")
    ]
    assert len(set(groups_of(phones))) == 1
    written = ("12 March 2019", "12/03/2019", "Tuesday 12th March 2019", "March 12, 2019")
    days = [Seen(text, Category.DATE, (), False, text) for text in (*written, "12 March", "13 March 2019")]
    assert len(set(groups_of(days))) == 3
    places = [Seen("[name]", Category.PERSON, (), False, str(n)) for n in range(3)]
    assert len(set(groups_of(places))) == 3


SURNAMES = (
    "Ashgrove Penrose Larkspur Wrayburn Osei Farrant Okafor Bellweather Thistlewood Garside Quennell Marchbanks "
    "Hollins Pettigrew Swanwick"
)
TEXT = """Dr Gareth Ashworth rang 07700 900123 on 12 March 2019.

Ashworth said that DR ASHWORTH’S number was 07700 900 123. On 14 May 2019 Ashworth came.
"""


def checked(text: str, *, name: str = "report.txt", pmap: PseudonymMap | None = None) -> DocumentReport:
    data = text.encode()
    return examine(name, data, open_document(name, data), pmap, Detector())


def screen_of(report: DocumentReport) -> str:
    return " ".join(reports.as_text(CheckReport(tool_version="1", documents=(report,))).split())


def test_a_name_at_many_places_is_one_finding_with_its_places() -> None:
    report = checked(TEXT)
    named = [finding for finding in report.findings if "ashworth" in finding.text.casefold()]
    assert len(named) == 4 and len({finding.group for finding in named}) == 1
    assert len({finding.group for finding in report.findings if finding.rule == "contact"}) == 1
    whole = CheckReport(tool_version="1", documents=(report,))
    for told in (screen_of(report), reports.as_html(whole)):
        assert "Dr Gareth Ashworth (also" in told and "– 4 places" in told
    assert "1 finding to put right" in screen_of(report)


def test_what_blocks_comes_first_then_names_then_what_is_surer() -> None:
    person = MappedPerson(
        id="CHILD", role="subject child", pseudonym="Robin", forename="Tamsin", surname="Quillfeather"
    )
    pmap = PseudonymMap(id="T", review_type="LCSPR", people=(person,))
    report = checked(f"{TEXT}\nTamsin was seen at 10:40.", name="Dr Penrose 07700 900999.txt", pmap=pmap)
    ranks = [finding.severity.rank for finding in report.findings]
    assert ranks == sorted(ranks)
    for severity in (Severity.BLOCK, Severity.REVIEW):
        mine = [finding for finding in report.findings if finding.severity is severity]
        assert [f.names for f in mine] == sorted((f.names for f in mine), reverse=True)
        rest = [round(f.confidence, 1) for f in mine if not f.names and f.rule != "exact-date"]
        assert rest == sorted(rest, reverse=True)


def test_the_screen_cuts_no_name_and_nothing_that_blocks() -> None:
    many = "\n\n".join(
        f"Dr {name} rang 07700 9000{n:02} on {n + 1} June 2019." for n, name in enumerate(SURNAMES.split())
    )
    report = checked(many)
    told = screen_of(report)
    must = [f for f in report.findings if f.names or f.severity is Severity.BLOCK]
    assert len({f.group for f in must}) > 24
    assert all(finding.id in told for finding in must)
    assert "more; `--format html` shows all" in told  # of dates
