"""Employers, firms, landlords, shops, clubs and venues, told by the last word of their name."""

from __future__ import annotations

from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.detect.words import NAME, named
from reviewdocs.model.mentions import Category

HITS = (
    "worked for «Tuffnell Joinery Ltd»",
    "«Pargeter & Hussain LLP»",
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
)

_GENERIC = (
    "adult adults adults' children children's social primary health and secondary acute community end life of local council care personal day respite home domiciliary emergency "
    "intensive palliative continuing integrated foster kinship shared duty residential the a family family's nursing private independent urgent long-term supported "
    "housing secure maternity neonatal antenatal postnatal ante-natal post-natal wound pastoral crisis spiritual after critical person-centred dementia aftercare looked extra planned unscheduled out-of-hours tertiary universal standard quality pressure mouth skin child national in"
)
_HEAD = (
    r"(?i:ltd|limited|llp|plc|solicitors|recruitment|lettings|letting\sagents?|estate\sagents?|housing(?:\sassociation|\strust|\sgroup)?(?!\s(?:authority|benefit|officer|department|team|options|association|needs|manager|act|services|support|register|and|advice))|homes|home\s?care|care(?!\s(?:act|plan|order|leaver|home|provider|package|manage|trust|co-ord|coord|worker|pathway|quality|and|team|programme|proceed|coordinator|staff|services|standards|needs|group|commission|record|assistant|agency|review|navigator))|"
    r"bottling|poultry|foods|bakery|bakers|butchers|joinery|roofing|drainage|plumbing|scaffolding|logistics|haulage|motors|garage|taxis|cars|packaging|textiles|engineering|construction|builders|cleaning|catering|takeaway|caf[eé]|restaurant|stores?|supermarket|hotel|inn|arms|tavern|social\sclub|working\smen's\sclub|"
    r"gym|leisure\scentre|sports\s(?:centre|club)|youth\s(?:club|centre)|community\scentre|children's\scentre|family\scentre|family\shub|resource\scentre|day\scentre|library|crematorium|cemetery|funeral\sdirectors?|credit\sunion|food\s?bank|colts|rovers|athletic|f\.?c\.?|rugby\sclub|football\sclub|boxing\sclub|caravan\spark|holiday\spark|farms?|mill|brewery|factory|services\sltd)"
)

RECOGNISER = Recogniser(
    "Company",
    Category.ORG,
    (
        Pattern(named(_HEAD, generic=_GENERIC), score=0.75),
        Pattern(
            rf"{NAME}(?:\s{NAME}){{0,2}}\s(?:&|and|AND)\s(?:Sons?|SONS?|Co|CO|Daughters?|Partners)\b\.?(?:\s{NAME})?",
            score=0.85,
        ),
        Pattern(rf"\b(?P<x>{NAME}(?:\s{NAME})?\scredit\sunion)\b", score=0.8),
    ),
)
