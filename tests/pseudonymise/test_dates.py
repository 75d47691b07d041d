"""Dates, times and ages as they stand under each policy, in the words of the reader."""

from __future__ import annotations

import pytest
from dating import POLICIES, changer, map_with, mentions, under

from reviewdocs.errors import InputError
from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise.dates import DateChanger

SAME = None
"""Nothing changes."""

# text, then what stands there under month-year, year, relative to 12 March 2019, and moved back by 60 weeks.
TABLE = (
    # Written in figures
    ("Seen on 12/03/2019 by GP.", "Seen in March 2019 by GP.", "Seen in 2019 by GP.", "Seen on Day 1 by GP.",
     "Seen on 16/01/2018 by GP."),
    ("12.3.19 telephone call", "March 2019 telephone call", "2019 telephone call", "Day 1 telephone call",
     "16.1.18 telephone call"),
    ("12-Mar-19: seen", "March 2019: seen", "2019: seen", "Day 1: seen", "16-Jan-18: seen"),
    ("logged 2019-03-12T23:40 here", "logged March 2019 here", "logged 2019 here", "logged Day 1 here",
     "logged 2018-01-16T23:40 here"),
    ("20190312 log", "March 2019 log", "2019 log", "Day 1 log", "20180116 log"),
    ("3.3.19-5.3.19", "March 2019", "2019", "Nine days before Day 1-seven days before Day 1", "7.1.18-9.1.18"),
    ("Seen 14–03–2019.", "Seen March 2019.", "Seen 2019.", "Seen Day 3.", "Seen 18–01–2018."),
    ("Seen 14032019.", "Seen March 2019.", "Seen 2019.", "Seen Day 3.", "Seen 18012018."),
    ("Seen 14,03,2019", "Seen March 2019", "Seen 2019", "Seen Day 3", "Seen 18,01,2018"),
    ("seen 14-15/03/2019", "seen March 2019", "seen 2019", "seen Day 3 to Day 4", "seen 18-19/01/2018"),
    ("Seen on 14.III.2019.", "Seen in March 2019.", "Seen in 2019.", "Seen on Day 3.", "Seen on 18.I.2018."),
    ("Logged 2019-03-12T23:40:00Z", "Logged March 2019", "Logged 2019", "Logged Day 1", "Logged 2018-01-16T23:40:00Z"),
    # Typed or read wrong
    ("seen 14 Marhc 2019", "seen March 2019", "seen 2019", "seen Day 3", "seen 18 January 2018"),
    ("seen I4 March 2O19", "seen March 2019", "seen 2019", "seen Day 3", "seen 18 January 2018"),
    # In words
    ("He left on the 3rd of March 2019.", "He left in March 2019.", "He left in 2019.",
     "He left nine days before Day 1.", "He left on the 7th of January 2018."),
    ("On March 3rd, 2019 he left", "In March 2019 he left", "In 2019 he left", "Nine days before Day 1 he left",
     "On January 7th, 2018 he left"),
    ("On the third of March 2019 he left", "In March 2019 he left", "In 2019 he left",
     "Nine days before Day 1 he left", "On the seventh of January 2018 he left"),
    ("On Tuesday 12 March 2019 he left", "In March 2019 he left", "In 2019 he left", "On Day 1 he left",
     "On Tuesday 16 January 2018 he left"),
    ("ON 03 MAR 2019 HE LEFT", "IN MARCH 2019 HE LEFT", "IN 2019 HE LEFT", "NINE DAYS BEFORE DAY 1 HE LEFT",
     "ON 07 JAN 2018 HE LEFT"),
    # Named days
    ("He came on Boxing Day 2018.", "He came in December 2018.", "He came in 2018.",
     "He came about 11 weeks before Day 1.", "He came on 1 November 2017."),
    ("He came on Easter Sunday 2019.", "He came in April 2019.", "He came in 2019.",
     "He came about six weeks after Day 1.", "He came on 25 February 2018."),
    # Weeks, ranges, lists
    ("Visit planned w/c 7 November 2022.", "Visit planned in November 2022.", "Visit planned in 2022.",
     "Visit planned about four years after Day 1.", "Visit planned w/c 13 September 2021."),
    ("seen 3–5 March 2019", "seen March 2019", "seen 2019",
     "seen nine days before Day 1 to seven days before Day 1", "seen 7–9 January 2018"),
    ("between 3 and 5 March 2019 he left", "in March 2019 he left", "in 2019 he left",
     "between nine days before Day 1 and seven days before Day 1 he left", "between 7 and 9 January 2018 he left"),
    ("from 28 Feb to 2 March 2019", "from February to March 2019", "in 2019",
     "from 12 days before Day 1 to ten days before Day 1", "from 4 Jan to 6 January 2018"),
    ("from 12 March 2019 to 14 March 2019", "in March 2019", "in 2019", "from Day 1 to Day 3",
     "from 16 January 2018 to 18 January 2018"),
    ("on 12, 14 and 19 March 2019", "in March 2019", "in 2019", "on Day 1, Day 3 and Day 8",
     "on 16, 18 and 23 January 2018"),
    ("Thursday 14 - Friday 15 March 2019", "March 2019", "2019", "Day 3 to Day 4",
     "Thursday 18 - Friday 19 January 2018"),
    ("30 December 2018 to 2 January 2019", "December 2018 to January 2019", "2018 to 2019",
     "About ten weeks before Day 1", "5 November 2017 to 8 November 2017"),
    # Sentences
    ("On the night of 3 March 2019 police came.", "One night in March 2019 police came.",
     "One night in 2019 police came.", "One night nine days before Day 1 police came.",
     "On the night of 7 January 2018 police came."),
    ("on or around 3 March 2019", "in or around March 2019", "in or around 2019", "nine days before Day 1",
     "on or around 7 January 2018"),
    ("the 12 March 2019 meeting", "the March 2019 meeting", "the 2019 meeting", "the Day 1 meeting",
     "the 16 January 2018 meeting"),
    ("a letter dated 12 March 2019", "a letter dated March 2019", "a letter dated 2019", "a letter dated Day 1",
     "a letter dated 16 January 2018"),
    # Months and years
    ("In March 2017 they moved.", SAME, "In 2017 they moved.", "About two years before Day 1 they moved.",
     "In January 2016 they moved."),
    ("since late March 2017", SAME, "since 2017", "since about two years before Day 1", "since late January 2016"),
    ("They married in 2015.", SAME, SAME, "They married about four years before Day 1.", "They married in 2014."),
    ("In the summer of 2018 he left.", SAME, "In 2018 he left.", "About eight months before Day 1 he left.",
     "In the summer of 2017 he left."),
    # Births
    ("She was born on 14 May 2018.", "She was born in May 2018.", "She was born in 2018.",
     "She was born about ten months before Day 1.", "She was born on 20 March 2017."),
    ("DOB 14/05/18", "DOB May 2018", "DOB 2018", "DOB about ten months before Day 1", "DOB 20/03/17"),
    # Clock times
    ("On 12 March 2019, at about 23:40, he rang.", "In March 2019, he rang.", "In 2019, he rang.",
     "On Day 1, late in the evening, he rang.", "On 16 January 2018, at about 23:40, he rang."),
    ("At 08:14 on 12 March 2019 she rang.", "In March 2019 she rang.", "In 2019 she rang.",
     "In the morning on Day 1 she rang.", "At 08:14 on 16 January 2018 she rang."),
    ("It was lost. At 08:14, she rang.", "It was lost. She rang.", "It was lost. She rang.",
     "It was lost. In the morning, she rang.", SAME),
    ("from 23:00 on 3 March 2019 to 04:00 on 4 April 2019", "from March 2019 to April 2019", "in 2019",
     "from the late evening nine days before Day 1 to early hours on Day 24",
     "from 23:00 on 7 January 2018 to 04:00 on 8 February 2018"),
    ("12 March 2019 23:40: call", "March 2019: call", "2019: call", "Day 1 late evening: call",
     "16 January 2018 23:40: call"),
    ("He stayed until 6.15pm. He left.", "He stayed until the evening. He left.",
     "He stayed until the evening. He left.", "He stayed until the evening. He left.", SAME),
    ("He slept from 10.00 to 12.30, at home", "He slept, at home", "He slept, at home", "He slept, at home", SAME),
    ("He rang (23:40) and left", "He rang and left", "He rang and left", "He rang (late evening) and left", SAME),
    ("11/03/2020 | 09:50 | GP", "March 2020 | – | GP", "2020 | – | GP", "About 12 months after Day 1 | Morning | GP",
     "16/01/2019 | 09:50 | GP"),
    ("12/03/2019, 14:00 hrs, school", "March 2019, school", "2019, school", "Day 1, afternoon, school",
     "16/01/2018, 14:00 hrs, school"),
    # Ages
    ("Aged 7 weeks and 3 days, she fell.", "Aged under three months, she fell.", "Aged under one year, she fell.",
     "Aged under three months, she fell.", SAME),
    ("a ten-week-old baby", "an under-three-months-old baby", "an under-one-year-old baby",
     "an under-three-months-old baby", SAME),
    ("He was 32 months old.", "He was two years old.", "He was two years old.", "He was two years old.", SAME),
    ("aged two years and seven months", "aged two years", "aged two years", "aged two years", SAME),
    ("a 14-month-old boy", "a one-year-old boy", "a one-year-old boy", "a one-year-old boy", SAME),
)  # fmt: skip


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
@pytest.mark.parametrize("policy", POLICIES)
def test_every_form_follows_the_policy(row: tuple[str | None, ...], policy: str) -> None:
    text, wanted = row[0], row[1 + list(POLICIES).index(policy)]
    assert text is not None
    assert under(policy, text) == [text if wanted is SAME else wanted]


@pytest.mark.parametrize("policy", ["month-year", "year", "relative"])
@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_a_second_run_changes_nothing(row: tuple[str, ...], policy: str) -> None:
    once = under(policy, row[0])
    assert under(policy, *once) == once


@pytest.mark.parametrize(
    "text",
    [
        "The Children Act 1989 and the Care Act 2014 apply.",
        "Working Together to Safeguard Children (2018) says so.",
        "Research (Smith, 2016) and (HM Government, March 2015) says so.",
        "Smith et al. (2020) agree.",
        "The guidance was updated on 12 March 2019.",
        "Brandon, M. and others (2012) New learning. Available at: https://example.example/2012 (Accessed 12 May 2021)",
        "An Ofsted inspection in March 2019 found it good.",
        "See section 4.10.21 and paragraph 6.14; the budget of 2019/20; LCSPR-2025-03.",
        "Open 9am to 5pm, Monday to Friday.",
        "BP 118/76, 5 of 12 visits, £12.50.",
        "Page\n4\nMarch of the women",
        "She may march on. He will try in the spring.",
    ],
)
@pytest.mark.parametrize("policy", POLICIES)
def test_statutes_publications_and_numbers_stay(policy: str, text: str) -> None:
    assert under(policy, text) == [text]


def test_a_date_without_a_year_gets_none_that_nobody_wrote() -> None:
    assert under("month-year", "On 2 May 2019 he came.", "On the 3rd of June he left.") == [
        "In May 2019 he came.",
        "In June he left.",
    ]


def test_where_the_year_counts_it_is_told_from_the_dates_around() -> None:
    texts = ("On 20 December 2018 he came.", "On 3 January he left.", "On the 9th he wept.")
    assert under("year", *texts) == ["In 2018 he came.", "In 2019 he left.", "In 2019 he wept."]
    assert under("shift", *texts) == ["On 26 October 2017 he came.", "On 9 November he left.", "On the 15th he wept."]
    assert under("relative", "On 3 May he left.", "He came on 2 April 2019.")[0].startswith("About seven weeks after")


def test_a_date_of_birth_tells_no_year_of_the_events() -> None:
    assert (
        under("year", "Born on 14 May 2011.", "On 3 March he left.", "On 9 March 2019 he came.")[1]
        == "In 2019 he left."
    )


def test_the_weekday_decides_between_years() -> None:
    assert under("shift", "On 5 January 2020 he came.", "Mon 6/1 08.15 rang") == [
        "On 11 November 2018 he came.",
        "Mon 12/11 08.15 rang",
    ]


@pytest.mark.parametrize(
    ("policy", "text"),
    [
        ("relative", "On the 14th he left."),
        ("shift", "On the 14th he left."),
        ("shift", "31 April 2019"),
        ("relative", "Eid al-Fitr 2019"),
    ],
)
def test_what_cannot_be_told_blocks(policy: str, text: str) -> None:
    (mention,) = mentions(policy, text)
    assert (mention.outcome, mention.replacement) == (Outcome.UNDECIDED, "[date]")
    assert mention.alternatives


def test_a_birth_that_the_map_knows_is_told_for_one_however_it_is_written() -> None:
    forms = ("14/05/2018", "14 May 2018", "May 14th, 2018", "2018-05-14", "140518", "the fourteenth of May 2018")
    for written in forms:
        (mention,) = mentions("month-year", f"Seen {written}.")
        assert (mention.category, mention.refs) == (Category.DOB, ("CHILD",))


def test_each_change_says_what_and_why() -> None:
    assert [(m.category, m.evidence) for m in mentions("year", "On 3 March 2019 at 23:40, aged 7 weeks, he fell.")] == [
        (Category.DATE, ("date", "policy year")),
        (Category.TIME, ("clock time", "policy year")),
        (Category.AGE, ("age", "policy year")),
    ]


def test_a_reference_keeps_its_own_date_and_no_other() -> None:
    source = "Brandon, M. (2012) Learning. Available at: https://example.example (Accessed 12 May 2021)"
    assert under("month-year", f"{source}\nSeen on 3 May 2021.") == [f"{source}\nSeen in May 2021."]
    assert under("month-year", "She accessed help on 3 May 2021.") == ["She accessed help in May 2021."]


def test_a_name_keeps_its_place() -> None:
    text = "On 3 May he left."
    name = Mention(("text", 0), 5, 8, "May", Category.PERSON, ("CHILD",), Outcome.KEPT, None)
    assert under("month-year", text, taken=[name]) == [text]


def test_the_number_of_a_designation_is_no_day() -> None:
    assert under("month-year", "Nurse 1 March 2019") == ["Nurse 1 March 2019"]
    once = under("month-year", "Nurse 1 12/03/2019 called")
    assert under("month-year", *once) == once == ["Nurse 1 in March 2019 called"]


def test_a_number_that_a_name_becomes_is_no_day_either() -> None:
    name = Mention(("text", 0), 5, 9, "Kian", Category.PERSON, ("SIB",), Outcome.REPLACED, "Sibling 1")
    assert under("month-year", "seen Kian 3 May 2019", taken=[name]) == ["seen Kian in May 2019"]


def test_hidden_characters_and_odd_spaces_do_not_hide_a_date() -> None:
    assert under("month-year", "Seen on 12\u00a0March\u202f2019 and 1\u200b3/03/2019.") == ["Seen in March 2019."]


def test_a_map_that_does_not_say_how_far_moves_all_its_documents_alike_and_by_whole_weeks() -> None:
    one, two = DateChanger(map_with({"policy": "shift"})), DateChanger(map_with({"policy": "shift"}))
    paragraph = Paragraph("text", 0, "Tuesday 12 March 2019")
    moved = {changer.mentions([paragraph], ())[0].replacement for changer in (one, two)}
    assert len(moved) == 1
    assert moved.pop() not in (None, paragraph.text)


def test_relative_dates_need_an_anchor() -> None:
    with pytest.raises(InputError, match="anchor"):
        DateChanger(map_with({"policy": "relative"}))


def test_dates_moved_before_are_told_and_stay() -> None:
    paragraph = Paragraph("text", 0, "on 16/01/2018 and 12 March 2019")
    found = changer("shift").mentions([paragraph], (), written_by_us={"16/01/2018"})
    assert [mention.text for mention in found] == ["12 March 2019"]
