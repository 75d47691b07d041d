"""The project's own annotated passages, read as documents, and what becomes of each annotated stretch of them."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from reviewdocs.model.mentions import Mention, Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise import Resolver
from reviewdocs.records.load import validated

GOLD = Path(__file__).parents[1] / "gold"


@dataclass(frozen=True)
class Passage:
    """One passage of a case, with its annotated stretches (`start`, `end`, `action`, `refs`)."""

    case: str
    name: str
    text: str
    spans: Sequence[dict[str, Any]]

    def paragraphs(self) -> list[Paragraph]:
        return [
            Paragraph("text", number, block.group().rstrip("\n"), block.start())
            for number, block in enumerate(re.finditer(r"(?:[^\n]+\n?)+", self.text))
        ]

    def changed(self, text: str) -> Passage:
        return replace(self, text=text)


@cache
def passages() -> tuple[Passage, ...]:
    rows = map(json.loads, (GOLD / "gold.jsonl").read_text(encoding="utf-8").splitlines())
    return tuple(Passage(row["case"], row["passage"], row["text"], row["spans"]) for row in rows)


@cache
def data_of(case: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((GOLD / case / "case.yaml").read_text(encoding="utf-8"))
    return data


@cache
def resolver_of(case: str) -> Resolver:
    return Resolver(map_of(data_of(case)))


def map_of(data: dict[str, Any]) -> PseudonymMap:
    return validated(PseudonymMap, data)


def cases() -> list[str]:
    return sorted({passage.case for passage in passages()})


def mentions_of(passage: Passage, resolver: Resolver) -> list[tuple[int, int, Mention]]:
    """Each mention with its place in the whole text."""
    paragraphs = passage.paragraphs()
    offsets = {paragraph.key: paragraph.offset for paragraph in paragraphs}
    found = resolver.resolve(paragraphs)
    return [(offsets[m.paragraph] + m.start, offsets[m.paragraph] + m.end, m) for m in found]


def decided(passage: Passage, resolver: Resolver) -> list[tuple[int, int, Outcome, frozenset[str]]]:
    """Each mention's place, what was done, and who is meant."""
    return [(start, end, m.outcome, frozenset(m.refs)) for start, end, m in mentions_of(passage, resolver)]


def published(passage: Passage, resolver: Resolver) -> str:
    """The passage as it may be published."""
    text = passage.text
    for start, end, mention in reversed(mentions_of(passage, resolver)):
        if mention.replacement is not None:
            text = text[:start] + mention.replacement + text[end:]
    return text
