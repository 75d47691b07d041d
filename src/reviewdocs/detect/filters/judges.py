"""Judges as they are cited, and as they stand at the head of a judgment."""

from __future__ import annotations

from functools import lru_cache

import regex

from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.detect.law import CITED_SOMEHOW
from reviewdocs.detect.lines import near_line_of
from reviewdocs.model.mentions import Category

HITS = (
    Example("to what «Mr Justice Baker» said in Re JS [2012] EWHC 1370 (Fam)"),
    Example("the exercise that «McFarlane LJ» requires"),
    Example("Before: «District Judge Tolverne»"),
    Example("THE HONOURABLE «MR JUSTICE TOLVERNE»"),
)
MISSES = (
    Example("«Judge Tolverne» made a care order for the child."),
    Example("«Mr Tolverne» said so"),
    Example("«Mrs J Tolverne» said so"),
    Example("told «Dave P» so"),
)

_FORM = regex.compile(
    r"(?i:(?:(?:the\s)?hon(?:ourable|\.)?\s)?(?:mr|mrs|ms)\.?\sjustice|(?:lord|lady)\s(?:chief\s)?justice|(?:her|his)\shonou?r(?:\sjudge)?|"
    r"hhj|(?:district|circuit|deputy|tribunal|upper\stribunal)\sjudge(?:\s\([^)\n]{3,30}\))?|recorder|justice|judge)\s"
)
_OF_AN_APPEAL = regex.compile(
    r"(?:(?:Lord|Lady|Baroness|Sir|Dame)\s)?\p{Lu}[\p{L}'’-]+(?:\s(?:of|and)\s\p{Lu}[\p{L}'’-]+)?"
)
_POST = regex.compile(r"(?<=\p{Ll})\s(?:LJ|LJJ|LCJ|JSC|SCJ|JJSC)\b")
_POST_IN_LAW = regex.compile(r"(?<=\p{Ll}{2})\s(?:J|JJ|P|MR|CJ|VP)(?=[\s,;:).]|$)")
_HEAD = regex.compile(r"(?i:^\W*(?:before|coram|judge)\W*$)")
_SAID = regex.compile(
    r"\b(?i:per|words\sof|judgment\sof|observations?\sof|speech\sof|guidance\sof|test\sof)\s(?:the\s)?(?:then\s)?$"
)
_FEW = 10
"""Words at most of a line that is nothing but a judge."""


@lru_cache(maxsize=8)
def _cites(text: str) -> bool:
    return CITED_SOMEHOW.search(text) is not None


def _silences(find: Find) -> bool:
    if find.category not in (Category.PERSON, Category.ORG):
        return False
    text, start, end = find.text, find.start, find.end
    first, last = near_line_of(text, start, end)
    line = text[first:last]
    if _POST.match(text, end) or _POST.search(find.found):
        return True
    in_law = CITED_SOMEHOW.search(line) is not None
    in_judgment = in_law or _cites(text)
    if in_judgment and (_POST_IN_LAW.match(text, end) or _POST_IN_LAW.search(find.found)):
        return True
    if in_law and (_FORM.match(find.found) or (_OF_AN_APPEAL.match(find.found) and _SAID.search(text[first:start]))):
        return True
    called = text[first:start].lstrip()[:6].casefold().startswith(("before", "coram"))
    few = len(line.split(None, _FEW)) <= _FEW
    titled = _FORM.search(text[first:end]) if called or few else None
    if titled is None or titled.start() > start - first:
        return False
    before = text[max(0, first - 40) : first].strip("\n\0 ").rpartition("\n")[2]
    alone = not text[first : first + titled.start()].strip(" (") and few
    return called or (
        alone and (line.isupper() or line.rstrip().endswith(":") or in_judgment or _HEAD.match(before) is not None)
    )


FILTER = Filter(
    name="judges",
    leaves_out="judges as cited",
    why="A judge sits in public office and is named wherever the judgment is cited.",
    source="Judicial Office list of the judiciary; forms of address of the law reports",
    silences=_silences,
)
