"""Chairs of public inquiries, and those whose deaths the whole country knows by name."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.detect.lines import near_line_of
from reviewdocs.model.mentions import Category

HITS = (
    Example("the statutory inquiry into abuse, chaired by «Professor Alexis Jay»"),
    Example("the Inquiry, under its former Chair, «Justice Tolverne»"),
    Example("the work was continued by «Professor Alexis Jay»", by_model=False),
    Example("the deaths of «Victoria Climbié» and others"),
)
MISSES = (
    Example("the inquiry was led by «Zdenka Tolverne»"),
    Example("seen at home by «Margaret Flynn», who weighed him"),
    Example("«Professor Tolverne» examined the child"),
)

_LED = regex.compile(
    r"\b(?i:inquiry|public\sinquiries|independent\sreview|national\sreview|royal\scommission)\b[^.;\n]{0,120}"
    r"\b(?i:chair(?:ed|man|woman|ship)?|led|headed|under|continued)\b[^.;\n]{0,40}$"
)
_NEAR = 90
_PUBLIC = regex.compile(
    r"\b(?i:inquir(?:y|ies)|reports?|national(?:ly)?|chair\w*|baroness|lord|dame|sir|professor|(?:deaths?|murders?|killings?|case|tragedy|death)\s"
    r"of|since|onwards|law|rule|protocol|named\safter|lessons|(?:19|20)\d\d|prevention\sof\sfuture\sdeaths|legacy)\b"
)
"""How what the whole country knows is spoken of: others may have the same name."""
_TITLED = regex.compile(
    r"(?:Lord|Lady|Baroness|Sir|Dame|Justice|Mr\sJustice|Mrs\sJustice|Professor|Prof|The\sRt\sHon)\b"
)


def _silences(find: Find) -> bool:
    name = find.end - len(_TITLED.sub("", find.found).lstrip())
    around = find.text[max(0, find.start - _NEAR) : find.end + _NEAR]
    if _PUBLIC.search(around) and any(
        span.kind == "inquiries" and span.start <= name and find.end <= span.end
        for span in find.passage.known.about(name, find.end)
    ):
        return True
    if find.category is not Category.PERSON or not _TITLED.match(find.found):
        return False
    first, _ = near_line_of(find.text, find.start, find.end)
    return _LED.search(find.text[first : find.start]) is not None


FILTER = Filter(
    name="inquiries",
    leaves_out="public inquiries and their chairs",
    why="Inquiries and national reviews are known by these names throughout the country.",
    source="Inquiries Act 2005 and GOV.UK for inquiries and chairs; published national reviews for the cases",
    silences=_silences,
)
