"""What is publicly known and identifies nobody: national bodies, statutes, guidance, research, scales, schemes, roles.

Phrases lie in `data/known.yaml`; what follows a grammar (statutes with their year, citations) is an expression here. A
detection that lies wholly inside something known is left out; one that reaches beyond it stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import resources

import regex
import yaml

from reviewdocs.detect import dates, law
from reviewdocs.detect.recognise import SECONDS
from reviewdocs.model.mentions import Category
from reviewdocs.names.folding import fold, folded
from reviewdocs.names.matcher import Phrases

_SURNAME = r"\p{Lu}[\p{L}'-]{1,60}(?:\s\p{Lu}[\p{L}'-]{1,60})?"
_CITED = rf"{_SURNAME}(?:,\s{_SURNAME})*(?:,?\s(?:and|&)\s(?:{_SURNAME}|others|colleagues))?(?:\set\sal\.?)?"
_AUTHOR = regex.compile(r"\p{Lu}[\p{L}'-]+")
_TITLED = r"(?:\p{Lu}[\p{L}'-]{1,60}|of|and|the|for|to|in|etc\.?|\([^)\n]{2,60}\)|,|&|[A-Z]{1,60})"
_GUIDANCE = (
    r"\b(?:[Gg]uidance|[Aa]ct(?:\s(?:19|20)\d\d)?|[Rr]egulations?|[Cc]ode(?:\sof\s[Pp]ractice)?|[Ff]ramework|"
    r"[Bb]ill|[Ss]tatutory\s\w+|[Oo]rder\s(?:19|20)\d\d|[Pp]rotocol|White\sPaper|Green\sPaper|[Gg]uidelines?|"
    r"Working\sTogether|Royal\sAssent)\b"
)
_ISSUED = (
    r"(?:updated|published|issued|revised|amended|reissued|accessed|in\sforce|came\sinto\s\w+|"
    r"commenc\w+|took\seffect|last\sreviewed|dated)"
)

_CITATIONS = (
    # Smith et al. (2020); (Jones and Hill, 2014); Hughes, 2013
    rf"{_CITED}\s\((?:19|20)\d\d[a-z]?\)",
    rf"{_CITED},\s(?:19|20)\d\d[a-z]?\b",
    rf"(?:{_SURNAME}(?:,\s{_SURNAME})*,?\s(?:and|&)\s)?{_SURNAME}'s\s(?:[\p{{Ll}}-]+\s){{0,2}}"
    r"(?:research|typology|theory|taxonomy|seminal)\b",
    rf"(?<=\b(?:coined|formulated|popularised)\sby\s){_SURNAME}(?:\s(?:and|&)\s{_SURNAME})?(?=\sin\s(?:19|20)\d\d)",
    rf"{_SURNAME}'s\s(?:[\p{{L}}-]+\s){{1,6}}\((?:19|20)\d\d[a-z]?\)",
)
_GRAMMAR = (
    *(("citations", form) for form in _CITATIONS),
    # the Care Act 2014, section 9 of the …, Regulation 5
    (
        "statutes",
        rf"\p{{Lu}}[\p{{L}}'-]{{1,60}}(?:\s{_TITLED}){{0,10}}\s(?:Act|Regulations|Order|Rules|Measure)\s"
        rf"(?:\(\w[\w\s]+\)\s)?(?:19|20)\d\d",
    ),
    (
        "statutes",
        r"(?i:(?<![\w.])(?:sections?|ss?\.|regulations?|articles?|schedules?|part)\s?\d{1,3}[A-Z]{0,2}(?:\(\w+\))*)\b",
    ),
    # The review's own published reference: LCSPR-2024-01, DHR/2019/07
    (
        "review-references",
        r"\b(?:LCSPR|CSPR|LSPR|SCR|SAR|DHR|DARDR|SILR)[-/ ]?(?:(?:19|20)\d\d[-/])?\d{1,3}\b(?![-/]\d)",
    ),
    # NICE guideline CG89
    ("guidelines", r"\b(?:NICE\s)?(?:guideline\s)?(?:CG|NG|QS|TA|PH|SCG)\d{1,3}\b"),
)
_A_SCALE = (
    r"(?i:scales?|scores?|tests?|testing|assessments?|interviews?|index|inventor(?:y|ies)|questionnaires?|checklists?|charts?|"
    r"tools?|measures?|schedules?|screen(?:ing)?|ratings?|examination|profile|criteria|classification|grades?|stages?|type|"
    r"matrices|sheets?|form|syndrome|disease|sign|reflex|palsy|manoeuvre|lamp|catheter|line|lymphoma|chorea)"
)
_COUNTED = r"times|years?|yrs|days?|weeks?|months?|hours?|minutes?|miles|people|children|visits|calls|[ap]\.?m"
_EPONYM = (
    rf"(?<![\p{{L}}'-])(?:%s)(?:['’]s)?(?:(?:[\s-][\p{{L}}-]+){{0,3}}?[\s-]{_A_SCALE}\b|:?\s(?:was\s|is\s|of\s|at\s)?\d{{1,3}}(?:/\d{{1,3}})?(?![\d/]|\s\p{{Lu}}|\s?(?:{_COUNTED}))\b)"
    r"|(?<=\b(?i:scored|scores|rescored|administered)\s(?:on\s)?(?:the\s|a\s|an\s)?)(?:%s)(?![\p{L}'-])"
)
"""A scale named after somebody or some place: "the Zarit interview", "Barthel 11/20", "scored on the Cornell"."""
_OF_THEORY = (
    r"(?i:theor(?:y|ies|etical|ist)|attachment|hierarchy of|(?:ecological|systems|stages?) (?:model|framework)|"
    r"(?:drama|iceberg) triangle|cycle of change|model of|loss and grief|groupthink|reflective (?:practice|cycle)|"
    r"developmental psychology|psychoanaly\w+|strange situation|pyramid of)"
)
_THEORIST = rf"(?<![\p{{L}}'-])(?:%s)(?![\p{{L}}-])(?:(?=[^\n]{{0,240}}{_OF_THEORY})|(?<={_OF_THEORY}[^\n]{{0,240}}))"
_FIGURE = regex.compile(r"\d")
_THE, _OWN = regex.compile(r"(?<![^\W_])the $"), regex.compile(r"'s(?![^\W_])")
_DATED = rf"{_GUIDANCE}(?:\s(?:of|dated)\s|[^.\n;]{{0,60}}?\b{_ISSUED}[^.\n;\d]{{0,30}}?\s)(?P<x>%s)"


@dataclass(frozen=True, slots=True)
class KnownSpan:
    """A stretch of text that is publicly known.

    Attributes:
        start, end: code points.
        kind: as what it is known: the name of a filter.
        only: the kinds of detection to which it is limited; None where it is not.
    """

    start: int
    end: int
    kind: str
    only: frozenset[Category] | None = None

    def covers(self, start: int, end: int, category: Category) -> bool:
        """Whether a detection lies wholly inside and is of a kind that this makes harmless."""
        return self.start <= start and end <= self.end and (self.only is None or category in self.only)


class Known:
    """Looks for what is publicly known."""

    def __init__(self) -> None:
        known = resources.files("reviewdocs.detect.data").joinpath("known.yaml").read_text(encoding="utf-8")
        groups = yaml.load(known, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        self._eponyms, self._theorists = tuple(groups.pop("eponyms")), tuple(groups.pop("theorists"))
        self._kinds = {folded(phrase): kind for kind, phrases in groups.items() for phrase in phrases}
        self._phrases = Phrases(self._kinds)
        self._cited = [regex.compile(form) for form in _CITATIONS]
        self._grammar = [(kind, regex.compile(expression)) for kind, expression in _GRAMMAR]

    @cached_property
    def _scales(self) -> regex.Pattern[str]:
        names = "|".join(map(regex.escape, self._eponyms))
        return regex.compile(_EPONYM % (names, names))

    @cached_property
    def _theories(self) -> regex.Pattern[str]:
        return regex.compile(_THEORIST % "|".join(map(regex.escape, self._theorists)))

    @cached_property
    def _dated(self) -> list[regex.Pattern[str]]:
        return [regex.compile(form % day) for day in (dates.DAY_MONTH, dates.NUMERIC) for form in (_DATED, *law.DATED)]

    def _forms(self, text: str) -> Iterator[tuple[str, regex.Pattern[str]]]:
        """The expressions that may find something in a text; those with lists of names only where one stands in it."""
        yield from self._grammar
        if any(name in text for name in self._eponyms):
            yield "scales", self._scales
        if any(name in text for name in self._theorists):
            yield "theories", self._theories

    def harmless(self, text: str, start: int, end: int, category: Category) -> bool:
        """Whether one detection in `text` is of something known; for many detections ask for `spans` once."""
        return any(span.covers(start, end, category) for span in self.spans(text))

    def spans(self, text: str) -> list[KnownSpan]:
        """Every place of something known.

        Raises:
            TimeoutError: when an expression takes too long.
        """
        return [*self._everything(text), *self._dates(text)]

    def _everything(self, text: str) -> Iterator[KnownSpan]:
        reading = fold(text)
        for start, end, phrase in self._phrases.hits(reading):
            before, after = reading.text[max(0, start - 5) : start], reading.text[end : end + 3]
            first = start - 4 if _THE.search(before) else start
            last = end + 2 if _OWN.match(after) else end
            yield KnownSpan(*reading.span(first, last), self._kinds[phrase])
        for kind, expression in self._forms(text):
            for match in expression.finditer(text, timeout=SECONDS):
                yield KnownSpan(match.start(), match.end(), kind)
        for start, end in law.cited(text):
            yield KnownSpan(start, end, "case-law")

    def authors(self, texts: Iterable[str]) -> frozenset[str]:
        """Surnames, in small letters, of those who are cited somewhere with a year: known wherever else they stand.

        Raises:
            TimeoutError: when an expression takes too long.
        """
        cited = (match[0] for text in texts for e in self._cited for match in e.finditer(text, timeout=SECONDS))
        return frozenset(name.casefold() for phrase in cited for name in _AUTHOR.findall(phrase))

    def _dates(self, text: str) -> Iterator[KnownSpan]:
        """Days on which guidance or statutes were issued or came into force."""
        for expression in self._dated if _FIGURE.search(text) else ():
            for match in expression.finditer(text, timeout=SECONDS):
                yield KnownSpan(match.start("x"), match.end("x"), "law-in-force", frozenset({Category.DATE}))
