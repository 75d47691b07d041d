"""Words of kin and role that a mention has taken in as a title: "great-aunt Dilys", "the Social Worker Jane"."""

from __future__ import annotations

import re

from reviewdocs.pseudonymise.render.kin import ANOTHER, GAP, KIN, LEAD, ends_in_kin, numbered, role_of, says, says_all
from reviewdocs.pseudonymise.render.line import Line, Slot

_KIN, _KIN_LAST = re.compile(KIN, re.I), re.compile(rf"\b({ANOTHER}[\s-])?({KIN}){GAP}+$", re.I)
_GREAT = re.compile(rf"\b(?:{ANOTHER}(?:-|{GAP}))+$", re.I)
_POSSESSIVE = re.compile(r"['’]s?\b")


def title_of_role(line: Line, index: int) -> None:
    """Give "his great-aunt Dilys" its word of kin back, take "Great-" with "Great-Aunt Dilys", and "the" with "the
    Social Worker Jane"."""
    slot, designation = line.slots[index], line.slots[index].mention.replacement or ""
    title = _title(slot.mention.text, designation)
    if not title or not slot.as_found:
        return
    before = line.clause(index)
    another = _GREAT.search(before)
    great = another.group() if another else ""
    lead = LEAD.search(before[: len(before) - len(great)])
    whole = len(great) + (len(lead.group()) if lead else 0)
    same = says(great + title, designation)
    if not lead or lead["more"]:
        slot.start -= len(great)
    elif same and says_all(great + title, designation):
        slot.text = title
    elif same and lead["det"]:
        slot.start -= whole
    elif (lead["det"] or "").casefold() in ("the", "a", "an"):
        slot.start -= whole if great or numbered(designation) else 0
    elif _KIN.fullmatch(title):
        slot.text = f"{title} {_in_brackets(slot, line.after(index).text, kin_alone=not same) or slot.text}"


def kin_in_brackets(line: Line, index: int) -> None:
    """Put "Father" in brackets behind another word of kin: "his step-dad (Father)"."""
    slot = line.slots[index]
    clause = line.clause(index)
    kin = _KIN_LAST.search(clause) if ends_in_kin(clause) else None
    if kin and slot.as_found and slot.text == slot.mention.replacement and (kin[1] or not says(kin[2], slot.text)):
        slot.text = _in_brackets(slot, line.after(index).text) or slot.text


def _title(text: str, designation: str) -> str:
    """The words of kin or role that a mention begins with."""
    words = text.split()[:4]
    for count in range(len(words) - 1, 0, -1):
        title = " ".join(words[:count])
        if says(title, designation) or (count == 1 and _KIN.fullmatch(title)):
            return title
    return ""


def _in_brackets(slot: Slot, rest: str, *, kin_alone: bool = True) -> str:
    """The designation in brackets where no ending follows, and, with `kin_alone`, it is a word of kin; else empty."""
    designation = slot.mention.replacement or ""
    of_kin = not kin_alone or (not numbered(designation) and _KIN.fullmatch((role_of(designation) or ("",))[-1]))
    return f"({slot.text})" if of_kin and not _POSSESSIVE.match(rest) else ""
