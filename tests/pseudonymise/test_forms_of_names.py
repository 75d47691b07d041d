"""Names joined by marks, in official order, doubled, cut short, spelt by ear, in initials and as other tongues say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from drafting import published

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.pseudonymise import Resolver
from reviewdocs.records.load import validated


def _person(ref: str, pseudonym: str, forename: str, surname: str, **more: object) -> dict[str, object]:
    return {"id": ref, "role": "relative", "pseudonym": pseudonym, "forename": forename, "surname": surname, **more}


@pytest.fixture(scope="module")
def joined() -> Resolver:
    people = [
        _person(
            "ADULT", "Adult R", "Ivy", "Ofori", middle="Tegwen", known_as=["Jimmi", "Lo"], former_names=["Ivy Zand"]
        ),
        _person("MOTHER", "Mother", "Sunita", "Holt", title="Mrs", pronouns="she/her"),
        _person("PARTNER", "Partner", "Glen", "Tull", title="Mr", pronouns="he/him"),
        _person("DS", "Police Officer 1", "Ewan", "Malik", title="DS", pronouns="he/him"),
        _person("AUNT", "Aunt", "Noor", "al-Khatib", title="Ms", pronouns="she/her"),
        _person("EX", "Former Partner", "Sylvie", "de la Motte", title="Ms", pronouns="she/her"),
        _person("GP", "GP 1", "Ade", "Ojo", title="Dr"),
    ]
    things = {
        "places": [{"id": "STREET", "name": "Harrowgate Row", "kind": "street", "pseudonym": "the Street"}],
        "organisations": [
            {"id": "HOME", "name": "Fennimore Court", "kind": "care home", "pseudonym": "Care Home 1"},
            {"id": "PROVIDER", "name": "Garland Care Ltd", "kind": "provider", "pseudonym": "the Provider"},
            {"id": "SURGERY", "name": "Ellismoor Medical Practice", "kind": "surgery", "pseudonym": "GP Practice 1"},
        ],
    }
    return Resolver(validated(PseudonymMap, {"id": "H", "review_type": "SAR", "people": people, **things}))


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("fennimore-court_rota.pdf", "Care_Home_1_rota.pdf"),
        ("see fennimore_court.pdf", "see Care Home 1.pdf"),
        ("harrowgate-row_photos.zip", "the_Street_photos.zip"),
        ("Seen at Ellismoor MP today.", "Seen at GP Practice 1 today."),
        ("We went down Harrowgate to him.", "We went down the Street to him."),
        ("Garland Care sent a bill.", "The Provider sent a bill."),
    ],
)
def test_places_joined_or_cut(joined: Resolver, text: str, result: str) -> None:
    assert published(joined, text) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Pt: OFORI, Ivy T (new).", "Pt: Adult R (new)."),
        ("We wrote to Mrs Suneeta Holt-Tull.", "We wrote to Mother."),
        ("LOG. MALIK E, DS 4401. ENDS.", "LOG. POLICE OFFICER 1. ENDS."),
        ("ds_e_malik_summary.docx", "Police_Officer_1_summary.docx"),
        ("malik_e, Mrs_Holt_letter.docx", "Police Officer 1, Mother_letter.docx"),
        ("Seen with Sylvie de la Motte and Ms De La Motte.", "Seen with Former Partner and Former Partner."),
        ("Ms el-Khatib rang.", "Aunt rang."),
        ("Lo-Lo and Jimmi-Jimmi were seen.", "Adult R and Adult R were seen."),
        ("Dear Dr 0jo,", "Dear GP 1,"),
        ("Ivy Ofori; I.T.O. and I.O. were seen.", "Adult R; Adult R and Adult R were seen."),
        ("Ivy Ofori (née Zand) was seen.", "Adult R was seen."),
    ],
)
def test_one_person_however_the_name_is_put_together(joined: Resolver, text: str, result: str) -> None:
    assert published(joined, text) == result


@pytest.mark.parametrize(
    ("draft", "result"),
    [
        ("Babcia Pearl sang.", "MGM sang."),
        ("We saw Mam-gu Pearl at home.", "We saw MGM at home."),
        ("we saw khala pearl at home.", "we saw MGM at home."),
        ("He thanked Pani Zoe and left.", "He thanked GP 1 and left."),
        ("Pearl & Hope were seen.", "MGM & Child K were seen."),
        ("N A T H A N I E L  D R E W was there.", "Sibling 1 was there."),
        ("Seen: Nathaniel Drew (ND). ND & SD left.", "Seen: Sibling 1. Sibling 1 & Mother left."),
    ],
)
def test_kin_letters_and_pairs(say: Callable[[str], str], draft: str, result: str) -> None:
    text = "Pearl Drew, Hope Lindqvist, Summer Drew and Dr Müller-Hart met.\n\n" + draft
    assert say(text).partition("\n\n")[2] == result


@pytest.mark.parametrize(
    "written", ["Nathanielowi", "Lindqvistami", "Nathany", "Bjorny", "Mrs Lyndkvist", "Natanyel", "Nathanyels"]
)
def test_names_as_other_languages_and_ears_have_them_do_not_stay(say: Callable[[str], str], written: str) -> None:
    assert written not in say(f"Nathaniel Drew and Björn Lindqvist came. She gave it to {written} at once.")


@pytest.mark.parametrize("text", ["Brought in by car. Syrian food.", "pain in l leg. 5 mg po bd. sat at table."])
def test_what_is_no_near_spelling_stays(say: Callable[[str], str], text: str) -> None:
    assert say(text) == text
