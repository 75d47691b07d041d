"""Annotated cases as the resolver reads them, each candidate with what its annotation says.

A set is a folder with `gold.jsonl` and one folder a case that holds `case.yaml` (tests/gold/README.md tells the form).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.model.words import ReviewType
from reviewdocs.names.entities import Kind
from reviewdocs.pseudonymise.model import Candidate
from reviewdocs.records.load import validated

_BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+")
_PROSE = re.compile(
    r"overview|narrative|analysis|exec|summary|learning|finding|background|briefing|portrait|context|research|policy|legal|chapter|report"
)
_RECORDS = re.compile(
    r"chron|log|notes|record|cpoms|printout|ambulance|text|message|call|sheet|timeline|custody|intel|download|obs|file|hv|gp|police|schedule"
)


@dataclass(frozen=True, slots=True)
class Text:
    """One annotated passage: a row of `gold.jsonl`, and the case it is of."""

    case: str
    passage: str
    text: str
    spans: Sequence[dict[str, Any]]

    @property
    def source(self) -> str:
        """The case it was made from, where names were swapped or letters recased."""
        return self.case.partition("#")[0]

    @property
    def register(self) -> str:
        """`prose`, `papers` or `records`, by the passage's name."""
        kind = self.passage.partition("-")[2] or self.passage
        return "prose" if _PROSE.search(kind) else "records" if _RECORDS.search(kind) else "papers"

    def paragraphs(self) -> list[Paragraph]:
        """The blocks of lines between blank ones, as a text file is read."""
        blocks = _BLOCK.finditer(self.text)
        return [Paragraph("text", n, block.group().rstrip("\n"), block.start()) for n, block in enumerate(blocks)]


@dataclass(frozen=True, slots=True)
class Case:
    """One case: its map as data and as the product reads it, and its passages."""

    name: str
    data: dict[str, Any]
    texts: Sequence[Text]

    @property
    def pmap(self) -> PseudonymMap:
        """The map, read; a review of a kind that the product does not know is read as a local one."""
        known = self.data["review_type"] in tuple(ReviewType)
        return validated(PseudonymMap, self.data if known else {**self.data, "review_type": ReviewType.LOCAL.value})

    @property
    def roles(self) -> dict[str, list[str]]:
        """By id, the last word of each person's role, which the scorer takes for an apposition."""
        return {person["id"]: [person["role"].split()[-1]] for person in self.data.get("people", [])}


def read(folders: Iterable[Path]) -> list[Case]:
    """Every case of the sets, in order; its name begins with the last two folders of its set."""
    cases: list[Case] = []
    for folder in folders:
        of = "/".join(folder.parts[-2:])
        rows: dict[str, list[Text]] = {}
        for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
            if line.strip():
                row = json.loads(line)
                name = f"{of}/{row['case']}"
                passage = f"{row['passage']}-{row.get('kind', '')}"
                rows.setdefault(row["case"], []).append(Text(name, passage, row["text"], row["spans"]))
        for case, texts in rows.items():
            data = _without_strays(yaml.safe_load((folder / case / "case.yaml").read_text(encoding="utf-8")))
            cases.append(Case(f"{of}/{case}", data, texts))
    return cases


def _without_strays(data: Any) -> Any:
    """A map without keys that hold nothing: what is left of an unquoted comma in somebody's role."""
    if isinstance(data, dict):
        return {key: _without_strays(value) for key, value in data.items() if value is not None}
    return [_without_strays(value) for value in data] if isinstance(data, list) else data


@dataclass(frozen=True, slots=True)
class Label:
    """What the annotation says of a candidate.

    `known` is 1 where somebody or something that the map knows is meant, 0 where nobody, None where it does not say.
    `refs` are the ids of who is meant, `clear` the kind of who stays or has a seat, `span` the number of the span.
    """

    known: int | None
    refs: frozenset[str] = frozenset()
    clear: Kind | None = None
    span: int | None = None
    joint: bool = False


def refs_of(span: dict[str, Any]) -> frozenset[str]:
    """The ids that a span is a mention of, a family's members one by one."""
    return frozenset(span.get("refs") or span["label_or_ref"].split("+"))


def label(text: Text, start: int, end: int) -> Label:
    """What the annotation says of the code points [start, end) of a passage."""
    for number, span in enumerate(text.spans):
        if not (span["start"] < end and start < span["end"]):
            continue
        kind, what = span["action"], span["label_or_ref"]
        if kind == "replace":
            if end <= span.get("core_start", span["start"]):
                return Label(None, span=number)
            joint = "+" in what or span.get("entity") == "group"
            return Label(1, refs_of(span), span=number, joint=joint)
        if kind == "flag":
            if what == "PERSON" and span.get("panel_member"):
                return Label(1, clear=Kind.PANEL, span=number)
            return Label(0 if what == "PERSON" and not span.get("contains_refs") else None, span=number)
        if what == "permitted":
            return Label(1, clear=Kind.PERMITTED, span=number)
        return Label(0, span=number)
    return Label(0)


def of_candidate(text: Text, paragraph: Paragraph, candidate: Candidate, kinds: Sequence[Kind]) -> Label:
    """What the annotation says of a candidate of a paragraph.

    A street or firm of which a word is some person's name too is not that person, however it is marked.
    """
    told = label(text, paragraph.offset + candidate.start, paragraph.offset + candidate.end)
    if told.known is None and told.span is not None and kinds[candidate.best.entity] is Kind.PERSON:
        span = text.spans[told.span]
        if span["action"] == "flag" and span["label_or_ref"] in ("ADDRESS", "ORG", "PLACE"):
            return Label(0, span=told.span)
    return told


def words(texts: Iterable[Text]) -> int:
    """How many words the passages have."""
    return sum(len(text.text.split()) for text in texts)


def by_register(texts: Iterable[Text]) -> Iterator[tuple[str, list[Text]]]:
    """The passages of each register."""
    found: dict[str, list[Text]] = {}
    for text in texts:
        found.setdefault(text.register, []).append(text)
    yield from sorted(found.items())
