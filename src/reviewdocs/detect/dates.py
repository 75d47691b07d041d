"""How days are written in the papers of a review: the expressions that the date and birth recognisers share.

Named groups: `day`, `month`, `year` where a date is given in numbers, so that `plausible` can test it.
"""

from __future__ import annotations

from reviewdocs.detect.recognise import Match

_NAMED_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:r?uary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?)"
)
_MONTH_CAPITALS = (
    "(?:JAN(?:UARY)?|FEB(?:R?UARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?"
    "|NOV(?:EMBER)?|DEC(?:EMBER)?)"
)
_MONTH_SMALL = (
    "(?:january|february|april|june|july|august|september|october|november|december"
    "|(?:jan|feb|mar|march|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?=,?\\s(?:19|20)\\d\\d))"
)
MONTH = rf"(?:{_NAMED_MONTH}|{_MONTH_CAPITALS}|{_MONTH_SMALL})(?!\p{{L}})(?:\.(?=\s?\d))?"

WEEKDAY = r"(?i:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?)"
_YEAR = (
    r"(?:[,./-]?\s{0,2}(?:of\s)?(?:19|20)\d\d\b|[\s-]'?\d\d\b(?![:./]\d|\s?[ap]\.?m\b|\s?(?:%|per|"
    r"years|hours|days|weeks|people)))"
)
_ORDINAL_WORD = (
    "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth"
    "|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)[- ](?:first|second"
    "|third|fourth|fifth|sixth|seventh|eighth|ninth))"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_SUFFIX = r"(?:\s?(?i:st|nd|rd|th))"
_LEAD = rf"(?:(?i:\bw/c|\bw/e|\bweek\s(?:commencing|beginning|ending))\s(?:the\s)?)?(?:{WEEKDAY},?\s+)?(?:the\s)?"
_AND_DAY = rf"(?:{_DAY}{_SUFFIX}?\s?(?:-|–|—|/|&|,|to|and|or)\s?(?:the\s)?)?"

NUMERIC = (
    rf"(?:{WEEKDAY},?\s+)?(?<![\d./:-])(?P<day>\d{{1,2}})(?P<sep>\s?[./-]\s?)(?P<month>\d{{1,2}})(?P=sep)"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?![\d/]|[.:-]\d)"
)
ISO = (
    r"(?<![\d/-])(?P<year>(?:19|"
    r"20)\d\d)(?P<sep>[/.-])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?![\d/-])(?:[T\s]\d\d:\d\d(?::\d\d)?"
    r"(?:\.\d+)?Z?)?"
)
DAY_MONTH = (
    rf"{_LEAD}(?<![\d./:£]){_AND_DAY}(?<!\d){_DAY}{_SUFFIX}?(?:\s{{0,2}}|-|\s?of\s|\sday\sof\s|/|"
    rf"\.)(?:of\s)?{MONTH}{_YEAR}?"
)
DAY_WORD_MONTH = rf"{_LEAD}(?i:{_ORDINAL_WORD})\s(?:day\s)?(?:of\s)?{MONTH}{_YEAR}?"
MONTH_DAY = (
    rf"(?:{WEEKDAY},?\s+)?(?<![\p{{L}}]){MONTH}\s(?:the\s)?(?:{_DAY}{_SUFFIX}(?:{_YEAR})?|{_DAY},?\s(?:19|20)\d\d\b)"
)
FEAST = (
    r"(?:(?i:\b(?:boxing|christmas|xmas|new year'?s|st\.?\s(?:david|patrick|george|andrew|valentine|"
    r"stephen)'?s|valentine'?s"
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
COMPACT = r"(?<![\w/-])(?P<year>20[0-4]\d)(?P<sep>)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?![\w/-])"
ROW_START = r"^(?P<x>(?P<day>[1-9]|[12]\d|3[01])/(?P<month>[1-9]|1[0-2]))(?=\s?[-–:|]\s)"
DAY_SLASH_MONTH = r"(?<![\d./:-])(?P<day>0[1-9]|[12]\d|3[01])(?P<sep>/)(?P<month>0[1-9]|1[0-2])(?![\d/-]|[.,:]\d)"
BARE_ORDINAL = rf"(?:{WEEKDAY}\s)(?:the\s)?{_DAY}{_SUFFIX}\b(?!\s(?:century|floor|birthday|of\seach|of\severy))"

WRITTEN = (DAY_MONTH, DAY_WORD_MONTH, MONTH_DAY, FEAST)
NUMBERS = (NUMERIC, ISO)


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
