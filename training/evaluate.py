"""How good a trained model is: alone, and united with the recognisers and with names looked for again.

python -m training.evaluate MODEL... [--threshold 0.3] [--verbose]
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.language import Language

from reviewdocs.detect import pipeline
from training import corpora, measures
from training.measures import Detect, Found

_CAPITALISED = re.compile(r"[^\W\d_][\w'’-]+")
_TITLES = {
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "judge",
    "prof",
    "the",
    "and",
    "pc",
    "ds",
    "dc",
    "di",
    "sister",
    "nurse",
    "auntie",
    "uncle",
    "nana",
    "mother",
    "father",
    "social",
    "worker",
}


def models(pipelines: Sequence[Language], threshold: float = 0.0) -> Detect:
    """The union of pipelines' entities, of which those with a lower decision score than the threshold are left out."""

    def detect(paragraphs: Sequence[str]) -> list[list[Found]]:
        found: list[list[Found]] = [[] for _ in paragraphs]
        for nlp in pipelines:
            for i, doc in enumerate(nlp.pipe(paragraphs)):
                groups = [doc.spans["candidates"]] if "candidates" in doc.spans else [doc.ents]
                for group in groups:
                    for span in group:
                        score = span._.identifying if span.has_extension("identifying") else 1.0
                        if score >= threshold:
                            found[i].append((span.start_char, span.end_char, span.label_, score))
        return found

    return detect


def patterns(paragraphs: Sequence[str]) -> list[list[Found]]:
    """What the recognisers alone find."""
    from reviewdocs.detect import recognisers

    return [
        [(a, b, r.category.value, s) for r in recognisers.REGISTERED for a, b, s in r.find(text)] for text in paragraphs
    ]


def propagated(detect: Detect) -> Detect:
    """Also every other place of a name that was found: the whole of it, and each capitalised part of a person's."""

    def more(paragraphs: Sequence[str]) -> list[list[Found]]:
        found = detect(paragraphs)
        names: Counter[str] = Counter()
        for text, spans in zip(paragraphs, found, strict=True):
            for a, b, label, _ in spans:
                if label not in ("DATE", "QUANTITY", "MISC") and b - a > 2 and any(map(str.isupper, text[a:b])):
                    names[text[a:b]] += 1
                if label == "PERSON":
                    for m in _CAPITALISED.finditer(text[a:b]):
                        if m.group()[0].isupper() and m.group().lower() not in _TITLES and len(m.group()) > 2:
                            names[m.group()] += 1
        if names:
            either = re.compile(
                r"(?<!\w)(?:" + "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)) + r")(?!\w)"
            )
            for text, spans in zip(paragraphs, found, strict=True):
                covered = [(a, b) for a, b, *_ in spans]
                spans += [
                    (m.start(), m.end(), "PERSON", 0.8)
                    for m in either.finditer(text)
                    if not any(a <= m.start() and m.end() <= b for a, b in covered)
                ]
        return found

    return more


def united(*detectors: Detect) -> Detect:
    """Everything that any of them finds."""

    def detect(paragraphs: Sequence[str]) -> list[list[Found]]:
        return [[f for each in found for f in each] for found in zip(*(d(paragraphs) for d in detectors), strict=True)]

    return detect


def report(name: str, detect: Detect, *, verbose: bool = False) -> None:
    """Print every figure of a detector."""
    tallies = measures.score_tab(measures.run_tab(detect))
    line = "  ".join(f"{f} {measures.ratio(tallies, f):.3f}" for f in measures.FIGURES)
    harmless = measures.held_out_harmless()
    alarms = [(t[a:b], label) for t, spans in zip(harmless, detect(harmless), strict=True) for a, b, label, _ in spans]
    words = sum(len(t.split()) for t in harmless)
    samples = measures.held_out_findable()
    hits: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    lost, extra = [], []
    for (text, gold), spans in zip(samples, detect([t for t, _ in samples]), strict=True):
        for a, b, label in gold:
            hit = any(c < b and a < d for c, d, *_ in spans)
            hits[label][0] += hit
            hits[label][1] += 1
            if not hit:
                lost.append((label, text[a:b]))
        extra += [(text[c:d], label) for c, d, label, _ in spans if not any(c < b and a < d for a, b, _ in gold)]
    out = [
        f"{name}: TAB {line}",
        f"   harmless {1000 * len(alarms) / words:.1f} per 1,000; held out "
        + " ".join(f"{k} {h}/{n}" for k, (h, n) in sorted(hits.items()))
        + f"; extra {len(extra)}",
    ]
    if verbose:
        by_type: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for each in tallies:
            for kind, (h, n) in each.by_type.items():
                by_type[kind][0] += h
                by_type[kind][1] += n
        out += [
            f"   {dict(by_type)}",
            f"   missed: {[m for t in tallies for m in t.missed]}",
            f"   alarms: {alarms}",
            f"   lost: {lost}",
            f"   extra: {extra}",
        ]
    out.append(_gold(detect, verbose=verbose))
    sys.stdout.write("\n".join(out) + "\n")


def _gold(detect: Detect, *, verbose: bool) -> str:
    hits: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    kept, loose, words = [0, 0], 0, 0
    for row in measures.gold_passages():
        texts = measures.lines_of(row["text"])
        spans = [
            (at + a, at + b, lab)
            for (at, _), found in zip(texts, detect([t for _, t in texts]), strict=True)
            for a, b, lab, _ in found
        ]
        words += row["words"]
        for s in row["spans"]:
            touched = any(a < s["end"] and s["start"] < b for a, b, _ in spans)
            if s["action"] == "keep":
                kept[0] += not touched
                kept[1] += 1
            else:
                name = s["label_or_ref"] if s["action"] == "flag" else "replace"
                hits[name][0] += touched
                hits[name][1] += 1
        marked = [(s["start"], s["end"]) for s in row["spans"]]
        loose += sum(
            lab not in ("DATE", "DEM", "QUANTITY", "MISC") and not any(a < e and s < b for s, e in marked)
            for a, b, lab in spans
        )
    return (
        f"   gold: alarms (no DATE DEM QUANTITY) {1000 * loose / words:.1f}; kept {kept[0] / kept[1]:.3f}; "
        + " ".join(f"{k} {h}/{n}" for k, (h, n) in sorted(hits.items()))
    )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="+", type=Path)
    parser.add_argument("--threshold", type=float, default=0.0)
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    assert pipeline.CANDIDATES  # registers the stage
    pipelines = [spacy.load(path) for path in args.models]
    texts = [line for d in corpora.tab_documents("dev") for _, line in measures.lines_of(d["text"])]
    for path, nlp in zip(args.models, pipelines, strict=True):
        started = time.perf_counter()
        words = sum(len(doc.text.split()) for doc in nlp.pipe(texts))
        sys.stdout.write(f"{path}: {words / (time.perf_counter() - started):.0f} words/s\n")
        report(path.name, models([nlp], args.threshold), verbose=False)
    if len(pipelines) > 1:
        report("union", models(pipelines, args.threshold))
    report(
        "union + patterns + propagation",
        propagated(united(models(pipelines, args.threshold), patterns)),
        verbose=args.verbose,
    )


if __name__ == "__main__":
    main()
