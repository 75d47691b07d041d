"""Hours of a service, of standing meetings, and deadlines."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.detect.lines import SENTENCES, near_line_of
from reviewdocs.model.mentions import Category

HITS = (
    Example("The team operates from «17:00» to 08:30 and throughout bank holidays.", Category.TIME, by_model=False),
    Example("Monday to «Friday, 9»am to 5pm", Category.DATE, by_model=False),
    Example("Every second Wednesday, «09:30», in committee.", Category.TIME, by_model=False),
)
MISSES = (
    Example("She was found at «17:00».", Category.TIME, by_model=False),
    Example("«02:31» NEIGHBOUR: EVERY WEEK HE SHOUTS", Category.TIME, by_model=False),
    Example("He rang every day, the last time at «17:00».", Category.TIME, by_model=False),
)

_HOUR_FOLLOWS = regex.compile(r"\s?(?:[ap]\.?m\b|[:.]\d\d\s?(?:[ap]\.?m|to|[–-])|\s?(?:to|[–-])\s?\d{1,2}\s?[ap]\.?m)")
_STANDING = regex.compile(
    r"\b(?i:operates?|(?:opening|office|working|operating)\shours|out\sof\shours|opens?\s(?:from|until|between|on|at|daily)|"
    r"every\s(?:(?:second|other|third)\s)?(?:day|week|month|weekday|\w+day)|\w+days?\s(?:to|[–-])\s\w+day|weekdays|daily|"
    r"the\snext\sworking\sday|lines?\s(?:is|are)\sopen|available\s(?:from|between)|bank\sholidays?|(?:after|until|before)\s\d[\d.:apm]*\sand\s(?:at|on)\s(?:the\s)?weekends?)\b"
)


def _silences(find: Find) -> bool:
    if find.category is Category.DATE:
        return _HOUR_FOLLOWS.match(find.text, find.end) is not None
    if find.category is not Category.TIME:
        return False
    first, last = near_line_of(find.text, find.start, find.end, SENTENCES)
    return _STANDING.search(find.text, first, last) is not None and not _TOLD.search(find.text, first, last)


_TOLD = regex.compile(
    r"\b(?i:was|were|had|rang|called|arrived|left|found|died|attended|saw|went|came|spoke|(?:mother|father|child|he|she|her|his))\b"
)


FILTER = Filter(
    name="service-hours",
    leaves_out="hours of services",
    why="The hours of a service or a standing meeting are the same for everybody.",
    source="published opening hours of public services",
    silences=_silences,
)
