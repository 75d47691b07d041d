"""Names in lower case, in notes whose writer gave no capitals: "tc to amber", "says dale rang", "glen let me in".

There case says nothing; what is left is the place in the sentence. A name takes no article, and a noun that can be
counted takes one.
"""

from __future__ import annotations

import re

from reviewdocs.names.listing import listed
from reviewdocs.names.words import ADJECTIVES, MODALS, NOUNS, PLACES, VERBS, is_ordinary
from reviewdocs.pseudonymise.grammar import (
    AUXILIARIES,
    COUNTED,
    DETERMINERS,
    HUMAN_VERBS,
    PLACED,
    PREPOSITIONS,
    PRONOUNS,
    Prior,
    Sense,
    Verdict,
    human_verb,
    predicate,
)
from reviewdocs.pseudonymise.reading import Reading

_REACHED = listed(
    """
    tc tel telcon rang ringing ring phoned phone told tell tells telling asked ask asks saw met emailed email texted
    messaged msgd visited sv hv informed advised dear hi hello thanked collected dropped poor hugged hit take
    bring fetch mind feed bath
    """
)
"""What stands right before somebody who is reached, told or struck."""
_SPOKEN = listed(
    """
    tc sv hv call called calls spoke spk speak speaking talk talked talking text texted email emailed msg message visit
    visited visits passed referred home letter chat wrote contact contacted session mtg meeting met discussed dad mum
    mother father brother sister nan aunt uncle friend partner carer photo picture news
    """
)
_TOWARDS = listed("to with from by re of about for w")
_BEFORE_PEOPLE = listed("and re about for than doing")
TEXT_SPEAK = listed("ty np gm gn jk ur pls plz thx tx omg lol idk btw rn ly ily tb bk")
"""Short forms of messages, which small nicknames look like."""
_CONTRASTED = listed("other another")
_PEOPLE = listed(
    """
    sw hv pc dc ds sgt nurse gp doctor neighbour manager carer teacher head worker officer mum mam mom dad gran nan
    grandad uncle auntie aunt cousin sister brother son daughter friend mate partner girlfriend boyfriend wife husband
    lodger landlord sibling baby
    """
)
"""After which a name stands without an article: "neighbour hazel"."""
_FELT_FOR = listed(
    "know knows knew love loves like likes hate hates miss misses blame blames trust trusts hurt hurts hit hits help "
    "helps visit visits recognise recognises"
)
"""Whose object without an article is somebody, or a thing that is not counted."""
_CARED_FOR = listed(
    "gave give giving helped helping washed washing dressed dressing fed feeding bathed bathing turned turning lifted "
    "lifting hoisted toileted assisted assisting encouraged prompted left found moved supported reassured settled "
    "changed checked got took brought dropped fetched"
)
"""Whose object in a carer's log is the person cared for."""
_OF_THINGS = listed("of in on into onto under over through per like as some more no any two three four five six half")
_UPON = listed("on over under round up along against")
_PAST = listed("rose shot led lay bore found")
"""Nouns that are also what somebody did."""
_SPOKE = listed("said says told asked asks rang texted phoned replied messaged thinks")
"""What nobody but people does, and no word in a name's place as verb or noun goes before."""
_CAN = listed("can cant could couldnt will wont would wouldnt should must might wld wldnt cld cldnt shld shldnt")
_QUESTION = listed("did does didnt doesnt")
_ASKED_IF_DONE = listed(
    "ever not also actually say know want think tell ask ring call phone text come go see leave live sleep eat smoke "
    "drink hit shout cry mention attend visit"
)
"""After which, with a name between, "did" asks what somebody did."""
_IN_WORK = listed("senior manager deputy keyworker carer nurse")
_CLAUSE = listed(
    "says said say thinks thought and but if when because cos while as so then that states stated told reports"
)


def named(reading: Reading, index: int, prior: Prior) -> Verdict | None:
    """What a word of English in lower case is by its place in a note; None where nothing says that it is a name."""
    word, before, after = reading.word(index), reading.word(index - 1), reading.word(index + 1)
    gap, following = reading.gap(index), reading.gap(index + 1)
    close = gap == " "
    if close and prior.shared and before in _CONTRASTED and _closes(reading, index):
        return Sense.NAME, f"another of the name, after '{before}'"
    if close and (before in DETERMINERS or before in ADJECTIVES):
        return None
    line = index == 0 or "\n" in reading.raw_gap(index)
    if line and prior.forename and word in COUNTED and following == " " and after in _IN_WORK:
        return prior.name_if_expected(f"who does what: '{after}'")
    if prior.forename and close and before in _QUESTION and following == " " and after in _ASKED_IF_DONE:
        return prior.name_if_expected(f"asked of a person: '{before} … {after}'")
    described = following == " " and after in NOUNS and after not in HUMAN_VERBS and after not in PREPOSITIONS
    if described or following.startswith("-") or gap.endswith("-"):
        return None
    reached = before in _REACHED or (before == "c" and reading.word(index - 2) == "t" and reading.gap(index - 1) == "/")
    if close and reached and word not in MODALS:
        return Sense.NAME, f"in a name's place after '{before}'"
    if word == "pearl" and reading.word(index - 2) == "mother":
        return None
    if close and before in _TOWARDS and reading.word(index - 2) in _SPOKEN and reading.gap(index - 1) == " ":
        return Sense.NAME, f"in a name's place after '{reading.word(index - 2)} {before}'"
    if prior.forename and (verdict := _set_apart(reading, index, prior) or _beside(reading, index, prior)):
        return verdict
    if following == "'" and after == "s" and prior.forename and word not in VERBS:
        return prior.name_if_expected("possessive")
    opens = index == 0 or (close and before in _CLAUSE) or bool(re.search(r"[.!?:;,\n]", reading.raw_gap(index)))
    if opens and prior.forename and following == " " and after in _SPOKE and word not in MODALS:
        return Sense.NAME, f"only people do so: '{after}'"
    if opens and prior.forename and following == " " and human_verb(reading, index + 1) and after not in PRONOUNS:
        return prior.name_if_expected(f"said of a person: '{after}'")
    if opens and prior.forename and following == " " and after in _CAN:
        return prior.name_if_expected(f"said of a person: '{after}'")
    if prior.forename and (following in (" + ", " & ") or gap in (" + ", " & ")):
        return prior.name_if_expected("joined to a name")
    if prior.forename and word in COUNTED and close and before in _BEFORE_PEOPLE:
        return prior.name_if_expected("a thing would have an article")
    bare = word in COUNTED and word not in _PAST and not _part_of_thing(reading, index)
    if prior.forename and prior.expected and bare:
        sure = (close and before in _CARED_FOR) or (opens and predicate(reading, index + 1))
        return (Sense.NAME if sure else Sense.UNSURE), "a thing would have an article"
    return None


def _part_of_thing(reading: Reading, index: int) -> bool:
    """Whether what is beside a noun accounts for its having no article: "two", "pot of", "a bug", "on the wall"."""
    if reading.word(index + 1) in _UPON and reading.word(index + 2) in DETERMINERS:
        return True
    if reading.gap(index) != " ":
        return reading.gap(index)[-1:] not in ("", " ", "\n")
    before = reading.word(index - 1)
    if before.isdigit() or before in _OF_THINGS or (before in NOUNS and before not in _PEOPLE):
        return True
    return reading.word(index - 2) in DETERMINERS and not human_verb(reading, index - 1)


def _closes(reading: Reading, index: int) -> bool:
    """Whether the sentence, clause or line ends after the word."""
    return index + 1 >= len(reading) or bool(re.match(r"\s*[.,;:!?)\n]|\s+[-–]\s", reading.raw_gap(index + 1)))


def _set_apart(reading: Reading, index: int, prior: Prior) -> Verdict | None:
    """A forename that is a sentence by itself, or is said to be something without a verb: "fern a saint"."""
    word, after, following = reading.word(index), reading.word(index + 1), reading.gap(index + 1)
    sentence = re.search(r"[.!?]\s+$", reading.raw_gap(index)) is not None
    if sentence and word in NOUNS and following[:1] in (".", "!"):
        return prior.name_if_expected("a sentence by itself")
    opens = index == 0 or sentence or bool(re.search(r"[:;,\n]", reading.raw_gap(index)))
    if opens and following == " " and word in COUNTED and after in ("a", "an", "the"):
        return prior.name_if_expected("what somebody is, without a verb")
    return None


def _beside(reading: Reading, index: int, prior: Prior) -> Verdict | None:
    """A forename in lower case beside a role, another name, or "with": "texted sw rose.", "zadie and hope"."""
    word, before, after = reading.word(index), reading.word(index - 1), reading.word(index + 1)
    if reading.gap(index) != " " or word in MODALS:
        return None
    ends = _closes(reading, index)
    if before in _FELT_FOR and ends and word in COUNTED:
        return prior.name_if_expected("a thing would have an article")
    if before in _PEOPLE and (ends or (human_verb(reading, index + 1) and after not in AUXILIARIES)):
        sure = word in COUNTED or word in PLACES
        return (Sense.NAME, f"a name after '{before}'") if sure else prior.name_if_expected(f"after '{before}'")
    if before in ("with", "w") and (ends or after in PLACED or after in ("and", "re")):
        if word in PLACES and word not in NOUNS:
            return Sense.NAME, "nobody is with a place"
        if word in COUNTED:
            return prior.name_if_expected("a thing would have an article")
    other = index - 2
    joined = before in ("and", "n") and other >= 0 and reading.gap(index - 1) == " "
    if joined and reading.taken[other] and not is_ordinary(reading.word(other)) and len(reading.word(other)) > 1:
        return Sense.NAME, "joined to a name"
    return None
