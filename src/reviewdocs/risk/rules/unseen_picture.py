"""Pictures and other media that nobody looked at."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.decisions import Decidable
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Picture
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.place import part_called
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = (
    Example("Text.", pictures=(Picture("word/media/image1.png", "under “Chronology”", "5f"),)),
    Example("Text.", media=("word/media/sound1.wav",)),
)
MISSES = (Example("Text."), Example("See the picture below."))


def _find(examined: Examined) -> Iterator[Hit]:
    pictures = examined.coverage.pictures
    for number, picture in enumerate(pictures, 1):
        where = part_called(picture.where)
        yield Hit(
            f"picture {number}, {where}" if where else f"picture {number}",
            detail=f"It is {picture.name}." if picture.name != f"picture {number}" else "",
            known_by=picture.digest,
        )
    one_by_one = {picture.name for picture in pictures}
    if rest := [name for name in examined.coverage.media if name not in one_by_one]:
        told = ", ".join(rest)
        yield Hit(f"{len(rest)} not looked at", detail=f"{told}.", known_by=told)


NAME = "unseen-picture"

RULE = Rule(
    name=NAME,
    severity=Severity.NOTE,
    category=Category.HIDDEN,
    message="No program looks at pictures: faces, names and places in them are not found by this check.",
    remedy="Look at each, and take out those that show or name anybody; then `decide … --looked-at --by “your name”`.",
    find=_find,
    decidable=Decidable.BY_LOOKING,
)
