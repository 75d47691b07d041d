"""Decided mentions as records, apart from each other, and the edits that make them true."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reviewdocs.model.mentions import Mention, Outcome
from reviewdocs.model.text import Edit, Paragraph, ParagraphKey

UNDECIDED = "[name]"
"""What stands where a person has to decide who is meant."""
UNDECIDED_DATE = "[date]"
"""What stands where a date cannot be read, or the map's policy needs more than the document says."""


def listed_names(names: Sequence[str]) -> str:
    """ "A", "A and B" or "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def apart(paragraph: Paragraph, mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions in order; where the wording of one reaches into another, the one that begins first keeps the place."""
    result: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if result and mention.start < result[-1].end:
            before = result[-1]
            if mention.end <= before.end:
                continue
            mention = replace(mention, start=before.end, text=paragraph.text[before.end : mention.end], core=None)
        result.append(mention)
    return result


def edits_of(mentions: Iterable[Mention]) -> dict[ParagraphKey, list[Edit]]:
    """The edits that make the mentions true; kept mentions need none."""
    edits: dict[ParagraphKey, list[Edit]] = {}
    for mention in mentions:
        if mention.outcome is not Outcome.KEPT and mention.replacement is not None:
            edits.setdefault(mention.paragraph, []).append(Edit(mention.start, mention.end, mention.replacement))
    return edits


def edited(paragraph: Paragraph, edits: Sequence[Edit]) -> Paragraph:
    """The paragraph as it stands when the edits, in order and apart, are made."""
    if not edits:
        return paragraph
    pieces, position = [], 0
    for edit in edits:
        pieces += [paragraph.text[position : edit.start], edit.replacement]
        position = edit.end
    return paragraph.with_text("".join([*pieces, paragraph.text[position:]]))


def original_of(mention: Mention, edits: Sequence[Edit]) -> Mention | None:
    """A mention found in the edited paragraph, placed in the original; None for one that is kept or lies in an edit.

    One that reaches over an edit, or into it, stands for that edit too.
    """
    if mention.outcome is Outcome.KEPT:
        return None
    start, end, before, behind = mention.start, mention.end, "", ""
    shift = shift_of_start = 0
    for edit in edits:
        first, last = edit.start + shift, edit.start + shift + len(edit.replacement)
        if first >= mention.end:
            break
        shift += len(edit.replacement) - (edit.end - edit.start)
        if last <= mention.start:
            shift_of_start = shift
        elif first <= mention.start and mention.end <= last:
            return None
        else:
            if first < mention.start:
                start, before = first, edit.replacement[: mention.start - first]
            if last > mention.end:
                end, behind = last, edit.replacement[mention.end - last :]
    whole = f"{before}{mention.replacement}{behind}"
    moved = replace(mention, start=start - shift_of_start, end=end - shift, replacement=whole, core=None)
    if mention.core and shift == shift_of_start:
        moved = replace(moved, core=(mention.core[0] - shift, mention.core[1] - shift))
    return moved


def place_before(start: int, end: int, edits: Sequence[Edit]) -> tuple[int, int] | None:
    """Where a place of the edited paragraph was before the edits; None for one that lies in an edit or over one."""
    shift = 0
    for edit in edits:
        first = edit.start + shift
        if first >= end:
            break
        if first + len(edit.replacement) > start:
            return None
        shift += len(edit.replacement) - (edit.end - edit.start)
    return start - shift, end - shift


def in_order(paragraphs: Sequence[Paragraph], mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions in the order of the document; what a later reading replaces outweighs what an earlier one kept there,
    and the wider edit what lies within it."""
    order = {paragraph.key: number for number, paragraph in enumerate(paragraphs)}
    result: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (order[m.paragraph], m.start, m.outcome is Outcome.KEPT, -m.end)):
        before = result[-1] if result and result[-1].paragraph == mention.paragraph else None
        if before is not None and mention.start < before.end:
            if before.outcome is not Outcome.KEPT:
                continue
            result.pop()
        text = paragraphs[order[mention.paragraph]].text[mention.start : mention.end]
        if mention.text != text:  # found in the text of a reading in between
            mention = replace(mention, text=text)
        result.append(mention)
    return result
