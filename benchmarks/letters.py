"""Letters by the hundred: the shipped notification, by docxtpl, by mail merge, and by ours.

    python -m benchmarks.letters [--letters 500] [--grow 1000,5000,20000] [--agencies 200]

Contexts are made beforehand and are the same for all, but for the worker, which makes its own as `letters` does; each
way makes a few dozen letters and gives way to the next, so that all meet the same machine. Times are processor time, of
all processes together. Every letter of ours is compared with docxtpl's, part by part in canonical form (C14N), but for
the document's own properties, which docxtpl does not set. docx-mailmerge2 is measured where it is installed; it knows
no conditions and no loops, so its template is one filled letter with fields for what differs.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import importlib.util
import io
import re
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from copy import deepcopy
from itertools import islice
from pathlib import Path
from typing import Any

import docx
import yaml
from benchmarks.docxtpl_templates import differing
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docxtpl import DocxTemplate

from reviewdocs import resources
from reviewdocs.generate.catalogue import Entry, catalogue, shipped_template
from reviewdocs.generate.context import LetterContext
from reviewdocs.generate.environment import environment
from reviewdocs.generate.fill import fill
from reviewdocs.generate.letter_views import letter_context
from reviewdocs.generate.recipients import recipients_of
from reviewdocs.model.review import Review
from reviewdocs.records.review_data import load_review
from reviewdocs.store.case import Case
from reviewdocs.workflows.draft import properties_of
from reviewdocs.workflows.letters import letters
from reviewdocs.workflows.letters.writing import Letter, writing, written

_DEMO = "lcspr-demo"
_ON = dt.date(2023, 12, 12)
_TURN = 50
_FIELDS = ("Name", "Salutation")
Way = Callable[[Letter, LetterContext], bytes]


def main() -> None:
    """Print what each way takes, how ours grows, and what a second run of the command takes."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--letters", type=int, default=500)
    options.add_argument("--grow", default="1000,5000,20000")
    options.add_argument("--agencies", type=int, default=200)
    asked = options.parse_args()
    review = load_review(resources.folder("examples") / _DEMO / "review.yaml")
    entry = next(entry for entry in catalogue() if entry.id == "notification")
    _compare(review, entry, asked.letters)
    _grow(review, entry, [int(size) for size in asked.grow.split(",") if size])
    if asked.agencies:
        _again(asked.agencies)


def addressed(review: Review, entry: Entry) -> Iterator[Letter]:
    """Letters without an end, each to another addressee."""
    assert entry.recipients is not None
    number = 0
    while True:
        for to in recipients_of(review, entry.recipients).values():
            number += 1
            lines = (f"Addressee {number} & Co", *to.addressee.lines[1:])
            addressee = dataclasses.replace(to.addressee, lines=lines, salutation=f"Dr No. {number}")
            yield Letter(dataclasses.replace(to, addressee=addressee), {}, _ON)


def _compare(review: Review, entry: Entry, count: int) -> None:
    todo = [(one, _context(review, entry, one)) for one in islice(addressed(review, entry), count)]
    took: dict[str, float] = {}
    made: dict[str, list[bytes]] = {}
    with ExitStack() as stack:
        ways = _ways(review, entry, todo[0][1], stack)
        for turn in range(0, count, _TURN):
            for name in _rotated(list(ways), turn // _TURN):
                before = time.process_time()
                done = [ways[name](letter, context) for letter, context in todo[turn : turn + _TURN]]
                took[name] = took.get(name, 0) + time.process_time() - before
                made.setdefault(name, []).extend(done)
        worked = resource.getrusage(resource.RUSAGE_CHILDREN)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    took[_TWO] += ended.ru_utime + ended.ru_stime - worked.ru_utime - worked.ru_stime
    unequal = sum(bool(differing(ours, theirs)) for ours, theirs in zip(made[_ONE], made[_NAIVE], strict=True))
    unequal += made[_ONE] != made[_TWO]
    print(f"{count} letters, {count - unequal} equal to docxtpl's\n")
    for name, seconds in took.items():
        each, times = seconds / count, took[_NAIVE] / seconds
        print(f"{name:32} {each * 1000:8.2f} ms a letter {1 / each:8.0f} a second  {times:6.1f} times the loop")


_NAIVE, _ONE, _TWO = "docxtpl, a fresh one each", "ours, one process", "ours, in a worker"


def _context(review: Review, entry: Entry, letter: Letter) -> LetterContext:
    return letter_context(review, entry, letter.to, letter.date)


def _ways(review: Review, entry: Entry, first: LetterContext, stack: ExitStack) -> dict[str, Way]:
    template, env, properties = shipped_template(entry), environment(), properties_of(review, entry.title)
    again = DocxTemplate(str(template))
    worker = stack.enter_context(writing())
    worker.prepare(template, template.read_bytes(), review, entry)

    def rendered(word: DocxTemplate, context: LetterContext) -> bytes:
        values = {field.name: getattr(context, field.name) for field in dataclasses.fields(context)}
        word.render(values, env)
        buffer = io.BytesIO()
        word.save(buffer)
        return buffer.getvalue()

    ways: dict[str, Way] = {
        _NAIVE: lambda _, context: rendered(DocxTemplate(str(template)), context),
        "docxtpl, one for all": lambda _, context: rendered(again, context),
        _ONE: lambda _, context: fill(template, context, properties),
        _TWO: lambda letter, _: written(worker, letter),
    }
    if importlib.util.find_spec("mailmerge"):
        ways["docx-mailmerge2"] = _mail_merge(fill(template, first, properties), first)
    return ways


def _mail_merge(letter: bytes, of: LetterContext) -> Way:
    """Mail merge into a letter whose name and salutation have become fields."""
    from mailmerge import MailMerge

    document = docx.Document(io.BytesIO(letter))
    texts = _named(of)
    for run in list(document.element.iter(qn("w:r"))):
        text = "".join(part.text or "" for part in run.iter(qn("w:t")))
        pieces = re.split("(" + "|".join(map(re.escape, texts.values())) + ")", text)
        if len(pieces) > 1:
            for piece in pieces:
                run.addprevious(_field(next((f for f, t in texts.items() if t == piece), ""), piece))
            run.getparent().remove(run)
    buffer = io.BytesIO()
    document.save(buffer)
    source = buffer.getvalue()

    def merged(_: Letter, context: LetterContext) -> bytes:
        with MailMerge(io.BytesIO(source)) as word:
            word.merge(**_named(context))
            out = io.BytesIO()
            word.write(out)
        return out.getvalue()

    return merged


def _named(context: LetterContext) -> dict[str, str]:
    return dict(zip(_FIELDS, (context.addressee.lines[0], context.addressee.salutation), strict=True))


def _field(name: str, text: str) -> Any:
    run: Any = parse_xml(f'<w:r {nsdecls("w")}><w:t xml:space="preserve"/></w:r>')
    run[0].text = text
    if not name:
        return run
    field: Any = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" MERGEFIELD {name} "/>')
    field.append(run)
    return field


def _rotated(names: list[str], by: int) -> list[str]:
    by %= len(names)
    return names[by:] + names[:by]


def _grow(review: Review, entry: Entry, sizes: list[int]) -> None:
    template, properties = shipped_template(entry), properties_of(review, entry.title)
    print()
    for size in sizes:
        before, held = time.process_time(), _memory()
        for letter in islice(addressed(review, entry), size):
            fill(template, _context(review, entry, letter), properties)
        seconds = time.process_time() - before
        print(f"{size:6} letters: {seconds / size * 1000:.3f} ms each, {_memory() - held:+.1f} MB held after")


def _memory() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1024**2


def _again(agencies: int) -> None:
    """The whole job, from the case to files and manifest, twice."""
    with tempfile.TemporaryDirectory() as folder:
        data = yaml.safe_load((resources.folder("examples") / _DEMO / "review.yaml").read_text(encoding="utf-8"))
        last = data["agencies"][-1]
        data["agencies"] += [deepcopy(last) | {"id": f"x{n}", "name": f"Agency number {n}"} for n in range(agencies)]
        (Path(folder) / "review.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
        case, took, worked = Case.open(Path(folder)), [], []
        for _ in range(2):
            clock, processor = time.perf_counter(), _processor()
            result = letters(case, "notification", on=_ON)
            took.append(time.perf_counter() - clock)
            worked.append(_processor() - processor)
        made = sum(letter.output is not None for letter in result.letters)
    print(f"\n`letters`, {made} of {len(data['agencies'])}: first run {took[0]:.2f} s, again {took[1]:.2f} s", end="")
    print(f" ({took[1] / took[0]:.2f} of it); processor time {worked[0]:.2f} s and {worked[1]:.2f} s")


def _processor() -> float:
    """Processor time of this process and of those that it started and that have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


if __name__ == "__main__":
    main()
