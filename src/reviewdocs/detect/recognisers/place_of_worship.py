"""Churches, mosques, gurdwaras, temples and synagogues by name."""

from __future__ import annotations

from reviewdocs.detect.expressions import NAME, named, proper
from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "«St Werburgh's Church»",
    "worshipped at «New Dawn Assembly»",
    "«Masjid Al-Huda»",
    "the «Guru Arjan gurdwara»",
    "«Capel Bethania»",
    "«Ashgrove Baptist Church»",
    "«Barchester Kingdom Hall»",
)
MISSES = (
    "Church of England",
    "the Church",
    "the mosque",
    "Roman Catholic Church",
    "Baptist Church",
    "Parish Council",
    "Welsh Assembly",
    "National Assembly",
    "General Assembly",
)

_GENERIC = (
    "roman catholic baptist methodist pentecostal orthodox anglican the church local hindu sikh "
    "jewish muslim islamic welsh national general united reformed free evangelical central "
    "legislative"
)
_HEAD = (
    r"(?i:(?:(?:parish|baptist|methodist|pentecostal|evangelical|united\sreformed|community|free|"
    r"catholic|central|islamic)\s){0,2}"
    r"(?:church(?!\s(?:of|street|road|lane|hill|school|close|row|way))|chapel(?!\s(?:street|road|"
    r"lane|hill|fold|close|row))|mosque|masjid|gurdwara|synagogue|temple|mandir|cathedral|tabernacle|"
    r"assembly|kingdom\shall|citadel|minster|priory|abbey|islamic\scentre|christian\s(?:centre|fellowship)))"
)

RECOGNISER = Recogniser(
    "PlaceOfWorship",
    Category.ORG,
    (
        Pattern(named(_HEAD, generic=_GENERIC), score=0.85, accept=proper, anchor=f" {_HEAD}"),
        Pattern(rf"\b(?:Capel|Jamia\sMasjid|Masjid|Gurdwara|Eglwys|Beth)\s{NAME}(?:\s{NAME})?", score=0.85),
    ),
)
