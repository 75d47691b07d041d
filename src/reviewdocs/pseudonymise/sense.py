"""Whether a word that is also a name stands there as the name: by case, grammar and what it is joined to."""

from __future__ import annotations

import re
from enum import StrEnum

from reviewdocs.names.listing import listed
from reviewdocs.names.things import GENERIC
from reviewdocs.names.words import ADJECTIVES, MODALS, MONTHS, NOUNS, PLACES, SEASONS, VERBS, is_ordinary
from reviewdocs.pseudonymise.othernames import part_of_other_name
from reviewdocs.pseudonymise.reading import Reading


class Sense(StrEnum):
    """What a word is taken for."""

    NAME = "name"
    WORD = "word"
    UNSURE = "unsure"


Verdict = tuple[Sense, str]

_HUMAN_VERBS = listed(
    """
    wept hid fought bought brought caught taught chose drove fed flew forgot forgave grew hung hit lost meant paid
    rode shook shot sang spent stole stuck struck swore swept swam threw understood withdrew won wore lied dialled
    fled punched kicked pushed grabbed slapped
    said says saying told tells asked asks asking replied reports reported states stated explained explains
    described describes thought thinks felt feels knew knows wanted wants denied denies agreed agrees attended
    attends arrived arrives rang rings called calls phoned phones telephoned telephones texted texts emailed
    emails wrote writes visited visits went goes came comes took takes gave gives kept keeps ran runs made makes
    found finds left leaves lives lived met meets spoke speaks saw sees heard hears sat sits stood stands stays
    stayed slept sleeps woke cried cries smiled smiles laughed laughs played plays worked works cared cares
    helped helps collected collects dropped drops disclosed discloses alleged alleges admitted admits confirmed
    confirms contacted contacts presented presents appeared appears declined declines refused refuses accepted
    accepts became becomes began begins died dies moved moves married resumes resumed loves loved likes liked
    hates hated needs needed tried tries thanked thanks remembers remembered recalled recalls reflected reflects
    noted notes recorded records chaired chairs signed signs had has was is does did isn't wasn't hasn't doesn't
    didn't also never often always then still already initially later subsequently again answers answered ate
    eats drinks drank screamed shouted shouts returned returns joined joins
    """
)
_AUXILIARIES = listed("is was has had does did also never often always then still already later again")
_DETERMINERS = listed(
    "a an the this that these those his her its their our my your some any no every each another such what which very"
)
_PRONOUNS = listed("i you he she it we they there this that these those anyone someone everyone nobody who one")
_PREPOSITIONS = listed(
    "to with from by re of for about at on in near towards between and or via against behind "
    "beside after before than like "
    "concerning regarding told asked saw met contacted rang phoned called visited informed advised named"
)
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
_STATES = listed("at by before until till since from towards after of")


def lower_case(reading: Reading, index: int) -> Verdict:
    """A word of English in lower case: the word, unless its place is one that only a name can have."""
    word, before = reading.word(index), reading.word(index - 1)
    adjacent = reading.gap(index) == " "
    if not adjacent:
        return Sense.WORD, "ordinary word in lower case"
    if word in MODALS and before in _PREPOSITIONS - {"and", "or", "in", "after", "before", "than", "that", "like"}:
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


def capitalised(reading: Reading, first: int, *, expected: bool) -> Verdict:
    """A word of English with a capital, alone: name, word, or not certain.

    Args:
        reading: the paragraph.
        first: the word's token.
        expected: whether the person is named in this document beyond doubt.
    """
    word, last = reading.word(first), first + 1
    if other := part_of_other_name(reading, first, last):
        return Sense.WORD, other
    if word in MONTHS | SEASONS and (verdict := _month(reading, first)):
        return verdict
    if word in PLACES and (place := _place(reading, first)):
        return Sense.WORD, place
    if reading.shouting(first):
        return _without_case(reading, first, expected=expected)
    if reading.starts_sentence(first) or reading.title_case(first):
        return _sentence_start(reading, first, expected=expected)
    return _within_sentence(reading, first)


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
        following and gap == " " and following.original.islower() and following.word not in _HUMAN_VERBS | _PREPOSITIONS
    )
    article = before in ("the", "a", "an", "any", "no", "each", "every") and reading.gap(first) == " "
    joined = following is not None and following.capital and gap == " "
    if article and gap != "'" and not joined and reading.word(first) not in PLACES:
        return Sense.WORD, "a thing, after an article"
    if first and reading.gap(first) == " " and _label(reading, first - 1):
        return Sense.UNSURE, "after another capitalised word"
    attributive = before in _DETERMINERS - {"that", "this", "what", "which"} and reading.gap(first) == " "
    if (
        attributive
        and plain_noun
        and following
        and not following.word.endswith("ed")
        and following.word not in _NOT_NOUNS
    ):
        return Sense.WORD, "stands for a thing, after an article"
    return Sense.NAME, "capital in the middle of a sentence"


# What follows a person at the start of a note, and hardly a thing: "Iris downstairs says", "Dawn from the team".
_PLACED = listed("from here there who whose downstairs upstairs outside inside again present alone both")
_ABSTRACT = listed("hope faith joy grace trust patience love mercy charity honour")


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


def _human_verb(reading: Reading, index: int) -> bool:
    word = reading.word(index)
    return word in _HUMAN_VERBS or (len(word) > 4 and word.endswith("ed") and not is_ordinary(word))


def _alone(reading: Reading, first: int) -> bool:
    """Whether the word is all there is between two breaks: a cell, a signature, an entry of a list."""
    return reading.starts_sentence(first) and (
        first + 1 >= len(reading) or bool(re.match(r"\s*[.,]?\s*[\n|;:\]]", reading.raw_gap(first + 1)))
    )


def _asks(reading: Reading, first: int) -> bool:
    """Whether the sentence that begins at `first` ends with a question mark."""
    after = reading.span(first, first + 1)[1]
    rest = reading.paragraph.text[after : after + 1000]
    end = re.search(r"[.?!\n|]", rest)
    return bool(end and end.group() == "?")


def _sentence_start(reading: Reading, first: int, *, expected: bool) -> Verdict:
    word, following, gap = reading.word(first), reading.token(first + 1), reading.gap(first + 1)
    if gap.startswith("'") and following and following.word == "s":
        return Sense.NAME, "possessive"
    if re.search(r"[\"“]$", reading.raw_gap(first)) and re.match(r"[\"”]", reading.raw_gap(first + 1)):
        return Sense.NAME, "alone in quotation marks"
    if _alone(reading, first):
        return (Sense.NAME, "stands alone") if expected or word in MODALS else (Sense.UNSURE, "stands alone")
    if following is None or gap != " ":
        if gap.startswith("-"):
            return Sense.WORD, "first part of a compound word"
        if gap.startswith((",", " (", ":", "/", ";", ")")):
            return (
                (Sense.NAME, "set off by punctuation")
                if expected or word in MODALS
                else (Sense.UNSURE, "set off by punctuation")
            )
        return (Sense.NAME, "set off by punctuation") if expected else (Sense.UNSURE, "set off by punctuation")
    after = following.word
    if word in MODALS:
        if after in _PRONOUNS | _DETERMINERS or after == "not":
            return Sense.WORD, "question"
        if _human_verb(reading, first + 1) or after == "and" or following.capital:
            return Sense.NAME, f"subject of '{after}'"
        if word == "will" and not _asks(reading, first):
            return Sense.NAME, "no question follows"
        return Sense.UNSURE, "modal verb or name at the start of a sentence"
    if word in _ABSTRACT and after == "is":
        return Sense.UNSURE, "subject of 'is'"
    if after in _AUXILIARIES and (word in ADJECTIVES | VERBS or _human_verb(reading, first + 2)):
        return Sense.NAME, f"subject of '{after}'"
    if after in _AUXILIARIES:
        return (Sense.NAME, f"subject of '{after}'") if expected else (Sense.UNSURE, f"subject of '{after}'")
    if _human_verb(reading, first + 1):
        return Sense.NAME, f"subject of '{after}'"
    if after in ("and", "or"):
        other = reading.token(first + 2)
        if other and other.capital:
            return Sense.NAME, "joined to a name"
        return Sense.WORD, "joined to a word"
    if word in VERBS and after in _DETERMINERS | _PRONOUNS:
        return Sense.WORD, "imperative"
    if after in _PLACED:
        return (Sense.NAME, f"before '{after}'") if expected else (Sense.UNSURE, f"before '{after}'")
    if expected and after in ("in", "on", "at", "with", "to") and word not in _ABSTRACT:
        return Sense.UNSURE, f"before '{after}'"
    if after in MODALS | {"would", "could"}:
        return (Sense.NAME, f"subject of '{after}'") if expected else (Sense.UNSURE, f"subject of '{after}'")
    if after.endswith("s") and reading.word(first + 2) in _DETERMINERS | _PRONOUNS | {"him", "them", "me", "us"}:
        return Sense.NAME, f"subject of '{after}'"
    if following.original.islower():
        if expected and word not in ADJECTIVES | SEASONS | MONTHS:
            return Sense.UNSURE, "first word of a sentence"
        return Sense.WORD, "first word of a sentence, before a noun"
    return (Sense.NAME, "before a capital") if expected else (Sense.UNSURE, "before a capital")


def _without_case(reading: Reading, first: int, *, expected: bool) -> Verdict:
    """Among capitals, grammar alone."""
    word, before, after = reading.word(first), reading.word(first - 1), reading.word(first + 1)
    opens, gap = reading.starts_sentence(first), reading.gap(first + 1)
    closes = first + 1 >= len(reading) or bool(re.match(r"\s*[.,;:)|\n\"”]", reading.raw_gap(first + 1)))
    if word in MODALS:
        if before in _PREPOSITIONS - {"and", "or"} and reading.gap(first) == " ":
            return Sense.NAME, f"in a name's place after '{before}'"
        if gap.startswith("'") or (opens and _human_verb(reading, first + 1)) or (closes and before not in _PRONOUNS):
            return Sense.NAME, "in a name's place"
        return Sense.WORD, "modal verb"
    if gap == "'" and after == "s":
        return Sense.NAME, "possessive"
    if word in PLACES and not any(word in kind for kind in (ADJECTIVES, VERBS, NOUNS)):
        return Sense.NAME, "no word but a name"
    if word in ADJECTIVES and before in ("how", "as", "so", "too", "very"):
        return Sense.WORD, "adjective"
    if before in _DETERMINERS and reading.gap(first) == " ":
        return Sense.WORD, "after an article"
    if _human_verb(reading, first + 1) and gap == " ":
        return Sense.NAME, f"subject of '{after}'"
    if closes and before not in _STATES and expected:
        return Sense.NAME, "in a name's place"
    if before in _STATES or gap == " ":
        return Sense.WORD, "before a noun"
    return (Sense.NAME, "in a name's place") if expected else (Sense.UNSURE, "among capitals")


def is_formal(title: str) -> bool:
    """Whether a title is never a word of its own: Mr, Mrs, Dr, PC."""
    return title in _FORMAL


_FORMAL = listed("mr mrs ms mx dr prof pc pcso wpc dc ds di dci sgt insp cllr rev revd")


def reads_as_place(reading: Reading, first: int) -> bool:
    """Whether a word of place stands before token `first`."""
    return bool(_place(reading, first)) or reading.word(first - 1) in ("at", "in", "near")
