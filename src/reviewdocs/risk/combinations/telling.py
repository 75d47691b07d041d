"""How a combination is told: the facts, how rare each is, and which of them matters most."""

from __future__ import annotations

from collections.abc import Sequence

from reviewdocs.risk.combinations.sets import POPULATION, people
from reviewdocs.risk.combinations.statements import Statement
from reviewdocs.risk.rule import Elsewhere, Hit

FINDER = "Combinations"


def hit_of(person: str, sets: Sequence[tuple[Statement, ...]]) -> Hit:
    """The smallest sets of one person as one hit, with every place quoted."""
    facts = list({statement: None for chosen in sets for statement in chosen})
    related = tuple(Elsewhere(said.text, said.paragraph, said.start, said.end) for said in facts)
    return Hit(headline(person, sets[0]), detail=told(sets), confidence=0.5, detected_by=(FINDER,), related=related)


def headline(person: str, chosen: Sequence[Statement]) -> str:
    """'Child A: aged seven + Eritrean + one of five children'."""
    return f"{person}: " + " + ".join(" ".join(said.text.split()) for said in chosen)


def told(sets: Sequence[Sequence[Statement]]) -> str:
    """What an officer needs: how rare each fact is, and what making the rarest one vague would do."""
    first, *others = sets
    facts = ", ".join(f"“{' '.join(said.text.split())}” (about 1 in {_round(1 / said.share)})" for said in first)
    rarest = first[0]
    left = people([said for said in first if said is not rarest])
    said = " ".join(rarest.text.split())
    fits = (
        f"with “{said}” made vague, about {_round(left)} would fit"
        if left >= 2
        else (f"even with “{said}” made vague, hardly anybody else would fit")
    )
    text = f"Of some {POPULATION:,} people of a district, fewer than one would fit {facts} together; {fits}."
    if others:
        text += " The same goes for " + " + ".join(f"“{' '.join(one.text.split())}”" for one in others[0]) + "."
    return text


def _round(value: float) -> str:
    """A number that does not claim to be exact: 167 is 'about 170'."""
    if value < 10:
        return f"{value:.0f}"
    size = 10 ** (len(str(int(value))) - 2)
    return f"{round(value / size) * size:,.0f}"
