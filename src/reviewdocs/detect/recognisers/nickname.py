"""What somebody is called at home or in the street, whatever word it is."""

from __future__ import annotations

from reviewdocs.detect.expressions import NO_NAME, NO_NAME_WORD
from reviewdocs.detect.recognise import Match, Pattern, Recogniser
from reviewdocs.language.kin import ALL_ROLE_WORDS
from reviewdocs.model.mentions import Category

HITS = (
    "he had called her «Bear» since the day she came home",
    'friends called him "«Spud»", and',
    "a boy nicknamed «Tank» by the others",
    "her nickname was «Pickle».",
    "known to his friends as «Ginger», he",
    "he went by the name of «Smiler»",
    "everybody calls me «Bear».",
    "His sisters call him «Biscuit».",
)
MISSES = (
    "he called her Mum and",
    "she called him on Monday",
    "they called her Social Worker",
    "called her GP and",
    "called him Child A in",
    "nicknamed the bear",
    "she called her Mother, who",
)

_CAPITAL = rf"{NO_NAME_WORD}{NO_NAME}(?<![\p{{L}}'-])\p{{Lu}}[\p{{Ll}}'’-]{{2,}}(?:\s\p{{Lu}}\p{{Ll}}{{2,}})?"
_THEN = (
    r"(?=['\"]?(?:[.,;:)]|$|\s(?:since|because|and|from|when|for|after|ever|as|at|to|in|but|by|on|until|who|he|she|"
    r"they)\b))"
)
_CALLED = (
    r"\b(?:call(?:ed|s|ing)?|nicknamed|dubbed|christened)\s"
    r"(?:him|her|them|me|(?:the|his|her|their)\s(?:boy|girl|baby|child|son|daughter))\s"
)
_NICKNAME = (
    r"\b(?:nicknamed|(?:nickname|pet\sname|street\sname)(?:\s(?:is|was|of|at\shome\swas))?:?,?|answered\sto|"
    r"went\sby(?:\sthe\sname(?:\sof)?)?|"
    r"known\sto\s(?:(?:his|her|their)\s)?(?:friends|family|mates|everybody|everyone)(?:\s\w+)?\sas)\s"
)


def _no_role(match: Match) -> bool:
    """Whether it is no word for one of the family or a professional: "called her Mum"."""
    return not ALL_ROLE_WORDS.intersection(match["x"].casefold().split())


RECOGNISER = Recogniser(
    "Nickname",
    Category.PERSON,
    (
        Pattern(rf"{_CALLED}['\"]?(?P<x>{_CAPITAL}){_THEN}", score=0.8, accept=_no_role),
        Pattern(rf"{_NICKNAME}['\"]?(?P<x>{_CAPITAL}){_THEN}", score=0.8, accept=_no_role),
    ),
    anchor=r"\b(?:call|nick|dubbed|christened|pet\sname|street\sname|answered|went\sby|known\sto)",
)
