"""Names of parts: those Office gives say nothing; one that somebody chose (a picture's file name) can hold a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from reviewdocs.formats.docx.package import CONTENT_TYPES, Package, Part, source_of
from reviewdocs.formats.docx.view import View
from reviewdocs.formats.docx.vocabulary import Spot

_FOLDERS: Final = (
    "word|docProps|customXml|xl|ppt|theme|media|embeddings|charts|diagrams|glossary|fonts|worksheets|drawings|tables"
    "|pivotTables|pivotCache|chartsheets|slides|slideLayouts|slideMasters"
)
_STEMS: Final = (
    "document|glossaryDocument|styles|settings|webSettings|fontTable|numbering|footnotes|endnotes|header|footer|theme"
    "|themeOverride|image|hdphoto|media|chart|chartEx|colors|style|data|layout|quickStyle|quickStyles|drawing|item"
    "|itemProps|core|app|custom|font|workbook|sheet|sharedStrings|table|pivotTable|calcChain|metadata|part|chunk"
    "|pivotCacheDefinition|pivotCacheRecords|vmlDrawing|userShapes|presentation|slide|slideLayout|slideMaster"
    "|presProps|viewProps|tableStyles|package|afchunk|comments|commentsExtended|commentsIds|people|printerSettings"
    "|stylesWithEffects|oleObject|thumbnail|customizations|recipientData"
)
_FOLDER: Final = re.compile(f"(?:(?:{_FOLDERS})/)*", re.IGNORECASE)
_GIVEN: Final = re.compile(
    rf"(?:(?:{_FOLDERS})/)*(?:{_STEMS}|Microsoft_(?:Office_)?(?:Excel|Word|PowerPoint)_[A-Za-z0-9\-]+?_?)\d*(?:\.\w{{2,5}})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PartName:
    """The name of a part without folder and extension, as a segment of a view."""

    package: Package
    part: Part

    @property
    def key(self) -> tuple[int, str]:
        """The part and what of it."""
        return id(self.part), "name"

    @property
    def text(self) -> str:
        """The name."""
        base = unquote(self.part.name).rpartition("/")[2]
        return base.rpartition(".")[0] or base

    def put(self, text: str) -> None:
        """Rename the part, to what zip files and addresses take."""
        _rename(self.package, {self.part.name: re.sub(r"[^A-Za-z0-9\-]+", "_", text).strip("_")})


def chosen(package: Package) -> list[str]:
    """Parts whose names are none that Office gives."""
    return [
        name
        for name in package.parts
        if name != CONTENT_TYPES and source_of(name) is None and not _GIVEN.fullmatch(name)
    ]


def views(package: Package) -> Iterator[View]:
    """The chosen names as texts."""
    for name in chosen(package):
        view = View.of(f"{name}@name", (PartName(package, package.parts[name]),), Spot("Name of a part"))
        if any(character.isalpha() for character in view.text):
            yield view


def neutralise(package: Package) -> int:
    """Give every chosen name a neutral one; returns how many there were."""
    names = chosen(package)
    _rename(package, dict.fromkeys(names, "part"))
    return len(names)


def _rename(package: Package, stems: Mapping[str, str]) -> None:
    """Rename each part to its stem, with a number, in its folder if that is one that Office makes."""
    numbers: Counter[str] = Counter()
    names: dict[str, str] = {}
    for name, stem in stems.items():
        folder = name.rpartition("/")[0]
        folder = folder if _FOLDER.fullmatch(f"{folder}/") else "word"
        extension = name.rpartition(".")[2] if "." in name.rpartition("/")[2] else "xml"
        extension = extension if re.fullmatch(r"\w{2,5}", extension) else "bin"
        start = f"{folder}/{stem or 'part'}".lstrip("/")
        new = ""
        while not new or package.find(new) is not None:
            numbers[start] += 1
            new = f"{start}{numbers[start]}.{extension}"
        names[name] = new
    package.rename(names)
