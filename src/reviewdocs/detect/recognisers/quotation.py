"""Words quoted from social media or messages: searchable, so they lead back to whoever wrote them."""

from __future__ import annotations

from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    'tweeted "«police outside the bakery again tonight»"',
    'put up a post, "«ask them what happened to the money»", which',
    'a text from him: "«dont tell them anything about me»"',
    'on Facebook she wrote: "«thinking of you both always»"',
    'He posted it on Snapchat that night. It read "«tell my mum i am ok»"',
    'his comment "«someone must have known about this»"',
)
MISSES = (
    'she told the nurse "I am fine at home"',
    "a text was sent",
    'posted to the ward. "He was well"',
    'the post of manager, "a job for life"',
)

_SAID = (
    r"(?i:\b(?:tweet(?:ed|s)?|facebook|instagram|tiktok|snapchat|whatsapp|social\smedia|posted|a\s"
    r"post|own\spost|comment(?:ed)?|text(?:ed)?(?:\smessage)?\sfrom|a\stext|"
    r"voicemail|blog|caption(?:ed)?|just\s?giving|online\stribute)\b)"
)

_WROTE = r"(?i:\b(?:wrote|posted|commented|replied|messaged|captioned)\b)"

_IT_READ = r"(?:It|This|The\s(?:post|message|text|caption|comment))\s(?:read|said|went|was|ran|began)[:,]?"
"""How the sentence after the one that tells of a post brings its words."""

RECOGNISER = Recogniser(
    "QuotedPost",
    Category.ONLINE,
    (
        Pattern(rf"{_SAID}[^\"\n\0.]{{0,60}}\.\s{_IT_READ}\s?\"(?P<x>[^\"\n]{{15,118}})\"", score=0.75),
        Pattern(rf"{_SAID}[^\"\n\0.]{{0,60}}[:,]?\s?\"(?P<x>[^\"\n]{{15,118}})\"", score=0.75),
        Pattern(
            rf"{_WROTE}[^\"\n\0.]{{0,40}}[:,]\s?\"(?P<x>[^\"\n]{{15,118}})\"",
            score=0.75,
            context=r"facebook|twitter|tweet|instagram|tiktok|snapchat|whatsapp|social media|online|petition|page "
            r"called",
            before=240,
        ),
    ),
)
