"""Whether a word that is also a name stands there as the name: by case, grammar and what it is joined to."""

from __future__ import annotations

import re

from reviewdocs.names.listing import listed
from reviewdocs.names.things import GENERIC
from reviewdocs.names.titles import KIN_ABROAD
from reviewdocs.names.words import (
    ADJECTIVES,
    BELONGING,
    MODALS,
    MONTHS,
    NOUNS,
    PLACES,
    SEASONS,
    VERBS,
    is_ordinary,
)
from reviewdocs.pseudonymise import notes
from reviewdocs.pseudonymise.grammar import (
    COUNTED,
    DETERMINERS,
    HUMAN_VERBS,
    PREPOSITIONS,
    PRONOUNS,
    STATES,
    Prior,
    Sense,
    Verdict,
    human_verb,
)
from reviewdocs.pseudonymise.openings import sentence_start
from reviewdocs.pseudonymise.othernames import part_of_other_name
from reviewdocs.pseudonymise.reading import Reading

_CONTACT = listed(
    """
    spoke spoken speak speaking talked talk talking call calls called phoned phone rang ring email emailed wrote
    written write text texted visit visited meeting met contact contacted discussed seen saw see told asked
    session conversation message letter
    """
)
_LOCATIVE = listed(
    """
    live lives lived living born moved move moving went go goes going gone travel travelled travelling drove
    drive driving came come comes coming held based stayed stay stays return returned returning flew fly train
    bus home work works worked resident take took taken visit visited trip journey move mobilised hospital
    prison court school college
    """
)
_AFTER_A_NAME = listed("re about regarding who and on at today again this yesterday by via to was is said")
_BEFORE_A_MONTH = listed(
    "in early late mid last next this since until till during every each by through throughout following previous the "
    "bank"
)
_TIMES = listed("at by before until till since from towards after of")


_QUANTITIES = listed(
    "both last next first second third same other two three four all front back final single several many few "
    "more most whole entire previous following own new old left right main"
)
_LABELS = listed(
    "day page step part table chapter section field box bay room ward week house plan group class level stage phase "
    "case item note point file form unit band grade key route line gate court"
)
_AGES = listed("days weeks wks months mths years year yrs yr y m old")
_RECORDED = listed(
    "described recorded registered identified identifies listed raised regarded seen considered logged entered noted"
)
_LOGGED = listed("occupant male female caller informant inft suspect neighbour resident")
"""Whom a log in capitals names next."""
_ARTICLES = listed("a an the any no some each every this")


def lower_case(reading: Reading, index: int, prior: Prior) -> Verdict:
    """A word of English in lower case: the word, unless its place is one that only a name can have."""
    word, before = reading.word(index), reading.word(index - 1)
    if reading.unpolished and (verdict := notes.named(reading, index, prior)):
        return verdict
    if _in_file_name(reading, index) and not any(word in kind for kind in (MODALS, MONTHS, ADJECTIVES)):
        return prior.name_if_expected("a word of a file name")
    if reading.gap(index) != " ":
        return _lower_opening(reading, index, prior)
    if word in MODALS and before in PREPOSITIONS - {"and", "or", "in", "after", "before", "than", "that", "like"}:
        return Sense.NAME, f"in a name's place after '{before}'"
    contact = reading.word(index - 2) in _CONTACT and before in ("to", "with", "from", "by")
    following = reading.word(index + 1)
    ends = bool(re.search(r"[.,;)]|^$", reading.gap(index + 1))) or following in _AFTER_A_NAME
    if (
        before in ("told", "asked", "informed", "advised")
        and word not in MODALS
        and following in ("about", "that", "to", "if", "not")
    ):
        return Sense.NAME, f"in a name's place after '{before}'"
    if contact and ends and word not in PLACES | {"mind", "need", "hand", "school", "court", "church", "nurse"}:
        return Sense.NAME, f"in a name's place after '{reading.word(index - 2)} {before}'"
    return Sense.WORD, "ordinary word in lower case"


def _in_file_name(reading: Reading, index: int) -> bool:
    """Whether the word stands between the marks that part the words of a file name, one of them a low line."""
    before, after = reading.gap(index), reading.gap(index + 1)
    joints = ("_", "\\", "/", ".", "-", "")
    return before[-1:] in joints and after[:1] in joints and "_" in (before[-1:], after[:1])


def _lower_opening(reading: Reading, index: int, prior: Prior) -> Verdict:
    """A forename in lower case that opens a sentence and is said to be or do what people are or do."""
    opens = index == 0 or re.search(r"[.!?]\s+$|\n", reading.raw_gap(index))
    word, after = reading.word(index), reading.word(index + 1)
    human = after in STATES or (after in HUMAN_VERBS and after not in ("is", "was", "does", "did", "has", "had"))
    if opens and prior.forename and human and reading.gap(index + 1) == " " and not (word in MODALS or word in VERBS):
        return prior.name_if_expected(f"said of a person: '{after}'")
    return Sense.WORD, "ordinary word in lower case"


def after_article(reading: Reading, index: int) -> bool:
    """Whether an article stands right before the word, as before no name."""
    return reading.word(index - 1) in _ARTICLES and reading.gap(index) == " "


def capitalised(reading: Reading, first: int, prior: Prior) -> Verdict:
    """A word of English with a capital, alone: name, word, or not certain."""
    word, last = reading.word(first), first + 1
    if _numbered(reading, first, prior):
        return Sense.WORD, "label before a number"
    if other := part_of_other_name(reading, first, last):
        return Sense.WORD, other
    if (word in MONTHS or word in SEASONS) and (verdict := _month(reading, first)):
        return verdict
    if word in PLACES and (place := _place(reading, first)):
        return Sense.WORD, place
    if word in BELONGING and (verdict := _belonging(reading, first)):
        return verdict
    if reading.shouting(first):
        return _without_case(reading, first, prior)
    if reading.starts_sentence(first) or reading.title_case(first):
        return sentence_start(reading, first, prior)
    return _within_sentence(reading, first)


def _numbered(reading: Reading, first: int, prior: Prior) -> bool:
    """Whether a number follows that counts, as in "Day 2" and "Page 14", and tells no age or time."""
    number = reading.word(first + 1)
    after = reading.gap(first + 2) if number else ""
    if not number.isdigit() or len(number) > 3 or reading.gap(first + 1) != " " or re.match(r"[.:/]\d", after):
        return False
    if reading.word(first + 2) in _AGES | MONTHS:
        return False
    return reading.word(first) in _LABELS or not prior.forename


def _belonging(reading: Reading, first: int) -> Verdict | None:
    """A word of faith or nation as such: "recorded as Christian", "a Christian", "Christian names"."""
    before, earlier = reading.word(first - 1), reading.word(first - 2)
    following, gap = reading.token(first + 1), reading.gap(first + 1)
    if reading.gap(first) == " ":
        said = {reading.word(index) for index in range(max(0, first - 6), first - 1)}
        if before == "as" and said & _RECORDED and earlier not in ("known", "referred"):
            return Sense.WORD, "what somebody is recorded as"
        if before in ("a", "an", "not", "practising", "devout", "other", "non", "every", "no"):
            return Sense.WORD, f"after '{before}'"
        if before in ("is", "was", "are", "were", "being") and earlier not in ("name", "names", "called", "this", "it"):
            return Sense.UNSURE, "what somebody is, or who"
    if following and gap == " " and following.original.islower() and following.word.rstrip("s") in _OF_BELIEF:
        return Sense.WORD, f"before '{following.word}'"
    return None


_OF_BELIEF = listed(
    "faith church family familie name community communitie value belief festival charity country tradition background "
    "religion service school group heritage speaker language worker aid"
)


def _within_sentence(reading: Reading, first: int) -> Verdict:
    """A capital in the middle of a sentence is a name's, but for labels, brands and attributes."""
    before, following, gap = reading.word(first - 1), reading.token(first + 1), reading.gap(first + 1)
    if (
        following
        and gap == " "
        and len(following.original) == 1
        and following.capital
        and reading.word(first) in ("vitamin", "plan")
    ):
        return Sense.WORD, "label"
    plain_noun = (
        following
        and gap == " "
        and following.original.islower()
        and not (following.word in HUMAN_VERBS or following.word in PREPOSITIONS)
    )
    article = before in ("the", "a", "an", "any", "no", "each", "every") and reading.gap(first) == " "
    joined = following is not None and following.capital and gap == " "
    if article and gap != "'" and not joined and reading.word(first) not in PLACES:
        return Sense.WORD, "a thing, after an article"
    if first and reading.gap(first) == " " and _label(reading, first - 1):
        return Sense.UNSURE, "after another capitalised word"
    attributive = before in DETERMINERS - {"that", "this", "what", "which"} and reading.gap(first) == " "
    if (
        attributive
        and plain_noun
        and following
        and not following.word.endswith("ed")
        and following.word not in _NOT_NOUNS
    ):
        return Sense.WORD, "stands for a thing, after an article"
    return Sense.NAME, "capital in the middle of a sentence"


def _label(reading: Reading, index: int) -> bool:
    """Whether a plain word is capitalised in the middle of a sentence: "Housing" in "a Housing Grant"."""
    token = reading.tokens[index]
    plain = token.word in GENERIC or is_ordinary(token.word)
    return token.capital and plain and not reading.starts_sentence(index) and not reading.taken[index]


_NOT_NOUNS = listed(
    "will may can could would should might must who whom whose that which when where while as "
    "if because but so not than then there"
)


def _month(reading: Reading, first: int) -> Verdict | None:
    """A month beside a number, another month or a word of time."""
    before, following = reading.word(first - 1), reading.word(first + 1)
    gap_before, gap_after = reading.gap(first), reading.gap(first + 1)
    near = re.compile(r"^[\s,./-]*$")
    numbered = re.compile(r"^\d{1,4}(?:st|nd|rd|th)?$")
    if near.match(gap_before) and (
        numbered.match(before) or (before == "of" and numbered.match(reading.word(first - 2)))
    ):
        return Sense.WORD, "date"
    if near.match(gap_after) and numbered.match(following) and len(following) in (1, 2, 3, 4):
        return Sense.WORD, "date"
    named_before, named_after = _capital(reading, first - 1), _capital(reading, first + 1)
    if (
        (before in MONTHS and named_before)
        or (following in MONTHS and named_after)
        or (before in ("and", "to", "or") and reading.word(first - 2) in MONTHS)
    ):
        return Sense.WORD, "list of months"
    if following in ("and", "to", "or") and reading.word(first + 2) in MONTHS:
        return Sense.WORD, "list of months"
    if before in _BEFORE_A_MONTH and reading.gap(first) in (" ", "-"):
        return Sense.WORD, "month after a word of time"
    if before == "of" and reading.word(first - 2) in (
        "end",
        "beginning",
        "start",
        "middle",
        "month",
        "week",
        "half",
        "rest",
        "course",
    ):
        return Sense.WORD, "month after a word of time"
    if following in ("half", "bank", "rota", "day", "term") and reading.gap(first + 1) == " ":
        return Sense.WORD, "month before a word of time"
    if (
        reading.starts_sentence(first)
        and following == "is"
        and reading.word(first + 2) in ("the", "a", "when", "national", "home")
    ):
        return Sense.WORD, "month as subject"
    return None


def _capital(reading: Reading, index: int) -> bool:
    token = reading.token(index)
    return token is not None and token.capital


def _place(reading: Reading, first: int) -> str:
    """Why the word is the place of that name; empty when it is not known to be."""
    before = reading.word(first - 1)
    if reading.gap(first) != " ":
        return ""
    if before in ("in", "near", "around", "outside", "across"):
        return f"place after '{before}'"
    earlier = {reading.word(first - step) for step in (2, 3, 4) if reading.same_sentence(max(0, first - step), first)}
    if before in ("to", "from", "at", "for", "of", "via", "towards", "through") and earlier & _LOCATIVE:
        return f"place after '{before}'"
    if (
        before == "from"
        and not earlier & _CONTACT
        and reading.word(first) in PLACES
        and not reading.gap(first + 1).startswith("'")
    ):
        return "place after 'from'"
    return ""


def _without_case(reading: Reading, first: int, prior: Prior) -> Verdict:
    """Among capitals, grammar alone."""
    word, before, after = reading.word(first), reading.word(first - 1), reading.word(first + 1)
    opens, gap = reading.starts_sentence(first), reading.gap(first + 1)
    closes = first + 1 >= len(reading) or bool(re.match(r"\s*[.,;:)|\n\"”]", reading.raw_gap(first + 1)))
    if word in MODALS:
        if before in PREPOSITIONS - {"and", "or"} and reading.gap(first) == " ":
            return Sense.NAME, f"in a name's place after '{before}'"
        if gap.startswith("'") or (opens and human_verb(reading, first + 1)) or (closes and before not in PRONOUNS):
            return Sense.NAME, "in a name's place"
        return Sense.WORD, "modal verb"
    if gap == "'" and after == "s":
        return Sense.NAME, "possessive"
    if prior.forename and before in _LOGGED and reading.gap(first) == " ":
        return prior.name_if_expected(f"after '{before}'")
    if word in PLACES and not any(word in kind for kind in (ADJECTIVES, VERBS, NOUNS)):
        return Sense.NAME, "no word but a name"
    if word in ADJECTIVES and before in ("how", "as", "so", "too", "very"):
        return Sense.WORD, "adjective"
    if before in DETERMINERS | _QUANTITIES and reading.gap(first) == " ":
        return Sense.WORD, "after an article"
    if human_verb(reading, first + 1) and gap == " ":
        return Sense.NAME, f"subject of '{after}'"
    if after.isdigit() and len(after) < 3 and prior.forename and gap == " ":
        return prior.name_if_expected("an age after it")
    if closes and before not in _TIMES and prior.expected:
        return Sense.NAME, "in a name's place"
    if opens and prior.expected and prior.forename and word in COUNTED and after not in NOUNS and gap == " ":
        return Sense.UNSURE, "first word among capitals"
    if before in _TIMES or gap == " ":
        return Sense.WORD, "before a noun"
    return prior.name_if_expected("among capitals")


def governed(reading: Reading, index: int) -> bool:
    """Whether the words beside initials say that they are a person's: a verb after them, or a preposition before."""
    before = reading.word(index - 1)
    return human_verb(reading, index + 1) or before in PREPOSITIONS | {"spoke", "informed", "contacted"}


def is_formal(title: str) -> bool:
    """Whether a title is never a word of its own: Mr, Mrs, Dr, PC, Babcia."""
    return title in _FORMAL or title in KIN_ABROAD


_FORMAL = listed("mr mrs ms mx dr prof pc pcso wpc dc ds di dci sgt insp cllr rev revd")


def reads_as_place(reading: Reading, first: int) -> bool:
    """Whether a word of place stands before token `first`."""
    return bool(_place(reading, first)) or reading.word(first - 1) in ("at", "in", "near")
