"""The record of one anonymised document, and its form for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reviewdocs.model.mentions import Mention, Outcome
from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise.resolver import Decision
from reviewdocs.pseudonymise.standing import Still


@dataclass(frozen=True, slots=True)
class Record:
    """What was done to one document.

    Attributes:
        file: the input's name.
        paragraphs: the document as it was read, hidden content that went left out.
        mentions: every mention in those paragraphs, in order.
        later: mentions that showed only when the edited text was read again, in places of that text.
        stripped: hidden content taken out, by kind.
        unread: parts that could not be read.
        standing: where words of the map stand in what was written.
        doubt: why the map may be the wrong one; empty where nothing says so.
        reasons: what was decided of the words that are mentions.
    """

    file: str
    paragraphs: Sequence[Paragraph]
    mentions: Sequence[Mention]
    later: Sequence[Mention]
    stripped: Mapping[str, int]
    unread: Sequence[str]
    standing: Sequence[Still] = ()
    doubt: str = ""
    reasons: Sequence[Decision] = ()


def rows(record: Record) -> dict[Outcome, list[dict[str, Any]]]:
    """Every mention as docs/contracts.md lists it, under its outcome."""
    offsets = {paragraph.key: paragraph.offset for paragraph in record.paragraphs}

    def row(mention: Mention) -> dict[str, Any]:
        part, index = mention.paragraph
        start = offsets.get(mention.paragraph, 0) + mention.start
        return {
            "ref": "+".join(mention.refs),
            "category": mention.category.value,
            "text": mention.text,
            "pseudonym": mention.replacement,
            "location": {"part": part, "paragraph": index, "start": start, "end": start + len(mention.text)},
            "evidence": list(mention.evidence),
            "alternatives": list(mention.alternatives),
        }

    mentions = (*record.mentions, *record.later)
    return {outcome: [row(m) for m in mentions if m.outcome is outcome] for outcome in Outcome}
