"""Addresses: house numbers with a street, flats, named houses, rooms, and numbers that stand for a house."""

from __future__ import annotations

import regex

from reviewdocs.detect.expressions import NAME, alternatives
from reviewdocs.detect.recognise import Match, Pattern, Recogniser
from reviewdocs.language import numbers
from reviewdocs.model.mentions import Category

HITS = (
    "moved to «14 Ashgrove Road»",
    "C: «Six Heron Close». Hurry",
    "NEIGHBOUR, «NO 9», RANG",
    "«Flat 2, Heron Court»",
    "«2 HERON COTTAGES»",
    "ARRIVING FROM «5 MILL FOLD».",
    "«Mill House, Ashgrove Lane»",
    "«71a Heron St»",
    "Neighbour at «number 30» reports",
    "lady at «no. 31», who",
    "«Heron Court, 11-13 Mill Parade»",
    "«Flat 13»",
    "«7/3 Mill Tce»",
    "«ul. Kwiatowa 12 m. 3»",
    "«Committee Room C, Corn Exchange»",
    "«12 The Green»",
    "«Apartment 4B»",
    "house number «14»",
    "at «1 The Maltings».",
    "«Unit 3, Heron Trading Estate»",
    "«The Old Forge, Mill Row»",
    "Heron Pt «flat 31», damp",
    "rang from «flat 31a» in tears",
    "«flat 6, Heron House»",
    "the neighbour in «apartment 12»",
    "in the stairwells of «Kestrel House»",
    "on the third floor of «Osprey Point», where",
)
MISSES = (
    "in 2019 Crown Court sat",
    "section 47 Child Protection",
    "10 High Court judges",
    "Two High Court judges",
    "number 24 bus",
    "a flat in the town",
    "3 Park rangers",
    "no. 4 on the list",
    "Recommendation 3 Place children first",
    "Safeguarding, Crown Court",
    "Plan B",
    "flat 12 per cent",
    "a flat 20 minutes away",
    "in flat 2 dimensions",
    "The flat 3 miles off",
)

_TYPES = alternatives(
    "Road Rd Street Str Avenue Ave Av Lane Ln Close Cl Drive Crescent Cres Terrace Tce Terr Gardens "
    "Gdns Grove Gr Place Pl Way Walk Row Fold Parade Mews "
    "Rise View Square Sq Court Ct Hill Green Park Quay Wharf Cottages Buildings Villas Bank Yard "
    "Alley Croft Mount End Esplanade Circus Drove Wynd "
    "Brae Vale Heights Meadow Meadows Orchard Broadway Embankment Parkway Approach Common Chase Dene "
    "Drove Garth Gate Glade Glen Hollow Leas Mill Path "
    "Point Reach Ridge Spinney Strand Towers House Lodge"
)
_STREET_TYPES = alternatives(
    "Road Rd Street Avenue Ave Lane Ln Close Drive Crescent Terrace Tce Terr Gardens Grove Place Way "
    "Walk Row Fold Parade Mews Rise Square Quay Wharf Hill Green Drove"
)
_ST = r"(?:St|ST)\b\.?(?!\s\p{Lu})"
_STREET_TYPE = rf" (?:(?:{_STREET_TYPES})\b|{_ST})"
_LAWFUL = r"(?!(?i:high|crown|county|family|youth|supreme|magistrates'?|coroner's)\s(?i:court)\b)"
_WORDS = rf"{_LAWFUL}(?:{NAME}|The|THE)(?:\s(?:of\s|the\s|and\s)?{NAME}){{0,3}}"
_STREET = rf"(?:{_WORDS}\s(?:{_TYPES}\b|{_ST})|(?:The|THE)\s(?:{_TYPES})\b|(?:Broadway|BROADWAY))"
_NUMBER = r"(?<![\d/.:£-])\d{1,4}[A-Za-z]?(?:\s?[-–/]\s?\d{1,4}[A-Za-z]?)?"
_COUNTED = "|".join(word.title() for word in (*numbers.UNITS[:16], "twenty"))
_UNIT = (
    r"(?:Flat|FLAT|Apartment|APARTMENT|Apt|APT|Maisonette|Bedsit|Plot|Studio|Penthouse)\s(?:\d{1,4}[A-Za-z]?|[A-Z])\b"
)
_SMALL_UNIT = r"(?:flat|apartment|apt|maisonette|bedsit)\s\d{1,4}[a-z]?\b"
_NO_MEASURE = r"(?!\s?(?i:%|per\b|minutes|hours|miles|metres|years|people|dimensions|seconds|pounds|feet))"
_NOT_LABELLED = (
    r"(?<!(?i:section|sections|recommendation|finding|page|chapter|part|table|figure|appendix|s\.|"
    r"ss\.|rec|action|question|standard|article|schedule|level|stage|tier|year|grade|episode|meeting|"
    r"item|version|day|week)\s)"
)

_BLOCK = r"(?:House|Court|Point|Heights|Towers?|Mansions|Lodge|Buildings|View|Gardens|Rise|Wharf)"
_IN_A_BLOCK = (
    r"(?i:\b(?:stairwells?|stairs|landing|flats?|floor|block|tower\sblock|tenants|lifts?|roof|balcony|balconies|caretaker|"
    r"bin\sstore|garages|walkways?)\s(?:of|at|in|outside|behind|below|called|on)\s)"
)
_TITLE = regex.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Cllr|Auntie|Aunt|Uncle)\b\.?(?:\s[\p{L}'-]+){0,3}\s?$")


def _a_house(match: Match) -> bool:
    """Whether a house is named before the street, and not the person who lives there ("Mrs Ashgrove, 8 Mill Fold")."""
    named = match.string[max(0, match.start() - 40) : match.start()] + match[0].split(",")[0]
    return _TITLE.search(named) is None


RECOGNISER = Recogniser(
    "StreetAddress",
    Category.ADDRESS,
    (
        Pattern(rf"(?:{_UNIT},?\s)?{_NOT_LABELLED}{_NUMBER},?\s{_STREET}", score=0.9),
        Pattern(rf"(?:{_COUNTED})\s{_STREET}", score=0.75),
        Pattern(rf"{_UNIT}(?:,\s(?:{_NUMBER}(?:,?\s{_STREET})?|{_WORDS}))?", score=0.9),
        Pattern(
            rf"(?:(?<=\p{{Lu}}[\p{{L}}.'-]+,?\s)|(?<=\b(?i:at|of|from|to|in|into|outside|number)\s))"
            rf"(?P<x>{_SMALL_UNIT})(?:,\s{_WORDS})?{_NO_MEASURE}",
            score=0.8,
        ),
        Pattern(rf"(?P<x>\b{_SMALL_UNIT},?\s(?:of\s|at\s|in\s)?{_WORDS})", score=0.8),
        Pattern(
            rf"(?:(?:The|THE)\s)?{NAME}(?: {NAME}){{0,3}}, (?:{_NUMBER} )?{_LAWFUL}{NAME}"
            rf"(?: {NAME}){{0,2}}{_STREET_TYPE}",
            score=0.8,
            anchor=_STREET_TYPE,
            accept=_a_house,
        ),
        Pattern(
            r"(?i:\b(?:at|from|of|to|outside|opposite|by)\s)(?P<x>(?i:number|no\.?|nos\.?)\s"
            r"\d{1,4}[A-Za-z]?)\b(?!\s(?:on|of|in|bus|and\s\d+\son))",
            score=0.7,
        ),
        Pattern(rf"{_IN_A_BLOCK}(?P<x>{_LAWFUL}{NAME}(?:\s{NAME})?\s{_BLOCK})\b", score=0.85),
        Pattern(r"(?i:\bhouse\s(?:number|no\.?)\s)(?P<x>\d{1,4}[A-Za-z]?)\b", score=0.85),
        Pattern(
            r"(?i:\b(?:at|of|to|from|address:?)\s|^|,\s)(?P<x>\d{1,3}[A-Za-z]?\s(?:The|THE)\s\p{Lu}[\p{L}'-]{3,})(?=[,.;\n]|$)",
            score=0.75,
        ),
        Pattern(rf"\b(?:Unit|Suite)\s\d{{1,4}}[A-Z]?, {NAME}(?: {NAME}){{1,3}}", score=0.85),
        Pattern(
            r"(?i:\b(?:lives|living|lived|placed|moved|moving|back)\s(?:in|to)\s)(?P<x>(?i:room)\s\d{1,4})\b",
            score=0.75,
        ),
        Pattern(r"(?<=,\s)(?P<x>(?i:no)\.?\s\d{1,4}[A-Za-z]?)(?=,)", score=0.7),
        Pattern(
            rf"\b(?:ul\.|al\.|os\.|str\.|Str\.|rue|via|calle|strada|avenida)\s{NAME}(?:\s{NAME})?\s"
            rf"\d{{1,4}}\w?(?:\s?(?:m\.|/)\s?\d+)?(?:,\s\d\d-\d{{3}}\s{NAME})?",
            score=0.85,
        ),
        Pattern(
            rf"\b(?:Committee|Meeting|Conference|Training|Interview)\s?(?:Room|Suite)\s?\w{{1,3}}\b,?\s"
            rf"{NAME}(?:\s{NAME}){{0,2}}",
            score=0.8,
        ),
    ),
)
