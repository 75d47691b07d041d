"""A name, alias or identifier of the map stands in the document."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.decisions import Decidable
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category, Outcome
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule, of_detection, of_mention

HITS = (
    Example("Saffron Quillfeather was seen at home."),
    Example("the Quillfeathers moved to Calderwick"),
    Example("posted by @quillfeather.s07"),
)
MISSES = (Example("Child A was seen at home."),)


_ADDRESSES = (Category.ONLINE, Category.CONTACT)


def _find(examined: Examined) -> Iterator[Hit]:
    for mention in examined.mentions_told(Outcome.REPLACED):
        if mention.refs:
            yield of_mention(mention, detail=f"The map says: {mention.replacement}." if mention.replacement else "")
        elif mention.category in _ADDRESSES:
            yield _whole(examined, of_mention(mention))


def _whole(examined: Examined, hit: Hit) -> Hit:
    """An address or account in which a name stands, to its end: all of it leads to the person."""
    for detection in examined.detections_of(*_ADDRESSES):
        if detection.paragraph == hit.paragraph and detection.start <= hit.start and hit.end <= detection.end:
            return of_detection(detection, category=detection.category)
    return hit


RULE = Rule(
    name="map-survivor",
    severity=Severity.BLOCK,
    category=Category.PERSON,
    message="Somebody or something of the pseudonym map stands here in clear.",
    remedy="Anonymise the document again, or put the agreed pseudonym here.",
    find=_find,
    decidable=Decidable.ACCEPTED_ONLY,
)
