"""What becomes of a panel member's name: dropped beside the job title, else the job title."""

from __future__ import annotations

import re

from reviewdocs.names.entities import Entity
from reviewdocs.names.folding import fold, folded
from reviewdocs.pseudonymise.reading import Reading
from reviewdocs.pseudonymise.render.wording import Place, fitted

_REACH = 160
"""How many characters beside a name are looked at for the job title."""


def panel_place(reading: Reading, start: int, end: int, entity: Entity) -> Place:
    """The edit for a panel member named at the code points [start, end)."""
    text, title = reading.paragraph.text, folded(entity.designation)
    after = fold(text[end : end + _REACH])
    beside = re.match(r"[\s,:;|–-]*\(?\s?", after.text)
    if beside and after.text[beside.end() :].startswith(title):
        gap = re.match(r"[ \t]*[,:]?[ \t]*", text[end : end + _REACH])
        return Place(start, end + (gap.end() if gap else 0), "")
    before = text[max(0, start - _REACH) : start].rstrip()
    if before.endswith(",") and folded(before).rstrip(" ,").endswith((title, f"{title}, {folded(entity.employer)}")):
        comma = max(0, start - _REACH) + len(before) - 1
        return Place(comma, end, "")
    return fitted(reading, start, end, f"the {entity.designation}")
