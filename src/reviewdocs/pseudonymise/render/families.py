"""Families: "the two Prowse girls", "the Prowse/Teale family", and people told by the surname they share."""

from __future__ import annotations

import re

from reviewdocs.model.mentions import Category
from reviewdocs.pseudonymise.render.kin import GAP, core
from reviewdocs.pseudonymise.render.line import Line, Slot
from reviewdocs.pseudonymise.render.wording import genitive

_PEOPLE = (
    r"(?:(?:grand|step)?(?:child(?:ren)?|sons?|daughters?|parents?)|girls?|boys?|kids?|siblings?|brothers?|sisters?|"
    r"twins?|cousins?|women|men)"
)
_NOUN = re.compile(rf"{GAP}+(?:(?P<people>{_PEOPLE})|(?P<family>famil(?:y|ies))|(?P<house>households?))\b", re.I)
_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLE = re.compile(r"(?:the|an?)\s", re.I)
_THE = re.compile(r"\bthe\s+$", re.I)


def as_family(line: Line, index: int) -> None:
    """Word slot `index` as a family where a noun beside it says that one is meant."""
    slot = line.slots[index]
    if slot.mention.category is not Category.PERSON or line.before(index).endswith("-"):
        return
    noun = _NOUN.match(line.after(index).text)
    if noun and noun["people"] and _POSSESSIVE.search(slot.mention.text):
        return  # "the Prowses' son" needs no more than "the family's"
    if noun is None or not (_is_family(slot) or _THE.search(line.before(index))):
        slot.text = _first_of_many(slot.text)
    elif noun["people"]:
        bare = _POSSESSIVE.sub("", slot.text)
        _with_people(line, index, noun, _first_of_many(bare) if _is_group(slot) else _of_all(_people_of(slot)))
    elif not _is_family(slot):
        _possessive(line, index)
    elif noun["family"] and slot.text.endswith("family"):
        line.leave_out(index, line.end_of(index) + noun.end())


def join_families(line: Line, index: int) -> None:
    """Word slot `index` and the next one as one family where a slash joins their names: "the Prowse/Teale family"."""
    first, second = line.slots[index], line.slots[index + 1]
    if not re.fullmatch(rf"{GAP}*/{GAP}*", line.text[first.end : second.start]) or first.same_as(second):
        return
    noun = _NOUN.match(line.after(index + 1).text)
    if noun is None and not second.text.endswith("family"):
        return
    groups = [core(slot.text) for slot in (first, second) if _is_group(slot)]
    named = " and the ".join(groups) or _of_all([*_people_of(first), *_people_of(second)])
    if noun and noun["house"]:
        named = named.removesuffix(" family")
    line.leave_out(index, second.end)
    article = _THE.search(line.before(index))
    first.text = named if article or not groups else f"the {named}"
    if not groups and article:
        first.start -= len(article.group())
    if noun and noun["people"]:
        _with_people(line, index, noun, named)
    elif noun and noun["family"] and named.endswith("family"):
        line.leave_out(index, line.slots[index + 1].end + noun.end())


def _with_people(line: Line, index: int, noun: re.Match[str], named: str) -> None:
    """ "The family's children", or "the two girls in the family" where more than an article stands before."""
    slot, named = line.slots[index], core(named)
    taken = _ARTICLE.match(slot.mention.text)
    held = taken and (_ARTICLE.match(slot.text) or re.match(r"the\s", taken.group(), re.I))
    article = held.group() if held else ""
    end = line.end_of(index) + noun.end()
    if named.endswith(noun["people"]):  # the group is "the brothers"
        slot.text = article + named
        line.leave_out(index, end)
    elif (
        _is_group(slot)
        and noun["people"].casefold() in ("children", "kids")
        and (_THE.match(article) or _THE.search(line.before(index)))
        and " and the " not in named
    ):
        slot.text = article + genitive(f"the {named}").removeprefix("the ")
    elif re.match(r"['’]", line.after(index).text[noun.end() :]):
        slot.text = article + named
    else:
        slot.text = f"{article}{noun['people']} in {'the ' if named[:1].islower() else ''}{named}"
        line.leave_out(index, end)


def _possessive(line: Line, index: int) -> None:
    """ "The Teale family" as "Father's family"."""
    slot, article = line.slots[index], _THE.search(line.before(index))
    slot.text, slot.start = genitive(slot.text), slot.start - (len(article.group()) if article else 0)


def _is_group(slot: Slot) -> bool:
    """Whether a group of the map stands here, or a family as a whole."""
    return len(slot.mention.refs) > 1 and not re.search(r",|\sand\s|['’]s\sfamily", slot.text)


def _is_family(slot: Slot) -> bool:
    return _is_group(slot) or slot.text.endswith("family")


def _people_of(slot: Slot) -> list[str]:
    return re.split(r",\s|\sand\s", re.sub(r"['’]s(?:\sfamily)?$", "", slot.text))


def _of_all(people: list[str]) -> str:
    """Whose family it is: of three and more the first, whom the others are kin of."""
    people = list(dict.fromkeys(people))
    return f"{' and '.join(people) if len(people) < 3 else people[0]}'s family"


def _first_of_many(text: str) -> str:
    """ "Child A's family" for "Child A, Mother and MGM's family"."""
    return re.sub(r"^([^,]+), .+ and .+['’]s family$", r"\1's family", text) if text.endswith("family") else text
