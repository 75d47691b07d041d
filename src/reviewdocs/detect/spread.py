"""A name found once is looked for everywhere: in the whole document, and in the documents checked with it.

Each name becomes the forms in which people write it (whole, surname, forename, possessive, plural, capitals: the same
forms as for the map's names). What is an ordinary word, or stands in small letters, counts only beside another part of
the same name, unless it is no word at all ("zdenka"); a name seen once without confidence is not spread, so that one
mistake stays one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from reviewdocs.detect.around import begins_a_body
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.running import small_words, words_in
from reviewdocs.language.spans import Place, Placed, covered
from reviewdocs.language.titles import TITLES
from reviewdocs.language.words import is_english, is_foreign, is_word
from reviewdocs.model.mentions import Category, Detection
from reviewdocs.model.text import Paragraph, ParagraphKey
from reviewdocs.names.entities import Entity, Kind, split_name
from reviewdocs.names.folding import Folded, fold, folded
from reviewdocs.names.matcher import Matcher
from reviewdocs.names.variants import FAMILY, GIVEN, Form, Part, forms_of

SPREAD = "NameSpread"
"""Name, among the detectors, of what is found because it was found elsewhere."""

_LEAST = {Category.PERSON: 0.6, Category.PLACE: 0.6, Category.ORG: 0.7}
"""Confidence from which a name is looked for elsewhere."""
_KINDS = {Category.PERSON: Kind.PERSON, Category.PLACE: Kind.PLACE, Category.ORG: Kind.ORGANISATION}
_PARTS = frozenset({Part.FORENAME, Part.SURNAME, Part.PHRASE, Part.PIECE, Part.PLURAL, Part.MIDDLE, Part.WHOLE})
_LONGEST = 200
"""Code points of a name that is looked for elsewhere; what is longer is none."""
_WEAKER = 0.9
"""What is left of the confidence when a name stands elsewhere."""
_RANK_NUMBER = regex.compile(r"^[A-Z]{0,2}\d{2,6}$")
_LONGEST_TITLE = 20
_ARTICLE = regex.compile(r"\b(?i:the|an?|this|that|some|any|no|each|every|more|his|her|its|their|my|our)\s(\p{Ll}+)")
_NAME_PART = 3


@dataclass(frozen=True, slots=True, order=True)
class FoundName:
    """A name found somewhere, as words; `score` is the greatest confidence with which it was."""

    category: Category
    words: str
    titled: bool
    score: float


def names_in(detections: Iterable[Detection]) -> list[FoundName]:
    """The names that are looked for elsewhere: those found with confidence, each once."""
    best: dict[tuple[Category, str, bool], float] = {}
    for detection in detections:
        if detection.score < _LEAST.get(detection.category, 2) or SPREAD in detection.detectors:
            continue
        words, titled = _name_words(detection)
        if words:
            key = (detection.category, words, titled)
            best[key] = max(best.get(key, 0), detection.score)
    return sorted(FoundName(*key, score) for key, score in best.items())


def spread(paragraphs: Sequence[Paragraph], names: Sequence[FoundName], taken: Iterable[Detection]) -> list[Detection]:
    """Every further place of the names.

    Args:
        paragraphs: the document.
        names: found in it, or in documents that belong to it.
        taken: what is found already; nothing is added there.
    """
    if not names:
        return []
    return _Spread(paragraphs, names).everywhere(taken)


def _name_words(detection: Detection) -> tuple[str, bool]:
    """The words of a name without title, number and possessive, and whether a title stood before it."""
    text = regex.sub(r"['’]s?$", "", " ".join(detection.text.split()))
    if detection.category is not Category.PERSON:
        return (text if any(not is_word(word) for word in words_in(text)) else ""), False
    words = text.replace(",", " ").split()
    titled = False
    while words and (folded(words[0]).rstrip(".") in TITLES or _RANK_NUMBER.match(words[0])):
        titled = True
        words.pop(0)
    words = [word for word in words if len(word.rstrip(".")) > 1]
    if not words or len(words) > 4 or not all(word[:1].isalpha() for word in words):
        return "", False
    return " ".join(words), titled


class _Spread:
    """The names as forms, and one document in which they are looked for."""

    def __init__(self, paragraphs: Sequence[Paragraph], names: Sequence[FoundName]) -> None:
        self._paragraphs = paragraphs
        self._names = names = [name for name in names if len(name.words) <= _LONGEST]
        text = "\n".join(paragraph.text for paragraph in paragraphs)
        for name in names:
            if " " in name.words:
                text = text.replace(name.words.lower(), "")  # a name in small letters is no evidence against itself
        self._small = small_words(text)
        self._with_article = frozenset(match[1] for match in _ARTICLE.finditer(text))
        self._matcher = Matcher(form for form in forms_of(map(_entity, names)) if form.part in _PARTS)

    def everywhere(self, taken: Iterable[Detection]) -> list[Detection]:
        """Every place that is not taken."""
        spans: dict[ParagraphKey, Placed[Place]] = {}
        for detection in taken:
            spans.setdefault(detection.paragraph, Placed()).add(Place(detection.start, detection.end))
        found: list[Detection] = []
        for paragraph in self._paragraphs:
            held = spans.setdefault(paragraph.key, Placed())
            for start, end, name in self._in(paragraph.text):
                if not covered(start, end, held.about(start, end)):
                    held.add(Place(start, end))
                    score = round(name.score * _WEAKER, 3)
                    text = paragraph.text[start:end]
                    found.append(Detection(paragraph.key, start, end, text, name.category, score, (SPREAD,)))
        order = {paragraph.key: number for number, paragraph in enumerate(self._paragraphs)}
        return sorted(found, key=lambda detection: (order[detection.paragraph], detection.start))

    def _in(self, text: str) -> Iterator[tuple[int, int, FoundName]]:
        """Each place in one text, the longest first."""
        plain = fold(text)
        candidates = []
        for index, first, last, parts in _joined(plain, self._matcher.hits(plain)):
            start, end = plain.span(first, last)
            if self._stands(text, start, end, plain.text[first:last], self._names[index], parts):
                candidates.append((start - end, start, end, self._names[index]))
        candidates.sort(key=lambda candidate: candidate[:3])
        yield from ((start, end, name) for _, start, end, name in candidates)

    def _stands(self, text: str, start: int, end: int, form: str, name: FoundName, parts: frozenset[Part]) -> bool:
        """Whether a place where the letters of a name stand is the name."""
        if (end < len(text) and text[end] in "@_") or (start and text[start - 1] in "@_."):
            return False
        if begins_a_body(text, end):
            return False
        whole = Part.PHRASE in parts or (parts & GIVEN and parts & FAMILY) or len(form.split()) > 1
        if whole:
            return True
        if name.category is Category.ORG or len(form) < _NAME_PART or is_ordinary(form):
            return False
        strange = not (is_english(form) or is_foreign(form) or form in self._with_article)
        strange = strange and name.category is Category.PERSON and len(form) > _NAME_PART
        if text[start:end].islower():
            return strange
        if is_word(form) or (self._small[form] and not strange):
            return False
        return not _part_of_another(text, start, end)


def _part_of_another(text: str, start: int, end: int) -> bool:
    """Whether a capitalised ordinary word follows: "Ashgrove Procedures" is not the person Ashgrove."""
    after = regex.match(r"\s(\p{Lu}[\p{L}'-]+)", text[end : end + _LONGEST_TITLE])
    return after is not None and is_word(after[1].casefold())


def _entity(name: FoundName) -> Entity:
    kind = _KINDS[name.category]
    if kind is not Kind.PERSON:
        return Entity(kind, name.words, "", surname=name.words)
    if name.titled and " " not in name.words:
        return Entity(kind, name.words, "", surname=name.words)
    _, forename, middle, surname = split_name(name.words)
    return Entity(kind, name.words, "", forename=forename, middle=middle, surname=surname)


def _joined(
    plain: Folded, hits: Iterator[tuple[int, int, list[Form]]]
) -> Iterator[tuple[int, int, int, frozenset[Part]]]:
    """The hits as (name, start, end, parts); parts of one name side by side are one."""
    by_name: dict[int, list[tuple[int, int, Part]]] = {}
    for first, last, forms in hits:
        for form in forms:
            by_name.setdefault(form.entity, []).append((first, last, form.part))
    for index, places in by_name.items():
        places.sort()
        start, end, parts = -1, -1, set[Part]()
        for first, last, part in places:
            if end >= 0 and first <= end + 2 and plain.text[end:first].strip(" ,.") == "":
                end = max(end, last)
                parts.add(part)
                continue
            if end >= 0:
                yield index, start, end, frozenset(parts)
            start, end, parts = first, last, {part}
        if end >= 0:
            yield index, start, end, frozenset(parts)
