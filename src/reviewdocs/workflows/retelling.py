"""How a sentence reads once the map's names and decisions are in it: so a place that they changed is known again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from reviewdocs.language.spans import apart, overlap
from reviewdocs.model.decisions import SeenFinding
from reviewdocs.model.text import Edit, Paragraph
from reviewdocs.pseudonymise import Resolver, edits_of
from reviewdocs.pseudonymise.render.edits import edited
from reviewdocs.risk.place import folded
from reviewdocs.workflows.replacing import Replacement, by_right_of_way

_NEARBY = 40
"""Letters on each side that are compared."""


class Retelling:
    """Tells what stands about a finding as the next `anonymise` would write it.

    Args:
        resolver: makes what knows the map with the names that decisions add; only where a place is looked for.
        replacements: what decisions want changed.
    """

    def __init__(self, resolver: Callable[[], Resolver], replacements: Sequence[Replacement]) -> None:
        self._make, self._replacements = resolver, by_right_of_way(replacements)
        self._told: dict[tuple[str, str, str], frozenset[tuple[str, str]]] = {}

    @cached_property
    def _resolver(self) -> Resolver:
        return self._make()

    def __call__(self, finding: SeenFinding) -> frozenset[tuple[str, str]]:
        """The letters before and after a finding's text, for each way in which they may be written."""
        pieces = finding.place.preceding, finding.text, finding.place.following
        if not (pieces[0] or pieces[2]):  # of an earlier version, whose record has the sentence alone
            pieces = finding.context.partition(finding.text)
        if pieces not in self._told:
            self._told[pieces] = self._tell(*pieces)
        return self._told[pieces]

    def _tell(self, before: str, found: str, after: str) -> frozenset[tuple[str, str]]:
        (*above, head), (tail, *below) = before.split("\n"), after.split("\n")
        lines = [Paragraph("text", n, line) for n, line in enumerate([*above, f"{head}{found}{tail}", *below])]
        here = Edit(len(head), len(head) + len(found), "")
        mapped = edits_of(self._resolver.resolve(lines))
        ways = []
        for asked in (False, True):
            sides = [
                self._sides(line, mapped.get(line.key, []), here, asked, line.index - len(above)) for line in lines
            ]
            ways.append(tuple(folded("".join(side)) for side in zip(*sides, strict=True)))
        return frozenset((one[-_NEARBY:], other[:_NEARBY]) for one, other in ways)

    def _sides(self, line: Paragraph, mapped: Sequence[Edit], here: Edit, asked: bool, number: int) -> tuple[str, str]:
        """What a line has before and after the place, which is in the line of `number` 0."""
        edits = [*self._asked(line.text), *mapped] if asked else list(mapped)
        if number:
            text = edited(line, apart(edits)).text
            return (text, "") if number < 0 else ("", text)
        return _beside(line.text, here, apart(edit for edit in edits if not overlap(edit, here)))

    def _asked(self, text: str) -> list[Edit]:
        """What decisions change in a line, whether they were made about it or about another with the same text."""
        found = [(one, span) for one in self._replacements for span in one.matches(text)]
        return [edit for one, span in found if (edit := one.edit(text, *span))]


def _beside(text: str, place: Edit, edits: Sequence[Edit]) -> tuple[str, str]:
    """What stands on both sides of a place once the edits, none of which touches it, are made."""
    before = [edit for edit in edits if edit.start < place.start]
    after = [Edit(e.start - place.end, e.end - place.end, e.replacement) for e in edits if e.start >= place.end]
    one, other = (Paragraph("text", 0, side) for side in (text[: place.start], text[place.end :]))
    return edited(one, before).text, edited(other, after).text
