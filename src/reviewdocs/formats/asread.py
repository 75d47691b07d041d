"""Text with its markup as a reader takes it: emphasis, escapes and encodings within words are nothing, or a letter.

"**Kir**sty", "O&#39;Dowd" and "Quar=\\nmby" are names to a reader. What is no letter becomes U+2060, which joins words
and is not seen, so that every place keeps its number and edits reach the text as it is written.
"""

from __future__ import annotations

import html
import re
from collections import Counter

from reviewdocs.model.text import Edit

UNSEEN = "\u2060"
_LETTER = r"[^\W\d_]"
_INLINE = r"</?(?:a|abbr|b|big|cite|code|del|em|font|i|ins|mark|q|s|small|span|strong|tt|u|wbr)\b[^<>]{0,200}>"
_MARKED = re.compile(r"[&*_~`\\<=\n](?:(?<!\n)|[ \t]*>)")
"""Any mark at all; it begins with one set of characters, which is searched quickest."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]{2,8});")
_WITHIN = re.compile(
    rf"(?<={_LETTER})(?:\*{{1,3}}|~~|`|{_INLINE})+(?={_LETTER})"
    rf"|(?<={_LETTER})\\(?=['’&.-])"
)
"""Emphasis, tags and escapes between letters."""
_UNDERLINED = re.compile(
    rf"(?<![\w@/\\.-])(?P<open>_{{1,3}}){_LETTER}+(?P<gone>(?P=open))(?={_LETTER}+(?!\w))"
    rf"|(?<![\w@/\\.-]){_LETTER}+(?P<begun>_{{1,3}}){_LETTER}+(?P=begun)(?!\w)"
)
"""Underscores as emphasis: a pair of which one stands within a word."""
_STRAY = re.compile(rf"(?<!\S)([^\s\\/:]*{_LETTER})(\\)(?=[^\W\d_A-Z][^\s\\/:]*(?!\S))")
"""The only backslash of a word that is no path."""
_ABOUT = re.compile(
    rf"(?P<before>[*_~`]{{0,3}})(?<!{_LETTER})(?P<word>{_LETTER}+(?:{UNSEEN}+{_LETTER}+)+)(?P<after>[*_~`]{{0,3}})"
)
"""A word that marks cut, with those about it."""
_QUOTED = re.compile(r"(?<=\n)[ \t]{0,3}(?:>[ \t]?)+")
_QUOTED_PRINTABLE = re.compile(r"(?i:quoted-printable)|\w=\r?\n\w|=(?:C[23]=[89AB]|E2=80=)")
_SOFT_BREAK = re.compile(r"=[ \t]*\r?\n")
_BYTES = re.compile(r"(?:=[\dA-F]{2})+")
_MARKS = re.compile(rf"\*+|_+|~~|`+|{_INLINE}")


def is_quoted_printable(text: str) -> bool:
    """Whether a text is an e-mail as it travels (RFC 2045, 6.7)."""
    return _QUOTED_PRINTABLE.search(text) is not None


def as_read(text: str, *, quoted_printable: bool = False) -> str:
    """A text of the same length in which names stand whole."""
    if not _MARKED.search(text):
        return text
    if quoted_printable:
        text = _BYTES.sub(_decoded, _SOFT_BREAK.sub(_gone, text))
    text = _STRAY.sub(rf"\1{UNSEEN}", _WITHIN.sub(_gone, _QUOTED.sub(_gone, text)))
    text = _ABOUT.sub(_bare, _UNDERLINED.sub(_without_pair, text))
    return _ENTITY.sub(_character, text)


def whole(text: str, read: str, edit: Edit) -> Edit:
    """An edit of a text as it is written that leaves no mark of emphasis without its other.

    A mark beside the edit goes with it; one that stands further away keeps its other, beside the replacement.

    Args:
        text: as it is written.
        read: the same `as_read`.
    """
    start, end, replacement = edit.start, edit.end, edit.replacement
    hidden = (match[0] for match in _MARKS.finditer(text, start, end) if read[match.start()] == UNSEEN)
    for mark, count in Counter(hidden).items():
        opening, closing = _pair(mark)
        if count % 2 == 0 and opening == closing:
            continue
        if mark == closing and text.endswith(opening, 0, start):
            start -= len(opening)
        elif mark == opening and text.startswith(closing, end):
            end += len(closing)
        elif mark == closing and opening in text[text.rfind("\n", 0, start) + 1 : start]:
            replacement = f"{mark}{replacement}"
        elif mark == opening and closing in text[end:].partition("\n")[0]:
            replacement = f"{replacement}{mark}"
    return Edit(start, end, replacement)


def _pair(mark: str) -> tuple[str, str]:
    """The marks that open and close what one of them does."""
    if not mark.startswith("<"):
        return mark, mark
    name = mark.strip("</>").split()[0]
    return (f"<{name}>", mark) if mark.startswith("</") else (mark, f"</{name}>")


def _gone(match: re.Match[str]) -> str:
    return UNSEEN * len(match[0])


def _without_pair(match: re.Match[str]) -> str:
    """The word with the underscore within it gone; the other stands beside it."""
    at = match.start("gone") if match["gone"] else match.start("begun")
    size = len(match["gone"] or match["begun"])
    at -= match.start()
    return match[0][:at] + UNSEEN * size + match[0][at + size :]


def _bare(match: re.Match[str]) -> str:
    return f"{UNSEEN * len(match['before'])}{match['word']}{UNSEEN * len(match['after'])}"


def _decoded(match: re.Match[str]) -> str:
    """The characters of bytes written as figures; as they stand where they are none."""
    try:
        characters = bytes.fromhex(match[0].replace("=", "")).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
    return "".join(c + UNSEEN * (3 * len(c.encode()) - 1) for c in characters)


def _character(match: re.Match[str]) -> str:
    character = html.unescape(match[0])
    return character + UNSEEN * (len(match[0]) - 1) if len(character) == 1 else match[0]
