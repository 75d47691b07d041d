"""How hard a passphrase is to guess: measured, by zxcvbn, as the number of guesses that it takes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from rapidfuzz.distance import Levenshtein

from reviewdocs.errors import InputError
from reviewdocs.model.pseudonyms import PseudonymMap

LEAST = 12
"""Characters that a passphrase has at least."""
_GUESSES = 10.0
"""The decimal logarithm of how many guesses it must withstand: from here on zxcvbn calls it very unguessable, offline
and with a slow hash (Wheeler, zxcvbn: Low-Budget Password Strength Estimation, USENIX Security 2016)."""
_MEASURED = 128
"""Characters that are looked at; what is longer is no weaker."""
_TELLING = 3
"""Letters from which on two words that differ by one are nearly the same."""
_PART = re.compile(r"[^\W\d_]+|\d+|[\W_]")
_BETWEEN = re.compile(r"[\s\-_.,;:/]+")


def refuse_easy(passphrase: str, pmap: PseudonymMap) -> None:
    """Refuse a passphrase that somebody who knows the review, or a machine, would soon guess.

    Raises:
        InputError: with a way to make a better one; the message does not quote it.
    """
    if len(passphrase) < LEAST or strength(passphrase, _known(pmap)) < _GUESSES:
        raise InputError(
            f"The passphrase is too easy to guess, so nothing was locked: it needs {LEAST} characters or more, and "
            "neither words that are repeated or follow a pattern (summer summer, ababab, qwerty, 1234), nor names and "
            "the reference of the review, count for much.",
            remedy="Open a book four times at random, take one unusual word each time, and write the four with spaces "
            "between them.",
        )


def strength(passphrase: str, known: Collection[str]) -> float:
    """The decimal logarithm of the guesses that a passphrase takes, by whichever way of guessing is the quickest.

    As it is typed; without what stands between its words, which is guessed first; and by its different words alone, of
    which those that differ by one letter are one: a word that is repeated makes nobody guess again.

    Args:
        passphrase: it.
        known: words that who guesses knows.
    """
    said = passphrase[:_MEASURED]
    parts = _different(_PART.findall(said.casefold()))
    apart = sum(_guesses(part, known) for part in parts)
    return min(_guesses(said, known), _guesses(_BETWEEN.sub("", said), known), apart)


def _different(parts: Iterable[str]) -> list[str]:
    """Words, numbers and marks without what is there already, or nearly."""
    kept: list[str] = []
    for part in dict.fromkeys(parts):
        if len(part) < _TELLING or not any(Levenshtein.distance(part, other) < 2 for other in kept):
            kept.append(part)
    return kept


def _guesses(text: str, known: Collection[str]) -> float:
    from zxcvbn import zxcvbn  # reads its lists when it is loaded, and only `lock` asks

    return float(zxcvbn(text, [*known], len(text))["guesses_log10"]) if text else 0.0


def _known(pmap: PseudonymMap) -> list[str]:
    """Words of the review: of its reference and title, names, places and organisations, and of its pseudonyms."""
    told = [pmap.id, pmap.title, pmap.review_type, "reviewdocs", "safeguarding"]
    for person in pmap.people:
        names = (*person.known_as, *person.former_names, *person.identifiers.values(), *person.addresses)
        told += [person.forename, person.middle, person.surname, person.pseudonym, person.role, *names]
    for thing in (*pmap.places, *pmap.organisations):
        told += [thing.name, thing.pseudonym, *thing.also]
    told += [seat.name for seat in pmap.panel] + [who.name for who in pmap.permitted]
    return sorted({word.casefold() for text in told for word in re.findall(r"\w{3,}", text)})
