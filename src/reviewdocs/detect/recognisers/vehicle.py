"""Vehicle registrations. The current form stands by itself; older, personal and Irish ones need a vehicle near."""

from __future__ import annotations

from reviewdocs.detect.recognise import FIGURE, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "a van, «AB12 CDE», outside",
    "VEHICLE «AB12CDE»",
    "his car «A123 BCD»",
    "drove off in a «ABC 123D» Fiesta, the car",
    "her car, reg. «D1 XYZ»",
    "the van («P4 UL»)",
)
MISSES = ("form AB12 3CD", "CG12 was cited", "ward C22 bay", "page A12 of", "the plan B12 was followed")

_NEAR = (
    r"\b(?:car|van|vehicle|reg(?:istration)?|registered|index|VRM|plate|driv\w+|drove|motor(?:cycle|"
    r"bike)?|lorry|taxi|moped|scooter|fleet|ford|vauxhall|bmw|audi|corsa|fiesta|transit|golf|astra)\b"
)

RECOGNISER = Recogniser(
    "UkVehicle",
    Category.VEHICLE,
    (
        Pattern(r"\b[A-HJ-PR-Y][A-HJ-PR-Y](?:[05][1-9]|[1-8]\d|[69]0)\s?[A-HJ-PR-Z]{3}\b", score=0.9),
        Pattern(r"\b[a-z]{2}\d{2}\s?[a-z]{3}\b", score=0.8, context=_NEAR, before=40, after=20, any_case=True),
        Pattern(
            r"\b[A-HJ-NPR-TV-Y]\d{1,3}\s?[A-HJ-PR-Z]{1,3}\b|\b[A-HJ-PR-Y]{3}\s?\d{1,3}[A-HJ-NPR-TV-Y]\b",
            score=0.8,
            context=_NEAR,
            before=60,
            after=25,
        ),
        Pattern(
            r"\b[A-Z]\d[A-Z]\s?\d[A-Z]\b|\b[A-Z]{1,3}\s?\d{1,4}\b(?<=\d\d)|\b\d{1,4}\s?[A-Z]{2,3}\b",
            score=0.7,
            context=r"\b(?:reg(?:istration)?|index|VRM|plate)\b(?:\s(?:no|number|mark))?[.:,\s]{0,3}$|\b(?:car|van|"
            r"vehicle),?\s\(?$",
            before=40,
        ),
    ),
    anchor=FIGURE,
)
