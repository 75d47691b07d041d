"""Letters that are short for something else: acronyms of the field, numerals, degrees, terms that the text defines."""

from __future__ import annotations

import re

from reviewdocs.names.gender import likely_gender
from reviewdocs.names.listing import listed
from reviewdocs.names.titles import TITLES, fields_of_role
from reviewdocs.names.words import is_ordinary
from reviewdocs.pseudonymise.reading import Reading

# Short forms of the field that are also somebody's initials: never a person unless brackets after a name say so.
ACRONYMS = listed(
    """
    gp hv sw pc dc ds di ci mh dv da cp cin ehcp ae am pm nfa ot pt tv uk eu us usa hr it id ni nhs icb sar scr
    dhr imr la ld ll dn rn ed er iv im tb hiv adhd asd bp gcs cpr ecg mri ct xr uti nai fgm cse cce pcso cps
    hmp ypo yot ico dpa gdpr pa mp mps cc cv eg ie nb ps rip tbc tbd tba wc yr yrs sic ref dob dna dnr
    ltc ic icu itu scbu nicu hdu ama td bd od qds prn mca dols lpa imca iro cla lac sen sgo ico epo ppo pepe
    mash marac mappa lado dsl cpn amhp idva isva sio oic ooh edt abe re so no on in at to by if or as is it he
    we me my us up an am ok vs qc kc jp obe mbe phd ba bsc msc md mgm mgf pgm pgf mgp pgp ic lsp
    lscb sab csp dhsc dfe moj cqc hmi cafcass sudi sids
    """
)
_POINTED = listed("us uk usa eg ie am pm ps bc ad nb rip ba bsc ma msc phd md eu uae ussr")
"""Short forms that are written with full stops as well."""
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_SHOUTED = listed("ah be do ex go ha hi ho ma mr ms nd of oh rd st th uh ye")
"""Words, and endings of numbers, that stand in any line of capitals."""
_STRESSED = listed(
    "all and any are but did for had has her him his how its not now off one our out own she the two was"
)
_EVERYDAY = listed("ui vm hd cd dvd pdf http html")
"""Short forms of computing, which nobody takes for a person."""

_UNITS = listed("kb mb gb tb hz kw kv mw ml mg kg km cm mm")
_ARTICLES = listed("a an the this each every another")
_WHAT_IS_SOMEBODYS = listed(
    """
    account address assessment bedroom care case children chronology death family file flat funeral home house household
    incident inquest inquiry investigation matter meeting murder name plan records referral report review siblings
    statement team timeline trial visit
    """
)
"""What is called by the person's letters: "the FO case"."""
_POSTS = listed("educator officer manager coordinator specialist director supervisor administrator assistant")
_DEGREES = listed("ba bs ma ms bsc msc bed med ba beng meng llb llm mba mphil")
_SUBJECTS = listed(
    """
    accounting administration art arts biology business chemistry computer counselling criminology economics education
    elementary engineering english history hons honours law linguistics management mathematics medicine music nursing
    philosophy physics politics psychology science sciences social sociology statistics theology
    """
)
_SMALL_WORDS = listed("of the and for in to a an on at by with &")
_LONGEST_TERM = 8
"""Words of the longest term that is looked at, small words included."""
_MEANS = re.compile(r"\)?(?:: | = | [-–—] | \(| means | stands for )")
_YEAR = re.compile(r"\.?,? ?\(?(?:19|20)\d\d\b")


def means_else(letters: str, *, pointed: bool, shouting: bool) -> bool:
    """Whether letters that are somebody's initials are a short form, a numeral or a word in capitals first."""
    if pointed:
        return letters in _POINTED
    if letters in _STRESSED or (shouting and letters in _SHOUTED):
        return True
    return letters in ACRONYMS or letters in _EVERYDAY or is_ordinary(letters) or _ROMAN.fullmatch(letters) is not None


def names_thing(reading: Reading, first: int, last: int) -> bool:
    """Whether the letters [first, last) name a thing by their place: "a CD", "OH&S", "CU Educator", "M.S. Law"."""
    before, after = reading.gap(first), reading.gap(last)
    following = reading.token(last)
    letters = "".join(reading.word(index) for index in range(first, last))
    if last == first + 1 and len(reading.tokens[first].original) < 2:
        return True  # one character, that is folded into two letters
    if before == " " and reading.word(first - 1).isdigit() and letters in _UNITS:
        return True
    if before == " " and reading.word(first - 1) in _ARTICLES:
        return following is None or after != " " or following.word not in _WHAT_IS_SOMEBODYS
    if following is None:
        return False
    if after == "&" and len(following.word) == 1 and following.capital:
        return True
    if after == " " and ((following.capital and following.word in _POSTS) or _of_a_service(reading, last)):
        return True
    if letters in _DEGREES and following.word in _SUBJECTS and following.capital and after in (" ", ". ", ".", " ("):
        return True
    return last > first + 1 and _is_authors(reading, first, last)


def _of_a_service(reading: Reading, index: int) -> bool:
    """Whether "of" stands at `index` with a profession after it: "DD of Nursing"."""
    service = reading.token(index + 1)
    return (
        reading.word(index) == "of" and service is not None and service.capital and bool(fields_of_role(service.word))
    )


def _is_authors(reading: Reading, first: int, last: int) -> bool:
    """Whether the letters follow an author's surname in a reference: "Rowland, D.T. (1991)"."""
    author = reading.token(first - 1)
    if author is None or not author.capital or reading.gap(first) != ", " or reading.taken[first - 1]:
        return False
    end = reading.span(first, last)[1]
    return _YEAR.match(reading.paragraph.text, end) is not None


def defined(reading: Reading, first: int, last: int) -> bool:
    """Whether the text says here what the letters stand for, and it is nobody: "fiscal year (FY)", "ND: not seen"."""
    letters = "".join(reading.word(index) for index in range(first, last))
    if reading.gap(first).endswith("(") and reading.gap(last).startswith(")"):
        words = range(max(0, first - _LONGEST_TERM), first)
        return any(_spells(reading, range(start, first), letters) for start in words)
    if _MEANS.match(reading.gap(last)):
        words = range(last + 1, min(last + _LONGEST_TERM, len(reading)) + 1)
        return any(_spells(reading, range(last, end), letters) for end in words)
    return False


def _spells(reading: Reading, words: range, letters: str) -> bool:
    """Whether the first letters of a term's words, with or without the small ones, are these."""
    tokens = [reading.tokens[index] for index in words]
    if any(reading.taken[index] for index in words) or any(reading.gap(i) not in (" ", "-") for i in words[1:]):
        return False
    if tokens[0].word in TITLES or (tokens[0].capital and likely_gender(tokens[0].word)):
        return False  # a person, and one that the map does not know
    every = "".join(token.word[0] for token in tokens)
    return letters in (every, "".join(token.word[0] for token in tokens if token.word not in _SMALL_WORDS))
