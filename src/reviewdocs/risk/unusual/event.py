"""Unusual births, deaths and turns of a life: what a local paper reported, or neighbours tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.risk.unusual.fact import Fact, FactKind
from reviewdocs.risk.unusual.lexicon import Words

_WHERE_BORN = (
    r"(?:taxi|cab|car|car park|ambulance|train|bus|tram|lay-?by|plane|aeroplane|flight|ferry|boat|ship|"
    r"lifeboat|garden|toilets?|"
    r"bathroom|bath|supermarket|shop|field|shed|barn|stable|caravan|tent|lift|lorry|van|motorway|hard "
    r"shoulder|beach|pub|church|"
    r"restaurant|airport|station|platform|prison|police station|garage|corridor|pavement|roundabout|wc|refugee camp|"
    r"(?:the\s)?(?:m|a)\d{1,4}|tesco|asda|sainsbury['’]?s?|ikea|morrisons)"
)
_RARE = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b(?:born|birth|delivered|gave birth|given birth|bba|arrived) (?:at |in |on |aboard )(?:the "
        rf"(?:back|boot|front) (?:seat )?of )?(?:an? |the |his |her |their )?(?:[\w'’-]+\s)?{_WHERE_BORN}\b",
        r"\bleap[- ](?:day|year) bab(?:y|ies)\b(?:, on local radio)?|\b(?:leap day|born on (?:29 february|"
        r"(?:the )?29th of february|christmas (?:day|eve)|boxing day|new year['’]?s (?:day|eve)|st "
        r"(?:david|george|patrick|andrew)['’]s day|millennium|halloween))\b",
        r"\b(?:first|last) baby (?:of the (?:year|new year|millennium|century)|born (?:in|on|at))\b|\bborn "
        r"at sea\b|\bborn in (?:captivity|the womb)\b|\btest[- ]tube baby\b|\bfirst ivf\b",
        r"\b(?:triplets?|quadruplets?|quintuplets?|sextuplets?|quads)\b(?!\sbike)|\bconjoined twins?\b|"
        r"\bidentical (?:twins?|triplets?)\b|\bmirror twins?\b",
        r"\b(?:foundling|left (?:as a baby )?on (?:the|a) (?:\w+ )?(?:doorstep|steps)|abandoned (?:as a "
        r"(?:new-?born|baby)|at birth) (?:in|on|at|outside)(?:\s[\w'’-]+){1,4})\b",
        r"\bstruck by lightning\b|\b(?:killed|mauled|bitten|gored|trampled|crushed|savaged) (?:to death "
        r")?by (?:an? |the |his |her |their )?(?:[\w-]+\s)?(?:bull|cow|cows|cattle|horse|shark|pig|tiger|"
        r"lion|snake|elephant|bear|swan|combine harvester|tractor|tram|steam \w+|avalanche|rollercoaster|"
        r"wall|gravestone)\b",
        r"\b(?:drowned|fell|fallen|jumped|died|found(?: dead)?|body (?:was )?(?:found|recovered)|swept) "
        r"(?:in|into|from|off|down|at the foot of|out) (?:an? |the |his |her "
        r")?(?:[\w'’-]+\s){0,2}?(?:quarry|slurry pit|slurry|well|mine ?shaft|cliffs?|viaduct|reservoir|"
        r"lighthouse|pier|weir|silo|grain store|suspension bridge|crane|church tower|steeple|ferris wheel|"
        r"zip wire|rollercoaster|crypt|canal lock|bell tower|cathedral|to sea|volcano|glacier|mountain)\b",
        r"\b(?:plane|helicopter|train|coach|tram|balloon|ferry|glider|microlight|minibus|rollercoaster|"
        r"cable car|lifeboat) (?:crash|disaster|accident|sinking|derailment)\b|\b(?:shipwreck(?:ed)?|"
        r"avalanche|earthquake|tsunami|volcan\w+ eruption|gas explosion|landslide|mining disaster|pit "
        r"disaster|dam burst|stampede|siege|hijack\w*)\b",
        r"\b(?:holocaust|genocide|titanic|chernobyl|hillsborough|aberfan|lockerbie|grenfell|zeebrugge|"
        r"manchester arena|7/7|bataclan|dunblane|hiroshima|omagh|bloody sunday|srebrenica|rwandan? "
        r"genocide|srebrenica|auschwitz|belsen|kindertransport|gulag|kristallnacht|piper alpha|bradford "
        r"city fire|ibrox|heysel|london bridge attack|lakanal) ?(?:survivors?|victims?|disaster|bombing|"
        r"fire|massacre|crash|attack|stadium)?\b",
        r"\b(?:won|winner of|winning|scooped) (?:the |£[\d,.]+\w* (?:on|in) the |a share of the "
        r")?(?:national |euromillions |postcode )?(?:lottery|jackpot|pools|premium bond)\b",
        r"\b(?:taken|held|kept) hostage\b|\bkidnapped (?:by|for|in|from)\b|\bchild bride in\b|\bstowaway\b|"
        r"\bsmuggled (?:out|in|across|into) (?:of |the )?(?:[\w'’-]+\s){0,3}(?:lorry|coffin|suitcase|boot|"
        r"boat|container|freezer)\b|\bchild soldier\b|\bprisoner of war\b|\bpolitical prisoner\b|\bexiled?\b "
        r"from\b",
        r"\b(?:buried|cremated|interred|ashes (?:were )?scattered) (?:at sea|in (?:the|his|her) (?:garden|"
        r"woodland)|on (?:the|a) (?:mountain|moor|pitch|beach)|from (?:a|the) \w+)\b|\bhorse-drawn "
        r"(?:hearse|carriage)\b|\bstate funeral\b|\bviking funeral\b|\bexhum(?:ed|ation)\b",
        r"\bdelivered by (?:a|the|his|her) (?:taxi driver|police officer|pc|neighbour|postman|lorry driver|"
        r"passer-by|father in|dad in|brother|sister|grandmother|bus driver)\b",
        r"\b(?:boat|dinghy|ferry|ship|raft|yacht|trawler|vessel) (?:had )?(?:capsized|sank|overturned|went "
        r"down)\b|\b(?:samurai sword|crossbow|harpoon|bow and arrow|chainsaw|nail gun|pitchfork|ice pick|"
        r"flamethrower|spear ?gun|blunderbuss|cutlass|javelin|ceremonial (?:sword|dagger))\b|"
        r"\b(?:crushed|killed|hit|struck|impaled|buried|injured) (?:to death )?(?:by|on|under) (?:an? |the "
        r")?(?:falling |collapsing |runaway )(?:[\w'’-]+)\b",
        r"\bsurvived (?:a |an |the )(?:[\w-]+\s){0,2}(?:crash|shipwreck|shooting|bombing|stabbing at|fall "
        r"from|plane|avalanche|lightning|explosion|earthquake|massacre|sinking|shark \w+)\b|\bwalked "
        r"(?:from|across) [A-Z]\w+ to [A-Z]\w+\b|\bcame (?:to \w+ )?(?:in|under|inside|on) (?:a|the) "
        r"(?:back of a )?(?:lorry|dinghy|small boat|refrigerated \w+)\b",
    )
)  # fmt: skip
_NARROWING = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\b(?:(?:great-)?grand(?:son|daughter|father|mother|child)|descend(?:ant|ed)|heir|nephew|niece|"
        r"son|daughter|widow) (?:of|from|to) (?:an? |the )?(?:(?:former|late|last|retired|disgraced) "
        r")?(?:[A-Z]\w+ )?(?:lord|lady|bishop|earl|duke|duchess|minister|government minister|judge|"
        r"baron\w*|mp|mayor|ambassador|admiral|"
        r"general|brigadier|king|chieftain|chief|prince\w*|sultan|celebrity|footballer|pop star|politician|"
        r"peer)\b|\blord mayor\b",
        r"\bBBA\b|\bborn before arrival\b|\bunassisted (?:home )?birth\b|\bfree ?birth\w*\b|\bborn (?:\w+ "
        r")?(?:in|into) (?:foster care|prison|a refuge|a hostel)\b|\bsurrogate\b|\bsurrogacy\b|\bdonor[- "
        r"]conceived\b|\begg donor\b|\bsperm donor\b",
        r"\bdied (?:in|of|from) (?:an? |the )?(?:[\w-]+\s){0,2}(?:house fire|explosion|carbon monoxide|"
        r"electrocution|hypothermia in|choking|anaphyla\w+|rabies|malaria|tetanus|sting)\b|\belectrocuted\b|"
        r"\bcarbon monoxide poisoning\b|\bscalded to death\b",
        r"\b(?:air ambulance|mountain rescue|lifeboat|coastguard helicopter|cave rescue)\b|\bhis(?:toric)? "
        r"(?:bomb|shooting)\b|\bfell (?:from|off) (?:a|the|his|her) (?:roof|balcony|ladder|scaffold\w*|"
        r"bridge|horse|multi-storey)\b",
        r"\b(?:[a-z]+teen|twenty|thirty|\d{2})[- ](?:stone|inch|foot)\b|\bmarried (?:four|five|six|seven) "
        r"times\b|\bbigam\w+|\bchanged (?:his|her|their) name by deed poll\b|\bwitness protection\b|\bcult\b|"
        r"\bcommune\b|\bhermit\b",
    )
)  # fmt: skip


def find(words: Words) -> Iterator[Fact]:
    """Unusual births, deaths and events."""
    for patterns, rare in ((_RARE, True), (_NARROWING, False)):
        for pattern in patterns:
            yield from (Fact(FactKind.EVENT, *match.span(), rare) for match in pattern.finditer(words.text))
