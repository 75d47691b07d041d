"""E-mail addresses, links and handles: the whole is one mention when it holds a known name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import ahocorasick

from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.names.folding import folded
from reviewdocs.names.variants import Form, Part

_EMAIL = r"(?<![\w.+'-])[\w.+'-]++@[\w-]+(?:\.[\w-]+)+"
_LINK = r"(?:https?://|www\.)[^\s<>\"”\])]+|\b(?<![a-z0-9][.-])(?<![a-z0-9][.-]{2})[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|uk|example|gov|io|info|co|me|tv)\b(?:/[^\s<>\"”\])]*)?"
_HANDLE = r"(?<![\w.@])@\w{2,}(?:\.\w+)*"
_TAG = r"(?<![\w&#/])#\w{3,}"
_ONLINE = re.compile(rf"(?P<email>{_EMAIL})|(?P<link>{_LINK})|(?P<handle>{_HANDLE}|{_TAG})", re.I)
_HUMPS = re.compile(r"[A-Z]?[^\W\dA-Z_]+|[A-Z]+(?![^\W\dA-Z_])|\d+")
_INNER_STOP = re.compile(r"\.\w")
"""An address or link begins where what it may be made of begins: tried from each letter of a long one, the time would
grow as its square."""
_LABELS = {"email": "[e-mail]", "link": "[link]", "handle": "[handle]"}
_LEAST_INSIDE = 5
"""Shorter names are looked for as whole words only: "ann" stands inside "planning"."""
_USED = frozenset(
    {Part.FORENAME, Part.KNOWN_AS, Part.SURNAME, Part.FORMER, Part.PHRASE, Part.JOINED, Part.WHOLE, Part.SHORT}
)


class Online:
    """Finds the e-mail addresses, links and handles that hold a name of the map."""

    def __init__(self, forms: Iterable[Form]) -> None:
        inside = ahocorasick.Automaton()
        self._words: set[str] = set()
        for form in forms:
            squeezed = re.sub(r"[\W_]", "", form.text)
            if form.part not in _USED or not squeezed or (form.part is Part.JOINED and len(squeezed) < _LEAST_INSIDE):
                continue
            self._words.add(squeezed)
            if len(squeezed) >= _LEAST_INSIDE and not is_ordinary(squeezed):
                inside.add_word(squeezed, squeezed)
        self._inside = inside if len(inside) else None
        if self._inside is not None:
            self._inside.make_automaton()

    def spans(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, what stands there instead) of each that holds a known name."""
        if "@" not in text and "#" not in text and not _INNER_STOP.search(text):
            return
        for match in _ONLINE.finditer(text):
            value = match.group().rstrip(".,;:")
            if self.holds_name(value):
                yield match.start(), match.start() + len(value), _LABELS[match.lastgroup or "link"]

    def holds_name(self, value: str) -> bool:
        """Whether an address, link or handle holds a name of the map, as a word of it or run into others."""
        plain = folded(value)
        if any(len(word) > 1 and word in self._words for word in re.findall(r"[^\W_]+", plain)):
            return True
        if any(self._is_name(value[start:end], value) for start, end in humps(value)):
            return True
        squeezed = re.sub(r"[\W_]", "", plain)
        return self._inside is not None and next(self._inside.iter(squeezed), None) is not None

    def _is_name(self, hump: str, value: str) -> bool:
        """Whether a word of "#JusticeForJo" is a name; an ordinary word only where somebody coined the whole."""
        plain = folded(hump)
        coined = value.startswith(("#", "@"))
        return hump[0].isupper() and len(hump) > 1 and plain in self._words and (coined or not is_ordinary(plain))


def humps(word: str) -> list[tuple[int, int]]:
    """A word cut before each capital that begins another, and between letters and digits."""
    return [match.span() for match in _HUMPS.finditer(word)]
