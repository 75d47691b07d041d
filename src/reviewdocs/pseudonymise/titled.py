"""Titles, ranks and words of kin that stand before a name."""

from __future__ import annotations

from reviewdocs.language.titles import IN_TWO, LONG_TITLES, LONG_TITLES_END, SMALL_TITLES, TITLES, Field
from reviewdocs.pseudonymise.tokens import Token, Tokens

_FILED = (Field.POLICE, Field.CIVIL, Field.DOCTOR)
"""Fields of the titles that stand in file names."""
_WITH_STOP = (Field.CIVIL, Field.DOCTOR, Field.NURSING, Field.CHURCH, Field.OTHER)
"""Fields of the titles that may end in a full stop."""


def title_before(tokens: Tokens, first: int) -> tuple[int, str] | None:
    """(first token, last word) of the title that stands before token `first`; None when there is none."""
    index = first - 1
    if index >= 1 and tokens.word(index).isdigit() and tokens.gap(first) == " ":
        index -= 1
        if _field(tokens.word(index)) is not Field.POLICE:
            return None
    token = tokens.token(index)
    if token is None:
        return None
    gap = tokens.gap(index + 1)
    if gap == "_":  # "pc_h_devlyn_notes"
        return (index, token.word) if _field(token.word) in _FILED else None
    if gap not in (" ", ". ", "."):
        return None
    if token.word in IN_TWO and tokens.gap(index) in ("-", " "):
        earlier, whole = IN_TWO[token.word]
        return (index - 1, whole) if tokens.word(index - 1) == earlier else None
    return _long_title(tokens, index) or _short_title(tokens, token, index)


def _field(word: str) -> Field | None:
    """The field of a title; None for a word that is none."""
    title = TITLES.get(word)
    return title.field if title else None


def _long_title(tokens: Tokens, index: int) -> tuple[int, str] | None:
    """A title of several words, all with a capital, of which token `index` is the last."""
    last = tokens.word(index)
    for length in (3, 2) if last in LONG_TITLES_END else ():
        start = index - length + 1
        words = tuple(tokens.word(i) for i in range(start, index + 1))
        if words in LONG_TITLES and all(tokens.is_capital(i) for i in range(start, index + 1)):
            return start, last
    return None


def _short_title(tokens: Tokens, token: Token, index: int) -> tuple[int, str] | None:
    """A title of one word, with those before it: "Revd Dr"."""
    field = _field(token.word)
    if field is None or not (token.capital or token.word in SMALL_TITLES):
        return None
    if tokens.gap(index + 1) != " " and field not in _WITH_STOP:
        return None
    while index > 0 and _goes_on(tokens, index):
        index -= 1
    return index, token.word


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a title with a capital stands right before the one at `index`."""
    return tokens.word(index - 1) in TITLES and tokens.gap(index) in (" ", ". ") and tokens.is_capital(index - 1)


def rank_after(tokens: Tokens, last: int) -> tuple[int, str] | None:
    """(token after, rank) of a rank with its number after a name in official order: "DEVLYN T, PC 1204"; or None."""
    title = TITLES.get(tokens.word(last))
    if title is None or title.field is not Field.POLICE or tokens.gap(last) != ", ":
        return None
    numbered = tokens.word(last + 1).isdigit() and tokens.gap(last + 1) == " "
    return (last + 2, tokens.word(last)) if numbered else None
