"""The pseudonym map as a workbook: one sheet a list, for people who work in Excel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from reviewdocs.errors import Problem
from reviewdocs.model.pseudonyms import DatePolicy, Entry, PseudonymMap
from reviewdocs.model.words import ReviewType
from reviewdocs.records.workbook import Column, Kind, Sheet, Table, WorkbookDocument, read_tables, write_tables

_EVIDENCE = Column(
    "evidence", "Evidence", "Where a proposed entry comes from. For the reader; no part of the map.", Kind.REMARK, 60
)
_MANY = "Several: a ; or a new line between them"
_MANY_NAMES = "Several: a ; a comma or a new line between them"
_THING = (
    Column("id", "Id", "A short name of your own that nothing else in the map has, such as TOWN. Required."),
    Column("name", "Name", "As it stands in the review's papers. Required.", width=28),
    Column("kind", "Kind", "town, street, school, GP practice…"),
    Column("pseudonym", "Pseudonym", "What stands there in anything published: Town 1. Required.", width=22),
    Column("also", "Also", f"Its other names, also shortened ones. {_MANY}.", Kind.LIST, 30),
    _EVIDENCE,
)
MAP, DATES, PEOPLE = "map", "dates", "people"
OWN_IDENTIFIERS = {"nhs": Kind.NHS, "telephone": Kind.TELEPHONE}
"""Identifiers that have a column of their own."""

SHEETS = (
    Sheet(
        MAP,
        "The review. One row.",
        (
            Column("id", "Id", "The review's reference, such as LCSPR-2025-03. Required.", width=20),
            Column("review_type", "Review type", f"{', '.join(ReviewType)}. Required.", choices=tuple(ReviewType)),
            Column("title", "Title", "The review's title.", width=70),
        ),
        single=True,
    ),
    Sheet(
        PEOPLE,
        "Everybody who gets a pseudonym. Give every form of a name that may stand in a draft.",
        (
            Column("id", "Id", "A short name of your own that nothing else has: MOTHER, SW1. Required.", width=14),
            Column("role", "Role", "mother, social worker… Required.", width=22),
            Column("pseudonym", "Pseudonym", "What stands there in anything published. Required.", width=22),
            Column("title", "Title", "Mrs, Dr, PC…", width=8),
            Column("forename", "Forename", "A person needs a forename, a surname or a name in Known as."),
            Column("middle", "Middle", "Middle names, as they are written together."),
            Column("surname", "Surname", "Family name, with its particles (van der Berg)."),
            Column("known_as", "Known as", f"Nicknames. {_MANY_NAMES}.", Kind.NAMES, 20),
            Column("former_names", "Former names", f"Former or other names, in full. {_MANY_NAMES}.", Kind.NAMES, 20),
            Column(
                "misspellings", "Misspellings", f"Wrong spellings that stand in records. {_MANY_NAMES}.", Kind.NAMES, 20
            ),
            Column("pronouns", "Pronouns", "she/her, he/him, they/them.", width=10),
            Column("dob", "Date of birth", "A date, or year-month-day: 2018-05-14.", Kind.DATE, 13),
            Column("nhs", "NHS number", "Ten digits.", Kind.NHS, 15),
            Column("telephone", "Telephone", "One number; further ones in Identifiers.", Kind.TELEPHONE),
            Column("identifiers", "Identifiers", f"Others, each as upn: A123456789012. {_MANY}.", Kind.PAIRS, 26),
            Column("addresses", "Addresses", f"Every address, also shortened. {_MANY}.", Kind.ADDRESSES, 36),
            Column("chosen_by", "Chosen by", "Who chose the pseudonym.", width=22),
            Column("agreed", "Agreed", "When it was agreed: a date.", Kind.DATE, 12),
            _EVIDENCE,
        ),
    ),
    Sheet(
        "groups",
        "Families who share a surname, spoken of together (the Okafors).",
        (
            Column("id", "Id", "A short name of your own that nothing else in the map has. Required."),
            Column("surname", "Surname", "Required."),
            Column("members", "Members", f"Ids of people. {_MANY_NAMES}. Required.", Kind.NAMES, 36),
            Column("pseudonym", "Pseudonym", "the family. Required.", width=22),
            _EVIDENCE,
        ),
    ),
    Sheet("places", "Towns, streets, estates that point at the family.", _THING),
    Sheet("organisations", "Schools, surgeries, homes, employers that point at the family.", _THING),
    Sheet(
        "permitted",
        "Who stays in clear: chairs and author.",
        (Column("name", "Name", "Required.", width=28), Column("role", "Role", "Independent Chair…", width=44)),
    ),
    Sheet(
        "panel",
        "The review panel: job title and employer stay in what is published, the name never does.",
        (
            Column("job_title", "Job title", "Required.", width=44),
            Column("employer", "Employer", "The agency.", width=44),
            Column("name", "Name", "Required.", width=28),
        ),
    ),
    Sheet(
        DATES,
        "What becomes of exact dates. One row.",
        (
            Column("policy", "Policy", f"{', '.join(DatePolicy)}.", width=14, choices=tuple(DatePolicy)),
            Column("anchor", "Anchor", "The day that relative dates count from.", Kind.DATE, 12),
            Column("shift_weeks", "Shift weeks", "By how many weeks shifted dates are moved; -60 is back. A secret."),
        ),
        single=True,
    ),
)
_ABOUT = (
    ("Pseudonym map", "Who is who in the review, and what each is called in anything published. It is the key to the "
     "whole review: keep it as carefully as the review's own papers."),
    ("Lists in a cell", "Several names in one cell have a semicolon between them, or a line each: Fifi; Ada. A "
     "semicolon within a name is written \\;, a comma \\,."),
    ("Check it", "reviewdocs pseudonyms lint FILE says with sheet, row and column what is wrong or doubtful."),
)  # fmt: skip


def read_map_workbook(raw: bytes, file: str) -> WorkbookDocument:
    """A map's workbook as the plain data that its YAML file would hold.

    Raises:
        InputError: it is no workbook, damaged, protected, or larger than is read.
    """
    tables, problems = read_tables(raw, file, SHEETS)
    data: dict[str, Any] = {}
    for name, table in tables.items():
        if name == MAP:
            data |= table.records[0] if table.records else {}
        elif name == DATES:
            if table.records:
                data[name] = table.records[0]
        else:
            data[name] = table.records
    for number, person in enumerate(data.get(PEOPLE, ())):
        problems += _gather_identifiers(person, number, tables[PEOPLE], file)
    # A sheet that was left out still has its place in messages.
    places = {sheet.name: tables.get(sheet.name, Table(sheet)) for sheet in SHEETS}
    return WorkbookDocument(file, data, tuple(problems), places)


def _gather_identifiers(person: dict[str, Any], number: int, table: Table, file: str) -> Iterator[Problem]:
    identifiers = {key: person.pop(key) for key in OWN_IDENTIFIERS if key in person}
    for key, value in person.get("identifiers", {}).items():
        if key in identifiers:
            field = f"people[{number}].identifiers.{key}"
            expected = "it stands in a column of its own already; take one of the two out"
            yield Problem(file, None, field, f"'{key}' again", expected, cell=table.cell(number, "identifiers"))
        else:
            identifiers[key] = value
    if identifiers:
        person["identifiers"] = identifiers


def write_map_workbook(pmap: PseudonymMap, evidence: Mapping[str, str] | None = None) -> bytes:
    """The map as a workbook.

    Args:
        pmap: the map.
        evidence: for ids of entries, where they come from, for the column of that name.

    Raises:
        InputError: something does not fit into a cell.
    """
    evidence = evidence or {}
    rows: list[tuple[Sheet, list[dict[str, Any]]]] = []
    for sheet in SHEETS:
        if sheet.name == MAP:
            records = [{"id": pmap.id, "review_type": pmap.review_type, "title": pmap.title}]
        elif sheet.name == DATES:
            records = [asdict(pmap.dates)] if pmap.dates else []
        else:
            records = [_record(entry, evidence) for entry in getattr(pmap, sheet.name)]
        rows.append((sheet, records))
    return write_tables(rows, about=_ABOUT, spare=50)


def _record(entry: Entry, evidence: Mapping[str, str]) -> dict[str, Any]:
    record = asdict(entry)
    identifiers = dict(record.pop("identifiers", {}))
    record |= {key: identifiers.pop(key) for key in OWN_IDENTIFIERS if key in identifiers}
    return {**record, "identifiers": identifiers, "evidence": evidence.get(record.get("id", ""), "")}
