"""A genogram: the family in symbols, by the conventions of McGoldrick, Gerson and Petry (Genograms, 4th edition, 2020).

A square is male, a circle female, a diamond neither or not said; the subject has two outlines, who has died a cross.
Partners are joined by a line: dashed where they did not marry, with one stroke across it where they are separated and
two where they are divorced. Children hang from the line, eldest first, fostered ones from a dashed one. A dashed line
goes around a household.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewdocs.generate.figures.drawing import Drawing, Label, Mark, Shape, Stroke, drawn
from reviewdocs.generate.figures.kinship import Kinship, Parted, Union, kinship
from reviewdocs.generate.figures.rows import Household, intruders, placed
from reviewdocs.model.review import Person

_PAGE = 16.0
"""Centimetres between the margins."""
_COLUMN, _ROW, _SYMBOL, _EDGE = 2.9, 3.9, 0.95, 0.5
_STROKES = {Parted.SEPARATED: 1, Parted.DIVORCED: 2}
_HERS = re.compile(
    r"\b(?:she|mother|grandmother|sister|half-sister|daughter|wife|girlfriend|aunt|niece|girl|woman|female)\b"
)
_HIS = re.compile(r"\b(?:he|father|grandfather|brother|half-brother|son|husband|boyfriend|uncle|nephew|boy|man|male)\b")


@dataclass(frozen=True, slots=True)
class Genogram:
    """The figure as a paragraph of Word, the key to its signs, and whom it leaves out or shows oddly (may be empty)."""

    figure: Drawing
    key: str
    left_out: str


def genogram(people: Sequence[Person], subject: str, on: dt.date) -> Genogram | None:
    """The family of a subject; None where nobody is related to anybody.

    Args:
        people: of the review; their first address is where they lived.
        subject: the id of the person whom the review is about.
        on: the day on which ages are told.
    """
    family = kinship(people, subject)
    if len(family.generation) < 2:
        return None
    known = {person.id: person for person in people}
    households = _households(family, known)
    spots = placed(family, households, {person.id: person.dob for person in people})
    plan = _Plan(family, known, spots, subject, on)
    marks = [
        *(mark for n, household in enumerate(households) for mark in plan.household(household, n)),
        *plan.lines(),
        *plan.symbols(),
    ]
    rows = 1 + max(row for _, row in spots.values())
    alt = " ".join(["Genogram.", *plan.sentences()])
    figure = drawn(marks, plan.width, plan.down(rows) - _ROW / 2 + 0.5, name="Genogram", alt=alt)
    strangers = [known[one].full_name for home in households for one in intruders(home, _rows(spots))]
    return Genogram(figure, _key(plan, marks, households, on), _left_out(family, known, strangers))


def _rows(spots: Mapping[str, tuple[float, int]]) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in range(1 + max(row for _, row in spots.values()))]
    for one in sorted(spots, key=lambda one: spots[one]):
        rows[spots[one][1]].append(one)
    return rows


def _households(family: Kinship, known: Mapping[str, Person]) -> list[Household]:
    """Those of the family who share their first address, two at least."""
    homes: dict[str, set[str]] = {}
    for one in family.generation:
        if known[one].addresses:
            homes.setdefault(known[one].addresses[0].casefold(), set()).add(one)
    return [Household(frozenset(members)) for members in homes.values() if len(members) > 1]


def _left_out(family: Kinship, known: Mapping[str, Person], strangers: Sequence[str]) -> str:
    told = []
    if family.others:
        named = ", ".join(f"{known[one].full_name} ({known[one].role})" for one in family.others)
        told.append(f"Not in the figure: {named}.")
    if strangers:
        told.append(f"Within a dashed line without living there: {', '.join(strangers)}.")
    return " ".join(told)


def _gender(person: Person) -> str:
    said = person.pronouns.casefold() or " ".join([person.role, *(r.kind for r in person.relations)]).casefold()
    hers, his = bool(_HERS.search(said)), bool(_HIS.search(said))
    return "diamond" if hers == his else "ellipse" if hers else "rect"


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything is, in centimetres."""

    family: Kinship
    known: Mapping[str, Person]
    spots: Mapping[str, tuple[float, int]]
    subject: str
    on: dt.date

    @property
    def column(self) -> float:
        """The width of a column; narrower where the family would not fit on the page."""
        return min(_COLUMN, (_PAGE - 2 * _EDGE) / (1 + max(place for place, _ in self.spots.values())))

    @property
    def width(self) -> float:
        """Of the whole figure."""
        return 2 * _EDGE + self.column * (1 + max(place for place, _ in self.spots.values()))

    def across(self, place: float) -> float:
        """The middle of a column."""
        return _EDGE + self.column * (place + 0.5)

    def down(self, row: float) -> float:
        """The middle of a row's symbols."""
        return _EDGE + 0.6 + _SYMBOL / 2 + row * _ROW

    def at(self, one: str) -> tuple[float, float]:
        """The middle of a person's symbol."""
        place, row = self.spots[one]
        return self.across(place), self.down(row)

    def symbols(self) -> Iterator[Mark]:
        """Each person's symbol and words."""
        half = _SYMBOL / 2
        for one in self.spots:
            (x, y), person = self.at(one), self.known[one]
            age = _age(person, self.on)
            form = _gender(person)
            if one == self.subject:
                yield Shape(form, x, y, _SYMBOL + 0.22, _SYMBOL + 0.22)
            died = person.died is not None and person.died <= self.on
            yield Shape(form, x, y, _SYMBOL, _SYMBOL, "" if age is None or died else str(age))
            name = _wrapped(person.full_name, self.column)
            lines = [*name, *_wrapped(person.role, self.column)]
            if died:
                lines += [f"died aged {age}"] if age is not None else []
                yield Stroke(((x - half, y - half), (x + half, y + half)))
                yield Stroke(((x - half, y + half), (x + half, y - half)))
            yield Label(x, y + half + 0.16, self.column - 0.5, tuple(lines), strong=len(name))

    def lines(self) -> Iterator[Mark]:
        """Unions, descent, and siblings without their parents."""
        rows = _rows(self.spots)
        hung: dict[int, int] = {}
        for union in self.family.unions:
            x, y = yield from self._union(union, rows)
            if union.children:
                row = self.spots[union.children[0]][1]
                level = hung[row] = hung.get(row, -1) + 1
                yield from self._descent((x, y), union.children, 0.45 + 0.22 * level, dashed=union.fostered)
        for group in self.family.siblings:
            yield from self._descent(None, group, 0.45)

    def _union(self, union: Union, rows: Sequence[Sequence[str]]) -> Generator[Mark, None, tuple[float, float]]:
        """The line of a couple; returns where their children hang."""
        if len(union.partners) == 1:
            return self.at(union.partners[0])
        (left, y), (right, _) = sorted(self.at(one) for one in union.partners)
        levels = [self.spots[partner][1] for partner in union.partners]
        row = rows[levels[0]]
        dashed = not (union.bond and union.bond.married)
        middle = (left + right) / 2
        if levels[0] != levels[1]:  # of different generations
            (left, y), (right, low) = sorted(self.at(one) for one in union.partners)
            y, low = y + _SYMBOL / 2, low - _SYMBOL / 2
            yield Stroke(((left, y), (right, low)), dashed=dashed)
            y = (y + low) / 2
        elif abs(row.index(union.partners[0]) - row.index(union.partners[1])) == 1:
            yield Stroke(((left + _SYMBOL / 2, y), (right - _SYMBOL / 2, y)), dashed=dashed)
        else:  # over those who stand between
            over = y - _SYMBOL / 2
            yield Stroke(((left, over), (left, over - 0.3), (right, over - 0.3), (right, over)), dashed=dashed)
            middle, y = right - self.column / 2, over - 0.3
        for stroke in range(_STROKES[union.bond.parted] if union.bond and union.bond.parted else 0):
            x = middle - self.column / 5 + 0.14 * stroke
            yield Stroke(((x - 0.09, y + 0.2), (x + 0.09, y - 0.2)))
        return middle, y

    def _descent(
        self, hung: tuple[float, float] | None, children: Sequence[str], above: float, *, dashed: bool = False
    ) -> Iterator[Mark]:
        """The lines from where children hang, if that is known, to each of them."""
        tops = [(self.at(child)[0], self.at(child)[1] - _SYMBOL / 2) for child in children]
        level = min(top for _, top in tops) - above
        ends = [across for across, _ in tops]
        if hung:
            ends.append(hung[0])
            yield Stroke((hung, (hung[0], level)), dashed=dashed)
        if max(ends) - min(ends) > 0.01:
            yield Stroke(((min(ends), level), (max(ends), level)), dashed=dashed)
        for across, top in tops:
            yield Stroke(((across, level), (across, top)), dashed=dashed)

    def household(self, household: Household, number: int) -> Iterator[Mark]:
        """A dashed line around those who live together: their stretch of each row, and the band between rows.

        The lines of several households, by their number, keep apart.
        """
        spans: dict[int, tuple[float, float]] = {}
        for one in household.members:
            (x, _), row = self.at(one), self.spots[one][1]
            left, right = spans.get(row, (x, x))
            spans[row] = min(left, x), max(right, x)
        inset = 0.07 * number
        reach = self.column / 2 - 0.04 - inset
        bands: list[tuple[float, float, float, float]] = []
        for row in sorted(spans):
            left, right = spans[row][0] - reach, spans[row][1] + reach
            top = self.down(row) - _SYMBOL / 2 - 0.22 + inset
            foot = self.down(row) + _SYMBOL / 2 + 1.85 - inset
            if bands:
                before = bands[-1]
                bands.append((min(before[0], left), max(before[1], right), before[3], top))
            bands.append((left, right, top, foot))
        down = [point for left, right, top, foot in bands for point in ((right, top), (right, foot))]
        up = [point for left, right, top, foot in reversed(bands) for point in ((left, foot), (left, top))]
        yield Stroke((*down, *up), dashed=True, closed=True, width=1, colour="6B7785")

    def sentences(self) -> Iterator[str]:
        """What the figure says, for those who cannot see it."""
        for one in self.spots:
            person, age = self.known[one], _age(self.known[one], self.on)
            told = "; ".join(f"{r.kind} {self.known[r.to].full_name}" for r in person.relations if r.to in self.spots)
            years = f", aged {age}" if age is not None else ""
            yield f"{person.full_name} ({person.role}{years}){': ' + told if told else ''}."


def _age(person: Person, on: dt.date) -> int | None:
    """Whole years at a day, or at the day of death."""
    day = min(on, person.died) if person.died else on
    if person.dob is None or person.dob > day:
        return None
    return day.year - person.dob.year - ((day.month, day.day) < (person.dob.month, person.dob.day))


def _wrapped(text: str, column: float) -> list[str]:
    """Lines of a column's width, two at most."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) > column * 6.2 and len(lines) < 2:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _key(plan: _Plan, marks: Sequence[Mark], households: Sequence[Household], on: dt.date) -> str:
    """What the signs mean that stand in the figure."""
    forms = {mark.form for mark in marks if isinstance(mark, Shape)}
    couples = [union for union in plan.family.unions if len(union.partners) == 2]
    parted = {union.bond.parted for union in couples if union.bond}
    unmarried = any(not (union.bond and union.bond.married) for union in couples)
    died = any(plan.known[one].died for one in plan.spots)
    aged = any(mark.text for mark in marks if isinstance(mark, Shape))
    told = [
        "square: male" if "rect" in forms else "",
        "circle: female" if "ellipse" in forms else "",
        "diamond: not said" if "diamond" in forms else "",
        "two outlines: the subject of the review",
        f"number: age on {on.day} {on:%B %Y}" if aged else "",
        "cross: has died" if died else "",
        "dashed line between two people: not married" if unmarried else "",
        "one stroke across a line: separated" if Parted.SEPARATED in parted else "",
        "two strokes: divorced" if Parted.DIVORCED in parted else "",
        "dashed line to a child: fostered or adopted" if any(union.fostered for union in plan.family.unions) else "",
        "dashed line around people: one household" if households else "",
    ]
    text = "; ".join(filter(None, told))
    return f"{text[:1].upper()}{text[1:]}."
