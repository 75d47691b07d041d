"""Names in the notes of people who write in a hurry: lower case, single letters, cut short, misspelt."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from drafting import rewritten

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.pseudonymise import Resolver
from reviewdocs.records.load import validated


@pytest.mark.parametrize(
    ("draft", "published"),
    [
        ("tc to hope on the landline. says she is fine.", "tc to Child K on the landline. says she is fine."),
        ("12.3.19 t/c pearl. no reply.", "12.3.19 t/c MGM. no reply."),
        ("sv to hope at aunts. quiet.", "sv to Child K at aunts. quiet."),
        ("spoke to mr drewe re contact. rang back.", None),
        ("pearl drew rang from work. upset.", "MGM rang from work. upset."),
        ("cd hear kettle. pearl's coat on the hook", "cd hear kettle. MGM's coat on the hook"),
    ],
)
def test_lower_case_names_go_where_only_a_name_can_stand(
    say: Callable[[str], str], draft: str, published: str | None
) -> None:
    said = say(f"Hope Lindqvist and Pearl Drew live there.\n\n{draft}").partition("\n\n")[2]
    if published is None:
        assert "drewe" not in said
    else:
        assert said == published


@pytest.mark.parametrize(
    "text",
    [
        "she said there is hope. a pearl button was found.",
        "he drew a pearl. in the summer it was hot.",
        "no hope of change. mother of pearl inlay.",
        "will ring. may not attend. the field was wet.",
    ],
)
def test_the_words_stay_in_the_same_notes(say: Callable[[str], str], text: str) -> None:
    assert say(f"Hope Lindqvist and Pearl Drew live there.\n\n{text}").partition("\n\n")[2] == text


@pytest.mark.parametrize(
    ("draft", "published"),
    [
        ("Aunt can take H and B but not P.", "Aunt can take Child K and Father but not MGM."),
        ("Dad of H rang.", "Dad of Child K rang."),
        ("He asked again; P said no.", "He asked again; MGM said no."),
        ("Vitamin B and plan H were discussed.", "Vitamin B and plan H were discussed."),
        ("Section P says so. Hepatitis B was ruled out.", "Section P says so. Hepatitis B was ruled out."),
    ],
)
def test_single_letters_are_people_where_people_stand(say: Callable[[str], str], draft: str, published: str) -> None:
    said = say(f"Hope Lindqvist, Björn Lindqvist and Pearl Drew live there.\n\n{draft}").partition("\n\n")[2]
    assert said == published


@pytest.mark.parametrize(
    ("draft", "published"),
    [
        ("Seen with Mr D & Mrs P Drew.", "Seen with [name] & MGM."),
        ("DREW Pearl B 30/04/61", "MGM B 30/04/61"),
        ("Nath turned up late.", "[name] turned up late."),
        ("Nathaniel O'Shea", "[name]"),
        ("Pearl & Hope were seen.", "MGM & Child K were seen."),
    ],
)
def test_neighbours_of_a_name_are_taken_in_or_left_whole(say: Callable[[str], str], draft: str, published: str) -> None:
    assert say(f"Hope Lindqvist and Pearl Drew live there.\n\n{draft}").partition("\n\n")[2] == published


@pytest.mark.parametrize(
    ("draft", "published"),
    [
        ("Look at #JusticeForLindqvist now.", "Look at [handle] now."),
        ("Item #12 and #RefreshedPolicy stand.", "Item #12 and #RefreshedPolicy stand."),
        ("N A T H A N I E L was there.", "Sibling 1 was there."),
        ("Options A B C D E were weighed.", "Options A B C D E were weighed."),
    ],
)
def test_names_in_hashtags_and_letters_apart_go(say: Callable[[str], str], draft: str, published: str) -> None:
    assert say(f"Nathaniel Drew and Hope Lindqvist live there.\n\n{draft}").partition("\n\n")[2] == published


HASTY = "Hope Lindqvist, Pearl Drew and Bill Archer live or work there. PC Will Field too.\n\n"


@pytest.mark.parametrize(
    ("draft", "published"),
    [
        ("texted nurse pearl. no reply.", "texted nurse MGM. no reply."),
        ("neighbour pearl let me in. quiet.", "neighbour MGM let me in. quiet."),
        ("nate and hope here for tea. all ate.", "Sibling 1 and Child K here for tea. all ate."),
        ("in the kitchen. hope said she was sad.", "in the kitchen. Child K said she was sad."),
        ("rang at six. pearl can have them sat.", "rang at six. MGM can have them sat."),
        ("26/9 am pearl d. all well.", "26/9 am MGM. all well."),
        ("27/9 am pd. nate settled.", "27/9 am MGM. Sibling 1 settled."),
        ("seen by mr a. at home. fine.", "seen by Social Worker 2. at home. fine."),
        ("pearl asked for nathan'l. all quiet. nate saw natha.", None),
    ],
)
def test_people_in_notes_without_capitals(say: Callable[[str], str], draft: str, published: str | None) -> None:
    said = say(HASTY + draft).partition("\n\n")[2]
    assert said == published if published else "natha." not in said


PLANTS = Resolver(
    validated(
        PseudonymMap,
        {
            "id": "X",
            "review_type": "SAR",
            "people": [
                {"id": "A", "role": "subject", "pseudonym": "Adult A", "forename": "Fern", "surname": "Ostrava"},
                {"id": "B", "role": "son", "pseudonym": "Son", "forename": "Robin", "surname": "Ostrava"},
                {"id": "C", "role": "carer", "pseudonym": "Carer 1", "forename": "Robin", "surname": "Tellick"},
            ],
        },
    )
)


@pytest.mark.parametrize(
    ("draft", "published"),
    [
        ("he does not know fern. shouts.", "he does not know Adult A. shouts."),
        ("quiet. fern a saint. slept.", "quiet. Adult A a saint. slept."),
        ("out with fern. slept.", "out with Adult A. slept."),
        ("gave fern her meds. slept.", "gave Adult A her meds. slept."),
        ("fern not up yet. left note.", "Adult A not up yet. left note."),
        ("said to fern it was late. slept.", "said to [name] it was late. slept."),
        ("FERN IN BED. SLEPT.", "[name] IN BED. SLEPT."),
        ("she put a fern in a pot. a robin came.", "she put a fern in a pot. a robin came."),
        ("pot of fern. two fern plants. fern on the wall.", "pot of fern. two fern plants. fern on the wall."),
        ("She put fern in a pot. It grew.", "She put fern in a pot. It grew."),
    ],
)
def test_what_can_be_counted_has_an_article_or_is_somebody(draft: str, published: str) -> None:
    assert rewritten(PLANTS, "Fern Ostrava lives there.\n\n" + draft)[0].partition("\n\n")[2] == published


@pytest.mark.parametrize(
    "text",
    [
        "we hope to ring. mum drew breath. dad may come.",
        "she sang with hope. full of love and hope.",
        "the pearl was lost. a bill came. another bill will come.",
        "pain in l leg. 5 mg po pd. sat at table.",
        "a field day. it was in the field. the summer a wash-out.",
    ],
)
def test_the_same_words_as_words(say: Callable[[str], str], text: str) -> None:
    assert say(HASTY + text).partition("\n\n")[2] == text


@pytest.mark.parametrize(
    "written", ["Nathanielowi", "Lindqvistami", "Nathany", "Bjorny", "Mrs Lyndkvist", "Natanyel", "Auntie Summar"]
)
def test_names_as_other_languages_and_ears_have_them_are_shown(say: Callable[[str], str], written: str) -> None:
    assert written not in say(f"Nathaniel Drew and Björn Lindqvist came. She gave it to {written} at once.")


@pytest.mark.parametrize(
    ("draft", "published"),
    [
        ("Babcia Pearl sang.", "MGM sang."),
        ("We saw Mam-gu Pearl at home.", "We saw MGM at home."),
        ("we saw khala pearl at home.", "we saw MGM at home."),
        ("He thanked Pani Zoe and left.", "He thanked GP 1 and left."),
    ],
)
def test_kin_and_titles_of_other_languages_go_with_the_name(
    say: Callable[[str], str], draft: str, published: str
) -> None:
    assert say("Pearl Drew and Dr Müller-Hart met.\n\n" + draft).partition("\n\n")[2] == published


@pytest.mark.parametrize("text", ["Drewitt's shop", "FRONT ROOM, PEAR TREE", "Brought in by car. Syrian food."])
def test_what_is_no_near_spelling_stays(say: Callable[[str], str], text: str) -> None:
    assert say(text) == text
