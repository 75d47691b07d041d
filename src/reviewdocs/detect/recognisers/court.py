"""Courts, tribunals and coroners with the place that names them."""

from __future__ import annotations

from reviewdocs.detect.expressions import NAME
from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "sentenced at «Barchester Crown Court»",
    "«Barchester Magistrates' Court»",
    "the «Family Court at Barchester»",
    "«Barchester Coroner's Court» sat",
    "the «West Barsetshire Area Coroner»",
    "«BARCHESTER CROWN COURT»",
    "H.M. Coroner for «West Barset»",
    "the «Old Bailey»",
)
MISSES = (
    "the Crown Court",
    "a Family Court judge",
    "the Coroner was told",
    "The Family Court made an order",
    "In the Crown Court",
)

_KIND = (
    r"(?i:crown\scourt|magistrates'?\scourt|county\scourt|(?:central\s)?family\scourt|youth\scourt|sheriff\scourt|civil\sjustice\scentre"
    r"|combined\scourt(?:\scentre)?|coroner'?s'?\scourt|(?:senior\s|area\s|assistant\s)coroner|employment\stribunal|law\scourts|high\scourt)"
)
_NOT_A_NAME = r"(?!(?:The|A|An|In|At|By|His|Her|HM|And|Her Majesty's|This|That|Each|THE|IN|AT|Senior|Area|Assistant)\b)"

RECOGNISER = Recogniser(
    "UkCourt",
    Category.COURT,
    (
        Pattern(r"\b(?:Central\sCriminal\sCourt|Old\sBailey|Royal\sCourts\sof\sJustice)\b", score=0.9),
        Pattern(
            rf"(?i:\bcoroner\sfor\s(?:the\s(?:county|city)\sof\s)?)(?P<x>{_NOT_A_NAME}{NAME}(?:\s(?:and\s)?{NAME}){{0,3}})",
            score=0.8,
        ),
        Pattern(
            rf"\b{_NOT_A_NAME}{NAME}(?: (?:and |upon |on )?{_NOT_A_NAME}{NAME}){{0,3}} {_KIND}\b",
            score=0.9,
            anchor=f" {_KIND}",
        ),
        Pattern(rf"\b{_KIND}\s(?:sitting\s)?(?:at|in)\s{NAME}(?:\s{NAME})?", score=0.9),
    ),
)
