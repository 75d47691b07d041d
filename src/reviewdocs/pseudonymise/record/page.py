"""The record as one page for the author: what is left to decide, who became what, and every change beside its reason.

Self-contained, without script; nothing is fetched; prints well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import jinja2
from markupsafe import Markup, escape

from reviewdocs.model.mentions import Mention, Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.standing import as_words, explained, told, unexplained
from reviewdocs.model.text import Layer, Paragraph, ParagraphKey
from reviewdocs.pseudonymise.explaining import Explainer
from reviewdocs.pseudonymise.record.rows import Record
from reviewdocs.pseudonymise.resolver import Decision
from reviewdocs.pseudonymise.standing import grouped, together

_AROUND = 160
"""Characters shown on either side of the mentions of a long paragraph."""


@dataclass(frozen=True, slots=True)
class Change:
    """One mention as the page tells it; `number` leads from the text to its reason."""

    number: int
    mention: Mention
    why: str
    readings: str


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of the document with changes in it; `unchanged` paragraphs came before it."""

    unchanged: int
    place: str
    before: Markup
    after: Markup
    changes: Sequence[Change]


@dataclass(frozen=True, slots=True)
class Became:
    """What one designation stands for, with each written form and how often it stood there."""

    designation: str
    forms: Sequence[tuple[str, int]]

    @property
    def count(self) -> int:
        """How often in all."""
        return sum(count for _, count in self.forms)


@dataclass(frozen=True, slots=True)
class Stands:
    """A word of the map that was left in the copy where it may be a name, in its sentence, and why."""

    told: str
    before: Markup
    text: str
    after: Markup
    why: str


def as_html(
    record: Record, pmap: PseudonymMap, explainer: Explainer, *, output: str, decisions: tuple[int, str] = (0, "")
) -> str:
    """The page for one document.

    Args:
        record: what was done.
        pmap: the map it was done with, to say who an id is.
        explainer: what says why.
        output: the anonymised copy's name.
        decisions: how far the case's record of decisions went: the number of the last one and its hash.
    """
    who = _who(pmap)
    listed = list(_rows(record, _Reasons(record, explainer, who)))
    standing = together(record.standing)
    by_outcome = {outcome: [m for m in record.mentions if m.outcome is outcome] for outcome in Outcome}
    return _template().render(
        record=record,
        output=output,
        decisions=decisions,
        rows=listed,
        undecided=[change for row in listed for change in row.changes if change.mention.outcome is Outcome.UNDECIDED],
        at={change.number: row for row in listed for change in row.changes},
        replaced=len(by_outcome[Outcome.REPLACED]),
        became=_became(by_outcome[Outcome.REPLACED]),
        kept=Counter(mention.text for mention in by_outcome[Outcome.KEPT]).most_common(),
        unchanged=len(record.paragraphs) - len({m.paragraph for m in record.mentions if m.outcome is not Outcome.KEPT}),
        later=[Change(0, mention, _evidence(mention), _readings(mention, who)) for mention in record.later],
        stands=list(_stands(record, explainer)),
        unexplained=unexplained(standing),
        others=[*as_words(standing), *explained(standing)],
    )


def _who(pmap: PseudonymMap) -> dict[str, str]:
    """Each id of the map as a person would say it: the designation, and the name it stands for."""
    people = {p.id: f"{p.pseudonym} ({' '.join(filter(None, (p.forename, p.surname)))})" for p in pmap.people}
    things = {thing.id: f"{thing.pseudonym} ({thing.name})" for thing in (*pmap.places, *pmap.organisations)}
    return people | things | {group.id: f"{group.pseudonym} ({group.surname})" for group in pmap.groups}


def _became(mentions: Sequence[Mention]) -> list[Became]:
    """Designations with their written forms, the most frequent first."""
    forms: dict[str, Counter[str]] = {}
    for mention in mentions:
        forms.setdefault(mention.replacement or "(left out)", Counter())[" ".join(mention.text.split())] += 1
    listed = [Became(designation, counted.most_common()) for designation, counted in forms.items()]
    return sorted(listed, key=lambda became: -became.count)


class _Reasons:
    """Why each mention of a record is what it is."""

    def __init__(self, record: Record, explainer: Explainer, who: Mapping[str, str]) -> None:
        self._explainer, self._who = explainer, who
        self._decided: dict[ParagraphKey, list[Decision]] = {}
        for decision in record.reasons:
            self._decided.setdefault(decision.paragraph.key, []).append(decision)

    def change(self, number: int, mention: Mention) -> Change:
        """A mention with its reason."""
        decided = (d for d in self._decided.get(mention.paragraph, ()) if d.touches(mention.start, mention.end))
        more = tuple(line for decision in decided for line in self._explainer.short(decision))
        return Change(number, mention, "; ".join((_evidence(mention), *more)), _readings(mention, self._who))


def _stands(record: Record, explainer: Explainer) -> Iterator[Stands]:
    """The words to look at, each at the place at which it is most probably a name."""
    for word, stills in grouped(record.standing):
        looked_at = [still for still in stills if still.to_look_at]
        if looked_at:
            most = max(looked_at, key=lambda still: still.probability or 0.0)
            text = most.paragraph.text
            before = _shortened(text[: most.at.start], first=True)
            after = _shortened(text[most.at.end :], last=True)
            why = "; ".join(explainer.short(most.decision)) if most.decision else ""
            yield Stands(told(word), before, most.at.text, after, why)


def _rows(record: Record, reasons: _Reasons) -> Iterator[Row]:
    by_paragraph: dict[tuple[str, int], list[Mention]] = {}
    for mention in record.mentions:
        if mention.outcome is not Outcome.KEPT:
            by_paragraph.setdefault(mention.paragraph, []).append(mention)
    number = unchanged = 0
    for paragraph in record.paragraphs:
        mentions = by_paragraph.get(paragraph.key)
        if not mentions:
            unchanged += 1
            continue
        changes = [reasons.change(number + n, mention) for n, mention in enumerate(mentions, 1)]
        number += len(changes)
        yield Row(
            unchanged,
            "" if paragraph.layer is Layer.BODY and paragraph.place == "Body" else paragraph.place,
            _marked(paragraph, changes, new=False),
            _marked(paragraph, changes, new=True),
            changes,
        )
        unchanged = 0


def _marked(paragraph: Paragraph, changes: Sequence[Change], *, new: bool) -> Markup:
    """The paragraph with its mentions, as they were or as they are, marked and numbered; long stretches between them
    are left out."""
    text, position, pieces = paragraph.text, 0, []
    for change in changes:
        mention = change.mention
        pieces.append(_shortened(text[position : mention.start], first=position == 0))
        kind = "undecided" if mention.outcome is Outcome.UNDECIDED else "new" if new else "old"
        shown = (mention.replacement or "") if new else mention.text
        mark = Markup('<mark class="{}">{}</mark><sup>{}</sup>')
        pieces.append(mark.format(kind, shown or "∅", change.number))
        position = mention.end
    pieces.append(_shortened(text[position:], last=True))
    return Markup("").join(pieces)


def _shortened(text: str, *, first: bool = False, last: bool = False) -> Markup:
    """Text between mentions, what is far from any left out."""
    if first and len(text) > _AROUND:
        return escape("… " + text[-_AROUND:].partition(" ")[2])
    if last and len(text) > _AROUND:
        return escape(text[:_AROUND].rpartition(" ")[0] + " …")
    if not (first or last) and len(text) > 2 * _AROUND:
        return escape(f"{text[:_AROUND].rpartition(' ')[0]} … {text[-_AROUND:].partition(' ')[2]}")
    return escape(text)


def _evidence(mention: Mention) -> str:
    return "; ".join(mention.evidence) or "named in the map"


def _readings(mention: Mention, who: Mapping[str, str]) -> str:
    """What an undecided mention could be, in words."""
    return " or ".join(who.get(reading, reading) for reading in mention.alternatives)


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("reviewdocs.pseudonymise.record", "."),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html")
