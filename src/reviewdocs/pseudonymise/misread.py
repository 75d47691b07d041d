"""Names as a scanner misreads them: "0lsen", "Fairbum", "lakov". A word is read again as what its shapes stand for."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator

from reviewdocs.names.folding import Folded, fold_text
from reviewdocs.names.gender import likely_gender
from reviewdocs.names.matcher import Matcher
from reviewdocs.names.variants import Form
from reviewdocs.names.words import is_ordinary
from reviewdocs.pseudonymise.nearly import of_english
from reviewdocs.pseudonymise.reading import Reading

_ONE = {"l": "ij", "I": "lj", "i": "l", "1": "lij", "|": "lij", "0": "o", "5": "s", "8": "b", "2": "z"}
"""What one letter or digit, as written, may stand for."""
_SEVERAL = (("rn", "m"), ("m", "rn"), ("vv", "w"), ("cl", "d"))
_SHAPE = str.maketrans("01582ij", "olsbzll")
_LEAST, _LEAST_WITH_DIGIT = 4, 3


def _shape(word: str) -> str:
    """What is left of a folded word when letters that look alike are one."""
    return word.replace("rn", "m").replace("vv", "w").replace("cl", "d").translate(_SHAPE)


def _reads_as(written: str, meant: str) -> bool:
    """Whether a word as written may be the folded word `meant`, misread."""
    if not written or not meant:
        return written == meant
    first = written[0]
    if (fold_text(first) == meant[0] or meant[0] in _ONE.get(first, "")) and _reads_as(written[1:], meant[1:]):
        return True
    return any(
        fold_text(written[: len(shape)]) == shape
        and meant.startswith(letters)
        and _reads_as(written[len(shape) :], meant[len(letters) :])
        for shape, letters in _SEVERAL
    )


class Misread:
    """Finds misread names of the map; built once for a map."""

    def __init__(self, forms: Iterable[Form], matcher: Matcher) -> None:
        self._matcher = matcher
        self._words = {word for form in forms for word in re.findall(r"[^\W_]+", form.text) if len(word) >= 3}
        self._by_shape: dict[str, list[str]] = {}
        for word in sorted(self._words):
            if word.isalpha():
                self._by_shape.setdefault(_shape(word), []).append(word)
        self._known: dict[str, str] = {}

    def meant(self, word: str) -> str:
        """The folded word of the map's names that a word as written is, misread; empty when it is none."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._compared(word)
        return found

    def _compared(self, word: str) -> str:
        plain = fold_text(word)
        options = self._by_shape.get(_shape(plain))
        if options is None or plain in self._words:
            return ""
        letters = sum(map(str.isalpha, plain))
        if letters < len(plain):
            known = letters < 2 or 2 * letters < len(plain) or len(plain) < _LEAST_WITH_DIGIT
        else:
            known = len(plain) < _LEAST or bool(likely_gender(plain)) or is_ordinary(plain) or of_english(plain)
        return "" if known else next((option for option in options if _reads_as(word, option)), "")

    def hits(self, reading: Reading) -> Iterator[tuple[int, int, list[Form]]]:
        """Every (start, end, forms) in folded offsets that a misread word is a part of."""
        wanted = {word: meant for word in reading.candidates if (meant := self.meant(word))}
        changed = {
            index: wanted[token.original]
            for index, token in enumerate(reading.tokens)
            if token.original in wanted and not (token.original[0] == "l" and reading.unpolished)
        }
        if not changed:
            return
        corrected = _corrected(reading, changed)
        for start, end, forms in self._matcher.hits(corrected):
            first, last = corrected.span(start, end)
            at = [index for index in changed if first <= reading.spans[index][0] < last]
            # A word misread at the beginning of a sentence may be the word: "H0pe to see him".
            sure = all(reading.tokens[index].capital and not reading.starts_sentence(index) for index in at)
            named = [form for form in forms if sure or " " in form.text or not is_ordinary(form.text)]
            if at and named:
                yield first, last, named


def _corrected(reading: Reading, changed: dict[int, str]) -> Folded:
    """A reading's folded text with some of its tokens exchanged, and the way back to the folded text."""
    text, pieces = reading.folded.text, []
    starts, ends, position = array("q"), array("q"), 0
    for index, meant in sorted(changed.items()):
        start, end = reading.spans[index]
        pieces += [text[position:start], meant]
        starts.extend([*range(position, start), *[start] * len(meant)])
        ends.extend([*range(position + 1, start + 1), *[end] * len(meant)])
        position = end
    pieces.append(text[position:])
    starts.extend(range(position, len(text)))
    ends.extend(range(position + 1, len(text) + 1))
    return Folded("".join(pieces), starts, ends)
