"""Every doubt about a pseudonym map, each at its line or cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewdocs.errors import DataError, Problem, ReviewdocsError
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.review import Review
from reviewdocs.pseudonymise.lint import Doubt, Weight
from reviewdocs.pseudonymise.lint import lint as lint_map
from reviewdocs.records.commas import slips
from reviewdocs.records.review_data import read_review
from reviewdocs.records.source import Source, dotted
from reviewdocs.store.case import Case
from reviewdocs.store.maps import Passphrase, load_map, no_passphrase, read_map
from reviewdocs.workflows.pseudonyms import map_path, maps_beside


@dataclass(frozen=True, slots=True)
class PlacedDoubt:
    """A doubt and where in its file, the map's or the review data's, it stands."""

    doubt: Doubt
    file: Path
    line: int | None
    cell: str

    def __str__(self) -> str:
        place = self.cell or (f"line {self.line}" if self.line else "")
        if self.doubt.in_review:
            place = f"{self.file.name}, {place}" if place else self.file.name
        start = "SETTLE " if self.doubt.weight is Weight.SETTLE else "expect "
        where = f"{self.doubt.entry} ({place})" if place else self.doubt.entry
        return f"{start} {where}: {self.doubt.message}. {self.doubt.remedy}"

    def as_json(self) -> dict[str, Any]:
        """As a plain object."""
        doubt = self.doubt
        return {
            "rule": doubt.rule,
            "severity": doubt.weight.value,
            "entry": doubt.entry,
            "file": str(self.file),
            "field": dotted(doubt.path),
            "line": self.line,
            "cell": self.cell,
            "message": doubt.message,
            "remedy": doubt.remedy,
        }


@dataclass(frozen=True, slots=True)
class LintReport:
    """What is to say of a map.

    Attributes:
        file: the map's file.
        errors: why it cannot be used at all; there are no doubts then, for they need a map.
        doubts: those to settle first.
        notes: what was not compared, and why.
    """

    file: Path
    errors: tuple[Problem, ...]
    doubts: tuple[PlacedDoubt, ...]
    notes: tuple[str, ...]

    @property
    def to_settle(self) -> int:
        """How many doubts should be settled before the map is agreed."""
        return sum(placed.doubt.weight is Weight.SETTLE for placed in self.doubts)

    @property
    def exit_code(self) -> int:
        """2 for a map that cannot be used, 1 for one with doubts to settle."""
        return 2 if self.errors else 1 if self.to_settle else 0


def lint(path: Path, earlier: Sequence[Path] = (), passphrase: Passphrase = no_passphrase) -> LintReport:
    """Every doubt about the map in a file or a case folder.

    Args:
        path: the map, or a case folder; with a folder the maps of the cases beside it are compared too.
        earlier: maps or case folders of earlier reviews.
        passphrase: tells the passphrase of locked maps.

    Raises:
        InputError: the map, or one of `earlier`, cannot be read.
        DataError: one of `earlier` cannot be used.
    """
    file = map_path(path)
    try:
        pmap, source = read_map(file, passphrase)
    except DataError as error:
        return LintReport(file, error.problems, (), ())
    others = {str(other): load_map(map_path(other), passphrase) for other in earlier}
    notes: list[str] = []
    reviewed = None
    if path.is_dir():
        others |= maps_beside(path, notes)
        reviewed = _review(Case.open(path), notes)
    review, data = reviewed or (None, source)
    found = (*_cut(source), *lint_map(pmap, others, review))
    doubts = (_placed(doubt, data if doubt.in_review else source) for doubt in found)
    return LintReport(file, (), tuple(doubts), tuple(notes))


def _cut(source: Source) -> Iterator[Doubt]:
    """Values that a comma cut: they were read as they can only be meant."""
    for slip in slips(source, PseudonymMap):
        entry: Any = source.data
        for step in slip.path[:-1]:
            entry = entry[step]
        yield Doubt(
            "comma-in-a-value", Weight.SETTLE, str(entry.get("id") or slip.path[0]), slip.path,
            f'{slip.path[-1]} was read as "{slip.value}", though within braces a comma ends a value',
            f'Put it in quotes: {slip.path[-1]}: "{slip.value}".',
        )  # fmt: skip


def _placed(doubt: Doubt, source: Source) -> PlacedDoubt:
    return PlacedDoubt(doubt, Path(source.file), source.line_of(doubt.path), source.cell_of(doubt.path))


def _review(case: Case, notes: list[str]) -> tuple[Review, Source] | None:
    """The structured data of the case, and where its fields stand; a note where it is there and cannot be used."""
    if not case.review_file.exists():
        return None
    try:
        return read_review(case.review_file)
    except ReviewdocsError:
        notes.append(f"Not compared, as it cannot be used: {case.review_file}. See `reviewdocs validate`.")
        return None
