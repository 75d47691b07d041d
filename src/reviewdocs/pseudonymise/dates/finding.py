"""Where a document speaks of dates, clock times and ages of days, weeks or months.

What `check` would report is what is found here: the expressions of the detectors, and beside them those for dates that
the detectors need not know (lists of days, months, years). Statutes, guidance, publications and citations are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from reviewdocs.detect import dates
from reviewdocs.detect.known import Known
from reviewdocs.detect.plain import blocks, readable
from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.detect.recognisers import age, birth, clock_time, date
from reviewdocs.formats.base import CELLS
from reviewdocs.language import calendar
from reviewdocs.language.numbers import ORDINALS, SUFFIX
from reviewdocs.language.spans import overlap
from reviewdocs.model.mentions import Category, Mention
from reviewdocs.model.text import Paragraph, ParagraphKey
from reviewdocs.names.births import Births

_DAY = rf"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?i:{SUFFIX})\b)?"
_WORD = rf"(?i:{'|'.join(sorted((name.replace('-', '[- ]') for name in ORDINALS), key=len, reverse=True))})"
_NAMED = rf"(?:{dates.WEEKDAY},?\s+)?(?:the\s)?"
_AND = r"(?:,\sand\s|,\sor\s|,\s?|\s?(?:-|–|—|/|&)\s?|\s(?:to|and|or|until|till)\s)"
_YEAR = r"(?:,?\s{0,2}(?:of\s)?(?:19|20)\d\d\b)?"
_ANY_YEAR = r"(?:19|20)\d\d"
_SAID = r"(?i:\b(?:on|by|until|till|from|since|dated|of|between|w/c|w/e)\s)"
_ANY_CASE_DAY = rf"(?i:\b{calendar.WEEKDAY}\b\.?,?)"
_ANY_CASE_MONTH = rf"(?i:{calendar.MONTH_CUT}|sept)"
_NUMBERS = r"\d{1,2}(?:\.\d{1,2}\.|/\d{1,2}/)(?:(?:19|20)\d\d|\d\d)"
_MORE_DAYS = (
    rf"(?<![\d./:£-]){_NAMED}{_DAY}(?:{_AND}{_NAMED}{_DAY}){{1,30}}\s?(?:of\s)?{dates.MONTH}{_YEAR}",
    rf"{_NAMED}{_WORD}(?:{_AND}{_NAMED}{_WORD}){{1,30}}\s(?:day\s)?(?:of\s)?{dates.MONTH}{_YEAR}",
    rf"(?<!\p{{L}}){dates.MONTH}[ ]{_DAY}(?:{_AND}{_DAY}){{1,30}}(?:,?\s{_ANY_YEAR}\b|(?<=st|nd|rd|th)\b)",
    rf"(?<={_SAID}){dates.MONTH}[ ]{_DAY}(?:{_AND}{_DAY}){{0,30}}\b(?![:.]?\d|\s?%)",
    rf"(?<!\p{{L}}){dates.MONTH}[ ]{_DAY}(?=[.,;:)\n]|$)",
    rf"(?:{dates.WEEKDAY},?\s+)(?:the\s)?\d{{1,2}}/\d{{1,2}}(?![\d/]|\s?%)",
    rf"(?<![\d./:-]){_NUMBERS}(?=-{_NUMBERS})",
    rf"(?<={_NUMBERS}-){_NUMBERS}(?![\d/])",
    rf"{_ANY_CASE_DAY}[ ](?:the[ ])?\d{{1,2}}(?:(?i:{SUFFIX})\b|[ ]{_ANY_CASE_MONTH}\b\.?)",
    rf"(?m)^{_ANY_CASE_DAY}[ ]\d{{1,2}}(?=[.:]\s)",
    rf"\b{_DAY}\s(?:of\s)?(?:inst|ult|this\smonth|last\smonth)\b\.?",
)
_TIME_AFTER_DAY = (
    rf"(?:{dates.WEEKDAY},?\s+)(?:the\s)?\d{{1,2}}/\d{{1,2}},?\s(?P<x>(?:[01]?\d|2[0-3])[.:][0-5]\d)(?![\d%]|[.:]\d)"
)
_TIME_AFTER_DATE = (
    r"(?:\d{4}|[/.-]\d\d|(?<=\d )\p{Lu}\p{Ll}{2,8}),?[ ]{1,3}"
    r"(?P<x>(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s?(?i:hrs?))?)(?!\d|:\d|%)"
)
_TIMES_BETWEEN = (
    r"\b(?i:between|from)\s(?:about\s)?(?P<x>(?:[01]?\d|2[0-3])[.:][0-5]\d\s(?:and|to|until)\s(?:[01]?\d|2[0-3])[.:][0-5]\d)"
    r"(?![\d%]|[.:]\d|\s?(?:%|per|kg|g|ml|mg|cm|mm|km|miles)\b)"
)
_IN = r"(?i:in|during|since|until|till|by|from|before|after|of|early|late|mid|last|this|next|throughout|between|to)"
_PART = r"(?:(?i:early|late|mid|the\s(?:start|end|beginning|middle)\sof)[\s-])?"
_MONTHS = (
    rf"(?<![\d\p{{L}}]){dates.MONTH}(?:,?\s(?:of\s)?|[-/.])(?:{_ANY_YEAR}|'\d\d)\b(?![/-]\d)",
    r"(?<![\d/.-])(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\d/])",
    rf"(?<=\b{_IN}[\s-]{_PART}){dates.MONTH}\b(?!\s\d|')",
    rf"{dates.MONTH}(?=\s?(?:to|and|or|until|-|–)\s?{dates.MONTH}\s{_ANY_YEAR})",
    rf"\b(?:the\s)?(?i:{calendar.SEASON})(?:\sof)?\s{_ANY_YEAR}\b",
    rf"(?<=\b{_IN}[\s-]{_PART}){_ANY_YEAR}\b(?![\d/-]|[.,]\d|\s?(?:%|people|children|pounds))",
    rf"(?<=\b{_ANY_YEAR}\s(?:and|to|or|until)\s){_ANY_YEAR}\b(?![\d/-])",
)
_OTHER_DAYS = Recogniser("OtherDays", Category.DATE, tuple(Pattern(expression) for expression in _MORE_DAYS))
_OTHER_TIMES = Recogniser(
    "OtherTimes", Category.TIME, (Pattern(_TIME_AFTER_DAY), Pattern(_TIME_AFTER_DATE), Pattern(_TIMES_BETWEEN))
)
_COARSE = Recogniser("MonthsAndYears", Category.DATE, tuple(Pattern(expression) for expression in _MONTHS))
_PUBLISHED = regex.compile(
    r"\b(?:Act|Regulations?|Order|Guidance|guidance|[Pp]ublish\w*|[Pp]ublication|[Rr]eport\s(?:by|of|on)|Review\sof|[Ii]nspect\w+|"
    r"Ofsted|Working\sTogether|[Ee]dition|[Vv]ersion|[Cc]ensus|[Ss]tatistics|[Rr]esearch|[Ss]tudy|et\sal|NICE|"
    r"[Ff]ramework|[Ss]trategy|White\sPaper|[Uu]pdated|[Aa]ccessed|[Rr]etrieved|HM\sGovernment|Department\s(?:for|of)|"
    r"[Pp]andemic|lockdowns?|[Tt]erms\sof\s[Rr]eference)\b"
)
_CITED = regex.compile(r"\(\p{Lu}[^()]{2,60},\s?$")
_LISTED_SOURCE = regex.compile(
    r"\bdoi:|\bISBN\b|\b[Aa]vailable\s(?:at|from|online)[:\s]+<?https?:|[\[(](?:[Aa]ccessed|[Rr]etrieved)\b|"
    r"^\p{Lu}[\p{L}' -]+,\s(?:\p{Lu}\.\s?)+.{0,80}\((?:19|20)\d\d[a-z]?\)"
)
"""What an entry of a list of references holds."""
_MAY_HOLD = regex.compile(
    rf"\d|(?i:\b(?:{calendar.MONTH_CUT})|\b(?:day|eve|night|{calendar.WEEKDAY_IN_FULL}|hogmanay|halloween|hallowe'en|bank|week|month|fortnight|year|eid|first|last|o'clock)s?\b)"
)
_PROGRAMME = frozenset(
    {"Field code", "Formula", "Link target", "Package", "Data binding", "Attached schema", "Font name", CELLS}
)
"""Places that programs read and no edit reaches, where a date is part of an address, or figures may be several."""
_PROPERTIES = "docProps/"
CONTROL = "@fullDate"
"""How the part of a date control's value ends."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as it is read here: plain spaces and hyphens, nothing invisible.

    Attributes:
        origins: where each character stands in the paragraph.
        taken: code points of the paragraph that a name or other mention covers, in order.
        numbered: where mentions end that become a designation with a number ("Sibling 1").
    """

    paragraph: Paragraph
    text: str
    origins: tuple[int, ...]
    taken: tuple[tuple[int, int], ...]
    numbered: frozenset[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the paragraph that [start, end) of the text stands for."""
        return self.origins[start], self.origins[end - 1] + 1

    def after_designation(self, start: int) -> bool:
        """Whether right before `start` a designation with a number will stand."""
        return self.origins[len(self.text[:start].rstrip(" "))] in self.numbered

    def free(self, start: int, end: int) -> bool:
        """Whether no name reaches into [start, end)."""
        first, last = self.original(start, end)
        return not any(first < other_end and other < last for other, other_end in self.taken)


@dataclass(frozen=True, slots=True)
class Find:
    """One place: code points [start, end) of the line's text."""

    start: int
    end: int
    category: Category
    coarse: bool = False
    """A month, season or year, without a day."""


class DateFinder:
    """Finds dates, times and ages; built once.

    Args:
        coarse: find months and years too.
        others: find clock times and ages too.
        designations: pseudonyms of the map, whose number is no day ("Nurse 1 March 2019").
        births: the map's dates of birth, found in spellings that are no date elsewhere ("140519").
    """

    def __init__(self, *, coarse: bool, others: bool, designations: Iterable[str], births: Births) -> None:
        self._births = births
        self._known = Known()
        self._recognisers = [(birth.RECOGNISER, False), (date.RECOGNISER, False), (_OTHER_DAYS, False)]
        if others:
            self._recognisers += [(clock_time.RECOGNISER, False), (_OTHER_TIMES, False), (age.RECOGNISER, False)]
        if coarse:
            self._recognisers.append((_COARSE, True))
        numbered = sorted({name for name in designations if name[-1:].isdigit()}, key=len, reverse=True)
        joined = "|".join(regex.escape(name) for name in numbered)
        self._designation = regex.compile(rf"\b(?:{joined})\b", regex.I) if numbered else None

    def find(self, paragraphs: Sequence[Paragraph], taken: Iterable[Mention]) -> Iterator[tuple[Line, list[Find]]]:
        """Every paragraph that holds something, with what it holds in order and apart.

        Raises:
            TimeoutError: when an expression takes too long.
        """
        covered: dict[ParagraphKey, list[Mention]] = {}
        for mention in taken:
            covered.setdefault(mention.paragraph, []).append(mention)
        candidates = [paragraph for paragraph in paragraphs if _may_hold(paragraph)]
        for block in blocks(candidates):
            finds = self._in_text(block.text)
            at = 0
            for number, paragraph in enumerate(block.paragraphs):
                start = block.starts[number]
                end = start + len(block.origins[number]) - 1
                own = []
                while at < len(finds) and finds[at].start < end:
                    find = finds[at]
                    if find.start >= start and find.end <= end:
                        own.append(Find(find.start - start, find.end - start, find.category, find.coarse))
                    at += 1
                if own:
                    line = _line(paragraph, covered.get(paragraph.key, ()))
                    if kept := self._counting(line, own):
                        yield line, kept

    def _in_text(self, text: str) -> list[Find]:
        """What stands in the text of a block, in order and apart."""
        found = [
            Find(start, end, recogniser.category, coarse)
            for recogniser, coarse in self._recognisers
            for start, end, _ in recogniser.find(text)
        ]
        found += [Find(birth.start, birth.end, Category.DOB) for birth in self._births.spans(text)]
        return _apart(found)

    def _counting(self, line: Line, finds: Sequence[Find]) -> list[Find]:
        """The finds of a line without those of public things, names and designations."""
        known = self._known.spans(line.text)
        return [
            find
            for find in finds
            if not any(span.covers(find.start, find.end, find.category) for span in known) and self._counts(line, find)
        ]

    def _counts(self, line: Line, find: Find) -> bool:
        """Whether a find is no name, no publication's date and no number of a designation or of a numbered day."""
        row = line.text[line.text.rfind("\n", 0, find.start) + 1 :].partition("\n")[0]
        if not line.free(find.start, find.end) or _LISTED_SOURCE.search(row):
            return False
        before = line.text[max(0, find.start - 90) : find.start]
        found = line.text[find.start : find.end]
        if "\n\n" in found or ("\n" in found and (not before or before[-1] in "\n|\t")):
            return False  # a number that ends a page or stands alone, over a month that begins the next
        if before.endswith("Day "):
            return False
        sentence = regex.split(r"[.;\n|](?=\s|$)", before)[-1]
        if find.coarse and (_PUBLISHED.search(sentence) or _CITED.search(before)):
            return False
        if self._designation is None or not (number := regex.match(r"\d+", found)):
            return True
        upto = find.start + number.end()
        return not any(
            match.end() == upto and match.start() < find.start
            for match in self._designation.finditer(line.text, max(0, find.start - 60), upto)
        )


def _line(paragraph: Paragraph, taken: Sequence[Mention]) -> Line:
    text, origins = readable(paragraph.text)
    spans = tuple(sorted((mention.start, mention.end) for mention in taken))
    numbered = frozenset(mention.end for mention in taken if (mention.replacement or "")[-1:].isdigit())
    return Line(paragraph, text, origins, spans, numbered)


def _may_hold(paragraph: Paragraph) -> bool:
    """Whether a paragraph is words that people read, and a glance finds something that may be a date."""
    if (
        paragraph.place in _PROGRAMME
        or paragraph.place == CELLS
        or paragraph.part.startswith(_PROPERTIES)
        or paragraph.part.endswith(CONTROL)
    ):
        return False
    return _MAY_HOLD.search(paragraph.text) is not None


_RANK: Mapping[Category, int] = {Category.DOB: 0, Category.DATE: 1, Category.TIME: 2, Category.AGE: 3}


def _apart(finds: Iterable[Find]) -> list[Find]:
    """Of finds that overlap the ones with a day first, then the longest; a date of birth keeps its category."""
    result: list[Find] = []
    for find in sorted(finds, key=lambda f: (f.coarse, f.category is Category.AGE, f.start - f.end, _RANK[f.category])):
        overlapping = [other for other in result if overlap(other, find)]
        if not overlapping:
            result.append(find)
        elif find.category is Category.DOB and len(overlapping) == 1 and overlapping[0].category is Category.DATE:
            longer = overlapping[0]
            result[result.index(longer)] = Find(longer.start, longer.end, Category.DOB)
    return sorted(result, key=lambda find: find.start)
