"""What the public saw, signed or talks of: it can be searched for, or the town knows it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.language.numbers import SIMPLE
from reviewdocs.risk.unusual.expressions import NUMBER, clause_end
from reviewdocs.risk.unusual.fact import Fact, FactKind
from reviewdocs.risk.unusual.lexicon import Words

_TRIBUTES = (
    r"(?:candles?|flowers?|bouquets?|balloons?|lanterns?|teddy bears?|teddies|toys?|scarves|shirts?|ribbons?|"
    r"crosses|cards?|wreaths?|boots?|doves?|paper (?:boats?|birds?|cranes?|planes?)|stones?|shoes?|"
    r"motorbikes?|bikers?|tractors?|lorries|taxis?)"
)
_LARGE = (
    rf"(?:\d[\d,]{{2,15}}|\d{{1,9}}(?:\.\d{{1,9}})?\s?(?:k|m|million|thousand|hundred)|"
    rf"(?:(?:{SIMPLE}|a|several|many|half a)[\s-])?(?:hundred|thousand|million)s?"
    rf"(?:\sand\s(?:{SIMPLE}))?(?:\s(?:thousand|million|of))?)"
)
"""A number that the public makes and a family does not."""
_RARE = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b(?:viewed|watched|shared|liked|retweeted|reposted|seen|downloaded|streamed|played)\s(?:online\s|"
        rf"more than\s|over\s|nearly\s|almost\s|some\s|by\s)*"
        rf"{_LARGE}\s(?:times|people|viewers)\b",
        rf"\b(?:more than\s|over\s|nearly\s|almost\s|some\s)?{_LARGE}\s(?:views|likes|shares|"
        rf"followers|subscribers|retweets|signatures|signatories)\b(?:\sin a (?:town|village|city|"
        rf"community) of {NUMBER})?",
        r"\bsigned by (?:more than\s|over\s|nearly\s|some\s)*(?:\d[\d,]{2,15}|hundreds|thousands)(?: "
        r"people)?\b|\bwent viral\b|\bgone viral\b",
        r"\btelevised\b(?:\s[\w'’-]+){0,3}|\b(?:appeared|been|starred|featured|seen|interviewed|contestant|"
        r"contestants|competed|sang|danced) on (?:national |local |regional |children's |saturday night "
        r")?(?:television|tv|"
        r"(?:the )?(?:radio|news)|britain['’]s got talent|the x factor|the voice|bake off|mastermind|"
        r"countdown|university challenge|big brother|crimewatch|question time|channel (?:4|four|5|five))\b",
        r"\bon (?:local|national|regional|community|hospital|pirate|student|welsh|gaelic) (?:radio|"
        r"television|tv)\b|\b(?:television|tv|radio|reality) (?:star|personality|presenter|contestant|"
        r"documentary|baking|talent|quiz|cookery|dating) ?(?:show|competition|contest|programme)?\b|"
        r"\b(?:a|the) (?:television |tv |bbc |channel \w+ |radio |netflix )?documentar(?:y|ies) (?:about|"
        r"on|made|followed)\b|\bmade (?:the )?(?:national |local )?headlines\b",
        r"\b(?:an? extra|walk-on part|bit part|a part|a role|stand-in|stunt double|contestant|cameo|the "
        r"voice of) (?:in|on|for) (?:an? |the )?(?:television|tv|film|movie|soap|quiz|game|reality|"
        r"advert\w*|commercial|[A-Z]\w+)(?: [A-Z]\w+| show| programme| series)*\b",
        r"\b(?:mural|statue|portrait|painting|bust|cartoon|song|ballad|film|book|play|poem) (?:of|about) "
        r"(?:him|her|them|the (?:family|boy|girl|victim|mother|father))\b",
        r"\b(?:hundreds|thousands|dozens|scores|\d[\d,]{2,15}) (?:of )?(?:people|mourners|residents|"
        r"neighbours|locals|villagers|bikers|townspeople|strangers|cars) (?:had )?"
        r"(?:attended|lined|marched|gathered|came|turned out|filled|walked|stood|queued|joined|packed|"
        r"followed the (?:coffin|hearse))\b",
        rf"\b(?:hundreds|thousands|dozens|scores|{NUMBER}) (?:of )?{_TRIBUTES} (?:were|was|had "
        rf"been)\s(?:left|laid|placed|released|tied|lit|hung|floated|put)\b(?:\s[\w'’-]+){{0,5}}",
        r"\b(?:named (?:after|for|in (?:memory|honour) of) (?:him|her|them|the (?:boy|girl|child|baby|"
        r"victim|mother))|(?:memorial|statue|mural|plaque|garden|bench|park|trophy|cup|playground|"
        r"foundation) (?:to|for|in memory of|in) (?:him|her|his (?:memory|name)|her (?:memory|name)|the "
        r"(?:boy|girl|child|victim)))\b",
        r"\bwell[- ]known (?:locally|in (?:the|this) (?:town|village|city|county|area|community|trade)|"
        r"(?:around|across|throughout) (?:the )?\w+)(?:\s(?:because|for|as)\b)?",
        r"\b(?:famous|notorious|celebrated|legendary|infamous) (?:locally|in (?:the|this) (?:town|village|"
        r"city|county|area)|(?:around|across|throughout) (?:the )?\w+|for (?:his|her|their|being|having))",
        r"\ba (?:local |minor |well-known |village |town )+(?:celebrity|character|legend|hero|eccentric|"
        r"institution|landmark|personality)\b",
        r"\bknown (?:locally|to everyone|to everybody|all over (?:the )?\w+|throughout the \w+|in the "
        r"(?:town|village|trade|valley)|to (?:all|half) the \w+|on the (?:estate|docks|terraces|site)) as\b",
        r"\bthe whole (?:town|village|street|community|school|estate|island|valley) (?:lined|turned out|"
        r"came out|attended|gathered|knew|knows|stopped|wore)\b|\b(?:everyone|everybody|all|half) (?:in|"
        r"of)? ?(?:the|our) (?:town|village|street|estate|island|"
        r"valley|parish) (?:knows?|knew|called|remembers?|remembered)\b",
    )
)  # fmt: skip
_NARROWING = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b(?:town|village|city|island|community|hamlet|parish|population|school|estate) of (?:about |"
        rf"around |some |just |only |fewer than |under )?(?:\d[\d,]{{0,15}}|{NUMBER})(?: (?:people|souls|"
        rf"inhabitants|houses|pupils|children))?\b(?<!of one)(?<!of two)",
        r"\b(?:online )?petition(?: calling| for| with| signed)?\b|\bfront page\b|\b(?:candlelit|"
        r"candlelight|public|silent) (?:vigil|march|procession|walk)\b|\bvigil outside\b",
        r"\b[A-Z]\w+['’]s (?:law|campaign)\b(?<!clare's law)(?<!clare’s law)(?<!martha's law)(?<!sarah's "
        r"law)(?<!sarah’s law)|\bcrowdfund\w*\b|\b(?:viral|tiktok|youtube) (?:video|clip|channel|post)\b",
        r"\b(?:ha[sd]|with) (?:a|his|her|their) (?:own )?(?:youtube|tiktok|instagram|twitch|onlyfans) "
        r"(?:channel|following|account)\b|\binfluencer\b|\bminor celebrity\b",
        r"\bnicknamed\s(?:[\"“'‘][^\"”'’\n]{2,30}[\"”'’])",
    )
)  # fmt: skip
_GOES_ON = re.compile(r"(?:because|for|as|known|knew|named?|called)$", re.I)
_TO_SERVICES = re.compile(
    r"\s(?:to|with|by)\s(?:the\s)?(?:police|services?|agenc\w+|social|children|adult|probation|staff|team|gp|mental)",
    re.I,
)


def find(words: Words) -> Iterator[Fact]:
    """Public attention; the clause that says for what somebody is known belongs to it."""
    for patterns, rare in ((_RARE, True), (_NARROWING, False)):
        for pattern in patterns:
            for match in pattern.finditer(words.text):
                if _TO_SERVICES.match(words.text, match.end()):
                    continue
                end = match.end()
                if _GOES_ON.search(match.group()):
                    end = max(end, clause_end(words.text, match.end(), 118 - len(match.group())))
                yield Fact(
                    FactKind.ATTENTION,
                    match.start(),
                    match.start() + len(words.text[match.start() : end].rstrip()),
                    rare,
                )
