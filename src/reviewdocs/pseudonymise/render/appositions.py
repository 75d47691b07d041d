"""A word of kin or role before a name: "his mother, Jane," and "health visitor HV1" say one thing twice."""

from __future__ import annotations

import re
from typing import NamedTuple

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


class _Role(NamedTuple):
    """A word of kin or role that stands before a name.

    Attributes:
        clause: what stands before the word.
        said: the word, or words.
        alone: whether it says who is meant by itself.
        gap: what stands between it and the name.
        lead: the article, possessive and so on before it, if there is one.
    """

    clause: str
    said: str
    alone: bool
    gap: str
    lead: re.Match[str] | None

    @property
    def mark(self) -> str:
        """The mark, or the "of", in the gap."""
        return self.gap.strip()

    @property
    def width(self) -> int:
        """Characters from the word to the name."""
        return len(self.said) + len(self.gap)

    @property
    def width_with_lead(self) -> int:
        """The same from what leads it."""
        return self.width + (len(self.clause) - self.lead.start() if self.lead else 0)

    @property
    def is_another(self) -> bool:
        """Whether it is said of somebody else, or is what somebody is taken as: "as a mother Kirsty struggled"."""
        as_such = self.lead and _AS.search(self.clause[: self.lead.start()])
        return bool(as_such or _ANOTHER_BEFORE.search(self.clause))

    @property
    def is_single(self) -> bool:
        """Whether nobody else is of this role: not "another nurse, Nurse 1,"."""
        if self.lead:
            return not (self.lead["of"] or self.lead["more"])
        return self.mark in ("", "of") or self._opens()

    def says(self, designation: str) -> bool:
        """Whether it says all that the designation does, and of whom: "his mum Kirsty", but not "told mum Kirsty"."""
        if self.lead and (self.lead["det"] or "").casefold() in ("a", "an"):  # "a lodger" does not say which one
            return False
        if self.alone:
            return True
        belongs = self.lead or _DESCRIBED.search(self.clause) or (self.mark and not self._opens())
        return self.mark != "of" and bool(belongs) and says_all(self.said, designation)

    def _opens(self) -> bool:
        return _STARTS.search(self.clause) is not None


def without_apposition(line: Line, index: int) -> None:
    """Let the designation in slot `index` stand once beside the word before it that says the same."""
    slot = line.slots[index]
    designation = slot.mention.replacement or ""
    role = _role_before(line.clause(index), designation) if slot.as_found else None
    if role is None or role.is_another:
        return
    rest = line.after(index).text
    if role.mark in (",", "(") and not slot.opened and not _ENDS.match(rest):
        return
    if role.says(designation):
        _leave_name_out(line, index, role.gap, rest)
    elif role.is_single:
        _leave_role_out(line, index, role.width_with_lead, role.mark)
    elif not role.mark and role.said[0].isupper():
        slot.start -= role.width
    elif not role.mark and not _POSSESSIVE.match(rest):
        slot.text = f"({slot.text})"


def _role_before(before: str, designation: str) -> _Role | None:
    """The word of kin or role at the end of what stands before a name, where it may mean the same."""
    gap = _gap(before)
    found = said_at_end(before[: gap.start()], designation) if gap else None
    if not gap or not found:
        return None
    start, alone = found
    clause = before[:start]
    return _Role(clause, before[start : gap.start()], alone, gap.group(), LEAD.search(clause))


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
