"""Words quoted from or to the press: a search for them leads to the coverage, and so to names."""

from __future__ import annotations

from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.detect.recognisers.media import PAPER_NAME
from reviewdocs.model.mentions import Category

HITS = (
    'a neighbour told a newspaper that "«they kept themselves to themselves»"',
    'quoted in the local press as "«the smiling face of the corner shop»"',
    "the headline read '«Lollipop man's last crossing»'",
    'told a reporter: "«we all heard it and nobody rang»"',
    'The Barchester Courier called her "«the girl who would not run»"',
    '"«we all heard it and nobody rang»", a neighbour told the local paper',
)
MISSES = (
    'the press office said "no comment will be made"',
    "told a newspaper that they knew nothing",
    'the panel heard that "nobody rang the press"',
    'in the newspaper. The author found "a lack of curiosity" in',
    'the paper describes "professional curiosity" as',
)

_PRESS = (
    r"(?:newspapers?|(?:local|national|regional)\s(?:press|papers?|media|radio|television|news)|"
    r"(?:the|in|to)\spress(?!\s(?:office|release|statement|team|conference))|reporters?|journalists?|headlines?|broadcasters?|"
    r"news\swebsite|(?:television|radio)\sinterview)"
)
_QUOTED = r"(?:\"(?P<x>[^\"\n]{15,118})\"|(?<!\w)'(?P<x>(?:[^'\n]|(?<=\w)'(?=\w)){15,118})'(?!\w))"

RECOGNISER = Recogniser(
    "QuotedPress",
    Category.MEDIA,
    (
        Pattern(rf"(?i:\b{_PRESS}\b)[^\"\n\0.]{{0,60}}[:,]?\s?{_QUOTED}", score=0.75),
        Pattern(
            rf"{_QUOTED},?\s(?:[\w'-]+\s){{0,4}}(?:told|said\sto|was\squoted|reported)\s(?:[\w'-]+\s){{0,3}}?(?i:{_PRESS})\b",
            score=0.75,
        ),
        Pattern(rf"\p{{Lu}}\p{{L}}+\s{PAPER_NAME}[^\"\n\0.]{{0,60}}[:,]?\s?{_QUOTED}", score=0.75, anchor=PAPER_NAME),
    ),
)
