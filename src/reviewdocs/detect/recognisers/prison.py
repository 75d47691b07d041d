"""Prisons, young offender institutions, secure homes and approved premises by name."""

from __future__ import annotations

from reviewdocs.detect.expressions import NAME, named
from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "in «HMP Saltmarsh»",
    "«HMYOI Ashgrove»",
    "«Ashgrove Secure Children's Home»",
    "«HMP/YOI Ashgrove Vale»",
    "«Ashgrove Immigration Removal Centre»",
)
MISSES = ("HMP staff", "the Secure Children's Home", "HM Prison and Probation Service", "HMP and probation")
_HEAD = (
    r"(?i:secure\s(?:children's\shome|training\scentre|unit|school)|"
    r"young\soffenders?'?\sinstitution|approved\spremises|immigration\sremoval\scentre|probation\shostel)"
)

RECOGNISER = Recogniser(
    "Prison",
    Category.ORG,
    (
        Pattern(
            rf"\b(?:HMP(?:\s?[/&]\s?(?:HM)?YOI)?|HM\sPrison|HMYOI|YOI|IRC|STC|SCH)\s(?!Service\b|and\b){NAME}(?:\s{NAME})?",
            score=0.9,
        ),
        Pattern(
            named(
                _HEAD,
                generic="the local a youth national",
                most=3,
            ),
            score=0.85,
            anchor=f" {_HEAD}",
        ),
    ),
)
