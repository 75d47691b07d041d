"""Whether a bundle, or a file from elsewhere, is still what was published."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath

from reviewdocs.store.append_only import content_hash
from reviewdocs.workflows.publishing import noted
from reviewdocs.workflows.publishing.bundle import MANIFEST, RECORD, Manifest, digest, is_whole, read_manifest

_ENOUGH = 16
"""Digits of a fingerprint; fewer could be met by chance."""


class State(StrEnum):
    """What a file is against the bundle."""

    SAME = "as published"
    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "not of the bundle"


@dataclass(frozen=True, slots=True)
class Line:
    """What is said of one file."""

    file: str
    state: State


@dataclass(frozen=True, slots=True)
class Verified:
    """What is said of a bundle.

    Attributes:
        fingerprint: what vouches for all of it; to be compared with what was noted when it was published.
        lines: each file.
        wrong: what else is wrong, in sentences.
        known: whether the case that it lies in noted this fingerprint; None where it lies in no case, and where the
            fingerprint has to be compared by whoever noted it.
    """

    fingerprint: str
    lines: tuple[Line, ...]
    wrong: tuple[str, ...]
    known: bool | None

    @property
    def is_as_published(self) -> bool:
        """Whether nothing differs."""
        return not self.wrong and all(line.state is State.SAME for line in self.lines)


def verify(folder: Path, others: Mapping[str, str] = {}, *, fingerprint: str = "") -> Verified:
    """Look at a bundle, and at files from elsewhere.

    Args:
        folder: the bundle.
        others: the SHA-256 of each file from elsewhere that may be a copy of one in it, by its name.
        fingerprint: what was noted when it was published, or its first 16 digits or more; empty where nobody noted it.

    Raises:
        InputError: it is no bundle, or a file of it cannot be read.
    """
    manifest = read_manifest(folder)
    published = {one["file"]: one["sha256"] for one in manifest.told["files"]}
    wrong = [*_wrong(folder, manifest, fingerprint)]
    known = noted.knows(folder, manifest.fingerprint)
    if known is False:
        wrong.append("The case did not note this fingerprint when it published: the bundle is another one.")
    lines = [Line(name, _state(folder / name, {sha256})) for name, sha256 in published.items()]
    there = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())
    lines += [Line(name, State.ADDED) for name in there if name not in published and name != MANIFEST]
    for name, sha256 in others.items():
        changed = State.CHANGED if PurePath(name).name in published else State.ADDED
        lines.append(Line(name, State.SAME if sha256 in published.values() else changed))
    return Verified(manifest.fingerprint, tuple(lines), tuple(wrong), known)


def _wrong(folder: Path, manifest: Manifest, fingerprint: str) -> list[str]:
    wrong = []
    if content_hash(dict(manifest.told)) != manifest.fingerprint:
        wrong.append("The manifest was changed: it no longer has the fingerprint that it bears.")
    asked = "".join(fingerprint.split()).casefold()
    if asked and not hmac.compare_digest(manifest.fingerprint[: max(len(asked), _ENOUGH)], asked):
        wrong.append("The fingerprint is not the one that was noted: this is another bundle.")
    if (folder / RECORD).is_file() and not is_whole(folder / RECORD, manifest.told["record"]):
        wrong.append("Lines of the record were changed, added or taken out.")
    return wrong


def _state(file: Path, hashes: set[str]) -> State:
    if not file.is_file():
        return State.MISSING
    return State.SAME if digest(file) in hashes else State.CHANGED
