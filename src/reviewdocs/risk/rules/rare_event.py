"""An unusual birth, death or turn of a life."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule
from reviewdocs.risk.unusual.fact import FactKind
from reviewdocs.risk.unusual.hits import stated

HITS = (
    Example("The baby was born in a taxi."),
    Example("He was struck by lightning."),
    Example("She came on a boat that sank: the dinghy capsized."),
)
MISSES = (
    Example("She was born in hospital."),
    Example("The plan was twin-track."),
    Example("He was found dead at home."),
    Example("He fell from the sofa."),
)

RULE = Rule(
    name="rare-event",
    severity=Severity.REVIEW,
    category=Category.RARE_FACT,
    message="An unusual birth, death or event is stated: local papers report such things, and people tell of them.",
    remedy="Say it more generally (born before reaching hospital, died in an accident).",
    find=stated(FactKind.EVENT, rare=True),
)
