"""Taking out of a package what readers outside must not get (docs/anonymisation.md).

Parts first, by the treatment of their kind, with every reference to them; then what hides inside the parts that stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from reviewdocs.formats import pictures
from reviewdocs.formats.docx import (
    bindings,
    fields,
    formulas,
    hidden,
    outward,
    part_names,
    references,
    sources,
    svg,
    unused,
)
from reviewdocs.formats.docx.hiding import Hidings
from reviewdocs.formats.docx.kinds import PartKind, Treatment, kinds_of
from reviewdocs.formats.docx.package import Package, Part, Relationship, source_of
from reviewdocs.formats.docx.segments import take_out
from reviewdocs.formats.xmlparts import attribute, name_of
from reviewdocs.model.words import Audience

_OFFICE_STORES = frozenset(
    {
        "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}",  # core properties
        "{6668398D-A668-4E3E-A5EB-62B293D839F1}",  # extended properties
        "{55AF091B-3C7A-41E3-B477-F2FDAA23CFDA}",  # cover page properties
    }
)
"""Stores that Word shows document properties from; the first two are emptied, so controls are let go of them."""
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:|[\\/]{2}")
"""How the target of no part begins."""


@dataclass(slots=True)
class _Cleaner:
    package: Package
    readable: set[str]
    """Embedded packages that were opened and are cleaned on their own."""
    unread: dict[str, str]
    counts: Counter[str]
    keep_comments: bool = False

    def parts(self) -> None:
        """Remove, empty or keep each part by its kind."""
        kinds = kinds_of(self.package)
        bound = self._bound_items()
        gone: dict[str, PartKind] = {}
        for name, kind in kinds.items():
            if name in self.readable:
                continue
            if kind.treatment is Treatment.EMPTIED:
                self._empty(name, kind)
            elif self._goes(name, kind, bound):
                gone[name] = kind
        for name, kind in gone.items():
            self.counts[kind.label] += self._size(name, kind)
            if kind.treatment is Treatment.CHUNK:
                why = self.unread.get(name, "an inserted file that cannot be read")
                self.unread[name] = f"{why}; a placeholder stands there"
            elif kind.treatment is Treatment.EMBEDDED:
                self.unread[name] += "; its picture or cached values stand there"
        references.drop(self.package, lambda r: self._leads_to(r, gone))
        self.package.remove(gone.keys())

    def pictures(self) -> None:
        """Pictures keep nothing but the picture."""
        for name, kind in kinds_of(self.package).items():
            part = self.package.parts[name]
            if kind.treatment in (Treatment.PICTURE, Treatment.GONE) and not part.is_xml:
                cleaned = pictures.without_metadata(part.data)
                if cleaned != part.data:
                    part.replace(cleaned)
                    self.counts["pictures' metadata"] += 1

    def links(self) -> None:
        """Take out what leads to files: templates, data sources, linked pictures; links to public pages stay."""
        leaving = {r.element: r for r in self.package.all_relationships() if self._leaves(r)}
        for relationship in leaving.values():
            address = relationship.element.get("Target", "") if relationship.kind == "hyperlink" else ""
            self.counts[outward.label_of(address)] += 1
        references.drop(self.package, lambda r: r.element in leaving)

    def _leaves(self, relationship: Relationship) -> bool:
        """Whether a relationship leads out of the document to what no reader outside may be led to."""
        target = relationship.element.get("Target", "")
        if relationship.element.get("TargetMode", "").strip().lower() in ("", "internal"):
            leads_to = self.package.find(relationship.target) if relationship.target else None
            return leads_to is None and _ADDRESS.match(target.strip()) is not None
        return relationship.kind != "hyperlink" or not outward.may_stay(target)

    def sources(self) -> None:
        """Take out what elements lead to by themselves; fields that work with more than the document become text."""
        cleaned = self._cleaned()
        bookmarks = fields.bookmarks_of([part.root for part in cleaned])
        for part in cleaned:
            if svg.is_drawing(part.root):
                self.counts.update(svg.drop(part.root))
                continue
            self.counts.update(fields.make_text(part.root, bookmarks))
            if not part.inert:
                found = sources.holders(part.root)
                part.inert = not found
                self.counts.update(sources.drop(found))
            if frozen := formulas.drop(part.root):
                self.counts["formulas that lead out of their workbook"] += frozen
                references.drop(self.package, lambda r: r.kind == "calcChain")  # it names them; made anew on opening

    def unused(self) -> None:
        """Take out notes, and links to parts and places, that nothing on the page refers to."""
        self.counts["notes without a mark"] += unused.drop_notes(self.package)
        self.counts["links that nothing shows"] += unused.drop_relationships(self.package)

    def orphans(self) -> None:
        """Remove parts that nothing leads to."""
        live = self.package.reachable()
        parts = self.package.parts
        dead = {
            name for name in parts if name not in live and (source_of(name) is None or source_of(name) not in parts)
        }
        self.counts["parts that nothing leads to"] += len(dead)
        for name in dead:
            self.unread.pop(name, None)
        self.package.remove(dead)

    def names(self) -> None:
        """Give parts whose names somebody chose neutral ones."""
        self.counts["names of parts"] += part_names.neutralise(self.package)

    def _goes(self, name: str, kind: PartKind, bound: set[str]) -> bool:
        if kind.treatment is Treatment.CUSTOM_XML:
            return name not in bound
        if kind.treatment is Treatment.COMMENTS:
            return not self.keep_comments
        return kind.treatment in (
            Treatment.GONE,
            Treatment.UNKNOWN,
            Treatment.OBJECT,
            Treatment.EMBEDDED,
            Treatment.CHUNK,
        )

    def _leads_to(self, relationship: Relationship, gone: dict[str, PartKind]) -> bool:
        part = self.package.find(relationship.target) if relationship.target else None
        return part is not None and part.name in gone

    def _size(self, name: str, kind: PartKind) -> int:
        """How many things a part counts for: a comments part as many as there are comments in it."""
        part = self.package.parts[name]
        if kind.label == "comments":
            comments = ("w:comment", "x:comment", "?:threadedComment")
            return sum(name_of(node) in comments for node in part.root.iter()) if part.is_xml else 0
        return 1

    def _empty(self, name: str, kind: PartKind) -> None:
        root = self.package.parts[name].root
        self.counts[kind.label] += sum(
            bool("".join(map(str, child.itertext())).strip()) for child in root.iterchildren("*")
        )
        for child in list(root):
            root.remove(child)
        root.text = None

    def _bound_items(self) -> set[str]:
        """Custom XML items that a content control shows, with their properties parts."""
        kinds = kinds_of(self.package)
        if not any(kind.treatment is Treatment.CUSTOM_XML for kind in kinds.values()):
            return set()
        stores = {(attribute(node, "w:storeItemID") or "").upper() for node in self._bindings()}
        bound: set[str] = set()
        for name, kind in kinds.items():
            if kind.treatment is not Treatment.CUSTOM_XML or not self.package.parts[name].is_xml:
                continue
            for relationship in self.package.relationships(name):
                properties = self.package.find(relationship.target) if relationship.target else None
                if properties is not None and (attribute(properties.root, "ds:itemID") or "").upper() in stores:
                    bound |= {name, properties.name}
        return bound

    def _bindings(self) -> list[etree._Element]:
        """What binds the content controls of the parts that stay to stores."""
        kinds = kinds_of(self.package)
        staying = {Treatment.READ, *([Treatment.COMMENTS] if self.keep_comments else [])}
        return [
            node
            for name, part in self.package.parts.items()
            if kinds[name].treatment in staying and part.is_xml
            for node in part.root.iter("{*}dataBinding")
        ]

    def controls(self) -> None:
        """Let content controls go of stores that are gone or emptied, or that would have them show something else, so
        that Word goes on showing their text."""
        kinds = kinds_of(self.package)
        stores = {
            (attribute(part.root, "ds:itemID") or "").upper(): self._item_of(name)
            for name, part in self.package.parts.items()
            if kinds[name].treatment is Treatment.CUSTOM_XML and part.is_xml
        }
        for node in self._bindings():
            item = stores.get((attribute(node, "w:storeItemID") or "").upper())
            if item is None or not bindings.shows_itself(node, item.root):
                take_out(node)

    def _item_of(self, properties: str) -> Part | None:
        """The store that a part of properties describes."""
        for relationship in self.package.all_relationships():
            described = self.package.find(relationship.target) if relationship.target else None
            if described is not None and described.name == properties:
                item = self.package.find(relationship.source)
                return item if item is not None and item.is_xml else None
        return None

    def inside(self) -> None:
        """Clean the parts that stay."""
        hidings = Hidings.of(self.package)
        for part in self._cleaned():
            hiding = hidings.within(part.name)
            self.counts.update(hidden.clean(part.root, hiding, keep_comments=self.keep_comments))

    def hidden_runs(self) -> None:
        """Take out the text that is hidden."""
        hidings = Hidings.of(self.package)
        for part in self._cleaned():
            self.counts["hidden text"] += hidden.take_out_runs(part.root, hidings.within(part.name))

    def _cleaned(self) -> list[Part]:
        """The parts that are looked into."""
        kinds = kinds_of(self.package)
        opaque = (Treatment.EMBEDDED, Treatment.OBJECT, Treatment.CHUNK, Treatment.MEDIA)
        return [
            part
            for name, part in self.package.parts.items()
            if kinds[name].treatment not in opaque and part.is_xml and name not in self.readable
        ]


def clean(
    package: Package,
    audience: Audience,
    readable: set[str],
    unread: dict[str, str],
    *,
    keep_comments: bool = False,
    again: bool = False,
) -> Counter[str]:
    """Clean a package for its readers.

    Args:
        package: changed in place.
        audience: for `restricted` only pictures lose their metadata.
        readable: names of embedded packages that are opened, and cleaned on their own.
        unread: parts that could not be read, with the reason; what is removed for that is added.
        keep_comments: leave comments, their authors made neutral.
        again: it was cleaned, and then changes were accepted or hidden text went: take out what only these showed, and
            what accepting them hides.

    Returns:
        How much was removed, by kind in plain English.
    """
    cleaner = _Cleaner(package, readable, unread, Counter(), keep_comments)
    outside: tuple[Callable[[], None], ...] = (
        cleaner.orphans,  # first too: what nothing leads to need not even be XML
        cleaner.controls,  # a store that nothing shows then goes with the parts
        cleaner.parts,
        cleaner.links,
        cleaner.sources,
        cleaner.inside,
        cleaner.unused,
        cleaner.orphans,
        cleaner.names,
    )
    if again:
        outside = (cleaner.hidden_runs, cleaner.parts, cleaner.sources, cleaner.unused, cleaner.orphans)
    for step in (*(() if audience is Audience.RESTRICTED else outside), cleaner.pictures):
        step()
    return cleaner.counts


def put_out(package: Package, name: str) -> None:
    """Take a part out that holds what may stand nowhere; in a picture's place stands one of nothing."""
    if kinds_of(package)[name].treatment is Treatment.PICTURE:
        package.put_picture(name, pictures.placeholder())
        return
    gone = package.parts[name]
    references.drop(package, lambda r: r.target is not None and package.find(r.target) is gone)
    package.remove([name])


def make_inert(package: Package, readable: set[str]) -> None:
    """Take out what leads out of a package that was cleaned, and whose addresses and field codes were edited then."""
    _Cleaner(package, readable, {}, Counter()).sources()
