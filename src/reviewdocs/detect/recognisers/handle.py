"""Names on social media ("@somebody")."""

from __future__ import annotations

from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "posted by «@a_person_1»",
    "the page «@TownWatch».",
    "hashtag «#JusticeForAChild»",
    "Snapchat name «kxx_2005»",
    "from «@wren.nettle07»;",
)
MISSES = ("a.person@council.example", "met @ the park", "item #4", "C# and A#", "issue #12")

RECOGNISER = Recogniser(
    "SocialHandle",
    Category.ONLINE,
    (
        Pattern(r"(?<![\w.@/])@[A-Za-z_][\w.]{1,28}\w", score=0.9),
        Pattern(r"(?<![\w&#])#\p{L}\w{5,}", score=0.8),
        Pattern(
            r"(?i:\b(?:snapchat|instagram|tiktok|insta|twitter|gamertag|xbox|discord|kik|user)\s?(?:user)?(?:name|account|handle|id)\b:?\s(?:is\s|was\s)?)"
            r"[\"']?(?P<x>[A-Za-z][\w.]*[\d_][\w.]*\w)",
            score=0.85,
        ),
    ),
)
