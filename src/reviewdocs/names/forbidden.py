"""What must not occur in any byte of an output (docs/anonymisation.md, Order of work, 5), and the search for it.

Full names, identifiers, addresses, names of places and organisations, and every single name that is no ordinary word,
no place and no part of a name or employer that stays in clear. For the other single names the resolver is run again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reviewdocs.language.namesakes import all_ordinary, is_ordinary
from reviewdocs.language.titles import TITLES
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.names.details import Details
from reviewdocs.names.entities import Entity, Kind, designations, entities_of, split_name, words_of
from reviewdocs.names.folding import fold, fold_text, folded
from reviewdocs.names.in_clear import kept_whole
from reviewdocs.names.matcher import Phrases, bounded

LEAST_GLUED = 5
"""Letters of a name that is looked for anywhere within longer words, in what programs read; shorter ones are in any
word, and are looked for where case or a digit shows the seam."""
_LEAST_TOKEN = 4
"""Shorter single names occur by chance in encoded bytes; the resolver, run again, answers for them."""


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
    texts += [name for entity in clear for name in (*entity.known_as, *entity.former_names)]
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
    """Folded names that must not occur in any byte of an output; see the module's text."""
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
    return tuple(sorted(phrases - {folded(name) for name in permitted}))


class Found(NamedTuple):
    """One forbidden phrase found: its code points in the searched text."""

    start: int
    end: int
    phrase: str


class ByteSearch:
    """Looks for forbidden phrases and details in any text, as an adversary would read it; built once for a map."""

    def __init__(self, phrases: Iterable[str], details: Details | None = None) -> None:
        self._details = details
        listed = [folded(phrase) for phrase in phrases]
        self._phrases = Phrases(listed)
        # A name made of ordinary words only ("May Long") is a name where it is written as one: "she may long for".
        self._as_names = frozenset(
            phrase for phrase in listed if not any(map(str.isdigit, phrase)) and all_ordinary(phrase)
        )

    @classmethod
    def of(cls, pmap: PseudonymMap) -> ByteSearch:
        """The search for all of a map that may stand nowhere."""
        return cls(forbidden_phrases(pmap), Details(pmap))

    def found(self, text: str, *, glued: bool = False) -> list[Found]:
        """Every forbidden phrase and detail in `text`; empty when there is none.

        Args:
            text: anything.
            glued: find names that are glued to other letters too, as in "KirstyReport".
        """
        details = self._details.survivors(text) if self._details else ()
        results = [Found(detail.start, detail.end, detail.phrase) for detail in details]
        if not self._phrases.any_in(fold_text(text), whole=not glued):
            return results
        reading = fold(text)
        for start, end, phrase in self._phrases.hits(reading, whole=not glued):
            first, last = reading.span(start, end)
            whole = bounded(reading.text, start, end)
            if not whole and not (phrase.isalpha() and (len(phrase) >= LEAST_GLUED or is_seamed(text, first, last))):
                continue
            if phrase in self._as_names and not _written_as_name(text[first:last]):
                continue
            results.append(Found(first, last, phrase))
        return results


def is_seamed(text: str, first: int, last: int) -> bool:
    """Whether a name within a longer word is set off by its capital, by the next one, by digits: "EvieNotes2"."""
    name, before, after = text[first:last], text[max(0, first - 1) : first], text[last : last + 1]
    return name[:1].isupper() and name[1:].islower() and not before.isupper() and not after.islower()


def _written_as_name(text: str) -> bool:
    return all(word[0].isupper() for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1)


def find_forbidden(text: str, phrases: Iterable[str]) -> list[Found]:
    """Every one of `phrases` in `text`; see `ByteSearch`, which is faster for many texts."""
    return ByteSearch(phrases).found(text)
