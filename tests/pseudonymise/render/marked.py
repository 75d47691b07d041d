"""Sentences with decided mentions marked in them, "[Josie Averill|MOTHER] said so", and how they are worded.

Everybody is invented. After the bar stands who is meant: one id of the cast or several joined by "+", then after a
colon an ending that comes with it; nothing for what is kept, and "?" for what a person has to decide.
"""

from __future__ import annotations

import re

from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import Entity, Kind
from reviewdocs.pseudonymise.render.edits import UNDECIDED, apart, edited, edits_of, listed_names
from reviewdocs.pseudonymise.render.panel import panel_place
from reviewdocs.pseudonymise.render.prose import as_prose
from reviewdocs.pseudonymise.render.wording import Place, fitted
from reviewdocs.pseudonymise.tokens import Tokens

PEOPLE = {
    "CHILD": "Child A",
    "SIBLING": "Sibling 1",
    "MOTHER": "Mother",
    "FATHER": "Father",
    "MGM": "MGM",
    "PGF": "Paternal Grandfather",
    "PARTNER": "Partner 1",
    "AUNT": "Person 6",
    "UNCLE": "Uncle 1",
    "FRIEND": "Friend 1",
    "LODGER": "the Lodger",
    "SW": "Social Worker 1",
    "HV": "HV1",
    "GP": "GP 1",
    "NURSE": "Named Nurse 1",
    "PC": "Police Officer 1",
}
GROUPS = {
    "AVERILLS": ("the family", ("CHILD", "SIBLING", "MOTHER", "MGM")),
    "CRANES": ("the neighbours", ("FRIEND", "LODGER")),
    "TOMSETTS": ("the paternal family", ("FATHER", "PGF")),
}
PLACES = {"TOWN": "Town 1", "VILLAGE": "Village 1", "CITY": "the City"}
ORGANISATIONS = {"SCHOOL": "School 1", "HOSPITAL": "Hospital 1"}
SEAT = Entity(Kind.PANEL, "", "Detective Inspector", employer="Northvale Constabulary")
_MARK = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")


def draft_of(marked: str) -> Paragraph:
    """The sentence without its marks."""
    return Paragraph("text", 0, _MARK.sub(r"\1", marked))


def mentions_of(marked: str) -> list[Mention]:
    """The marked mentions, fitted one by one."""
    paragraph = draft_of(marked)
    tokens, gone, mentions = Tokens(paragraph), 0, []
    for mark in _MARK.finditer(marked):
        start = mark.start() - gone
        end = start + len(mark[1])
        gone += len(mark.group()) - len(mark[1])
        mentions.append(_mention(tokens, start, end, *mark[2].partition(":")[::2]))
    return apart(paragraph, mentions)


def published(marked: str) -> str:
    """The sentence as it may be published."""
    paragraph = draft_of(marked)
    return edited(paragraph, edits_of(as_prose(paragraph, mentions_of(marked))).get(paragraph.key, ())).text


def _mention(tokens: Tokens, start: int, end: int, who: str, ending: str) -> Mention:
    category, refs, outcome = Category.PERSON, tuple(who.split("+")), Outcome.REPLACED
    if not who:
        return _record(tokens, None, start, end, category, (), Outcome.KEPT)
    if who == "SEAT":
        return _record(tokens, panel_place(tokens, start, end, SEAT), start, end, category, (), outcome)
    if who == "?":
        place = fitted(tokens, start, end, UNDECIDED)
        return _record(tokens, place, start, end, category, ("MOTHER",), Outcome.UNDECIDED)
    if who in GROUPS:
        designation, refs = GROUPS[who]
    elif who in PLACES:
        designation, category = PLACES[who], Category.PLACE
    elif who in ORGANISATIONS:
        designation, category = ORGANISATIONS[who], Category.ORG
    else:
        designation = listed_names([PEOPLE[ref] for ref in refs])
    return _record(tokens, fitted(tokens, start, end, designation + ending), start, end, category, refs, outcome)


def _record(
    tokens: Tokens,
    place: Place | None,
    start: int,
    end: int,
    category: Category,
    refs: tuple[str, ...],
    outcome: Outcome,
) -> Mention:
    start, end = (place.start, place.end) if place else (start, end)
    text = tokens.paragraph.text[start:end]
    return Mention(
        tokens.paragraph.key, start, end, text, category, refs, outcome, place.text if place else None, ("marked",)
    )
