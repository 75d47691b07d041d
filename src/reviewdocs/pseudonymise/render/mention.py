"""A decided stretch of words as a mention: titles taken in, families, couples, panel members, places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reviewdocs.errors import InputError
from reviewdocs.language.lexicon import RARE_NAME, forename_shares, frequency
from reviewdocs.language.lists import listed
from reviewdocs.language.titles import TITLES, Field
from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import HUMAN, Entity, Kind
from reviewdocs.pseudonymise.decide import Action, Choice
from reviewdocs.pseudonymise.judge import Stretch
from reviewdocs.pseudonymise.model import FAMILY, Bearer, Judged, Likeness, NamePart, Reading
from reviewdocs.pseudonymise.propose import Proposed
from reviewdocs.pseudonymise.render.edits import UNDECIDED, listed_names
from reviewdocs.pseudonymise.render.panel import panel_place
from reviewdocs.pseudonymise.render.wording import Place, fitted, former_name_aside, genitive
from reviewdocs.pseudonymise.settled import Settled
from reviewdocs.pseudonymise.signals.place import Passage
from reviewdocs.pseudonymise.titled import rank_after, title_before
from reviewdocs.pseudonymise.tokens import Tokens
from reviewdocs.pseudonymise.told import Told

FAMILY_WORDS = listed("family families household households children brothers sisters siblings boys girls parents kids")
_HOUSEHOLD = frozenset(["family", "families", "household", "households"])
_COUNTED = ("both", "two")
_SURELY = 0.75
"""How probable a name must be for a family or a couple to be replaced as one: nobody can be mistaken for another."""
_SURELY_A_NAME = 0.95
"""How probable a name must be for it not to be told that it may be a word."""
SOMEBODY_ELSE = "somebody else"
"""The reading of a surname of the map after the forename of nobody in it: "Pippa Braddock"."""
_MOST_TOLD = 0.02
"""Bearers less probable than this are not told of."""
_USUAL_WORD = 5.0
"""A word more usual than this before a surname is a word."""
_INITIALS_STOP = re.compile(r"\.(?=\s*[,;:)–-]|[ \u00a0][a-z(&])")
"""A full stop that ends an initial and no sentence: "She told N.D. the school rang"."""
_CATEGORIES = {Kind.PLACE: Category.PLACE, Kind.ORGANISATION: Category.ORG}


class Renderer:
    """Words what was decided; built once for a map."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = entities
        self._by_ref = {entity.ref: entity for entity in entities if entity.ref}
        self._groups = [entity for entity in entities if entity.kind is Kind.GROUP]
        self._last: Tokens | None = None

    def settled(self, paragraph: Paragraph, each: Settled) -> Mention:
        """What was no question, as a mention."""
        outcome = Outcome.KEPT if each.text is None else Outcome.REPLACED
        start, end, text = each.start, each.end, each.text
        return Mention(
            paragraph.key, start, end, paragraph.text[start:end], each.category, each.refs, outcome, text, (each.why,)
        )

    def told(self, paragraph: Paragraph, passage: Passage | None, said: Told) -> Settled:
        """What a person said of a place, worded as the sentence asks; a title before the name goes with it.

        Raises:
            InputError: the map no longer has whom or what is meant.
        """
        if not said.ref:
            return Settled(said.start, said.end, None, Category.PERSON, (), f"{said.why}: it stays", said=True)
        entity = self._by_ref.get(said.ref)
        if entity is None:
            raise InputError(f"{said.why.capitalize()} says that somebody is {said.ref}, whom the map does not have.",
                             remedy="Put the entry back into the map, or take that decision back.")  # fmt: skip
        tokens = self._words(paragraph, passage.proposed) if passage else Tokens(paragraph)
        inside = tokens.within(said.start, said.end)
        title = title_before(tokens, inside[0]) if inside and entity.kind in HUMAN else None
        start = tokens.span(title[0], title[0] + 1)[0] if title else said.start
        place = _glued(tokens, start, said.end, entity.designation)
        place = place or fitted(tokens, start, said.end, entity.designation)
        category = _CATEGORIES.get(entity.kind, Category.PERSON)
        return Settled(place.start, place.end, place.text, category, (said.ref,), said.why, said=True)

    def mention(self, paragraph: Paragraph, stretch: Stretch, judged: Judged, choice: Choice) -> Mention | None:
        """A stretch as a mention; None where it is left as the words it is."""
        bearer = choice.bearer
        if choice.action is Action.LEAVE or bearer is None:
            return self._kept(paragraph, judged)
        found = self._changed(paragraph, stretch, judged, choice, bearer)
        return replace(found, probability=round(choice.identifying, 3))

    def _changed(
        self, paragraph: Paragraph, stretch: Stretch, judged: Judged, choice: Choice, bearer: Bearer
    ) -> Mention:
        """A stretch that does not stay, as a mention."""
        tokens, entity = self._words(paragraph, stretch.passage.proposed), self._entities[bearer.entity]
        if judged.probability >= _SURELY and (several := self._several(tokens, stretch, judged)):
            return several
        if choice.action is Action.ASK or _of_somebody_else(tokens, stretch):
            return self._asked(tokens, stretch, judged, self._extent(tokens, stretch, entity))
        if entity.kind in (Kind.PLACE, Kind.ORGANISATION):
            return self._thing(tokens, stretch, judged, entity)
        return self._person(tokens, stretch, judged, entity)

    def _words(self, paragraph: Paragraph, proposed: Proposed) -> Tokens:
        """The words of a paragraph, whose mentions come one after the other."""
        if self._last is None or self._last.paragraph is not paragraph:
            self._last = Tokens(paragraph, proposed.folded, proposed.spans)
        return self._last

    def kept(self, paragraph: Paragraph, start: int, end: int, why: str) -> Mention:
        """What a veto keeps."""
        text = paragraph.text[start:end]
        return Mention(paragraph.key, start, end, text, Category.PERSON, (), Outcome.KEPT, None, (why,))

    def _several(self, tokens: Tokens, stretch: Stretch, judged: Judged) -> Mention | None:
        """A mention of several people at once, for whom it need not be told which is meant."""
        return self._family(tokens, stretch, judged) or self._couple(tokens, stretch, judged)

    def _kept(self, paragraph: Paragraph, judged: Judged) -> Mention | None:
        """A permitted name that stays; None for a word that is nobody."""
        first = judged.bearers[0]
        if judged.probability < 0.5 or self._entities[first.entity].kind is not Kind.PERMITTED:
            return None
        return self.kept(paragraph, judged.start, judged.end, "permitted name")

    def _extent(self, tokens: Tokens, stretch: Stretch, entity: Entity) -> tuple[int, int]:
        """The code points of a stretch with the title before it, or the rank after it, that goes with the name."""
        start, end = stretch.candidates[0].start, stretch.candidates[-1].end
        inside = tokens.within(start, end)
        if entity.kind not in HUMAN or not inside:
            return start, end
        first = inside[0]
        if _of_somebody_else(tokens, stretch):
            first -= 1
            start = tokens.span(first, first + 1)[0]
        if title := title_before(tokens, first):
            start = tokens.span(title[0], title[0] + 1)[0]
        elif rank := rank_after(tokens, inside[-1] + 1):
            end = tokens.span(rank[0] - 1, rank[0])[1]
        if (closing := _CLOSING.get(tokens.paragraph.text[end : end + 1])) and _open(
            tokens.paragraph.text[start:end], closing
        ):
            end += 1
        initial = len(stretch.candidates[-1].word) == 1
        return start, end + (initial and _INITIALS_STOP.match(tokens.paragraph.text, end) is not None)

    def _made(
        self,
        tokens: Tokens,
        place: Place,
        refs: tuple[str, ...],
        why: tuple[str, ...],
        *,
        core: tuple[int, int],
        outcome: Outcome = Outcome.REPLACED,
        category: Category = Category.PERSON,
        alternatives: tuple[str, ...] = (),
    ) -> Mention:
        """A mention of the name at `core`, for which `place` is edited."""
        paragraph = tokens.paragraph
        text = paragraph.text[place.start : place.end]
        wider = place.start <= core[0] and core[1] <= place.end and (place.start, place.end) != core
        return Mention(
            paragraph.key,
            place.start,
            place.end,
            text,
            category,
            refs,
            outcome,
            place.text,
            why,
            alternatives,
            core=core if wider else None,
        )

    def _why(self, judged: Judged) -> tuple[str, ...]:
        best = {candidate.text: candidate.best for candidate in judged.candidates}
        told = ", ".join(f"{reading.part} ({reading.likeness})" for reading in best.values())
        return (told, f"a name with probability {judged.probability:.2f}")

    def _asked(self, tokens: Tokens, stretch: Stretch, judged: Judged, extent: tuple[int, int]) -> Mention:
        place = _glued(tokens, *extent, UNDECIDED) or fitted(tokens, *extent, UNDECIDED)
        told = [self._entities[b.entity] for b in judged.bearers if b.probability >= _MOST_TOLD]
        refs = tuple(entity.ref for entity in told if entity.ref)
        clear = tuple("a permitted person" for entity in told if entity.kind is Kind.PERMITTED)[:1]
        panel = tuple("a panel member" for entity in told if entity.kind is Kind.PANEL)[:1]
        word = ("ordinary word or somebody else",) if judged.probability < _SURELY_A_NAME else ()
        word = (SOMEBODY_ELSE,) if _of_somebody_else(tokens, stretch) else word
        return self._made(
            tokens,
            place,
            refs,
            self._why(judged),
            core=extent,
            outcome=Outcome.UNDECIDED,
            alternatives=(*refs, *clear, *panel, *word),
        )

    def _thing(self, tokens: Tokens, stretch: Stretch, judged: Judged, entity: Entity) -> Mention:
        start, end = stretch.candidates[0].start, stretch.candidates[-1].end
        place = _glued(tokens, start, end, entity.designation) or fitted(tokens, start, end, entity.designation)
        return self._made(
            tokens, place, (entity.ref,), self._why(judged), core=(start, end), category=_CATEGORIES[entity.kind]
        )

    def _person(self, tokens: Tokens, stretch: Stretch, judged: Judged, entity: Entity) -> Mention:
        start, end = self._extent(tokens, stretch, entity)
        if _of_the_other_gender(tokens, stretch, entity):
            return self._asked(tokens, stretch, judged, (start, end))
        if entity.kind is Kind.PANEL:
            return self._made(tokens, panel_place(tokens, start, end, entity), (), self._why(judged), core=(start, end))
        if entity.kind is Kind.GROUP:
            place = fitted(tokens, start, end, entity.designation)
            return self._made(tokens, place, entity.members, self._why(judged), core=(start, end))
        if aside := former_name_aside(tokens, start, end):
            return self._made(tokens, Place(*aside, ""), (entity.ref,), self._why(judged), core=(start, end))
        place = _glued(tokens, start, end, entity.designation) or fitted(tokens, start, end, entity.designation)
        return self._made(tokens, place, (entity.ref,), self._why(judged), core=(start, end))

    # Several people at once

    def _family(self, tokens: Tokens, stretch: Stretch, judged: Judged) -> Mention | None:
        """A surname in the plural, or before "family": all who bear it."""
        if len(stretch.candidates) > 1:
            return None
        candidate = stretch.candidates[0]
        surnames = [r for r in candidate.readings if r.part in (NamePart.SURNAME, NamePart.FORMER)]
        inside = tokens.within(candidate.start, candidate.end)
        if not surnames or not inside:
            return None
        last = inside[-1] + 1
        noun = tokens.word(last) in FAMILY_WORDS and tokens.gap(last) == " "
        plural = [r for r in surnames if r.likeness is Likeness.PLURAL]
        # "the Prowses' house" is the family's; "the James' house" may be one man's, and is in no plural.
        before = tokens.word(inside[0] - 1)
        possessive = tokens.gap(last)[:1] == "'" and (tokens.word(last) == "s" or before != "the") and not noun
        if not (plural and not possessive and before in ("the", *_COUNTED)) and not noun:
            return None
        if title_before(tokens, inside[0]):
            return None
        return self._family_of(tokens, judged, plural or surnames, (inside[0], last), noun)

    def _family_of(
        self, tokens: Tokens, judged: Judged, readings: Sequence[Reading], span: tuple[int, int], noun: bool
    ) -> Mention | None:
        first, last = span
        people = self._bearers_today(readings)
        group = self._group_of(people)
        if group is None and not people:
            return None
        household = noun and tokens.word(last) in _HOUSEHOLD
        start, end = tokens.span(first, last + 1 if household else last)
        counted = _COUNTED if group is None and len(people) == 2 else ()
        of = "of " if group is not None and not noun and tokens.word(first - 1) in _COUNTED else ""
        if tokens.word(first - 1) in ("the", *counted) and tokens.gap(first) == " ":
            start = tokens.span(first - 1, first)[0]
        if group is not None:
            named = genitive(group.designation) if noun and not household else group.designation
            place = fitted(tokens, start, end, of + named)
            return self._made(tokens, place, group.members, ("the family of that surname",), core=(start, end))
        ending = "'s family" if noun else ""
        place = fitted(tokens, start, end, listed_names([entity.designation for entity in people]) + ending)
        refs = tuple(entity.ref for entity in people)
        return self._made(tokens, place, refs, ("all people of that surname",), core=(start, end))

    def _bearers_today(self, readings: Sequence[Reading]) -> list[Entity]:
        """The people whose surname it is; where it is nobody's now, those whose it was."""
        today = [reading for reading in readings if reading.part is NamePart.SURNAME] or readings
        people = sorted({reading.entity for reading in today})
        return [self._entities[index] for index in people if self._entities[index].kind is Kind.PERSON]

    def _group_of(self, people: Sequence[Entity]) -> Entity | None:
        """The group with most of these people among its members."""
        refs = {entity.ref for entity in people}
        group = max(self._groups, key=lambda g: len(refs & set(g.members)), default=None)
        return group if group is not None and refs & set(group.members) else None

    def _couple(self, tokens: Tokens, stretch: Stretch, judged: Judged) -> Mention | None:
        """ "Mr and Mrs Okafor": two titles before one surname; somebody for each of them, or nobody is guessed at."""
        inside = tokens.within(stretch.candidates[0].start, stretch.candidates[0].end)
        title = title_before(tokens, inside[0]) if inside else None
        if title is None:
            return None
        at = title[0]
        joined = (
            at - 1 if tokens.word(at - 1) == "and" and tokens.gap(at) == " " else at if tokens.gap(at) == " & " else 0
        )
        earlier = title_before(tokens, joined) if joined else None
        if earlier is None:
            return None
        chosen = [self._titled(judged, word) for word in (earlier[1], title[1])]
        start, end = tokens.span(earlier[0], earlier[0] + 1)[0], stretch.candidates[-1].end
        if None in chosen or chosen[0] is chosen[1]:
            return self._asked(tokens, stretch, judged, (start, end))
        people = [person for person in chosen if person is not None]
        place = fitted(tokens, start, end, listed_names([person.designation for person in people]))
        refs = tuple(person.ref for person in people)
        return self._made(tokens, place, refs, ("two titles before one surname",), core=(start, end))

    def _titled(self, judged: Judged, title: str) -> Entity | None:
        """Who among the bearers has this title; None where nobody does, or several."""
        gender = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she"}.get(title, "")
        people = [self._entities[b.entity] for b in judged.bearers if self._entities[b.entity].kind is Kind.PERSON]
        adults = [p for p in people if p.title and (p.title == title or (gender and p.gender == gender))]
        return adults[0] if len(adults) == 1 else None


def _bare_surname(stretch: Stretch) -> bool:
    """Whether every word of a stretch is of a surname and of nothing else."""
    readings = [reading for candidate in stretch.candidates for reading in candidate.readings]
    return all(reading.part in FAMILY for reading in readings)


def _of_somebody_else(tokens: Tokens, stretch: Stretch) -> bool:
    """Whether a surname of the map stands after the forename of nobody in it: a relative's, or a stranger's."""
    if not _bare_surname(stretch):
        return False
    inside = tokens.within(stretch.candidates[0].start, stretch.candidates[0].end)
    return bool(inside) and _unknown_forename(tokens, inside[0] - 1)


def _unknown_forename(tokens: Tokens, index: int) -> bool:
    """Whether a word of the map's nobody stands there as a forename does before a surname: "Pippa Braddock"."""
    token = tokens.token(index)
    if token is None or not token.capital or len(token.word) < 3 or tokens.gap(index + 1) != " ":
        return False
    borne = max(forename_shares(token.word)) > RARE_NAME
    return borne and token.word not in TITLES and frequency(token.word) < _USUAL_WORD


_CLOSING = {")": "(", "”": "“", "]": "["}
"""What is closed by each mark that may stand behind a name within a name: "Winters (Mark)"."""


def _open(text: str, opening: str) -> bool:
    """Whether a bracket or quotation mark is opened and not closed in a text."""
    return text.rfind(opening) > max(text.rfind(closing) for closing, of in _CLOSING.items() if of == opening)


def _of_the_other_gender(tokens: Tokens, stretch: Stretch, entity: Entity) -> bool:
    """Whether a title before the name says that somebody else is meant: "Mr Okoro", and the map's Okoro is a woman."""
    inside = tokens.within(stretch.candidates[0].start, stretch.candidates[-1].end)
    title = title_before(tokens, inside[0]) if inside and entity.gender else None
    said = TITLES[title[1]] if title and title[1] in TITLES else None
    return said is not None and said.field is Field.CIVIL and bool(said.gender) and said.gender != entity.gender


def _glued(tokens: Tokens, start: int, end: int, designation: str) -> Place | None:
    """A designation for a name that is run into other letters, parted from them; None where it stands free."""
    text = tokens.paragraph.text
    before, after = text[max(0, start - 1) : start].isalnum(), text[end : end + 1].isalnum()
    if not before and not after:
        return None
    return Place(start, end, f"{'_' * before}{designation}{'_' * after}".replace(" ", "_"))
