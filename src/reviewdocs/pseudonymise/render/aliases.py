"""Other names of somebody just named: "Kirsty Prowse, also known as Kirst, said" becomes "Mother said"."""

from __future__ import annotations

import re

from reviewdocs.pseudonymise.render.kin import DETERMINER, said_in
from reviewdocs.pseudonymise.render.line import OTHER, SAME, Line

_OWN, _SAID = "\ue002", "\ue003"
"""What stands for the designation itself, and for words that say what it says."""

_KNOWN = (
    r"(?:who\s+(?:is|was|has\s+been|had\s+been)\s+)?"
    r"(?:(?:also|now|then|formerly|previously|once|later|sometimes|usually|often|generally|otherwise|better|commonly|"
    r"informally|originally|hereafter|hereinafter)\s+)*"
    r"(?:(?:known|referred\s+to|recorded|registered)(?:\s+(?:to|by|in|on|within|throughout|at|here)"
    r"(?:\s+[a-z]+){0,6}?)?\s+as|nicknamed)"
)
_SAYS = (
    rf"(?:{_KNOWN}|(?:(?:also|now|sometimes|usually|often|otherwise|formerly|previously)\s+)+(?:called|named)|"
    r"a\.?k\.?a\.?|n[ée]e|formerly|previously|alias)"
)
"""Words that announce another name of the same one, wherever they stand."""
_ALSO = (
    rf"(?:{_SAYS}|who\s+(?:is|was)|born|now|also|or|i\.e\.,?|that\s+is,?|here(?:in)?after|"
    r"(?:his|her|their)\s+(?:(?:pet|maiden|married|birth)\s+name|nickname)(?:\s+(?:is|was|being))?)"
)
"""The same, where punctuation sets the name off."""
_TO = (
    r"\s+(?:(?:to|among|by|with|for)\s+(?:(?:his|her|their|the|all|almost|nearly|most|many|some|close|own|wider|other|older|younger)"
    r"\s+)*(?:family|friends|neighbours|relatives|children|grandchildren|colleagues|everyone|everybody|others|staff|"
    r"siblings|parents|cousins|peers|classmates|community|street|short|those\s+who\s+knew\s+(?:him|her|them))"
    r"(?:\s+and\s+(?:family|friends|neighbours|relatives|colleagues|others))?"
    r"|(?:at|in)\s+(?:home|school|work|the\s+family|this\s+(?:report|review))|online)"
)
"""To whom somebody goes by a name."""
_QUOTE = r"[\"“”'‘’]?"
_QUOTES = re.compile(r"[\"“”'‘’]")
_ENDS = re.compile(rf"\s*(?:[,.;:!?)\]]|$|\n)|{OTHER}?$")
_STOPS = re.compile(r"(?=\s*(?:[.;:!?]|$|\n))")
_OF_WHAT = re.compile(r"(\s+)(?=(?:of|for|at|in|with)\s)")
_MAY_OPEN = re.compile(rf"\s*[(\[,/–—-]|\s+(?:[{SAME}\"“‘'A-Z]|(?i:or\b|{_SAYS}))")
_LISTED_ON = re.compile(rf",\s*(?:(?:and|or|&|{DETERMINER})\b|[{SAME}{OTHER}])", re.I)
_CELL = re.compile(r"[\n\t|]")
_GOES_ON = re.compile(
    r",\s+(?:and|or|is|are|was|were|has|had|did|does|will|would|could|can|says?|said|told|came|went|saw|rang|spoke|left|"
    r"gave|took|made|got|put|ran|felt|thought|knew|met|kept|brought|heard|wrote|who|also|[a-z]{2,}ed)\b"
)
"""What follows a subject, and no entry of a list."""
_DASH = re.compile(r"\s+[–—-](?=\s)")
_NAMED, _OTHER = rf"[{SAME}{_OWN}]", rf"(?:{DETERMINER}\s+)?(?:own\s+)?[{_OWN}{_SAID}]"
_BEFORE, _BEHIND = rf"(?:{_ALSO}\s+)?{_QUOTE}", rf"(?![\w-]|['’]s\b){_QUOTE}(?:{_TO})?"
_JOINT = rf"(?:\s*[,;]\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+|\s*/\s*|\s+(?={_SAYS}\s))"
_CHAIN = (
    rf"(?P<open>\s*[(\[]\s*|,\s+|\s+[–—-]\s+|\s*/\s*|\s+)"
    rf"(?P<items>{_BEFORE}(?:(?P<name>{_NAMED})|{_OTHER}){_BEHIND}"
    rf"(?:{_JOINT}{_BEFORE}(?:{_NAMED}|{_OTHER}){_BEHIND})*)"
)
"""What may follow a designation: an opening mark, then one or several ways to call the same one."""


def leave_out_aliases(line: Line, index: int) -> None:
    """Leave out what follows slot `index` and says no more than that it is the same one."""
    slot, view = line.slots[index], line.after(index)
    if not _MAY_OPEN.match(view.text):
        return
    text, said = _marked(view.text, slot.mention.replacement or "")
    found = re.match(_CHAIN, text, re.I)  # compiled when it is first needed: the longest of all takes a while
    if not found or _CELL.search(found.group()) or len(_QUOTES.findall(found.group())) % 2:
        return
    rest, mark = text[found.end() :], found["open"].strip()
    end = view.place(_unmarked(found.end(), said))
    if mark in ("(", "["):
        closing = re.match(r"\s*([)\]]|[,;]\s*)", rest) or (not found["name"] and _OF_WHAT.match(rest))
        if not closing:
            return
        line.leave_out(index, end + closing.end())
        if closing[1] not in (")", "]"):  # of "(his mother, aged 24)" and "(headteacher of the school)" the beginning
            slot.text += found["open"]
    elif mark in ("–", "—", "-"):
        if closing := _DASH.match(rest) or _STOPS.match(rest):
            line.leave_out(index, end + closing.end())
    elif _set_off(found, rest) if mark == "," else _run_on(found, mark):
        line.leave_out(index, end)
        slot.opened = mark == "," and _closed_by_comma(line, index, found, rest)


def _marked(text: str, designation: str) -> tuple[str, list[tuple[int, int]]]:
    """A text with a mark for each stretch that says what a designation says; and the stretches, from the start."""
    said = said_in(text, designation)
    for start, end, own in said:
        text = text[:start] + (_OWN if own else _SAID) + text[end:]
    return text, [(start, end) for start, end, _ in reversed(said)]


def _unmarked(at: int, said: list[tuple[int, int]]) -> int:
    """An offset in a marked text as one in the text."""
    for start, end in said:
        if at > start:
            at += end - start - 1
    return at


def _set_off(found: re.Match[str], rest: str) -> bool:
    """Whether commas set the names off from the sentence, and they are not part of a list of people."""
    items = found["items"]
    if found["name"] and re.match(rf"{_SAYS}\b", items, re.I):
        return True
    listed = not found["name"] and re.match(rf"{DETERMINER}\s", items, re.I) and _LISTED_ON.match(rest)
    return _ENDS.match(rest) is not None and not listed


def _run_on(found: re.Match[str], mark: str) -> bool:
    """Whether another name follows without a comma: "Kirsty aka Kirst", "Prowse/Teale", 'Kirsty "Kirst"'."""
    items = found["items"]
    if mark == "/":
        return items.startswith(SAME)
    announced = not re.match(rf"{_ALSO}\s", items, re.I) or re.match(rf"(?:{_SAYS}|or)\s", items, re.I)
    return bool(found["name"] and announced)


def _closed_by_comma(line: Line, index: int, found: re.Match[str], rest: str) -> bool:
    """Whether the comma behind the names belongs to the one before them, not to a list or a call.

    It is a list in "Kirsty Prowse, mother, same address", and a call in "Callum, Callum, stop".
    """
    items = found["items"]
    if items[0] in (_OWN, _SAID):
        return _GOES_ON.match(rest) is not None
    told = {slot.mention.text for slot in line.slots[index : index + 2]}
    return not items.startswith(SAME) or len(told) > 1
