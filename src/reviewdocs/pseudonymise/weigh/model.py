"""The fitted weights: is a word a name here, and who is meant; read once, from data files."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from math import exp

from reviewdocs.errors import WeightsError
from reviewdocs.fitted.trees import Trees, probability
from reviewdocs.pseudonymise.model import Moved
from reviewdocs.pseudonymise.signals import bearing
from reviewdocs.pseudonymise.signals.place import Place
from reviewdocs.pseudonymise.signals.registered import COLUMNS, seen, words_beside

_FORM = 3
_PART = re.compile(r": \d+$")
_FILES = ("mention.json", "bearer.json", "weights.json")


class Weights:
    """What was fitted, as `training.mentions` writes it.

    Args:
        mention, bearer: trees, in the form that `Trees` takes.
        described: their columns, the words beside a candidate, the calibration of the first and the sharpness of the
            second.

    Raises:
        WeightsError: they were fitted for other signals than these.
    """

    def __init__(self, mention: str, bearer: str, described: str) -> None:
        data = json.loads(described)
        self.words = {(side, word): len(COLUMNS) + n for n, (side, word) in enumerate(data["words"])}
        if data["form"] != _FORM or data["columns"] != list(COLUMNS) or data["bearers"] != list(bearing.COLUMNS):
            raise WeightsError("The fitted weights are of another version than the signals: install reviewdocs again.")
        self._mention, self._bearer = Trees(mention), Trees(bearer)
        self._slope, self._offset = data["calibration"]
        self._sharpness = data["sharpness"]
        self._absent = (0.0,) * len(self.words)

    def numbers(self, place: Place) -> list[float]:
        """Every number of a candidate in its place."""
        numbers = [*map(float, seen(place)), *self._absent]
        for beside in words_beside(place):
            at = self.words.get(beside)
            if at is not None:
                numbers[at] = 1.0
        return numbers

    def is_name(self, place: Place) -> float:
        """The probability that a candidate means somebody or something that the map knows."""
        return probability(self._slope * self._mention.log_odds(self.numbers(place)) + self._offset)

    def moved(self, place: Place, most: int = 6) -> list[Moved]:
        """The signals that moved the probability most; what takes several numbers to tell is one of them."""
        numbers = self.numbers(place)
        names = [*COLUMNS, *(f"{side}: “{word}”" for side, word in self.words)]
        moved: dict[str, Moved] = {}
        for at, by in sorted(self._mention.moves(numbers).items(), key=lambda item: -abs(item[1])):
            name = _PART.sub("", names[at])
            so_far = moved.get(name, Moved(name, numbers[at], 0.0))
            moved[name] = so_far._replace(by=so_far.by + self._slope * by)
        return sorted(moved.values(), key=lambda each: -abs(each.by))[:most]

    def who(self, rows: Sequence[tuple[int, Sequence[float]]]) -> list[tuple[int, float]]:
        """(entity, probability that it is meant, given that anybody is), the most probable first."""
        scores = [(entity, self._sharpness * self._bearer.score([*map(float, numbers)])) for entity, numbers in rows]
        most = max(score for _, score in scores)
        odds = [(entity, exp(score - most)) for entity, score in scores]
        whole = sum(odd for _, odd in odds)
        return sorted(((entity, odd / whole) for entity, odd in odds), key=lambda item: (-item[1], item[0]))


@cache
def shipped() -> Weights:
    """The weights that come with the package.

    Raises:
        WeightsError: they are missing or damaged.
    """
    folder = resources.files("reviewdocs.pseudonymise.weigh.data")
    try:
        texts = [folder.joinpath(name).read_text(encoding="utf-8") for name in _FILES]
        return Weights(*texts)
    except (OSError, LookupError, TypeError, ValueError) as error:
        raise WeightsError("The fitted weights are missing or damaged: install reviewdocs again.") from error
