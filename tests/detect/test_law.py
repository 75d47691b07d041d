"""Judgments and judges that a review cites, and days of public law, are known; the family's own are not."""

from __future__ import annotations

import pytest

from reviewdocs.detect.known import Known
from reviewdocs.model.mentions import Category

KNOWN = Known()


def harmless(marked: str, category: Category) -> bool:
    start, end = marked.index("«"), marked.index("»") - 1
    return KNOWN.harmless(marked.replace("«", "").replace("»", ""), start, end, category)


@pytest.mark.parametrize(
    "text",
    [
        "JB [2021] UKSC 52, in which «Lord Stephens» gave the judgment",
        "«MacDonald J» has said the same of Re S (A Child) [2015] UKSC 20",
        "In Re W (Children) [2010] EWCA Civ 57 «Lady Justice King» agreed",
        "(«Sir James Munby P», [2013] EWCA Civ 1146)",
        "«Montgomery» v Lanarkshire Health Board [2015] UKSC 11",
        "«Osman» v United Kingdom (1998) 29 EHRR 245",
        "Gillick v «West Norfolk» and Wisbech AHA [1986] AC 112",
        "«Cheshire West» [2014] UKSC 19",
    ],
)
def test_cited_law_is_known(text: str) -> None:
    assert harmless(text, Category.PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "«Lord Stephens» lived next door",
        "«HHJ Tolverne» in Re L [2019] EWFC 12",
        "JB [2021] UKSC 52\n«Lord Tolverne» rang",
        "«Zdenka Merrigold» had read JB [2021] UKSC 52",
    ],
)
def test_who_is_near_law_is_not(text: str) -> None:
    assert not harmless(text, Category.PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "Coercive control became an offence on «29 December 2015» (section 76 of the Serious Crime Act 2015).",
        "On «7 June 2022» non-fatal strangulation became a specific offence.",
        "It has been an offence since «7 June 2022».",
        "The first national lockdown began on «23 March 2020».",
        "The second lockdown started on 5 November 2020 and ended on «2 December 2020».",
        "On «23 March 2020» the Prime Minister announced it.",
        "On «23 March 2020», when the first national lockdown began",
        "The Domestic Abuse Act received Royal Assent on «29 April 2021».",
        "The ban on smacking took effect on «21 March 2022».",
        "The pandemic was declared on «11 March 2020».",
        "From «1 June 2023» the guidance applies.",
        "Schools closed to most children on «20 March 2020».",
    ],
)
def test_a_day_of_public_law_is_known(text: str) -> None:
    assert harmless(text, Category.DATE)


@pytest.mark.parametrize(
    "text",
    [
        "He was arrested on «23 March 2020» during lockdown.",
        "On «12 May 2021» he was charged with coercive control, an offence under the Serious Crime Act 2015.",
        "The school closed on «20 March 2019».",
        "Mother left on «29 December 2015», the day after Christmas.",
        "On «3 May 2019» she rang; it became an offence later.",
        "The assault was made an issue of on «3 May 2019».",
    ],
)
def test_a_day_of_the_family_is_not(text: str) -> None:
    assert not harmless(text, Category.DATE)
