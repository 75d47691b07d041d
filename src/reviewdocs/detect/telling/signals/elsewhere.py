"""What the same words are elsewhere in the document."""

from __future__ import annotations

from reviewdocs.detect.telling.place import Example, Place, Signal
from reviewdocs.language.running import small_words

_COLUMNS = (
    "least in small letters",
    "most in small letters",
    "each capitalised mid-sentence",
    "one capitalised mid-sentence",
    "the same found",
    "surest elsewhere",
    "in a full name",
    "after a title elsewhere",
    "authors cited",
)


def _see(place: Place) -> list[float]:
    facts, words = place.facts, place.named
    own = small_words(place.found)
    small = [facts.words.small[word] - own[word] for word in words]
    capital = [word in facts.words.capital for word in words]
    return [
        min(small),
        max(small),
        min(capital),
        max(capital),
        facts.times[" ".join(words)],
        max(facts.surest.get(word, 0.0) for word in words),
        max(facts.full[word] for word in words),
        max(facts.titled[word] for word in words),
        sum(word in facts.words.authors for word in words) / len(words),
    ]


SIGNAL = Signal(
    name="elsewhere",
    sees="how the document writes the same words elsewhere, and as what they were found there",
    columns=_COLUMNS,
    see=_see,
    hits=(Example("«Patch» rotated. The patch held.", "PERSON", "least in small letters"),),
    misses=(Example("«Patch» rotated.", "PERSON", "least in small letters"),),
)
