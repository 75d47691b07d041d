"""What becomes of a panel member's name: it goes, and the job title stands once, with the article it needs."""

from __future__ import annotations

import re

from reviewdocs.language.words import is_word
from reviewdocs.names.entities import Entity
from reviewdocs.pseudonymise.render.surroundings import COMMA_NEEDED
from reviewdocs.pseudonymise.render.wording import Place, fitted
from reviewdocs.pseudonymise.tokens import Tokens

_REACH = 160
"""How many characters beside a name are looked at for the job title and the employer."""
_GAP = r"[^\S\n\t]"
_MARK = rf"(?:{_GAP}+[–—-]{_GAP}+|{_GAP}*[,:;]{_GAP}*|{_GAP}*[(\[]{_GAP}*)"
"""What sets a name and a job title off from each other on one line."""
_LABEL = re.compile(r"(?:[:(\[]|\b(?:(?i:dear|cc|signed)|[A-Z]{4,}))\s*$")
_ENTRY = re.compile(r"(?:[;,]|\band)\s*$")
_OPENING = re.compile(r"(?:^|[\n\t|•·*>]|[.!?][\"”'’)]?\s|(?:^|\n)\s*(?:[–-]|\(?\w{1,3}[.)]))\s*$")
"""What stands before a sentence, a cell or a line of a list."""
_WORD = r"\b(?!(?:and|for|the|from|with)\b)[a-z]{3,}"
"""A word that hardly any list of people has."""
_SAID = re.compile(rf"(?:\([^)\n]*\)|[^.!?\n\t|(–—;:])*?{_WORD}")
_GOES_ON = re.compile(r"['’]s\b|\s+(?!(?:and|or|at|of|for|from|with|to)\b)[a-z]+")
_ASIDE = re.compile(
    rf"{_GAP}*[(\[](?P<held>[^()\[\]\n\t]{{2,80}})[)\]]|"
    rf",{_GAP}+(?:the{_GAP}+)?(?P<said>[A-Z][\w'’ -]{{2,60}}?)(?:,(?={_GAP}+[a-z])|(?=[.;\n\t]|$))"
)
_LEADING = re.compile(
    rf"(?:^|(?<=[\s(|]))(?P<title>(?:[A-Z][\w'’-]*{_GAP}+(?:(?:for|of|and){_GAP}+)?){{1,6}})(?P<opened>[(\[]{_GAP}*)?$"
)
"""Capitalised words right before a name."""
_TITLE_WORDS = re.compile(r"[\w'’]+")
_SMALL = frozenset(["a", "an", "and", "at", "for", "in", "of", "the"])
_DESCRIBED = re.compile(r"\b(?:former|interim|acting|deputy|assistant|retired|temporary)\s+$", re.I)
_TITLE_BEFORE = re.compile(r"[a-z,]\s[A-Z]\w+\s+$")
"""What stands between the article and a job title: "acting", "Deputy"."""


def panel_place(tokens: Tokens, start: int, end: int, entity: Entity) -> Place:
    """The edit for a panel member named at the code points [start, end).

    It never grows over the employer, which the map may replace where it stands.
    """
    text = tokens.paragraph.text
    place = _beside_title(text, start, end, entity)
    if place is not None and not place.text:
        return place
    first, last, told = (place.start, place.end, place.text) if place else (start, end, entity.designation)
    bare = _without_article(text, first, last) or (first < start and _TITLE_BEFORE.search(text[:first][-_REACH:]))
    return fitted(tokens, first, last, told if bare else f"the {told}")


def _beside_title(text: str, start: int, end: int, entity: Entity) -> Place | None:
    """The stretch of name and job title, and the words left of it; None where the name stands alone."""
    if entity.designation.casefold() not in " ".join(text[max(0, start - _REACH) : end + _REACH].split()).casefold():
        return _in_part(text, start, end, entity)
    title = _phrase(entity.designation)
    place = _behind(text, start, end, title, entity) or _in_front(text, start, end, title, entity)
    if place is None and _in_next_cell(text, start, end, title):
        return Place(start, end, "")
    return place or _in_part(text, start, end, entity)


def _behind(text: str, start: int, end: int, title: str, entity: Entity) -> Place | None:
    """The place of a name behind its job title: the title stands, or where the employer is between, the name goes."""
    low = max(0, start - _REACH)
    for rank in re.finditer(rf"(?<![\w-]){title}(?![\w-])", text[low:end], re.I):
        if low + rank.start() <= start < low + rank.end():
            return Place(low + rank.start(), end, rank.group())
    seat = re.search(
        rf"(?<![\w-])(?P<title>{title})(?P<by>{_employed(entity)})?(?P<gap>{_MARK}|{_GAP}+)$", text[low:start], re.I
    )
    if seat is None:
        return None
    mark, rest, told = seat["gap"].strip(), text[end : end + _REACH], seat["title"]
    if mark in ("(", "["):
        closed = rest.startswith((")", "]"))
        end, told = end + int(closed), told if closed else told + seat["gap"]
    elif mark == "," and rest.startswith(",") and not COMMA_NEEDED.match(rest) and not seat["by"]:
        end += 1
    if seat["by"]:
        return Place(low + seat.start("gap"), end, "" if told == seat["title"] else seat["gap"])
    return Place(low + seat.start(), end, told)


def _in_front(text: str, start: int, end: int, title: str, entity: Entity) -> Place | None:
    """The place of a name in front of its job title."""
    seat = re.match(
        rf"(?P<mark>{_MARK})(?:(?:the|our){_GAP}+)?(?P<title>{title})(?![\w-])(?P<closing>[)\]]|,{_GAP}+)?",
        text[end : end + _REACH],
        re.I,
    )
    if seat is None:
        by = re.match(rf"(?P<gap>,{_GAP}+)(?:the{_GAP}+)?{_phrase(entity.employer)}{_MARK}{title}(?![\w-])",
                      text[end : end + _REACH], re.I)  # fmt: skip
        return Place(start, end + by.end("gap"), "") if by else None
    if re.match(rf"{_GAP}[A-Z]", text[end + seat.end("title") :]) and (longer := _in_part(text, start, end, entity)):
        return longer
    told, closing, last = seat["title"], seat["closing"] or "", end + seat.end()
    dash = seat["mark"].strip()
    if dash in ("–", "—", "-") and (closed := re.match(rf"{_GAP}+{dash}(?={_GAP}+[a-z])", text[last : last + _REACH])):
        return Place(start, last + closed.end(), told)
    if seat["mark"].strip() in ("(", "["):
        if closing.startswith(","):
            return Place(start, last, f"{told} (")
        return Place(start, last, told) if closing else None
    rest = text[end + seat.end("title") :][:_REACH]
    if by := re.match(rf"{_employed(entity)},(?!{_GAP}+(?-i:[A-Z]))", rest, re.I):
        return Place(start, end + seat.end("title"), told if by.group().startswith(",") else f"{told},")
    closes = rest.startswith(",") and not COMMA_NEEDED.match(rest)
    return Place(start, end + seat.end("title") + int(closes), told)


def _in_part(text: str, start: int, end: int, entity: Entity) -> Place | None:
    """The place of a name beside its job title in part, in another order, or by its initials: "Grace Penny (Named
    Nurse)", "Named Nurse Grace Penny", "Paul Scriven (DI)"."""
    if (seat := _ASIDE.match(text, end, end + _REACH)) and _says(seat["held"] or seat["said"], entity):
        return Place(start, seat.end(), entity.designation)
    low = max(0, start - _REACH)
    if (seat := _LEADING.search(text[low:start])) and _says(seat["title"], entity):
        closed = bool(seat["opened"]) and text[end : end + 1] in (")", "]")
        return Place(low + seat.start("title"), end + closed, entity.designation)
    return None


def _says(words: str, entity: Entity) -> bool:
    """Whether words are a job title or some of its own, or it and further ordinary ones."""
    said, title = (_TITLE_WORDS.findall(text.casefold()) for text in (words, entity.designation))
    own, other = set(title) - _SMALL, set(said) - _SMALL
    if not other:
        return False
    return other <= own or said == ["".join(w[0] for w in title)] or (own < other and all(map(is_word, other - own)))


def _employed(entity: Entity) -> str:
    """An expression for the employer behind a job title."""
    employer = _phrase(entity.employer)
    return rf"(?:(?:,|{_GAP}+(?:at|of|for|from|with))?{_GAP}+(?:the{_GAP}+)?{employer}|{_GAP}*\({employer}\))"


def _in_next_cell(text: str, start: int, end: int, title: str) -> bool:
    """Whether the cell or line before or after the name is the job title."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    return bool(
        re.match(rf"\s*[\n\t|]\s*{title}(?![\w-])", after, re.I)
        or re.search(rf"(?:^|[\n\t|])\s*{title}\s*[\n\t|]\s*$", before, re.I)
    )


def _without_article(text: str, start: int, end: int) -> bool:
    """Whether a job title there is an entry of a list, a cell or a heading, or has what stands before it already."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if _LABEL.search(before):
        return not _GOES_ON.match(after)
    if _OPENING.search(before):
        return not _SAID.match(after)
    if _ENTRY.search(before):
        line = text[max(text.rfind("\n", 0, start), text.rfind(". ", 0, start), start - 10 * _REACH, -1) + 1 : start]
        listed = ":" in line or not re.search(_WORD, re.sub(r"\([^)]*\)", "", line))
        return listed and not _GOES_ON.match(after)
    return _DESCRIBED.search(before) is not None


def _phrase(words: str) -> str:
    """An expression for a phrase however it is spaced; for nothing where there are no words."""
    return r"\s+".join(map(re.escape, words.split())) or r"(?!)"
