"""He, she, boy, girl said of somebody whose sex the map withholds by agreeing on "they"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.language.sentences import sentences
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.pseudonyms import MappedPerson
from reviewdocs.model.text import Layer
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import MAP, Example, Hit, Rule

HITS = (Example("Sibling 9 was at home and she said that her bed was wet."), Example("Sibling 9 is a boy of four."))
MISSES = (
    Example("Sibling 9 was at home; they said that their bed was wet."),
    Example("Mia said that she was tired."),
    Example("Mia said that she had told Sibling 9."),
)

_GENDERED = re.compile(
    r"\b(?:he|she|him|her|his|hers|himself|herself|boy|girl|son|daughter|brother|sister|male|female)\b", re.I
)
_OTHERS = re.compile(
    r"\b(?:Child|Adult|Baby|Sibling|Mother|Father|Mum|Dad|Uncle|Aunt|Grand\w+|Stepfather|Partner|"
    r"Worker|Nurse|Officer|Visitor|GP|Teacher)\b"
)


def _find(examined: Examined) -> Iterator[Hit]:
    withheld = [p for p in examined.pmap.people if _withheld(p)] if examined.pmap else []
    others = [p.pseudonym for p in examined.pmap.people if p not in withheld] if examined.pmap else []
    for paragraph in examined.paragraphs:
        if paragraph.layer is Layer.HIDDEN:
            continue
        for person in withheld:
            named = re.compile(rf"(?<!\w){re.escape(person.pseudonym)}(?!\w)")
            for begins, ends in sentences(paragraph.text):
                sentence = paragraph.text[begins:ends]
                found = named.search(sentence)
                rest = sentence[found.end() :] if found else ""
                aside = named.sub("", sentence)
                if not rest or _OTHERS.search(aside) or any(other in aside for other in others):
                    continue
                for word in _GENDERED.finditer(rest):
                    start = begins + (found.end() if found else 0) + word.start()
                    end = start + len(word.group())
                    yield Hit(
                        word.group(), paragraph.key, start, end, detected_by=(MAP,), detail=f"Of {person.pseudonym}."
                    )


def _withheld(person: MappedPerson) -> bool:
    return person.pronouns.casefold().startswith("they")


RULE = Rule(
    name="gendered-word",
    severity=Severity.NOTE,
    category=Category.CONSISTENCY,
    message="A word tells the sex of somebody whom the map calls “they”.",
    remedy="Write “they”, “the child” or “sibling”, if the sex is to be withheld; else put the pronouns into the map.",
    find=_find,
)
