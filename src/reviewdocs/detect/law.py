"""Law that a review cites: judgments with their parties and judges, and days on which the law or the country changed.

The judgments of courts of appeal are precedents, named by every review that argues from them. One of a court of first
instance may be the family's own, so a citation of that makes nothing harmless.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from reviewdocs.detect.recognise import SECONDS

_PARTY = r"(?:[A-Z](?![\p{L}])|\p{Lu}[\p{L}'’-]+|R\s\([^)\n]{1,40}\))"
_WORD = r"(?:of|and|the|for|on|in|by|&|a)"
_PARTIES = rf"{_PARTY}(?:,?\s(?:{_WORD}\s){{0,3}}{_PARTY}){{0,6}}"
_BRACKETED = r"(?:\s\([^)\n]{1,60}\))?"

CITATION = (
    r"(?:\[(?:19|20)\d\d\]\s(?:UKSC|UKHL|UKPC|EWCA\s(?:Civ|Crim)|NICA|CSIH)\s\d{1,4}(?:\s\([^)\n]{1,12}\))?"
    r"|[\[(](?:19|20)\d\d[\])],?\s(?:\d{1,3}\s)?(?:AC|QB|KB|Ch|Fam|WLR|FLR|FCR|All\sER|Cr\sApp\sR|PTSR|MHLR|COPLR|EHRR|"
    r"ECHR|SC|SLT)\s\d{1,4}(?:\sat\s\d+)?)"
)
"""A judgment of a court of appeal, or one in the law reports: [2015] UKSC 20, [1999] 2 FLR 527, (1998) 29 EHRR 245."""

CASE = (
    rf"(?<![\p{{L}}])(?:(?:Re|In\s(?:re|the\smatter\sof))\s)?{_PARTIES}{_BRACKETED}(?:\sv\.?\s(?:the\s)?{_PARTIES}{_BRACKETED})?"
    rf",?\s{CITATION}"
)
"""A cited judgment, with its parties."""

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
    """Every cited judgment, and every judge named in a line that cites one.

    Raises:
        TimeoutError: when an expression takes too long.
    """
    end = 0
    for citation in _CITATION.finditer(text, timeout=SECONDS):
        if citation.start() < end:
            continue
        start, end = text.rfind("\n", 0, citation.start()) + 1, text.find("\n", citation.end())
        end = len(text) if end < 0 else end
        for expression in (_CASE, _JUDGES):
            for match in expression.finditer(text, start, end, timeout=SECONDS):
                yield match.span()


_CITATION, _CASE, _JUDGES = map(regex.compile, (CITATION, CASE, JUDGE))
