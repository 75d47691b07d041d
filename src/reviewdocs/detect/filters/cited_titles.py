"""Titles of published works, with their year."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import NAMES, Example, Filter, Find
from reviewdocs.detect.lines import near_line_of
from reviewdocs.language.calendar import MONTH_IN_FULL
from reviewdocs.model.mentions import Category

HITS = (
    Example("The report The «Depths of Dishonour» (2015) had been published.", Category.ORG),
    Example('GUIDANCE: "«RIGHT HELP, RIGHT TIME»"', Category.MEDIA, by_model=False),
    Example("as in The «Myth» of Invisible Men (Child Safeguarding Practice Review Panel, 2021)", Category.PLACE),
)
MISSES = (
    Example("«Zdenka Merrigold» (2015) was her friend."),
    Example("told «Zdenka Merrigold» so"),
    Example('under the headline "«BAKER FOUND DEAD AT HOME»"', Category.MEDIA, by_model=False),
)

_SMALL = "of|and|the|for|in|to|a|an|on|with|at|from|by|is|not|or"
_TITLE = rf"\p{{Lu}}[\p{{L}}'’-]*(?:[\s:,]{{1,2}}(?:\p{{Lu}}[\p{{L}}'’-]*|{_SMALL})){{1,14}}"
_WORK = regex.compile(
    rf"{_TITLE}[\"”’']?\s\((?:\p{{Lu}}[^()\n]{{2,70}},\s)?(?:(?i:{MONTH_IN_FULL})\s)?(?:19|20)\d\d[a-z]?\)"
)
_ABBREVIATED = regex.compile(r"[\"”]?\s\(\p{Lu}{2,8}\)")
_NOT_A_TITLE = regex.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Professor)\b")


def _silences(find: Find) -> bool:
    if find.category is Category.MEDIA:
        first, _ = near_line_of(find.text, find.start, find.end)
        before = find.text[first : find.start]
        return find.found.isupper() and (
            before.strip(' \n"“').isupper() or _ABBREVIATED.match(find.text, find.end) is not None
        )
    if not find.by_model or find.label not in NAMES:
        return False
    for work in _WORK.finditer(find.text, max(0, find.start - 120), min(len(find.text), find.end + 160)):
        title = work[0][: work[0].rindex("(")]
        if (
            work.start() <= find.start
            and find.end <= work.end()
            and len(title.split()) > 2
            and not _NOT_A_TITLE.search(title)
        ):
            return any(word.islower() for word in title.split()) or len(find.found.split()) < len(title.split())
    return False


FILTER = Filter(
    name="cited-titles",
    leaves_out="titles of published works",
    why="It is the title of something published.",
    source="the forms of citation of Harvard and APA style",
    silences=_silences,
)
