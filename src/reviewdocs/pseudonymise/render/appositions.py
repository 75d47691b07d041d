"""A word of kin or role before a name: "his mother, Jane," and "health visitor HV1" say one thing twice."""

from __future__ import annotations

import re

from reviewdocs.pseudonymise.render.kin import ANOTHER, DETERMINER, GAP, LEAD, said_at_end, says_all
from reviewdocs.pseudonymise.render.line import OTHER, Line

_DESCRIBED = re.compile(rf"\b(?:birth|biological|natural|adoptive|foster|single|teenage|young){GAP}+$", re.I)
_ANOTHER_BEFORE = re.compile(rf"\b{ANOTHER}[\s-]$", re.I)
_STARTS = re.compile(r"(?:^|[.,;:!?()\[\]\n\t|–—\"“‘-]|\b(?:and|or))\s*$")
_ENDS = re.compile(rf"\s*[,.;:!?)\]]|\s+\(|\s*$|\n|{OTHER}?$")
_POSSESSIVE = re.compile(r"['’]s?\b")
_BETWEEN = re.compile(rf"(?:(?<!{GAP}),{GAP}+|{GAP}*\({GAP}*|(?<!{GAP}){GAP}+of{GAP}+|(?<![\s,(]){GAP}+)$")
"""What may stand between the word and the name."""
_AS = re.compile(r"\bas\s$", re.I)
_PAIR = re.compile(rf"([^\W\d_]+){GAP}+and{GAP}+(?:{DETERMINER}{GAP}+)?([^\W\d_]+),{GAP}+$", re.I)


def without_apposition(line: Line, index: int) -> None:
    """Let the designation in slot `index` stand once beside the word before it that says the same."""
    slot = line.slots[index]
    designation, before = slot.mention.replacement or "", line.clause(index)
    gap = _gap(before)
    found = said_at_end(before[: gap.start()], designation) if slot.as_found and gap else None
    clause = before[: found[0]] if found else ""
    if not gap or not found or _ANOTHER_BEFORE.search(clause):
        return
    said, mark, rest = before[found[0] : gap.start()], gap.group().strip(), line.after(index).text
    if mark in (",", "(") and not slot.opened and not _ENDS.match(rest):
        return
    lead, opens = LEAD.search(clause), _STARTS.search(clause) is not None
    if lead and _AS.search(clause[: lead.start()]):  # "as a mother Kirsty struggled"
        return
    single = not (lead["of"] or lead["more"]) if lead else opens or mark in ("", "of")  # not "another nurse, Nurse 1,"
    belongs = lead or _DESCRIBED.search(clause) or (mark and not opens)  # "his mum Kirsty", but not "told mum Kirsty"
    told = found[1] or (mark != "of" and belongs and says_all(said, designation))
    if told and not (lead and (lead["det"] or "").casefold() in ("a", "an")):  # "a lodger" does not say which one
        _leave_name_out(line, index, gap.group(), rest)
    elif single:
        _leave_role_out(line, index, len(before) - (lead.start() if lead else found[0]), mark)
    elif not mark and said[0].isupper():
        slot.start -= len(before) - found[0]
    elif not mark and not _POSSESSIVE.match(rest):
        slot.text = f"({slot.text})"


def without_pair(line: Line, index: int) -> None:
    """Leave the names out of "his mother and father, Kirsty and Jordan, came"."""
    first, second = line.slots[index], line.slots[index + 1]
    pair = _PAIR.search(line.clause(index))
    if not pair or line.text[first.end : second.start] != " and " or not _ENDS.match(line.after(index + 1).text):
        return
    if all(
        says_all(said, slot.mention.replacement or "")
        for said, slot in zip(pair.groups(), (first, second), strict=True)
    ):
        first.start -= len(line.clause(index)) - pair.end(2)
        first.text, first.opened = "", True
        line.leave_out(index, second.end)


def _gap(before: str) -> re.Match[str] | None:
    """What stands between the word and the name, where it may stand there; only "of" and a bracket begin further back
    than the last letter."""
    bare = before.rstrip()
    return _BETWEEN.search(before, 0 if bare.endswith(("(", "of")) else max(0, len(bare) - 1))


def _leave_name_out(line: Line, index: int, gap: str, rest: str) -> None:
    """Leave "Jane" out of "his mother, Jane," or "his mother (Jane, 24)"."""
    slot = line.slots[index]
    slot.start -= len(gap)
    slot.text = ""
    if gap.strip() == ",":
        slot.opened = True
    elif gap.strip() == "(":
        closing = re.match(r"\)|[,;]\s*", rest)
        line.leave_out(index, line.end_of(index) + (closing.end() if closing else 0))
        if closing and closing.group() != ")":
            slot.text = gap


def _leave_role_out(line: Line, index: int, width: int, gap: str) -> None:
    """Leave "the social worker" out of "the social worker, Jane," or "the social worker (Jane)"."""
    slot = line.slots[index]
    if gap == "(":
        if not line.after(index).text.startswith(")"):
            return
        line.leave_out(index, line.end_of(index) + 1)
    slot.start -= width
    slot.opened = slot.opened or gap == ","
