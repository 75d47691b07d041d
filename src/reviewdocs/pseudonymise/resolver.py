"""From a map and a document's text to every mention, decided and worded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reviewdocs.model.mentions import Mention, Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import HUMAN, Kind, entities_of
from reviewdocs.names.forbidden import telling_tokens
from reviewdocs.names.variants import FAMILY, Part, forms_of
from reviewdocs.names.words import MODALS, all_ordinary
from reviewdocs.pseudonymise import machinewords, notes, othernames, sense
from reviewdocs.pseudonymise.composites import PIECES, Composite, Extra
from reviewdocs.pseudonymise.families import couple_meant, family_meant
from reviewdocs.pseudonymise.grammar import Prior, Sense, Verdict
from reviewdocs.pseudonymise.landmarks import pairs_of_initials, thing_meant
from reviewdocs.pseudonymise.ratings import COLOURS, is_rating, rated
from reviewdocs.pseudonymise.reading import Reading
from reviewdocs.pseudonymise.render.edits import (
    apart,
    edited,
    edits_of,
    in_order,
    mention_at,
    original_of,
    undecided_at,
)
from reviewdocs.pseudonymise.render.panel import panel_place
from reviewdocs.pseudonymise.render.prose import as_prose
from reviewdocs.pseudonymise.render.wording import Place, fitted, former_name_aside
from reviewdocs.pseudonymise.shortforms import defined
from reviewdocs.pseudonymise.signs import CALLED_BY, by_forename, surely_named, twice_in_place, used_as_word
from reviewdocs.pseudonymise.sites import MARKED, Finder, Site, SiteKind, moved
from reviewdocs.pseudonymise.who import Choice, Chooser, Memory

_READINGS = 8


class Resolver:
    """Finds and decides every mention of a map's people, places and organisations; built once for a map."""

    def __init__(self, pmap: PseudonymMap) -> None:
        self._entities = entities_of(pmap)
        forms = (*forms_of(self._entities), *pairs_of_initials(self._entities))
        self._finder = Finder(pmap, self._entities, forms)
        self._chooser = Chooser(self._entities)
        self._telling = telling_tokens(pmap)
        self._read_last: dict[tuple[str, bool], list[Site]] = {}

    def resolve(self, paragraphs: Sequence[Paragraph]) -> list[Mention]:
        """Every mention of one document in order, none overlapping within a paragraph; kept ones included.

        An edit changes what stands beside a word, and so may settle it: the text is read again as it would then stand
        until nothing more is found, so that a second run over the output has nothing to do.
        """
        mentions = self._read(paragraphs)
        for _ in range(_READINGS):
            edits = edits_of(mentions)
            if not edits:
                break
            again = self._read([edited(paragraph, edits.get(paragraph.key, ())) for paragraph in paragraphs])
            more = [found for mention in again if (found := original_of(mention, edits.get(mention.paragraph, ())))]
            if not more:
                break
            mentions = in_order(paragraphs, [*mentions, *more])
        return mentions

    def _read(self, paragraphs: Sequence[Paragraph]) -> list[Mention]:
        """One reading of the document."""
        found = self._sites(paragraphs)
        memory = Memory()
        memory.words = {used_as_word(site) for sites in found for site in sites if site.kind is SiteKind.NAME}
        memory.introduced = {
            option.entity
            for sites in found
            for site in sites
            if site.kind is SiteKind.NAME and (len(site.options) == 1 or surely_named(site, memory.words))
            for option in site.options
            if option.weight > 1 or option.title or surely_named(site, memory.words)
        }
        memory.introduced |= twice_in_place(found)
        memory.mentioned = {
            option.entity
            for sites in found
            for site in sites
            if site.kind is SiteKind.NAME
            for option in site.options
            if option.weight > 1 or option.title or option.parts[0] in CALLED_BY or Part.WHOLE in option.parts
        }
        words = {site.reading.word(o.first) for sites in found for site in sites for o in site.options}
        memory.rated = not words.isdisjoint(COLOURS) and rated(paragraphs)
        memory.terms = {
            _letters(site)
            for sites in found
            for site in sites
            if site.kind is SiteKind.INITIALS and defined(site.reading, site.options[0].first, site.options[0].last)
        }
        mentions: list[Mention] = []
        for paragraph, sites in zip(paragraphs, found, strict=True):
            decided = [mention for site in sites if (mention := self._decided(site, memory))]
            if decided:
                mentions += as_prose(paragraph, apart(paragraph, decided))
        return mentions

    def _sites(self, paragraphs: Sequence[Paragraph]) -> list[list[Site]]:
        """The sites of each paragraph.

        A document is read several times over, and most of its paragraphs are what they were the last time.
        """
        before, self._read_last = self._read_last, {}
        found = []
        for paragraph in paragraphs:
            key = paragraph.text, machinewords.read_by_machine(paragraph)
            sites = self._read_last.get(key) or before.get(key)
            if sites is None:
                sites = self._finder.sites(paragraph)
                sites = machinewords.sure(sites) if key[1] else sites
            self._read_last[key] = sites
            found.append(moved(sites, paragraph))
        return found

    def file_name(self, name: str) -> str:
        """A file's name with the names of the map in it replaced; the suffix stays, and it is never empty."""
        stem, dot, suffix = name.rpartition(".")
        if not dot or not stem:
            stem, dot, suffix = name, "", ""
        paragraph = Paragraph("file name", 0, stem)
        edits = edits_of(self.resolve([paragraph])).get(paragraph.key, [])
        for edit in reversed(edits):
            stem = stem[: edit.start] + edit.replacement + stem[edit.end :]
        return f"{stem.strip(' ,') or 'document'}{dot}{suffix}"

    def _decided(self, site: Site, memory: Memory) -> Mention | None:
        if site.kind is SiteKind.FIXED:
            return mention_at(
                site, Outcome.REPLACED, site.refs, Place(site.start, site.end, site.text), ("known detail",)
            )
        if site.kind is SiteKind.KEPT:
            return mention_at(site, Outcome.KEPT, (), None, ("panel seat or designation",))
        if site.kind is SiteKind.INITIALS:
            return self._initialled(site, memory)
        if site.kind is SiteKind.NEAR:
            return self._near(site, memory)
        if site.kind is SiteKind.GROUP:
            return family_meant(self._entities, site)
        humans = tuple(option for option in site.options if self._entities[option.entity].kind in HUMAN)
        things = tuple(option for option in site.options if option not in humans)
        if things and (not humans or sense.reads_as_place(site.reading, things[0].first)):
            return thing_meant(self._entities, site, things, memory.mentioned)
        return self._human(replace(site, options=humans) if things else site, memory)

    # People

    def _human(self, site: Site, memory: Memory) -> Mention | None:
        called = tuple(option for option in site.options if option.parts != (Part.MIDDLE,) or option.title)
        site = replace(site, options=called) if called else site
        reading, best = site.reading, max(site.options, key=lambda option: (option.weight, len(option.title)))
        taken, why = self._is_name(site, best, memory)
        if taken is Sense.WORD and not self._role_before(site, best):
            return None
        if othernames.cited(reading, best.first, best.last):
            if self._may_be_author(site, best):
                return None
            if best.weight == 1 and not best.title and othernames.co_author(reading, best.first, best.last):
                return undecided_at(self._entities, site, site.options, ("an author's name",), ("somebody else",))
        if (other := self._stranger(site, best)) is not None:
            return other if self._is_telling(site, best) else None
        clear = all(self._entities[option.entity].kind is Kind.PERMITTED for option in site.options)
        if taken is Sense.UNSURE and not clear and not self._borne_out(site, memory):
            return undecided_at(self._entities, site, site.options, (why,), ("ordinary word",))
        if joint := couple_meant(self._entities, self._chooser, site, memory):
            return joint
        options = self._exact(site.options)
        choice = self._chooser.choose(reading, options, memory)
        if not called and not any("beside it" in why for why in choice.evidence):
            return undecided_at(self._entities, site, options, ("a middle name alone",), ("somebody else",))
        if choice.chosen is None:
            return self._not_chosen(site, best, choice, memory)
        return self._as(site, choice.chosen, (*choice.evidence, *filter(None, [why])), memory)

    def _exact(self, options: tuple[Composite, ...]) -> tuple[Composite, ...]:
        """Leave out misspellings where somebody of the map bears exactly this name."""
        exact = [o for o in options if Extra.MISSPELT not in o.parts]
        mapped = any(self._entities[option.entity].kind is Kind.PERSON for option in exact)
        return tuple(exact) if mapped else options

    def _initialled(self, site: Site, memory: Memory) -> Mention | None:
        """Initials alone mean somebody of the map who is named in the document, or whose initials nobody else has."""
        if _letters(site) in memory.terms:
            return None
        known = tuple(option for option in site.options if option.entity in memory.mentioned)
        text = site.reading.paragraph.text[site.start : site.end]
        pointed = any(mark in text for mark in ".-")
        mapped = tuple(option for option in site.options if self._entities[option.entity].kind is Kind.PERSON)
        called = tuple(option for option in mapped if self._chooser.begins_with(site.reading, option))
        if called and not pointed and not site.options[0].title:
            # Nobody is written with the middle name's letter where another begins so.
            known, mapped = tuple(o for o in known if o in called) or (called if known else ()), called
        if not known and site.options[0].title:
            choice = self._chooser.choose(site.reading, mapped, memory)
            known = (choice.chosen,) if choice.chosen and self._chooser.bears(choice.chosen) else ()
            bearers = [option for option in mapped if self._chooser.bears(option)]
            if not known and bearers:
                return undecided_at(self._entities, site, bearers, ("a title and a first letter",), ("somebody else",))
        lone = not pointed and len(text) == 1 and not site.options[0].title
        if lone and len(mapped) > 1 and known:
            return undecided_at(self._entities, site, mapped, ("a single letter",), ("something else",))
        options = known or (mapped if pointed and not site.options[0].title else ())
        if not any(self._entities[option.entity].kind is Kind.PERSON for option in options):
            return None
        if not pointed and not site.options[0].title and site.reading.shouting(site.options[0].first):
            if len(site.options) > 1:
                return None
            if not sense.governed(site.reading, site.options[0].first):
                return undecided_at(self._entities, site, options, ("initials among capitals",), ("something else",))
        if len(options) == 1 and not options[0].title:
            return self._as(site, options[0], ("initials of somebody named in the document",), memory)
        choice = self._chooser.choose(site.reading, options, memory)
        if choice.chosen is None:
            return undecided_at(self._entities, site, options, ("initials of two people",), ())
        return self._as(site, choice.chosen, ("initials", *choice.evidence), memory)

    def _near(self, site: Site, memory: Memory) -> Mention | None:
        """A near spelling is replaced where the text says that it is one, else shown to a person."""
        choice = self._chooser.choose(site.reading, site.options, memory)
        spelling = site.reading.word(site.options[0].first)
        if choice.chosen is not None and (site.text == MARKED or memory.spelt.get(spelling) == choice.chosen.entity):
            memory.spelt[spelling] = choice.chosen.entity
            return self._as(site, choice.chosen, ("misspelt, as the text itself says or its title bears out",), memory)
        return undecided_at(self._entities, site, site.options, ("nearly a name of the map",), ("somebody else",))

    def _may_be_author(self, site: Site, best: Composite) -> bool:
        """Whether a bare surname may stay in a citation."""
        family = all(option.parts[0] in FAMILY or option.parts[0] in PIECES for option in site.options)
        return best.weight == 1 and not best.title and family and not self._is_telling(site, best)

    def _role_before(self, site: Site, best: Composite) -> bool:
        """Whether, among capitals, a word of the person's role stands right before it: "CHILD HOPE ASLEEP"."""
        reading, first = site.reading, best.first
        if reading.word(first) in MODALS or not reading.shouting(first) or reading.gap(first) != " ":
            return False
        in_law = reading.word(first - 1) == "law" and reading.word(first - 2) == "in"
        role = reading.word(first - 3 if in_law else first - 1)
        return any(self._chooser.has_role(option, role) for option in site.options)

    def _borne_out(self, site: Site, memory: Memory) -> bool:
        """Whether a role or initials beside a word make it a name after all."""
        choice = self._chooser.choose(site.reading, site.options, memory)
        return choice.chosen is not None and any("beside it" in why for why in choice.evidence)

    def _is_name(self, site: Site, best: Composite, memory: Memory) -> Verdict:
        reading, first, last = site.reading, best.first, best.last
        words = [reading.word(index) for index in range(first, last)]
        if not all_ordinary(" ".join(words)):
            doubtful = best.weight == 1 and not best.title and reading.tokens[first].original.islower()
            if doubtful and sense.after_article(reading, first):
                return Sense.UNSURE, "in lower case after an article"
            if doubtful and words[0] in notes.TEXT_SPEAK:
                return notes.named(reading, first, self._prior(site, memory)) or (Sense.WORD, "short for a word")
            return Sense.NAME, ""
        capital = all(reading.tokens[i].capital for i in range(first, last) if len(reading.word(i)) > 1)
        if best.weight > 1 or len(words) > 1:
            noted = reading.unpolished and not sense.after_article(reading, first)
            return (Sense.NAME, "") if capital or noted else (Sense.WORD, "")
        if best.title and not (reading.shouting(first) and not sense.is_formal(best.title)):
            return (Sense.NAME, "") if capital or sense.is_formal(best.title) else (Sense.WORD, "")
        if memory.rated and is_rating(reading, first):
            return Sense.WORD, "a rating"
        return (sense.capitalised if capital else sense.lower_case)(reading, first, self._prior(site, memory))

    def _prior(self, site: Site, memory: Memory) -> Prior:
        """What map and document say of the word at a site."""
        expected = any(option.entity in memory.introduced for option in site.options)
        called = [option for option in site.options if option.parts[0] in CALLED_BY]
        used = site.reading.word(site.options[0].first) in memory.words
        return Prior(expected, by_forename(site), used, len(called) > 1)

    def _stranger(self, site: Site, best: Composite) -> Mention | None:
        """Somebody else of whom only a part of the name is known here: `[name]`, for a person to look at."""
        if best.weight > 1:
            return None
        surname = any(option.parts[0] in FAMILY or option.parts[0] in PIECES for option in site.options)
        given = any(option.parts[0] not in FAMILY for option in site.options)
        span = None
        if surname and not best.title:
            span = othernames.stranger(site.reading, best.first, best.last, surname=True)
        if span is None and given:
            span = othernames.stranger(site.reading, best.first, best.last, surname=False)
        if span is None:
            return None
        start, end = site.reading.span(*span)
        wider = replace(site, start=min(start, site.start), end=max(end, site.end))
        return undecided_at(
            self._entities, wider, site.options, ("part of a longer name that is not in the map",), ("somebody else",)
        )

    def _is_telling(self, site: Site, best: Composite) -> bool:
        """Whether a word of the mention may not stand anywhere, whoever is meant."""
        words = {site.reading.word(index) for index in range(best.first, best.last)}
        return bool(words & self._telling)

    def _not_chosen(self, site: Site, best: Composite, choice: Choice, memory: Memory) -> Mention | None:
        others, evidence = choice.others, choice.evidence
        people = [self._entities[option.entity] for option in others]
        refs = {entity.ref for entity in people if entity.kind is Kind.PERSON}
        if best.weight == 1 and not best.title and all(o.parts[0] in FAMILY for o in others):
            bearers = {self._entities[o.entity].ref for o in others if o.parts[0] is Part.SURNAME} & refs
            groups = [e for e in self._entities if e.kind is Kind.GROUP and bearers and bearers <= set(e.members)]
            if groups and all(
                o.entity not in memory.last_named or self._entities[o.entity].kind is Kind.PERSON for o in others
            ):
                place = fitted(site.reading, site.start, site.end, groups[0].designation)
                return mention_at(site, Outcome.REPLACED, groups[0].members, place, ("surname of the family",))
        if not evidence and not (best.title or best.conflict or self._is_telling(site, best)):
            return None
        if not refs:
            return None
        if {option.parts for option in others} <= {(Part.NICKNAME,)}:
            return None
        return undecided_at(
            self._entities,
            site,
            others,
            evidence or ("fits nobody of the map",),
            ("somebody else",) if not evidence else (),
        )

    def _as(self, site: Site, option: Composite, evidence: tuple[str, ...], memory: Memory) -> Mention | None:
        entity, reading = self._entities[option.entity], site.reading
        start, end = reading.span(option.title_first, option.last)
        end = site.end if option.bracketed else end + _full_stop_after_initial(reading, end, option)
        same, seen = (start, end) == (site.start, site.end), option.entity in memory.last_named
        narrowed = site if same else replace(site, start=start, end=end)
        if option.entity == memory.latest and (aside := former_name_aside(reading, start, end)):
            return mention_at(
                narrowed, Outcome.REPLACED, (entity.ref,), Place(*aside, ""), ("former name in brackets", *evidence)
            )
        if entity.kind is Kind.PANEL:
            if option.weight == 1 and not option.title and option.entity not in memory.last_named:
                return None
            memory.note(reading, option, evidence)
            return mention_at(narrowed, Outcome.REPLACED, (), panel_place(reading, start, end, entity), evidence)
        memory.note(reading, option, evidence)
        if entity.kind is Kind.PERMITTED:
            if option.weight == 1 and not option.title and not seen and (near := self._finder.nearly(reading, option)):
                return self._near(
                    replace(site, kind=SiteKind.NEAR, options=near[1], text=MARKED if near[0] else ""), memory
                )
            if any("beside it" in why for why in evidence):
                memory.present.add(option.entity)
            return mention_at(narrowed, Outcome.KEPT, (), None, ("permitted name", *evidence))
        return mention_at(
            narrowed, Outcome.REPLACED, (entity.ref,), fitted(reading, start, end, entity.designation), evidence
        )


def _letters(site: Site) -> str:
    """The folded initials at a site."""
    option = site.options[0]
    return "".join(site.reading.word(index) for index in range(option.first, option.last))


def _full_stop_after_initial(reading: Reading, end: int, option: Composite) -> int:
    """1 when a full stop follows that belongs to the last initial and ends no sentence, else 0."""
    belongs = re.match(r"\.(?=[,;:)'’\"”]|\s+[a-z])", reading.paragraph.text[end : end + 4])
    last = reading.tokens[option.last - 1]
    return int(len(last.word) == 1 and last.capital and belongs is not None)
