"""Which outputs are ours to overwrite: remembers what was written, from which input."""

from __future__ import annotations

import hashlib
import json
import secrets
from pathlib import Path

from reviewdocs.errors import OutputError
from reviewdocs.formats.atomic import write_atomically

_ROUNDS = 20_000


class OutputLedger:
    """A small file beside the outputs (or in the case's records) listing each output with its hash and its input.

    The input's path may hold a real name and the ledger may lie in a folder of de-identified files, so the path is kept
    only as a salted, slow hash.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries: dict[str, dict[str, str]] = {}
        self._salt = secrets.token_hex(16)
        if path.is_file():
            try:
                stored = json.loads(path.read_text(encoding="utf-8"))
                self._salt, self._entries = str(stored["salt"]), dict(stored["outputs"])
            except (ValueError, KeyError, TypeError, OSError) as error:
                raise OutputError(
                    "The list of earlier outputs cannot be read, so it is not known which files may be overwritten.",
                    where=str(path),
                    remedy="Move the earlier outputs and this file elsewhere, then run again.",
                ) from error

    def _source(self, source: Path) -> str:
        digest = hashlib.pbkdf2_hmac("sha256", str(source.resolve()).encode(), bytes.fromhex(self._salt), _ROUNDS)
        return digest.hex()

    def refuse_foreign(self, output: Path, source: Path) -> None:
        """Refuse to overwrite a file that is not this input's own earlier output, or that somebody has edited since.

        Raises:
            OutputError: saying which, and the way out.
        """
        if not output.exists():
            return
        entry = self._entries.get(output.name)
        remedy = "Move or rename it, or choose another output folder, then run again."
        if entry is None or entry["source"] != self._source(source):
            raise OutputError("A file of this name that was not made from this input is there already.",
                              where=str(output), remedy=remedy)  # fmt: skip
        if entry["sha256"] != hashlib.sha256(output.read_bytes()).hexdigest():
            raise OutputError("The earlier output was changed after it was made; it is not overwritten.",
                              where=str(output), remedy=remedy)  # fmt: skip

    def note(self, output: Path, source: Path, data: bytes) -> None:
        """Remember that `output` with these bytes was made from `source`."""
        self._entries[output.name] = {"sha256": hashlib.sha256(data).hexdigest(), "source": self._source(source)}
        content = {"salt": self._salt, "outputs": self._entries}
        write_atomically(self._path, (json.dumps(content, indent=1, sort_keys=True) + "\n").encode())
