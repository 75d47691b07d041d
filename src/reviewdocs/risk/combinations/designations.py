"""Who is spoken of: "Child A", "the mother", the designations of the map, and people of the map in clear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reviewdocs.language.kin import CALLED, IN_FULL
from reviewdocs.language.spans import apart
from reviewdocs.language.titles import TITLES, Field
from reviewdocs.language.words import is_word
from reviewdocs.model.mentions import Category, Detection, Mention, Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Layer, Paragraph, ParagraphKey

_KIN = (
    "Child|Adult|Baby|Sibling|Half-Sibling|Half Sibling|Young Person|Brother|Sister|Uncle|Aunt|Cousin|Mother|Father|"
    "Grandmother|Grandfather|Stepfather|Stepmother|Partner|Resident|Patient|Person|Victim|Perpetrator|Tenant|Friend|"
    "Neighbour|Twin|Subject|Relative|Carer|Foster Carer|Parent|Daughter|Son"
)
LETTERED = re.compile(rf"\b(?:{_KIN})[ \u00a0](?:([A-Z])\1?\d?|\d{{1,2}})\b(?!['’]?\w)(?!\.\d)")
"""A designation with a letter or number, as reviews give them: "Child A", "Adult 2", "Adult AA"."""
_OWNER = re.compile(rf"\b(?:{_KIN})[ \u00a0](?:([A-Z])\1?\d?|\d{{1,2}})(?=['’]s\b)")
_AGED = re.compile(r"\b[A-Z][a-z]+(?=\s\(\d{1,2}\))")
"""Who has an age in brackets: "Zara (6)"."""
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.?[ \u00a0](?:[A-Z]|\d{1,2})\b(?!['’.]?\w)")
_SINGLE = re.compile(
    r"\b(?:[Tt]he )?(?P<who>(?:Maternal |Paternal |Step)?(?:Mother|Father|Grandmother|Grandfather|Aunt|"
    r"Uncle)|Mum|Dad|Stepfather|Stepmother|"
    r"Service User|Subject Child|Victim|Perpetrator|MGM|MGF|PGM|PGF)\b(?!['’]?s? (?:[A-Z]\b|\d))"
    r"|\b[Tt]he (?P<one>Boy|Girl|Young Man|Young Woman|Niece|Nephew|Son|Daughter|Brother|Sister|Husband|Wife|Partner|"
    r"Tenant|Neighbour)\b(?!['’]?s? (?:[A-Z]|\d))"
    r"|\b(?:[Tt]he|(?:Child|Adult|Baby|Sibling) (?:[A-Z]\d?|\d{1,2})['’]s)\s(?P<small>(?:maternal |"
    r"paternal |step)?(?:mother|father|grandmother|grandfather|aunt|uncle)|"
    r"victim|perpetrator|service user|subject child|deceased)\b(?!['’]s (?:mother|father|brother|"
    r"sister|partner|son|daughter|aunt|uncle|husband|wife))"
)
_WORKER = re.compile(
    r"\b(?:Social Worker|Health Visitor|Police Officer|GP|Doctor|Nurse|Midwife|Teacher|Practitioner|"
    r"Professional|Support Worker|"
    r"[A-Z][a-z]+ (?:Worker|Officer|Manager|Nurse|Lead|Advocate|Consultant|Advisor|Visitor))\s(?:[A-Z]|\d{1,2})\b|"
    r"\b[Tt]he (?:health visitor|social worker|gp|GP|nurse|midwife|teacher|headteacher|paediatrician|"
    r"consultant|officer|"
    r"police officer|support worker|key worker|chair|author|reviewer|panel|neighbour|judge|coroner|"
    r"landlord|probation officer)\b"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A place where somebody is spoken of; `person` is empty for a professional or somebody else beside the family."""

    person: str
    start: int
    end: int


class People:
    """The people a document speaks of.

    Args:
        pmap: the review's map, where there is one.
        mentions: of its people in clear.
        found: what detectors found that is not the map's.
    """

    def __init__(self, pmap: PseudonymMap | None, mentions: Iterable[Mention], found: Iterable[Detection] = ()) -> None:
        self._of_ref: dict[str, str] = {}
        self._roles: dict[str, str] = {}
        names: list[str] = []
        if pmap is not None:
            self._of_ref = {person.id: person.pseudonym for person in pmap.people}
            names = sorted({person.pseudonym for person in pmap.people}, key=len, reverse=True)
            roles: dict[str, list[str]] = {}
            for person in pmap.people:
                roles.setdefault(person.role.casefold(), []).append(person.pseudonym)
            self._roles = {role: found[0] for role, found in roles.items() if len(found) == 1}
        self._known = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)") if names else None
        self._clear: dict[ParagraphKey, list[Named]] = {}
        for mention in mentions:
            if mention.outcome is Outcome.REPLACED and len(mention.refs) == 1 and mention.refs[0] in self._of_ref:
                named = Named(self._of_ref[mention.refs[0]], mention.start, mention.end)
                self._clear.setdefault(mention.paragraph, []).append(named)
        for key, one in _named_by(list(found)):
            self._clear.setdefault(key, []).append(one)

    def named(self, paragraph: Paragraph) -> list[Named]:
        """Everybody spoken of in a paragraph, in reading order; of overlapping designations the one first found."""
        found: list[Named] = []
        text = paragraph.text
        if self._known is not None:
            found += (Named(match.group(), *match.span()) for match in self._known.finditer(text))
        found += (Named("", *match.span()) for match in _WORKER.finditer(text))
        for pattern in (LETTERED, _OWNER, _TITLED):
            found += (Named(" ".join(match.group().split()), *match.span()) for match in pattern.finditer(text))
        for match in _SINGLE.finditer(text):
            found.append(Named(self._single(match), *match.span("small" if match["small"] else 0)))
        found += (rest for one in self._clear.get(paragraph.key, ()) if (rest := _beyond(one, found, text)))
        found += (
            Named(match.group(), *match.span())
            for match in _AGED.finditer(text)
            if not is_word(match.group().casefold())
        )
        return apart(found)

    def _single(self, match: re.Match[str]) -> str:
        if match["one"]:
            return match["one"]
        said = (match["who"] or match["small"]).casefold()
        plain = IN_FULL.get(said, CALLED.get(said, said)).title()
        return self._roles.get(plain.casefold(), plain)


def _named_by(found: Sequence[Detection]) -> Iterator[tuple[ParagraphKey, Named]]:
    """Everybody whom detectors name, under the fullest form of the name; a professional by title is nobody."""
    people = [one for one in found if one.category is Category.PERSON]
    full = {tuple(_names(one.text)): one.text for one in people}
    for one in people:
        words = _names(one.text)
        longer = [text for names, text in full.items() if len(names) > len(words) > 0 and set(words) <= set(names)]
        title = TITLES.get(one.text.split()[0].rstrip(".").casefold()) if one.text.split() else None
        working = title is not None and title.field not in (Field.CIVIL, Field.KIN)
        person = "" if working else longer[0] if len(longer) == 1 else one.text
        yield one.paragraph, Named(" ".join(person.split()), one.start, one.end)


def _beyond(one: Named, found: Sequence[Named], text: str) -> Named | None:
    """What is left of a name that was found with the designation before it: "Mrs R. Ben"."""
    start = max((other.end for other in found if other.start <= one.start < other.end < one.end), default=one.start)
    if start == one.start:
        return one
    while start < one.end and not text[start].isalnum():
        start += 1
    return Named(text[start : one.end], start, one.end) if start < one.end else None


def _names(text: str) -> list[str]:
    """The words of a name without titles."""
    return [word for word in re.findall(r"[\w'’-]+", text.casefold()) if word not in TITLES]


def lettered(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    """Every lettered designation that readers see."""
    for paragraph in paragraphs:
        if paragraph.layer is not Layer.HIDDEN:
            for match in LETTERED.finditer(paragraph.text):
                yield paragraph, match
