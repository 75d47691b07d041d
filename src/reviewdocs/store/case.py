"""A case folder (docs/contracts.md, A case folder): where everything of one review lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reviewdocs.errors import InputError
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.records.source import Source
from reviewdocs.store.maps import Passphrase, no_passphrase, read_map, refuse_two

if TYPE_CHECKING:
    from reviewdocs.model.review import Review

MAP_FORMS = ("pseudonyms.yaml", "pseudonyms.yaml.locked", "pseudonyms.xlsx")
"""The forms in which a case holds its map; one of them."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case folder that is there. Its parts are made by whoever writes into them.

    `passphrase` is asked when the map is locked and needed.
    """

    folder: Path
    passphrase: Passphrase = field(default=no_passphrase, compare=False, repr=False)

    @classmethod
    def open(cls, folder: Path, passphrase: Passphrase = no_passphrase) -> Case:
        """The case in a folder that holds review data or a pseudonym map.

        Raises:
            InputError: not there, not a folder, no case folder, or two forms of its data or map.
        """
        where = str(folder)
        if not folder.exists():
            raise InputError("The case folder is not there.", where=where,
                             remedy="Check the name, or make it with `reviewdocs new`.")  # fmt: skip
        if not folder.is_dir():
            raise InputError("A case is a folder, and this is a file.", where=where,
                             remedy="Give the folder that holds it.")  # fmt: skip
        case = cls(folder, passphrase)
        if not (case.review_file.exists() or case.map_file.exists()):
            raise InputError("The folder holds neither review.yaml nor pseudonyms.yaml, so it is no case folder.",
                             where=where, remedy="Check the name, or make one with `reviewdocs new`.")  # fmt: skip
        if (folder / "review.yaml").exists() and (folder / "review.xlsx").exists():
            raise InputError("The folder holds both review.yaml and review.xlsx; only one can be the review's data.",
                             where=where, remedy="Move one of them elsewhere.")  # fmt: skip
        refuse_two(*(folder / name for name in MAP_FORMS))
        return case

    @property
    def review_file(self) -> Path:
        """The structured data: review.yaml, or the workbook where only that is there."""
        workbook = self.folder / "review.xlsx"
        yaml = self.folder / "review.yaml"
        return workbook if workbook.exists() and not yaml.exists() else yaml

    @property
    def map_file(self) -> Path:
        """The agreed pseudonym map in the form that is there; pseudonyms.yaml where none is."""
        forms = [self.folder / name for name in MAP_FORMS]
        return next((path for path in forms if path.exists()), forms[0])

    @property
    def templates(self) -> Path:
        """The board's own templates; need not be there."""
        return self.folder / "templates"

    @property
    def chronologies(self) -> Path:
        """What agencies returned."""
        return self.folder / "chronologies"

    @property
    def drafts(self) -> Path:
        """Identifiable drafts."""
        return self.folder / "drafts"

    @property
    def letters(self) -> Path:
        """Letters, one folder a letter."""
        return self.folder / "letters"

    @property
    def anonymised(self) -> Path:
        """De-identified copies: no real name in any byte."""
        return self.folder / "anonymised"

    @property
    def publication(self) -> Path:
        """De-identified bundles ready to publish."""
        return self.folder / "publication"

    @property
    def records(self) -> Path:
        """What was replaced and decided; holds real names."""
        return self.folder / "records"

    @property
    def written_to(self) -> Iterator[Path]:
        """The folders that commands write to."""
        yield from (self.folder, self.templates, self.drafts, self.anonymised, self.publication, self.records)
        yield from self.letters.iterdir() if self.letters.is_dir() else ()

    def load_review(self) -> Review:
        """The structured data.

        Raises:
            InputError, DataError: it is not there or cannot be used.
        """
        from reviewdocs.records.review_data import load_review  # slow to import, and not every command reads the data

        return load_review(self.review_file)

    def load_map(self) -> PseudonymMap:
        """The agreed pseudonym map.

        Raises:
            InputError, DataError: it is not there, cannot be unlocked or cannot be used.
        """
        return self.read_map()[0]

    def read_map(self) -> tuple[PseudonymMap, Source]:
        """Like `load_map`, with the plain data it was read from, which knows lines or cells."""
        return read_map(self.map_file, self.passphrase)
