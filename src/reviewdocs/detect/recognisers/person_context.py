"""People told by what they do: who took a call, who is copied in, who was told, who signs an entry."""

from __future__ import annotations

from reviewdocs.detect.expressions import NAME, NO_BODY, NO_NAME, NO_NAME_WORD, alternatives
from reviewdocs.detect.recognise import Match, Pattern, Recogniser
from reviewdocs.language.words import is_english
from reviewdocs.model.mentions import Category

HITS = (
    "referral taken by «Zdenka Merrigold», duty worker",
    "«Zdenka Merrigold», deputy manager, rang",
    "«Zdenka Merrigold», our night porter, heard",
    "Cc: Nettlebed, Iris; «Zdenka Merrigold»",
    "To: «Zdenka Merrigold»; «Łucja Nettlebed»; Duty Desk",
    "Dressing changed, slept well. «Zdenka M.»",
    "Refused lunch. «Tobias M»\n",
    "«Zdenka» from the foodbank said",
    "a chat with «Zdenka» from the night shelter",
    "I asked «Zdenka» in the office for it",
    "Told «Tobias» that it was late",
    "[For «Zdenka»: please check]",
    "a note for the attention of «Tobias»",
    "«Zdenka Merrigold» to report by June",
    "swab seen by «Łucja Nettlebed»",
    "MILKMAN KNOWN AS «TAV POST» GIVES ACCOUNT",
    "wkend. «Tavvy» covering. all fine",
    "MALE GIVES NAME AS «OSRIC BANKS». DRUNK",
)
MISSES = (
    "commissioned by Barset Council",
    "a call taken by Children's Services",
    "Staff from the school said",
    "Advice from the council was late",
    "an Officer from the housing team",
    "Supplements given. Vitamin D.",
    "It was agreed. Plan B.",
    "She was placed. Child A.",
    "Seen at home. Social Worker B.",
    "To: All staff; Duty Team",
    "Cc: Legal Services; Business Support",
    "told Children's Social Care",
    "asked Police to attend",
    "Asked Mother about it",
    "told Social Worker 1",
    "asked GP for it",
    "asked Monday",
    "Early Help, duty worker",
    "Working Together, deputy",
    "Nursery Manager to report by June",
    "Told MARAC that",
    "read by Children",
    "asked in English",
    "told Year 5 about it",
    "wkend. Agency covering both shifts",
    "Review. Locums on call",
    "MALE KNOWN AS VIOLENT AND ARMED",
    "ADDRESS KNOWN AS HIGH RISK",
)

_PLAIN = (
    rf"{NO_NAME_WORD}{NO_NAME}(?<![\p{{L}}'-])\p{{Lu}}[\p{{Ll}}\p{{M}}]+(?:['-]\p{{Lu}}?[\p{{Ll}}\p{{M}}]+)?"
    r"(?![\p{L}-])"
)
"""A capitalised word that can be a name and is not in capitals throughout."""
_FULL = rf"{NO_BODY}{_PLAIN}(?: \p{{Lu}}\.)?(?: (?:van|von|de|da|der|bin|al|el))?(?: {NO_NAME}{NAME}){{1,2}}"
_WORK = (
    r"(?:manager|deputy|head|nurse|worker|officer|teacher|headteacher|midwife|visitor|assistant|adviser|advisor|"
    r"carer|clerk|secretary|receptionist|porter|caretaker|warden|volunteer|solicitor|interpreter|paramedic|"
    r"technician|doctor|consultant|registrar|practitioner|therapist|counsellor|mentor|tutor|coach|supervisor|"
    r"director|co-?ordinator|chair|author|reviewer|neighbour|friend|landlord|landlady|driver|cleaner|cook|"
    r"pharmacist|dentist|vicar|imam|pastor|priest|governor|trustee|councillor|inspector|sergeant|constable|"
    r"detective|lead)"
)
_APPOSITION = (
    rf",\s(?:(?:the|a|an|our|their|his|her|my)\s)?(?:[\p{{Ll}}-]+\s){{0,3}}{_WORK}s?\b"
    r"(?=[,.;:)|\n]|\s(?:at|of|for|in|with|on|from)\b|$)"
)
_BY = (
    r"(?i:\b(?:taken|received|made|seen|written|recorded|logged|signed|typed|witnessed|countersigned|checked|"
    r"reported|answered|supervised|prepared|read|opened|photographed|examined|visited|interviewed|assessed|reviewed|"
    r"minuted|noted|told|driven|met|accompanied|supported|represented|translated|interpreted|covered|raised|shared|"
    r"confirmed|sent)\sby\s)"
)
_LISTED = (
    r"(?<=^(?:To|Cc|CC|Bcc|From|Copied\sto|Copies|Copy|Distribution|Circulation|Attendees|Attending|Present|"
    r"Apologies|In\sattendance|Facilitators)\s?:[^\n]{0,240})(?<=[:;,]\s?(?:and\s)?)"
)
_ADDRESSED = r"(?i:(?:\b(?:for\sthe\sattention\sof|FAO|f\.a\.o\.|note\sfor|message\sfor)|\[for)\s)"
_SPOKEN_TO = r"(?i:\b(?:asked|told|thanked|texted|phoned|emailed|e-mailed|reminded|informed|met|ask|tell|phone|text)\s)"
_AFTER_NAME = (
    r"(?=\s(?:in|at|on|that|to|about|if|whether|why|how|when|what|for|and|who|not|again|by|from|of|the|she|he|they|"
    r"it|his|her|twice|this|today)\b|[,.;:)]|$)"
)
_SET = (
    r"\sfrom\s(?:the|our|his|her|their|my)\s(?:\p{Ll}+\s){0,2}(?:food\s?bank|school|nursery|surgery|office|council|"
    r"hospital|ward|agency|charity|church|mosque|temple|gym|shop|pharmacy|chemist|bank|home|team|service|refuge|"
    r"hostel|shelter|centre|hub|union|helpline|college|pub|club|kitchen|caf[eé]|estate|allotments?|choir|station|"
    r"clinic|unit|project|group|site|street|village)\b"
)
_DID = (
    r"(?=\s(?:\p{Ll}+ly\s|had\s|has\s|also\s|first\s)?(?:said|says|told|rang|rings|called|noticed|visited|saw|came|"
    r"wrote|emailed|phoned|asked|reported|brought|helped|knew|thought|felt|explained|offered|spoke|recalled|"
    r"remembered|heard|attended|arrived|left|was|is|will|has|had)\b)"
)
_NO_SUBJECT = alternatives(
    "Staff Someone Somebody Nobody Everyone Anyone People Advice Information Feedback Evidence Transport Support "
    "Pressure Concern Concerns Letter Letters Email Emails Call Calls Message Messages Report Reports Referral "
    "Referrals Representative Professionals Practitioners Colleagues Workers Teachers Nurses Officers Records Notes "
    "Minutes Data Money Food Help Contact Communication Documents Residents Volunteers Members Parents Pupils "
    "Governor Governors Nothing Something Everything Learning Discharge Discharged Confirmation Response Responses "
    "Correspondence Guidance Apologies Absence Attendance Invitation Notification"
)
_OWN_WORDS = alternatives(
    "Child Adult Mother Father Sibling Sister Brother Plan Ward Grade Group School Doctor Nurse Worker Officer "
    "Agency Hospital Town Unit Appendix Annex Annexe Table Figure Part Section Class Block Bay Category Person "
    "Family Baby Vitamin Schedule Form Room Stage Step Type Tier Level Question Strand Theme Option Item Line Carer "
    "Teacher Midwife Manager Parent Partner Friend Witness Practice Nursery Home House Village City Street Road "
    "Area Region Authority Board Company Site Court Hepatitis Influenza Version Document Exhibit Map Zone Gate "
    "Route Team Phase Model Set Sample Case Review Village"
)


_AT_WORK = r"(?=\s(?:covering|covered|on\s(?:shift|duty|lates?|nights?|earlies|call)|off\ssick|on\sleave)\b)"
_GIVEN_NAME = (
    r"\b(?:KNOWN\sAS|NICKNAMED|ALIAS|AKA|(?:GIVES|GAVE|GIVING)\s(?:\w+\s)?(?:NAME|SURNAME|DETAILS)(?:\s(?:AS|OF))?|"
    r"NAME\sOF|CALLS\s(?:HIMSELF|HERSELF))\s"
)
_IN_CAPITALS = r"(?<![\p{L}'-])\p{Lu}{2}[\p{Lu}'-]+(?![\p{Ll}])"


def _not_plain(match: Match) -> bool:
    """Whether the first word said to be a name is no word of the dictionary."""
    return not is_english(match["x"].split()[0].casefold())


def _someone(match: Match) -> bool:
    """Whether the name begins no sentence, or the sentence goes on as one about a person does."""
    before = match.string[: match.start("x")].rstrip(" \"'([")
    return bool(before) and before[-1] not in ".!?|:;\n\0-–"


RECOGNISER = Recogniser(
    "PersonInContext",
    Category.PERSON,
    (
        Pattern(rf"{_BY}(?P<x>{_FULL})", score=0.7),
        Pattern(rf"(?<![\p{{L}}'-]\s)(?P<x>{_FULL})(?={_APPOSITION})", score=0.7, anchor=_APPOSITION),
        Pattern(rf"{_LISTED}(?P<x>{_FULL})(?=\s?(?:[;,(<|\n]|$|\.\s))", score=0.7, anchor=r"^[A-Z][A-Za-z ]{1,14}\s?:"),
        Pattern(
            rf"(?<=[.!?)\"]\s)(?P<x>(?!(?:{_OWN_WORDS})\b){_PLAIN} \p{{Lu}}\.?)(?=[ \t]*$)",
            score=0.65,
            anchor=r"\s\p{Lu}\.?[ \t]*$",
        ),
        Pattern(rf"(?P<x>(?!(?:{_NO_SUBJECT})\b){NO_BODY}{_PLAIN})(?={_SET}{_DID})", score=0.65, anchor=_SET),
        Pattern(
            rf"(?P<x>(?!(?:{_NO_SUBJECT})\b){NO_BODY}{_PLAIN})(?={_SET})", score=0.65, accept=_someone, anchor=_SET
        ),
        Pattern(
            rf"{_GIVEN_NAME}(?P<x>{NO_BODY}{_IN_CAPITALS}(?: {_IN_CAPITALS})?)",
            score=0.7,
            accept=_not_plain,
            anchor=_GIVEN_NAME,
        ),
        Pattern(
            rf"(?:^|[.;:|]\s)(?P<x>(?!(?:{_NO_SUBJECT}|{_OWN_WORDS})\b){_PLAIN}){_AT_WORK}",
            score=0.6,
            accept=_not_plain,
            anchor=_AT_WORK[3:-1],
        ),
        Pattern(rf"{_ADDRESSED}(?P<x>{NO_BODY}{_PLAIN}(?: {NAME})?){_AFTER_NAME}", score=0.7),
        Pattern(
            rf"{_SPOKEN_TO}(?P<x>(?!(?:{_NO_SUBJECT}|{_OWN_WORDS})\b){NO_BODY}{_PLAIN}(?: {NAME})?){_AFTER_NAME}",
            score=0.6,
        ),
        Pattern(
            rf"(?:^|[|;]\s)(?P<x>{_FULL})(?=\sto\s(?:report|lead|draft|write|circulate|confirm|review|update|check|"
            rf"share|send|ask|contact|"
            r"follow|arrange|complete|provide|present|bring|take)\b)",
            score=0.7,
            anchor=r"\sto\s\p{Ll}",
        ),
    ),
)
