"""Further training cases from annotated ones: the same texts with other people's names, and in other letters.

Half of the new names are ordinary words of the same texts, so that the fit cannot learn names by heart and sees many
that are words. What is made from a case is grouped with it wherever cases are left out.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from rapidfuzz.distance import OSA

from reviewdocs.language.lexicon import frequency
from reviewdocs.language.lexicon import names as counted
from reviewdocs.language.titles import TITLES
from reviewdocs.names.entities import entities_of
from reviewdocs.names.folding import fold_text
from reviewdocs.pseudonymise.model import Likeness, Reading
from reviewdocs.pseudonymise.propose.bearers import KIN_WORDS, SMALL_WORDS, words_in
from reviewdocs.pseudonymise.propose.proposer import Proposer
from training.mentions.corpus import Case, Text, refs_of

_WORD = re.compile(r"[^\W_]+")
_SHARE_OF_WORDS, _SHARE_OF_SLIPS = 0.5, 0.12
_LONE = 3
Edit = tuple[int, int, str]


def _like(new: str, old: str) -> str:
    """A name in the letters of another."""
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new.lower() if old.islower() else new[:1].upper() + new[1:].lower()


def slip(word: str, rnd: random.Random) -> str:
    """A word with one slip of the pen or the ear."""
    if len(word) < _LONE:
        return word
    at = rnd.randrange(1, len(word) - 1)
    return rnd.choice(
        (
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + rnd.choice("aeiourstln") + word[at + 1 :],
            word[:at] + rnd.choice("aeiou") + word[at:],
        )
    )


class _Pool:
    """Names to draw from: as usual as they are, or words of the case's own texts."""

    def __init__(self, texts: Sequence[Text], rnd: random.Random) -> None:
        self._rnd = rnd
        self._names = {kind: list(counted(kind).items()) for kind in ("surnames", "men", "women")}
        self._weights = {kind: [10**share for _, share in held] for kind, held in self._names.items()}
        present = sorted(
            {
                word
                for text in texts
                for match in _WORD.finditer(text.text)
                if len(word := fold_text(match.group())) > 2 and word.isalpha() and 2.8 < frequency(word) < 5.6
                if not any(s["start"] < match.end() and match.start() < s["end"] for s in text.spans)
            }
            - TITLES.keys()
            - KIN_WORDS
            - SMALL_WORDS
        )
        self._present = {
            kind: [word for word in present if word in counted(kind) or (kind != "surnames" and rnd.random() < 0.01)]
            for kind in self._names
        }

    def draw(self, kind: str) -> str:
        """A name of a kind."""
        own = self._present[kind]
        if own and self._rnd.random() < _SHARE_OF_WORDS:
            return self._rnd.choice(own)
        return self._rnd.choices(self._names[kind], self._weights[kind])[0][0]


def _kinds(data: dict[str, Any], rnd: random.Random) -> Iterator[tuple[str, str]]:
    """(folded word of a person's name, which kind of name it is)."""
    for person in data.get("people") or []:
        gender = "women" if (person.get("pronouns") or "").startswith("she") else "men"
        for name in (person.get("forename"), person.get("middle"), *(person.get("known_as") or [])):
            yield from ((word, gender) for word in words_in(name or "") if word not in KIN_WORDS | SMALL_WORDS)
        for name in (person.get("surname"), *(person.get("former_names") or [])):
            yield from ((word, "surnames") for word in words_in(name or "") if word not in SMALL_WORDS)
    for key in ("permitted", "panel"):
        for person in data.get(key) or []:
            words = [word for word in words_in(person.get("name") or "") if word not in TITLES]
            for at, word in enumerate(words):
                yield word, "surnames" if at == len(words) - 1 else rnd.choice(("men", "women"))


def _drawn(data: dict[str, Any], pool: _Pool, rnd: random.Random) -> dict[str, str]:
    """By folded word of a name: the word that stands in its place; short forms stay short forms."""
    found: dict[str, str] = {}
    old = dict(reversed(list(_kinds(data, rnd))))
    for word, kind in old.items():
        if len(word) < 2:
            continue
        longer = next((found[name] for name in found if len(word) >= _LONE and name.startswith(word)), None)
        new = longer[: max(_LONE, len(word))] if longer else pool.draw(kind)
        for _ in range(20):
            if new not in found.values() and new not in old:
                break
            new = pool.draw(kind)
        found[word] = new
    return found


def _renamed(data: dict[str, Any], new: dict[str, str]) -> dict[str, Any]:
    """The map with the names drawn."""

    def named(name: str | None) -> str:
        return re.sub(
            r"[^\W_'’]+",
            lambda m: _like(new[fold_text(m.group())], m.group()) if fold_text(m.group()) in new else m.group(),
            name or "",
        )

    data = copy.deepcopy(data)
    for person in data.get("people") or []:
        for key in ("forename", "middle", "surname"):
            person[key] = named(person.get(key))
        for key in ("known_as", "former_names", "misspellings"):
            if person.get(key):
                person[key] = [named(name) for name in person[key]]
    for key in ("permitted", "panel"):
        for person in data.get(key) or []:
            person["name"] = named(person.get("name"))
    for group in data.get("groups") or []:
        group["surname"] = named(group.get("surname"))
    return data


class _Swapper:
    def __init__(self, case: Case, new: dict[str, str], rnd: random.Random) -> None:
        self._new, self._rnd = new, rnd
        self._entities = entities_of(case.pmap)
        self._proposer = Proposer(self._entities)

    def text(self, text: Text) -> Text:
        """A passage with the names drawn."""
        edits = sorted(self._edits(text))
        pieces, at = [], 0
        for start, end, new in edits:
            pieces += [text.text[at:start], new]
            at = end
        written = "".join([*pieces, text.text[at:]])
        spans = []
        for span in text.spans:
            moved = {"start": _moved(edits, span["start"], False), "end": _moved(edits, span["end"], True)}
            if "core_start" in span:
                moved["core_start"] = _moved(edits, span["core_start"], False)
            spans.append({**span, **moved, "text": written[moved["start"] : moved["end"]]})
        return replace(text, text=written, spans=spans)

    def _edits(self, text: Text) -> Iterator[Edit]:
        readings: dict[int, Sequence[Reading]] = {}
        for paragraph in text.paragraphs():
            found = self._proposer.propose(paragraph.text)
            for candidate in found.at.values() if found else ():
                readings[paragraph.offset + candidate.start] = candidate.readings
        for span in text.spans:
            mapped = span["action"] == "replace"
            flagged = span["action"] == "flag" and span["label_or_ref"] in ("PERSON", "ONLINE", "CONTACT")
            if mapped or flagged or (span["action"] == "keep" and span["label_or_ref"] == "permitted"):
                for match in _WORD.finditer(text.text, span["start"], span["end"]):
                    new = self._word(match.group(), readings.get(match.start(), ()), refs_of(span) if mapped else None)
                    if new:
                        yield match.start(), match.end(), new

    def _word(self, word: str, readings: Sequence[Reading], refs: frozenset[str] | None) -> str:
        folded = fold_text(word)
        if folded in self._new:
            new = _like(self._new[folded], word)
            return slip(new, self._rnd) if refs and len(new) > _LONE and self._rnd.random() < _SHARE_OF_SLIPS else new
        held = [r for r in readings if refs and self._entities[r.entity].ref in refs]
        if not held:
            return ""
        best = held[0]
        entity = self._entities[best.entity]
        names = f"{entity.forename} {entity.middle} {entity.surname} {' '.join(entity.known_as)}"
        own = [name for name in words_in(names) if name in self._new]
        if not own:
            return ""
        name = self._new[max(own, key=lambda w: (w[0] == folded[0], OSA.normalized_similarity(w, folded)))]
        return self._form(word, best.likeness, name)

    def _form(self, word: str, likeness: Likeness, name: str) -> str:
        if len(word) == 1:
            return name[0].upper() if word.isupper() else name[0]
        if likeness is Likeness.PLURAL:
            return _like(name + "s", word)
        if likeness in (Likeness.BEGINNING, Likeness.PET):
            return _like(name[:_LONE] + self._rnd.choice(("", "y", "ie", "s", "z")), word)
        if likeness in (Likeness.NEAR, Likeness.SOUND, Likeness.NICKNAME, Likeness.SHARED_NICKNAME, Likeness.ENDING):
            return _like(slip(name, self._rnd), word)
        return (name[0] + word[1:]).upper() if likeness is Likeness.INITIALS else ""


def _moved(edits: Sequence[Edit], at: int, end: bool) -> int:
    """Where a place stands after the edits."""
    shift = 0
    for start, stop, new in edits:
        if stop <= at:
            shift += len(new) - (stop - start)
        elif start < at:
            return start + shift + (len(new) if end else 0)
    return at + shift


def swapped(case: Case, seed: int) -> Case:
    """The case with other names."""
    rnd = random.Random(f"{case.name}{seed}")
    new = _drawn(case.data, _Pool(case.texts, rnd), rnd)
    swapper, name = _Swapper(case, new, rnd), f"{case.name}#swap{seed}"
    return Case(name, _renamed(case.data, new), [replace(swapper.text(text), case=name) for text in case.texts])


def published(case: Case) -> Case:
    """The case as its copies read: every mention replaced by its pseudonym, so that what is left is mostly no mention.

    A copy is read again before it is written; words that were left stand there without the names that told them apart.
    """
    name = f"{case.name}#published"
    return Case(name, case.data, [_published(replace(text, case=name)) for text in case.texts])


def _published(text: Text) -> Text:
    edits = [(s["start"], s["end"], s.get("pseudonym") or "") for s in text.spans if s["action"] == "replace"]
    pieces, at = [], 0
    for start, end, new in edits:
        pieces += [text.text[at:start], new]
        at = end
    spans = [
        {**span, "start": _moved(edits, span["start"], False), "end": _moved(edits, span["end"], True)}
        for span in text.spans
        if span["action"] != "replace"
    ]
    written = "".join([*pieces, text.text[at:]])
    return replace(text, text=written, spans=[{**s, "text": written[s["start"] : s["end"]]} for s in spans])


def recased(case: Case, change: Callable[[str], str], what: str) -> Case:
    """The case in small letters or in capitals (letters that would become several stay)."""

    def changed(text: str) -> str:
        return "".join(new if len(new := change(letter)) == 1 else letter for letter in text)

    name = f"{case.name}#{what}"
    texts = [
        replace(t, case=name, text=changed(t.text), spans=[{**s, "text": changed(s["text"])} for s in t.spans])
        for t in case.texts
    ]
    return Case(name, case.data, texts)
