"""What is only written like a name: initials, and words in no dictionary; proposed, and told where the rest of what is
seen bears it out."""

from __future__ import annotations

from reviewdocs.detect.lines import letters_of, line_of
from reviewdocs.detect.recognise import Match, Pattern, Recogniser
from reviewdocs.language.lexicon import RARE_NAME, forename_shares, frequency, surname_share
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.words import is_english, is_foreign, is_word
from reviewdocs.model.mentions import Category

HITS = (
    "carried out by «KV» on the ward",
    "«T.W.» wrote it down",
    "night staff. «tunde» on nites",
    "a boy from school («Llion») came",
    "Boarders: «Tolverne», Zdenka",
    "she was in «Nghệ»",
)
MISSES = (
    "the GP rang",
    "A&E",
    "told mum on the Monday",
    "SHE WAS OUT AT IT",
    "He said nothing",
    "an MRI",
    "code KL-73595",
)

_SHOUTED = 0.6


def _initials(match: Match) -> bool:
    """Whether capitals side by side stand for no word, in a line that is not in capitals throughout."""
    letters = match["x"].replace(".", "").casefold()
    of_line, capitals = letters_of(match.string, *line_of(match.string, *match.span()))
    return not is_word(letters) and capitals < _SHOUTED * of_line


def _strange(match: Match) -> bool:
    """Whether a word is in no dictionary, or one that people are called and hardly anything else."""
    word = match["x"].casefold().replace("’", "'")
    called = surname_share(word) > RARE_NAME or max(forename_shares(word)) > RARE_NAME
    if match["x"].islower() and is_ordinary(word):
        return False
    return not is_english(word) and not is_foreign(word) and (called or not frequency(word))


RECOGNISER = Recogniser(
    "LikeAName",
    Category.PERSON,
    (
        Pattern(
            r"(?<![\p{L}\d.&/'-])(?P<x>\p{Lu}\.?\s?\p{Lu}\.?(?:\p{Lu}\.?)?)(?![\p{L}\d&/'-])",
            score=0.2,
            accept=_initials,
        ),
        Pattern(
            r"(?<![\p{L}\d'’@./_-])(?P<x>\p{L}[\p{L}\p{M}'’-]{1,80}\p{L})(?![\p{L}\d@_/]|\.\p{L}|-)",
            score=0.2,
            accept=_strange,
        ),
    ),
    weak=True,
)
