"""Words taken out of a sentence, with what only they held there: the preposition, the article, the comma, the "and".

What is left is a whole sentence, or nothing is taken out: a person who does something, or to whom it is done, leaves a
gap that only other words fill.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewdocs.language.beside import fits
from reviewdocs.language.grammar import ARTICLES, AUXILIARIES, DETERMINERS, PREPOSITIONS, SMALL, article_before
from reviewdocs.language.sentences import around, opens
from reviewdocs.model.text import Edit
from reviewdocs.pseudonymise.render.rewording import REACH, word_after, word_before

_LEADS = re.compile(
    r"(?:\b(?:known\s+as|called|named|aged|born(?:\s+on)?|dated|n[ée]e|formerly|because\s+of|out\s+of|next\s+to|close\s+to|"
    r"instead\s+of|along\s+with|together\s+with|as\s+well\s+as|due\s+to|owing\s+to|according\s+to|in\s+front\s+of|"
    r"on\s+behalf\s+of|(?:on\s+)?or\s+(?:about|around)))[^\S\n\t]+$",
    re.I,
)
"""What several words lead in together."""
_LEFT_IN_BRACKETS = 3
"""With so few words left in brackets, which led in what is gone, the brackets go too."""
_APPOSITION = re.compile(r",[^\S\n]+((?:the|an?|his|her|their|my|our|its)\s[^,.;:!?\n]{1,80}),(?=\s)", re.I)
_PLACE_GOES_ON = re.compile(r",[^\S\n]+([A-Z][\w'’-]*(?:[^\S\n][A-Z][\w'’-]*)*)(?:,(?=\s))?(?=[\s.;:!?)]|$)")
"""The rest of an address, which the preposition leads in as well: ", Fenmark,"."""
_CLOSED = re.compile(r"\s*(?:[.,;:!?)\]”]|$|[\n\t|])")
_LOST = re.compile(r"[,;:][ \u00a0]*")
_BLANK, _OPENING, _CLOSING = " \u00a0", "\n\t|(“", ".,;:!?)]”\n\t|"
_NOUN_LIKE, _LEAST = 3, 300
"""A word is no noun that stands so many times oftener behind "she" than behind "the"."""


@dataclass(slots=True)
class _Gap:
    """The code points [start, end) that go, what stands there instead, and whether what is left is whole."""

    text: str
    start: int
    end: int
    words: str = ""
    told_by: bool = False
    """Whether words such as "known as" led it in, which the rest cannot do without."""

    @property
    def before(self) -> str:
        return self.text[max(0, self.start - REACH) : self.start]

    @property
    def after(self) -> str:
        return self.text[self.end : self.end + REACH]


def removed(text: str, start: int, end: int, *, adjunct: bool) -> Edit | None:
    """The edit that takes [start, end) out; None where what is left would be no sentence.

    Args:
        text: the paragraph.
        start, end: code points of it.
        adjunct: it says when or how old, which a sentence can do without.
    """
    gap = _Gap(text, start, end)
    if _fills_its_sentence(gap) or _in_brackets(gap) or _possessive(gap):
        return _tidied(gap)
    led = _lead(gap)
    if led and _said_of_somebody(gap, adjunct=adjunct):
        return None
    if _apart(gap) or led or _one_of_several(gap) or _label(gap):
        return _tidied(gap)
    before = word_before(text, start).folded
    if before in DETERMINERS or opens(text, start):
        free = _noun_follows(gap) or (adjunct and before not in ARTICLES)
    else:
        free = adjunct and before not in PREPOSITIONS | AUXILIARIES
    return _tidied(gap) if free else None


def _fills_its_sentence(gap: _Gap) -> bool:
    """Nothing else is said in its sentence, line or cell."""
    first, last = around(gap.text, gap.start, gap.end)
    first = max(first, gap.text.rfind("\t", 0, gap.start) + 1, gap.text.rfind("|", 0, gap.start) + 1)
    last = min(last, *(at for mark in "\t|" if (at := gap.text.find(mark, gap.end)) >= 0), len(gap.text))
    if re.search(r"\w", gap.text[first : gap.start] + gap.text[gap.end : last]):
        return False
    gap.start, gap.end = first, last
    return True


def _in_brackets(gap: _Gap) -> bool:
    """It, or it with what leads it in, is all that the brackets hold."""
    opening, closing = re.search(r"\s*[(\[]([^()\[\]]*)$", gap.before), re.match(r"\s*[)\]]", gap.after)
    if not (opening and closing):
        return False
    left = opening[1].split()
    if len(left) > _LEFT_IN_BRACKETS or any(word.casefold() in PREPOSITIONS for word in left[:-1]) or "," in opening[1]:
        return False
    gap.start, gap.end = gap.start - len(opening.group()), gap.end + closing.end()
    return True


def _possessive(gap: _Gap) -> bool:
    """ "Mrs Ashgrove's house" becomes "the house"."""
    if not re.match(r"['’]s?\s+\w", gap.after) or (gap.after[1] != "s" and gap.text[gap.end - 1] != "s"):
        return False
    gap.end += 2 if gap.after[1] == "s" else 1
    gap.words = "" if word_before(gap.text, gap.start).folded in DETERMINERS else "the"
    return True


def _lead(gap: _Gap) -> bool:
    """Take the preposition and article that led it in; where a noun follows that these lead in as well, they stay."""
    article = word_before(gap.text, gap.start)
    if article.folded not in DETERMINERS:
        article = article._replace(start=gap.start)
    several = _LEADS.search(gap.text[max(0, article.start - REACH) : article.start])
    single = word_before(gap.text, article.start)
    if not several and single.folded not in PREPOSITIONS:
        return False
    if _noun_follows(gap):
        if article.start == gap.start and not re.search(r"\d\W*$", gap.text[gap.start : gap.end]):
            gap.words = "the"
            return True
        if article.start < gap.start:
            return True
    if single.folded == "between" and re.match(r"\s+and\b", gap.after):
        return False
    place = _PLACE_GOES_ON.match(gap.after)
    if place and not several and not opens(gap.text, single.start) and place[1].casefold() not in SMALL:
        within = "in" if single.folded == "at" else single.folded
        closed = gap.text[gap.end + place.end() - 1] == ","
        gap.words = f"{within} {place[1]}" if closed else within
        gap.start, gap.end = single.start, gap.end + (place.end() if closed else place.start(1))
        return True
    gap.told_by = several is not None
    gap.start = article.start - len(several.group()) if several else single.start
    second = word_before(gap.text, gap.start)
    if second.folded in PREPOSITIONS and second.folded != "between":  # "from within", "up to"
        gap.start = second.start
    return True


def _said_of_somebody(gap: _Gap, *, adjunct: bool) -> bool:
    """Whether it is what somebody is said to be, or where something was: "she was aged 7", "the visit was on 4 May"."""
    if gap.words or word_before(gap.text, gap.start).folded not in AUXILIARIES:
        return False
    following = word_after(gap.text, gap.end).folded
    if following in PREPOSITIONS and not gap.told_by:
        return False  # it is told otherwise as well where she was
    return not adjunct or bool(_CLOSED.match(gap.after)) or following in SMALL | {"then"}


def _apart(gap: _Gap) -> bool:
    """Commas part it from the rest, which is whole without it."""
    before, after = gap.before.rstrip(), gap.after
    if told := _APPOSITION.match(after):
        if opens(gap.text, gap.start):  # "Mrs Ashgrove, her aunt, rang": the aunt did
            gap.words, gap.end = told[1], gap.end + told.end()
            return True
        return False
    if not before.endswith((",", " –", " —", " -")) or not _CLOSED.match(after):
        return before.endswith(",") and re.match(r"\s+(?:and|or)\b", after) is not None and _comma_goes(gap)
    if after.startswith(","):
        following = word_after(gap.text, gap.end + 1)
        listed = following.folded in DETERMINERS | {"and", "or"} or gap.text[following.start : following.end].istitle()
        if not listed:
            gap.end += 1
    return _comma_goes(gap)


def _comma_goes(gap: _Gap) -> bool:
    gap.start = len(gap.text[: gap.start].rstrip(" ,–—-\u00a0"))
    return True


def _one_of_several(gap: _Gap) -> bool:
    """ "Her mother and Mrs Ashgrove": the others are still there."""
    joint = re.search(r"[^\S\n]+(?:and|or)[^\S\n]+$", gap.before)
    if joint and (_CLOSED.match(gap.after) or _a_name(gap, gap.start - len(joint.group()))):
        gap.start -= len(joint.group())
        return True
    follows = re.match(r"[^\S\n]+(?:and|or)(?=[^\S\n]+(\w+))", gap.after)
    if follows and (follows[1][:1].isupper() or follows[1].casefold() in DETERMINERS):
        if word_before(gap.text, gap.start).folded in {"both", "between", "either", "neither"}:
            return False
        gap.end += follows.end()
        return True
    return False


def _a_name(gap: _Gap, at: int) -> bool:
    """Whether what ends at `at` is somebody: a word with a capital, or one led in by an article or the like."""
    words = re.findall(r"[\w'’-]+", gap.text[max(0, at - REACH) : at])[-3:]
    return bool(words) and (words[-1][:1].isupper() or any(word.casefold() in DETERMINERS for word in words))


def _label(gap: _Gap) -> bool:
    """It is what a label ("Telephone:") leads in, to the end of its line."""
    return gap.before.rstrip(" ").endswith(":") and re.match(r"\s*(?:$|[\n\t|;])", gap.after) is not None


def _noun_follows(gap: _Gap) -> bool:
    """Whether what comes next is what an article stands before: "the Ashgrove family", "the 4 May meeting"."""
    word = word_after(gap.text, gap.end).folded
    after_the, after_she = fits("the", word), fits("she", word)
    return bool(word) and word not in SMALL and after_the != 0 and after_she < _NOUN_LIKE * max(after_the, _LEAST)


def _tidied(gap: _Gap) -> Edit:
    """The edit that leaves one blank, no comma without its words, and a capital where the sentence begins now."""
    text, start, end, words = gap.text, gap.start, gap.end, gap.words
    while start and text[start - 1] in _BLANK:
        start -= 1
    while end < len(text) and text[end] in _BLANK:
        end += 1
    begins = not start or text[start - 1] in _OPENING or opens(text, gap.start)
    if not words and (begins or text[start - 1] == ",") and (lost := _LOST.match(text, end)):
        end = lost.end()
    if start and text[start - 1] == "," and not words and text[end : end + 1] in ("", *".,;:!?)"):
        start -= 1
    following = words or text[end : end + 1]
    if begins and not text[gap.start : gap.start + 1].islower() and following[:1].islower():
        end += not words
        words = following[:1].upper() + following[1:]
    article = word_before(text, gap.start)
    said = article_before(words or text[end:])
    if article.folded in ("a", "an") and article.folded != said and gap.start == article.end + 1:
        return Edit(article.start, end, f"{said.capitalize() if text[article.start].isupper() else said} {words}")
    left = "" if not start or text[start - 1] in _OPENING else " "
    closed = text[end : end + 1] in ("", *_CLOSING)
    if not words:
        return Edit(start, end, "" if closed else left)
    grown = begins and len(words) == 1  # the capital of the word that follows
    return Edit(start, end, f"{left}{words}{'' if closed or grown else ' '}")
