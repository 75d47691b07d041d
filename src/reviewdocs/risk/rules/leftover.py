"""What a finished document no longer holds: draft marks, old redactions, unfilled placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = (
    Example("DRAFT v3"),
    Example("Draft version 0.4"),
    Example("Overview report – Draft for comment"),
    Example("his uncle [redacted] said, and his aunt [name redacted]"),
    Example("Last seen: [DATE]"),
    Example("on {{ review.date }} the board"),
    Example("to be decided by [insert name of agency]"),
    Example("OFFICIAL-SENSITIVE: not for onward circulation"),
    Example("seen on XX/XX/2019"),
    Example("Date of panel: TBC"),
    Example("The school, XXXX, said so."),
    Example("See Error! Reference source not found."),
    Example("CONFIDENTIAL"),
    Example("Click or tap here to enter text."),
)
MISSES = (
    Example("Evidence: Draft version 2 and notes of test"),
    Example("Draft letters were sent."),
    Example("She drafted a letter."),
    Example("It read [sic] so."),
    Example("an official visit"),
    Example("The meeting was confidential."),
    Example("CONFIDENTIAL INQUIRY INTO DEATHS"),
)

_LEFT = re.compile(
    # "Draft" as a mark stands alone or with its version, not in a sentence ("Evidence: Draft version 2 and notes").
    r"\bDRAFT\b|(?m:(?:^|(?<=[|(\t–-])|(?<=[|(–-] ))Draft"
    r"(?: (?:only|copy|report|not for \w+|for \w+|v(?:ersion)? ?[\d.]+|[\d.]+))*(?= *(?:$|[|)\t–,:-])))"
    r"|\[(?:tbc|todo|insert[^\]]{0,60}|xx+)\]"
    r"|\{\{[^}]{0,80}\}\}|\{%[^%]{0,80}%\}|«[A-Za-z_]+»|\bXX/XX/(?:\d{4}|XX+)\b|\bLorem ipsum\b|(?<=[\w:] )_{6,}"
    r"|\bOFFICIAL[ -]SENSITIVE\b|(?i:\bnot for (?:onward )?(?:circulation|publication|disclosure)\b)|█+"
    r"|\b(?:TBC|TBD|TODO|FIXME)\b|\bX{3,}\b|\?{3,}|Error! (?:Reference source|Bookmark|Hyperlink)[^.\n]{0,40}|"
    r"\b[Cc]lick (?:or tap )?(?:here )?to enter (?:text|a date)\b|"
    r"(?m:^[ \t]*(?:OFFICIAL|RESTRICTED|PROTECT|(?:STRICTLY )?(?:PRIVATE AND )?CONFIDENTIAL|NOT "
    r"PROTECTIVELY MARKED)[ \t]*$)",
)


_REDACTED = re.compile(
    r"[\[(](?:(?:name|address|date|details?|place|text|words?|sentence|paragraph|number|identity|age|school)s? )?"
    r"(?i:redacted|removed|withheld|deleted|omitted|anonymised)[\])]"
    r"|\[(?:[A-Z]{3,}(?: [A-Z]{2,}){0,3})\]"
)
"""What was taken out before, and a place held for it: a reader sees that something stood there."""


def _find(examined: Examined) -> Iterator[Hit]:
    yield from _told_once(examined)
    for paragraph in examined.paragraphs:
        if paragraph.layer is not Layer.HIDDEN:
            for match in _LEFT.finditer(paragraph.text):
                yield Hit(match.group(), paragraph.key, match.start(), match.end())


def _told_once(examined: Examined) -> Iterator[Hit]:
    """Earlier redactions as one hit: the first, with how many there are."""
    places = [
        (paragraph, match)
        for paragraph in examined.paragraphs
        if paragraph.layer is not Layer.HIDDEN
        for match in _REDACTED.finditer(paragraph.text)
    ]
    if places:
        (paragraph, match), count = places[0], len(places)
        detail = f"Earlier redactions: {count} places, of which this is the first." if count > 1 else ""
        yield Hit(match.group(), paragraph.key, match.start(), match.end(), detail=detail)


RULE = Rule(
    name="leftover",
    severity=Severity.NOTE,
    category=Category.CONSISTENCY,
    message="A mark of a draft, an old redaction or an unfilled placeholder stands here.",
    remedy="Take it out, or fill it in.",
    find=_find,
)
