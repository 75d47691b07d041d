"""What words do in a sentence: the lists and the small questions that tell names from words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reviewdocs.names.listing import listed
from reviewdocs.names.words import ADJECTIVES, BARE, MONTHS, NOUNS, PLACES, SEASONS, VERBS, is_ordinary
from reviewdocs.pseudonymise.reading import Reading


class Sense(StrEnum):
    """What a word is taken for."""

    NAME = "name"
    WORD = "word"
    UNSURE = "unsure"


Verdict = tuple[Sense, str]


@dataclass(frozen=True, slots=True)
class Prior:
    """What map and document say of a word, whatever its sentence.

    Attributes:
        expected: somebody of that name is named in this document beyond doubt.
        forename: it is somebody's forename or nickname, by which people are called without a title.
        used: the document also has it in lower case, as a word.
        shared: two people of the map bear it.
    """

    expected: bool = False
    forename: bool = False
    used: bool = False
    shared: bool = False

    def name_if_expected(self, why: str) -> Verdict:
        """A name where the person is named in the document, else not certain."""
        return (Sense.NAME if self.expected else Sense.UNSURE), why


HUMAN_VERBS = listed(
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
    checks checked lets let gets got gives turns turned carries carried opens opened hands handed
    eats drinks drank screamed shouted shouts returned returns joined joins
    """
)
AUXILIARIES = listed("is was has had does did also never often always then still already later again")
DETERMINERS = listed(
    "a an the this that these those his her its their our my your some any no every each another such what which very"
)
PRONOUNS = listed("i you he she it we they there this that these those anyone someone everyone nobody who one")
PREPOSITIONS = listed(
    "to with from by re of for about at on in near towards between and or via against behind "
    "beside after before than like "
    "concerning regarding told asked saw met contacted rang phoned called visited informed advised named"
)
# What follows a person at the start of a note, and hardly a thing: "Iris downstairs says", "Dawn from the team".
PLACED = listed("from here there who whose downstairs upstairs outside inside again present alone both")
COUNTED = NOUNS - BARE - ADJECTIVES - VERBS - SEASONS - MONTHS - PLACES
"""Nouns that cannot open an English sentence in the singular without an article."""
ABSTRACT = listed("hope faith joy grace trust patience love mercy charity honour")


def human_verb(reading: Reading, index: int) -> bool:
    """Whether the token at `index` is a verb that has people for its subject."""
    word = reading.word(index)
    return word in HUMAN_VERBS or (len(word) > 4 and word.endswith("ed") and not is_ordinary(word))


STATES = listed(
    """
    well unwell poorly ill sick better worse fine ok okay low tired asleep awake upset calm settled unsettled tearful
    quiet happy unhappy sad anxious angry hungry thirsty drowsy alert floppy pale clingy withdrawn agitated distressed
    present absent late home away alone safe unsafe able unable ready aware unaware reluctant adamant pleasant polite
    chatty cheerful afraid frightened scared worried confused sober drunk intoxicated pregnant homeless fit sore hot
    nowhere subdued abusive aggressive compliant
    """
)
"""What people are said to be, in a note that leaves the verb out."""
_PARTICIPLES = listed(
    "seen brought known taken given born left kept met told found fed held made sent put woken heard hurt lost shown "
    "weighed given spoken hit bitten"
)
_ADVERBS = listed(
    "not now currently today tonight yesterday very quite really again also still never always due last first"
)
_NO_PERSON = listed("growing climbing covering forming melting rising setting looming falling fading evening morning")
_AGES = listed("day days week weeks wk wks month months mth mths year years yr yrs y m hour hours")


def predicate(reading: Reading, index: int) -> bool:
    """Whether what begins at token `index` is said of a person, without a verb: "well", "not brought", "14 weeks"."""
    token = reading.token(index)
    if token is None or reading.gap(index) != " " or not (token.original.islower() or token.word.isdigit()):
        return False
    word = token.word
    if word.isdigit():
        return reading.word(index + 1) in _AGES
    going = len(word) > 5 and word.endswith("ing") and word not in _NO_PERSON and not is_ordinary(word)
    return going or any(word in kind for kind in (STATES, _PARTICIPLES, _ADVERBS, PLACED))
