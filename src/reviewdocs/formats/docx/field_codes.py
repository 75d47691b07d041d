"""What fields do, by their codes: which go on showing what they show, what those show that keep it in their code, and
what the others are called."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from reviewdocs.formats.docx import outward, symbols
from reviewdocs.formats.docx.references import PLACEHOLDER

_WITHIN: Final = frozenset(
    {"=", "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "NUMWORDS", "NUMCHARS", "STYLEREF", "TOC", "TC", "TOA", "TA"}
    | {"XE", "INDEX", "SEQ", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "BIDIOUTLINE", "SYMBOL", "EQ", "LISTNUM"}
    | {"ADVANCE", "SHAPE", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "DISPLAYBARCODE"}
)
"""Fields that a program works out from nothing but the document (ISO 29500-1, 17.16.5)."""
_OF_BOOKMARKS: Final = frozenset({"REF", "PAGEREF", "NOTEREF"})
"""Fields that show where a bookmark is, in numbers, where the document has it."""
_BUTTONS: Final = frozenset({"MACROBUTTON", "GOTOBUTTON"})
"""Fields that have no result: a reader sees what stands in the code, after the name of what the button does."""
_QUOTING: Final = frozenset({"QUOTE", "SET", "IF", "FILLIN", "ASK"})

_WHERE: Final = re.compile(r"\\[rnwp](?!\w)", re.IGNORECASE)
"""Switches with which REF shows where a place is, not what stands there."""
_IN_LETTERS: Final = re.compile(
    r"""\\\*\s*alphabetic|\\\#\s*(?:"[^"]{0,99}?|\S{0,99}?)[^\W\d_]|\A\s*=.*\\\*""", re.IGNORECASE | re.DOTALL
)
"""Numbers in letters or with letters beside them: a field that shows such may spell something, worked out anew."""
_SYMBOL: Final = re.compile(r"\s*SYMBOL\s+(0x[\da-f]{1,6}|\d{1,7})(?!\w)", re.IGNORECASE)
_FONT: Final = re.compile(r'\\f\s*"?([^"\\]*)', re.IGNORECASE)
_STARTS: Final = re.compile(r"\\s(?!\w)", re.IGNORECASE)
"""The switch with which LISTNUM begins at a number, and so shows any letter."""
_HOW: Final = re.compile(r'\\\*\s*(?:"[^"]*"?|\S+)|\\[a-z]+[\d -]*', re.IGNORECASE)
"""Switches that say how an equation is set."""
_WHOLE: Final = re.compile(r"(?<![\w.])\d{1,4}(?![\w.])")
_QUOTED: Final = re.compile(r'"([^"]*)"')

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
    **dict.fromkeys(_BUTTONS, "buttons"),
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
    """Whether a field may stay in a document that leaves the board: worked out anew, from the document alone, it shows
    no letters but those that stand elsewhere in the document for a reader to see, or in the code of an equation, where
    they are read as the text that they show.

    Args:
        code: its code, without that of fields within it.
        bookmarks: names of the bookmarks that the document has, in lower case.
        computed: another field within the code works out a piece of it.
    """
    name = keyword(code)
    if name == "HYPERLINK":
        return not computed and all(map(outward.may_stay, _addresses(code)))
    if _IN_LETTERS.search(code) or (name != "EQ" and shown_by(code)):
        return False
    if name in _OF_BOOKMARKS:
        known = not computed and _first_word(code).lower() in bookmarks
        return known and (name != "REF" or _WHERE.search(code) is not None)
    return name in _WITHIN


def shown_by(code: str) -> str:
    """What a field shows by its code, whatever result it keeps; empty where it shows a result, or no letters."""
    name = keyword(code)
    if name in _BUTTONS:
        return code[_after_command(code) :].strip()
    if name == "SYMBOL" and (symbol := _SYMBOL.match(code)):
        number, font = int(symbol[1], 16 if "x" in symbol[1].lower() else 10), _FONT.search(code, symbol.end())
        shown = symbols.character(font[1].strip() if font else "", number + 0xF000 if number < 0x100 else number)
        return shown if shown.isalnum() else ""
    if name == "EQ":
        set_out = _HOW.sub("", code.strip()[len(name) :]).strip()
        return set_out if any(map(str.isalpha, set_out)) else ""
    return PLACEHOLDER if name == "LISTNUM" and _STARTS.search(code) else ""


def may_show(code: str) -> str:
    """What a field may come to show that its code tells: text in quotation marks, numbers in letters."""
    if _IN_LETTERS.search(code):
        numbers = [int(number) for number in _WHOLE.findall(code)]
        return "".join(chr(ord("a") + number - 1) for number in numbers if 0 < number <= 26)
    quoted = _QUOTED.findall(code) if (name := keyword(code)) in _QUOTING else []
    return "".join(quoted[-2:-1] if name == "IF" else quoted)


def label_of(code: str) -> str:
    """What a field that goes is counted as."""
    name = keyword(code)
    return outward.label_of(next(_addresses(code), "")) if name == "HYPERLINK" else _LABELS.get(name, _OTHER)


def _after_command(code: str) -> int:
    """Where in the code of a button what a reader sees begins: after its name and that of what it does."""
    at = _KEYWORD.match(code)
    named = _WORD.match(code, at.end()) if at else None
    return named.end() if named else len(code)


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
