"""Turns of a life story that read as ordinary prose and are not: told by how they are put."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.language.words import is_word
from reviewdocs.risk.unusual.expressions import NUMBER
from reviewdocs.risk.unusual.fact import Fact, FactKind
from reviewdocs.risk.unusual.lexicon import Words

_WAS = re.compile(
    r"\b(?:he|she|who|they|i|mother|father|mum|dad|[A-Z]\w+)(?:['’]d)?\s(?:was|is|had been|has been|"
    r"became|used to be|once was|been|"
    r"worked as|works as|trained as|started as|retired as|made (?:his|her) living as)\s(?:once |also |"
    r"still |formerly |then )?(?:a|an|the)\s"
    r"(?P<words>(?:[a-z][\w'’-]*\s){0,3}?)(?P<head>[a-z][a-z'’-]{4,})(?=[.,;)]|\s(?:and|who|in|at|on|"
    r"for|from|of|with|before|until|by|when|since|then|but)\b)"
)
_DID = re.compile(
    r"\b(?:he|she|they|who|i|couple|family|brothers|sisters|grandfather|grandmother|uncle|aunt|father|"
    r"mother|husband|wife)\s(?:had |once |still |used to |could )?"
    r"(?:kept|keeps?|built|builds?|bred|breeds?|drove|drives?|plays?|played|rowed|restored|races?|"
    r"raced|flew|sails?|sailed|sings?|sang|dances?|danced|"
    r"performed|carves?|carved|paints?|painted|trains?|trained|shows?|showed|studied|weaves?|wove|"
    r"bakes?|baked|brews?|brewed|grows?|grew|collects|collected)\s"
    r"(?P<words>(?:[a-z][\w'’-]*\s){0,3}?)(?P<head>[a-z][a-z'’-]{4,})(?=[.,;)]|\s(?:and|in|at|on|for|"
    r"from|with|behind|by|until|every|each|that)\b)",
    re.I,
)
_TELLING = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\bwas (?:deported|extradited|exiled|expelled|repatriated) (?:to|from) [A-Z]\w+(?: [A-Z]\w+)?",
        r"\badopted from (?:an? (?:\w+ )?orphanage|[A-Z]\w+)\b(?:\sin\s[A-Z]\w+)?|\bgrew up in an? (?:\w+ "
        r")?(?:orphanage|convent|commune|monastery|caravan|circus|castle|embassy|lighthouse|workhouse|"
        r"kibbutz)\b",
        r"\b(?:direct )?descend(?:ant|ants|ed) (?:of|from)\s(?:the |a )?[\w'’-]+(?:\s[\w'’-]+)?|\b(?:sole |"
        r"last )?survivors? of (?:the|a) (?:[\w'’-]+\s){1,4}",
        r"\bdonated (?:a|his|her|their|one) (?:kidney|organs?|liver|bone marrow|eggs?|brain|"
        r"body)\b(?:\s(?:to|at)\s(?:[\w'’-]+\s?){1,3})?",
        r"\b(?:named|mentioned|raised) in (?:parliament|hansard|the house of (?:commons|lords))\b|"
        r"\b(?:gave|given|giving) evidence (?:at|to) (?:the hague|parliament|a select committee|the \w+ "
        r"inquiry)\b",
        r"\bconscientious objector\b|\bbevin boy\b|\bland girl\b|\bnational service in\b|\bmilitary "
        r"(?:medal|cross)\b|\bcourt[- ]martial\w*\b|\bdeserted from the (?:army|navy|raf)\b|\bdesert rat\b|"
        r"\bpurple heart\b",
        r"\b(?:fostered|delivered|adopted|taught|rescued|brought up|buried|married|raised)\s(?:more than |"
        r"over |some |nearly )?(?:\d{2,}|dozens of|hundreds of|the whole)\s\w+",
        r"\bnamed after (?:a|an|the)\s(?:[\w'’-]+\s?){1,3}",
        r"\b(?:travelling|street|freak|drag|variety|burlesque|magic|puppet|air|ice|dog|flower|county|"
        r"agricultural|horse) (?:show|act|troupe|circus)\b(?! of hands)|\btribute (?:act|band|singer|"
        r"artist)\b|\b\w+ (?:tribute|impersonator|lookalike)\b",
        r"\b(?:steam (?:train|railway|locomotive|rally|fair)|heritage railway|model village|scale model|"
        r"replica of|life-size|full-size)\b(?:\s(?:a|an|the)?\s?[\w'’-]+){0,2}",
        r"\b(?:salt|tin|coal|slate|gold|copper|lead|diamond) (?:mine|pit|quarry)\b|\b(?:colliery|shipyard|"
        r"steelworks|cotton mill|jute mill|lace mill|whaling station|fish dock|distillery|brewery|cannery|"
        r"smokehouse|tannery|foundry|sawmill|oyster bed|salt works|abattoir|observatory)\b",
        r"\b(?:crufts|wimbledon|eurovision|glyndebourne|eisteddfod|isle of man tt|le mans|tour de france|"
        r"boat race|badminton horse trials|chelsea flower show|burning man|oberammergau|royal (?:wedding|"
        r"coronation|garden party|command performance|variety)|coronation street|eastenders|emmerdale|"
        r"hollyoaks|doctor who|harry potter|bond film|west end|guinness book|mensa)\b",
        r"\bin (?:hello|vogue|tatler|country life|time|the times|the sun|playboy|national geographic)(?: "
        r"magazine)?\b(?=[.,;]|\smagazine)|\b(?:face|voice) of (?:an?|the) (?:[\w'’-]+\s){0,2}(?:advert\w*|"
        r"brand|campaign|commercial|company|airline|chain)\b|\bcast (?:as|in) [A-Z]\w+",
        r"\bplay(?:s|ed|ing)? the organ\b|\b(?:reads?|read|reading) (?:tea leaves|palms|tarot|fortunes|the "
        r"runes)\b|\btell(?:s|ing)? fortunes\b|\bwalk(?:ed)? on (?:his|her|their) hands\b|\brecit(?:ed?|es|"
        r"ing) (?:pi|the (?:quran|koran|bible|psalms))\b|\bnativity sets?\b",
        r"\b(?:neonatal teeth|natal teeth|extra rib|extra (?:finger|toe|nipple|thumb|vertebra)|allergic to "
        r"(?:water|cold|sunlight|sun|light|metal|grass|wool|paper|sweat|rain)|(?:blue|green|violet) (?:and|"
        r"/) brown eyes|different coloured eyes|white streak|no fingerprints|photographic memory|perfect "
        r"pitch|ambidextrous|sleepwalk\w* (?:to|into|out)|born with a caul)\b",
        r"\b(?:bishop|ambassador|mayor|duke|earl|queen|king|president|prime minister|sultan|general|lord|"
        r"duchess)['’]s (?:[a-z]+ )?(?:driver|chauffeur|cook|butler|gardener|nanny|valet|secretary|"
        r"bodyguard|son|daughter|nephew|niece|wife|widow|grandson|granddaughter)\b",
        r"\b(?:convention|society|guild|reunion|club|federation|association|fellowship|museum) (?:for|of) "
        r"(?:[a-z-]+\s)?(?!the\b|people\b|adults\b|children\b|young\b|older\b|parents\b|families\b|carers\b|"
        r"victims\b|social\b|health\b|local\b|community\b)[a-z-]+s\b",
        r"\b(?:known|famous|remembered|recognised|notorious|celebrated|noted) (?:\w+ly )?for (?:his|her|"
        r"their|being|having|playing|singing|walking|wearing|reciting|keeping|feeding|riding|shouting|"
        r"dressing|carrying|selling|making|growing|baking)\b(?:\s[\w'’-]+){1,5}",
        r"\b(?:known|called|nicknamed)\s(?:locally |affectionately |simply |to everyone |by everyone |by "
        r"all )?(?:as )?(?:[\"“‘']?[Tt]he [A-Z][a-z]+(?: [A-Z][a-z]+)?[\"”’']?|[\"“‘](?!Child|Adult|Mr|Mrs|"
        r"Ms|Dr)[^\"”’\n\d]{3,28}[\"”’])",
        r"\bthe (?:\w+ ){1,3}(?:man|woman|lady|girl|boy|house) (?:with|who (?:walks?|sells?|sings?|rides?|"
        r"feeds?|wears?|plays?|keeps?)) (?:the )?(?:[\w'’-]+\s?){1,3}|\bthe house (?:with|that has) "
        r"the\s(?:[\w'’-]+\s?){1,3}",
        r"\b(?:is|was|wife|husband|mother|father|a|an|half|part)\s(?P<people>[A-Z][a-z]{3,}(?:landic|"
        r"lander|iote|asque|ese|ivian|orian|eyan))\b(?<!Chinese)(?<!Portuguese)(?<!Japanese)",
        r"\b(?:won|wins|winning)\s(?:the\s|a\s|an\s)?[A-Z]\w+(?:\s[A-Z]\w+)?\s(?:twice|three times|in "
        r"\d{4}|at \w+|outright)\b|\b(?:rowed|boxed|ran|swum|sung|skied|dived|sailed|fenced|played|swam|"
        r"bowled|batted|captained) for "
        r"[A-Z]\w+\b|\b\w+ (?:basketball|rugby|football|netball|hockey|cricket|bowls|athletics) "
        r"international\b",
        rf"\b{NUMBER} (?:volumes|diaries|postcards|letters to|world records|marathons|peaks|"
        rf"munros|countries|cathedrals|lighthouses|stadiums)\b",
    )
)
_WORK_NOUN = re.compile(
    r"(?:\w+(?:er|or|ist|man|men|woman|ian|smith|wright|eer|ant|ess|monger|boy|girl|master|mistress|"
    r"keeper|maker))$"
)
_ORDINARY = frozenset(
    (
        "toddler", "smoker", "drinker", "sleeper", "walker", "eater", "teenager", "youngster", "newcomer", "outsider",
        "non-smoker", "bully", "abuser", "stranger", "loner", "gambler", "user", "dealer", "trigger", "stressor",
        "factor", "barrier", "reminder", "blanket", "football", "guitar", "newspapers", "cricket", "rugby", "tennis",
    )
)  # fmt: skip


def find(words: Words) -> Iterator[Fact]:
    """What narrows the search by the story it tells."""
    for pattern in _TELLING:
        for match in pattern.finditer(words.text):
            yield Fact(FactKind.LIFE, match.start(), match.start() + len(match.group().rstrip()), rare=False)
    for match in _WAS.finditer(words.text):
        head = match["head"].casefold()
        if _WORK_NOUN.match(head) and _unusual(head):
            yield Fact(FactKind.LIFE, match.start("words"), match.end("head"), rare=False)
    for match in _DID.finditer(words.text):
        if _unusual(match["head"].casefold()):
            yield Fact(FactKind.LIFE, match.start("words"), match.end("head"), rare=False)


def _unusual(word: str) -> bool:
    return word not in _ORDINARY and not word.endswith("ing") and not is_word(word)
