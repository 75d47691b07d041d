"""Law that a review cites: judgments with their parties and judges, and days on which the law or the country changed.

The judgments of courts of appeal are precedents, named by every review that argues from them. One of a court of first
instance may be the family's own, so that counts only where the line argues from it: "see", "applied in", "X v Y".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from reviewdocs.detect.recognise import SECONDS

_PARTY = r"(?:[A-Z](?![\p{L}])(?:[-–][A-Z])?|\p{Lu}[\p{L}'’-]+|R\s\([^)\n]{1,60}\))"
_WORD = r"(?:of|and|the|for|on|in|by|&|a)"
_PARTIES = rf"{_PARTY}(?:,?\s(?:{_WORD}\s){{0,3}}{_PARTY}){{0,8}}"
_NAMED = rf"{_PARTIES}(?:\s\([^)\n]{{1,80}}\)){{0,3}}"
_REPORTS = (
    r"[\[(](?:19|20)\d\d[\])],?\s(?:\d{1,3}\s)?(?:AC|QB|KB|Ch|Fam|WLR|FLR|FCR|All\sER|Cr\sApp\sR|PTSR|MHLR|COPLR|EHRR|"
    r"ECHR|SC|SLT|LGR|CCLR|HLR|Med\sLR|BMLR)\s\d{1,4}(?:\sat\s\d+)?"
)
CITATION = (
    r"(?:\[(?:19|20)\d\d\]\s(?:UKSC|UKHL|UKPC|EWCA\s(?:Civ|Crim)|NICA|CSIH)\s\d{1,4}(?:\s\([^)\n]{1,12}\))?"
    rf"|{_REPORTS})"
)
"""A judgment of a court of appeal, or one in the law reports: [2015] UKSC 20, [1999] 2 FLR 527, (1998) 29 EHRR 245."""

FIRST_INSTANCE = (
    r"\[(?:19|20)\d\d\]\s(?:EWHC|EWFC|EWCOP|UKUT|UKFTT|EAT|CSOH|NIFam|NIQB|NIKB|NICh|MHLO)(?:\s(?:B|Fam|Admin|QB|KB))?"
    r"\s\d{1,5}(?:\s\((?:B|Fam|Civ|Admin|QB|KB|Ch|AAC|T[1-3]|COP|HESC)\))?"
)
"""A judgment of a court of first instance or a tribunal, which may be the family's own."""

_ANY_CITATION = rf"(?:{CITATION}|{FIRST_INSTANCE})"
CASE = (
    rf"(?<![\p{{L}}])(?:(?:Re|In\s(?:re|the\smatter\sof)|v\.?)\s)?{_NAMED}"
    rf"(?:;?\s(?:(?:v\.?|and|Re)\s)(?:the\s)?{_NAMED}){{0,3}}(?:,?\s{_ANY_CITATION}){{1,3}}"
)
"""A cited judgment, with its parties."""

_STRASBOURG = (
    rf"{_NAMED}\sv\.?\s(?:the\s)?\p{{Lu}}\p{{L}}+(?:\s\p{{Lu}}\p{{L}}+)?\s"
    r"\(App(?:lication|n)?\.?\s(?:[Nn]os?\.?\s)?\d+/\d+\)"
    r"(?:,?\s(?:Grand\sChamber|GC))?(?:,\s\d{1,2}\s\p{Lu}\p{L}+\s\d{4})?"
)
"""A judgment of the European Court of Human Rights by its application number."""

_ARGUED = regex.compile(
    r"\b(?i:see|cf|per|held|principles?|applied|applies|followed|following|considered|explained|approved|said\sin|"
    r"words\sof|guidance|test|courts?\s(?:made|have|has|held)|relied\s(?:on|upon)|took\sme\sto|regard\sto|duty|law|"
    r"authorit(?:y|ies)|case\sof|in\swhich|ruled|established|standard\sof\sproof|(?:confirmed|decided|decision)\sin|"
    r"reminder|summarised|at\sparagraphs?|paras?)\b|\sv\.?\s"
)
_OWN = regex.compile(
    r"\b(?i:neutral\scitation|case\sno|this\s(?:family|child|case|matter)|these\s(?:proceedings|children)|"
    r"(?:his|her|their|the\sfamily'?s?|the\schild(?:ren)?'?s?)\s(?:own\s)?(?:judgment|proceedings|case|hearing)|"
    r"judgment\s(?:was|is|has\sbeen)\s(?:published|reported|given|handed)|(?:published|reported)\s(?:as|at|under)|"
    r"fact-?finding\sjudgment|the\sfamily\scourt\sfound|was\sheard)\b"
)
CITED_SOMEHOW = regex.compile(_ANY_CITATION)
"""A citation of any court."""

JUDGE = (
    r"(?:(?:Lord|Lady)\s(?:Chief\s)?Justice\s|Lords?\s|Lady\s|Baroness\s|Sir\s|Dame\s)"
    r"\p{Lu}[\p{L}'’-]+(?:\s(?:of\s)?\p{Lu}[\p{L}'’-]+){0,2}"
    r"|\p{Lu}[\p{L}'’-]+(?:\sand\s\p{Lu}[\p{L}'’-]+)?\s(?:J|JJ|LJ|LJJ|P|MR|CJ|LCJ|JSC|SCJ)\b"
)
"""A judge of a higher court, where a judgment is cited: Lord Stephens, MacDonald J."""

_OFFENCE = r"(?:an?|the)\s(?:(?:specific|separate|criminal|new|stand-?alone|statutory)\s){0,3}(?:offence|crime)\b"
_MADE = (
    rf"(?:became|has\sbeen|was\smade|is)\s{_OFFENCE}|(?:was|were)\s(?:criminalised|outlawed|banned|abolished|repealed)"
)
_LOCKED = (
    r"(?:[Nn]ational|[Ff]irst|[Ss]econd|[Tt]hird|UK|COVID(?:-19)?|[Cc]ovid(?:-19)?|[Cc]oronavirus|[Pp]andemic)\s"
    r"(?:(?:national|COVID(?:-19)?|[Cc]ovid(?:-19)?|pandemic)\s){0,2}(?:lockdowns?|restrictions?)"
)
_PANDEMIC = (
    rf"(?:{_LOCKED}|[Ll]ockdown|[Tt]he\spandemic|(?:COVID-19|[Cc]ovid-19|[Cc]oronavirus)\s(?:pandemic|restrictions?))"
)
_BEGAN = (
    r"(?:(?:was|were)\s(?:first\s)?(?:announced|declared|imposed|introduced|lifted|eased)|began|started|commenced|"
    r"ended|came\sinto\s\w+|took\seffect)"
)
_SO = r"[^.\n;\d]{0,20}?\s(?:on|from|until|since)\s(?:the\s)?"

DATED = (
    # Coercive control became an offence on 29 December 2015
    rf"\b(?:{_MADE}){_SO}(?P<x>%s)",
    rf"\b(?:[Oo]n|[Ff]rom|[Ss]ince)\s(?P<x>%s),?\s[^.,;\n]{{3,60}}?\s(?:{_MADE})",
    rf"\b(?:{_OFFENCE})\s(?:since|from)\s(?P<x>%s)",
    # The first national lockdown began on 23 March 2020 (and ended on …)
    rf"\b{_PANDEMIC}\s{_BEGAN}{_SO}(?P<x>%s)",
    rf"\b{_PANDEMIC}\s{_BEGAN}{_SO}[^.;\n]{{6,24}}?\sand\s{_BEGAN}{_SO}(?P<x>%s)",
    rf"\b{_LOCKED}\s(?:of|on|from)\s(?P<x>%s)",
    rf"\b(?P<x>%s),?\s(?:when\s|the\s(?:day|date)\s(?:that\s|on\swhich\s)?)?(?:the\s)?{_PANDEMIC}\s{_BEGAN}",
    rf"\b(?:[Bb]ans?|[Ll]aws?|[Ll]egislation|[Dd]ut(?:y|ies)|[Oo]ffences?|[Pp]rohibition)\b[^.;\n\d]{{0,40}}?\s{_BEGAN}{_SO}(?P<x>%s)",
    r"\b[Ff]rom\s(?P<x>%s),?\s(?:the|this)\s(?:new\s|revised\s|statutory\s)*(?:guidance|law|Act|duty|Code|Regulations)\b",
    r"\bSchools\s(?:were\s)?(?:closed|re-?opened)(?:\s(?:nationally|to\s[^.;\n\d]{3,30}?))?\son\s(?P<x>%s)",
    r"\b(?:Royal\sAssent|passed\sinto\slaw|became\slaw)\s(?:on|from)\s(?P<x>%s)",
    r"\b(?:[Oo]n)\s(?P<x>%s),?\s(?:the\s)?(?:Prime\sMinister|[Gg]overnment|World\sHealth\sOrgani[sz]ation)\s"
    r"(?:announced|declared|imposed|lifted|introduced)\b",
)
"""Days of public law and of the pandemic, `x`, with a place for how a day is written."""


def cited(text: str) -> Iterator[tuple[int, int]]:
    """Every judgment cited as law, and every judge named in a line that cites one.

    Raises:
        TimeoutError: when an expression takes too long.
    """
    reached = 0
    for citation in CITED_SOMEHOW.finditer(text, timeout=SECONDS):
        if citation.start() < reached:
            continue
        start, end = text.rfind("\n", 0, citation.start()) + 1, text.find("\n", citation.end())
        end = reached = len(text) if end < 0 else end
        if not (_CITATION.search(text, start, end) or _is_argued(text, start, end)):
            continue
        for expression in (_CASE, _JUDGES, _CITATION):
            for match in expression.finditer(text, start, end, timeout=SECONDS):
                yield match.span()
    for match in _ABROAD.finditer(text, timeout=SECONDS):
        yield match.span()


def notes(text: str) -> Iterator[tuple[int, int]]:
    """Every citation that is law: of courts of appeal, and of others where a line argues from them."""
    for citation in CITED_SOMEHOW.finditer(text, timeout=SECONDS):
        start, end = text.rfind("\n", 0, citation.start()) + 1, text.find("\n", citation.end())
        if _CITATION.fullmatch(citation[0]) or _is_argued(text, start, len(text) if end < 0 else end):
            yield citation.span()


@lru_cache(maxsize=64)
def _is_argued(text: str, start: int, end: int) -> bool:
    """Whether a line argues from what it cites, and does not speak of the family's own judgment."""
    case = _CASE.search(text, start, end, timeout=SECONDS)
    return case is not None and _ARGUED.search(text, start, end) is not None and not _OWN.search(text, start, end)


_CITATION, _CASE, _JUDGES, _ABROAD = map(regex.compile, (CITATION, CASE, JUDGE, _STRASBOURG))
