"""What fields do, by their codes: which work within the document alone, and what the others are called."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from reviewdocs.formats.docx import outward

_WITHIN: Final = frozenset(
    {"=", "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "NUMWORDS", "NUMCHARS", "STYLEREF", "TOC", "TC", "TOA", "TA"}
    | {"XE", "INDEX", "SEQ", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "BIDIOUTLINE", "SYMBOL", "EQ"}
    | {"ADVANCE", "SHAPE", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "DISPLAYBARCODE"}
)
"""Fields that a program works out from nothing but the document (ISO 29500-1, 17.16.5)."""
_OF_BOOKMARKS: Final = frozenset({"REF", "PAGEREF", "NOTEREF"})
"""Fields that show what stands at a bookmark, or where it is: from the document where that has the bookmark."""
BUTTONS: Final = frozenset({"MACROBUTTON", "GOTOBUTTON"})
"""Fields that have no result: a reader sees what stands in the code, after the name of what the button does."""

_PROPERTIES: Final = "fields that show document properties"
_ELSEWHERE: Final = "fields that fetch from elsewhere"
_MERGE: Final = "mail-merge fields"
_LABELS: Final = {
    **dict.fromkeys(("AUTHOR", "TITLE", "SUBJECT", "KEYWORDS", "COMMENTS", "LASTSAVEDBY", "TEMPLATE"), _PROPERTIES),
    **dict.fromkeys(("INFO", "DOCPROPERTY", "DOCVARIABLE", "FILENAME", "FILESIZE", "REVNUM", "EDITTIME"), _PROPERTIES),
    **dict.fromkeys(("CREATEDATE", "SAVEDATE", "PRINTDATE"), _PROPERTIES),
    **dict.fromkeys(("USERNAME", "USERINITIALS", "USERADDRESS"), "fields that show who is reading"),
    **dict.fromkeys(("DATE", "TIME"), "fields that show the day or hour of reading"),
    **dict.fromkeys(("DDE", "DDEAUTO", "LINK", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT"), _ELSEWHERE),
    **dict.fromkeys(("DATABASE", "RD"), _ELSEWHERE),
    "ADDIN": "data of other programs in fields",
    **dict.fromkeys(("MERGEFIELD", "MERGEREC", "MERGESEQ", "MERGEBARCODE", "ADDRESSBLOCK", "GREETINGLINE"), _MERGE),
    **dict.fromkeys(("NEXT", "NEXTIF", "SKIPIF", "DATA"), _MERGE),
    **dict.fromkeys(("AUTOTEXT", "AUTOTEXTLIST", "GLOSSARY"), "fields that fetch building blocks"),
    **dict.fromkeys(BUTTONS, "buttons"),
}
_OTHER: Final = "fields that are worked out anew"

_KEYWORD: Final = re.compile(r"\s*(=|[^\W\d]\w*)")
_WORD: Final = re.compile(
    r'\s*(?:["\u201c\u201d]((?:\\.|[^"\u201c\u201d\\])*+)["\u201c\u201d]?|(\\[^\\\s"])|(\S+))', re.DOTALL
)
_SWITCHES_WITH_A_VALUE: Final = frozenset({"\\l", "\\o", "\\t", "\\*", "\\@", "\\#"})


def keyword(code: str) -> str:
    """The name of a field by its code, in capitals; empty where it begins with none."""
    found = _KEYWORD.match(code)
    return found[1].upper() if found else ""


def stays(code: str, bookmarks: Collection[str], *, computed: bool = False) -> bool:
    """Whether a field may stay in a document that leaves the board.

    Args:
        code: its code, without that of fields within it.
        bookmarks: names of the bookmarks that the document has, in lower case.
        computed: another field within the code works out a piece of it.
    """
    name = keyword(code)
    if name == "HYPERLINK":
        return not computed and all(map(outward.may_stay, _addresses(code)))
    if name in _OF_BOOKMARKS:
        return not computed and _first_word(code).lower() in bookmarks
    return name in _WITHIN


def label_of(code: str) -> str:
    """What a field that goes is counted as."""
    name = keyword(code)
    return outward.label_of(next(_addresses(code), "")) if name == "HYPERLINK" else _LABELS.get(name, _OTHER)


def without_command(code: str) -> int:
    """Where in the code of a button what a reader sees begins: after its name and that of what it does."""
    at = _KEYWORD.match(code)
    named = _WORD.match(code, at.end()) if at else None
    return named.end() + code.startswith(" ", named.end()) if named else len(code)


def _addresses(code: str) -> Iterator[str]:
    """Where a HYPERLINK leads out of the document: what is no switch's value."""
    found = _KEYWORD.match(code)
    words = _WORD.finditer(code, found.end() if found else 0)
    for word in words:
        quoted, switch, plain = word.groups()
        if switch is None:
            yield re.sub(r"\\(.)", r"\1", quoted if quoted is not None else plain)
        elif switch.lower() in _SWITCHES_WITH_A_VALUE:
            next(words, None)


def _first_word(code: str) -> str:
    found = _KEYWORD.match(code)
    word = _WORD.match(code, found.end()) if found else None
    return (word[1] or word[3] or "") if word else ""
