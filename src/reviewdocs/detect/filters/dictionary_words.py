"""One word of the dictionary that nobody was counted to be called."""

from __future__ import annotations

import regex

from reviewdocs.detect.around import is_surname
from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.running import all_words
from reviewdocs.language.words import is_english, is_forename, is_word
from reviewdocs.model.mentions import Category

HITS = (
    Example("1a «Hypoxic» brain injury", Category.PLACE),
    Example("«Decisional» capacity was conflated"),
    Example("12.8 «Dissent»"),
    Example("Substantiated – «Malicious» – False"),
    Example("told his «Emotional Literacy» Support Assistant", Category.ORG),
    Example("A «Transparency» Order is in force."),
    Example("Code: R__ «Volume»: __ of __"),
    Example("Sudden Unexpected Death in «Infancy»", Category.PLACE),
)
MISSES = (
    Example("told «Manning» so"),
    Example("(d) «Evergreen» has instructed solicitors."),
    Example("at the «Greyhound»", Category.PLACE),
    Example("known to all as «Breezy»."),
    Example("worked at «Challenge»", Category.ORG),
)


_FORMED = regex.compile(
    r"(?:(?:hypo|hyper|dys|endo|peri|neuro|cardio|gastro|haemat|haemo|psycho|physio|immuno|osteo|broncho|hepat|nephro|"
    r"thrombo|tachy|brady|poly|cyto|thermo|ortho|electro|cerebro|pneumo|arthro|dermat|encephal)\p{L}{3,}|"
    r"\p{L}{4,}(?:ional|itis|osis|aemia|uria|pathy|graphy|scopy|ectomy|ostomy|otomy|plasty|trophic|genic|ology|iatric|"
    r"plegia|paresis|algia|oedema|penia|megaly))"
)
"""Words of medicine and administration by how they are formed, which no dictionary holds all of."""
_HALVED = regex.compile(r"(?:mid|end|sub|co|re|foot|head|out|in)(?=\p{L}{4,})")


def _is_formed(word: str) -> bool:
    """Whether a word is of medicine, or made of two: "hypoxic", "decisional", "midline", "endnote"."""
    halved = _HALVED.match(word)
    return _FORMED.fullmatch(word) is not None or (halved is not None and is_english(word[halved.end() :]))


_NUMBERING = regex.compile(r"(?:^|[\n\0|\t])\W{0,3}(?:\d+[a-z]|\d+(?:\.\d+)+|(?:\d+|[a-z]|[ivx]+)[.)])\s{1,3}$")
_DOES = regex.compile(r"\s(?:has|had|have|is|was|were|will|\p{Ll}+ed)\b")
_DASH_BEFORE = regex.compile(r"[–—•→/]\s$")
_DASH_AFTER = regex.compile(r"\s[–—•→/]\s")
"""Between dashes or arrows: one of several answers or steps."""
_LABELS = regex.compile(r":(?:\s|$)")
_TITLE_AFTER = regex.compile(r"\s(\p{Lu}\p{Ll}{3,})\b")
_TITLE_BEFORE = regex.compile(r"(?:\p{Lu}\p{L}+\s(?:(?:in|of|and|for|the)\s)?){2,}$")


def _silences(find: Find) -> bool:
    if not find.by_model or find.category is Category.ADDRESS or find.is_somebody:
        return False
    words = [word for word in find.words if len(word) > 1 and not any(map(str.isdigit, word))]
    if not words or any(is_surname(word) or is_forename(word) or is_ordinary(word) for word in words):
        return False
    if find.label in (Category.PERSON, Category.PLACE) and all(map(_is_formed, words)):
        return True
    return all(is_english(word) or _is_formed(word) for word in words) and _is_owed(find)


def _is_owed(find: Find) -> bool:
    """Whether the capital is owed to a heading, a label of a form, or the title of something."""
    before = find.text[max(0, find.start - 60) : find.start]
    if _NUMBERING.search(before) and not _DOES.match(find.text, find.end):
        return True
    after = _TITLE_AFTER.match(find.text, find.end)
    if after and is_word(after[1].casefold()):
        return True
    if find.label not in (Category.PERSON, Category.PLACE):
        return False
    if _DASH_BEFORE.search(before) and _DASH_AFTER.match(find.text, find.end):
        return True
    if _LABELS.match(find.text, find.end):
        return True
    row = _TITLE_BEFORE.search(before)
    return row is not None and all_words(row[0])


FILTER = Filter(
    name="dictionary-words",
    leaves_out="words of the dictionary",
    why="It is a word of the dictionary that nobody bears as a name, with a capital as headings and forms have it.",
    source="wordfreq 3.1; surnames of the United States Census Bureau, 2010",
    silences=_silences,
)
