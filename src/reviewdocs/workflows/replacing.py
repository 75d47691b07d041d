"""Other words, or none, where decisions ask for them: found where they were decided, and put so that they fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reviewdocs.language.spans import overlap
from reviewdocs.model.decisions import SeenFinding
from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.model.text import Edit, Paragraph
from reviewdocs.pseudonymise.render.removal import removed
from reviewdocs.pseudonymise.render.rewording import reworded
from reviewdocs.risk.decided import Retold, as_it_stands, same_places
from reviewdocs.risk.identity import Surroundings, ids_of
from reviewdocs.risk.place import folded, sentence
from reviewdocs.workflows.matching import pattern_of

_ADJUNCTS = frozenset({Category.DATE, Category.DOB, Category.TIME, Category.AGE})
"""What says when or how old: a sentence can do without."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """Other words for what was found: in its place, or everywhere; none where they are empty.

    Attributes:
        decision: its number in the case's record.
        words: as the decision gives them.
        finding: what was decided about.
        everywhere: wherever the text stands, as written or as a sentence or heading has it.
    """

    decision: int
    words: str
    finding: SeenFinding
    everywhere: bool

    def edit(self, text: str, start: int, end: int) -> Edit | None:
        """The edit of a paragraph's text that makes the change at [start, end); None where no sentence is left."""
        if not self.words:
            return removed(text, start, end, adjunct=self.finding.category in _ADJUNCTS)
        return reworded(text, start, end, _cased(self.words, text[start:end], self.finding.text))

    def matches(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a text has the words."""
        return (match.span() for match in pattern_of(self.finding.text, any_case=self.everywhere).finditer(text))


@dataclass(frozen=True, slots=True)
class _Place:
    """A place that has a replacement's words."""

    paragraph: Paragraph
    start: int
    end: int


def by_right_of_way(replacements: Iterable[Replacement]) -> list[Replacement]:
    """Of several that are about one place the first has its way: the longer text, then the later decision."""
    return sorted(replacements, key=lambda one: (-len(one.finding.text), -one.decision))


def replaced(
    replacements: Iterable[Replacement], paragraphs: Sequence[Paragraph], retold: Retold = as_it_stands
) -> list[Mention]:
    """The places that decisions want changed, none overlapping; where two would, the longer text has its way.

    Args:
        replacements: what is asked for.
        paragraphs: of a document in which the map's names are replaced, as the check saw it.
        retold: how sentences read once the names and decisions are in them.
    """
    ordered = by_right_of_way(replacements)
    if not ordered:
        return []
    kept = list[Mention]()
    for replacement, place in _places(ordered, paragraphs, retold):
        edit = replacement.edit(place.paragraph.text, place.start, place.end)
        if edit is None:
            continue
        mention = _mention(replacement, place, edit)
        if not any(overlap(other, mention) for other in kept if other.paragraph == mention.paragraph):
            kept.append(mention)
    return sorted(kept, key=lambda mention: (mention.paragraph, mention.start))


def previewed(replacement: Replacement) -> str | None:
    """The sentence of what was found, as the replacement makes it; None where no sentence would be left."""
    finding = replacement.finding
    at = _place_in_context(finding)
    if at is None:
        return replacement.words
    edit = replacement.edit(finding.context, at, at + len(finding.text))
    return finding.context[: edit.start] + edit.replacement + finding.context[edit.end :] if edit else None


def _place_in_context(finding: SeenFinding) -> int | None:
    """Where the text stands in the sentence; of several places the one that has the words before it."""
    found = [match.start() for match in re.finditer(re.escape(finding.text), finding.context)]
    before = folded(finding.place.preceding)
    meant = [at for at in found if before.endswith(folded(finding.context[:at]))]
    return max(meant, default=found[0]) if found else None


def _places(
    replacements: Sequence[Replacement], paragraphs: Sequence[Paragraph], retold: Retold
) -> Iterator[tuple[Replacement, _Place]]:
    """Each replacement with the places that it is about."""
    around = Surroundings(paragraphs)
    decided = [one for one in replacements if not one.everywhere]
    for replacement in replacements:
        standing = [_Place(p, *span) for p in paragraphs for span in replacement.matches(p.text)]
        if replacement.everywhere:
            yield from ((replacement, place) for place in standing)
            continue
        finding = replacement.finding
        keys = [around.key(place.paragraph, place.start, place.end) for place in standing]
        ids = ids_of([(finding.alike, key) for key in keys])
        now = [
            finding.model_copy(update={"id": known_by, "place": key, "context": _sentence(place)})
            for known_by, key, place in zip(ids, keys, standing, strict=True)
        ]
        alike = [one.finding for one in decided if one.finding.alike == finding.alike]
        met = {current: before.id for current, before in same_places(alike, now, retold).items()}
        yield from (
            (replacement, place)
            for known_by, place in zip(ids, standing, strict=True)
            if met.get(known_by) == finding.id
        )


def _sentence(place: _Place) -> str:
    return sentence(place.paragraph.text, place.start, place.end)


def _mention(replacement: Replacement, place: _Place, edit: Edit) -> Mention:
    return Mention(
        place.paragraph.key,
        edit.start,
        edit.end,
        place.paragraph.text[edit.start : edit.end],
        replacement.finding.category,
        (),
        Outcome.REPLACED,
        edit.replacement,
        (f"decision {replacement.decision}",),
        core=(place.start, place.end),
    )


def _cased(words: str, found: str, text: str) -> str:
    """The new words as the place has the old ones: in capitals, or beginning with one."""
    if " ".join(found.split()) == " ".join(text.split()):
        return words
    return words.upper() if found.isupper() else words[:1].upper() + words[1:]
