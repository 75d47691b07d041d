"""People named beside their role or in a list of those present: "Winifred Ashgrove (Head of Housing)"."""

from __future__ import annotations

from reviewdocs.detect.expressions import NO_BODY, NO_NAME, PERSON_NAME
from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "«Winifred Ashgrove» (Head of Housing)",
    "«Winifred Ashgrove», Director of Nursing",
    "Apologies: «Winifred Ashgrove»",
    "social worker «Winifred Ashgrove» called",
    "Minutes: «Winifred»",
    "her daughter «Winifred» was",
    "chaired by «Winifred Ashgrove», an",
    "Discussed with senior, «Winifred Ashgrove».",
    "Yours sincerely,\n\n«Winifred Ashgrove»",
    "«Winifred Ashgrove»\nHead of Patient Safety",
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
    "Social Worker, Assessment Team",
    "her brother Monday",
    "the lead Agency",
    "discussed with Children's Services",
    "chaired by Cafcass",
    "spoke to Mother",
    "led by Barset Police",
)

_ROLE = (
    r"(?:[\p{Lu}][\p{L}'-]+\s(?:(?:and|for|of)\s)?){0,4}"
    r"(?:Head\sof|Director|Manager|Lead\b|Nurse|Doctor|GP\b|Chair|Officer|Inspector|Superintendent|Sergeant|Constable|"
    r"Worker|Practitioner|Executive|Consultant|Author|Solicitor|Midwife|Teacher|Headteacher|Co-?ordinator|"
    r"Commissioner|Registrar|Paediatrician|Psychiatrist|Psychologist|Advis[eo]r|Lawyer|Reviewer|Visitor|Advocate|"
    r"IDVA|AMHP|Therapist|Pharmacist|Governor|Chaplain|Analyst|Auditor|Clerk|Secretary|Administrator|Assistant)"
)
_FULL = rf"(?=[\p{{L}}'-]+\s){NO_NAME}{NO_BODY}{PERSON_NAME}"
_LABEL = (
    r"(?:Present|Members?|Apologies|Attendees|In\sattendance|Attending|Minutes|Minute[- ]taker|Chair|"
    r"In\sthe\schair|Author|From|To|Cc|CC|Signed|Taken\sby|Completed\sby|Recorded\sby|Referrer|"
    r"Facilitators?|Interpreter|Owner|Bcc|Investigating\sofficer|Officer\sin\scase|OIC|Next\sof\skin|Emergency\scontact)"
)
_BEFORE = (
    r"(?i:\b(?:social\sworker|health\svisitor|school\snurse|midwife|teacher|solicitor|manager|consultant|paediatrician|"
    r"psychiatrist|registrar|foster\scarers?|landlord|pastor|imam|tutor|childminder|key\sworker|support\sworker|"
    r"care\sworker|cover\sworker|receptionist|reception|admin|carer|girlfriend|boyfriend|ex-partner|paramedic|named|called|"
    r"representative|senior|caller|lead(?=,)|clinician|interpreter|advocate|staff|sister|brother|daughter|son|husband|wife|friend|cousin|neighbour|colleague|"
    r"chaired\sby|led\sby|written\sby|completed\sby|agreed\sby|allocated\sto|assigned\sto|signed\sby|prepared\sby|"
    r"accompanied\sby|spoke\s(?:to|with)|discussed\swith|telephoned|rang)"
    r",?\s\"?)"
)
_SIGNED = (
    r"^(?i:yours\s(?:sincerely|faithfully)|(?:kind(?:est)?|best|warm)?\s?(?:regards|wishes)|many\sthanks|thanks|"
    r"with\s[\w\s]{0,24}sympathy|sincerely),?\s?(?:\n\0?\n?){1,3}"
)

RECOGNISER = Recogniser(
    "PersonWithRole",
    Category.PERSON,
    (
        Pattern(rf"(?<![\p{{L}}'-])(?P<x>{_FULL})(?=\s\({_ROLE})", score=0.8, anchor=rf"\s\({_ROLE}"),
        Pattern(rf"(?<![\p{{L}}'-]\s)(?<![\p{{L}}'-])(?P<x>{_FULL})(?=,\s{_ROLE})", score=0.7, anchor=rf",\s{_ROLE}"),
        Pattern(rf"^(?P<x>{_FULL})(?=\n{_ROLE})", score=0.7, anchor=rf"\n{_ROLE}"),
        Pattern(rf"^(?:{_LABEL})\s?:\s?(?P<x>{NO_NAME}{NO_BODY}{PERSON_NAME})(?=[\s]?[(;,.\n]|$)", score=0.75),
        Pattern(rf"{_BEFORE}(?P<x>{NO_NAME}{NO_BODY}(?=\p{{Lu}}\p{{Ll}}){PERSON_NAME})", score=0.7),
        Pattern(rf"{_SIGNED}(?P<x>{NO_NAME}{PERSON_NAME})(?=,|\n|$)", score=0.75),
    ),
)
