"""Awareness days and weeks, festivals, bank holidays."""

from __future__ import annotations

import regex

from reviewdocs.detect.around import is_usual_forename
from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.detect.lines import SENTENCES, near_line_of
from reviewdocs.language.titles import TITLES
from reviewdocs.model.mentions import Category

HITS = (
    Example("Anti-Slavery Day («18 October»)", Category.DATE, by_model=False),
    Example("Safer Sleep Week, «14 March 2017»", Category.DATE, by_model=False),
    Example("Data Protection Day; Safer «Internet Day»"),
    Example("closed on bank holidays, including «Boxing Day»", Category.DATE, by_model=False),
)
MISSES = (
    Example("She was found on «Boxing Day».", Category.DATE, by_model=False),
    Example("told «Mr Day» so"),
    Example("born in «Bala» on St David's Day", Category.PLACE),
    Example("She rang on Monday, «18 October».", Category.DATE, by_model=False),
)

_CAMPAIGN = regex.compile(
    r"(?<![\p{L}'’-])(?:\p{Lu}[\p{L}'’-]*+\s(?:(?:of|and|the|for|against)\s){0,2}){1,6}(?:(?<=\p{L}\s)Week|Fortnight|Month|(?<=(?:\p{Lu}[\p{L}'’-]*\s\p{Lu}[\p{L}'’-]*|\p{Lu}\p{L}*-\p{L}+)\s)Day)\b"
)
"""A week, month or day that is called something; two words at least before a day, which is a surname too."""
_WHEN = regex.compile(r"^(?:\s?\(|,\s|\s(?:on|from|of|was|is|in)\s|:\s|\s[–-]\s)?$")
_HOLIDAYS = regex.compile(
    r"\b(?i:bank\sholidays?|public\sholidays?|closed|opening\shours|festivals?|religious|school\sholidays?|calendar|"
    r"no\smeeting|celebrat\w+|campaigns?|including)\b"
)
_FESTIVAL = regex.compile(
    r"(?i:(?:christmas|boxing|new\syear['’]?s|may|st\s(?:andrew|david|george|patrick)['’]?s|valentine['’]?s|remembrance|"
    r"mother['’]?s|father['’]?s)\s(?:day|eve)|good\sfriday|easter\s(?:sunday|monday)|hogmanay|diwali|eid(?:\sal-\w+)?|hanukkah|"
    r"passover|ramadan|vaisakhi|bonfire\snight|halloween|25\sdecember|26\sdecember|1\sjanuary)"
)
_STARTS_LIFE = regex.compile(r"(?i:birth|death|funeral|wedding|\bdied\b|\bborn\b)")


def _titled(words: str) -> bool:
    """Whether the words are a person's: "Mr Day", "Sir Marlon Day"."""
    first = words.split()[0].casefold().rstrip(".")
    return first in TITLES or is_usual_forename(first)


def _silences(find: Find) -> bool:
    text, start, end = find.text, find.start, find.end
    first, last = near_line_of(text, start, end, SENTENCES)
    for campaign in _CAMPAIGN.finditer(text, max(first, start - 120), min(last, end + 40)):
        within = campaign.start() <= start and end <= campaign.end()
        if within and not _FESTIVAL.fullmatch(find.found) and not _titled(campaign[0]):
            return find.category is not Category.DATE or not _STARTS_LIFE.search(text, first, last)
        if find.category is Category.DATE and campaign.end() <= start and _WHEN.match(text[campaign.end() : start]):
            return True
    if find.category is not Category.DATE or not _FESTIVAL.fullmatch(find.found):
        return False
    sentence = text[first:last]
    return _HOLIDAYS.search(sentence) is not None and not _STARTS_LIFE.search(sentence)


FILTER = Filter(
    name="awareness-days",
    leaves_out="awareness days and festivals",
    why="A campaign day, festival or bank holiday is in everybody's calendar.",
    source="GOV.UK bank holidays; the NHS and United Nations calendars of awareness days",
    silences=_silences,
)
