"""Annotated cases with other people's names of the same kind: as usual as names and as words as the old ones."""

from __future__ import annotations

import copy
import random
import re
from dataclasses import replace
from functools import cache
from typing import Any

from annotated import Passage, data_of, passages

from reviewdocs.language.lexicon import frequency, names
from reviewdocs.names.folding import fold_text

_WORD = re.compile(r"[^\W\d_]+")
_KINDS = {"she": "women", "he": "men"}


def renamed(case: str, seed: int) -> tuple[dict[str, Any], list[tuple[Passage, Passage]]]:
    """The map with other names, and each passage as it was and with them.

    Words of a stretch that are names of the map to the letter, whatever their case, are exchanged; others stay.
    """
    data = copy.deepcopy(data_of(case))
    rnd, new = random.Random(f"{case}{seed}"), dict[str, str]()
    here = " ".join(passage.text for passage in passages() if passage.case == case)
    taken = {fold_text(word) for word in _WORD.findall(here)}
    for person in data["people"]:
        kind = _KINDS.get(person.get("pronouns", "").partition("/")[0], "women")
        for key, pool in (("forename", kind), ("surname", "surnames")):
            for word in _WORD.findall(person.get(key) or ""):
                if len(word) > 3 and fold_text(word) not in new:
                    new[fold_text(word)] = _alike(fold_text(word), pool, taken, rnd)
    for person in data["people"]:
        for key in ("forename", "middle", "surname"):
            person[key] = _exchanged(person.get(key) or "", new)
        for key in ("known_as", "former_names"):
            person[key] = [_exchanged(name, new) for name in person.get(key) or []]
    for entry in (*data.get("permitted", []), *data.get("panel", [])):
        entry["name"] = _exchanged(entry.get("name") or "", new)
    for group in data.get("groups") or []:
        group["surname"] = _exchanged(group["surname"], new)
    return data, [(passage, _passage(passage, new)) for passage in passages() if passage.case == case]


@cache
def _kinds(pool: str) -> dict[tuple[int, int], list[str]]:
    kinds: dict[tuple[int, int], list[str]] = {}
    for name, share in names(pool).items():
        if len(name) > 3 and name.isalpha():
            kinds.setdefault((round(frequency(name)), round(share)), []).append(name)
    return kinds


def _alike(name: str, pool: str, taken: set[str], rnd: random.Random) -> str:
    kinds = _kinds(pool)
    usual, share = round(frequency(name)), round(names(pool).get(name, -4.0))
    nearest = sorted(kinds, key=lambda kind: (3 * abs(kind[0] - usual) + abs(kind[1] - share), kind))
    for kind in nearest:
        free = [word for word in kinds[kind] if word not in taken and word[0] == name[0]]
        if free:
            taken.add(chosen := rnd.choice(free))
            return chosen
    return name


def _exchanged(text: str, new: dict[str, str]) -> str:
    def one(match: re.Match[str]) -> str:
        word = match.group()
        folded = fold_text(word)
        plural = folded[-1:] == "s" and folded not in new and folded[:-1] in new
        name = new[folded[:-1]] + "s" if plural else new.get(folded)
        if name is None:
            return word
        return name.upper() if word.isupper() and len(word) > 1 else name if word.islower() else name.capitalize()

    return _WORD.sub(one, text)


def _passage(passage: Passage, new: dict[str, str]) -> Passage:
    pieces, spans, at = list[str](), list[dict[str, Any]](), 0
    length = 0
    for span in sorted(passage.spans, key=lambda span: span["start"]):
        named = span["action"] == "replace" or span["label_or_ref"] in ("PERSON", "permitted")
        inside = passage.text[span["start"] : span["end"]]
        inside = _exchanged(inside, new) if named and span["start"] >= at else inside
        if span["start"] < at:
            continue
        between = passage.text[at : span["start"]]
        pieces += [between, inside]
        length += len(between)
        spans.append({**span, "start": length, "end": length + len(inside)})
        length += len(inside)
        at = span["end"]
    return replace(passage, text="".join([*pieces, passage.text[at:]]), spans=spans)
