"""What a document carries while people work on it, and no longer once it is published: marking, version, "draft".

Such words are taken out where they mark the document and nowhere else: headers, footers, watermarks, and the front
matter (all before the second heading, of which the first is the title). Sentences are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from reviewdocs.model.text import Edit, Layer, Paragraph, ParagraphKey

_MARKING = (
    r"(?:UK )?OFFICIAL(?:[ \N{EN DASH}-]{1,3}SENSITIVE)?(?:[ \N{EN DASH}:\[(-]{1,4}(?:PERSONAL|COMMERCIAL)[\])]?)?"
    r"|NOT PROTECTIVELY MARKED|PROTECT(?:[ -]{1,3}PERSONAL(?: DATA)?)?|RESTRICTED|"
    r"(?:STRICTLY )?(?:PRIVATE (?:AND|&) )?CONFIDENTIAL|NOT FOR (?:ONWARD )?(?:CIRCULATION|PUBLICATION|DISCLOSURE)"
)
"""Source: Government Security Classifications, 2014 (PROTECT, RESTRICTED) and 2023, and what reviews write beside."""
_VERSION = r"(?:final )?(?:draft )?(?:v(?:ersion)?|ver\.?)[ .]{0,2}(?:no\.? ?)?\d{1,2}(?:\.\d{1,3}){0,3}(?: draft)?"
_DRAFT = (
    r"(?:final |first |second |third |working )?draft"
    r"(?: (?:only|copy|report|\d{1,2}(?:\.\d{1,2})?|(?:not )?for \w+))?"
)
_ANY = rf"(?:{_MARKING}|{_VERSION}|{_DRAFT})"
_WHOLE = re.compile(rf"[ \[(]*{_ANY}(?:[ ,;:\N{{EN DASH}}-]{{1,3}}{_ANY}){{0,3}}[ \])]*", re.IGNORECASE)
_AT_START = re.compile(rf"{_VERSION}[ ,;:\N{{EN DASH}}-]{{1,4}}(?:dated |of )?(?=\d)", re.IGNORECASE)
"""A version before its date: "Version 0.3, 21 June 2031"."""
_IN_TITLE = re.compile(
    rf"[ ]*[\[(](?:{_DRAFT}|{_VERSION})[\])]|[ ]+[\N{{EN DASH}}-][ ]+(?:{_DRAFT}|{_VERSION})$|^draft[ ]+(?=\w)",
    re.IGNORECASE,
)
_VERSION_AND = re.compile(r"version(?: (?:and|&) |/)(\w)", re.IGNORECASE)
_PIECE = re.compile(r"[^\t|]+")
_LONGEST_TITLE = 120
_HEADING = "heading "
_LEFT = re.compile(r"\bOFFICIAL[ -]SENSITIVE\b|\bDRAFT\b")


@dataclass(slots=True)
class Unmarking:
    """What is to go.

    Attributes:
        edits: of texts that stay with fewer words.
        rows: the texts of rows that held nothing but a mark and its label.
        watermarks: the words of watermarks.
        gone: what goes, each in words that a person can check.
    """

    edits: dict[ParagraphKey, list[Edit]] = field(default_factory=dict)
    rows: list[tuple[str, ...]] = field(default_factory=list)
    watermarks: set[str] = field(default_factory=set)
    gone: list[str] = field(default_factory=list)

    def text_of(self, paragraph: Paragraph) -> str:
        """What the paragraph says afterwards."""
        text = paragraph.text
        for edit in sorted(self.edits.get(paragraph.key, ()), key=lambda one: -one.start):
            text = text[: edit.start] + edit.replacement + text[edit.end :]
        return text


def unmarking_of(paragraphs: Sequence[Paragraph], landmarks: Mapping[ParagraphKey, str]) -> Unmarking:
    """What marks a document, of its paragraphs and their landmarks (`formats.opening.landmarks_of`)."""
    found = Unmarking()
    for paragraph in paragraphs:
        if paragraph.place in ("Header", "Footer"):
            _edit(found, paragraph, list(_pieces(paragraph.text)))
        elif paragraph.place == "Watermark or WordArt" and _WHOLE.fullmatch(paragraph.text):
            found.watermarks.add(paragraph.text)
            found.gone.append(f"watermark “{paragraph.text}”")
    front = _front(paragraphs, landmarks)
    rows = _rows(front, landmarks)
    of_rows = {paragraph.key for row in rows for paragraph in row}
    for row in rows:
        _in_row(found, row)
    for paragraph in front:
        if paragraph.key not in of_rows:
            _edit(found, paragraph, list(_in_front(paragraph.text)))
    return found


def file_name_of(name: str) -> str:
    """A file's name without version and draft: "LCSPR-2031-01 Overview report v0.3.docx"."""
    stem, dot, suffix = name.rpartition(".")
    plain = re.sub(rf"[ _-]*(?<![A-Za-z0-9])(?:{_VERSION}|{_DRAFT})(?=$|[ _)-])", "", stem, flags=re.IGNORECASE)
    return f"{plain.strip(' _-') or stem}{dot}{suffix}"


def marks_left(paragraphs: Sequence[Paragraph], landmarks: Mapping[ParagraphKey, str]) -> Iterator[str]:
    """Marks that stand in the text itself and are left for a person."""
    for paragraph in paragraphs:
        if paragraph.layer is not Layer.HIDDEN and (mark := _LEFT.search(paragraph.text)):
            where = landmarks.get(paragraph.key) or paragraph.place.lower()
            yield f"“{mark.group()}” stands in the text and was left ({where})"


def _front(paragraphs: Sequence[Paragraph], landmarks: Mapping[ParagraphKey, str]) -> list[Paragraph]:
    """The texts before the second heading."""
    front, headings = [], 0
    for paragraph in paragraphs:
        where = landmarks.get(paragraph.key, "")
        if paragraph.layer is Layer.HIDDEN or paragraph.place in ("Header", "Footer") or not where:
            continue
        headings += where.startswith(_HEADING)
        if headings > 1:
            break
        front.append(paragraph)
    return front


def _rows(front: Sequence[Paragraph], landmarks: Mapping[ParagraphKey, str]) -> list[list[Paragraph]]:
    """Rows of two texts: a label and what it labels."""
    in_rows = groupby(front, key=lambda paragraph: landmarks[paragraph.key])
    rows = [list(row) for where, row in in_rows if where.startswith("table row ")]
    return [row for row in rows if len(row) == 2]


def _in_row(found: Unmarking, row: Sequence[Paragraph]) -> None:
    label, value = row
    if _WHOLE.fullmatch(value.text):
        found.rows.append((label.text, value.text))
        found.gone.append(f"row “{label.text}: {value.text}”")
        return
    if version := _AT_START.match(value.text):
        _edit(found, value, [(0, version.end(), "")])
        if both := _VERSION_AND.match(label.text):
            _edit(found, label, [(0, both.end(), both.group(1).upper())])


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """The pieces of a running line that are marks, each with what parts it from the piece before it."""
    for piece in _PIECE.finditer(text):
        if _WHOLE.fullmatch(piece.group().strip()):
            before = len(text[: piece.start()].rstrip(" \t|"))
            end = piece.end()
            if not before:  # the first one goes with what parts it from the next
                after = text[end:]
                end = len(text) - len(after.lstrip(" |"))
                before = piece.start()
            yield before, end, ""
        else:
            shift = piece.start()
            yield from ((shift + m.start(), shift + m.end(), "") for m in _IN_TITLE.finditer(piece.group().rstrip()))


def _in_front(text: str) -> Iterator[tuple[int, int, str]]:
    if _WHOLE.fullmatch(text.strip()):
        yield 0, len(text), ""
    elif version := _AT_START.match(text):
        yield 0, version.end(), ""
    elif len(text) <= _LONGEST_TITLE and not text.rstrip().endswith((".", "?", "!")):
        for match in _IN_TITLE.finditer(text):
            if match.start() == 0 and match.end() < len(text):
                yield 0, match.end() + 1, text[match.end()].upper()
            else:
                yield match.start(), match.end(), ""


def _edit(found: Unmarking, paragraph: Paragraph, edits: Sequence[tuple[int, int, str]]) -> None:
    for start, end, replacement in edits:
        found.edits.setdefault(paragraph.key, []).append(Edit(start, end, replacement))
        gone = paragraph.text[start:end].strip(" \t|,")
        if replacement:
            new = paragraph.text[:start] + replacement + paragraph.text[end:]
            found.gone.append(f"“{paragraph.text}” is now “{new}”")
        else:
            found.gone.append(f"“{gone}” ({paragraph.place.lower()})")
