"""The fitted weights: how likely it is that a candidate needs telling; read once, from a data file."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

from reviewdocs.detect.telling.candidate import MODEL, Candidate
from reviewdocs.detect.telling.place import Place
from reviewdocs.detect.telling.signals.registered import COLUMNS, marks, seen
from reviewdocs.errors import WeightsError
from reviewdocs.fitted.trees import Trees, probability

FORM = 1
FILE = "weights.json"
_DAMAGED = "The fitted weights of what needs telling are missing or damaged: install reviewdocs again."


class Weights:
    """What was fitted, as `training.telling` writes it: a line that describes it, then the trees.

    Args:
        text: what the file holds.

    Raises:
        WeightsError: it was fitted for other signals than these.

    Attributes:
        recognisers: names of those that were there when it was fitted.
    """

    def __init__(self, text: str) -> None:
        described, _, trees = text.partition("\n")
        data = json.loads(described)
        if data["form"] != FORM or data["columns"] != list(COLUMNS):
            raise WeightsError("The fitted weights are of another version than the signals: install reviewdocs again.")
        self._marks = {(kind, what): len(COLUMNS) + n for n, (kind, what) in enumerate(data["marks"])}
        self.recognisers = frozenset(data["recognisers"])
        self._slope, self._offset = data["calibration"]
        self._trees = Trees(trees)
        self._absent = (0.0,) * len(self._marks)

    def weighs(self, candidate: Candidate) -> bool:
        """Whether nothing found it but the language model and recognisers that were there when the weights were fitted:
        what another finds, a user's own, is told as it is."""
        return self.recognisers.issuperset(name for name in candidate.detectors if name != MODEL)

    def needs_telling(self, place: Place) -> float:
        """The probability that a candidate identifies somebody or something."""
        numbers = [*map(float, seen(place)), *self._absent]
        for mark in marks(place):
            at = self._marks.get(mark)
            if at is not None:
                numbers[at] = 1.0
        return round(probability(self._slope * self._trees.log_odds(numbers) + self._offset), 3)


@cache
def shipped() -> Weights:
    """The weights that come with the package.

    Raises:
        WeightsError: they are missing or damaged.
    """
    file = resources.files("reviewdocs.detect.telling.data").joinpath(FILE)
    try:
        return Weights(file.read_text(encoding="utf-8"))
    except (OSError, LookupError, TypeError, ValueError) as error:
        raise WeightsError(_DAMAGED) from error
