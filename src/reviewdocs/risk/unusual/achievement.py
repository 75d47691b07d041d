"""Records, prizes, titles, public honours and feats: what a newspaper, a club or a plaque remembers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.risk.unusual.expressions import NUMBER
from reviewdocs.risk.unusual.fact import Fact, FactKind
from reviewdocs.risk.unusual.lexicon import Words

_TITLE = (
    r"(?:prizes?|medals?|troph(?:y|ies)|cups?|titles?|trials|competitions?|contests?|tournaments?|races?|"
    r"championships?|scholarships?|lottery|jackpot|rosettes?|best in show|bake[- ]off|derby|grand national|eisteddfod|"
    r"shield|belt|regatta|gala|marathon|bursary)"
)
_LEVEL = (
    r"(?:county|national|regional|british|english|welsh|scottish|irish|northern|southern|european|world|olympic|"
    r"paralympic|commonwealth|junior|senior|schoolboys?|schoolgirls?|under[- ]\d+|area|club|district|all[- ]england|"
    r"abba?|aba|boxing|judo|karate|chess|draughts|darts|swimming|cycling|snooker|ploughing|shearing|weightlifting|"
    r"wrestling|gymnastics?|tennis|golf|crown green|bowls|skating|dance|dancing|figure[- ]skating|bodybuilding|"
    r"marathon|sprint|cross[- ]country|horticultural|leek|onion|sheepdog|fencing|rowing|surfing|racing|\d{4})"
)
_TEAM = (
    r"(?:(?:the\s)?(?:england|scotland|wales|ireland|northern ireland|great britain|gb|team gb|british|"
    r"national|country|county|"
    r"olympic\w*|paralympic\w*|commonwealth games|wimbledon|minor counties|lionesses|first division|premier league|"
    r"football league|super league)\b(?:\s(?:schoolboys|schoolgirls|under[- ]\d+s?|youth|juniors|team|"
    r"side|squad|games))?)"
)
_FEAT = (
    r"(?:(?:the\s|solo\s)?(?:english\s)?channel|everest|kilimanjaro|mont blanc|the matterhorn|the eiger|the atlantic|"
    r"the pacific|the sahara|land['’]s end to john|john o['’]groats|the north pole|the south pole|the "
    r"himalayas|the world|"
    r"the solent|the irish sea|loch ness|the pennine way|three peaks|all the munros|(?:a|the|\w+) marathons?|an ultra)"
)
_RARE = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b(?:{_LEVEL}[\s-](?:[\w-]+\s){{0,3}}?)champions?(?:hips?)?\b(?!\s(?:for|of(?!\s(?-i:[A-Z])))\b)(?:\s(?:in|at|of)\s\d{{4}})?",
        r"\b(?:former|ex-|reigning|twice|once|undefeated)\s?(?:[\w-]+\s){0,3}?champion\b(?!\s(?:for|of)\b)",
        r"\bchampions?\b(?=(?:\s(?:in|at)\s(?:\d{4}|\w+teen|nine|ten|eleven|twelve)\b))",
        rf"\b(?:won|wins|winning|winners? of|runner-up (?:in|at)|came (?:first|second|third) (?:in|at)|"
        rf"took (?:the|a|first|second))\s"
        rf"(?:[\w'’-]+\s){{0,6}}?{_TITLE}\b(?:\s(?:in|at)\s[\w']+)?",
        r"\bawarded\s(?:(?:a|an|the|his|her)\s)?(?:[\w'’-]+\s){0,3}?(?:medal|prize|scholarship|trophy|cup|"
        r"military cross|"
        r"george (?:cross|medal)|victoria cross|blue plaque|freedom of)\b",
        r"\bMBE\b|\bOBE\b|\bCBE\b|\bBEM\b|\bbritish empire medal\b|\bknighted\b|\bqueen['’]s (?:gallantry|"
        r"commendation)\b|"
        r"\b(?:gold|silver|bronze) medal(?:list|s)?\b|\bmedallist\b|\bolympian\b|\bparalympian\b",
        r"\b(?:reach\w*|got to|made|lost|playe?d?|appeared|was|competed|sang|danced) (?:in )?(?:the|a) "
        r"(?:[\w'’-]+\s){0,2}"
        r"(?:semi-?|quarter-?|grand )?finals?\b(?:\sof\s(?:the|a|an)?\s?(?:[\w'’-]+\s?){1,4})?|"
        r"\b(?:semi-?)?finalist\b(?:\s(?:in|on|at)\s(?:[\w'’-]+\s?){1,5})?",
        r"\b(?:played|plays|kept goal|kept wicket|boxed|swam|ran|rowed|fenced|competed|represented|"
        r"captained|capped|trialled|"
        r"trials|fought|danced|cycled|wrestled|bowled|appeared|ran out|rode|skated|batted|bats|sang|"
        r"trained|turned out|selected|"
        rf"goalkeeper|international)\s(?:[\w'’-]+\s){{0,3}}?(?:(?:for|with|at|in)\s(?:(?:his|her|their)\s(?=country))?)?{_TEAM}",
        r"\b(?:swam|swum|climbed|rowed|walked|cycled|sailed|crossed|ran|flew|kayaked|skied|trekked|circumnavigated|"
        rf"paddled|summited)\s(?:(?:across|up|round|around|solo|along|to|single-handed)\s){{0,2}}{_FEAT}",
        r"\b(?:set|held|holds|hold|broke|broken|beat|holder of)\s(?:a|an|the|her|his)?\s?(?:[\w'’-]+\s){0,4}?"
        r"(?<!criminal )(?<!police )(?<!medical )(?<!health )records?\s(?:for|at|in)\b(?!\s(?:the|his|her|"
        r"their|this)\s(?:family|child|file|case))"
        r"|\b(?:world|county|national|british|club|course|speed|school|land|sea|altitude|guinness) "
        r"(?:world )?records?(?: holder)?\b",
        r"\b(?:published|wrote|written|brought out|self-published)\s(?:a|an|two|three|four|several|his|her|"
        r"\d+)\s(?:[\w'’-]+\s){0,3}?"
        r"(?:novels?|books?|memoirs?|poetry|poems|albums?|musicals?|operas?|symphon\w+|cookbooks?|"
        r"collections?|hymns?|plays?)\b",
        r"\b(?:released|recorded|cut)\s(?:a|an|two|three|his|her|several)\s(?:[\w'’-]+\s){0,2}?(?:singles?|"
        r"albums?|records?|eps?)\b|"
        r"\bhit (?:single|record)\b|\bnumber one (?:single|hit|record)\b|\bpatented\b|\bholds? (?:a|the) patent\b",
        r"\b(?:exhibition|exhibited|retrospective)\s(?:of (?:his|her|their) (?:[\w'’-]+\s?){1,3}|at the [A-Z]\w+)",
        r"\b(?:sang|played|performed|danced|appeared|preached) (?:at|on|in) (?:the )?(?:(?:royal )?albert "
        r"hall|royal opera house|covent garden|"
        r"glastonbury|palladium|carnegie hall|wembley|royal variety|proms|twickenham|lord['’]s|last night "
        r"of|west end|broadway)\b",
        r"\bstood (?:as a candidate )?for (?:parliament|mayor|the council)\b|\bmember of parliament\b|"
        r"\b(?:former )?(?:mayor|high sheriff|lord lieutenant) of\b"
        r"|\bcarried the (?:olympic )?(?:torch|flame)\b|\b(?:may|carnival|rose|dairy|harvest) queen\b|"
        r"\bcrowned miss \w+\b|miss (?:england|wales|scotland|world|great britain|universe)\b|"
        r"\bmr universe\b|\bguinness world record\b|\bstrongest (?:man|woman)\b",
        r"\b(?:sang|played|danced|performed|conducted|toured|acted|trained|flew|rode|worked|modelled) "
        r"(?:with|for|in) (?:the )?(?:[A-Z][\w']+ ){0,3}"
        r"(?:ballet|opera|philharmonic|orchestra|sinfonia|symphony|circus|red arrows|ballet company|"
        r"shakespeare company|chippendales|royal household|palace)\b|\bgrand ?master\b|"
        r"\b(?:new year['’]?s?|birthday) honours\b|\bhonours list\b|\b(?:olympic|paralympic) (?:torch "
        r"?bearer|athlete|swimmer|runner|rower|hopeful)\b|\btorch ?bearer\b|"
        r"\b(?:met|presented to|served to|sang for|cooked for|played for|danced for|wrote to|received by|"
        r"curtseyed to|introduced to|shook hands with) (?:the )?(?:(?:late )?queen|king|pope|dalai lama|"
        r"prime minister|president|prince\w*|beatles|nelson mandela)\b|"
        r"\bmr (?:gay )?(?:wales|england|scotland|universe|britain)\b|\bpremier league \w+\b|\btest "
        r"cricketer\b|\binternational (?:footballer|rugby player|athlete|swimmer)\b|\bwon £[\d,.]+(?: "
        r"?m(?:illion)?| ?k)?\b",
        rf"\brescued {NUMBER} (?:people|men|children|swimmers)\b|\bsaved (?:a|the|two|three) "
        rf"(?:[\w'’-]+\s){{0,2}}(?:from drowning|'?s? li[fv]es?)\b",
    )
)
_NARROWING = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b{_LEVEL} (?:titles?|trophy|cup|medal|final)\b|\bprize-?winning\b|\baward-winning\b|"
        rf"\bchampionships?\b|\bprizes?\b(?=\s(?:for|in|at)\b)",
        r"\bduke of edinburgh['’]s? (?:gold|award)\b|\bgrade (?:seven|eight|7|8)\b (?=piano|violin|cello|"
        r"trumpet|flute|singing)",
        r"\bserved (?:in|during) (?:the )?(?:falklands|gulf war|iraq|afghanistan|korea|malaya|suez|bosnia|"
        r"kosovo|northern ireland|burma|aden|cyprus|sierra leone)\b|"
        r"\b(?:falklands|gulf war|korean war|afghanistan|iraq|d-day|normandy|burma) veteran\b|\bdecorated "
        r"for\b|\bmentioned in (?:despatches|dispatches)\b",
        r"\b(?:played|plays|signed|trials?) (?:for|with) (?:a|the) (?:league|academy|professional|"
        r"semi-professional|premiership) \w+\b|"
        r"\b(?:semi-)?professional (?:footballer|boxer|dancer|cyclist|golfer|musician|skater|rugby player|cricketer)\b",
        r"\b(?:first[- ]class (?:honours )?degree|phd|doctorate)\b(?: in (?:[\w-]+\s?){1,3})?|\b(?:oxford|"
        r"cambridge) (?:graduate|degree|scholar|blue)\b|\bmensa\b",
        r"\b(?:parachute jump|bungee jump|sponsored (?:swim|walk|run|climb|ride)|marathon runner)\b",
    )
)


def find(words: Words) -> Iterator[Fact]:
    """Achievements: of note beyond the family, or only narrowing the search."""
    for patterns, rare in ((_RARE, True), (_NARROWING, False)):
        for pattern in patterns:
            for match in pattern.finditer(words.text):
                yield Fact(FactKind.ACHIEVEMENT, match.start(), match.start() + len(match.group().rstrip()), rare)
