"""Names of files: no sentence stands around a name there, and anything may be glued to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.names.entities import Entity, Kind
from reviewdocs.names.folding import fold
from reviewdocs.names.forbidden import LEAST_GLUED, is_seamed
from reviewdocs.names.matcher import Phrases, bounded
from reviewdocs.names.variants import forms_of
from reviewdocs.pseudonymise.render.edits import UNDECIDED

_NO_NAME = re.compile(r'[\\/:*?"<>|]')
"""What no file's name can hold, here or on Windows."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of characters that control, turn or break a line, and of halves of characters."""
_UNSAID = "document"
"""What a file is called of whose name nothing is left."""
_PASSES = 4


class FileNames:
    """Names of files without the names of a map; built once for a map.

    Args:
        entities: what the map names.
        resolved: replaces the names that stand by themselves.
    """

    def __init__(self, entities: Sequence[Entity], resolved: Callable[[str], str]) -> None:
        self._resolved = resolved
        self._designations: dict[str, str] = {}
        for form in forms_of(entities):
            entity = entities[form.entity]
            if entity.kind in (Kind.PERMITTED, Kind.KEPT) or len(form.text) < LEAST_GLUED or not form.text.isalpha():
                continue
            known = self._designations.setdefault(form.text, entity.designation)
            if known != entity.designation:
                self._designations[form.text] = UNDECIDED
        self._names = Phrases(self._designations)

    def __call__(self, name: str) -> str:
        """The name of a copy of a file: names of the map in it replaced, also where something is glued to them, and
        without characters that nobody sees. The suffix stays, and it is never empty."""
        stem, dot, suffix = name.rpartition(".")
        if not dot or not stem:
            stem, dot, suffix = name, "", ""
        for _ in range(_PASSES):
            # What nobody sees may have parted a name, and a name that goes may leave its neighbour standing alone.
            before = stem
            stem = self._unglued(_NO_NAME.sub("-", _seen(self._resolved(stem))))
            if stem == before:
                break
        stem = stem.strip(" ,")
        suffix = _seen(suffix)
        return f"{stem if stem.strip('.') else _UNSAID}{dot if suffix else ''}{suffix}"

    def _unglued(self, stem: str) -> str:
        """The stem with designations for the names of the map that are glued to other letters or figures."""
        reading = fold(stem)
        pieces: list[str] = []
        end = 0
        hits = sorted(self._names.hits(reading, whole=False), key=lambda hit: (hit[0], -hit[1]))
        for start, stop, name in hits:
            first, last = reading.span(start, stop)
            if first < end or not self._goes(reading.text, start, stop, stem, first, last):
                continue
            before, after = stem[end:first], stem[last : last + 1]
            pieces += [before, " " if (before or pieces) and stem[first - 1].isalnum() else "",
                       self._designations[name], " " if after.isalnum() else ""]  # fmt: skip
            end = last
        return "".join((*pieces, stem[end:]))

    def _goes(self, text: str, start: int, stop: int, stem: str, first: int, last: int) -> bool:
        """Whether a name within a longer word is meant: "trellis" names no Ellis, and "disgrace" no Grace."""
        if bounded(text, start, stop):
            return False  # it was decided by the words beside it
        if is_seamed(stem, first, last):
            return True
        left = re.search(r"[^\W\d_]*$", text[:start])
        right = re.match(r"[^\W\d_]*", text[stop:])
        word = f"{left[0] if left else ''}{text[start:stop]}{right[0] if right else ''}"
        return not (is_ordinary(word) or is_ordinary(text[start:stop]))


def _seen(text: str) -> str:
    return "".join(" " if c in "\n\r\t\v\f" else c for c in text if c in "\n\r\t\v\f" or _is_seen(c))


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) not in _UNSEEN
