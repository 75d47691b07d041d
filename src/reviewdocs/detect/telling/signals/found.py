"""Who found it: how sure the language models are, what they take it for, and what the patterns say."""

from __future__ import annotations

from reviewdocs.detect.telling.candidate import MODEL
from reviewdocs.detect.telling.place import Example, Place, Signal
from reviewdocs.language.spans import covered
from reviewdocs.model.mentions import Category

_LABELS = ("PERSON", "PLACE", "ORG", "DATE", "CODE", "DEM", "QUANTITY", "MISC", "TIME", "AGE")
_CATEGORIES = tuple(category.value for category in Category if category not in ("HIDDEN", "COMBINATION", "CONSISTENCY"))
_COLUMNS = (
    "model's score",
    "share that models cover",
    "models beyond it",
    *(f"model says {label}" for label in _LABELS),
    "pattern's score",
    "patterns",
    "patterns near",
    *(f"category {category}" for category in _CATEGORIES),
)


def _see(place: Place) -> list[float]:
    candidate = place.candidate
    best = max(candidate.entities, key=lambda entity: entity.score, default=None)
    patterns = sum(name != MODEL for name in candidate.detectors)
    return [
        best.score if best else -1.0,
        covered(place.start, place.end, candidate.entities) / max(1, place.end - place.start),
        sum(max(0, place.start - e.start) + max(0, e.end - place.end) for e in candidate.entities),
        *(best is not None and best.label == label for label in _LABELS),
        candidate.find.score if patterns else -1.0,
        patterns,
        len(candidate.near),
        *(candidate.category == category for category in _CATEGORIES),
    ]


SIGNAL = Signal(
    name="found",
    sees="which detectors found it, as what, and how sure they are",
    columns=_COLUMNS,
    see=_see,
    hits=(Example("at «08:14» she", "TIME", "category TIME"),),
    misses=(Example("at «08:14» she", "DATE", "category TIME"),),
)
