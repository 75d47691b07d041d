"""What `check` of a report of 150 pages costs, beside the language model's own pass over the same text and Presidio's
analyzer with its default recognisers over the same model.

    python benchmarks/check.py [ROUNDS]

Each is a process of its own, from start to end, in turns. The model's pass opens the same file, loads the same model
and reads the same paragraphs in one batch. Presidio's is told not to fetch anything: a model of its own and lists of
public suffixes are what it would reach for.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from report import pseudonym_map, report

MODEL_ALONE = """
import sys
from pathlib import Path
import spacy
import reviewdocs.detect.pipeline
from reviewdocs.detect.models import SHIPPED
from reviewdocs.formats.opening import open_document
file = Path(sys.argv[1])
texts = [paragraph.text for paragraph in open_document(file.name, file.read_bytes()).paragraphs()]
pipeline = spacy.load(SHIPPED)
found = sum(len(document.ents) for document in pipeline.pipe(texts, batch_size=128))
print(sum(len(text.split()) for text in texts), found)
"""
PRESIDIO = """
import sys
from pathlib import Path
import spacy, tldextract
import reviewdocs.detect.pipeline
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine
from reviewdocs.detect.models import SHIPPED
from reviewdocs.formats.opening import open_document
tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
class Given(SpacyNlpEngine):
    def __init__(self):
        names = {"PERSON": "PERSON", "PLACE": "LOCATION", "ORG": "ORGANIZATION", "DATE": "DATE_TIME", "CODE": "ID"}
        super().__init__(models=[{"lang_code": "en", "model_name": str(SHIPPED)}],
                         ner_model_configuration=NerModelConfiguration(model_to_presidio_entity_mapping=names,
                                                                       labels_to_ignore=[]))
        self.nlp = {"en": spacy.load(SHIPPED)}
    def load(self):
        pass
file = Path(sys.argv[1])
texts = [paragraph.text for paragraph in open_document(file.name, file.read_bytes()).paragraphs()]
analyzer = AnalyzerEngine(nlp_engine=Given(), supported_languages=["en"])
print(len(texts), sum(len(analyzer.analyze(text, "en")) for text in texts))
"""


def seconds(command: list[str], expected: tuple[int, ...] = (0,)) -> float:
    """Wall time of one process."""
    started = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in expected:
        sys.exit(f"{command[:3]} ended with {done.returncode}\n{done.stderr[-2000:]}")
    return time.perf_counter() - started


def main(rounds: int) -> None:
    """Measure and print medians."""
    with tempfile.TemporaryDirectory() as folder:
        file, pmap = Path(folder, "report.docx"), Path(folder, "map.yaml")
        file.write_bytes(report())
        pmap.write_text(pseudonym_map(), encoding="utf-8")
        small = Path(folder, "note.txt")
        small.write_text("The panel met twice.\n", encoding="utf-8")
        ours = [sys.executable, "-m", "reviewdocs", "check", "--quiet", "--map", str(pmap)]
        commands = {
            "check": [*ours, str(file)],
            "model alone": [sys.executable, "-c", MODEL_ALONE, str(file)],
            "Presidio over the model": [sys.executable, "-c", PRESIDIO, str(file)],
            "check of one line": [*ours, str(small)],
        }
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                taken[name].append(seconds(command, (0, 1)))
        medians = {name: statistics.median(times) for name, times in taken.items()}
        for name, median in medians.items():
            print(f"{name:26} {median:7.2f} s   {median / medians['model alone']:5.2f} of the model alone")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
