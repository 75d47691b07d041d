"""People named beside their role or in a list of those present: "Winifred Ashgrove (Head of Housing)"."""

from __future__ import annotations

from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.detect.words import PERSON_NAME
from reviewdocs.model.mentions import Category

HITS = (
    "«Winifred Ashgrove» (Head of Housing)",
    "«Winifred Ashgrove», Director of Nursing",
    "Apologies: «Winifred Ashgrove»",
    "social worker «Winifred Ashgrove» called",
    "Minutes: «Winifred»",
    "«Khalid Ashgrove» (Service Manager, Cafcass);",
)
MISSES = (
    "Head of Housing (Director)",
    "Apologies: none",
    "Early Help, Director of Children",
    "Present: see list",
    "Working Together, Chief Executive",
    "Social Worker 1 (Manager)",
    "Children's Services (Head of Service)",
    "Child A (Mother)",
)

_ROLE = (
    r"(?:(?:Interim|Acting|Deputy|Assistant|Senior|Independent|Lead|Strategic|Named|Designated|Detective|Clinical|Community|Public|Family|Adult|Principal|Consultant|Chief|Group|Team|Service|"
    r"Operations?|Practice|Social|Care|Area|Divisional|Executive|Head|Ward|Station|Safeguarding|Inspection|Neighbourhood|Housing|Independent)\s){0,3}"
    r"(?:Head\sof|Director|Manager|Lead\b|Nurse|Doctor|GP\b|Chair|Officer|Inspector|Superintendent|Sergeant|Constable|Worker|Practitioner|Executive|Consultant|Author|Solicitor|Midwife|Teacher|Headteacher|Coordinator|Co-ordinator|Commissioner|Registrar|Paediatrician|Psychiatrist|Psychologist|Advisor|Adviser|Lawyer|Reviewer|Health\sVisitor|Advocate|IDVA|AMHP)"
)
_COMMON = (
    r"(?!(?i:head|director|early|working|children|childrens|children's|adult|adults|social|health|local|national|independent|panel|review|board|council|police|service|services|team|home|family|"
    r"county|city|borough|district|care|community|mental|public|public|nhs|chief|the|safeguarding|learning|education|housing|child|integrated|assistant|deputy|senior|designated|named|"
    r"detective|strategic|operation|operations|legal|human|human|youth|probation|ambulance|fire|clinical|none|see|consultant|group|practice|executive|primary|acute|general|lead|manager|nurse|serious|domestic|member|members|agency|agencies|department|ministry|office|officer|worker|chair|overview|author|commissioning|inspection|trust|royal|university|st|east|west|north|south|marches|apologies|notes|minutes|present|date|time|dates|venue|location)\b)"
)
_FULL = rf"(?=[\p{{L}}'-]+\s){_COMMON}{PERSON_NAME}"
_LABEL = r"(?:Present|Members?|Apologies|Attendees|In\sattendance|Attending|Minutes|Minute[- ]taker|Chair|In\sthe\schair|Author|From|To|Cc|CC|Signed|Taken\sby|Completed\sby|Recorded\sby|Referrer|Investigating\sofficer|Officer\sin\scase|OIC|Next\sof\skin|Emergency\scontact)"
_BEFORE = r"(?i:\b(?:social\sworker|health\svisitor|school\snurse|midwife|teacher|headteacher|head\steacher|solicitor|manager|consultant|paediatrician|psychiatrist|registrar|foster\scarer|neighbour|landlord|pastor|friend|colleague|tutor|childminder|key\sworker|support\sworker|care\sworker|receptionist|carer|girlfriend|boyfriend|ex-partner|paramedic|called|named),?\s)"

RECOGNISER = Recogniser(
    "PersonWithRole",
    Category.PERSON,
    (
        Pattern(rf"(?<![\p{{L}}'-])(?P<x>{_FULL})(?=\s\({_ROLE})", score=0.8),
        Pattern(rf"(?<![\p{{L}}'-]\s)(?<![\p{{L}}'-])(?P<x>{_FULL})(?=,\s{_ROLE})", score=0.7),
        Pattern(rf"^(?:{_LABEL})\s?:\s?(?P<x>{_COMMON}{PERSON_NAME})(?=[\s]?[(;,.\n]|$)", score=0.75),
        Pattern(rf"{_BEFORE}(?P<x>{_COMMON}(?=\p{{Lu}}[\p{{Ll}}'-]+\s\p{{Lu}}\p{{Ll}}){PERSON_NAME})", score=0.7),
    ),
)
