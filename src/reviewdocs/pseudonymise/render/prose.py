"""Decided mentions worded as an editor would: nobody is named twice over, and families read as families."""

from __future__ import annotations

from collections.abc import Sequence

from reviewdocs.model.mentions import Mention, Outcome
from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise.render.aliases import leave_out_aliases
from reviewdocs.pseudonymise.render.appositions import without_apposition, without_pair
from reviewdocs.pseudonymise.render.families import as_family, join_families
from reviewdocs.pseudonymise.render.line import Line
from reviewdocs.pseudonymise.render.surroundings import beside_place, close_commas, in_place
from reviewdocs.pseudonymise.render.titles import kin_in_brackets, title_of_role


def as_prose(paragraph: Paragraph, mentions: Sequence[Mention]) -> list[Mention]:
    """The decided mentions of one paragraph, in order and apart, worded for the sentence they stand in.

    A mention may grow over words beside it that say the same again, and what stands in its place may change or be
    nothing where the person is told beside it; who is meant never changes, and no mention shrinks. Kept and undecided
    mentions stay, but for a kept designation that a mention has grown over.
    """
    if not any(mention.outcome is Outcome.REPLACED for mention in mentions):
        return list(mentions)
    line = Line(paragraph, mentions)
    for index, slot in enumerate(line.slots[:-1]):
        if slot.named and line.slots[index + 1].named:
            join_families(line, index)
            without_pair(line, index)
    for index, slot in enumerate(line.slots):
        if slot.named:
            title_of_role(line, index)
            leave_out_aliases(line, index)
            as_family(line, index)
            without_apposition(line, index)
            kin_in_brackets(line, index)
            beside_place(line, index)
        close_commas(line, index)
    for index, slot in enumerate(line.slots):
        if slot.named:
            in_place(line, index)
    return line.mentions()
