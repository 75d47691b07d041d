"""What a model finds of annotated cases that it has not seen: `python -m training.left_out FOLDER [--least 0.3]`.

FOLDER is a pipeline that was trained on none of them, or what `python -m training --folds` wrote: each case is then
read by the model that has not seen its author. Counted are marked spans touched by a candidate, by register, category
and writing; candidates of a person, place, body, code, clock time or young age that touch nothing marked, for each
thousand words; and spans that must stay and are touched by none of these.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy

from reviewdocs.detect import pipeline
from reviewdocs.detect.plain import readable
from training import corpora
from training.mentions.corpus import Case, Text, read
from training.mentions.sets import sets

_NAMING = frozenset(["PERSON", "PLACE", "ORG", "CODE", "TIME", "AGE"])
"""Labels that raise an alarm where nothing is marked; dates, nations and sums go unmarked in many places."""
_INITIALS = 3
_OF_PEOPLE = frozenset(["replace person", "replace group", "PERSON", "permitted"])
Candidate = tuple[int, int, str, float]


@dataclass(frozen=True, slots=True)
class Read:
    """A passage and the candidates found in it."""

    text: Text
    found: Sequence[Candidate]


def readings(cases: Sequence[Case], folder: Path) -> Iterator[Read]:
    """Each passage, read by a model that has not seen it."""
    assert pipeline.CANDIDATES  # registers the stage
    groups = folder / "groups.json"
    if groups.exists():
        group = json.loads(groups.read_text(encoding="utf-8"))
        models = {number: spacy.load(folder / str(number)) for number in sorted(set(group.values()))}
        of_case: Callable[[str], Any] = lambda name: models[group[name]]  # noqa: E731
    else:
        only = spacy.load(folder)
        of_case = lambda _: only  # noqa: E731
    for case in cases:
        for text in case.texts:
            yield Read(text, list(candidates(of_case(case.name), text)))


def candidates(nlp: Any, text: Text) -> Iterator[Candidate]:
    """What a pipeline finds in a passage, read by paragraph as the detectors read it."""
    for paragraph in text.paragraphs():
        plain, origins = readable(paragraph.text)
        doc = nlp(plain)
        for span in doc.spans[pipeline.CANDIDATES]:
            start, end = paragraph.offset + origins[span.start_char], paragraph.offset + origins[span.end_char - 1] + 1
            yield start, end, span.label_, span._.identifying


def tallied(readings: Sequence[Read], least: float) -> dict[str, Counter[str]]:
    """Counts under "all", each register, category and writing: of, hit; words, alarms; keep, kept."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for each in readings:
        found = [candidate for candidate in each.found if candidate[3] >= least]
        naming = [candidate for candidate in found if candidate[2] in _NAMING]
        of_text = [counts["all"], counts[each.text.register]]
        for count in of_text:
            count["words"] += len(each.text.text.split())
            count["alarms"] += sum(not _touches(c, each.text.spans) for c in naming)
        for span in each.text.spans:
            place = {"start": span.get("core_start", span["start"]), "end": span["end"]}
            if span["action"] == "keep" and span["label_or_ref"] != "permitted":
                kept = not any(_touches(c, [place]) for c in naming)
                for count in of_text:
                    count.update(keep=1, kept=kept)
            elif span["label_or_ref"] != "RARE_FACT":
                hit = any(_touches(c, [place]) for c in found)
                for count in (*of_text, *(counts[key] for key in _keys(span, each.text.text[slice(*place.values())]))):
                    count.update(of=1, hit=hit)
    return counts


def _touches(candidate: Candidate, spans: Sequence[dict[str, Any]]) -> bool:
    return any(candidate[0] < span["end"] and span["start"] < candidate[1] for span in spans)


def _keys(span: dict[str, Any], core: str) -> Iterator[str]:
    what = f"replace {span['entity']}" if span["action"] == "replace" else str(span["label_or_ref"])
    yield what
    if what in _OF_PEOPLE:
        letters = "".join(filter(str.isalpha, core))
        if core.islower():
            yield "(in small letters)"
        elif letters.isupper():
            yield "(initials)" if len(letters) <= _INITIALS else "(in capitals)"
        else:
            yield "(one word)" if len(core.split()) == 1 else "(several words)"


def told(counts: dict[str, Counter[str]]) -> Iterator[str]:
    """The counts as lines."""
    for name, count in sorted(counts.items()):
        line = f"{name}: {count['hit']}/{count['of']} = {count['hit'] / max(1, count['of']):.3f}"
        if count["words"]:
            alarms = 1000 * count["alarms"] / count["words"]
            line += f", alarms {alarms:.1f} per 1,000 words, kept {count['kept'] / max(1, count['keep']):.3f}"
        yield line


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--least", type=float, nargs="+", default=[0.3], help="least likelihood of a candidate counted")
    args = parser.parse_args()
    read_all = list(readings(read(sets(corpora.shared()).there), args.folder))
    for least in args.least:
        sys.stdout.write("\n".join([f"at {least} or more:", *told(tallied(read_all, least))]) + "\n")


if __name__ == "__main__":
    main()
