"""Where findings stand, in words that lead a reader to the place."""

from __future__ import annotations

from pathlib import PurePath

from reviewdocs.model.findings import Finding, Location
from reviewdocs.risk.place import PARTS
from reviewdocs.risk.rules.unseen_picture import NAME as PICTURE


def file_name(path: str) -> str:
    """The file's name without its folder."""
    return PurePath(path).name


def where(finding: Finding) -> str:
    """The place of a finding for a reader who has Word open."""
    if finding.rule == PICTURE:
        return "to look at"  # its text says where
    if finding.location is None:
        return "more than one place" if finding.related else "whole document"
    return spot(finding.location)


def related(finding: Finding, *, several: bool = False) -> list[str]:
    """The other places of a finding, quoted; with `several`, each with its document."""
    told = []
    for other in finding.related[:_RELATED]:
        place = spot(other.location) if other.location else "whole document"
        text, context = " ".join(other.text.split()), " ".join(other.context.split())
        quote = f"“{text}” in “{context}”" if context not in ("", text) else f"“{text}”"
        told.append(f"{quote} – " + (f"{file_name(other.file)}, " if several else "") + place)
    more = len(finding.related) - _RELATED
    return [*told, f"and {more} more"] if more > 0 else told


_RELATED = 12
"""How many other places of one finding are listed."""


def spot(location: Location) -> str:
    """The place of a location for a reader who has Word open."""
    *outer, part = location.part.split("!")
    within = "".join(f"in {file_name(name)}: " for name in outer)
    known = next((name for start, name in PARTS.items() if part.startswith(start)), "")
    if known and location.landmark and "@" not in part:
        return f"{within}{location.landmark}"  # "footnote 4" says enough
    in_text = part in ("text", "word/document.xml")
    near = location.landmark or ("" if known else f"paragraph {location.paragraph + 1}")
    return within + ", ".join(told for told in (known or ("" if in_text else part), near) if told)
