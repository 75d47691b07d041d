"""What the sites of a whole document say of a word that is a name too: surely somebody, a word, or twice in place."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reviewdocs.names.variants import Part
from reviewdocs.names.words import all_ordinary
from reviewdocs.pseudonymise import sense
from reviewdocs.pseudonymise.grammar import Prior, Sense
from reviewdocs.pseudonymise.sites import Site, SiteKind

CALLED_BY = frozenset({Part.FORENAME, Part.KNOWN_AS, Part.PHRASE, Part.GIVEN_PIECE})
"""By which people are called."""


def surely_named(site: Site, words: Collection[str]) -> bool:
    """Whether a single word is a name here by its place in the sentence, whoever is named in the document."""
    option = site.options[0]
    if option.weight > 1 or option.last - option.first > 1:
        return False
    prior = Prior(forename=by_forename(site), used=site.reading.word(option.first) in words)
    told = sense.capitalised if site.reading.tokens[option.first].capital else sense.lower_case
    return told(site.reading, option.first, prior)[0] is Sense.NAME


def twice_in_place(found: Sequence[Sequence[Site]]) -> set[int]:
    """Who is called by a word that hasty notes have twice where a person stands, in lower case, and never as a word."""
    signs: dict[str, list[Site]] = {}
    words: set[str] = set()
    for site in (site for sites in found for site in sites if site.kind is SiteKind.NAME):
        option = site.options[0]
        token = site.reading.tokens[option.first]
        if option.weight > 1 or not token.original.islower() or not all_ordinary(token.word):
            continue
        told, _ = sense.lower_case(site.reading, option.first, Prior(forename=by_forename(site)))
        if told is Sense.WORD:
            words.add(token.word)
        elif site.reading.unpolished:
            signs.setdefault(token.word, []).append(site)
    twice = [site for word, sites in signs.items() if len(sites) > 1 and word not in words for site in sites]
    return {option.entity for site in twice for option in site.options}


def by_forename(site: Site) -> bool:
    """Whether the word is somebody's forename or nickname."""
    return any(option.parts[0] in CALLED_BY for option in site.options)


def used_as_word(site: Site) -> str:
    """The folded word that stands at a site in lower case as a word; empty when none does."""
    option = site.options[0]
    token = site.reading.tokens[option.first]
    if option.weight > 1 or option.last - option.first > 1 or not token.original.islower():
        return ""
    return token.word if sense.lower_case(site.reading, option.first, Prior())[0] is Sense.WORD else ""
