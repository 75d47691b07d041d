"""What a filter is: one reason for which something found is no finding, told by a name.

A filter sees a find in its text, with what the whole document tells, and says whether it is harmless. Its examples
stand beside it: `HITS` are finds, marked « », in which it silences; `MISSES` such in which it must not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

import regex

from reviewdocs.detect.around import is_somebody
from reviewdocs.detect.known import Known, KnownSpan
from reviewdocs.detect.numbering import numbering
from reviewdocs.language.running import small_words, words_in
from reviewdocs.language.spans import Placed
from reviewdocs.model.mentions import Category

MEASURED = "measured on the annotated cases: without it more harmless things are told than names are gained"
"""Source of a filter that rests on no standard or register."""

NAMES = frozenset({Category.PERSON, Category.PLACE, Category.ORG})
_LONGEST = 500
"""Code points of the longest find that a filter looks at."""
_MID_SENTENCE = regex.compile(r"(?<=[\p{L}\d,][ ])\p{Lu}\p{Ll}[\p{L}'-]*")
"""Capitalised words that begin no sentence, which in prose are names."""


class Surroundings:
    """What the whole document tells of its words.

    Attributes:
        authors: surnames, in small letters, of the authors it cites.
        small: how often it writes each word in small letters.
        capital: words, in small letters, that it writes with a capital within a sentence.
        numbering: numbers that count its paragraphs.
    """

    def __init__(self, texts: Iterable[str] = (), authors: frozenset[str] = frozenset()) -> None:
        texts = tuple(texts)
        self.authors, self.numbering = authors, numbering(texts)
        self.small: Counter[str] = Counter()
        self.capital: set[str] = set()
        for text in texts:
            self.small.update(small_words(text))
            self.capital.update(word.casefold() for word in _MID_SENTENCE.findall(text))


class Passage:
    """One text with finds in it.

    Attributes:
        text: as detectors read it.
        document: what the whole document tells.
    """

    def __init__(self, text: str, document: Surroundings, known: Known | None = None) -> None:
        self.text, self.document, self._known = text, document, known

    @cached_property
    def known(self) -> Placed[KnownSpan]:
        """Every place in it of something publicly known.

        Raises:
            TimeoutError: when an expression takes too long.
        """
        return Placed(self._known.spans(self.text) if self._known else ())


@dataclass(frozen=True)
class Find:
    """Something found, before it is decided whether it counts.

    Attributes:
        passage: the text it stands in.
        start, end: code points in the text.
        category: under which it would be told.
        label: what the language model took it for; of a pattern's find the same as `category`.
        score: confidence from 0 to 1.
        by_model: whether a language model found it, and not a pattern, which knows what it looks for.
    """

    passage: Passage
    start: int
    end: int
    category: Category
    label: Category
    score: float
    by_model: bool

    @property
    def text(self) -> str:
        """The text it stands in."""
        return self.passage.text

    @cached_property
    def found(self) -> str:
        """What was found, as written."""
        return self.passage.text[self.start : self.end]

    @cached_property
    def words(self) -> list[str]:
        """Its words, in small letters."""
        return words_in(self.found)

    @cached_property
    def is_somebody(self) -> bool:
        """Whether it is meant as a person's name, whatever the dictionary has it for: no filter that goes by the
        dictionary may silence it."""
        return self.label is not Category.ORG and is_somebody(self.text, self.start, self.end)

    @cached_property
    def known_as(self) -> str:
        """As what it is publicly known: the filter's name, or nothing.

        It lies wholly in something known; of a model's find, which often begins or ends a word too far, the greater
        part is enough.
        """
        held = Counter[str]()
        for span in self.passage.known.about(self.start, self.end):
            if span.covers(self.start, self.end, self.category):
                return span.kind
            if self.by_model and span.only is None:
                held[span.kind] += max(0, min(self.end, span.end) - max(self.start, span.start))
        most = max(held, key=held.__getitem__, default="")
        return most if most and 2 * _covered(self) > self.end - self.start else ""


def _covered(find: Find) -> int:
    about = find.passage.known.about(find.start, find.end)
    spans = [(span.start, span.end) for span in about if span.only is None]
    places = {place for start, end in spans for place in range(max(start, find.start), min(end, find.end))}
    return len(places)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something found is left out.

    Attributes:
        name: stands in records and explanations; never changed once released.
        leaves_out: what it leaves out, in the plural, for counts: "public bodies".
        why: one sentence for the person who answers for the publication.
        source: the standard, guidance or public register it rests on; `MEASURED` where there is none.
    """

    name: str
    leaves_out: str
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class Filter(Reason):
    """A reason that sees for itself.

    Attributes:
        silences: whether the find is harmless for this reason.
    """

    silences: Callable[[Find], bool]

    def holds(self, find: Find) -> bool:
        """The same of any find: nothing is harmless that is longer than any name, and is not looked through."""
        return find.end - find.start <= _LONGEST and self.silences(find)


@dataclass(frozen=True, slots=True)
class Example:
    """A find, marked « », of a kind; `elsewhere` is another text of the same document."""

    text: str
    category: Category = Category.PERSON
    by_model: bool = True
    score: float = 0.85
    elsewhere: str = ""
    label: Category | None = field(default=None)

    def find(self, known: Known) -> Find:
        """It as a find."""
        start, end = self.text.index("«"), self.text.index("»") - 1
        plain = self.text.replace("«", "").replace("»", "")
        texts = [plain, self.elsewhere]
        passage = Passage(plain, Surroundings(texts, known.authors(texts)), known)
        return Find(passage, start, end, self.category, self.label or self.category, self.score, self.by_model)


def as_known(name: str) -> Callable[[Find], bool]:
    """Silences what is publicly known under the filter's own name."""
    return lambda find: find.known_as == name
