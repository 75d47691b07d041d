"""Names joined by marks, in official order, doubled, spelt by ear, cut short, or written small in a hasty note."""

from __future__ import annotations

import pytest
from drafting import published

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise import Resolver
from reviewdocs.records.load import validated

_MAP = validated(
    PseudonymMap,
    {
        "id": "H",
        "review_type": "SAR",
        "people": [
            {
                "id": "ADULT",
                "role": "subject adult",
                "pseudonym": "Adult R",
                "forename": "Ivy",
                "middle": "Tegwen",
                "surname": "Ofori",
                "known_as": ["Jimmi"],
                "title": "Ms",
                "pronouns": "she/her",
            },
            {
                "id": "MOTHER",
                "role": "mother",
                "pseudonym": "Mother",
                "forename": "Sunita",
                "surname": "Holt",
                "title": "Mrs",
                "pronouns": "she/her",
            },
            {
                "id": "PARTNER",
                "role": "partner",
                "pseudonym": "Partner",
                "forename": "Glen",
                "surname": "Tull",
                "title": "Mr",
                "pronouns": "he/him",
            },
            {
                "id": "DS",
                "role": "detective sergeant",
                "pseudonym": "Police Officer 1",
                "forename": "Ewan",
                "surname": "Malik",
                "title": "DS",
                "pronouns": "he/him",
            },
        ],
        "places": [{"id": "STREET", "name": "Harrowgate Row", "kind": "street", "pseudonym": "the Street"}],
        "organisations": [
            {"id": "HOME", "name": "Fennimore Court", "kind": "care home", "pseudonym": "Care Home 1"},
            {"id": "PROVIDER", "name": "Garland Care Ltd", "kind": "provider", "pseudonym": "the Provider"},
            {"id": "SURGERY", "name": "Ellismoor Medical Practice", "kind": "surgery", "pseudonym": "GP Practice 1"},
        ],
    },
)


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(_MAP)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("fennimore-court_rota.pdf", "Care_Home_1_rota.pdf"),
        ("see fennimore_court.pdf", "see Care Home 1.pdf"),
        ("harrowgate-row_photos.zip", "the_Street_photos.zip"),
        ("Seen at Ellismoor MP today.", "Seen at GP Practice 1 today."),
        ("12 | 03/04 | Garland | Admitted.", "12 | 03/04 | Provider | Admitted."),
        ("We went down Harrowgate to him.", "We went down the Street to him."),
        ("They liked Harrowgate.", "They liked [name]."),
        ("They liked Ann Harrowgate.", "They liked Ann Harrowgate."),
        ("New to FC. Settled.", "New to [name]. Settled."),
        ("The FC was seen. Talk to FC.", "The FC was seen. Talk to FC."),
        ("Garland lights were seen.", "Garland lights were seen."),
    ],
)
def test_places_joined_or_cut(resolver: Resolver, text: str, result: str) -> None:
    assert published(resolver, text) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Pt: OFORI, Ivy T (new).", "Pt: Adult R (new)."),
        ("We wrote to Mrs Suneeta Holt-Tull.", "We wrote to Mother."),
        ("Wrote to Mrs Holt-Tull.", "Wrote to Mother."),
        ("LOG. MALIK E, DS 4401. ENDS.", "LOG. POLICE OFFICER 1. ENDS."),
        ("LOG. MALLICK E, DS 4401. ENDS.", "LOG. POLICE OFFICER 1. ENDS."),
        ("Told by DS Mandik.", "Told by [name]."),
        ("Told by Mrs Mandik.", "Told by Mrs Mandik."),
        ("Sunit rang us.", "[name] rang us."),
        ("We saw Jimy there.", "We saw [name] there."),
        ("We met Tegwen there.", "We met [name] there."),
        ("His daughter is Tegwen Pritchard.", "His daughter is Tegwen Pritchard."),
    ],
)
def test_people_in_other_forms(resolver: Resolver, text: str, result: str) -> None:
    assert published(resolver, text) == result


def test_a_title_and_letter_before_another_sentence(resolver: Resolver) -> None:
    text = "Sunita Holt was told. Ask Mrs H. Ill ring later."
    assert published(resolver, text) == "Mother was told. Ask Mother. Ill ring later."


@pytest.mark.parametrize(
    ("note", "result"),
    [
        ("ivy wld sit by the door.", "[name] wld sit by the door."),
        ("ivy ofori was in. jimmis not here", "Adult R was in. Adult R's not here"),
        ("did glen ever ring?", "did [name] ever ring?"),
        ("did glen road flood?", "did glen road flood?"),
    ],
)
def test_forenames_that_are_words_in_hasty_notes(resolver: Resolver, note: str, result: str) -> None:
    assert published(resolver, Paragraph("text", 0, f"seen at home.\n{note}")).removeprefix("seen at home.\n") == result


def test_a_former_name_after_a_shortened_cue() -> None:
    people = [
        {**_MAP_ROW, "id": "A", "pseudonym": "Adult R", "forename": "Ivy", "surname": "Ofori"},
        {**_MAP_ROW, "id": "M", "pseudonym": "Mother", "forename": "Sunita", "surname": "Holt"},
    ]
    people[0]["former_names"] = ["Ivy Holt"]
    resolver = Resolver(validated(PseudonymMap, {"id": "X", "review_type": "SAR", "people": people}))
    assert published(resolver, "Pt: OFORI, Ivy (prev. HOLT) seen.") == "Pt: Adult R (prev. Adult R) seen."


_MAP_ROW = {"role": "relative", "pronouns": "she/her"}


def test_a_forename_in_a_log_of_capitals(resolver: Resolver) -> None:
    assert (
        published(resolver, "14:31 OCCUPANT IVY LAST NAME NOT GIVEN.") == "14:31 OCCUPANT [name] LAST NAME NOT GIVEN."
    )


def test_a_relatives_surname_that_is_anothers_forename_is_asked_about() -> None:
    people = [
        {**_MAP_ROW, "id": "A", "role": "stepfather", "forename": "Colin", "surname": "Ivy", "title": "Mr"},
        {**_MAP_ROW, "id": "M", "role": "care worker", "forename": "Ivy", "surname": "Holt", "title": "Ms"},
    ]
    named = [{**person, "pseudonym": f"Person {person['id']}", "pronouns": ""} for person in people]
    resolver = Resolver(validated(PseudonymMap, {"id": "X", "review_type": "SAR", "people": named}))
    text = "Ring Ms Holt. Colin said so. Ivy says it is late."
    assert published(resolver, text) == "Ring Person M. Person A said so. [name] says it is late."


def test_the_letter_to_which_a_message_goes(resolver: Resolver) -> None:
    assert published(resolver, "09:12 glen > I: up?\n09:15 glen > G: hi").endswith("> Partner: hi")


def test_a_near_spelling_that_heads_a_message_is_somebodys_in_the_whole_text(resolver: Resolver) -> None:
    text = "18:46 Sunita: hi\n18:47 Handset > jimy: up?\nwell jimy they smoke"
    assert published(resolver, text) == "18:46 Mother: hi\n18:47 Handset > Adult R: up?\nwell Adult R they smoke"


def test_a_word_twice_in_a_persons_place_is_a_person(resolver: Resolver) -> None:
    note = "first day.\n- ivy came with bags\n- later ivy wld sit"
    assert published(resolver, note.replace("later ivy", "ivy")).count("Adult R") == 2
    assert "[name] came" in published(resolver, "first day.\n- ivy came with bags\n- an ivy wall")


def test_a_title_and_initial_in_lower_case_in_a_file_name(resolver: Resolver) -> None:
    assert published(resolver, "ds_e_malik_summary.docx") == "Police_Officer_1_summary.docx"
    assert published(resolver, "Mrs_Holt_letter.docx") == "Mother_letter.docx"
