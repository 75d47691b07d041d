"""Draft a pseudonym map for a person to accept; what is agreed already is never changed, and never written over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from reviewdocs.disk import real
from reviewdocs.errors import DataError, OutputError, ReviewdocsError, UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.base import Document
from reviewdocs.formats.files import read_file
from reviewdocs.formats.opening import landmarks_of, open_document
from reviewdocs.formats.protection import without_password
from reviewdocs.formats.worker import Worker, seconds_for
from reviewdocs.model.pseudonyms import DatePolicy, Dates, PseudonymMap
from reviewdocs.model.review import Review
from reviewdocs.model.text import Layer
from reviewdocs.model.words import ReviewType
from reviewdocs.names.entities import designations
from reviewdocs.pseudonymise import Resolver
from reviewdocs.pseudonymise.proposal import Draft, UnknownName, additions_from_names, additions_from_review
from reviewdocs.pseudonymise.proposal.designations import Namer
from reviewdocs.pseudonymise.proposal.draft import LISTS, without_placeholders
from reviewdocs.pseudonymise.proposal.published import Declared, additions_from_published, declarations
from reviewdocs.pseudonymise.proposal.unknown import unknown_names
from reviewdocs.records.map_workbook import write_map_workbook
from reviewdocs.records.map_yaml import comment, text_with, write_map_yaml
from reviewdocs.records.maps import WORKBOOK, map_in
from reviewdocs.records.review_data import read_review
from reviewdocs.records.source import Source
from reviewdocs.records.yaml_source import YamlDocument
from reviewdocs.store.case import Case
from reviewdocs.store.locked import LOCKED, sealed
from reviewdocs.store.made import MadeFiles
from reviewdocs.store.maps import Passphrase, is_locked, load_map, no_passphrase, opened, stored, unlocked_path
from reviewdocs.workflows.batch import Progress, attempt, is_lock_file, no_progress
from reviewdocs.workflows.pseudonyms import map_path, maps_beside

T = TypeVar("T")

SCHEMA = "reviewdocs/proposals/1"
_HEAD = (
    "A PROPOSAL, made by reviewdocs for a person to read, correct and accept; it is in force once it is saved as the",
    "map. What is marked 'proposed' is new, and the quotations say where it comes from. They hold real names: take",
    "the remarks out when you are done, and keep this file as carefully as the map.",
)
_NO_MODEL = (
    "No language model is installed: names that no title, role or pattern gives away were not looked for in documents."
)
_LETTERED = re.compile(r"\w+ [A-Z]{1,2}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a proposal is to be made from, and for which map.

    Attributes:
        case: the case folder, whose map and data are used; None without one.
        map_file: a map without a case folder; None for a new one.
        review_type: of a new map without a case.
        documents: documents whose unknown names are to be proposed.
        published: finished reports, of which only what they say of themselves is proposed.
        earlier: maps or case folders of earlier reviews, whose letters (Child A) are not used again.
        output: where the proposal goes; None for the case's records.
    """

    case: Case | None = None
    map_file: Path | None = None
    review_type: ReviewType | None = None
    documents: tuple[Path, ...] = ()
    published: tuple[Path, ...] = ()
    earlier: tuple[Path, ...] = ()
    output: Path | None = None

    @property
    def agreed(self) -> Path | None:
        """The map that is there already."""
        path = self.case.map_file if self.case else self.map_file
        return path if path and (path.exists() or self.case is None) else None


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal.

    Attributes:
        file: where it lies; None where nothing is missing.
        added: how many entries of each list are new.
        notes: what to know besides.
        failed: documents that could not be read, and why.
        left_alone: edited earlier proposals, beside which this one stands.
        exit_code: 0, or the highest of the failures'.
    """

    file: Path | None
    added: Mapping[str, int]
    notes: tuple[str, ...]
    failed: tuple[str, ...] = ()
    left_alone: tuple[Path, ...] = ()
    exit_code: int = 0


def propose(
    wanted: Wanted, passphrase: Passphrase = no_passphrase, *, password: str = "", progress: Progress = no_progress
) -> Proposed:
    """Draft what the map is missing, into a file of its own.

    Args:
        wanted: sources and target.
        passphrase: tells the passphrase of a locked map; the proposal is then locked with it too.
        password: opens protected documents.
        progress: told before each document.

    Raises:
        UsageError: nothing to propose from, nowhere to write to, or a place where it must not lie.
        InputError, DataError: the map or the data cannot be used.
        NotCheckedError: the detectors cannot be started, or failed.
        OutputError: it could not be written, or not be read back.
    """
    case, agreed, asked = wanted.case, wanted.agreed, _once(passphrase)
    reviewed = read_review(case.review_file) if case and case.review_file.exists() else None
    if reviewed is None and not (wanted.documents or wanted.published):
        raise UsageError("There is nothing to propose from.",
                         remedy="Give a case folder with review data, or documents, or both.")  # fmt: skip
    raw = b""
    if agreed:
        agreed, raw = stored(agreed)
    target = _target(wanted, agreed)
    if agreed:
        raw = opened(agreed, raw, asked)
    there = map_in(raw, str(agreed)) if agreed else None
    draft = Draft(without_placeholders(there[0] if there else _new_map(wanted, reviewed[0] if reviewed else None)))
    taken = _letters_taken(wanted, asked, draft)
    if reviewed:
        namer = Namer(draft.pmap, also_taken=taken, real_names=_real_names(draft.pmap, reviewed[0]))
        additions_from_review(draft, reviewed[0], namer, _whereabouts(reviewed[1]))
    failed: list[ReviewdocsError] = []
    if wanted.published:
        _add_declared(wanted.published, draft, password, progress, failed)
    if wanted.documents:
        names = _names_in(wanted.documents, draft, password, progress, failed)
        found = [*_real_names(draft.pmap), *(name.text for name in names)]
        additions_from_names(draft, names, Namer(draft.pmap, also_taken=taken, real_names=found))
    reasons, code = tuple(map(str, failed)), max((error.exit_code for error in failed), default=0)
    if not draft.size:
        return Proposed(None, {}, tuple(draft.notes), reasons, exit_code=code)
    data = _data(draft, target, there, raw)
    if map_in(data, str(target))[0] != draft.pmap:
        raise OutputError("The proposal could not be read back as what was meant, so it was not written.",
                          where=str(target), remedy="Please report this.")  # fmt: skip
    if is_locked(target):
        data = sealed(data, asked(agreed or target))
    path, left_alone = _stored(wanted, target, data)
    added = {name: len(draft.added[name]) for name in LISTS if draft.added[name]}
    return Proposed(path, added, tuple(draft.notes), reasons, left_alone, code)


def _once(passphrase: Passphrase) -> Passphrase:
    """Asks for each file's passphrase once."""
    told: dict[Path, str] = {}

    def tell(path: Path) -> str:
        if path not in told:
            told[path] = passphrase(path)
        return told[path]

    return tell


def _new_map(wanted: Wanted, review: Review | None) -> PseudonymMap:
    """A map of nobody yet.

    Raises:
        UsageError: the type of review is not known.
    """
    review_type = review.review_type if review else wanted.review_type
    if review_type is None:
        raise UsageError("The type of review is not known, so the scheme of its designations is not either.",
                         remedy="Give --type, such as --type LCSPR, or a case folder, or --map.")  # fmt: skip
    reference = review.reference if review else real(wanted.case.folder).name if wanted.case else ""
    return PseudonymMap(
        id=reference or "[reference of the review]",
        review_type=review_type,
        title=review.title if review else "",
        people=(),
        dates=Dates(policy=DatePolicy.KEEP),
    )


def _target(wanted: Wanted, agreed: Path | None) -> Path:
    """Where the proposal goes.

    Raises:
        UsageError: nowhere, over something, or where it would lie among what is de-identified.
    """
    case = wanted.case
    locked = LOCKED if agreed and is_locked(agreed) else ""
    form = (unlocked_path(agreed) if locked and agreed else agreed).suffix.lower() if agreed else ".yaml"
    if wanted.output is None:
        if case is None:
            raise UsageError("-o is missing.", remedy="Without a case folder, say where the proposal goes: -o FILE.")
        return case.records / f"pseudonyms-proposed{form}{locked}"
    target = wanted.output
    if target.exists():
        raise UsageError("A file of this name is there already, and is not overwritten.", where=str(target),
                         remedy="Choose another name, or remove it first.")  # fmt: skip
    if {"anonymised", "publication"} & {part.casefold() for part in real(target).parent.parts}:
        raise UsageError("A proposal holds real names and may not lie among what is de-identified.", where=str(target),
                         remedy="Choose another folder.")  # fmt: skip
    if locked and not is_locked(target):
        raise UsageError("The map is locked, and this proposal would lay it open.", where=str(target),
                         remedy=f"Give a name that ends in .yaml{LOCKED}, or unlock the map first.")  # fmt: skip
    if not locked and is_locked(target):
        raise UsageError("The map is not locked, so the proposal is not locked either.", where=str(target),
                         remedy="Give a name that ends in .yaml; lock it afterwards.")  # fmt: skip
    plain = unlocked_path(target) if locked else target
    if plain.suffix.lower() not in (".yaml", ".yml", WORKBOOK) or (locked and plain.suffix.lower() == WORKBOOK):
        raise UsageError(f"A proposal is written as .yaml or {WORKBOOK}.", where=str(target),
                         remedy="Choose a name that ends so.")  # fmt: skip
    return target


def _letters_taken(wanted: Wanted, passphrase: Passphrase, draft: Draft) -> list[str]:
    """Designations told apart by a letter (Child A) in earlier reviews, so that no two are taken for one."""
    maps = [load_map(map_path(path), passphrase) for path in wanted.earlier]
    maps += maps_beside(wanted.case.folder, draft.notes).values() if wanted.case else ()
    others = [pmap for pmap in maps if pmap.id != draft.base.id]
    return [name for pmap in others for name in designations(pmap) if _LETTERED.fullmatch(name)]


def _real_names(pmap: PseudonymMap, review: Review | None = None) -> list[str]:
    names = [name for p in pmap.people for name in (p.forename, p.surname, *p.known_as, *p.former_names)]
    names += [thing.name for thing in (*pmap.places, *pmap.organisations)]
    people = review.people if review else ()
    return [*names, *(name for p in people for name in (p.forename, p.surname, *p.known_as, *p.former_names))]


def _whereabouts(source: Source) -> Callable[[tuple[str | int, ...]], str]:
    def where(path: tuple[str | int, ...]) -> str:
        line = source.line_of(path)
        place = source.cell_of(path) or (f"line {line}" if line else "")
        return ", ".join(part for part in (Path(source.file).name, place) if part)

    return where


def _names_in(
    documents: tuple[Path, ...], draft: Draft, password: str, progress: Progress, failed: list[ReviewdocsError]
) -> list[UnknownName]:
    """The names of all documents that neither the map nor what is proposed so far explains."""
    asked = _asked("names", tuple[list[UnknownName], bool], documents, draft, password, progress, failed)
    found: list[UnknownName] = []
    for _, (names, has_model) in asked:
        found += names
        _note_model(draft, has_model)
    return found


def _add_declared(
    published: tuple[Path, ...], draft: Draft, password: str, progress: Progress, failed: list[ReviewdocsError]
) -> None:
    """Add what finished reports say of themselves."""
    asked = _asked("declared", tuple[list[Declared], bool], published, draft, password, progress, failed)
    for file, (declared, has_model) in asked:
        additions_from_published(draft, declared, file.name)
        _note_model(draft, has_model)


def _asked(
    method: str,
    shape: type[T],
    documents: tuple[Path, ...],
    draft: Draft,
    password: str,
    progress: Progress,
    failed: list[ReviewdocsError],
) -> Iterator[tuple[Path, T]]:
    """What a method of the worker's reader answers for each document; those that cannot be read are told."""
    files = [file for file in documents if not is_lock_file(file)]
    with Worker(_Reader) as worker:
        worker.prepare(draft.pmap, password)
        for number, file in enumerate(files, 1):
            progress(number, len(files), file.name)

            def work(file: Path = file) -> T:
                data = read_file(file)
                return worker.do(shape, method, seconds_for(len(data)), file, data)

            done = attempt(work, where=str(file))
            if isinstance(done, ReviewdocsError):
                failed.append(done)
            else:
                yield file, done


def _note_model(draft: Draft, has_model: bool) -> None:
    if not has_model and _NO_MODEL not in draft.notes:
        draft.notes.append(_NO_MODEL)


class _Reader:
    """What the worker does with each document."""

    def __init__(self, pmap: PseudonymMap, password: str) -> None:
        from reviewdocs.detect import Detector  # not at the top: it takes seconds, and only documents need it

        self._detector, self._resolver, self._password = Detector(), Resolver(pmap), password

    def names(self, file: Path, data: bytes) -> tuple[list[UnknownName], bool]:
        """The names that the map does not explain, and whether a language model looked for them."""
        everything = self._opened(file, data).paragraphs()
        # What nobody reads on the page (styles, properties) goes when the document is anonymised.
        paragraphs = [p for p in everything if p.layer is not Layer.HIDDEN or p.place == "Comment"]
        mentions = self._resolver.resolve(paragraphs)
        names = unknown_names(paragraphs, self._detector.detect(paragraphs), mentions, file.name)
        return names, self._detector.language_model != "none"

    def declared(self, file: Path, data: bytes) -> tuple[list[Declared], bool]:
        """What a finished report says of itself, and whether a language model looked for names in it."""
        document = self._opened(file, data)
        everything = document.paragraphs()
        landmarks = landmarks_of(document)
        paragraphs = [replace(p, landmark=landmarks.get(p.key, "")) for p in everything if p.layer is not Layer.HIDDEN]
        found = list(declarations(paragraphs, self._detector.detect(paragraphs)))
        return found, self._detector.language_model != "none"

    def _opened(self, file: Path, data: bytes) -> Document:
        return open_document(file.name, without_password(data, self._password), password=self._password)


def _data(draft: Draft, target: Path, there: tuple[PseudonymMap, Source] | None, raw: bytes) -> bytes:
    """The proposal's bytes: the agreed map's own text with the additions, where that can be; else written anew."""
    plain = unlocked_path(target) if is_locked(target) else target
    if plain.suffix.lower() == WORKBOOK:
        return write_map_workbook(draft.pmap, {ref: "\n".join(told) for ref, told in draft.evidence.items()})
    text = None
    if there and draft.base == there[0] and isinstance(there[1], YamlDocument):
        text = text_with(there[1], raw.decode("utf-8-sig"), draft.added)
    if text is None or not _holds(text, draft.pmap):
        text = write_map_yaml(draft.pmap, draft.evidence)
    notes = ["", "# Besides, for you to see to:", *map(comment, draft.notes)] if draft.notes else []
    return "\n".join([*map(comment, _HEAD), "", text.rstrip("\n"), *notes, ""]).encode()


def _holds(text: str, pmap: PseudonymMap) -> bool:
    """Whether a text reads as this map; additions to somebody's unusual text may not."""
    try:
        return map_in(text.encode(), "map.yaml")[0] == pmap
    except DataError:
        return False


def _stored(wanted: Wanted, target: Path, data: bytes) -> tuple[Path, tuple[Path, ...]]:
    """Write the proposal; beside an earlier one that somebody has edited."""
    if wanted.output is not None or wanted.case is None:
        write_atomically(target, data, new=True)
        return target, ()
    made = MadeFiles(target.parent, target.parent / "proposals.json", SCHEMA).put(target.name, data)
    return made.path, made.left_alone
