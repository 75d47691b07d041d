"""What people leave where a name or a designation is still to come: `[forename]`, TBC, XX, a dash, "not known"."""

from __future__ import annotations

import re

from reviewdocs.names.folding import folded

IN_BRACKETS = re.compile(r"\[[^\[\]]+\]|\{\{?[^{}]*\}?\}|<[^<>]+>|«[^«»]*»")
"""A hole of a template: of the shipped starters, a mail merge, a form."""
_MARKS = re.compile(r"(?<![\w-])(?:x{2,}|\?+|_+|#+|\.{2,}|…|tb[acdn])(?![\w-])")
"""Folded marks that are no word, wherever they stand: "Child XX", "Kirsty ???", "TBC Garside"."""
_WORDS = re.compile(
    r"n/[ak]|t\.b\.[acdn]\.?|-+|none|nil|(?:name )?(?:unknown|not known)|anonymous|redacted|withheld|ditto|\"|"
    r"(?:as|see) above|to follow|"
    r"not (?:yet )?(?:given|recorded|stated|decided|agreed|chosen|applicable)|"
    r"to be (?:confirmed|agreed|advised|decided|determined|named|chosen|added)\b.*|"
    r"(?:insert|enter|add|type)\b.*\b(?:name|here|pseudonym|designation)|"
    r"(?:(?:first |last |middle |full |family |given )?name|forename|surname|pseudonym)(?: here)?"
)
"""Folded words that stand for something still to come when they are all there is; a form's own headings among them."""


def is_unfilled(text: str) -> bool:
    """Whether a mark or words for what is still to come stand where a name or a designation belongs.

    An empty text is none: it says that there is nothing.
    """
    plain = folded(text)
    if text.isalpha():
        # One word, as most names are: a glance is enough.
        return bool(_WORDS.fullmatch(plain) or _MARKS.fullmatch(plain))
    if text and not any(map(str.isalnum, plain)):
        return True  # a mark, a dash, a picture: nothing that could be looked for
    return bool(IN_BRACKETS.search(text) or _MARKS.search(plain) or _WORDS.fullmatch(plain))
