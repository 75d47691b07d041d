"""Names found in documents that are not in the map, read as titles, forenames and surnames."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reviewdocs.language.titles import TITLES, Field
from reviewdocs.model.mentions import Category, Detection, Mention
from reviewdocs.model.text import Paragraph, ParagraphKey
from reviewdocs.names.entities import PARTICLES, split_name
from reviewdocs.names.folding import folded
from reviewdocs.pseudonymise.render.mention import SOMEBODY_ELSE

_TITLES = "|".join(sorted(map(re.escape, TITLES), key=len, reverse=True))
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")
_POSSESSIVE = re.compile(r"(?:'s|s'|')$", re.IGNORECASE)
_COUPLE = re.compile(rf"(?i)({_TITLES})\.?\s+(?:and|&)\s+({_TITLES})\.?\s+(.+)")
_FAMILY = re.compile(r"(?i)^the\s+|\s+family$")
_OFFICIAL = re.compile(r"([^\W\d_][\w'’-]*),\s+([^\W\d_][\w'’ -]*)")
_WITH_PERSON = re.compile(r"\s+(?:Dr|Mr|Mrs|Ms|Miss|Prof|PC|DC|DS)\b\.?\s+[A-Z].*")
"""A person's name that runs on from the name of a place, as it does in notes."""
_QUOTE = 45
"""Characters of context on either side of a quoted name."""


@dataclass(frozen=True, slots=True)
class UnknownName:
    """One place where a name stands that the map does not have.

    Attributes:
        category: PERSON, PLACE, ORG or ADDRESS.
        text: the name as it stands, without quotation marks and possessive.
        before, after: what stands beside it in its paragraph.
        where: the document and the place in it, for people.
    """

    category: Category
    text: str
    before: str
    after: str
    where: str

    @property
    def quote(self) -> str:
        """The name in a few words of its context."""
        return quoted(self.before, self.text, self.after)


def quoted(before: str, name: str, after: str) -> str:
    """A name in a few words of what stands before and after it."""
    start, end = before[-_QUOTE:], after[:_QUOTE]
    # Words that are cut through say nothing.
    start = start if len(before) <= _QUOTE else f"…{start.partition(' ')[2]}"
    end = end if len(after) <= _QUOTE else f"{end.rpartition(' ')[0]}…"
    return " ".join(f"{start}{name}{end}".split())


@dataclass(frozen=True, slots=True)
class Parsed:
    """A person's name in its parts; `family` for a plural or a couple."""

    title: str
    forename: str
    middle: str
    surname: str
    family: bool = False

    @property
    def full(self) -> bool:
        """Whether forename and surname are both there."""
        return bool(self.forename and self.surname)


def unknown_names(
    paragraphs: Sequence[Paragraph], detections: Iterable[Detection], mentions: Iterable[Mention], document: str
) -> list[UnknownName]:
    """What detectors found that no mention of the map explains, in reading order.

    Args:
        paragraphs: the document's text.
        detections: what detectors found in it.
        mentions: the map's mentions in it, kept ones included.
        document: what to call the document.
    """
    texts = {paragraph.key: paragraph for paragraph in paragraphs}
    order = {paragraph.key: number for number, paragraph in enumerate(paragraphs)}
    spans: dict[ParagraphKey, list[tuple[int, int]]] = {}
    for mention in mentions:
        if SOMEBODY_ELSE not in mention.alternatives:
            spans.setdefault(mention.paragraph, []).append((mention.start, mention.end))
    found = []
    kinds = (Category.PERSON, Category.PLACE, Category.ORG, Category.ADDRESS)
    for detection in sorted(detections, key=lambda d: (order[d.paragraph], d.start)):
        if detection.category not in kinds or _explained(detection, spans):
            continue
        paragraph = texts[detection.paragraph]
        text = _bare(detection.text)
        if detection.category is not Category.PERSON:
            text = _WITH_PERSON.sub("", text)
        if not re.search(r"[^\W\d_]", text):
            continue
        start = detection.start + detection.text.find(text)
        inside = "" if paragraph.place in ("Body", "Text") else f" ({paragraph.place.lower()})"
        place = f"{document}, paragraph {paragraph.index + 1}{inside}"
        end = start + len(text)
        found.append(UnknownName(detection.category, text, paragraph.text[:start], paragraph.text[end:], place))
    return found


def _explained(detection: Detection, spans: Mapping[ParagraphKey, list[tuple[int, int]]]) -> bool:
    """Whether mentions of the map cover the detection, but for a title and words that are no name."""
    rest = list(detection.text)
    for start, end in spans.get(detection.paragraph, ()):
        for place in range(max(start, detection.start), min(end, detection.end)):
            rest[place - detection.start] = " "
    remainder = "".join(rest)
    if remainder == detection.text:
        return False
    return not any(word[:1].isupper() and folded(word) not in TITLES for word in re.findall(r"[^\W\d_]{2,}", remainder))


def _bare(text: str) -> str:
    """The name without what stands around it."""
    plain = _EDGE.sub("", " ".join(text.split()))
    return _EDGE.sub("", _POSSESSIVE.sub(lambda m: "s" if m[0].lower() == "s'" else "", plain))


def parsed(text: str) -> Parsed | None:
    """A person's name in its parts; None where nothing is left that could be one."""
    if couple := _COUPLE.fullmatch(text):
        return Parsed("", "", "", _cased(couple[3]), family=True)
    plain = _FAMILY.sub("", text)
    family = plain != text
    words = _words_of_name(plain)
    title, forename, middle, surname = split_name(" ".join(words))
    if not (forename or surname):
        return None
    shown = words[0].rstrip(".") if title else ""
    if surname and folded(forename).strip("'.") in PARTICLES:
        forename, middle, surname = "", "", " ".join(filter(None, (forename, middle, surname)))
    if title and TITLES[title].field is Field.KIN:
        # Nana Pearl, Uncle Tom: what the family calls somebody, by the forename.
        shown, forename, surname = "", forename or surname, surname if forename else ""
    if family and not surname:
        forename, surname = "", forename
    return Parsed(shown, _cased(forename), _cased(middle), _cased(surname), family)


def _words_of_name(text: str) -> list[str]:
    """The words of a name in the usual order, without those in small letters before and after it."""
    if official := _OFFICIAL.fullmatch(text):
        text = f"{official[2]} {official[1]}"
    words = [word for word in text.partition(",")[0].split() if re.fullmatch(r"[^\W\d_][^\d/]*", word)]
    while words and (_is_small(words[0]) or folded(" ".join(words[:2])) == "staff nurse"):
        words.pop(0)
    while words and _is_small(words[-1]):
        words.pop()
    return words


def _is_small(word: str) -> bool:
    """Whether a word in small letters stands before or after a name, and is no part of it."""
    return word[0].islower() and folded(word).rstrip(".") not in PARTICLES | TITLES.keys()


def _cased(name: str) -> str:
    """OKAFOR as Okafor; names that are not all in capitals, and initials, stay."""
    words = [word.title() if word.isupper() and len(word.strip(".")) > 2 else word for word in name.split()]
    return " ".join(words)
