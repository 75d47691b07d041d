"""What must not occur in any byte of an output (anonymisation.md, Order of work, 5), and the search for it.

Full names, identifiers, addresses, names of places and organisations, and every single name that is no ordinary word,
no
place and no part of a name or employer that stays in clear. For the other single names the resolver is run again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.names.entities import Entity, Kind, designations, entities_of, split_name, words_of
from reviewdocs.names.folding import fold, fold_text, folded
from reviewdocs.names.in_clear import kept_whole
from reviewdocs.names.matcher import Phrases, bounded
from reviewdocs.names.titles import TITLES
from reviewdocs.names.words import all_ordinary, is_ordinary

_LEAST_GLUED = 5
"""Letters of a name that is looked for anywhere within longer words, in what programs read; shorter ones are in any
word, and are looked for where case or a digit shows the seam."""
_LEAST_TOKEN = 4
"""Shorter single names occur by chance in encoded bytes; the resolver, run again, answers for them."""

IDENTIFIER_LABELS = {
    "nhs": "NHS number",
    "chi": "CHI number",
    "hcn": "H&C number",
    "ni": "National Insurance number",
    "nino": "National Insurance number",
    "national_insurance": "National Insurance number",
    "upn": "UPN",
    "uln": "ULN",
    "telephone": "telephone",
    "phone": "telephone",
    "mobile": "telephone",
    "email": "e-mail",
    "e-mail": "e-mail",
    "vehicle": "vehicle registration",
    "passport": "passport number",
}


def identifier_label(key: str) -> str:
    """What stands in brackets where an identifier stood."""
    plain = key.strip().casefold()
    return IDENTIFIER_LABELS.get(plain, plain.replace("_", " "))


def identifier_spellings(value: str) -> set[str]:
    """A folded identifier as written, without separators, and in the usual groupings of its digits."""
    plain = folded(value)
    squeezed = re.sub(r"[\s.\-/]", "", plain)
    found = {plain, squeezed}
    if re.fullmatch(r"[a-z0-9 .\-/]+", plain):
        groups = [group for group in re.split(r"[\s.\-/]+", plain) if group]
        groupings = [groups]
        if squeezed.isdigit() and len(squeezed) == 10:
            groupings += [[squeezed[:3], squeezed[3:6], squeezed[6:]]]
        if squeezed.isdigit() and len(squeezed) == 11:
            groupings += [
                [squeezed[:5], squeezed[5:]],
                [squeezed[:5], squeezed[5:8], squeezed[8:]],
                [squeezed[:3], squeezed[3:7], squeezed[7:]],
                [squeezed[:4], squeezed[4:7], squeezed[7:]],
            ]
        if re.fullmatch(r"[a-z]{2}\d{6}[a-z]", squeezed):
            groupings += [[squeezed[:2], squeezed[2:4], squeezed[4:6], squeezed[6:8], squeezed[8:]]]
        found |= {joint.join(grouping) for grouping in groupings for joint in (" ", "-", ".")}
    return {spelling for spelling in found if len(spelling) > 3}


_STREET_WORDS = {
    "road": "rd",
    "street": "st",
    "avenue": "ave",
    "lane": "ln",
    "terrace": "tce",
    "close": "cl",
    "crescent": "cres",
    "drive": "dr",
    "court": "ct",
    "gardens": "gdns",
    "point": "pt",
    "grove": "gr",
    "place": "pl",
    "square": "sq",
    "heights": "hts",
    "house": "hse",
}


def address_spellings(address: str) -> set[str]:
    """A folded address, with and without commas, its street word in full and short, and its first line alone."""
    plain = folded(address)
    found = {plain, plain.replace(",", "")}
    first = plain.split(",")[0]
    if re.match(r"\d+[a-z]?\s+\w+\s+\w+", first):
        found.add(first)
    for word, short in _STREET_WORDS.items():
        for spelling in list(found):
            for before, after in ((word, short), (short, word)):
                changed = re.sub(rf"\b{before}\b", after, spelling)
                found.add(changed)
    return {spelling for spelling in found if len(spelling) > 4}


def _whole_names(entity: Entity) -> Iterator[str]:
    """A person's names of several words, in running and official order, and as programs join them."""
    names = [(entity.forename, entity.middle, entity.surname)]
    for name in (*entity.former_names, *entity.misspellings, *entity.known_as):
        _, forename, middle, surname = split_name(name)
        if surname and forename:
            names.append((forename, middle, surname))
    names += [(known, "", entity.surname) for known in entity.known_as if len(known.split()) == 1]
    names += [(entity.forename, "", former) for former in entity.former_names if len(former.split()) == 1]
    for forename, middle, surname in names:
        if len(folded(forename).rstrip(".")) < 2 or not surname:
            continue
        yield f"{forename} {surname}"
        yield f"{surname} {forename}"
        yield f"{surname}, {forename}"
        yield f"{surname},{forename}"
        yield f"{forename},{surname}"
        for joint in ("_", "."):
            yield f"{forename}{joint}{surname}"
            yield f"{surname}{joint}{forename}"
        if middle:
            yield f"{forename} {middle} {surname}"
            yield f"{surname} {forename} {middle}"
            yield f"{surname}, {forename} {middle}"


def _single_names(entity: Entity) -> Iterator[str]:
    singles = [entity.forename, entity.surname, *entity.known_as]
    singles += [split_name(name)[3] or name for name in entity.former_names]
    for name in singles:
        if name and len(name.split()) == 1:
            yield folded(name)
            yield from (word for word in words_of(name) if entity.surname != name)


def staying_words(entities: Iterable[Entity], pmap: PseudonymMap) -> frozenset[str]:
    """Folded words that a permitted name, a kept job title or employer, or a designation holds."""
    clear = [entity for entity in entities if entity.kind is Kind.PERMITTED]
    texts = [f"{entity.forename} {entity.middle} {entity.surname}" for entity in clear]
    texts += [f"{seat.job_title} {seat.employer}" for seat in pmap.panel]
    texts += kept_whole(pmap)
    texts += [*designations(pmap), *(person.role for person in pmap.people)]
    return frozenset(word for text in texts for word in [*words_of(text), *folded(text).split()])


def telling_tokens(pmap: PseudonymMap) -> frozenset[str]:
    """Single folded names that may not stand anywhere: no ordinary word, no place, no part of what stays in clear."""
    entities = entities_of(pmap)
    staying = staying_words(entities, pmap) | TITLES.keys()
    singles = (name for entity in entities if entity.kind is Kind.PERSON for name in _single_names(entity))
    return frozenset(
        name
        for name in singles
        if len(name) >= _LEAST_TOKEN and name.isalpha() and name not in staying and not is_ordinary(name)
    )


def forbidden_phrases(pmap: PseudonymMap) -> tuple[str, ...]:
    """Folded phrases that must not occur in any byte of an output; see the module's text."""
    entities = entities_of(pmap)
    permitted = {f"{e.forename} {e.surname}" for e in entities if e.kind is Kind.PERMITTED}
    seats = [folded(text) for seat in pmap.panel for text in (seat.employer, seat.job_title)]
    kept = " | ".join([*seats, *kept_whole(pmap)])
    staying = staying_words(entities, pmap)
    phrases: set[str] = set(telling_tokens(pmap))
    for entity in entities:
        if entity.kind in (Kind.PERSON, Kind.PANEL):
            phrases.update(folded(name) for name in _whole_names(entity))
        elif entity.kind in (Kind.PLACE, Kind.ORGANISATION):
            for name in (entity.surname, *entity.known_as):
                plain = folded(name)
                single = len(plain.split()) == 1
                if (
                    len(plain) >= _LEAST_TOKEN
                    and plain not in kept
                    and not (single and (is_ordinary(plain) or plain in staying))
                ):
                    phrases.add(plain)
    for person in pmap.people:
        for value in person.identifiers.values():
            phrases |= identifier_spellings(value)
        for address in person.addresses:
            phrases |= address_spellings(address)
    return tuple(sorted(phrases - {folded(name) for name in permitted}))


@dataclass(frozen=True, slots=True)
class Found:
    """One forbidden phrase found: its code points in the searched text."""

    start: int
    end: int
    phrase: str


class ByteSearch:
    """Looks for forbidden phrases in any text, as an adversary would read it; built once for a map."""

    def __init__(self, phrases: Iterable[str]) -> None:
        listed = [folded(phrase) for phrase in phrases]
        self._phrases = Phrases(listed)
        # A name made of ordinary words only ("May Long") is a name where it is written as one: "she may long for".
        self._as_names = frozenset(
            phrase for phrase in listed if not any(map(str.isdigit, phrase)) and all_ordinary(phrase)
        )

    def found(self, text: str, *, glued: bool = False) -> list[Found]:
        """Every forbidden phrase in `text`; empty when there is none.

        Args:
            text: anything.
            glued: find names that are glued to other letters too, as in "KirstyReport".
        """
        if not self._phrases.any_in(fold_text(text), whole=not glued):
            return []
        reading = fold(text)
        results = []
        for start, end, phrase in self._phrases.hits(reading, whole=not glued):
            first, last = reading.span(start, end)
            whole = bounded(reading.text, start, end)
            if not whole and not (phrase.isalpha() and (len(phrase) >= _LEAST_GLUED or _seamed(text, first, last))):
                continue
            if phrase in self._as_names and not _written_as_name(text[first:last]):
                continue
            results.append(Found(first, last, phrase))
        return results


def _seamed(text: str, first: int, last: int) -> bool:
    """Whether a name within a longer word is set off by its capital, by the next one, by digits: "EvieNotes2"."""
    name, before, after = text[first:last], text[max(0, first - 1) : first], text[last : last + 1]
    return name[:1].isupper() and name[1:].islower() and not before.isupper() and not after.islower()


def _written_as_name(text: str) -> bool:
    return all(word[0].isupper() for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1)


def find_forbidden(text: str, phrases: Iterable[str]) -> list[Found]:
    """Every one of `phrases` in `text`; see `ByteSearch`, which is faster for many texts."""
    return ByteSearch(phrases).found(text)
