"""How well identifying detail is found, and harmless text left alone: ours and Presidio's, side by side in one run.

    python -m benchmarks.detection [--score-gold] [--model FOLDER]

The shipped model was trained on the gold set: for what is found there, give a model that has not seen it
(`python -m training --folds 4`; the set's group is in `groups.json`).

Needs the corpora that REVIEWDOCS_CORPORA names (by default `shared` beside the checkout). Three kinds of text:

* the development split of the Text Anonymization Benchmark, with its own measures: an entity counts when every mention
  of it is wholly masked; precision is the share of masked tokens that an annotator masked; closed-class words at a
  span's edge do not count; overlapping findings are merged; 95 % intervals by drawing documents again. Ours is counted
  as everything the models and recognisers find, before what is harmless in a safeguarding review is weighed out;
* the gold set of annotated review passages: of the marked detail that is in no map, how much is touched by a finding,
  by category; findings that touch nothing marked, per 1,000 words; text that must stay and is not touched;
* hand-written harmless paragraphs (`training/held_out`): findings per 1,000 words.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from reviewdocs.detect import models
from training import corpora, measures

Span = tuple[int, int, str]
System = Callable[[Sequence[str]], list[list[Span]]]
"""Findings in each paragraph of one document."""


def ours(*, weighed: bool, without: str = "", threshold: float = 0.0) -> System:
    """Our detectors, names spread over the document; `weighed`: as `check` reports them."""
    from reviewdocs.detect.engine import MODEL, Detector
    from reviewdocs.detect.spread import SPREAD, names_in, spread
    from reviewdocs.model.text import Paragraph

    detector = _shared_detector(Detector)

    def find(texts: Sequence[str]) -> list[list[Span]]:
        paragraphs = [Paragraph("text", i, text) for i, text in enumerate(texts)]
        if tuple(texts) not in _READ:
            _READ[tuple(texts)] = detector.read(paragraphs)
        read = _READ[tuple(texts)]
        taken = [d for d in read.detections if set(d.detectors) - {without}]
        if without != SPREAD:
            taken += spread(paragraphs, names_in(taken), taken)
        found: list[list[Span]] = [[] for _ in texts]
        for detection in taken:
            found[detection.paragraph[1]].append((detection.start, detection.end, detection.category.value))
        if not weighed and without != MODEL:
            for paragraph, entity in read.entities:
                if entity.score >= threshold:
                    found[paragraph.index].append((entity.start, entity.end, entity.label))
        return found

    return find


_DETECTORS: list[Any] = []
_READ: dict[tuple[str, ...], Any] = {}
"""What was read of each document, for the tables that only weigh it anew."""


def _shared_detector(make: Callable[[], Any]) -> Any:
    if not _DETECTORS:
        _DETECTORS.append(make())
    return _DETECTORS[0]


def presidio(*, with_model: bool) -> System:
    """Presidio's analyzer with its default recognisers, over our model or a blank pipeline; the network left alone."""
    import spacy
    import tldextract
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine

    from reviewdocs.detect import pipeline
    from reviewdocs.detect.models import SHIPPED

    assert pipeline.CANDIDATES  # registers the stage
    vars(tldextract)["extract"] = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    labels = {"PERSON": "PERSON", "PLACE": "LOCATION", "ORG": "ORGANIZATION", "DATE": "DATE_TIME", "CODE": "ID"}
    engine = SpacyNlpEngine(
        models=[{"lang_code": "en", "model_name": str(SHIPPED)}],
        ner_model_configuration=NerModelConfiguration(model_to_presidio_entity_mapping=labels, labels_to_ignore=[]),
    )
    vars(engine)["nlp"] = {"en": spacy.load(SHIPPED) if with_model else spacy.blank("en")}
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=engine)
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en"])

    def find(texts: Sequence[str]) -> list[list[Span]]:
        return [
            [(r.start, r.end, r.entity_type) for r in analyzer.analyze(text, "en")] if text.strip() else []
            for text in texts
        ]

    return find


def tab(system: System) -> list[measures.Tally]:
    """The benchmark's counts, document by document."""
    tallies = []
    for document in corpora.tab_documents("dev"):
        lines = measures.lines_of(document["text"])
        found = system([line for _, line in lines])
        spans = [(at + a, at + b) for (at, _), each in zip(lines, found, strict=True) for a, b, _ in each]
        tallies.append(measures.tally(document, spans))
    return tallies


def told_tab(name: str, system: System) -> None:
    """One row of the benchmark's table."""
    tallies = tab(system)
    cells = []
    for figure in measures.FIGURES:
        low, high = measures.interval(tallies, figure)
        cells.append(f"{measures.ratio(tallies, figure):.3f} ({low:.2f}–{high:.2f})")
    sys.stdout.write(f"| {name} | {' | '.join(cells)} |\n")
    sys.stdout.flush()


def gold(system: System) -> tuple[dict[str, list[int]], float, float]:
    """Hits by category, findings on nothing marked per 1,000 words, share of what must stay that is not touched."""
    hits: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    alarms, words, kept = 0, 0, [0, 0]
    for row in measures.gold_passages():
        lines = measures.lines_of(row["text"])
        found = system([line for _, line in lines])
        spans = [(at + a, at + b) for (at, _), each in zip(lines, found, strict=True) for a, b, _ in each]
        words += row["words"]
        for span in row["spans"]:
            touched = any(a < span["end"] and span["start"] < b for a, b in spans)
            if span["action"] == "keep":
                kept[0] += not touched
                kept[1] += 1
            else:
                category = span["label_or_ref"] if span["action"] == "flag" else "known to the map"
                hits[category][0] += touched
                hits[category][1] += 1
        marked = [(s["start"], s["end"]) for s in row["spans"] if s["action"] != "keep"]
        alarms += sum(not any(a < d and c < b for c, d in marked) for a, b in measures.merged(spans))
    return hits, 1000 * alarms / words, kept[0] / kept[1]


def harmless(system: System) -> float:
    """Findings per 1,000 words of paragraphs with nothing to find."""
    texts = measures.held_out_harmless()
    found = system(texts)
    return 1000 * sum(map(len, found)) / sum(len(text.split()) for text in texts)


def told_gold(name: str, system: System) -> None:
    """One row of the table for review passages."""
    hits, alarms, kept = gold(system)
    named = [v for k, v in hits.items() if k not in ("RARE_FACT", "known to the map")]
    share = sum(h for h, _ in named) / sum(n for _, n in named)
    known = hits["known to the map"]
    sys.stdout.write(
        f"| {name} | {share:.3f} | {known[0] / known[1]:.3f} | {alarms:.1f} | {kept:.3f} | {harmless(system):.1f} |\n"
    )
    sys.stdout.flush()


def speed(system: System, rounds: int = 3) -> float:
    """Words for each second of processor time over the development split, best of the rounds."""
    documents = [[line for _, line in measures.lines_of(d["text"])] for d in corpora.tab_documents("dev")]
    words = sum(len(line.split()) for lines in documents for line in lines)
    best = 0.0
    for _ in range(rounds):
        started = time.process_time()
        _READ.clear()
        for lines in documents:
            system(lines)
        best = max(best, words / (time.process_time() - started))
    return best


def model_alone() -> System:
    """Our model's pass and nothing else, all that it would mask."""
    import spacy

    from reviewdocs.detect import pipeline
    from reviewdocs.detect.models import SHIPPED

    assert pipeline.CANDIDATES
    nlp = spacy.load(SHIPPED)

    def find(texts: Sequence[str]) -> list[list[Span]]:
        return [[(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in nlp.pipe(texts)]

    return find


def told_removals(full: tuple[dict[str, list[int]], float, float]) -> None:
    """What is lost on the gold set without each detector; those without which nothing changes are left out."""
    from reviewdocs.detect.engine import Detector
    from reviewdocs.detect.spread import SPREAD

    def found(hits: dict[str, list[int]]) -> Counter[str]:
        return Counter({category: hit for category, (hit, _) in hits.items()})

    names = (*_shared_detector(Detector).names, SPREAD)
    for name in names:
        hits, alarms, kept = gold(ours(weighed=True, without=name))
        lost = found(full[0]) - found(hits)
        if lost or round(alarms, 1) != round(full[1], 1):
            told = ", ".join(f"{category} {count}" for category, count in lost.most_common(4)) or "nothing"
            sys.stdout.write(f"| {name} | {told} | {alarms:.1f} | {kept:.3f} |\n")
            sys.stdout.flush()


def told_header(*columns: str) -> None:
    """The head of a table."""
    sys.stdout.write(f"\n| {' | '.join(columns)} |\n{'|---' * len(columns)}|\n")


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--score-gold", action="store_true", help="also run the gold set through the command line")
    parser.add_argument("--model", type=Path, help="run this model instead of the shipped one")
    args = parser.parse_args()
    if args.model:
        models.SHIPPED = args.model
    systems = {
        "ours, unweighed": ours(weighed=False),
        "ours, as `check` reports": ours(weighed=True),
        "our model alone": model_alone(),
        "Presidio's defaults over our model": presidio(with_model=True),
        "Presidio's patterns, no model": presidio(with_model=False),
    }
    told_header("benchmark", *measures.FIGURES)
    for name, system in systems.items():
        told_tab(name, system)
    told_header("threshold of the decision", "quasi", "precision")
    for threshold in (0.0, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9):
        tallies = tab(ours(weighed=False, threshold=threshold))
        sys.stdout.write(
            f"| {threshold} | {measures.ratio(tallies, 'quasi'):.3f} | {measures.ratio(tallies, 'precision'):.3f} |\n"
        )
    told_header("review passages", "found", "known to the map", "alarms", "kept", "harmless alarms")
    for name, system in systems.items():
        told_gold(name, system)
    full = gold(ours(weighed=True))
    told = ", ".join(f"{category} {hit}/{of}" for category, (hit, of) in sorted(full[0].items()))
    sys.stdout.write(
        f"\nBy category, ours as reported: {told}\n\n| without | lost | alarms | kept |\n|---|---|---|---|\n"
    )
    told_removals(full)
    told_header("system", "words a second of processor time")
    for name in ("our model alone", "ours, as `check` reports", "Presidio's defaults over our model"):
        sys.stdout.write(f"| {name} | {speed(systems[name]):.0f} |\n")
    if args.score_gold:
        tool = corpora.shared() / "tools/score_gold.py"
        command = f"{sys.executable} -m reviewdocs"
        subprocess.run(
            [sys.executable, tool, corpora.shared() / "data/gold", "--cmd", command], check=True, cwd=Path.cwd()
        )


if __name__ == "__main__":
    main()
