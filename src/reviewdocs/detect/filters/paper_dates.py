"""Days in the life of the paper itself: of its publication, approval, versions, meetings and deadlines."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.detect.lines import near_line_of
from reviewdocs.model.mentions import Category

HITS = (
    Example("Date of publication: «17 July 2025»", Category.DATE, by_model=False),
    Example("1.0 | «17/06/2019» | Board Manager | Approved", Category.DATE, by_model=False),
    Example("Please reply within 56 days, by «29 April 2024».", Category.DATE, by_model=False),
    Example("Child protection plans at «31 March» | 171 | 188", Category.DATE, by_model=False),
    Example("Written by the reviewer Accepted by the Board on «20 October 2021»", Category.DATE, by_model=False),
    Example("The first panel meeting was held on «2 July 2019».", Category.DATE, by_model=False),
)
MISSES = (
    Example("He was seen on «17 July 2025».", Category.DATE, by_model=False),
    Example("History of same. Next review «30/10/21».", Category.DATE, by_model=False),
    Example("The assessment was completed on «17 July 2025».", Category.DATE, by_model=False),
    Example(
        "The story was published by her on Facebook after the birth on «17 July 2025».", Category.DATE, by_model=False
    ),
)

_OF_THE_PAPER = (
    r"(?i:publi(?:shed|cation)|date\spublished|presented\sto|"
    r"(?:report|review)\s(?:was\s)?(?:completed|finali[sz]ed|signed\soff|published)|"
    r"(?:date\s)?(?:finali[sz]ed|signed\soff|ratified|approved|adopted|endorsed)|"
    r"(?:agreed|accepted)\sby\sthe\s(?:board|partnership|panel|executive)|"
    r"effective\s(?:from|date)|in\sforce\sfrom|(?:policy|document)\sreview\s(?:date|due)|(?:last\s)?(?:updated|revised)(?:\son)?|"
    r"version(?:\sfor\spublication)?|issued?|issue\s(?:no\.?\s)?\d+|v\d+(?:\.\d+)*|"
    r"date\sof\s(?:issue|publication|approval|this\s(?:report|policy|version))|quality\sassurance\spanel|"
    r"(?:date\s)?submitted\sto\s(?:the\s)?(?:home\soffice|board|national\spanel|partnership)|"
    r"inspection\sdates?|dates?\sof\s(?:the\s)?inspection|fieldwork(?:\sdates?)?|date\sissued|issued\son|"
    r"rapid\sreview\smeeting|decision\sto\scommission|terms\sof\sreference\s(?:were\s)?agreed)"
)
_LABELLED = regex.compile(
    rf"(?:^|[|\t(•*–-]|[.;:]\s|\b(?i:was|were|be|been|is)\s)\W*(?:\p{{L}}+\s){{0,3}}?{_OF_THE_PAPER}\b"
    r"(?![^.;\n]*\b(?:after|before|birth|death|when|where|until|since)\b)[^.;\n\d]{0,45}(?:v\d[\d.]*,\s?)?(?:(?:\d{1,2}(?:\s(?:to|and|[–-]))?|the)\s)?$"
)
_BY_BODY = regex.compile(
    r"\b(?i:accepted|agreed|approved|adopted|ratified|endorsed)\s(?i:by\sthe)\s(?:[\p{L}'’-]+\s){0,5}?"
    r"(?i:board|partnership|panel|executive|committee|sub-?group)\b[^.;\n\d]{0,20}$"
)
_MET = regex.compile(
    r"\b(?i:panel|board|steering\sgroup|sub-?group|executive|partnership|committee)(?:\s\p{L}+){0,2}?\s"
    r"(?i:met|meetings?|events?)\b[^.;\n]{0,40}?\b(?:on|held|place)\s(?:on\s)?(?:the\s)?$"
)
_HISTORY = regex.compile(r"^\W*(?i:v(?:ersion)?\.?\s?)?\d{1,2}\.\d{1,2}\W{0,3}[|\t]\s?$")
"""The first cell of a row in a history of versions."""
_LABEL = 4
"""Most spaces in the cell or line before that is a label."""
_DEADLINE = regex.compile(
    r"\b(?i:repl(?:y|ies)|respon[ds]\w*|answers?|within\s\d+\sdays|no\slater\sthan|deadline|to\sbe\scompleted|due|implement\w*|"
    r"complet\w*\sby|consultation\s\w+|comments?)\b(?:[^.;\n]|i\.e\.){0,60}\bby\s(?:the\s)?$"
)


_ASIDE = regex.compile(r"\s?\([^()\n]{1,60}\)")
_YEAR_END = regex.compile(r"(?:31\sMarch|1\sApril|31\sDecember)")
_COUNTED = regex.compile(r"\b(?i:as\sat|at|on|year\s(?:ending|to|ended)|to|from)\s$")
_FIGURES = regex.compile(r"[|\t%]|\b(?:rate|number|plans|total|per\s10,000)\b")


def _silences(find: Find) -> bool:
    if find.category is not Category.DATE:
        return False
    first, last = near_line_of(find.text, find.start, find.end)
    before = find.text[first : find.start]
    if _YEAR_END.fullmatch(find.found) and _COUNTED.search(before) and _FIGURES.search(find.text, first, last):
        return True
    before = _ASIDE.sub("", before)
    if not before.strip():
        label = find.text[max(0, first - 60) : first].rstrip("\n\0 ").rpartition("\n")[2]
        before = f"{label} " if label.count(" ") <= _LABEL else ""
    return any(expression.search(before) for expression in (_LABELLED, _BY_BODY, _MET, _HISTORY, _DEADLINE))


FILTER = Filter(
    name="paper-dates",
    leaves_out="dates of the paper itself",
    why="The day on which a paper was published or approved, or an answer is due, is no day in anybody's life.",
    source="document control as GOV.UK has it; regulation 29 of the Coroners (Investigations) Regulations 2013",
    silences=_silences,
)
