"""What `anonymise` costs beside the shortest honest script with python-docx, on a realistic report of 150 pages.

    python benchmarks/anonymise.py [ROUNDS]

In process and as whole processes, the two taking turns, so that both meet the same weather; medians. Then where the
time goes, and the peak memory of whole processes. `anonymise` uses no language model.
"""

from __future__ import annotations

import compileall
import contextlib
import io
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from plain_replace import replaced
from report import names, pseudonym_map, report

import reviewdocs

HERE = Path(__file__).parent


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def taking_turns(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The median seconds of each, after one call of each that is not counted."""
    ours()
    theirs()
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    first, second = (statistics.median(column) for column in zip(*pairs, strict=True))
    return first, second


def told(label: str, ours: float, theirs: float) -> None:
    """One line of the answer."""
    print(f"{label:14} anonymise {ours:6.2f} s   script {theirs:6.2f} s   ratio {ours / theirs:5.2f}")


@contextlib.contextmanager
def stages(spent: Counter[str]) -> Iterator[None]:
    """Add up the time spent in each stage, without what it calls of the others; all after writing is the proof."""
    from reviewdocs.formats.docx.document import OfficeDocument
    from reviewdocs.pseudonymise import Resolver
    from reviewdocs.pseudonymise.standing import Standing
    from reviewdocs.workflows import anonymiser
    from reviewdocs.workflows.anonymiser import Anonymiser

    methods = {
        (Anonymiser, "anonymise"): "all else",
        (OfficeDocument, "__init__"): "reading: open",
        (OfficeDocument, "paragraphs"): "reading: text views",
        (OfficeDocument, "strip"): "stripping",
        (Resolver, "reasoned"): "deciding who is meant",
        (OfficeDocument, "apply"): "editing",
        (OfficeDocument, "to_bytes"): "writing",
        (Standing, "found"): "what still stands",
        (anonymiser, "survivors"): "search of all bytes",
    }
    within: list[float] = []
    written = False

    def timed(stage: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            nonlocal written
            written = written and stage != "all else"
            label = f"verification: {stage}" if written else stage
            within.append(0.0)
            started = time.perf_counter()
            try:
                return method(*args, **kwargs)
            finally:
                took = time.perf_counter() - started
                spent[label] += took - within.pop()
                if within:
                    within[-1] += took
                written = written or stage == "writing"

        return call

    kept = {(owner, name): getattr(owner, name) for owner, name in methods}
    for (owner, name), stage in methods.items():
        setattr(owner, name, timed(stage, kept[owner, name]))
    try:
        yield
    finally:
        for (owner, name), method in kept.items():
            setattr(owner, name, method)


LAUNCH = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, capture_output=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def peak_megabytes(command: list[str]) -> float:
    """The most memory that any one process of a command held (Linux, macOS); started from a small one, as a child's
    peak begins with what its parent held."""
    done = subprocess.run([sys.executable, "-c", LAUNCH, *command], check=True, capture_output=True, text=True)
    return int(done.stdout) / (1024 if sys.platform == "linux" else 1024**2)


def main(rounds: int) -> None:
    """Measure and print."""
    from reviewdocs.model.words import Audience
    from reviewdocs.records.maps import load_map
    from reviewdocs.workflows.anonymiser import Anonymiser

    compileall.compile_dir(Path(reviewdocs.__file__).parent, quiet=1)  # as pip does with what it installs
    data, forms = report(), names()
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        (at / "report.docx").write_bytes(data)
        (at / "pictures.docx").write_bytes(report(picture_megabytes=30))
        (at / "map.yaml").write_text(pseudonym_map(), encoding="utf-8")
        (at / "names.tsv").write_text("".join(f"{name}\t{to}\n" for name, to in forms.items()), encoding="utf-8")
        pmap = load_map(at / "map.yaml")

        def ours() -> Any:
            return Anonymiser(pmap, Audience.PUBLIC).anonymise("report.docx", data)

        def theirs() -> bytes:
            with contextlib.redirect_stderr(io.StringIO()):
                return replaced(data, forms)

        def command(name: str) -> tuple[list[str], list[str]]:
            anonymise = [sys.executable, "-m", "reviewdocs", "anonymise", str(at / name), "--quiet"]
            script = [sys.executable, str(HERE / "plain_replace.py"), str(at / name), str(at / "theirs.docx")]
            return [*anonymise, "--map", str(at / "map.yaml"), "-o", str(at / "ours")], [*script, str(at / "names.tsv")]

        done = ours()
        outcomes = Counter(str(mention.outcome) for mention in done.record.mentions)
        print(f"report: {len(data) / 1024:.0f} KB; mentions {dict(outcomes)}")
        told("in process", *taking_turns(ours, theirs, rounds))
        processes = [lambda c=c: subprocess.run(c, check=True, capture_output=True) for c in command("report.docx")]
        told("whole process", *taking_turns(processes[0], processes[1], rounds))
        spent: Counter[str] = Counter()
        with stages(spent):
            for _ in range(rounds):
                ours()
        for stage, took in spent.most_common():
            print(f"  {stage:38} {took / rounds:6.3f} s")
        for name in ("report.docx", "pictures.docx"):
            size = (at / name).stat().st_size / 1024**2
            peaks = [peak_megabytes(c) for c in command(name)]
            print(f"peak memory, {name} ({size:.1f} MB): anonymise {peaks[0]:.0f} MB, script {peaks[1]:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
