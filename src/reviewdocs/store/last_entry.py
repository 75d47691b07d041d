"""The last entry's number and hash, kept outside a record: beside the map, in the case folder.

The record proves by itself that no entry was changed, and none taken out between others. What it cannot prove is that
none was taken off its end, or all of them with the file; this does.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from reviewdocs.disk import bytes_of
from reviewdocs.errors import InputError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.model.decisions import RecordState


@dataclass(frozen=True, slots=True)
class LastEntry:
    """Where the last entry of one record is kept.

    Attributes:
        name: the file's, in the case folder.
        schema: what the file says it is.
        many: what the record holds ("decisions").
    """

    name: str
    schema: str
    many: str

    def kept(self, folder: Path) -> RecordState | None:
        """What is kept in a case folder; None where there was no entry yet, or by a version that kept nothing.

        Raises:
            InputError: it cannot be read.
        """
        path = folder / self.name
        try:
            told = json.loads(bytes_of(path, most=MAX_FILE_BYTES))
            if told["schema"] != self.schema:
                raise ValueError("another schema")
            return RecordState(number=told["number"], last_hash=told["last_hash"])
        except FileNotFoundError:
            return None
        except (InputError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise InputError(f"What is kept of the last of the {self.many} cannot be read, so it cannot be told "
                             "whether any was taken out of the record.", where=str(path),
                             remedy="Put the last backup of this file in its place.") from error  # fmt: skip

    def keep(self, folder: Path, state: RecordState) -> None:
        """Keep it.

        Raises:
            OutputError: it cannot be written.
        """
        content = {"schema": self.schema, **state.model_dump(mode="json")}
        write_atomically(folder / self.name, (json.dumps(content, indent=1) + "\n").encode())
