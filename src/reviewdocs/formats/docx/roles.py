"""What an element is to the paragraph around it."""

from __future__ import annotations

from enum import Enum, auto

from reviewdocs.formats.docx import vocabulary as words
from reviewdocs.formats.xmlparts import ByTag


class Role(Enum):
    """What an element is to the paragraph around it."""

    OUTSIDE = auto()
    """Properties, drawings, paragraphs of their own."""
    TEXT = auto()
    DELETED_TEXT = auto()
    CODE = auto()
    CHARACTER = auto()
    FIELD_MARK = auto()
    SIMPLE_FIELD = auto()
    RUN = auto()
    BRANCH = auto()
    """One of alternatives of which a program shows one: the first is read in its place, the others beside."""
    BESIDE = auto()
    """Ruby text, which stands over another."""
    WITHIN = auto()
    """Anything else: what is inside it belongs to the paragraph."""


def _role(name: str) -> Role:
    for role, names in (
        (Role.OUTSIDE, {"", *words.NOT_INSIDE, *words.PARAGRAPHS}),
        (Role.DELETED_TEXT, {"w:delText"}),
        (Role.TEXT, words.TEXT),
        (Role.CODE, words.FIELD_CODE),
        (Role.CHARACTER, {"w:sym", *words.CHARACTERS}),
        (Role.BRANCH, {"mc:Choice", "mc:Fallback"}),
    ):
        if name in names:
            return role
    others = {"w:fldChar": Role.FIELD_MARK, "w:fldSimple": Role.SIMPLE_FIELD, "w:r": Role.RUN, "w:rt": Role.BESIDE}
    return others.get(name, Role.WITHIN)


ROLES = ByTag(_role)
"""The role of each tag."""
