"""What a finished report says of itself: who chaired and wrote it, and which names in it are pseudonyms.

Its title page and its first pages name the chair and the author, who stay in clear; a table or a sentence says under
which names people appear ("Amina is a pseudonym"). Whoever checks such a report without a map is asked about them once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reviewdocs.language.sentences import sentences
from reviewdocs.model.mentions import Category, Detection
from reviewdocs.model.pseudonyms import PermittedName
from reviewdocs.model.text import Layer, Paragraph, ParagraphKey
from reviewdocs.names.folding import folded
from reviewdocs.pseudonymise.proposal.draft import Draft

_ROLE = (
    r"(?:(?:independent|panel|review|overview|report|lead|joint|board)\s+){0,3}"
    r"(?:chair(?:person|man|woman)?|author|reviewer|report\s+writer|scrutineer)"
)
_ROLES = rf"{_ROLE}(?:\s*(?:and|/|&)\s*{_ROLE})?"
_BEFORE = re.compile(
    rf"\b(?P<role>{_ROLES})\s*(?:was|is|being|of\s+(?:the|this)\s+\w+)?\s*[,:–—|\t(-]*\s*(?:is|was)?\s*$", re.I
)
_AFTER = re.compile(
    rf"^\s*(?:(?:OBE|MBE|CBE|QPM|KC|JP|MA|BA|BSc|MSc|PhD|[A-Z]{{2,4}})\b[,\s]*)*[,(|\t–—-]*\s*(?:was|is|acted\s+as|as)?\s*"
    rf"(?:the|an|its|our)?\s*(?P<role>{_ROLES})\b",
    re.I,
)
_BY = re.compile(
    r"\b(?P<role>written|authored|prepared|chaired|led|carried\s+out|conducted|undertaken|completed)\s+by\s*:?\s*$",
    re.I,
)
_SAID = re.compile(r"independent|chair|author|reviewer|report writer|scrutineer|\band\b")
_HONOURS = re.compile(r"[,\s]+(?:OBE|MBE|CBE|QPM|KC|JP|MA|BA|BSc|MSc|PhD)\b.*$")
_FIRST_PAGES = 150
"""Paragraphs in which a report says who made it."""
_DECLARES = re.compile(
    r"\bpseudonyms?\b|\bnot\s+(?:his|her|their|the\s+[\w\s]{1,30}?['’]s)\s+(?:real|own|actual)?\s*name\b|"
    r"\b(?:referred\s+to|known|called|named)\s+(?:here\s+|throughout\s+)?(?:as\s+)?(?:in|throughout|for\s+the\s+purposes?\s+of)\s+"
    r"th(?:is|e)\s+(?:report|review|summary)\b|\b(?:will|shall)\s+be\s+(?:called|known\s+as|referred\s+to\s+as)\b",
    re.I,
)
_HEAD = re.compile(r"\b(?:pseudonyms?|designations?|names?\s+used|referred\s+to\s+as|known\s+as|identifiers?)\b", re.I)
_CELLS = re.compile(r"\s*[\t|]\s*")
_ROW = re.compile(r"table row (\d+)")
_LONGEST_HEAD = 60


@dataclass(frozen=True, slots=True)
class Declared:
    """A name of which a report says that it may stand there.

    Attributes:
        name: as it stands.
        role: what it says of it.
        quote: where it says so.
    """

    name: str
    role: str
    quote: str


def additions_from_published(draft: Draft, found: Iterable[Declared], file: str) -> None:
    """Propose as permitted whom a finished report names as its makers, and the pseudonyms that it declares.

    Args:
        draft: the map that grows.
        found: what the report says of itself.
        file: its name, for the evidence.
    """
    known = {folded(entry.name) for entry in draft.listed("permitted") if isinstance(entry, PermittedName)}
    for declared in found:
        if folded(declared.name) not in known:
            known.add(folded(declared.name))
            draft.add("permitted", PermittedName(name=declared.name, role=declared.role), f"{file}: “{declared.quote}”")


def declarations(paragraphs: Sequence[Paragraph], detections: Iterable[Detection]) -> Iterator[Declared]:
    """Whom a report names as its makers, then the names that it says are pseudonyms.

    Args:
        paragraphs: of the report, in reading order, with their landmarks.
        detections: what looks identifying in them.
    """
    seen = [paragraph for paragraph in paragraphs if paragraph.layer is not Layer.HIDDEN]
    by_paragraph: dict[ParagraphKey, list[Detection]] = defaultdict(list)
    for detection in detections:
        if detection.category is Category.PERSON:
            by_paragraph[detection.paragraph].append(detection)
    yield from _makers(seen[:_FIRST_PAGES], by_paragraph)
    names = {folded(person.text) for people in by_paragraph.values() for person in people}
    yield from _said(seen, by_paragraph)
    yield from _tabled(seen, names)


def _makers(paragraphs: Sequence[Paragraph], people: dict[ParagraphKey, list[Detection]]) -> Iterator[Declared]:
    """Whole names beside the words chair, author, reviewer; in a form or table those stand in the cell before."""
    before = ""
    for paragraph in paragraphs:
        for person in people.get(paragraph.key, ()):
            ahead, after = paragraph.text[: person.start], paragraph.text[person.end :]
            ahead = ahead if ahead.strip() else f"{before}\t"
            role = _role(ahead, after)
            if role and " " in person.text.strip():
                yield Declared(_plain(person.text), role, _quote(f"{ahead[-60:]}{person.text}{after[:60]}"))
        before = paragraph.text if len(paragraph.text) <= _LONGEST_HEAD else ""


def _role(ahead: str, after: str) -> str:
    """What is said of somebody who is named between two texts; empty where that is not who made the report."""
    if by := _BY.search(ahead):
        return "chair" if by["role"].casefold() == "chaired" else "author"
    stated = _BEFORE.search(ahead) or _AFTER.match(after)
    return " ".join(_SAID.findall(stated["role"].casefold())) if stated else ""


def _said(paragraphs: Sequence[Paragraph], people: dict[ParagraphKey, list[Detection]]) -> Iterator[Declared]:
    """Names in sentences that declare them."""
    for paragraph in paragraphs:
        for start, end in sentences(paragraph.text):
            sentence = paragraph.text[start:end]
            if not _DECLARES.search(sentence):
                continue
            for person in people.get(paragraph.key, ()):
                if start <= person.start < end and not person.text.strip().count(" "):
                    yield Declared(_plain(person.text), "a pseudonym, as the report says", _quote(sentence))


def _tabled(paragraphs: Sequence[Paragraph], names: set[str]) -> Iterator[Declared]:
    """Names in the first column of a table whose heading says that they are pseudonyms."""
    inside = False
    for first, cells in _rows(paragraphs):
        if len(cells) < 2:
            inside = False
        elif any(_HEAD.search(cell) and len(cell) <= _LONGEST_HEAD for cell in cells):
            inside = True
        elif inside and not first and folded(cells[0]) in names:
            yield Declared(_plain(cells[0]), f"a pseudonym: {cells[1][:60].casefold()}", _quote(" | ".join(cells)))


def _rows(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[bool, list[str]]]:
    """Every row of a table with its cells, and whether it is the first; other paragraphs as rows of one cell."""
    row, cells = "", list[str]()
    for paragraph in paragraphs:
        if (landmark := _ROW.search(paragraph.landmark)) and paragraph.landmark == row:
            cells.append(paragraph.text.strip())
            continue
        if cells:
            yield row.startswith("table row 1 "), cells
        row, cells = (paragraph.landmark, [paragraph.text.strip()]) if landmark else ("", [])
        if not landmark:
            for line in paragraph.text.splitlines():
                yield False, [cell for cell in _CELLS.split(line.strip()) if cell]
    if cells:
        yield False, cells


def _plain(name: str) -> str:
    return _HONOURS.sub("", " ".join(name.split())).strip("\"'“”‘’,.")


def _quote(text: str) -> str:
    return " ".join(text.split())[:160]
