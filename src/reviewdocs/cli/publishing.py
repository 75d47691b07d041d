"""Commands of the gate: approve, publish, verify."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reviewdocs.cli.common import PassphraseOption, finish, open_case, progress, say, say_json
from reviewdocs.errors import UsageError

if TYPE_CHECKING:
    from reviewdocs.model.findings import DocumentReport
    from reviewdocs.policy.publication import Requirement
    from reviewdocs.store.case import Case

CaseFolder = Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON, for another program.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")]


def approve(
    case: CaseFolder,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The finished document.", show_default=False)],
    role: Annotated[str, typer.Option("--as", metavar="ROLE", help="In which role.")],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who approves.")],
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Withdraw an approval given before.")] = False,
    passphrase_file: PassphraseOption = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Record that somebody approves a document for publication: these very bytes, which are checked once more.

    Example:  reviewdocs approve LCSPR-2024-01 summary.docx --as author --by "Orla Finch"
    """
    from reviewdocs.model.publication import ApprovalAct
    from reviewdocs.workflows.publishing.approving import approve as job
    from reviewdocs.workflows.publishing.approving import rule_for

    opened = open_case(case, passphrase_file)
    rule_for(opened, role)  # before the check, which takes its time
    document = _checked(opened, file, quiet=quiet or as_json)
    act = ApprovalAct.WITHDRAWN if withdraw else ApprovalAct.APPROVED
    done = job(opened, document, role=role, by=by, at=dt.datetime.now(dt.UTC), act=act)
    if as_json:
        say_json({"schema": "reviewdocs/approved/1", **done.model_dump(mode="json"), "verdict": document.verdict})
    else:
        say(f"{done.act}, as {done.role}, by {done.by}: {done.document} (SHA-256 {done.sha256[:16]}…)", quiet=quiet)
        if not document.verdict.may_go_out:
            say(f"Its verdict is {document.verdict}: it cannot be published as it is, and once it is changed it has to "
                "be approved again.", quiet=quiet)  # fmt: skip


def publish(
    case: CaseFolder,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILES", help="The documents that go out.", show_default=False)
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List what is met and missing; make nothing.")] = False,
    passphrase_file: PassphraseOption = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Make the bundle to publish, where everything that the policy asks for is there; else list what is missing.

    Example:  reviewdocs publish LCSPR-2024-01 summary.docx
    """
    from reviewdocs.workflows.publishing.publish import gate
    from reviewdocs.workflows.publishing.publish import publish as job

    opened = open_case(case, passphrase_file)
    stands = gate(opened, files or [], today=dt.date.today(), progress=progress(quiet=quiet or as_json))
    made = None
    if not stands.missing and not dry_run:
        made = job(opened, stands, at=dt.datetime.now(dt.UTC))
    if as_json:
        say_json(
            {
                "schema": "reviewdocs/publication/1",
                "published": str(made.folder) if made else None,
                "fingerprint": made.fingerprint if made else None,
                "files": list(made.files) if made else [],
                "told": list(made.told) if made else [],
                "requirements": [_plain(one) for one in stands.requirements],
            }
        )
        finish(stands.exit_code)
    if made:
        say(f"PUBLISHED  {made.folder}", quiet=quiet)
        for name in made.files:
            say(f"  {name}", quiet=quiet)
        for sentence in made.told:
            say(f"  {sentence}", quiet=quiet)
        say(f"Fingerprint, to be noted elsewhere: {made.fingerprint}", quiet=quiet)
        finish(0)
    met = [one for one in stands.requirements if one.met]
    if dry_run:
        for one in met:
            say(f"  met      {one.title}", quiet=quiet)
    if stands.missing:
        say(f"NOT PUBLISHED  {len(stands.missing)} of {len(stands.requirements)} requirements are not met:")
        for one in stands.missing:
            say(f"  MISSING  {one.title}: {one.missing}.")
            if one.where:
                say(f"           Record it: {one.where}.")
            say(f"           Asked for by: {one.source}.")
    else:
        say(f"All {len(stands.requirements)} requirements are met; nothing was made.", quiet=quiet)
    finish(stands.exit_code)


def verify(
    bundle: Annotated[Path, typer.Argument(metavar="BUNDLE", help="A folder that `publish` made.", show_default=False)],
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILES", help="Files from elsewhere: is each one of the bundle?", show_default=False),
    ] = None,
    fingerprint: Annotated[
        str, typer.Option(metavar="HEX", help="What was noted when it was published; 16 digits or more.")
    ] = "",
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Tell whether a bundle, or a file from elsewhere, is still what was published.

    Example:  reviewdocs verify LCSPR-2024-01/publication/2024-09-17
    """
    from reviewdocs.formats.files import read_file
    from reviewdocs.workflows.publishing.verifying import State
    from reviewdocs.workflows.publishing.verifying import verify as job

    others = {str(file): hashlib.sha256(read_file(file)).hexdigest() for file in files or []}
    said = job(bundle, others, fingerprint=fingerprint)
    if as_json:
        lines = [{"file": line.file, "state": line.state.value} for line in said.lines]
        say_json(
            {
                "schema": "reviewdocs/verification/1",
                "as_published": said.is_as_published,
                "fingerprint": said.fingerprint,
                "known_to_case": said.known,
                "files": lines,
                "wrong": list(said.wrong),
            }
        )
        finish(0 if said.is_as_published else 1)
    for line in said.lines:
        say(f"  {'' if line.state is State.SAME else 'DIFFERS  '}{line.state}: {line.file}", quiet=quiet)
    for sentence in said.wrong:
        say(f"  DIFFERS  {sentence}")
    say("As published." if said.is_as_published else "NOT AS PUBLISHED.", quiet=quiet and said.is_as_published)
    say(f"Fingerprint: {said.fingerprint}", quiet=quiet)
    if said.known is None and not fingerprint:
        say(
            "Compare it with the one that the board noted: whoever changes a file can change the manifest, too.",
            quiet=quiet,
        )
    finish(0 if said.is_as_published else 1)


def protect(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILES", help=".docx, .xlsx, .pptx or .pdf.", show_default=False)
    ],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder for the protected copies.")],
    password_from: Annotated[
        str,
        typer.Option(
            "--password-from",
            metavar="FILE|reference",
            help="A file, its first line the password; or the review's reference.",
        ),
    ],
    case: Annotated[Path | None, typer.Option("--case", help="The case whose reference is meant.")] = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Write copies that open with a password only, for named agencies; the files themselves are not touched.

    Example:  reviewdocs protect summary.pdf --password-from secret.txt -o protected
    """
    from reviewdocs.formats.protection import password_in
    from reviewdocs.workflows.protect import protect as job
    from reviewdocs.workflows.protect import warning_of

    reference = open_case(case).load_review().reference if case else ""
    if password_from == "reference" and not reference:
        raise UsageError("It is not known whose reference is meant.", remedy="Give --case CASE, or a file.")
    password = reference if password_from == "reference" else password_in(Path(password_from))
    done = job(files, output, password, progress=progress(quiet=quiet or as_json))
    warning = warning_of(password, files, reference)
    if as_json:
        rows = [
            {"input": str(d.input), "output": str(d.output) if d.output else None, "reason": d.reason} for d in done
        ]
        say_json({"schema": "reviewdocs/protected/1", "warning": warning, "files": rows})
    for one in () if as_json else done:
        if one.output is None:
            say(f"NOT DONE  {one.input.name}: {one.reason}")
        else:
            say(f"protected  {one.output}", quiet=quiet)
    if warning and not as_json:
        say(warning)
    finish(max((one.exit_code for one in done), default=0))


def _checked(case: Case, file: Path, *, quiet: bool) -> DocumentReport:
    """What a check says of one document.

    Raises:
        UsageError: it could not be checked.
    """
    from reviewdocs.workflows.check import check

    report = check([file], pmap=case.load_map(), case=case, progress=progress(quiet=quiet)).report
    if not report.documents:
        why = report.failed[0].reason if report.failed else "it is no document"
        raise UsageError(f"The document could not be checked, so it cannot be approved: {why}", where=str(file))
    return report.documents[0]


def _plain(one: Requirement) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "met": one.met,
        "missing": one.missing,
        "where": one.where,
        "source": one.source,
    }
