"""Where a paragraph may speak of something in the map: places found once, longest reading first, none overlapping."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reviewdocs.model.mentions import Category
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.names.details import Details
from reviewdocs.names.entities import HUMAN, Entity, Kind
from reviewdocs.names.folding import fold_text, folded
from reviewdocs.names.listing import listed
from reviewdocs.names.matcher import Matcher, Phrases
from reviewdocs.names.variants import FAMILY, Form, Part, kept_phrases
from reviewdocs.pseudonymise.composites import PIECES, Builder, Composite, Hits
from reviewdocs.pseudonymise.glued import Glued
from reviewdocs.pseudonymise.initials import Initials
from reviewdocs.pseudonymise.misread import Misread
from reviewdocs.pseudonymise.nearly import Nearly, of_english, rare_alone
from reviewdocs.pseudonymise.online import Online
from reviewdocs.pseudonymise.reading import Reading, candidates_in

FAMILY_WORDS = listed("family families household households children brothers sisters siblings boys girls parents")


_HOUSEHOLD = frozenset(["family", "families", "household", "households"])


_OF_ONE_WORD = frozenset({Part.FORENAME, Part.KNOWN_AS, Part.SURNAME, Part.FORMER})
_LEAST_JOINED = 5
"""Shorter names with an initial may be words of English."""
_LEAST_SPLIT, _LEAST_BROKEN = 6, 4
"""Shorter names come of two words by chance: parted by a space, or by a hyphen."""


class SiteKind(StrEnum):
    """How a site is resolved."""

    NAME = "name"
    GROUP = "group"
    FIXED = "fixed"
    """An identifier, address, e-mail, link or handle: no question who is meant."""
    KEPT = "kept"
    INITIALS = "initials"
    NEAR = "near spelling"


MARKED = "marked"
"""What a near spelling's `text` says when the document itself marks it as one."""


@dataclass(frozen=True, slots=True)
class Site:
    """A stretch of a paragraph with its possible readings.

    `start` and `end` are code points of the paragraph; `text` is what stands there instead at a fixed site.
    """

    reading: Reading
    kind: SiteKind
    start: int
    end: int
    options: tuple[Composite, ...] = ()
    text: str = ""
    category: Category = Category.PERSON
    refs: tuple[str, ...] = ()


def moved(sites: list[Site], paragraph: Paragraph) -> list[Site]:
    """The sites of a paragraph as those of another with the same text."""
    if not sites or sites[0].reading.paragraph == paragraph:
        return sites
    reading = sites[0].reading.of(paragraph)
    return [replace(site, reading=reading) for site in sites]


class _Remembered(dict[str, bool]):
    """Answers about words, each found once."""

    def __init__(self, answer: Callable[[str], bool]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, word: str) -> bool:
        found = self[word] = self._answer(word)
        return found


_APART = re.compile(r" \w \w \w(?!\w)")
"""Letters that stand apart."""
_SMALL_TITLE = re.compile(r"(?<!\w)(?:m(?:is)?s|mrs?|[dp]c|dr)\b")
_MOST_REMEMBERED = 200_000


class Finder:
    """Finds the sites of a paragraph; built once for a map."""

    def __init__(self, pmap: PseudonymMap, entities: Sequence[Entity], forms: Sequence[Form]) -> None:
        self._entities = entities
        self._matcher = Matcher(forms)
        self._builder = Builder(entities)
        self._unsplit = _unsplit(forms)
        self._beginnings = frozenset(name[:length] for name in self._unsplit for length in range(2, len(name)))
        self._online = Online(forms)
        self._initials = Initials(entities, forms)
        self._nearly = Nearly(entities, forms)
        self._glued = Glued(entities, forms)
        self._misread = Misread(forms, self._matcher)
        self._unusual = _Remembered(lambda word: self._glued.possible(word) or bool(self._misread.meant(word)))
        self._possible = _Remembered(self._may_begin)
        self._plain: set[str] = set()
        """What stood between spaces and begins no name; a document says most of it over and over."""
        self._kept = Phrases(kept_phrases(pmap))
        self._details = Details(pmap)
        names = {folded(name) for thing in pmap.organisations for name in (thing.name, *thing.also)}
        self._seats = [
            (folded(seat.employer), folded(seat.job_title)) for seat in pmap.panel if folded(seat.employer) in names
        ]

    def _may_begin(self, word: str) -> bool:
        """Whether a word with a capital may begin, or nearly be, a name of the map or somebody's initials."""
        split = fold_text(word) in self._beginnings
        return split or self._initials.possible(word) or self._nearly.possible(word) or self._unusual[word]

    def sites(self, paragraph: Paragraph) -> list[Site]:
        """Every site in order of its start."""
        reading = Reading(paragraph)
        return self._settled(reading) if self.names_nobody(reading) else self.looked_for(reading)

    def names_nobody(self, reading: Reading) -> bool:
        """Whether a glance tells that no name is there to be weighed: most paragraphs need no more."""
        text, glance = reading.paragraph.text, reading.folded
        if glance.starts is not None or self._hits(reading) or _APART.search(text):
            return False
        if len(self._plain) > _MOST_REMEMBERED:
            self._plain.clear()
        for stretch in set(text.split()) - self._plain:
            if _SMALL_TITLE.search(stretch) or any(map(self._possible.__getitem__, candidates_in(stretch))):
                return False
            self._plain.add(stretch)
        return True

    def looked_for(self, reading: Reading) -> list[Site]:
        """Every site of a reading, in order of its start."""
        settled = self._settled(reading)
        starts = [site.start for site in settled]
        unusual = any(map(self._unusual.__getitem__, reading.candidates))
        found = [*self._hits(reading), *self._split(reading)]
        hits = Hits.of(reading, [*found, *self._misread.hits(reading)] if unusual else found)
        composites = [c for c in self._builder.composites(reading, hits) if self._admissible(reading, c)]
        named = [
            site for site in _selected(reading, composites, self._entities) if not _overlaps(site, starts, settled)
        ]
        named += self._left_over(reading, settled, named, unusual=unusual)
        return sorted([*settled, *named], key=lambda site: site.start)

    def _hits(self, reading: Reading) -> list[tuple[int, int, list[Form]]]:
        """The map's forms in a reading."""
        if reading.hits is None:
            reading.hits = [*self._matcher.hits(reading.folded)]
        return reading.hits

    def _split(self, reading: Reading) -> Iterator[tuple[int, int, list[Form]]]:
        """Names of one word that stand in two or three, "Rose Mary", "Jean-luc", or broken at a line's end."""
        for index in reading.capitals:
            joined = reading.word(index)
            if len(joined) == 1 and (end := self._spaced(reading, index)):
                yield reading.spans[index][0], reading.spans[end][1], self._unsplit[self._letters(reading, index, end)]
            if joined not in self._beginnings:
                continue
            for last in range(index + 1, min(index + 3, len(reading))):
                gap = reading.gap(last)
                broken = gap in ("-", "- ") or (
                    gap == " " and (reading.tokens[last].capital or "\n" in reading.raw_gap(last))
                )
                if not broken:
                    break
                joined += reading.word(last)
                least = _LEAST_BROKEN if "-" in gap else _LEAST_SPLIT
                if len(joined) >= least and (forms := self._unsplit.get(joined)):
                    yield reading.spans[index][0], reading.spans[last][1], forms

    def _spaced(self, reading: Reading, first: int) -> int:
        """The last token of a name whose letters stand apart, "H O P E"; 0 when none begins there."""
        last = first
        while last + 1 < len(reading) and reading.gap(last + 1) == " " and len(reading.word(last + 1)) == 1:
            last += 1
        while last - first >= _LEAST_BROKEN - 1 and self._letters(reading, first, last) not in self._unsplit:
            last -= 1
        return last if last - first >= _LEAST_BROKEN - 1 else 0

    @staticmethod
    def _letters(reading: Reading, first: int, last: int) -> str:
        return "".join(reading.word(index) for index in range(first, last + 1))

    def nearly(self, reading: Reading, composite: Composite) -> tuple[bool, tuple[Composite, ...]] | None:
        """(marked as misspelt in the text, readings) when a permitted forename is nearly a forename of the map."""
        return self._nearly.near(reading, composite.first)

    def _left_over(
        self, reading: Reading, settled: Sequence[Site], named: Sequence[Site], *, unusual: bool
    ) -> Iterator[Site]:
        taken = reading.taken
        for site in (*settled, *named):
            for index in reading.within(site.start, site.end):
                taken[index] = True
        initials = self._initials
        for options in [
            *initials.initials(reading, taken),
            *initials.titled_initials(reading, taken),
            *initials.letters(reading, taken),
            *(initials.small(reading, taken) if named else ()),
        ]:
            yield Site(reading, SiteKind.INITIALS, *reading.span(options[0].title_first, options[0].last), options)
        yield from self._run_together(reading, taken) if unusual else ()
        for marked, options in self._nearly.spellings(reading, taken, small=bool(named)):
            span = reading.span(options[0].title_first, options[0].last)
            yield Site(reading, SiteKind.NEAR, *span, options, text=MARKED if marked else "")

    def _run_together(self, reading: Reading, taken: list[bool]) -> Iterator[Site]:
        """Names glued to other words: whose it is where one alone bears it, else for a person to tell."""
        text = reading.paragraph.text
        for start, end, named in self._glued.spans(reading, taken):
            for index in reading.within(start, end):
                taken[index] = True
            meant = [self._entities[entity] for entity in named]
            people = [entity for entity in meant if entity.kind in HUMAN]
            families = [entity for entity in meant if entity.kind is Kind.GROUP]
            one = people[0] if len(people) == 1 else families[0] if families else None if people else meant[0]
            if one is not None and not one.designation:
                continue
            before, after = text[:start][-1:].isalnum() * "_", text[end:][:1].isalnum() * "_"
            instead = f"{before}{one.designation if one else '[name]'}{after}".replace(" ", "_")
            refs = tuple(entity.ref for entity in ([one] if one and one not in families else people) if entity.ref)
            yield Site(reading, SiteKind.FIXED, start, end, text=instead, refs=refs)

    def _settled(self, reading: Reading) -> list[Site]:
        text = reading.paragraph.text
        found = [
            Site(
                reading,
                SiteKind.FIXED,
                start,
                end,
                text=label,
                category=Category.ONLINE if label != "[e-mail]" else Category.CONTACT,
            )
            for start, end, label in self._online.spans(text)
        ]
        for detail in self._details.spans(text):
            found.append(
                Site(
                    reading,
                    SiteKind.FIXED,
                    detail.start,
                    detail.end,
                    text=detail.label,
                    category=detail.category,
                    refs=(detail.ref,),
                )
            )
        for start, end, phrase in self._kept.hits(reading.folded):
            if self._stays(reading, start, phrase):
                found.append(Site(reading, SiteKind.KEPT, *reading.folded.span(start, end), category=Category.ORG))
        return _longest_first(found)

    def _stays(self, reading: Reading, start: int, phrase: str) -> bool:
        """A kept employer that the map also replaces stays only beside its panel seat's job title."""
        titles = [title for employer, title in self._seats if employer == phrase]
        before = (
            reading.folded.text[max(0, start - 120) : start].rstrip(" ,(|-").removesuffix(" at").removesuffix(" of")
        )
        return not titles or any(before.endswith(title) for title in titles)

    def _admissible(self, reading: Reading, composite: Composite) -> bool:
        """Leave out readings that need more than they have."""
        parts = set(composite.parts)
        if Part.JOINED in parts or Part.CAPPED in parts:
            return _written_as_joined(reading, composite)
        if Part.PLURAL in parts:
            token = reading.tokens[composite.first]
            return token.capital or (reading.unpolished and not of_english(token.word))
        if parts == {Part.MIDDLE} and not composite.title:
            known = self._entities[composite.entity].kind is Kind.PERSON
            return known and rare_alone(reading, composite.first, composite.last)
        if parts <= {Part.MIDDLE, Part.NICKNAME, Part.SURNAME_SPELLING}:
            return bool(composite.title) or composite.weight > 1
        if parts <= PIECES | {Part.GIVEN_PIECE}:
            return reading.tokens[composite.first].capital or bool(composite.title)
        return True


def _written_as_joined(reading: Reading, composite: Composite) -> bool:
    """Whether a capital within the word, or the file name in which it stands, says that it is two run together."""
    start, end = reading.span(composite.first, composite.last)
    original = reading.paragraph.text[start:end]
    if re.match(r"[A-Z][A-Z][a-z]", original) or re.search(r"[a-z][A-Z](?:$|[a-z])", original):
        return True
    around = reading.paragraph.text[max(0, start - 1) : start] + reading.paragraph.text[end : end + 1]
    filed = Part.JOINED in composite.parts and re.search(r"[_\\/]", around) is not None
    return filed and not (len(original) < _LEAST_JOINED and of_english(original.casefold()))


def _unsplit(forms: Iterable[Form]) -> dict[str, list[Form]]:
    """The names of one word that may be found in pieces."""
    found: dict[str, list[Form]] = {}
    for form in forms:
        if form.part in _OF_ONE_WORD and form.text.isalpha() and len(form.text) >= _LEAST_BROKEN:
            found.setdefault(form.text, []).append(form)
    return found


def _longest_first(sites: Sequence[Site]) -> list[Site]:
    """The longest sites that do not overlap, in order of their start."""
    taken: list[Site] = []
    if not sites:
        return taken
    starts: list[int] = []
    for site in sorted(sites, key=lambda s: (s.start - s.end, s.start)):
        if not _overlaps(site, starts, taken):
            at = bisect_right(starts, site.start)
            starts.insert(at, site.start)
            taken.insert(at, site)
    return taken


def _overlaps(site: Site, starts: Sequence[int], others: Sequence[Site]) -> bool:
    """Whether a site overlaps one of `others`, which begin at `starts`, in order and apart."""
    at = bisect_right(starts, site.start)
    return (at > 0 and others[at - 1].end > site.start) or (at < len(others) and others[at].start < site.end)


def _selected(reading: Reading, composites: Sequence[Composite], entities: Sequence[Entity]) -> Iterator[Site]:
    """The best stretches: most parts of a name first, then most words; readings of one stretch go together."""
    by_span: dict[tuple[int, int], dict[int, Composite]] = {}
    for composite in composites:
        readings = by_span.setdefault((composite.first, composite.last), {})
        held = readings.get(composite.entity)
        if held is None or composite.weight > held.weight or (held.title == "" and composite.title):
            readings[composite.entity] = composite
    taken = [False] * (len(reading) + 1)

    def rank(item: tuple[tuple[int, int], dict[int, Composite]]) -> tuple[int, int, int]:
        (first, last), readings = item
        return (first - last, -max(c.weight for c in readings.values()), first)

    for (first, last), readings in sorted(by_span.items(), key=rank):
        if any(taken[first:last]):
            continue
        for index in range(first, last):
            taken[index] = True
        yield _site(reading, first, last, tuple(readings.values()), entities)


def _site(reading: Reading, first: int, last: int, options: tuple[Composite, ...], entities: Sequence[Entity]) -> Site:
    plural = tuple(option for option in options if Part.PLURAL in option.parts)
    singular = tuple(option for option in options if option not in plural)
    family = reading.word(last) in FAMILY_WORDS and reading.gap(last) == " "
    surnames = tuple(o for o in singular if o.weight == 1 and o.parts[0] in FAMILY)
    if (plural and not any(entities[o.entity].kind in HUMAN for o in singular)) or (
        family and surnames and not any(o.title for o in surnames)
    ):
        whole = family and reading.word(last) in _HOUSEHOLD
        start, end = reading.span(first, last + 1 if whole else last)
        if reading.word(first - 1) == "the" and reading.gap(first) == " ":
            start = reading.span(first - 1, first)[0]
        return Site(reading, SiteKind.GROUP, start, end, plural or surnames, text="'s" if family and not whole else "")
    kept = tuple(option for option in singular if entities[option.entity].kind is not Kind.GROUP) or options
    if all(entities[option.entity].kind is Kind.GROUP for option in kept):
        return Site(reading, SiteKind.GROUP, *reading.span(first, last), kept)
    start = min(reading.span(option.title_first, last)[0] for option in kept)
    end = reading.span(first, last)[1]
    if any(option.bracketed for option in kept):
        end = reading.span(last, last + 1)[1] + 1
    return Site(reading, SiteKind.NAME, start, end, kept)
