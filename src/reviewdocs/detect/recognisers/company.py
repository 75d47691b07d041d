"""Employers, firms, landlords, shops, clubs and venues, told by the last word of their name."""

from __future__ import annotations

from reviewdocs.detect.expressions import NAME, ORGANISATIONAL, named, proper
from reviewdocs.detect.recognise import Match, Pattern, Recogniser
from reviewdocs.language.lists import listed
from reviewdocs.language.running import words_in
from reviewdocs.language.titles import TITLES
from reviewdocs.language.words import is_forename
from reviewdocs.model.mentions import Category

HITS = (
    "worked for «Tuffnell Joinery Ltd»",
    "«Pargeter & Wetherlam LLP»",
    "«Pargeter & Sons»",
    "«Thorne Slope Solicitors»",
    "«Ashgrove Recruitment»",
    "«Tidewater Homes»",
    "«PARGETER & SON ROOFING»",
    "the «Polish credit union»",
    "«Ashgrove Crematorium»",
    "«Barchester Colts»",
    "«Whitebeam Care»",
    "«Ashgrove Poultry»",
    "attends «Larkspur Group» with",
    "He worked at «Pizza Plus» and later at «Time to Talk».",
    "a job at «Big Bargain»",
    "employed by «Quick Clean»",
    "She volunteers for «Second Chance».",
    "shifts at the «Golden Fry»",
    "an apprenticeship with «Bright and Early»",
    "working as a carer for «Kind Hands»",
)
MISSES = (
    "Adult Social Care",
    "Children's Social Care",
    "Local Housing Authority",
    "Housing Association 1",
    "Care Provider 1",
    "Health and Social Care",
    "primary Care",
    "Solicitors for the local authority",
    "Primary Care Trust",
    "Duty of Care",
    "Continuing Healthcare",
    "Early Help",
    "Ltd companies",
    "COLD HOMES",
    "Attended day centre",
    "Barset Integrated Care Board",
    "worked for Adult Social Care and at Children's Services",
    "worked with Early Help",
    "employed by the Local Authority",
    "worked at School 2 and for Employer B",
    "shifts at Care Home 1",
    "He worked for Mother and Father.",
    "working at Gold Level",
    "They worked. Later, at Family Group Conference",
    "worked for Social Worker 2",
    "She worked with Head Teacher and School Nurse",
)

_GENERIC = (
    "adult adults adults' children children's social primary health and secondary acute community "
    "end life of local council care personal day respite home domiciliary emergency "
    "intensive palliative continuing integrated foster kinship shared duty residential the a family "
    "family's nursing private independent urgent long-term supported "
    "housing secure maternity neonatal antenatal postnatal ante-natal post-natal wound pastoral "
    "crisis spiritual after critical person-centred dementia aftercare looked extra planned "
    "unscheduled out-of-hours tertiary universal standard quality pressure mouth skin child national "
    "in"
)
_COMMON_GROUPS = (
    "Core|Family|Working|Focus|Steering|Strategy|Task|Reference|Support|Peer|User|Panel|Toddler|Parenting|Reading|After|"
    "Breakfast|Homework|Youth|Day|Children's|Community|Contact|Freedom|Recovery|Local|Partnership|Professionals"
)
_HEAD = (
    r"(?i:ltd|limited|llp|plc|solicitors|recruitment|lettings|letting\sagents?|estate\sagents?|"
    r"housing(?:\sassociation|\strust|\sgroup)?(?!\s(?:authority|benefit|officer|department|team|options|"
    r"association|needs|manager|act|services|support|register|and|advice|first))|home\s?care|"
    r"bottling|poultry|salads|meats|foods|produce|packing|plastics|bakery|bakers|butchers|joinery|roofing|"
    r"drainage|plumbing|scaffolding|logistics|haulage|couriers|motors|garage|taxis|packaging|textiles|"
    r"engineering|construction|builders|cleaning|catering|takeaway|caf[eé]|restaurant|supermarket|hotel|tavern|"
    r"social\sclub|working\smen's\sclub|gym|leisure\scentre|sports\s(?:centre|club)|youth\s(?:club|centre)|"
    r"community\scentre|children's\scentre|family\scentre|family\shub|resource\scentre|day\scentre|library|"
    r"crematorium|cemetery|funeral\sdirectors?|credit\sunion|food\s?bank|colts|rovers|athletic|f\.?c\.?|"
    r"rugby\sclub|football\sclub|boxing\sclub|caravan\spark|holiday\spark|"
    r"(?:trading|industrial|business)\s(?:estate|park)|brewery|factory)"
)
_HEAD_IN_TITLE_CASE = (
    r"(?:Homes|Care(?!\s(?i:act|plan|order|leaver|home|provider|package|manage|trust|co-?ord|worker|pathway|quality|"
    r"and|team|programme|proceed|staff|services|standards|needs|group|commission|record|assistant|agency|review|"
    r"navigator|board|system|partnership|alliance))|Arms|Inn|Cars|Cabs|Mill|Farms?|Stores?|Dairy|Nurseries|Fisheries)"
)
"""Words too common to be believed in small letters or in a heading in capitals."""
_FIRST = rf"(?:{NAME}|(?:One|Two|First|Second|Third|Next|Your|Our|All|Another)\b)"
"""What begins the name of a firm and no person's."""
_PLAINLY_NAMED = rf"{_FIRST}(?: (?:(?:to|of|and|&|'n'|n|the|for|on|in) ){{0,2}}{NAME}){{1,3}}"
_EMPLOYED = (
    r"\b(?:work(?:s|ed|ing)?|employ(?:s|ed|ment|er)?|jobs?|shifts?|volunteer(?:s|ed|ing)?|apprentice(?:d|ship)?|"
    r"traineeship|wages)\b[^.;:\n]*$"
)
_AT = r"\b(?:at|for|by|with)\s(?:the\s)?"
_NO_EMPLOYER = listed(
    f"{ORGANISATIONAL.casefold()} level levels stage tier head teacher professionals agencies authority authorities "
    "carers parents lead"
)


def _is_an_employer(match: Match) -> bool:
    """Whether capitalised words after "worked at" name a firm, though each is a word: no post, service or stage."""
    words = words_in(match["x"])
    return words[0] not in TITLES and not _NO_EMPLOYER.intersection(words) and not is_forename(words[0])


_AND_KIN = r" (?:&|and|AND) (?:Sons?|SONS?|Co|CO|Daughters?|Partners)"

RECOGNISER = Recogniser(
    "Company",
    Category.ORG,
    (
        Pattern(named(_HEAD, generic=_GENERIC), score=0.75, accept=proper, anchor=f" {_HEAD}"),
        Pattern(named(_HEAD_IN_TITLE_CASE, generic=_GENERIC, most=3), score=0.7, anchor=f" {_HEAD_IN_TITLE_CASE}"),
        Pattern(
            rf"(?i:\b(?:attend(?:s|ed|ing)|member\sof|belong(?:s|ed)\sto|joined|volunteer(?:s|ed)\sat)\s(?:the\s)?)"
            rf"(?P<x>(?!(?:{_COMMON_GROUPS})\b){NAME}(?: {NAME})?\s(?:Group|Club|Circle|Centre|Project|Band|Choir))\b",
            score=0.7,
        ),
        Pattern(
            rf"{NAME}(?: {NAME}){{0,2}}{_AND_KIN}\b\.?(?: {NAME})?",
            score=0.85,
            anchor=_AND_KIN,
        ),
        Pattern(
            rf"{_AT}(?P<x>{_PLAINLY_NAMED})(?![\w'-]|\s(?:\d|\p{{Lu}}\b))",
            score=0.6,
            context=_EMPLOYED,
            before=80,
            accept=_is_an_employer,
        ),
        Pattern(rf"\b(?P<x>{NAME}(?: {NAME})? credit union)\b", score=0.8, anchor=" credit union"),
    ),
)
