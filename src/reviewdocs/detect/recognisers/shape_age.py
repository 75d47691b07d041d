"""What is only written like a small child's age: proposed, and told where the rest of what is seen bears it out."""

from __future__ import annotations

from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.language import numbers
from reviewdocs.model.mentions import Category

HITS = (
    "First visit, «day 11». Cottage cold",
    "said that Lewis, «seven months», weighs",
    "quiet for his age («23 months»)",
    "«D5» visit. Wt down",
    "(«4yrs 3m»!) Cream",
)
MISSES = ("in two stages", "14/20 on the scale", "for years", "May 2021", "24 hours")

_NUMBER = rf"(?:\d{{1,2}}(?:\.5|½|\+\d)?|(?i:{numbers.SIMPLE}))"
_UNIT = r"(?i:days?|weeks?|wks?|months?|mths?|mos?)"

RECOGNISER = Recogniser(
    "LikeAnAge",
    Category.AGE,
    (
        Pattern(rf"(?<![\w.:,/£-])(?P<x>{_NUMBER}[\s-]?{_UNIT}(?:[\s-]old)?)(?!\w)", score=0.2),
        Pattern(r"(?<![\w.:,/£-])(?P<x>\d{1,2}\s?(?i:y|yrs?|years?)\s\d{1,2}\s?(?i:m|mths?|months?))(?!\w)", score=0.3),
        Pattern(r"(?<![\w.:,/£-])(?P<x>(?:[Dd]ay\s|D)\d{1,2})(?![\w/]|[.:]\d)", score=0.2),
    ),
    weak=True,
)
