"""Words of kin and role that say what a designation says: "mum" for Mother, "nan" for MGM, "health visitor" for HV1."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from reviewdocs.language.kin import CALLED, IN_FULL
from reviewdocs.names.folding import folded

ANOTHER = r"(?:great|step|half|grand|god|ex)"
"""What makes another relation of the word it stands before: "great-aunt"."""
_KIN_WORDS = (
    *sorted(CALLED, key=len, reverse=True),
    *("cousin", "baby", "brother", "sister", "nephew", "niece", "grandson", "granddaughter"),
)
KIN = rf"(?:{'|'.join(_KIN_WORDS)})"
"""Any word of kin."""
DETERMINER = r"(?:the|a|an|his|her|their|my|our|your|its|this)"
GAP = r"[^\S\n\t]"
"""Space within a line and a cell."""
LEAD = re.compile(
    rf"(?:\b(?P<det>{DETERMINER})|(?P<of>['’]s|s['’])){GAP}+"
    rf"(?P<more>(?!(?:and|or|of|to|with|that|told)\b)[a-z]+{GAP}+)?$",
    re.I,
)
"""What a word of kin or role belongs to: "the", "his", "Callum's", and one word more at most."""
_LONGEST = 60
"""How many characters a designation said in full may take."""
_WORD = re.compile(r"[^\W_]+")
_JOINTS = frozenset(" -'’\u00a0")


def words_of(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase; hyphens, apostrophes and full stops part words."""
    return tuple(_WORD.findall(folded(phrase)))


def core(designation: str) -> str:
    """A designation as it stands in a text, without article and possessive ending."""
    return re.sub(r"^(?:the|an?)\s+|['’]s?$", "", designation, flags=re.I)


@lru_cache(maxsize=4096)
def own_words(designation: str) -> tuple[str, ...]:
    """The folded words of a designation without its article."""
    return words_of(core(designation))


@lru_cache(maxsize=4096)
def numbered(designation: str) -> bool:
    """Whether a number or letter tells it from others of its kind: "Sibling 1", "Child A", "HV1"."""
    return re.search(r"\d$|\s[A-Z]$", core(designation)) is not None


@lru_cache(maxsize=4096)
def role_of(designation: str) -> tuple[str, ...]:
    """The folded words that say what the bearer is, written out: ("health", "visitor") for "HV1"."""
    return _plain(words_of(re.sub(r"\s*(?:\d+|\s[A-Z])$", "", core(designation))))


def says(phrase: str, designation: str) -> bool:
    """Whether a phrase says what a designation says, in full or by its last words."""
    words, role = _plain(words_of(phrase)), role_of(designation)
    return 0 < len(words) <= len(role) and role[-len(words) :] == words


def says_all(phrase: str, designation: str) -> bool:
    """Whether a phrase leaves nothing of a designation unsaid: "mum" for Mother, but not "nan" for MGM."""
    return not numbered(designation) and _plain(words_of(phrase)) == role_of(designation)


def ends_in_kin(text: str) -> bool:
    """Whether a text ends in a word of kin and space, if that: what searches for one there can ask first."""
    return text.rstrip().casefold().endswith(_KIN_WORDS)


def said_in(text: str, designation: str) -> list[tuple[int, int, bool]]:
    """The stretches [start, end) of a text that are the designation (True), or else say what it says, from the end."""
    words = list(_WORD.finditer(text))
    found: list[tuple[int, int, bool]] = []
    for last in range(len(words) - 1, -1, -1):
        end = words[last].end()
        if found and end > found[-1][0]:
            continue
        start = _own_start(text, words[: last + 1], designation)
        own = start is not None
        if start is None:
            start = _role_start(text, words[: last + 1], role_of(designation))
        if start is not None and text[start - 1 : start] not in ("-", "_"):
            found.append((start, end, own))
    return found


def said_at_end(text: str, designation: str) -> tuple[int, bool] | None:
    """Where the words begin that say at the end of a text what the designation says, and whether they are it."""
    if not _may_end(text, designation):
        return None
    words = list(_WORD.finditer(text, max(0, len(text) - _LONGEST)))
    start = _own_start(text, words, designation)
    if start is not None:
        return start, True
    start = _role_start(text, words, role_of(designation))
    return None if start is None or text[start - 1 : start] in ("-", "_") else (start, False)


def _may_end(text: str, designation: str) -> bool:
    """Whether a text ends in a word that is the last of a designation or says it."""
    at = len(text)
    while at > len(text) - _LONGEST and text[at - 1 : at].isalnum():
        at -= 1
    if at == len(text):
        return False
    last, role = folded(text[at:]), role_of(designation)
    plain = _plain((last,))
    return own_words(designation)[-1:] == (last,) or role[max(0, len(role) - len(plain)) :] == plain


def _own_start(text: str, words: list[re.Match[str]], designation: str) -> int | None:
    """Where the designation begins that the words end with."""
    own = own_words(designation)
    last = words[-len(own) :] if own else []
    if not last or tuple(folded(word.group()) for word in last) != own or not _joined(text, last):
        return None
    return last[0].start()


def _role_start(text: str, words: list[re.Match[str]], role: tuple[str, ...]) -> int | None:
    """Where the last words of a role begin that the words end with."""
    start, left = None, len(role)
    for number in range(len(words) - 1, -1, -1):
        plain = _plain((folded(words[number].group()),))
        if not left or role[max(0, left - len(plain)) : left] != plain or not _joined(text, words[number : number + 2]):
            break
        start, left = words[number].start(), left - len(plain)
    return start


def _joined(text: str, words: list[re.Match[str]]) -> bool:
    """Whether nothing but a space, hyphen or apostrophe stands between the words."""
    return all(text[a.end() : b.start()] in _JOINTS for a, b in pairwise(words))


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(plain for word in words for plain in IN_FULL.get(word, CALLED.get(word, word)).split())
