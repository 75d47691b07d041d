from __future__ import annotations

import pytest

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.names import ByteSearch
from reviewdocs.names.details import Details
from reviewdocs.records.load import validated

MAP = validated(
    PseudonymMap,
    {
        "id": "X",
        "review_type": "LCSPR",
        "people": [
            {
                "id": "C",
                "role": "subject child",
                "pseudonym": "Child K",
                "forename": "Tobin",
                "identifiers": {
                    "nhs": "999 014 2076",
                    "ni": "QQ 12 34 56 C",
                    "upn": "A123456789012",
                    "vehicle": "AB12 CDE",
                    "reference": "07CH/884/22",
                    "telephone": "07700 900142; 0113 496 0123",
                    "email": "t.vane@mail.example",
                    "passport": "not known",
                },
                "addresses": [
                    "7 Fuller's Yard, Harrowdale HD3 4QT",
                    "Flat 2, 14 Tannery Row, Skelderby",
                    "Pear Tree House, Mill Lane",
                ],
            }
        ],
        "places": [{"id": "S", "name": "Tannery Row", "kind": "street", "pseudonym": "Street 1"}],
    },
)
DETAILS = Details(MAP)


def _replaced(text: str) -> str:
    for detail in reversed(DETAILS.spans(text)):
        text = text[: detail.start] + detail.label + text[detail.end :]
    return text


@pytest.mark.parametrize(
    "number",
    [
        "07700 900142",
        "+44 7700 900142",
        "+44 (0)7700 900142",
        "+44(0) 7700-900-142",
        "0044 7700 900142",
        "00447700900142",
        "(07700) 900142",
        "(7700) 900142",
        "7700900142",
        "077 0090 0142",
        "07700.900.142",
        "07700/900/142",
        "07700\u00a0900\u2011142",
        "0 7 7 0 0 9 0 0 1 4 2",
        "07700 9OO l42",
        "０７７００ ９００１４２",
        "07700 90014²",
        "07700 900142/3",
        "900142",
        "+44 113 4960123",
        "(0113) 496-0123",
        "496 0123",
    ],
)
def test_a_telephone_number_is_its_figures(number: str) -> None:
    assert _replaced(f"Rang {number}, twice.") == "Rang [telephone], twice."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("999 0142076", "[NHS number]"),
        ("999/014/2076", "[NHS number]"),
        ("99901 42076", "[NHS number]"),
        ("999\u2009014\u20092076", "[NHS number]"),
        ("NHS:9990142076", "NHS:[NHS number]"),
        ("9|9|9|0|1|4|2|0|7|6", "[NHS number]"),
        ("qq123456c", "[National Insurance number]"),
        ("QQ-12-34-56-C", "[National Insurance number]"),
        ("QQ/12/34/56", "[National Insurance number]"),
        ("A-1234-5678-9012", "[UPN]"),
        ("A 123 456 789 012", "[UPN]"),
        ("ab12cde", "[vehicle registration]"),
        ("07CH-884-22", "[reference]"),
        ("07 CH 884 22", "[reference]"),
        ("T.Vane@Mail.Example", "[e-mail]"),
        ("t.vane (at) mail dot example", "[e-mail]"),
        ("(07700 900142)", "([telephone])"),
        ("((07700) 900142)", "([telephone])"),
        ("07700 900142/t.vane@mail.example", "[telephone]/[e-mail]"),
    ],
)
def test_separators_and_groups_do_not_count(text: str, left: str) -> None:
    assert _replaced(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("at 7 Fuller's Yard until", "at [address] until"),
        ("at 7, Fullers’ Yd until", "at [address] until"),
        ("at No. 7 Fullers Yard until", "at [address] until"),
        ("the postcode HD3 4QT was", "the postcode [address] was"),
        ("hd34qt; H D 3 4 Q T", "[address]; [address]"),
        ("7 Fuller's Yard, Harrowdale, HD3 4QT.", "[address]."),
        ("7 Fuller's Yard, HD3 4QT.", "[address]."),
        ("in Fuller's Yard.", "in [address]."),
        ("9a Fuller's Yard.", "[address]."),
        ("Flat 2 at 14 Tannery Row", "[address]"),
        ("2/14 Tannery Row", "[address]"),
        ("14 Tannery Row, Apt 2", "[address]"),
        ("at 7 Fullers Yd.", "at [address]."),
        ("Flat 2, 14 Tannery Row, Skelderby", "[address]"),
        ("from Pear Tree Hse to Mill Ln", "from [address] to [address]"),
        ("from Pear Tree House to Mill Lane", "from [address] to [address]"),
        ("14 Tannery Row; 7 Fuller's Yard", "[address]; [address]"),
    ],
)
def test_an_address_goes_in_part_too(text: str, left: str) -> None:
    assert _replaced(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "19990142076",
        "99901420761",
        "grab 12 cde",
        "a pear tree house",
        "Mill Lane Surgery",
        "the Old Mill Lane",
        "in Tannery Row",
        "it is not known",
        "900,142 pounds",
    ],
)
def test_what_is_something_else_stays(text: str) -> None:
    assert _replaced(text) == text


def test_the_search_of_the_bytes_finds_every_spelling() -> None:
    search = ByteSearch.of(MAP)
    for text in ("+44 (0)7700-900142", "99901 42076", "QQ/12/34/56/C", "7 Fullers Yd", "hd34qt"):
        assert search.found(f"x {text} y"), text
    assert not search.found("Mill Lane Surgery")
