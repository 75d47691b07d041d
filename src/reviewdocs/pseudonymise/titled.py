"""Titles, ranks and words of kin that stand before a name."""

from __future__ import annotations

from reviewdocs.language.titles import IN_TWO, LONG_TITLES, LONG_TITLES_END, SMALL_TITLES, TITLES, Field
from reviewdocs.pseudonymise.tokens import Tokens


def title_before(tokens: Tokens, first: int) -> tuple[int, str] | None:
    """(first token, last word) of the title that stands before token `first`; None when there is none."""
    index = first - 1
    if index >= 1 and tokens.word(index).isdigit() and tokens.gap(index + 1) == " ":
        held = TITLES.get(tokens.word(index - 1))
        if held is None or held.field is not Field.POLICE:
            return None
        index -= 1
    token = tokens.token(index)
    if token is not None and tokens.gap(index + 1) == "_":  # "pc_h_devlyn_notes"
        filed = TITLES.get(token.word)
        return (index, token.word) if filed and filed.field in (Field.POLICE, Field.CIVIL, Field.DOCTOR) else None
    if token is None or tokens.gap(index + 1) not in (" ", ". ", "."):
        return None
    if token.word in IN_TWO and tokens.gap(index) in ("-", " "):
        earlier, whole = IN_TWO[token.word]
        return (index - 1, whole) if tokens.word(index - 1) == earlier else None
    for length in (3, 2) if token.word in LONG_TITLES_END else ():
        start = index - length + 1
        words = tuple(tokens.word(i) for i in range(start, index + 1))
        if words in LONG_TITLES and all(tokens.is_capital(i) for i in range(start, index + 1)):
            return start, token.word
    title = TITLES.get(token.word)
    if title is None or not (token.capital or token.word in SMALL_TITLES):
        return None
    if tokens.gap(index + 1) != " " and title.field not in (
        Field.CIVIL,
        Field.DOCTOR,
        Field.NURSING,
        Field.CHURCH,
        Field.OTHER,
    ):
        return None
    start = index
    while (
        start > 0
        and tokens.word(start - 1) in TITLES
        and tokens.gap(start) in (" ", ". ")
        and tokens.is_capital(start - 1)
    ):
        start -= 1
    return start, token.word


def rank_after(tokens: Tokens, last: int) -> tuple[int, str] | None:
    """(token after, rank) of a rank with its number after a name in official order: "DEVLYN T, PC 1204"; or None."""
    title = TITLES.get(tokens.word(last))
    if title is None or title.field is not Field.POLICE or tokens.gap(last) != ", ":
        return None
    numbered = tokens.word(last + 1).isdigit() and tokens.gap(last + 1) == " "
    return (last + 2, tokens.word(last)) if numbered else None
