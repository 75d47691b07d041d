"""Instruments, crafts, sports, animals, dwellings, vehicles and collections that few people have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.language.numbers import UNITS
from reviewdocs.language.words import is_word
from reviewdocs.risk.unusual.expressions import NUMBER
from reviewdocs.risk.unusual.fact import Fact, FactKind
from reviewdocs.risk.unusual.lexicon import Words, lexicon

_PLAYED = re.compile(
    r"\b(?:plays?|played|playing|learn(?:ing|s|ed|t)?|taught|teach(?:es|ing)?|stud(?:y|ied|ying)|"
    r"practis(?:ed?|es|ing)) (?:the )(?P<what>[^\W\d_]{3,}(?:[- ][a-zà-ÿ]+)?)\b",
    re.I,
)
_NOT_PLAYED = frozenset(
    [
        "role",
        "part",
        "fool",
        "field",
        "game",
        "games",
        "piano",
        "guitar",
        "drums",
        "drum",
        "keyboard",
        "flute",
        "recorder",
        "violin",
        "trumpet",
        "clarinet",
        "cello",
        "saxophone",
        "organ",
        "victim",
        "system",
        "card",
        "cards",
        "lottery",
        "market",
        "background",
        "tape",
        "video",
        "clip",
        "football",
        "child",
        "children",
        "song",
        "music",
        "lead",
        "parts",
        "parents",
        "truth",
        "same",
        "koran",
        "quran",
        "bible",
        "alphabet",
        "language",
        "basics",
        "skills",
        "route",
        "trade",
        "ropes",
        "outcome",
        "result",
        "word",
        "words",
        "subject",
        "case",
    ]
)
_MANY = re.compile(
    rf"\b(?P<n>{NUMBER})\s(?:[\w-]+\s)?(?P<what>bee-?hives|hives|clocks|watches|cats|dogs|rabbits|"
    rf"snakes|tortoises|pigeons|parrots|budgies|"
    r"budgerigars|canaries|guitars|pianos|organs|motorbikes|motorcycles|caravans|dolls|teapots|"
    r"typewriters|radios|televisions|"
    r"bicycles|bikes|cars|vans|tractors|lorries|boats|aquariums|fish tanks|ferrets|reptiles|lizards|"
    r"spiders|tarantulas|owls|"
    r"hawks|horses|ponies|donkeys|goats|sheep|pigs|alpacas|llamas|chickens|hens|ducks|geese|gnomes|model \w+|"
    r"tattoos|piercings|umbrellas|medals|trophies|swords|knives|shotguns|sewing machines|bibles|jars "
    r"of \w+|loaves|quilts|"
    r"paintings|grandchildren|great-grandchildren|brothers and sisters|siblings)\b",
    re.I,
)
_FROM = 7
_COLLECTED = re.compile(
    r"\b(?:(?:collects|collector of|(?:a|his|her|their) (?:large |vast |prized |famous |lifelong |huge "
    r")?collection of|bred|breeds|restor(?:es|ed)|races|raced) "
    r"(?!(?:and|the|him|her|it|them|a|an|his|their|to|in|from|by|for|on|at|out|up|off|data|information|"
    r"evidence|records|benefits?|prescriptions?|medication|"
    r"money|children|child|samples|statements|views|feedback|items|belongings|rubbish|newspapers|"
    r"appointments|in|secret|safe|calm|quiet|notes|that|this|no|these|those|under|away|as|well|clean|"
    r"warm|telling|asking|saying|going|trying|making|\w+ing|all|busy|everything|him\w*|her\w*|contact|"
    r"private|relationships?|diaries|physical\w*|good|better|together|back|order)\b)"
    r"[a-z][a-z'’-]*(?:s|ware|china|lace)|collected (?:stamps|coins|clocks|dolls|teapots|[a-z]+ "
    r"memorabilia|antique [a-z]+|vintage [a-z]+))\b",
)
_MADE = re.compile(
    r"\b(?:robe|shawl|quilt|blanket|rug|dress|cradle|cot|crib|violin|boat|coffin|toy|box|chair|veil|"
    r"lace|tapestry|icon|ring|sword|knife|guitar|kite|clock|instrument|cross|wedding dress|gown|cloth|"
    r"basket)s?\s(?:that |which )?(?:(?:his|her|their|the|my|our) (?:great-)?(?:grand)?(?:mother|"
    r"father|mum|dad|nan|aunt|uncle|sister|brother)|he|she|they|I) "
    r"(?:had )?(?:wove|woven|carved|forged|embroidered|stitched|built|made|spun|knitted|crocheted|"
    r"hand-\w+|painted|turned)\b"
    r"|\b(?:hand-?(?:woven|carved|forged|embroidered|blown|thrown)|weaves|wove|woven by|whittled|"
    r"embroiders|spins (?:her|his) own)\b",
    re.I,
)
_CRAFT = re.compile(
    r"\b(?:makes?|made|making|builds?|built|building|repairs?|repaired|mends?|mended|tunes?|tuned|"
    r"restores?|restored|carves?|carved|forges?|weaves?) "
    r"(?:(?:his|her|their) own |model |miniature |church |antique |wooden |steam |hand-made "
    r")*(?:violins|guitars|fiddles|harps|bagpipes|clocks|watches|boats|canoes|coracles|kites|puppets|"
    r"dolls['’]? houses|"
    r"dolls|rocking horses|saddles|swords|knives|barrels|baskets|clogs|coffins|stained glass|organs|"
    r"pianos|engines|aircraft|aeroplanes|railways?(?: stations)?|ships in bottles|"
    r"lace|cheese|cider|candles|wigs|hats|masks|drums|walking sticks|wheels|ploughs|nets|pots|"
    r"fireworks|wine)\b|\bout of matchsticks\b",
    re.I,
)
_PET = re.compile(r"\bpet (?P<what>[a-z-]{3,})\b", re.I)
_COMMON_PET = re.compile(
    r"(?:dog|cat|hamster|rabbit|fish|goldfish|rat|mouse|guinea|gerbil|bird|budgie|food|shop|name|"
    r"insurance|owner|animal|passport|hate|subject|project|bill|friend|welfare|care|sitt|therap|scan|"
    r"death|loss|bed|store|carrier|harm|abuse)",
    re.I,
)
_DWELLING = re.compile(
    r"\b(?:former|converted|disused|old) (?:\w+ )?(?:chapel|church|school ?house|railway \w+|pub|"
    r"station|barn|mill|windmill|"
    r"lighthouse|fire station|police station|workhouse|bank|cinema|warehouse|brewery|forge|bus|boat|"
    r"ambulance|lifeboat|water tower)\b"
    r"(?=[.,;]|\s(?:and|with|in|on|by)\b)",
    re.I,
)
_LANDMARK = re.compile(
    r"\b(?:Eiffel Tower|Taj Mahal|Great Wall|Niagara|Statue of Liberty|Sydney Opera House|Machu Picchu|"
    r"Mount Fuji|Colosseum|Golden Gate|Petra|"
    r"Angkor Wat|Route 66|Trans-Siberian|Silk Road|Orient Express|Camino de Santiago|Kremlin|Uluru|"
    r"Serengeti|Antarctica)\b"
)


def find(words: Words) -> Iterator[Fact]:
    """Pursuits and possessions by list, by "played the …", by a large number of one thing, and collections."""
    text = words.text
    for name, rare in (("pursuits.txt", True), ("pursuits_note.txt", False)):
        for start, end in lexicon(name).find(words):
            if not _in_a_name(text, start, end):
                yield Fact(FactKind.PURSUIT, start, end, rare)
    for match in _PLAYED.finditer(text):
        what = match["what"].casefold().split(" ")[0].split("-")[0]
        of_a_method = match["what"].split(" ")[0].isupper()  # "Learn the IDDSI framework"
        if what not in _NOT_PLAYED and not is_word(what) and not of_a_method:
            yield Fact(FactKind.PURSUIT, *match.span(), rare=True)
    for match in _MANY.finditer(text):
        if (number := _value(match["n"])) is None or number >= _FROM:
            people = match["what"].casefold() in (
                "grandchildren",
                "great-grandchildren",
                "brothers and sisters",
                "siblings",
            )
            yield Fact(FactKind.PURSUIT, *match.span(), rare=not people)
    for match in _PET.finditer(text):
        if not _COMMON_PET.match(match["what"]):
            yield Fact(FactKind.PURSUIT, *match.span(), rare=not is_word(match["what"].casefold()))
    for pattern in (_COLLECTED, _MADE, _CRAFT, _DWELLING, _LANDMARK):
        yield from (Fact(FactKind.PURSUIT, *match.span(), rare=False) for match in pattern.finditer(text))


def _in_a_name(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word stands beside another, as a surname or the name of a house does."""
    if not text[start].isupper() or text[start:end].isupper():
        return False
    return bool(re.search(r"[A-Z][\w'’.]*\s$", text[:start]) or re.match(r"\s[A-Z][a-z]", text[end:]))


_WORDS = UNITS[:6]


def _value(number: str) -> int | None:
    """A number below seven in words or any in figures; None for a larger one in words."""
    if number.casefold() in _WORDS:
        return _WORDS.index(number.casefold()) + 1
    figures = re.fullmatch(r"\d{1,6}", number.replace(",", ""))
    return int(figures.group()) if figures else None
