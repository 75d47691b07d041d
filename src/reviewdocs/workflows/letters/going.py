"""Which file goes to a recipient: the newest letter, or the version of it that somebody edited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewdocs.store.made import SENT, MadeFiles
from reviewdocs.workflows.letters.planning import FIRST, newest


@dataclass(frozen=True, slots=True)
class Going:
    """The letter that goes to one recipient.

    Attributes:
        file: its name.
        entry: what is known of it.
        doubt: why it cannot be told which is to go; empty where it can.
    """

    file: str
    entry: Mapping[str, Any]
    doubt: str = ""


def going_out(made: MadeFiles, folder: Path) -> dict[str, Going]:
    """What goes to each recipient, by id.

    A letter that somebody edited is that recipient's letter, and a fresh one beside it is not, as long as both were
    made from the same; where the data has changed since, a person has to say which is to go, by taking the other away.

    Raises:
        OutputError: a letter cannot be read.
    """
    found = {}
    for recipient, (file, entry) in newest(made).items():
        edited = [] if SENT in entry else list(_edited(made, folder, file, entry))
        if not edited:
            found[recipient] = Going(file, entry)
        elif edited[-1][1].get("key") == entry.get("key"):
            found[recipient] = Going(*edited[-1])
        else:
            found[recipient] = Going(
                file, entry, f"there are two, the edited {edited[-1][0]} and {file}, made from newer data; take away "
                "the one that is not to go",
            )  # fmt: skip
    return found


def _edited(made: MadeFiles, folder: Path, file: str, entry: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    """Versions before a file that somebody edited and that did not go out."""
    first = str(entry.get(FIRST, file))
    found: list[tuple[str, Mapping[str, Any]]] = []
    for number in range(1, 100):
        name = made.numbered(first, number).name
        if name == file:
            break
        known = made.entries.get(name, {})
        if known and SENT not in known and (folder / name).exists() and not made.as_made(name):
            found.append((name, known))
    return found
