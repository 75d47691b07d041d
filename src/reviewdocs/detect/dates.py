"""How days are written in the papers of a review: the expressions that the date and birth recognisers share.

Named groups: `day`, `month`, `year` where a date is given in numbers, so that `plausible` can test it.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from reviewdocs.detect.recognise import Match
from reviewdocs.language import calendar, numbers

_MONTH_SMALL = (
    "(?:january|february|april|june|july|august|september|october|november|december"
    "|(?:mar|march|may|sep)(?=,?\\s(?:19|20)\\d\\d)|(?:jan|feb|apr|jun|jul|aug|sept|oct|nov|dec)(?!\\p{L}))"
)
MONTH = (
    rf"(?:{calendar.with_capital(calendar.MONTH)}|{calendar.MONTH.upper()}|{_MONTH_SMALL})(?!\p{{L}})(?:\.(?=\s?\d))?"
)

WEEKDAY = rf"(?i:\b{calendar.WEEKDAY}\b\.?)"
_YEAR = (
    r"(?:[,./-]?\s{0,2}(?:of\s)?(?:19|20)\d\d\b|[\s-]'?\d\d\b(?![:./]\d|\s?[ap]\.?m\b|\s?(?:%|per|"
    r"years|hours|days|weeks|people)))"
)
ORDINAL_WORD = (
    rf"(?i:{'|'.join(word for word in numbers.ORDINALS if '-' not in word)}"
    rf"|(?:twenty|thirty)[- ](?:{'|'.join(numbers.ORDINALS[:9])}))"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_SUFFIX = rf"(?:\s?(?i:{numbers.SUFFIX}))"
_LEAD = rf"(?:(?i:\bw/c|\bw/e|\bweek\s(?:commencing|beginning|ending))\s(?:the\s)?)?(?:{WEEKDAY},?\s+)?(?:the\s)?"
_AND_DAY = rf"(?:{_DAY}{_SUFFIX}?\s?(?:-|–|—|/|&|,|to|and|or)\s?(?:the\s)?)?"

_ENDS = r"(?![\d/]|[.:–-]\d)"
NUMERIC = (
    rf"(?:{WEEKDAY},?\s+)?(?<![\d./:–-])(?P<day>\d{{1,2}})(?P<sep>\s?(?:[./–—-]|//)\s?)(?P<month>\d{{1,2}})(?P=sep)"
    rf"(?P<year>(?:19|20)\d\d|\d\d){_ENDS}"
)
_TWO_DAY, _TWO_MONTH, _FULL_YEAR = "(?:0[1-9]|[12]\\d|3[01])", "(?:0[1-9]|1[0-2])", "(?:19|20)\\d\\d"
FULL_NUMBERS = (
    rf"(?<![\w./:,-])(?<!\d )(?P<day>{_TWO_DAY})(?P<sep>[, ]?)(?P<month>{_TWO_MONTH})(?P=sep)(?P<year>{_FULL_YEAR})"
    r"(?![\w/-]|[ .,:]\d)"
)
"""Two figures for day and month and four for the year, with nothing, a space or a comma between."""
SEVERAL_NUMERIC = (
    r"(?<![\d./:–-])(?:\d{1,2}\s?(?:[-–&/]|\sand\s|\sto\s)\s?){1,3}(?P<day>\d{1,2})(?P<sep>[./])(?P<month>\d{1,2})(?P=sep)"
    rf"(?P<year>(?:19|20)\d\d|\d\d){_ENDS}"
)
"""Days of one month: "14-15/03/2019"."""
_ROMAN_MONTH = r"(?:X?(?:I{1,3}|IV|VI{0,3}|IX)|X)"
ROMAN = rf"(?<![\w./:-]){_DAY}(?P<sep>\s?[./–-]\s?|\s){_ROMAN_MONTH}(?P=sep)(?:{_FULL_YEAR}|\d\d)\b{_ENDS}"
ISO = (
    r"(?<![\d/-])(?P<year>(?:19|"
    r"20)\d\d)(?P<sep>[/.-])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?![\d/-])(?:[T\s]\d\d:\d\d(?::\d\d)?"
    r"(?:\.\d+)?Z?)?"
)
DAY_MONTH = (
    rf"{_LEAD}(?<![\d./:£]){_AND_DAY}(?<!\d){_DAY}{_SUFFIX}?(?:\s{{0,2}}|-|\s?of\s|\sday\sof\s|/|"
    rf"\.)(?:of\s)?{MONTH}{_YEAR}?"
)
DAY_WORD_MONTH = rf"{_LEAD}{ORDINAL_WORD}\s(?:day\s)?(?:of\s)?{MONTH}{_YEAR}?"
MONTH_DAY = (
    rf"(?:{WEEKDAY},?\s+)?(?<![\p{{L}}]){MONTH}\s(?:the\s)?(?:{_DAY}{_SUFFIX}(?:{_YEAR})?|{_DAY},?\s(?:19|20)\d\d\b)"
)
FEAST = (
    r"(?:(?i:\b(?:boxing|christmas|xmas|new year'?s|st\.?\s(?:david|patrick|george|andrew|valentine|"
    r"stephen)'?s|valentine'?s|coronation|v[ej]|st\.?\sswithin'?s|all\ssaints'?|all\ssouls'?"
    r"|mother'?s|father'?s|may|pancake|armistice|remembrance|easter|mothering|lammas|midsummer'?s?|"
    r"michaelmas|australia|canada)"
    r"\s(?:day|eve|sunday|monday|tuesday)\b"
    r"|\b(?:bonfire|burns|guy\sfawkes|twelfth|mischief)\snight\b|\bhogmanay\b|\bhallowe'?en\b|\bnew\s"
    r"year'?s\b(?=\s(?:19|20)\d\d)"
    r"|\b(?:good\sfriday|maundy\sthursday|ash\swednesday|shrove\stuesday|palm\ssunday|holy\ssaturday|"
    r"whit\s(?:sunday|monday))\b"
    r"|\b(?:spring|summer|early\smay|aug(?:ust)?|easter|may|late\saugust|platinum\sjubilee)\sbank\s"
    r"holiday(?:\s(?:monday|weekend))?\b"
    r"|\beid(?:[ -](?:al|ul)[ -](?:fitr|adha))?(?:\sday)?\b(?=\s(?:19|20)\d\d|\sday|[ -](?:al|ul))"
    r"|\beid[ -](?:al|ul)[ -](?:fitr|adha)\b|\b(?:diwali|vaisakhi|holi|yom\skippur|rosh\shashanah|"
    r"ashura)\b(?=\s(?:day|(?:19|20)\d\d))"
    r"|\b(?:first|last)\s(?:day|night)\sof\s(?:ramadan|passover|hanukkah|chanukah)\b)"
    r"(?:,?\s(?:19|20)\d\d\b)?)"
)
OF_A_FEAST = (
    rf"(?i:\b(?:day|eve|night|{calendar.WEEKDAY_IN_FULL}|holiday|year'?s|eid|diwali|"
    r"vaisakhi|holi|hogmanay|hallowe'?en|yom|rosh|ashura|ramadan|passover|c?hanukkah)\b)"
)
"""What every feast holds."""
COMPACT = r"(?<![\w/-])(?P<year>20[0-4]\d)(?P<sep>)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?![\w/-])"
ROW_START = r"^(?P<x>(?P<day>[1-9]|[12]\d|3[01])/(?P<month>[1-9]|1[0-2]))(?=\s?[-–:|]\s)"
DAY_SLASH_MONTH = r"(?<![\d./:-])(?P<day>0[1-9]|[12]\d|3[01])(?P<sep>/)(?P<month>0[1-9]|1[0-2])(?![\d/-]|[.,:]\d)"
ENTRY_DAY_MONTH = (
    r"^(?P<x>(?P<day>0?[1-9]|[12]\d|3[01])/(?P<month>0?[1-9]|1[0-2]))"
    r"(?=\.?(?:[ \t]|$))(?!\.?\s(?i:old|ago|later|days?|weeks?|months?|of|hx|history|post|supply|course)\b)"
)
_OPENING = r"(?i:am|pm|no|nil|nowt|nothing|all|both|quiet|rang|still|up)"
ENTRY_ORDINAL = rf"^(?P<x>{_DAY}{_SUFFIX})(?=[.:|]\s|\s[-–|]\s|\s(?:\p{{Lu}}|{_OPENING}\b))"
ENTRY_WEEKDAY = (
    rf"^(?P<x>{WEEKDAY})(?=[:,]?\s(?i:am|pm|eve|evening|morning|afternoon|night)\b|[:|]\s|\s[-–|]\s|(?<=\.)\s)"
)
WEEKDAY_DAY = rf"(?:^|[|,;]\s)(?P<x>{WEEKDAY}\s{_DAY})(?=[.:;|](?!\d)|\s[-–|]\s|$)"
WEEKDAY_SLASH = rf"{WEEKDAY},?\s(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})(?![\d/])"
WEEKDAY_LAST = rf"\b(?:{'|'.join(calendar.WEEKDAYS)})\slast\b(?!\s\p{{L}})"
BEFORE_A_TIME = (
    r"(?<![\d./:-])(?P<x>(?P<day>0?[1-9]|[12]\d|3[01])/(?P<month>0?[1-9]|1[0-2]))"
    r"(?=,?\s(?:at\s|@\s?)?(?:\d{1,2}(?:[:.][0-5]\d)?\s?(?i:[ap]\.?m)\b|(?:[01]\d|2[0-3])[:.]?[0-5]\d\b(?!\.)))"
)
ORDINAL_AT_END = (
    rf"(?<=(?<!\p{{L}})\p{{Ll}}{{2,14}}\s)(?<!\b(?i:the|his|her|their|my|our|its|was|is|came|on|centile|wt|ht|weight|height|hc|"
    rf"bmi|about|approx|and|to)\s)(?P<x>{_DAY}{_SUFFIX})(?=[.;)](?:\s|$)|[ \t]*$)"
)
SLASHED = (
    r"(?<=\b(?i:on|by|before|dated|since|until|w/c|w/e|seen|rang|met|visited|(?:referral|visit|call|letter|meeting|conference|report|entry|e-?mail|"
    r"contact|note|appointment|review|assessment)\s(?:of|from))\s)(?P<x>(?P<day>[1-9]|[12]\d|3[01])/(?P<month>[1-9]|1[0-2]))"
    r"(?![\d/-]|[.,:]\d|\s?%|\s(?i:of|occasions?|days?|weeks?|months?|visits?|tablets?|people|children|staff|old|ago)\b)"
)
DOTTED = (
    r"(?<=\b(?i:on|dated|since|until|w/c|w/e)\s)(?P<x>(?P<day>0[1-9]|[12]\d|3[01])\.(?P<month>0[1-9]|1[0-2]))"
    r"(?![\d/-]|[.,:]\d|\s?(?:%|(?i:[ap]\.?m|hrs?|kg|cm|mm|m|km|miles)\b))"
)
IN_A_CELL = r"(?<=\|[ \t]?)(?P<x>(?P<day>\d{1,2})/(?P<month>[1-9]|1[0-2]))(?=[ \t]*(?:$|\|))"
MISSPELT = rf"(?<![\d./:£]){_DAY}{_SUFFIX}?\s(?:of\s)?(?P<word>\p{{L}}{{4,10}}),?\s(?:19|20)\d\d\b"
"""A day, a month with one slip of the keys, and a year."""
MISREAD_MONTH = (
    r"\b(?:J[a4]nu[a4]ry|F[e3]bru[a4]ry|M[a4]rch|[A4]pri[l1I]|M[a4]y|Jun[e3]|Ju[l1I]y|[A4]ugu[s5]t|[S5][e3]pt[e3]mb[e3]r|"
    r"[O0]ct[o0]b[e3]r|N[o0]v[e3]mb[e3]r|D[e3]c[e3]mb[e3]r|[O0]ct|N[o0]v|Ju[l1I]|[S5][e3]pt?)\b"
)
MISREAD = rf"(?<![\w./])[\dOolI]{{1,2}}(?:st|nd|rd|th)?\s(?i:{MISREAD_MONTH})\s?[12lI][\dOolI]{{3}}\b"
"""A day, month and year of a scanned letter, a figure taken for a letter or a letter for a figure."""
_IN_PROSE = (
    r"(?i:\b(?:on|by|until|till|since|from|dated|(?:letter|e-?mail|note|message|text|report|entry|log|minutes|call|visit|"
    r"meeting|conference|night|morning|afternoon|evening|early\shours|events)\sof)\sthe\s)"
)
_GOES_ON = (
    r"(?:he|she|they|we|i|it|you|but|and(?!\s(?:the\s)?\d+\w\w\s\p{L})|when|at|in|by|to|with|for|who|as|then|that|the|"
    r"mum|dad|mother|father|went|was|were|is|has|had|did|came|rang|said|told|never|not|of\sthat|of\sthe\smonth)\b"
)
ORDINAL_IN_PROSE = rf"{_IN_PROSE}(?P<x>{_DAY}{_SUFFIX})\b(?=[.,;:)\n]|$|\s{_GOES_ON})"
BARE_ORDINAL = rf"(?:{WEEKDAY}\s)(?:the\s)?{_DAY}{_SUFFIX}\b(?!\s(?:century|floor|birthday|of\seach|of\severy))"

SHORT_NUMBER = r"(?<![\w/.-])(?P<day>\d\d)(?P<sep>)(?P<month>\d\d)(?P<year>\d\d)(?![\w/-]|[.:]\d)"
"""Six figures, a date only where something says so."""
WRITTEN = (DAY_MONTH, DAY_WORD_MONTH, MONTH_DAY, FEAST, ROMAN)
NUMBERS = (NUMERIC, ISO, FULL_NUMBERS, SEVERAL_NUMERIC)


def plausible(match: Match) -> bool:
    """Whether numbers can be a day, a month and a year of a person's life, and not a section, a version or a sum.

    Dotted numbers with a year of two figures are also section numbers ("4.1.12"): taken for a date only when the last
    number has a year's size, and no word for a section, figure or version stands before them.
    """
    day, month = int(match["day"]), int(match["month"])
    if not (1 <= day <= 31 and 1 <= month <= 12) and not (1 <= month <= 31 and 1 <= day <= 12):
        return False
    if "year" not in match.groupdict() or len(match["year"]) == 4 or match["sep"].strip() != ".":
        return True
    before = match.string[max(0, match.start() - 14) : match.start()].lower().rstrip(" (")
    labels = (
        "section",
        "sections",
        "para",
        "paragraph",
        "paragraphs",
        "paras",
        "figure",
        "table",
        "version",
        "recommendation",
        "chapter",
    )
    return int(match["year"]) >= 10 and not before.endswith(labels)


_NOTE = r"(?!(?:of|old|ago|later|for|per|in|on|to|days?|weeks?|months?|visits?|occasions?|staff|people|tablets?|hx)\b)"
_DATED_ENTRY = regex.compile(
    rf"(?:{WEEKDAY},?\s+)?(?:\d{{1,2}}[/.-](?P<number>\d{{1,2}})[/.-](?:\d{{4}}|\d\d)\b|\d{{4}}[/.-](?P<number>\d\d)[/.-]\d\d\b"
    rf"|(?:1[3-9]|2\d|3[01])/(?P<number>\d{{1,2}})\b|{WEEKDAY},?\s\d{{1,2}}/(?P<number>\d{{1,2}})\b"
    rf"|{_DAY}/(?P<number>0?[1-46-9]|0?8|11)(?=\.?\s(?:\p{{Lu}}|{_NOTE}\p{{Ll}})|[ \t]*$)"
    rf"|(?P<weekday>{WEEKDAY})\s{_DAY}(?=[.:;|\s]|$)"
    rf"|{_DAY}{_SUFFIX}?[\s-]?(?:of\s)?(?P<name>{MONTH}))"
)
_BESIDE = 8
"""How many lines before and after an entry are its neighbours: a row of a table has several cells, each a line."""
_ALSO_FRACTIONS = frozenset({5, 7, 10, 12})
"""Days and months are written as parts of seven and twelve ("8/12"), scores as parts of five and ten."""


def misspelt(match: Match) -> bool:
    """Whether the word between a day and a year is a month with one slip of the keys."""
    return calendar.misspelt_month(match["word"]) is not None


def entry(match: Match) -> bool:
    """Whether a day and month at the start of a line date an entry: lines beside it start with clear dates.

    What may as well be a fraction is a date only where a neighbour is of the same month or the one before or after.
    """
    months = set(_months_beside(match))
    if "month" not in match.groupdict() or int(match["month"]) not in _ALSO_FRACTIONS:
        return bool(months)
    return any((int(match["month"]) - other) % 12 in (0, 1, 11) for other in months)


def weekday_of_an_entry(match: Match) -> bool:
    """Whether a weekday at the start of a line dates an entry: lines beside it start with days."""
    return any(True for _ in _months_beside(match))


def misread(match: Match) -> bool:
    """Whether a scanner took a letter for a figure or a figure for a letter in a date: others are found as they are."""
    day, month, year = match[0].split(" ", 1)[0], match[0].split(" ", 1)[1][:-4], match[0][-4:]
    mistaken = (
        any(c.isdigit() for c in month) or not year.isdigit() or not regex.sub(r"st|nd|rd|th$", "", day).isdigit()
    )
    return mistaken and any(c.isdigit() for c in day + year)


_LIKE_FIGURES, _LIKE_LETTERS = str.maketrans("OolI", "0011"), str.maketrans("01345", "oleas")
_MAY_BE_FIGURES = regex.compile(r"(?<!\w)[\dOolI]+(?=(?:st|nd|rd|th)?(?!\w))|(?<!\w)\d*[\p{L}]+[\d\p{L}]*(?!\w)")


def as_meant(text: str) -> str:
    """A misread date with figures for the letters in its numbers, and letters for the figures in its words."""

    def meant(word: Match) -> str:
        number = word[0].translate(_LIKE_FIGURES)
        return number if number.isdigit() else regex.sub(r"(?<=\p{L})\d|^\d(?=\p{L}{2})", _letter, word[0])

    return _MAY_BE_FIGURES.sub(meant, text)


def _letter(figure: Match) -> str:
    return figure[0].translate(_LIKE_LETTERS)


def slashed(match: Match) -> bool:
    """Whether a day and month in a sentence are a date and no fraction or score."""
    day, month = int(match["day"]), int(match["month"])
    return day > 12 or (month not in _ALSO_FRACTIONS and not day < month <= 4)


def no_fraction(match: Match) -> bool:
    """Whether figures of two places are a date for certain ("14/03", "03/12"), and not a score ("10/12")."""
    return int(match["day"]) > 12 or "0" in (match["day"][0], match["month"][0])


def _months_beside(match: Match) -> Iterator[int]:
    lines_before = [
        line for line in match.string[max(0, match.start() - 2000) : match.start()].split("\n") if line.strip("\0 ")
    ]
    lines_after = [line for line in match.string[match.end() : match.end() + 2000].split("\n")[1:] if line.strip("\0 ")]
    for line in (*lines_before[-_BESIDE:], *lines_after[:_BESIDE]):
        if dated := _DATED_ENTRY.match(line):
            if dated["weekday"]:
                yield 0
            else:
                yield int(dated["number"]) if dated["number"] else calendar.month_number(dated["name"]) or 0
