"""Makes a designation fit the words beside it: possessive, article, capital, doubled noun, file names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from reviewdocs.language.grammar import article_before
from reviewdocs.pseudonymise.tokens import Tokens

_REACH = 80
"""How many characters on either side of a mention are looked at."""
_DETERMINER = re.compile(
    r"\b(the|a|an|his|her|their|our|my|your|its|this|these|those|each|every|no|another)(\s+)(?:late\s+|old\s+)?$",
    re.I,
)
_COMPASS = re.compile(
    r"(?:\b(?:upper|lower|old|new)|(?i:\b(?:greater|central|inner|outer|(?:north|south|east|west)(?:ern)?)))[ -]$"
)
_LONGEST_DETERMINER = 12
_NUMBERED = re.compile(r"\d$|\s[A-Z]$")
_CLOSES = re.compile(
    r"[.,;:)]|$|['’]|\s+(?:and|in|on|at|to|for|was|is|had|has|who|where|which|with|said|by|from|when|after)\b"
)
_PLURAL = re.compile(r"the\s(?:.*\s)?\w+[^\Ws]s$", re.I)
"""A designation of several people: "the neighbours"."""
_BEGINS_THE = re.compile(r"the\s", re.I)
_GENITIVE, _POSSESSIVE = re.compile(r"['’](?=\s+\w)"), re.compile(r"['’]s\b")
_THE = re.compile(r"\bthe\s+$", re.I)
_ARTICLE = re.compile(r"\b(an?)(\s+)$", re.I)


class Place(NamedTuple):
    """Code points [start, end) of the paragraph that are replaced, and what by."""

    start: int
    end: int
    text: str


def fitted(tokens: Tokens, start: int, end: int, designation: str) -> Place:
    """`designation` for the code points [start, end), in the form the sentence asks for."""
    text = tokens.paragraph.text
    # What is further away has no bearing, and looking at all of a long paragraph for every mention would take too long.
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if _in_file_name(before, after):
        return Place(start, end, re.sub(r"\s+", "_", designation))
    if not _BEGINS_THE.match(text, start, end):
        designation, start = _after_article(before, after, start - _doubled_lead(before, designation), designation)
    designation = capitalised(text, start, designation)
    if _PLURAL.match(designation) and _POSSESSIVE.match(after):
        return Place(start, end + 2, designation + after[0])
    if _GENITIVE.match(after) and text[end - 1] in "sSzZxX" and before[-1:] not in ("'", "‘", "’"):
        return Place(start, end + 1, genitive(designation, after[0]))
    return Place(start, _without_doubled_noun(after, end, designation), designation)


def genitive(designation: str, apostrophe: str = "'") -> str:
    """ "Mother's", and "the neighbours'" of several."""
    return designation + apostrophe + ("" if _PLURAL.match(designation) else "s")


def _in_file_name(before: str, after: str) -> bool:
    return before.endswith(("_", "\\")) or after.startswith(("_", "\\"))


def capitalised(text: str, start: int, designation: str) -> str:
    """A designation that begins with "the" takes a capital where a sentence begins."""
    if not (designation[:1].islower() and text[start : start + 1].isupper()):
        return designation
    opens = text.startswith("The ", start) or re.search(
        r"(?:^|[.!?]\s+[\"“‘'(]?|\n\s*|\|\s*|^\s*[\"“‘'(]|\.\d+\s+|(?:^|\n)\s*(?:[•·*–-]|\(?\w{1,3}[.)])\s+)$",
        text[max(0, start - _REACH) : start],
    )
    return designation[0].upper() + designation[1:] if opens else designation


def former_name_aside(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """The brackets to drop whole when all they say is a former name: "Mrs Drew (née Lindqvist)"."""
    text = tokens.paragraph.text
    if text[end : end + 1] != ")":
        return None
    opening = re.search(
        r"\s*\((?:n[ée]e|born|formerly|previously)\s*:?\s+$", text[max(0, start - _REACH) : start], re.I
    )
    return (start - len(opening.group()), end + 1) if opening else None


def _after_article(before: str, after: str, start: int, designation: str) -> tuple[str, int]:
    """Drop "the" after another determiner and before a number, and agree "a" and "an"."""
    at = _last_word(before)
    superfluous = _DETERMINER.search(before, at) or _COMPASS.search(before, at) or "-" in (after[:1], before[-1:])
    if superfluous and designation.casefold().startswith("the "):
        designation = designation[4:]
    elif _NUMBERED.search(designation) and _CLOSES.match(after) and (the := _THE.search(before, at)):
        return designation, start - len(the.group())
    if article := _ARTICLE.search(before, at):
        right = article_before(designation)
        if article.group(1).casefold() != right:
            right = right.capitalize() if article.group(1)[0].isupper() else right
            return right + article.group(2) + designation, start - len(article.group())
    return designation, start


def _last_word(before: str) -> int:
    """Where a determiner or point of the compass at the end can begin at the earliest: no search need begin sooner."""
    bare = before.rstrip()
    return 0 if bare.casefold().endswith(("late", "old")) else max(0, len(bare) - _LONGEST_DETERMINER)


def _doubled_lead(before: str, designation: str) -> int:
    """How many characters of what stands before are the first word of the designation: "Named Nurse Petra Oldroyd", of
    which the mention holds "Nurse" only."""
    first, _, more = designation.partition(" ")
    doubled = re.search(rf"(?<![\w-]){re.escape(first)}[^\S\n\t]+$", before) if more and first[0].isupper() else None
    return len(doubled.group()) if doubled else 0


def _without_doubled_noun(after: str, end: int, designation: str) -> int:
    """Take in a noun that the designation already ends with: "the Larkfield estate" as "the Estate"."""
    noun = _noun_again(designation)
    following = noun.match(after) if noun else None
    return end + following.end() if following else end


@lru_cache(maxsize=4096)
def _noun_again(designation: str) -> re.Pattern[str] | None:
    """What finds the noun that a designation ends with right behind it; None where it ends with none."""
    last = re.split(r"\W+", designation)[-1]
    return None if len(last) < 2 or last.isdigit() else re.compile(rf"[^\S\n\t]+{re.escape(last)}\b", re.I)
