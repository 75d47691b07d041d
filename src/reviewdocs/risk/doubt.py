"""Which words of the map are told one by one that may be names and may be words: by what a miss costs.

In a copy, a name that is not told is published. A draft is anonymised first, which decides each word; what stays is
told when the copy is checked. So of a draft only what is rather a name is told by itself, and the others are told
together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reviewdocs.language.spans import Place, Placed, covered
from reviewdocs.model.mentions import Category, Detection, Mention
from reviewdocs.model.text import ParagraphKey
from reviewdocs.pseudonymise.standing import Still

_MISSED = 1 / 3
"""What a name costs that is not told by itself of a draft, where a word told in vain costs 1. Of a copy all is told
that `anonymise` would change, and of the rest what is `to_look_at`."""
_FOUND_TOO = 2.5
"""By how much the odds of a name rise where a detector, which knows no map, takes the place for one; with the cost
measured on authors left out (docs/benchmarks.md)."""
_ALMOST = 1.25
"""A detector takes in a mark or an s beside the word."""
_NAMES = frozenset({Category.PERSON, Category.PLACE, Category.ORG})


class _Weighed(NamedTuple):
    """A place and the probability that a name is meant; None where nothing weighed it."""

    paragraph: ParagraphKey
    start: int
    end: int
    probability: float | None


class Doubt:
    """What of one document is told one by one, and what together.

    Args:
        mentions: those of the map that do not stay.
        standing: the words of the map that stand and are to be looked at.
        detections: what detectors found.
        draft: whether the document is still to be anonymised.

    Attributes:
        mentions, standing: what is told one by one.
        doubtful: what is told together.
    """

    def __init__(
        self, mentions: Sequence[Mention], standing: Sequence[Still], detections: Iterable[Detection], *, draft: bool
    ) -> None:
        self._found: defaultdict[ParagraphKey, Placed[Detection]] = defaultdict(Placed)
        self._left: defaultdict[ParagraphKey, Placed[Place]] = defaultdict(Placed)
        self.mentions, self.standing = list(mentions), list(standing)
        self.doubtful: list[Mention | Still] = []
        if draft:
            self._part(detections)

    def _part(self, detections: Iterable[Detection]) -> None:
        for detection in detections:
            if detection.category in _NAMES:
                self._found[detection.paragraph].add(detection)
        every: list[Mention | Still] = [*self.mentions, *self.standing]
        self.mentions = [mention for mention in self.mentions if self._tells(_place(mention))]
        self.standing = [still for still in self.standing if self._tells(_place(still))]
        for each in every:
            place = _place(each)
            if not self._tells(place):
                self.doubtful.append(each)
                self._left[place.paragraph].add(Place(place.start, place.end))

    def _tells(self, place: _Weighed) -> bool:
        """Whether a place is told by itself; what was never a candidate has no probability to go by."""
        if place.probability is None:
            return True
        found = covered(place.start, place.end, self._found[place.paragraph].about(place.start, place.end)) > 0
        return place.probability * _MISSED * (_FOUND_TOO if found else 1.0) >= 1 - place.probability

    def holds(self, detection: Detection) -> bool:
        """Whether what a detector took for a name is a doubtful word of the map and nothing else."""
        if detection.category not in _NAMES or not self._left:
            return False
        start, end = detection.start, detection.end
        return _ALMOST * covered(start, end, self._left[detection.paragraph].about(start, end)) >= end - start


def _place(each: Mention | Still) -> _Weighed:
    if isinstance(each, Mention):
        start, end, _ = each.name
        return _Weighed(each.paragraph, start, end, each.probability)
    return _Weighed(each.at.paragraph, each.at.start, each.at.end, each.probability)
