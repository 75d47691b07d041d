"""Medicines and feeds by the words beside them: brands are in no dictionary, and a model takes them for people.

Only what nobody does, or what is done to nobody, is believed: nobody is titrated, or 40 mg. What is done to patients as
well ("was stopped.", "given Aptamil.") counts at the end of its clause in a paragraph that speaks of treatment.
"""

from __future__ import annotations

import regex

from reviewdocs.detect.lines import near_line_of
from reviewdocs.language.lexicon import RARE_NAME, forename_shares, surname_share
from reviewdocs.language.running import words_in

_FORM = (
    r"(?:tablets?|capsules?|caplets|inhalers?|nebulisers?|sachets?|syrup|suspension|cream|ointment|patch(?:es)?|"
    r"depot|injections?|infusion|gel|spray|lozenges?|suppositor(?:y|ies)|pessar(?:y|ies)|XL|MR|SR|"
    r"prescriptions?|overdose|dos(?:es?|age))\b"
)
_DOSE = r"\(?\d+(?:[.,]\d+)?\s?(?:mg|mcg|micrograms?|milligrams?|g|grams?|mls?|units?|iu|puffs?|tablets?)\b"
_FOR_WHAT = r"for\s(?:fits|seizures|pain|reflux|nausea|constipation|insomnia|asthma|eczema)\b"
_WAS = r"(?:was|were|had\sbeen|has\sbeen)\s(?:then\s|also\s|later\s)?"
_CLAUSE_ENDS = r"(?=\s*(?:[.,;)\n\0|]|$)|\s(?:and|but|for|which)\b)"
_AND_OTHERS = r"(?:(?:,|\sand|\sor|,\sand)\s\p{Lu}\p{L}+){0,4}"
_THERE_BEFORE = r"(?:\p{L}+(?:\sand\s|\sor\s|,\s(?:and\s|or\s)?)){0,4}$"

_AFTER = regex.compile(
    rf"{_AND_OTHERS}\s(?:{_FORM}|{_DOSE}|{_FOR_WHAT}|(?:drops|feeds?|milk|formula){_CLAUSE_ENDS}|{_WAS}(?:titrated|dispensed|discontinued)\b)"
)
_BEFORE = regex.compile(
    r"\b(?i:(?:overdos(?:es?|ed)|dos(?:es?|age)|course|tablets?|bottles?|packets?|boxe?s?|supply|mg|mls?)\s(?:of|on)|"
    rf"allerg(?:y|ic)\sto)\s{_THERE_BEFORE}"
)
_BESIDE_ONE = regex.compile(rf"\p{{Ll}}{{4,}}\s{_DOSE}\s?\)?,?\s(?:or|and|with|plus)\s$")
"""After a medicine with its dose: "buprenorphine 8 mg or Espranor"."""
_DONE_AFTER = regex.compile(
    rf"{_AND_OTHERS}\s{_WAS}(?:started|commenced|stopped|restarted|increased|reduced|prescribed|administered|tried|given|"
    rf"withheld|withdrawn){_CLAUSE_ENDS}"
)
_DONE_BEFORE = regex.compile(
    r"\b(?i:prescribed|administered|dispensed|given|(?:started|commenced|restarted|maintained)\son)\s"
    rf"(?i:(?:oral|liquid|rectal|intravenous|some|more|regular)\s)?{_THERE_BEFORE}"
)
_THEN = regex.compile(_AND_OTHERS + _CLAUSE_ENDS)
_TREATMENT = regex.compile(
    r"\b(?i:medicat|medicin|prescri|dos(?:e|age)|tablet|drug|cardiac|hypox|isch|seizure|epilep|reflux|formula|milk|feeds?\b|"
    r"allerg|antibiotic|infus|pharmac|symptom|diagnos|syndrome|mg\b|ml\b)|"
    r"(?i:itis|aemia|opathy|ectomy|azole|cillin|olol|pril|statin|azepam|aline|idone)\b"
)
_NEAR = 90
_VERSION = regex.compile(r"\s(?:XL|MR|SR|LA|PR)$")


def is_medicine(text: str, start: int, end: int) -> bool:
    """Whether a find is of words that nobody was counted with, and stands where a medicine or feed does."""
    found = text[start:end]
    if any(surname_share(w) > RARE_NAME or max(forename_shares(w)) > RARE_NAME for w in words_in(found)):
        return False
    near = max(0, start - _NEAR)
    if (
        _VERSION.search(found)
        or _AFTER.match(text, end)
        or _BEFORE.search(text, near, start)
        or _BESIDE_ONE.search(text, near, start)
    ):
        return True
    first, last = near_line_of(text, start, end)
    if not _TREATMENT.search(text[first:start] + " " + text[end:last]):
        return False
    given = _DONE_BEFORE.search(text, near, start) and _THEN.match(text, end)
    return bool(given or _DONE_AFTER.match(text, end))
