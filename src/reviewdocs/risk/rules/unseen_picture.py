"""Pictures and other media that nobody looked at."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = (Example("Text.", media=("word/media/image1.png",)),)
MISSES = (Example("Text."), Example("See the picture below."))


def _find(examined: Examined) -> Iterator[Hit]:
    media = examined.coverage.media
    if media:
        shown = ", ".join(media[:_SHOWN]) + (f" and {len(media) - _SHOWN} more" if len(media) > _SHOWN else "")
        yield Hit(f"{len(media)} not looked at", detail=f"{shown}.")


_SHOWN = 6

RULE = Rule(
    name="unseen-picture",
    severity=Severity.NOTE,
    category=Category.HIDDEN,
    message="Pictures or other media were not looked at: faces, names and places in them are not found by this check.",
    remedy="Look at each picture, and take out those that show or name anybody.",
    find=_find,
)
