"""What is only written like a house number: proposed, and told where the rest of what is seen bears it out."""

from __future__ import annotations

from reviewdocs.detect.recognise import FIGURE, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "Blackthorn, «number 7». The green door",
    "in «Room 17», Bluebell Unit",
    "note: neighbour at «43» is another",
    "orchard view, «40 quay st» handover",
    "«44 coppice rise» tenancy",
    "moved to «plot 7».",
    "T RUSU «8 TANNERS BROW»",
)
MISSES = ("about 40 people came", "recommendation 7", "aged 43", "at 43 weeks", "40 per cent", "scored 7", "Room 208.")

_HEAD = (
    r"(?i:road|rd|street|st|avenue|ave|lane|crescent|cres|terrace|drive|grove|gardens|mews|close|walk|way|row|hill|rise|brow|"
    r"view|place|court|square|park|fold|bank|croft|green|parade|quay|wharf|gate|yard|house|lodge|cottages?|villas?|buildings?)"
)

RECOGNISER = Recogniser(
    "LikeAHouseNumber",
    Category.ADDRESS,
    (
        Pattern(
            r"(?<![\p{L}\d])(?P<x>(?i:number|no\.?|rm|flat|fl|apt|plot|caravan|pitch)\s?\d{1,4}[A-Za-z]?)(?![\w.]\d|\p{L})",
            score=0.3,
        ),
        Pattern(r"(?P<x>(?i:room|unit)\s\d{1,3}),\s\p{Lu}", score=0.3),
        Pattern(
            r"\b(?i:at|from|of|to|outside|neighbour)\s(?P<x>\d{1,3}[a-d]?)(?=[,.;:)](?:\s|$)|\s(?:is|was|has|says|rang)\b|$)",
            score=0.2,
        ),
        Pattern(
            rf"(?<![\w.,:/£-])(?P<x>\d{{1,3}}[A-Za-z]?,?\s(?:\p{{L}}[\p{{L}}'’-]*\s){{1,2}}{_HEAD})(?!\p{{L}})",
            score=0.3,
        ),
    ),
    anchor=FIGURE,
    weak=True,
)
