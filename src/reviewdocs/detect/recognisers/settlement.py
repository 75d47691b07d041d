"""Towns and villages: those of the list after a word of place, any name after words that only a place can follow."""

from __future__ import annotations

from functools import cache

from reviewdocs.detect.countries import large_places
from reviewdocs.detect.expressions import NAME, ORGANISATIONAL, alternatives
from reviewdocs.detect.recognise import Match, Pattern, Recogniser, defined
from reviewdocs.language.lists import entries
from reviewdocs.model.mentions import Category

HITS = (
    "from «Bradford» to",
    "in «Leicester»",
    "moved to «Ashcaster»",
    "the town of «Framling»",
    "FROM «SWANSEA»",
    "a cousin near «Great Yarmouth»",
    "brought up in «Penhallick» by her aunt",
    "He flew to «Erbil» that week",
    "moved from «Penhallick» to «Llanferch» in 2015",
    "an uncle over from «Žilina», who",
    "her family in «Kisumu» rang",
    "came to the United Kingdom from «Zakho» as a child",
    "born Iris Nettlebed in «Penhallick»",
    "staying in «St Ossyth» with friends",
    "is now at «Penhallick».",
    "born in «Penhallick» on New Year's Day",
    "living in «Wick-under-Moor»",
    "working in «Tórshavn»",
    "caravan at «Saltholme Sands»",
    "12 Heron Road, «Penhallick» ZZ99 3CZ",
    "8 Heron Court\n«Penhallick» ZZ9 3CZ",
    "4 Mill Lane,\n«Penhallick»\n",
)
MISSES = (
    "in Working",
    "from Mother",
    "to Preston's office",
    "Reading improved",
    "in October",
    "at Birmingham Children's Trust",
    "in England",
    "born in Poland",
    "her family in Sri Lanka",
    "working in Partnership with families",
    "moved to Wren's house",
    "moved to Year 7",
    "moved to Town 1",
    "moved to Hospital",
    "living in Supported Accommodation",
    "now in Reception",
    "now at Stage 2",
    "works in Housing",
    "a friend in Year 9",
    "staying in Ward C",
    "she moved to Child A's room",
    "living in May",
    "moved to Early Help",
    "came to light from Police records",
)


@cache
def _towns() -> str:
    return "|".join(sorted(entries("reviewdocs.detect.data", "towns.txt"), key=len, reverse=True))


_AT = r"(?i:\b(?:in|from|to|near|at|outside|via|around|born\sin|of)\s)"
_END = (
    r"(?!['-]?\p{L}|\s\p{Lu}\p{L}+\s(?:Trust|Council|Partnership|Board)|\s(?:Road|Street|Lane|House|School|Council|"
    r"City|County|Safeguarding|Hospital|Police|University|Prison|Crown|Magistrates|Children's|Health|NHS|Review|"
    r"Protocol|Centre|Trust))"
)
_ENDINGS = (
    "caster|cester|chester|minster|thorpe|bourne|worth|combe|ingham|ington|borough|burgh|haven|mouth|hampton|stead|"
    "wick|thwaite|ford|bury"
)

_ORG = alternatives(ORGANISATIONAL)
_NO_PLACE = alternatives(
    "May Year Reception Key Stage Tier Level Step Phase Section Ward Foster Supported Supporting Secure Local "
    "Primary Secondary Special Specialist Prison Custody Police Intensive Paediatric Early Band Class Sixth Teams "
    "Zoom Town City Village County Borough District Country Area Region Street Road Nursery Sheltered Temporary "
    "Emergency Residential Extra Independent House Flat Room Unit Bed Bay English Arabic Polish Urdu Welsh Group "
    "Individual Full Part Private Public Green Red Amber Placement Accommodation Respite Hospice Rehab Crisis "
    "Refuge Retirement Agency Doctor Surgery Retail Construction Security Catering Mrs Ms Mr Dr GP Universal Good "
    "Poor Great Fear Poverty Isolation Line Court"
)
_NOT_ALONE = defined("no_place", rf"(?:{_ORG}|{_NO_PLACE})\b")
_PART = rf"(?!{_NOT_ALONE}){NAME}"
_SAINT = r"(?:(?:St|Saint|North|South|East|West|Great|Little|Upper|Lower|New|Old|Long|High)\.? )?"
_JOINED = (
    r"(?:-(?:on|upon|under|le|in|by|the|next|super)-(?:the-)?| (?:upon|under|le) | on (?=(?:the )?(?:Avon|Sea|Trent|"
    r"Tees|Thames|Tyne|Wye|Water|Solent|Dee|Don|Severn|Spey|Wold)\b))"
)
_ANY_PLACE = (
    rf"(?=\p{{Lu}}\p{{Ll}}){_SAINT}{_PART}(?:{_JOINED}{_PART}| {_PART}){{0,2}}(?!['-]?\p{{L}}|\s\d|\s\p{{Lu}}\b|"
    rf"'s\b| {_NOT_ALONE})"
)
_KINSFOLK = (
    r"(?:family|relatives|relations|cousins?|aunt|auntie|uncle|sisters?|brothers?|mother|father|mum|dad|parents|"
    r"grandparents|grandmother|grandfather|friends?|son|daughter|in-laws)"
)
_DWELLING = (
    r"(?:house|flat|bed-?sit|home|address|caravan|job|shop|bakery|hotel|holiday|dentist|mosque|church|farm|business)"
)
_ONLY_A_PLACE = (
    r"(?i:\b(?:born\s(?:\p{Lu}[\p{L}'-]+\s){0,3}in|(?:born|b\.)\s(?:on\s)?[\d/.-]{6,10}\sin|(?:brought|grew|"
    r"growing)\sup\s(?:in|near)|raised\sin|(?:moved|moving|relocated|moves|move)\s(?:back\s|out\s|away\s)?(?:to|"
    r"from)|(?:live|lives|lived|living|stay|stays|stayed|staying|resides?|resided|residing|settled|works?|worked|"
    r"working)\s(?:now\s|alone\s|away\s|mostly\s)?(?:in|near)|(?:flew|flown|fly|flies|travel|travels|travelled|"
    r"travelling|deported|evacuated|trip|journey)\s(?:back\s|home\s)?(?:to|from)|(?:drove|drive|driving|came|"
    r"come)\s(?:up|down|over|here|home)\s(?:to|from)|over\sfrom|originally\sfrom|came\sto\s(?:the\s)?(?:UK|"
    r"United\sKingdom|country|England|Britain|Wales|Scotland)[^.;\n]{0,20}\sfrom|"
    rf"{_KINSFOLK}\s(?:is\s|are\s|was\s|were\s|back\s)?(?:in|near)|{_DWELLING}\s(?:in|at|near|outside)|"
    r"(?:married|buried|educated|studied|schooled)\s(?:in|at)|fled|now\s(?:back\s)?(?:in|at))\s)"
)
_AFTER_A_STREET = (
    r"\b\d{1,4}[A-Za-z]?\s[^\n,\d]{2,30}\s(?:Road|Rd|Street|St|Lane|Avenue|Ave|Close|Drive|Crescent|Terrace|Grove|"
    r"Gardens|Place|Way|Row|Court|Square|Hill|Green|Park|View|Fold|Mews)\.?,(?:\s|\s?\n)"
)


_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b"


def _below_a_country(match: Match) -> bool:
    """Whether it is no country or region: those are told by the hundred in any report, and lead to nobody."""
    return match["x"] not in large_places()


RECOGNISER = Recogniser(
    "Settlement",
    Category.PLACE,
    (
        Pattern(rf"{_AT}(?P<x>(?:{_towns()})){_END}", score=0.65),
        Pattern(rf"{_AT}(?P<x>(?i:{_towns()})){_END}(?<=\p{{Lu}}{{4}})", score=0.6),
        Pattern(
            rf"(?i:\b(?:in|near|outside|moved\sto|lived\sin|lives\sin|born\sin|town\sof|village\sof|city\sof|"
            rf"hamlet\sof)\s)(?P<x>\p{{Lu}}\p{{Ll}}{{2,}}(?:{_ENDINGS}))\b{_END}",
            score=0.6,
        ),
        Pattern(
            r"(?i:\b(?:town|village|city|hamlet|suburb)\sof\s)(?P<x>\p{Lu}\p{Ll}+(?:[ -](?:\p{Lu}\p{Ll}+|on|"
            r"upon|le|under|in)){0,3})",
            score=0.75,
        ),
        Pattern(
            rf"(?<=\b(?:moved?|moving|came|travelled|drove)\sfrom\s[^\n.;,]{{3,30}}\sto\s)(?P<x>{_ANY_PLACE})",
            score=0.6,
            accept=_below_a_country,
            anchor=r"\sfrom\s",
        ),
        Pattern(rf"{_ONLY_A_PLACE}(?P<x>{_ANY_PLACE})", score=0.6, accept=_below_a_country),
        Pattern(
            rf"(?<![\p{{L}}'-] )(?P<x>{_ANY_PLACE})(?=,?[ \n]{_POSTCODE})",
            score=0.7,
            accept=_below_a_country,
            anchor=_POSTCODE,
        ),
        Pattern(
            rf"{_AFTER_A_STREET}(?P<x>{_ANY_PLACE})(?=\n|$|,|\.|\s[A-Z]{{1,2}}\d)",
            score=0.65,
            accept=_below_a_country,
        ),
    ),
)
