"""Several versions of one draft in one run: which are older, so that not all of them are made public.

Names tell ("v0.1", "v0.3"). Where a name may as well be one of a series (minutes by day, "IMR (1)" of another agency),
the texts are compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from itertools import combinations
from pathlib import Path

from reviewdocs.store.versions import Version, version_of
from reviewdocs.workflows.likeness import Runs, alike


def superseded(files: Sequence[Path], runs: Callable[[Path], Runs]) -> dict[Path, str]:
    """The files that are not the newest version, or not certainly, each with why in half a sentence.

    Args:
        files: of one run.
        runs: the runs of words of a file, none where it cannot be read; asked only where names leave it open.
    """
    versions = {file: version_of(file.name) for file in files}
    works: dict[str, list[Path]] = defaultdict(list)
    for file, version in versions.items():
        works[version.work].append(file)
    read = cache(runs)
    newer: dict[Path, list[Path]] = defaultdict(list)
    unsaid: list[tuple[Path, Path]] = []
    for one, other in (pair for same in works.values() for pair in combinations(same, 2)):
        order = versions[one].against(versions[other])
        if order == 0 or not _one_draft(versions[one], versions[other], partial(map, read, (one, other))):
            continue
        if order is None:
            unsaid.append((one, other))
        elif order < 0:
            newer[one].append(other)
        else:
            newer[other].append(one)
    told = {}
    for file, later in newer.items():
        newest = next((other for other in later if other not in newer), later[0])
        told[file] = _older(file, versions[file], newest, versions[newest])
    for one, other in [pair for pair in unsaid if not newer.keys() & set(pair)]:
        told.setdefault(one, f"the names do not say whether {one.name} is newer than {other.name}")
        told.setdefault(other, f"the names do not say whether {other.name} is newer than {one.name}")
    return told


def _one_draft(one: Version, other: Version, both: Callable[[], Iterable[Runs]]) -> bool:
    """Whether two files of one work are versions of one draft; `both` tells their runs of words."""
    if one.rest == other.rest and one.certainly_other(other):
        return True
    said = alike(*both())
    return one.rest == other.rest if said is None else said


def _older(file: Path, version: Version, newer: Path, newest: Version) -> str:
    if version.is_copy and not newest.is_copy and (version.number, version.stage) == (newest.number, newest.stage):
        return f"{file.name} is a copy of {newer.name}"
    if version.mark and newest.mark and version.mark != newest.mark:
        return f"{version.mark} is older than {newest.mark} ({newer.name})"
    return f"{file.name} is older than {newer.name}"
