"""Names of the map inside names that stay in clear: the author has to choose (names/in_clear.py has the policy)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.model.pseudonyms import MappedThing, PseudonymMap
from reviewdocs.model.review import Review
from reviewdocs.names.folding import folded
from reviewdocs.names.in_clear import Told, employers_naming_places, holds, kept_whole
from reviewdocs.names.unfilled import is_unfilled
from reviewdocs.pseudonymise.lint.doubt import Doubt, Path, Weight, said
from reviewdocs.pseudonymise.proposal.bodies import is_public

_WHOSE = {"panel": "the name of a panel employer", "permitted": "the role of a permitted person"}


def names_told_in_clear(pmap: PseudonymMap) -> Iterator[Doubt]:
    """A place or an organisation that the employer of a panel member, or the board, has in its name, or is."""
    for told in employers_naming_places(pmap):
        thing, kind = told.thing, "place" if told.path[0] == "places" else "organisation"
        if any(folded(clear.name) == folded(thing.name) for clear in told.by):
            message = "is also the employer of a panel member, and stays in clear beside the job title"
        else:
            message = f"stays in clear inside {_listed(told)}"
        entry = " and make an entry in organisations of the real one (LA1)" if kind == "place" else ""
        yield Doubt(
            "told-in-clear", Weight.SETTLE, thing.id, (*told.path, "name"),
            f'{thing.name} {message}: a reader can tell what "{thing.pseudonym}" is',
            f"Choose: write a general name there (the local authority, the Partnership){entry}; or accept that the "
            f"{kind} is told, and take it out of {told.path[0]}.",
        )  # fmt: skip


def _listed(told: Told) -> str:
    """The names that hold it, each once, with what they are."""
    kinds: dict[str, set[str]] = {}
    for clear in told.by:
        kinds.setdefault(str(clear.path[0]), set()).add(f'"{clear.name}"')
    return " and ".join(f"{_WHOSE[kind]} ({said(names)})" for kind, names in kinds.items())


def bodies_half_replaced(pmap: PseudonymMap, review: Review | None) -> Iterator[Doubt]:
    """The board, or a public body that keeps its name, with a place of the map in it: a copy replaces that half."""
    whole = kept_whole(pmap) | {folded(name) for thing in pmap.organisations for name in (thing.name, *thing.also)}
    for path, name, what in _bodies(review) if review else ():
        for place in pmap.places if folded(name) not in whole else ():
            if holds(name, place) and not is_unfilled(name):
                yield Doubt(
                    "half-of-a-name", Weight.SETTLE, place.id, path,
                    f'{what} is called "{name}", and a copy would read "{_half_replaced(name, place)}"',
                    "Choose: make an entry in organisations of it (the Partnership, LA1); or accept that the place is "
                    "told, and take it out of places.",
                    in_review=True,
                )  # fmt: skip


def _half_replaced(name: str, place: MappedThing) -> str:
    names = "|".join(map(re.escape, (place.name, *place.also)))
    return re.sub(rf"(?i)(?<!\w)(?:{names})(?!\w)", lambda _: place.pseudonym, name)


def _bodies(review: Review) -> Iterator[tuple[Path, str, str]]:
    yield ("board", "name"), review.board.name, "the board"
    for number, agency in enumerate(review.agencies):
        if is_public(agency.name, review.review_type, agency.kind):
            yield ("agencies", number, "name"), agency.name, f"the agency {agency.id}"
