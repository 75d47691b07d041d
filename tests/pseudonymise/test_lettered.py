"""Letters alone find a name however it is written, and leave words of English alone."""

from __future__ import annotations

import pytest

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.standing import Resemblance
from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import entities_of
from reviewdocs.pseudonymise.lettered import Letters
from reviewdocs.records.load import validated

MAP = validated(
    PseudonymMap,
    {
        "id": "L-1",
        "review_type": "LCSPR",
        "people": [
            {"id": "CHILD", "role": "child", "pseudonym": "Child A", "forename": "Saffron", "surname": "Quillfeather"},
            {"id": "MUM", "role": "mother", "pseudonym": "Mother", "forename": "Hope", "surname": "Tarn-Wetherlam"},
            {"id": "DAD", "role": "father", "pseudonym": "Father", "forename": "Ciarán", "surname": "O'Hanrahan"},
            {"id": "NAN", "role": "nan", "pseudonym": "MGM", "forename": "Jean", "known_as": ["Nana Jean"]},
        ],
        "groups": [{"id": "FAM", "surname": "Marigold", "members": ["CHILD"], "pseudonym": "the family"}],
        "places": [
            {"id": "TOWN", "name": "Calderwick", "pseudonym": "Town 1"},
            {"id": "SURGERY", "name": "Mill Street Surgery", "pseudonym": "Surgery 1"},
        ],
        "organisations": [{"id": "SCHOOL", "name": "Larkhollow Primary School", "pseudonym": "School 1"}],
        "permitted": [{"name": "Ruth Hargreave", "role": "Chair"}],
        "panel": [{"job_title": "Head of Nursing", "employer": "NHS Dale", "name": "Tobias Merrigold"}],
    },
)
LETTERS = Letters(entities_of(MAP))


def found(*texts: str) -> list[tuple[str, Resemblance]]:
    paragraphs = [Paragraph("text", number, text) for number, text in enumerate(texts)]
    return [(place.word, place.how) for place in LETTERS.found(paragraphs)]


@pytest.mark.parametrize(
    ("text", "word", "how"),
    [
        ("seen with Saffron today", "saffron", Resemblance.SAME),
        ("seen with SAFFRON today", "saffron", Resemblance.SAME),
        ("bought some saffron", "saffron", Resemblance.SAME),
        ("Ciaran rang", "ciaran", Resemblance.SAME),
        ("the Marigold file", "marigold", Resemblance.SAME),
        ("Mr Merrigold was there", "merrigold", Resemblance.SAME),
        ("in Calderwick's market", "calderwick", Resemblance.SAME),
        ("Jean came", "jean", Resemblance.SAME),
        ("Ms Tarn came", "tarn", Resemblance.HALF),
        ("Ms Wetherlam came", "wetherlam", Resemblance.HALF),
        ("Mr Hanrahan came", "hanrahan", Resemblance.HALF),
        ("at Larkhollow", "larkhollow", Resemblance.HALF),
        ("the Quillfeathers came", "quillfeather", Resemblance.PLURAL),
        ("Mr O’Hanrahan came", "hanrahan", Resemblance.HALF),
        ("Mr O Hanrahan came", "hanrahan", Resemblance.HALF),
        ("Mr OHanrahan came", "ohanrahan", Resemblance.SAME),
        ("Ms Tarn-Wetherlam came", "tarnwetherlam", Resemblance.PIECES),
        ("Ms TarnWetherlam came", "tarnwetherlam", Resemblance.SAME),
        ("the Quill-\nfeather file", "quillfeather", Resemblance.PIECES),
        ("the Quill\u00adfeather file", "quillfeather", Resemblance.PIECES),
        ("the *Quill*feather file", "quillfeather", Resemblance.PIECES),
        ("the Quill fea ther file", "quillfeather", Resemblance.PIECES),
        ("boxes: S | A | F | F | R | O | N", "saffron", Resemblance.PIECES),
        ("spelt h-o-p-e by her", "hope", Resemblance.PIECES),
        ("at Mill Street today", "millstreet", Resemblance.PIECES),
        ("SaffronReport2.docx", "saffron", Resemblance.GLUED),
        ("notes_saffron_v2", "saffron", Resemblance.SAME),
        ("hope2019 as password", "hope", Resemblance.GLUED),
        ("file xquillfeatherx", "quillfeather", Resemblance.GLUED),
        ("posted by quillfeatherfamily", "quillfeather", Resemblance.GLUED),
        ("Safron came", "saffron", Resemblance.EDIT),
        ("safron came", "saffron", Resemblance.EDIT),
        ("Safforn came", "saffron", Resemblance.EDIT),
        ("Kalderwick", "calderwick", Resemblance.EDIT),
        ("Quilphether", "quillfeather", Resemblance.SOUND),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, word: str, how: Resemblance) -> None:
    assert (word, how) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "They hoped for the best, and copied the rope home.",
        "The primary school and the surgery stand in the same street.",
        "Nana said that the head of nursing was out.",
        "The mill opened; another street was closed.",
        "Ruth was there.",
        "a b c d e f",
        "they went west on the new road",
    ],
)
def test_words_of_english_and_people_who_stay_are_nobody(text: str) -> None:
    assert found(text) == []


def test_a_name_that_goes_on_in_the_next_cell_or_paragraph_is_one() -> None:
    assert found("the file of Quill", "feather was lost") == [("quillfeather", Resemblance.PIECES)]
    assert found(*"SAFFRON") == [("saffron", Resemblance.PIECES)]


def test_places_are_told_in_order_as_code_points_of_their_paragraphs() -> None:
    paragraphs = [Paragraph("a", 0, "Hope and 😀 Safron."), Paragraph("b", 0, "notes of SaffronReport")]
    places = LETTERS.found(paragraphs)
    assert [place.text for place in places] == ["Hope", "Safron", "Saffron"]
    texts = {paragraph.key: paragraph.text for paragraph in paragraphs}
    assert all(texts[place.paragraph][place.start : place.end] == place.text for place in places)
