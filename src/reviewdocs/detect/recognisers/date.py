"""Dates with a day, in every way people write them."""

from __future__ import annotations

from reviewdocs.detect import dates
from reviewdocs.detect.recognise import FIGURE, Match, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "seen on «12/03/2019»",
    "«12.3.19» telephone call",
    "«3rd of March» visit",
    "«March 3rd, 2019»",
    "«Boxing Day 2018»",
    "«w/c 7 November»",
    "«2019-03-12T23:40»",
    "«Mon 8 March 2021»",
    "by «12 July».",
    "«02-Oct-2021» review",
    "«Wednesday, 9 October 2019»",
    "«4th Jan 2021»",
    "«14/03». Radio",
    "the «fourth of July»",
    "«12-14 March 2020»",
    "«FRIDAY 24 JUNE 2022»",
    "on the «14th» he rang",
    "«Christmas Day» was quiet",
    "«Feb 22nd» review",
    "«20200304» log",
    "«12/3» - HV visit",
    "«5th nov 2021»",
    "«Aug Bank Holiday Monday 2018»",
    "«3 march 2020»",
    "18/9/22 Seen by HV.\n«25/9» Group session, both there.",
    "6 June. Rang twice.\n«9/6». Nan at the gate.\n«11/6»\nTwo bags packed.",
    "28.11.21 Home visit\n«3/12» No reply",
    "3rd Nov. Quiet day.\n«6th». Refused lunch.",
    "thanks for your letter of the «21st».",
    "seen on «17/4» by the locum",
    "nothing heard by the «30th», so",
    "the night of the «2nd», when",
    "bail until «Tues 9/5»; then",
    "Seen on «Weds 7th».",
    "«Sun 14». Picnic.\n«Tues». Rang.",
    "«Mon 6/1» 08.15 wash",
    "14/02/22 Seen.\n«9th» No entry.",
    "first visit since the referral of «8/1».",
    "meeting «7/6» 2pm",
    "returned on «Tuesday last».",
    "«wed 26 feb» met at surgery",
    "operation «30th».",
    "contact on the «27th» went well",
    "«Coronation Day 2023»",
    "5/8 Home visit.\n«6/8» Weighed.",
    "A | Write to carers | «15/3»\nB | Send the log | «22/4»",
    "to see them at home – by «30/6»",
    "8/8 rang.\n«11th» nowt to report\n12/8 quiet",
    "typed «12 0ctober 2023»",
    "seen «l4 Ju1y 2O22»",
)
MISSES = (
    "March 2019",
    "in the spring of 2020",
    "section 4.10.21 applies",
    "BP 118/76",
    "open 24/7",
    "2019/20 budget",
    "5/52 old",
    "Working Together 2018",
    "Chapter 3 May help",
    "on the 5th of each month",
    "4 may attend",
    "12 marks out of 20",
    "paragraph 6.14",
    "£12.50",
    "on the 5th floor",
    "10 decisions",
    "Christmas Fair",
    "10/11 rooms were full.",
    "on the 9th centile",
    "by the 4th visit",
    "on the 2nd and 3rd occasions",
    "from the 1st floor",
    "of the 21st century",
    "present on 3/4 visits",
    "scored on 2/7 days",
    "weight on 75th.",
    "she came 4th.",
    "ratio 1/2 pint",
    "open Mon 9.30",
    "every Tues",
    "pain 7/10 at 2pm",
    "| Attended | 3/4 |",
    "by 2/3 of staff",
    "8/8 rang.\n11th floor lift broken",
    "12 0ctopus toys",
)

_AT_START_OR_AFTER = r"(?:^|[|\n\t]|\b(?:on|by|from|since|dated|until|to|and|for|of)\s|,\s)$"


def _not_a_day_of_month(match: Match) -> bool:
    """Whether "4 May" is a date and not a number before a verb or a quantity ("Table 4 May differ")."""
    before = match.string[max(0, match.start() - 12) : match.start()].lower()
    return not before.rstrip().endswith(
        ("chapter", "table", "figure", "section", "appendix", "question", "paragraph", "page")
    )


RECOGNISER = Recogniser(
    "Date",
    Category.DATE,
    (
        *(Pattern(expression, score=0.9, accept=dates.plausible) for expression in dates.NUMBERS),
        *(Pattern(e, score=0.9, accept=_not_a_day_of_month) for e in (dates.DAY_MONTH, dates.MONTH_DAY)),
        Pattern(dates.DAY_WORD_MONTH, score=0.9, anchor=dates.ORDINAL_WORD),
        Pattern(dates.FEAST, score=0.9, anchor=dates.OF_A_FEAST),
        Pattern(dates.DAY_SLASH_MONTH, score=0.7, context=_AT_START_OR_AFTER, before=9, accept=dates.no_fraction),
        Pattern(dates.COMPACT, score=0.7),
        Pattern(dates.ROW_START, score=0.6),
        Pattern(dates.BARE_ORDINAL, score=0.7),
        Pattern(dates.ENTRY_DAY_MONTH, score=0.65, accept=dates.entry),
        Pattern(dates.ENTRY_ORDINAL, score=0.65, accept=dates.entry),
        Pattern(dates.ENTRY_WEEKDAY, score=0.55, accept=dates.weekday_of_an_entry, anchor=dates.WEEKDAY),
        Pattern(dates.WEEKDAY_DAY, score=0.6),
        Pattern(dates.IN_A_CELL, score=0.6, accept=dates.slashed),
        Pattern(dates.MISREAD, score=0.75, accept=dates.misread, anchor=dates.MISREAD_MONTH),
        Pattern(dates.WEEKDAY_SLASH, score=0.8, accept=dates.plausible),
        Pattern(dates.WEEKDAY_LAST, score=0.6, anchor="day last"),
        Pattern(dates.BEFORE_A_TIME, score=0.75, accept=dates.slashed),
        Pattern(dates.ORDINAL_AT_END, score=0.5),
        Pattern(dates.SLASHED, score=0.6, accept=dates.slashed),
        Pattern(dates.ORDINAL_IN_PROSE, score=0.6),
    ),
    anchor=FIGURE,
)
