"""A realistic overview report for the benchmarks: about 150 pages, 600 mentions of the people of its map.

Styles, runs of several formats, tables, headers and footers, footnotes, comments, tracked changes, pictures when asked.
All people are invented.
"""

from __future__ import annotations

import io
import random
import struct
import zlib
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

PEOPLE = (
    ("subject child", "Child A", "Tamsin", "Quillfeather"),
    ("mother", "Mother", "Brid", "Quillfeather"),
    ("father", "Father", "Anselm", "Oxtoby"),
    ("sibling", "Sibling 1", "Perrin", "Quillfeather"),
    ("maternal grandmother", "MGM", "Hesper", "Tolverne"),
    ("maternal grandfather", "MGF", "Osric", "Tolverne"),
    ("social worker", "Social Worker 1", "Ottoline", "Marchbank"),
    ("social worker", "Social Worker 2", "Dunstan", "Farrier"),
    ("health visitor", "HV1", "Ysolde", "Penhallow"),
    ("midwife", "Midwife 1", "Rosalba", "Nancekivell"),
    ("general practitioner", "GP 1", "Leopold", "Trewhella"),
    ("police officer", "Police Officer 1", "Corisande", "Blewett"),
    ("teacher", "Teacher 1", "Jocasta", "Rashleigh"),
    ("neighbour", "Neighbour 1", "Mervyn", "Skewes"),
    ("paternal aunt", "Aunt", "Philippa", "Oxtoby"),
)
MENTIONS = 600
_PARAGRAPHS = 920
_ABOUT = (
    "{} was seen at home and no concerns were recorded at that visit.", "The referral was made by {} on the same day.",
    "It was agreed that {} would be spoken to alone before the next meeting.", "{} told the nurse that sleep was poor.",
    "There is no record that {} was invited to the conference.", "The plan was shared with {} and signed.",
    "A letter was sent to {}, who did not answer it.", "Contact between the family and {} was supervised.",
    "The duty team asked {} to attend the office that week.", "In interview, {} described the evening in detail.",
)  # fmt: skip
_PLAIN = (
    "The review heard that practitioners were working with high caseloads throughout this period.",
    "Records were completed on time but did not always analyse what had been seen.",
    "Supervision took place monthly and focused on timescales rather than on the child's lived experience.",
    "Thresholds were applied in line with the guidance that was in force at the time.",
    "There was a delay of three weeks before the strategy discussion, for which no reason is recorded.",
    "The panel considered whether information was shared promptly between agencies.",
    "Staff spoke openly and the review is grateful for their reflections.",
    "The child protection plan was reviewed twice and the second review reduced the frequency of visits.",
    "Neglect was understood as a series of incidents and not as a pattern over time.",
    "Partners should assure themselves that escalation routes are known and are used.",
    "Good practice was seen in the persistence of the school in raising its worries.",
    "The learning event was attended by forty practitioners from nine agencies.",
)
_HEADINGS = ("Introduction", "Family background", "Summary of agency involvement", "Analysis", "Findings", "Learning")


def names() -> dict[str, str]:
    """Every form that a plain script looks for, with its pseudonym; a shared surname stands for the family."""
    forms: dict[str, str] = {}
    for _, pseudonym, forename, surname in PEOPLE:
        forms |= {f"{forename} {surname}": pseudonym, forename: pseudonym}
        forms[surname] = "the family" if surname in forms else pseudonym
    return forms


def pseudonym_map() -> str:
    """The map as a file."""
    rows = (
        f"  - {{id: P{n}, role: {role}, pseudonym: {pseudonym}, forename: {forename}, surname: {surname}}}"
        for n, (role, pseudonym, forename, surname) in enumerate(PEOPLE)
    )
    return "\n".join(("id: BENCH", "review_type: LCSPR", "dates: {policy: keep}", "people:", *rows, ""))


def report(*, picture_megabytes: int = 0) -> bytes:
    """The report's bytes; the same for the same arguments."""
    chance = random.Random(7)
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Overview report: Tamsin Quillfeather"
    section.footer.paragraphs[0].text = "Restricted"
    where = set(chance.sample(range(_PARAGRAPHS), MENTIONS - 50))  # the others stand in tables, notes and changes
    for number in range(_PARAGRAPHS):
        if number % 35 == 0:
            document.add_heading(f"{number // 35 + 1} {chance.choice(_HEADINGS)}", level=1 + (number % 2))
        _add_paragraph(chance, document, named=number in where)
        if number % 30 == 29:
            _add_table(chance, document)
    _add_notes_and_changes(chance, document)
    for _ in range(picture_megabytes):
        document.add_picture(io.BytesIO(_noise(chance)))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _mention(chance: random.Random) -> str:
    _, _, forename, surname = chance.choice(PEOPLE)
    return chance.choice((f"{forename} {surname}", f"{forename} {surname}", forename))


def _add_paragraph(chance: random.Random, document: Any, *, named: bool) -> None:
    style = chance.choices(("Normal", "List Bullet", "List Number", "Intense Quote"), (12, 2, 1, 1))[0]
    paragraph = document.add_paragraph(style=style)
    sentences = chance.sample(_PLAIN, 4)
    if named:
        sentences[chance.randrange(4)] = chance.choice(_ABOUT).format(_mention(chance))
    for at, sentence in enumerate(sentences):
        run = paragraph.add_run(f"{sentence} ")
        run.bold, run.italic = (at == 1 and chance.random() < 0.2) or None, (at == 2 and chance.random() < 0.2) or None


def _add_table(chance: random.Random, document: Any) -> None:
    table = document.add_table(rows=8, cols=4, style="Light Grid Accent 1")
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells.cells):
            named = row == 3 and column == 2
            cell.text = f"Spoke to {_mention(chance)}" if named else chance.choice(_PLAIN)[:60]


def _add_notes_and_changes(chance: random.Random, document: Any) -> None:
    """Fifteen footnotes, each named in one, and thirty tracked changes by two authors."""
    paragraphs = [paragraph for paragraph in document.paragraphs if len(paragraph.runs) > 2]
    notes = []
    for number, paragraph in enumerate(chance.sample(paragraphs, 15), 2):
        reference = f'<w:r {nsdecls("w")}><w:footnoteReference w:id="{number}"/></w:r>'
        paragraph._p.append(parse_xml(reference))
        text = f"Recorded by {_mention(chance)} in the chronology."
        notes.append(f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>')
    xml = f"<?xml version='1.0' encoding='UTF-8'?><w:footnotes {nsdecls('w')}>{''.join(notes)}</w:footnotes>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    for number, paragraph in enumerate(chance.sample(paragraphs, 30), 100):
        tag, text = (("ins", "t"), ("del", "delText"))[number % 2]
        by = f'w:id="{number}" w:author="Ottoline Marchbank" w:date="2023-11-02T09:00:00Z"'
        words = "After that the plan was changed."
        change = f"<w:{tag} {nsdecls('w')} {by}><w:r><w:{text}>{words}</w:{text}></w:r></w:{tag}>"
        paragraph._p.append(parse_xml(change))


def _noise(chance: random.Random) -> bytes:
    """A picture of a megabyte that cannot be compressed."""
    side = 590

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + chance.randbytes(side * 3) for _ in range(side))
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, data) for kind, data in chunks)
