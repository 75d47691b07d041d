"""The whole job on the bundled fictional case, every step that is built so far."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from reviewdocs import resources
from reviewdocs.errors import OutputError, UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.generate.catalogue import TemplateKind, entries
from reviewdocs.model.decisions import Action
from reviewdocs.model.findings import BundleReport, CheckReport
from reviewdocs.model.mentions import Category
from reviewdocs.model.words import Audience
from reviewdocs.risk import reports
from reviewdocs.store.case import Case
from reviewdocs.workflows.anonymise import anonymise
from reviewdocs.workflows.check import check
from reviewdocs.workflows.decide import Wish, decide
from reviewdocs.workflows.destination import Destination
from reviewdocs.workflows.draft import draft
from reviewdocs.workflows.letters import letters
from reviewdocs.workflows.publishing.approving import approve
from reviewdocs.workflows.publishing.publish import gate, publish
from reviewdocs.workflows.validate import validate

Say = Callable[[str], None]

LETTERS = frozenset({"notification", "family-begins", "commissioning", "national-panel-decision"})
"""What goes out in the week of the decision, to each kind of recipient."""
LETTERS_ON = dt.date(2023, 12, 12)
"""The case is of 2023; letters dated today would ask for chronologies that were due years ago."""


OVERVIEW, SUMMARY = "Overview report", "Learning summary"
APPROVERS = {
    "author": "Martin Ellwood",
    "panel": "Lucie Ardern",
    "quality": "Quinn Sorrel",
    "board": "Ruth Cavanagh",
    "data-protection": "Dana Protheroe",
}
"""Who approves in the demo, by role."""


def demo(folder: Path, *, say: Say) -> None:
    """Make the fictional case in `folder` and take it all the way; run again, it goes over its own work.

    Args:
        folder: the case folder; not there yet, empty, or an earlier demo.
        say: told a line at a time what was made and where to look first.

    Raises:
        UsageError: the folder holds something else.
        ReviewdocsError: a step could not be done.
    """
    case = _make_case(folder)
    validated = validate(folder)
    review, pmap = validated.review, validated.pseudonyms
    if review is None or pmap is None or validated.errors:
        raise UsageError(
            "The demo's data was changed and can no longer be used.",
            where=str(folder),
            remedy=f"See `reviewdocs validate {folder}`, or run the demo in a new folder.",
        )
    say(f"Everybody in this case is invented. It lies in {folder}.")
    say(
        f"1. validate   {len(review.people)} people of the family, {len(review.agencies)} agencies, "
        f"{len(review.chronology)} chronology entries: no errors, {len(validated.warnings)} warnings"
    )
    for letter in (entry for entry in entries(TemplateKind.LETTER, review.review_type) if entry.id in LETTERS):
        batch = letters(case, letter.id, on=LETTERS_ON)
        made = [row.output for row in batch.letters if _made(row.output, row.reason)]
        kind = "in pseudonyms" if letter.audience is Audience.EXTERNAL else "real names, marked"
        say(f"2. letters    {len(made)} × {letter.title.lower()} ({kind}), in {batch.folder}")
    # After the letters, so that the report knows what agencies were asked for.
    drafts = [done.output for done in draft(case) if _made(done.output, done.reason)]
    say(f"3. draft      {len(drafts)} documents with real names, in {case.drafts}")
    inputs = [path for path in drafts if path is not None]
    outcomes = anonymise(inputs, pmap=pmap, to=Destination(case.anonymised, case)).files
    outputs = [outcome.output for outcome in outcomes if _made(outcome.output, outcome.reason)]
    replaced, undecided, kept = (
        sum(counts) for counts in zip(*((o.replaced, o.undecided, o.kept) for o in outcomes), strict=True)
    )
    say(
        f"4. anonymise  {len(outputs)} copies, read back and verified, in {case.anonymised}: "
        f"{replaced} mentions replaced, {undecided} undecided, {kept} kept"
    )
    report = check([path for path in outputs if path is not None], pmap=pmap, case=case).report
    changes, page = outcomes[0].page, case.records / "check.html"
    write_atomically(page, reports.as_html(report).encode())
    say(f"5. check      {_verdicts(report)}")
    bundle = _published(case, [path for path in drafts if path], report, say)
    say("")
    say("Look first at:")
    for path in filter(None, (drafts[0], outputs[0], changes, page, bundle)):
        say(f"  {path}")


def _published(case: Case, drafts: Sequence[Path], report: CheckReport, say: Say) -> Path:
    """What the gate says of the overview report, and the learning summary taken through it; one of its files.

    Raises:
        OutputError: the learning summary cannot be published.
    """
    overview = _only(report, OVERVIEW)
    refused = gate(case, [Path(overview.documents[0].file)], today=dt.date.today(), report=overview)
    say(
        f"6. publish    the overview report is refused: {len(refused.missing)} of {len(refused.requirements)} "
        "requirements are not met:"
    )
    for one in refused.missing:
        say(f"                {one.title}: {one.missing}")
    cleared = _cleared(case, drafts, _only(report, SUMMARY))
    for role, name in APPROVERS.items():
        approve(case, cleared.documents[0], role=role, by=name, at=dt.datetime.now(dt.UTC))
    passed = gate(case, [Path(cleared.documents[0].file)], today=dt.date.today(), report=cleared)
    if passed.missing:
        raise OutputError(f"A step of the demo failed. The learning summary lacks: {passed.missing[0].title}.")
    made = publish(case, passed, at=dt.datetime.now(dt.UTC))
    say(f"              the learning summary is published, approved by {len(APPROVERS)} people, in {made.folder}")
    return made.folder / made.files[0]


def _cleared(case: Case, drafts: Sequence[Path], report: CheckReport) -> CheckReport:
    """The learning summary's report once its open dates are put more vaguely, as data protection decides."""
    decided = [
        Wish(
            finding.id,
            Action.REPLACE_WITH,
            "The month is enough for the learning, and the day is not in the newspapers",
            by=APPROVERS["data-protection"],
            argument=finding.text.lstrip("0123456789 "),
        )
        for finding in report.documents[0].findings
        if not finding.settled and finding.category is Category.DATE
    ]
    for wish in decided:
        decide(case, wish)
    pmap = case.load_map()
    # What was decided holds for the same words in all of them.
    copies = [outcome.output for outcome in anonymise(drafts, pmap=pmap, to=Destination(case.anonymised, case)).files]
    return check([path for path in copies if path and SUMMARY in path.name], pmap=pmap, case=case).report


def _only(report: CheckReport, name: str) -> CheckReport:
    """The report of the one document of several whose name holds this."""
    documents = tuple(document for document in report.documents if name in Path(document.file).name)
    return report.model_copy(update={"documents": documents, "bundle": BundleReport()})


def _make_case(folder: Path) -> Case:
    """The case folder with the shipped data in it; what is there already is left as it is.

    Raises:
        UsageError: the folder is there and holds no demo case.
    """
    shipped = {
        "review.yaml": resources.folder("examples") / "lcspr-demo" / "review.yaml",
        "pseudonyms.yaml": resources.folder("pseudonym_maps") / "lcspr-worked-example.yaml",
    }
    mark = folder / "records" / "demo.txt"
    there = folder.exists() and (not folder.is_dir() or any(path.is_file() for path in folder.rglob("*")))
    if there and not mark.is_file():
        raise UsageError(
            "There is something of this name already, and it is no demo case.",
            where=str(folder),
            remedy="Name another folder: reviewdocs demo FOLDER.",
        )
    if not there:
        write_atomically(mark, b"This case was made by `reviewdocs demo`.\n")
    kinds = {path.name.partition(".")[0] for path in folder.iterdir()}  # in whatever form: locked, a workbook
    for name, source in shipped.items():
        if name.partition(".")[0] not in kinds:
            write_atomically(folder / name, source.read_bytes())
    return Case.open(folder)


def _made(output: Path | None, reason: str) -> bool:
    """True for an output that is there; the demo stops where one is not.

    Raises:
        OutputError: with the step's own reason.
    """
    if output is None:
        raise OutputError(f"A step of the demo failed. {reason}")
    return True


def _verdicts(report: CheckReport) -> str:
    """The verdicts and counts in a line."""
    verdicts = Counter(str(document.verdict) for document in report.documents)
    findings = Counter(str(finding.severity) for document in report.documents for finding in document.findings)
    models = ", ".join(sorted({document.language_model for document in report.documents}))
    said = ", ".join(f"{count} {verdict}" for verdict, count in verdicts.items())
    counted = ", ".join(f"{findings[severity]} {severity}" for severity in ("block", "review", "note"))
    return f"{said} (language model: {models}); findings: {counted}"
