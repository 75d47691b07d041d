"""An Office package as parts: opened with bounds, written deterministically, untouched parts byte for byte."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, unquote

from lxml import etree

from reviewdocs.errors import InputError
from reviewdocs.formats import xmlparts
from reviewdocs.formats.bounds import HOSTILE, Allowance
from reviewdocs.formats.xmlparts import name_of

CONTENT_TYPES = "[Content_Types].xml"
RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"

MAX_ENTRIES = 10_000
MAX_XML_PART = 128 * 1024 * 1024
MAX_RATIO = 250
"""Times that an entry of over `_RATIO_FROM` bytes may unpack to; a repetitive table reaches about 60."""
_RATIO_FROM = 16 * 1024 * 1024
_GZIP = b"\x1f\x8b"
_WRITTEN_AT = (1980, 1, 1, 0, 0, 0)
_BAD_NAME = re.compile(r"(^|/)\.\.?(/|$)|^/|\\|[\x00-\x1f]|^[A-Za-z]:|//")
_DAMAGED = "Get a fresh copy, or open it in Word, let Word repair it, and save it."


@dataclass(slots=True, eq=False)
class Part:
    """One part: its bytes as read, and its XML once somebody asked for it.

    Attributes:
        name: the name within the package, without a leading slash.
        content_type: as the package declares it, in lower case; empty when it declares none.
        editable: it may be changed, so what is read of it is remembered to compare with.
        inert: no element of it has an attribute that may lead out of it, and no change adds one.
    """

    name: str
    content_type: str
    data: bytes
    editable: bool = False
    inert: bool = False
    _root: etree._Element | None = None
    _unchanged: bytes | None = None

    @property
    def root(self) -> etree._Element:
        """The parsed XML; changes to it are written.

        Raises:
            InputError: it is not well-formed.
        """
        if self._root is None:
            if len(self.data) > MAX_XML_PART:
                raise InputError("A part of the document is far larger than Word writes.", where=self.name)
            self._root = xmlparts.parse(self.data, self.name)
            self._unchanged = xmlparts.to_bytes(self._root) if self.editable else None
        return self._root

    @property
    def is_xml(self) -> bool:
        """Whether the part is XML by its declared type, its name or its first bytes."""
        kind = self.content_type
        if self.data.startswith(_GZIP):
            return False  # a packed drawing, whose declared type is that of the drawing
        if kind.endswith(("+xml", "/xml")) or self.name.lower().endswith((".xml", ".rels", ".vml", ".svg")):
            return True
        return self.data[:64].lstrip(b"\xef\xbb\xbf").startswith(b"<?xml")

    def written(self) -> bytes:
        """The bytes to write: those read, unless the XML was changed since."""
        if self._root is not None:
            now = xmlparts.to_bytes(self._root)
            if now != (self._unchanged or xmlparts.to_bytes(xmlparts.parse(self.data, self.name))):
                self.replace(now)
        return self.data

    def replace(self, data: bytes) -> None:
        """Put other bytes in the part's place."""
        self.data = data
        self._root = self._unchanged = None
        self.inert = False


class Relationship(NamedTuple):
    """One relationship; `target` is the full name of an internal target, None for an external one."""

    element: etree._Element
    source: str
    target: str | None
    kind: str
    """The last word of its type (`image`, `hyperlink`), the same for transitional and strict."""

    @property
    def id(self) -> str:
        """Its id within the source's relationships."""
        return str(self.element.get("Id", ""))


@dataclass(slots=True)
class Package:
    """A whole package; its parts keep the order in which they were read."""

    parts: dict[str, Part] = field(default_factory=dict)
    _read: dict[str, bytes] = field(default_factory=dict)
    _folded: dict[str, str] = field(default_factory=dict)

    @classmethod
    def open(cls, data: bytes, allowance: Allowance | None = None) -> Package:
        """Unpack a package; `allowance` is shared with what it lies in.

        Raises:
            InputError: damaged, encrypted, hostile, or no Office package.
        """
        contents = _unpacked(data, allowance or Allowance())
        if CONTENT_TYPES not in contents:
            raise InputError(
                "It is a zip file, but no Word document.", remedy="Save the document as .docx in Word, and use that."
            )
        types = _declared_types(xmlparts.parse(contents[CONTENT_TYPES], CONTENT_TYPES), contents)
        return cls({name: Part(name, types[name], content) for name, content in contents.items()}, contents)

    def edit(self) -> None:
        """Get ready for changes."""
        for part in self.parts.values():
            part.editable = True

    @property
    def changed(self) -> bool:
        """Whether any part is not as it was read."""
        return {name: part.written() for name, part in self.parts.items()} != self._read

    def to_bytes(self) -> bytes:
        """The package zipped: the same parts give the same bytes."""
        out = io.BytesIO()
        names = sorted(self.parts, key=lambda name: name != CONTENT_TYPES)  # stable: the rest keep their order
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name in names:
                info = zipfile.ZipInfo(name, _WRITTEN_AT)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.create_system = 0  # the same bytes on every system
                archive.writestr(info, self.parts[name].written())
        return out.getvalue()

    def find(self, name: str) -> Part | None:
        """The part of this name, in any case and percent-encoding."""
        if name in self.parts:
            return self.parts[name]
        if len(self._folded) != len(self.parts):
            self._folded = {_folded(key): key for key in self.parts}
        found = self._folded.get(_folded(name))
        return self.parts.get(found) if found is not None else None

    def main(self) -> Part:
        """The main part (Word's document, a workbook's workbook).

        Raises:
            InputError: there is none.
        """
        for relationship in self.relationships(""):
            if relationship.kind == "officeDocument" and relationship.target is not None:
                part = self.find(relationship.target)
                if part is not None:
                    return part
        raise InputError("The package holds no main document.", remedy=_DAMAGED)

    def relationships(self, source: str) -> list[Relationship]:
        """The relationships of a part; of the package itself for ''."""
        part = self.find(rels_name(source))
        if part is None:
            return []
        found = []
        for element in part.root:
            if name_of(element) == "rel:Relationship":
                kind = element.get("Type", "").rstrip("/").rpartition("/")[2]
                found.append(
                    Relationship(
                        element, source, _target(source, element.get("TargetMode", ""), element.get("Target", "")), kind
                    )
                )
        return found

    def all_relationships(self) -> Iterator[Relationship]:
        """The relationships of every part and of the package."""
        for name in list(self.parts):
            source = source_of(name)
            if source is not None:
                yield from self.relationships(source)

    def reachable(self) -> set[str]:
        """Names of the parts that relationships lead to from the package, with their .rels and the content types."""
        found, waiting = {CONTENT_TYPES}, [""]
        while waiting:
            source = waiting.pop()
            rels = self.find(rels_name(source))
            if rels is not None:
                found.add(rels.name)
            for relationship in self.relationships(source):
                part = self.find(relationship.target) if relationship.target else None
                if part is not None and part.name not in found:
                    found.add(part.name)
                    waiting.append(part.name)
        return found

    def remove(self, names: Collection[str]) -> None:
        """Take out parts, their relationships and content types; relationships that lead to them stay."""
        rels = {part.name for name in names if (part := self.find(rels_name(name)))}
        gone = {_folded(name) for name in names}
        root = self.parts[CONTENT_TYPES].root
        for entry in [entry for entry in root if name_of(entry) == "ct:Override"]:
            if _folded(entry.get("PartName", "")) in gone:
                root.remove(entry)
        self.parts = {name: part for name, part in self.parts.items() if name not in rels and name not in names}
        self._folded = {}

    def put_picture(self, name: str, png: bytes) -> None:
        """Put a PNG in the place of a picture of any kind."""
        part, root = self.parts[name], self.parts[CONTENT_TYPES].root
        part.replace(png)
        part.content_type = "image/png"
        for entry in [entry for entry in root.iter("{*}Override") if self.find(entry.get("PartName", "")) is part]:
            root.remove(entry)
        entry = etree.SubElement(root, f"{root.tag.rpartition('}')[0]}}}Override")
        entry.set("PartName", f"/{quote(name)}")
        entry.set("ContentType", part.content_type)
        self.rename({name: f"{name.rpartition('.')[0] or name}.png"})

    def rename(self, names: Mapping[str, str]) -> None:
        """Give parts other names, old to new, their content types, relationships and those leading to them with it."""
        leading = [
            (r, part.name) for r in self.all_relationships() if (part := self._target_of(r)) and part.name in names
        ]
        own = [(r, old, part.name) for old in names for r in self.relationships(old) if (part := self._target_of(r))]
        moved = dict(names)
        for old, new in names.items():
            own_rels = self.find(rels_name(old))
            if own_rels is not None:
                moved[own_rels.name] = rels_name(new)
        for entry in self.parts[CONTENT_TYPES].root.iter("{*}Override"):
            part = self.find(entry.get("PartName", ""))
            if part is not None and part.name in names:
                entry.set("PartName", "/" + quote(names[part.name]))
        for old, new in moved.items():
            self.parts[old].name = new
        self.parts = {part.name: part for part in self.parts.values()}
        self._folded = {}
        for relationship, target in leading:
            relationship.element.set(
                "Target", relative(moved.get(relationship.source, relationship.source), moved[target])
            )
        for relationship, old, target in own:
            if posixpath.dirname(old) != posixpath.dirname(names[old]):
                relationship.element.set("Target", relative(names[old], moved.get(target, target)))

    def _target_of(self, relationship: Relationship) -> Part | None:
        """The part that a relationship leads to."""
        return self.find(relationship.target) if relationship.target else None


def _declared_types(root: etree._Element, names: Iterable[str]) -> dict[str, str]:
    """The content type of each part, in lower case; empty where none is declared."""
    overrides: dict[str, str] = {}
    defaults: dict[str, str] = {}
    for element in root:
        content_type = element.get("ContentType", "").lower()
        if name_of(element) == "ct:Override":
            overrides[_folded(element.get("PartName", ""))] = content_type
        elif name_of(element) == "ct:Default":
            defaults[element.get("Extension", "").casefold()] = content_type
    return {name: overrides.get(_folded(name), defaults.get(name.rpartition(".")[2].casefold(), "")) for name in names}


def rels_name(part: str) -> str:
    """The name of the part that holds another's relationships."""
    folder, _, base = part.rpartition("/")
    return f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"


def source_of(rels: str) -> str | None:
    """The part whose relationships these are ('' for the package's own); None when the part holds none."""
    folder, _, base = rels.rpartition("/")
    if not base.lower().endswith(".rels") or not (folder == "_rels" or folder.endswith("/_rels")):
        return None
    return f"{folder[: -len('_rels')]}{base[: -len('.rels')]}"


def relative(source: str, target: str) -> str:
    """A target as written in the relationships of `source`."""
    folder = posixpath.dirname(source)
    return quote(posixpath.relpath(target, folder or "."))


@lru_cache(maxsize=4096)
def _target(source: str, mode: str, target: str) -> str | None:
    if mode.lower() == "external":
        return None
    target = unquote(target.partition("#")[0])
    if not target or target == "NULL":
        return None
    if target.startswith("/"):
        return posixpath.normpath(target.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target))


def _folded(name: str) -> str:
    """A part's name as the package rules compare them: case and percent-encoding make no difference."""
    return unquote(name).lstrip("/").casefold()


def _unpacked(data: bytes, allowance: Allowance) -> dict[str, bytes]:
    """Every entry's bytes, bounded.

    Raises:
        InputError: the zip is damaged, encrypted, hostile or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [info for info in archive.infolist() if not info.is_dir()]
            _refuse_hostile(entries)
            allowance.take(sum(info.file_size for info in entries))
            return {_slashed(info.filename): _entry(archive, info) for info in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise InputError("The file is damaged: it cannot be unpacked.", remedy=_DAMAGED) from error


def _refuse_hostile(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES:
        raise InputError(f"The package has more than {MAX_ENTRIES:,} parts.", remedy=HOSTILE)
    seen: set[str] = set()
    for info in entries:
        if info.flag_bits & 1:
            raise InputError("The package is encrypted.", remedy="Remove the password and save it again.")
        if info.file_size > _RATIO_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            raise InputError("A part unpacks to an absurd size (a zip bomb).", where=info.filename, remedy=HOSTILE)
        name = _slashed(info.filename)
        if _BAD_NAME.search(name) or _BAD_NAME.search(unquote(name)):
            raise InputError("A part's name would lead outside the package.", remedy=HOSTILE)
        folded = _folded(name)
        if folded in seen:
            raise InputError("Two parts of the package have one name.", where=info.filename, remedy=HOSTILE)
        seen.add(folded)


def _slashed(name: str) -> str:
    """The name of an entry with the strokes that the rules ask for; some programs write folders with backslashes."""
    return name.replace("\\", "/")


def _entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """One entry's bytes; zipfile stops at the declared size, which was added up, and checks the checksum."""
    with archive.open(info) as stream:
        return stream.read()
