"""Names of the map that a reader sees and letters do not show: in look-alikes, letter by letter, from right to left.

They are looked for in the skeleton of a text (`names/skeleton`). Where one stands, the text is read on with the plain
name in its place, as long as what it stands for, so that it is decided and replaced like any other; what is then not
taken for a name becomes `[name]`, since nobody disguises a word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reviewdocs.formats.base import BOXES
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.model.text import Paragraph, ParagraphKey
from reviewdocs.names.entities import HUMAN, Entity, Kind, words_of
from reviewdocs.names.folding import fold_text
from reviewdocs.names.skeleton import DIRECTIONS, SEEN, UNSEEN, is_plain, shape, skeleton
from reviewdocs.pseudonymise.propose.bearers import SMALL_WORDS
from reviewdocs.pseudonymise.render.edits import UNDECIDED

_LEAST, _LEAST_APART = 3, 4
"""Letters of the shortest name looked for in look-alikes, and of the shortest one letter by letter."""
_WORD = re.compile(rf"[a-z{SEEN}](?:{UNSEEN}*[a-z{SEEN}])*")
_GAP = rf"{UNSEEN}*[ ][ {UNSEEN}]{{0,12}}(?:{SEEN}{{1,3}}[ {UNSEEN}]{{1,12}})?"
_APART = re.compile(rf"(?<![a-z{SEEN}{UNSEEN}])[a-z](?:{_GAP}[a-z](?!{UNSEEN}*[a-z{SEEN}])){{{_LEAST_APART - 1},}}")
_SHORT = 8
"""Characters of a paragraph that may be a single letter, with its mark or number."""
_DOTTED = re.compile(r"(?:[A-Z]\. ?)+[A-Z]")
_AT_A_GLANCE = 50
"""Paragraphs that are looked at together first: of most nothing more is asked."""
_JOINER = "\u2060"
_WHY = ("a name of the map, disguised",)


class Disguised(NamedTuple):
    """A disguised name: code points [start, end) of a paragraph, and the name."""

    start: int
    end: int
    name: str


class Disguises:
    """Finds disguised names; built once for a map. People who may stay in clear are not looked for."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._names: dict[str, str] = {}
        for entity in entities:
            if entity.kind is not Kind.PERMITTED and entity.kind is not Kind.KEPT:
                for name in _names_of(entity):
                    self._names.setdefault(shape(name), name)
        self._longest = max(map(len, self._names), default=0)
        self._apart = _any_of(name for name in self._names if len(name) >= _LEAST_APART)

    def undone(
        self, paragraphs: Sequence[Paragraph]
    ) -> tuple[Sequence[Paragraph], dict[ParagraphKey, list[Disguised]]]:
        """The paragraphs with plain names in the place of disguised ones, and where these stand."""
        found: dict[ParagraphKey, list[Disguised]] = {}
        plain = list(paragraphs)
        for first in range(0, len(paragraphs), _AT_A_GLANCE):
            some = paragraphs[first : first + _AT_A_GLANCE]
            if is_plain("\n".join([paragraph.text for paragraph in some])):
                continue
            for number, paragraph in enumerate(some, first):
                there = [] if is_plain(paragraph.text) else self.found(paragraph.text)
                if there:
                    found[paragraph.key] = there
                    plain[number] = paragraph.with_text(_plainly(paragraph.text, there))
        return (plain if found else paragraphs), found

    def found(self, text: str) -> list[Disguised]:
        """Every disguised name of a text, in order and apart."""
        shown, turned = skeleton(text), DIRECTIONS.search(text) is not None
        apart = (place for place in self._letter_by_letter(shown) if not _is_acronym(text, place))
        places = [*self._in_words(text, shown, turned), *apart]
        kept: list[Disguised] = []
        for place in sorted(places):
            if not kept or place.start >= kept[-1].end:
                kept.append(place)
        return kept

    def _in_words(self, text: str, shown: str, turned: bool) -> Iterator[Disguised]:
        """Words with letters that only look so, or with something unseen, and those that are turned round."""
        for match in _WORD.finditer(shown):
            written = text[match.start() : match.end()]
            if not turned and written.isascii() and UNSEEN not in match[0]:
                continue
            letters = match[0].replace(UNSEEN, "")
            for way in (letters, letters[::-1]) if turned else (letters,):
                name = self._name_in(way)
                if name and not (way is letters and fold_text(written).startswith(name)):  # which shows as it is
                    yield Disguised(*_with_unseen(shown, *match.span()), name)
                    break

    def _name_in(self, letters: str) -> str:
        """The name that a word is, or of which all is but a few letters of which the shape is not known."""
        for stem in (letters, letters[:-1] if letters.endswith("s") else ""):
            if name := self._names.get(stem):
                return name
        if len(letters) <= self._longest and 0 < letters.count(SEEN) <= len(letters) // 3:
            pattern = re.compile(letters.replace(SEEN, "."))
            return next((name for shown, name in self._names.items() if pattern.fullmatch(shown)), "")
        return ""

    def _letter_by_letter(self, shown: str) -> Iterator[Disguised]:
        """Names of which each letter stands by itself, forwards or backwards."""
        for match in _APART.finditer(shown):
            places = [at for at in range(*match.span()) if shown[at] not in (" ", UNSEEN, SEEN)]
            letters = "".join(shown[at] for at in places)
            for way, order in ((letters, places), (letters[::-1], places[::-1])):
                for name in self._apart.finditer(way):
                    ends = order[name.start()], order[name.end() - 1]
                    yield Disguised(*_with_unseen(shown, min(ends), max(ends) + 1), self._names[name[0]])


def missed(
    paragraphs: Sequence[Paragraph], found: dict[ParagraphKey, list[Disguised]], mentions: Iterable[Mention]
) -> Iterator[Mention]:
    """The disguised names that nobody was taken for, for a person to look at."""
    taken: dict[ParagraphKey, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.paragraph in found:
            taken[mention.paragraph].append(mention)
    texts = {paragraph.key: paragraph.text for paragraph in paragraphs if paragraph.key in found}
    for key, places in found.items():
        there = taken[key]  # in order and apart
        for start, end, _ in places:
            before = bisect_left(there, end, key=lambda mention: mention.start)
            if not before or there[before - 1].end <= start:
                yield _undecided(key, start, end, texts[key][start:end], UNDECIDED)


def across(paragraphs: Sequence[Paragraph], disguises: Disguises) -> Iterator[Mention]:
    """Names of which each letter is a paragraph of its own; the first becomes `[name]`, the others go.

    Boxes that were read as one text before are left to that.
    """
    before: Paragraph | None = None
    texts = (paragraph for paragraph in paragraphs if "@" not in paragraph.part)
    for single, run in groupby(texts, _is_single):
        together = list(run)
        if single and len(together) >= _LEAST_APART and (before is None or before.place != BOXES):
            letters = [skeleton(paragraph.text).strip(f" {UNSEEN}{SEEN}") for paragraph in together]
            for start, end, _ in disguises.found(" ".join(letters)):
                for number in range(start // 2, (end + 1) // 2):
                    paragraph, first = together[number], number == start // 2
                    text = paragraph.text
                    yield _undecided(paragraph.key, 0, len(text), text, UNDECIDED if first else "")
        before = together[-1]


def _is_single(paragraph: Paragraph) -> bool:
    """Whether one letter is all there is, beside a mark or a number."""
    return len(paragraph.text) < _SHORT and len(skeleton(paragraph.text).strip(f" {UNSEEN}{SEEN}")) == 1


def _undecided(key: ParagraphKey, start: int, end: int, text: str, replacement: str) -> Mention:
    category, outcome = Category.PERSON, Outcome.UNDECIDED
    return Mention(key, start, end, text, category, (), outcome, replacement, _WHY, ("ordinary word",))


def _names_of(entity: Entity) -> Iterator[str]:
    """The words of an entity's names as they are looked for: whole, and of a person each by itself."""
    names = [entity.surname, *entity.known_as]
    if entity.kind in HUMAN:
        names += [entity.forename, entity.middle, *entity.former_names, *entity.misspellings]
    for words in map(words_of, names):
        single = words if entity.kind in HUMAN else []
        for word in ("".join(words), *single):
            if len(word) >= _LEAST and word.isalpha() and word not in SMALL_WORDS:
                yield word


def _is_acronym(text: str, place: Disguised) -> bool:
    """Whether the letters are an acronym that is an ordinary word too ("H.O.P.E.")."""
    return is_ordinary(place.name) and _DOTTED.fullmatch(text, place.start, place.end) is not None


def _any_of(shapes: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, shapes), key=len, reverse=True)) or "(?!)")


def _with_unseen(shown: str, start: int, end: int) -> tuple[int, int]:
    """A place with what shows nothing on either side of it."""
    while start and shown[start - 1] == UNSEEN:
        start -= 1
    while end < len(shown) and shown[end] == UNSEEN:
        end += 1
    return start, end


def _plainly(text: str, places: Sequence[Disguised]) -> str:
    """The text with the names in their places, as long as it was."""
    pieces, at = [], 0
    for start, end, name in places:
        pieces += [text[at:start], name.capitalize(), _JOINER * (end - start - len(name))]
        at = end
    return "".join([*pieces, text[at:]])
