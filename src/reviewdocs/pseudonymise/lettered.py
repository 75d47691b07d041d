"""Places in a text that are like a word of the map's names: letters alone tell, whatever stands around them.

This is what `standing` sees with. It takes the names apart by itself and knows nothing of what proposes, weighs or
decides, so that it does not share their mistakes. A written word is looked at once however often it stands there, and
costs the same however many people the map has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import jellyfish
from rapidfuzz.distance import OSA

from reviewdocs.language.lexicon import forename_shares, frequency, surname_share
from reviewdocs.language.titles import TITLES
from reviewdocs.language.written import WORD, written_words
from reviewdocs.model.standing import Resemblance
from reviewdocs.model.text import Paragraph, ParagraphKey
from reviewdocs.names.entities import HUMAN, PARTICLES, Entity, Kind, words_of
from reviewdocs.names.folding import Folded, fold_text
from reviewdocs.names.matcher import Phrases
from reviewdocs.pseudonymise.pieces import Pieces
from reviewdocs.pseudonymise.propose.bearers import KIN_WORDS, SMALL_WORDS

_HUMP = re.compile(r"[^\W\d_][^\W\dA-Z_]+|[A-Z]+(?![^\W\dA-Z_])|[^\W\d_]+")
_SEAM = re.compile(r"[^\W\dA-Z_][A-Z]|\d|[A-Z]{2}[^\W\dA-Z_]")
_NOBODYS = SMALL_WORDS | KIN_WORDS | PARTICLES | TITLES.keys()
_USUAL = 3.8
"""A word of a place's or an organisation's name of several that is more usual than this tells nothing by itself."""
_KNOWN, _VERY_USUAL, _BORNE = 3.0, 5.0, -2.0
"""A word that English uses more often than the first is itself, and no name misspelt; with a capital the same is said
only of one that is very usual, or that fewer bear than one in ten thousand (as a power of ten of per cent)."""
_UNKNOWN = 2.0
"""A word that English uses less often than this is none."""
_HEARD = 0.6
"""How like in its letters a word must be that sounds the same."""
_LEAST_HALF, _LEAST_NEAR, _LEAST_LONG = 3, 4, 5
"""Letters of the shortest half of a name; of the shortest name that may be misspelt, and of the shortest that may be so
in small letters, be heard, or be run into other letters."""


class Like(NamedTuple):
    """A word of the map that a written word is like: how, and which of its letters, [start, end)."""

    word: str
    how: Resemblance
    start: int
    end: int


class Lettered(NamedTuple):
    """Code points [start, end) of a paragraph that are like a word of the map."""

    paragraph: ParagraphKey
    start: int
    end: int
    text: str
    word: str
    how: Resemblance


class Letters:
    """Finds what is like a name of the map; built once for a map.

    People who may stay in clear are not looked for, and neither is what is no name.
    """

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.bearers: dict[str, list[int]] = defaultdict(list)
        """By folded word: the entities in whose names it stands."""
        self._whole: set[str] = set()
        self._pieces = Pieces()
        for index, entity in enumerate(entities):
            if entity.kind is not Kind.PERMITTED and entity.kind is not Kind.KEPT:
                self._take(index, entity)
        self._near: dict[str, list[str]] = defaultdict(list)
        self._sound: dict[str, str] = {}
        for word in self.bearers:
            self._tell_near(word)
        self._longest = 1 + max(map(len, self._near), default=0)
        self._inside = Phrases(word for word in self.bearers if len(word) >= _LEAST_LONG)
        self._known: dict[str, Like | None] = {}

    def _take(self, index: int, entity: Entity) -> None:
        """The words of an entity's names."""
        thing = entity.kind in (Kind.PLACE, Kind.ORGANISATION)
        names = [entity.surname, *entity.known_as]
        if entity.kind in HUMAN:
            names += [entity.forename, entity.middle, *entity.former_names, *entity.misspellings]
        for words in map(words_of, names):
            if len(words) == 1 or (words and not thing):
                self._bear("".join(words), index)
                self._whole.add("".join(words))
            if len(words) > 1:
                telling = [word for word in words if len(word) >= _LEAST_HALF and word not in _NOBODYS]
                alone = [word for word in telling if not thing or frequency(word) < _USUAL]
                for word in alone:
                    self._bear(word, index)
                if not alone and len(telling) > 1:
                    self._bear("".join(telling[:2]), index)
                    self._pieces.beside(telling[0], telling[1])

    def _bear(self, word: str, index: int) -> None:
        if len(word) > 1 and index not in self.bearers[word]:
            self.bearers[word].append(index)

    def _tell_near(self, word: str) -> None:
        """What a misspelling of a word has in common with it, and the pieces it may be in."""
        if len(word) < _LEAST_NEAR or not word.isalpha():
            return
        self._pieces.take(word, least=2 if word[1:] in self.bearers else 1)  # "O Hanrahan" is Hanrahan
        for rest in _rests(word):
            self._near[rest].append(word)
        if len(word) >= _LEAST_LONG:
            self._sound.setdefault(jellyfish.metaphone(word), word)

    def found(self, paragraphs: Sequence[Paragraph]) -> list[Lettered]:
        """Every such place, in order and apart."""
        words_of_text = {text: written_words(text) for text in {paragraph.text for paragraph in paragraphs}}
        written = [words_of_text[paragraph.text] for paragraph in paragraphs]
        distinct = set[str]().union(*words_of_text.values())
        alike = {word: like for word in distinct if (like := self.like(word)) is not None}
        found = list(self._pieces.found(paragraphs, written, distinct))
        taken = {(number, at) for number, _, _, _, words in found for at in words}
        places = [
            Lettered(paragraphs[number].key, start, end, paragraphs[number].text[start:end], word, Resemblance.PIECES)
            for number, start, end, word, _ in found
        ]
        for number, (paragraph, words) in enumerate(zip(paragraphs, written, strict=True)):
            if not alike.keys().isdisjoint(words):
                places += (place for at, place in _alike_in(paragraph, words, alike) if (number, at) not in taken)
        order = {paragraph.key: number for number, paragraph in enumerate(paragraphs)}
        return sorted(places, key=lambda place: (order[place.paragraph], place.start))

    def like(self, written: str) -> Like | None:
        """The word of the map that a written word is like; None for most."""
        if written not in self._known:
            word = fold_text(written)
            self._known[written] = self._same(written, word) or self._nearly(written, word) or self._turned(word)
        return self._known[written]

    def _same(self, written: str, word: str) -> Like | None:
        """A name, half of one, one in the plural, or one that case or figures part from what it is run into."""
        if word in self.bearers:
            return Like(word, Resemblance.SAME if word in self._whole else Resemblance.HALF, 0, len(written))
        if len(word) < _LEAST_NEAR:
            return None
        for stem in (word[:-1], word[:-2]) if word.endswith("s") else ():
            if stem in self.bearers and len(stem) >= _LEAST_NEAR:
                return Like(stem, Resemblance.PLURAL, 0, len(written))
        if _SEAM.search(written):
            for match in _HUMP.finditer(written):
                hump = fold_text(match.group())
                if hump in self.bearers and len(hump) >= _LEAST_HALF:
                    return Like(hump, Resemblance.GLUED, *match.span())
        return None

    def _nearly(self, written: str, word: str) -> Like | None:
        """A name with one letter wrong, one that sounds the same, or one that stands in an unknown word."""
        if len(word) < _LEAST_NEAR or _is_itself(written, word):
            return None
        least = _LEAST_LONG if written.islower() else _LEAST_NEAR
        rests = _rests(word) if len(word) <= self._longest else ()
        for name in sorted({name for rest in rests for name in self._near.get(rest, ())}):
            if len(name) >= least and OSA.distance(word, name) == 1:
                return Like(name, Resemblance.EDIT, 0, len(written))
        if len(word) == len(written):
            held = [
                Like(name, Resemblance.GLUED, *span) for *span, name in self._inside.hits(Folded(word), whole=False)
            ]
            if held:
                return max(held, key=lambda like: len(like.word))
        heard = self._sound.get(jellyfish.metaphone(word)) if word.isalpha() and len(word) >= _LEAST_LONG else None
        if heard and OSA.normalized_similarity(word, heard) >= _HEARD:
            return Like(heard, Resemblance.SOUND, 0, len(written))
        return None

    def _turned(self, word: str) -> Like | None:
        """A name written from right to left, where that is no word or name of its own ("Aidan" is no Nadia)."""
        turned = word[::-1]
        if turned not in self.bearers or len(word) < _LEAST_LONG or frequency(word) >= _UNKNOWN:
            return None
        if max(*forename_shares(word), surname_share(word)) >= _BORNE:
            return None
        return Like(turned, Resemblance.BACKWARDS, 0, len(word))


def _is_itself(written: str, word: str) -> bool:
    """Whether a word is too usual to be another one misspelt."""
    usual = frequency(word)
    if written.islower() or usual >= _VERY_USUAL:
        return usual >= _KNOWN
    return usual >= _KNOWN and max(*forename_shares(word), surname_share(word)) < _BORNE


def _alike_in(paragraph: Paragraph, words: Sequence[str], alike: Mapping[str, Like]) -> Iterator[tuple[int, Lettered]]:
    """The places of a paragraph at which one of its words is like a word of the map, each with the word's number."""
    for at, (match, word) in enumerate(zip(WORD.finditer(paragraph.text), words, strict=True)):
        like = alike.get(word)
        if like:
            start, end = match.start() + like.start, match.start() + like.end
            yield at, Lettered(paragraph.key, start, end, paragraph.text[start:end], like.word, like.how)


def _rests(word: str) -> set[str]:
    """A word, and what is left of it when one of its letters is taken out: two that share one are an edit apart."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
