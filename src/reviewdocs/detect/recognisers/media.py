"""Newspapers, stations and programmes by name, and headlines: what a search engine would find."""

from __future__ import annotations

from reviewdocs.detect.expressions import NAME
from reviewdocs.detect.recognise import Match, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "in the «Barchester Courier»",
    "the «Barchester Star» named the street",
    'under the headline "«BAKER FOUND DEAD AT HOME»"',
    'story under "«A Town in Mourning»"',
    'petition, "«Justice for our boy»", gathered',
    "the «Daily Mail» reported",
    "on «Radio Barset»",
    "The «Sunday Post» ran the story",
    "reported by the «Barchester Evening News»",
)
MISSES = (
    "a newspaper",
    "the Morning Star of hope",
    'said "I am fine"',
    '"NOT SEEN" was written',
    "Gold Star award",
    'CALLER SAYS "PLEASE COME AT ONCE NOW". UNIT SENT',
    "the Independent Chair",
    "MARAC",
    'under "wishes and feelings"',
    'the article said "analysis" was',
    "in the Press Office",
    "Independent Reviewing Officer",
    "Victim Support Post",
)

_OUTLET = (
    r"(?:Courier|Herald|Gazette|Echo|Mercury|Chronicle|Advertiser|Argus|Journal|Telegraph|Tribune|"
    r"Examiner|Messenger|Sentinel|Observer|Reporter|Evening\sNews|Evening\sPost|"
    r"Daily\sPost|Weekly\sNews|Times|Mail|Express|Mirror|Guardian|Standard|Star|News|Post|Bugle|"
    r"Free\sPress|Leader|Citizen|Packet|Sun|Record|Today)"
)
PAPER_NAME = (
    r"(?:Courier|Herald|Gazette|Echo|Mercury|Chronicle|Advertiser|Argus|Telegraph|Examiner|Sentinel|"
    r"Evening\sNews|Evening\sPost|Free\sPress|Bugle|Evening\sStandard)\b"
)
"""How local papers are called, and hardly anything else."""
_TOLD = (
    r"(?i:\b(?:headlines?d?|heading|newspaper|front\spage|article|petition|campaign|appeal\sfund|online\spage|story|"
    r"recital|concert|tribute|song|documentary|podcast|programme)\b)"
)


def _shouting(match: Match) -> bool:
    """Whether words in capitals are a headline: in a log that is all in capitals they are speech."""
    around = match.string[max(0, match.start() - 60) : match.start()] + match.string[match.end() : match.end() + 60]
    return len(match["x"].split()) >= 4 and any(character.islower() for character in around)


RECOGNISER = Recogniser(
    "Media",
    Category.MEDIA,
    (
        Pattern(
            rf"(?i:\bthe\s|\bin\s|\bby\s|\.\s|^|\bto\s)(?P<x>{NAME}(?:\s(?:and\s|on\s|&\s)?{NAME}){{0,2}}\s"
            rf"{PAPER_NAME})",
            score=0.9,
            anchor=PAPER_NAME,
        ),
        Pattern(
            rf"(?i:\bthe\s)(?P<x>(?:{NAME}|Sunday|SUNDAY)(?:\s{NAME})?\s{_OUTLET})\b",
            score=0.75,
            anchor=rf"\s{_OUTLET}\b",
            context=r"\b(?:headline|report\w*|newspaper|paper|article|stor(?:y|ies)|press|journalist|coverage|"
            r"published|named|photograph|media|front page|editor|online|ran|carried|said)\b",
            before=80,
            after=60,
        ),
        Pattern(
            r"\b(?:Daily\s(?:Mail|Mirror|Express|Star|Telegraph|Record)|MailOnline|The\sSun\b(?=\s"
            r"(?:newspaper|ran|reported|published))|Sky\sNews|ITV\sNews|BBC\s(?:News|Radio\s\w+|Look\s"
            r"(?:North|East)|Spotlight|Panorama)|(?:Radio\s(?!\d|Times)\p{Lu}\p{L}+))\b",
            score=0.85,
        ),
        Pattern(rf"(?:{_TOLD}[^\"\n.;]{{0,60}}|\b(?:under|ran)\s)\"(?P<x>\p{{Lu}}[^\"\n]{{7,110}})\"", score=0.8),
        Pattern(r"\"(?P<x>\p{Lu}[\p{Lu}\d'&,:;?!.\s-]{14,110})\"", score=0.8, accept=_shouting),
    ),
)
