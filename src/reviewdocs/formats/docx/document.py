"""A .docx, or a package embedded in one, as a document (formats/base.py)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from lxml import etree

from reviewdocs.errors import InputError
from reviewdocs.formats import pictures
from reviewdocs.formats.asread import as_read, whole
from reviewdocs.formats.base import Finder, Structure
from reviewdocs.formats.bounds import Allowance
from reviewdocs.formats.docx import cleaning, labels, part_names, references, revisions
from reviewdocs.formats.docx.boxes import boxed
from reviewdocs.formats.docx.hiding import Hidings
from reviewdocs.formats.docx.identifiers import Identifiers
from reviewdocs.formats.docx.kinds import PartKind, Treatment, kinds_of
from reviewdocs.formats.docx.package import CONTENT_TYPES, Package, Part
from reviewdocs.formats.docx.segments import AttributeText, Changes
from reviewdocs.formats.docx.view import Nature, View
from reviewdocs.formats.docx.views import PartReader
from reviewdocs.formats.docx.vocabulary import Spot
from reviewdocs.formats.xmlparts import in_vocabulary, name_of
from reviewdocs.model.text import Coverage, Edit, Paragraph, ParagraphKey, Picture
from reviewdocs.model.words import Audience

if TYPE_CHECKING:
    from reviewdocs.formats.docx.chunks.chunk import Chunk
    from reviewdocs.formats.docx.expunging import Expunger

MAX_NESTING = 3
"""Packages within packages that are opened; what lies deeper counts as not readable."""

_XML_READ = frozenset(
    {Treatment.READ, Treatment.GONE, Treatment.COMMENTS, Treatment.EMPTIED, Treatment.CUSTOM_XML, Treatment.UNKNOWN}
)
_FOREIGN = frozenset({Treatment.CUSTOM_XML, Treatment.UNKNOWN, Treatment.EMPTIED, Treatment.PICTURE})
"""Kinds whose vocabulary is not fixed: every attribute is read."""
_BLOBS = frozenset({Treatment.CHUNK, Treatment.OBJECT, Treatment.EMBEDDED})
"""Kinds that are not looked into part by part, even where they are XML."""
_GOES = frozenset({Treatment.GONE, Treatment.COMMENTS})


class OfficeDocument:
    """An Office package in memory.

    Args:
        data: the package's bytes.
        depth: how many packages it lies within.
        allowance: what may still be unpacked of the outermost one.

    Raises:
        InputError: damaged, hostile, encrypted, signed or with macros.
    """

    def __init__(self, data: bytes, *, depth: int = 0, allowance: Allowance | None = None) -> None:
        self._allowance = allowance or Allowance()
        self._package = Package.open(data, self._allowance)
        self._as_read: bytes | None = data
        self._depth = depth
        self._audience: Audience | None = None
        self._keep_comments = False
        self._stripped: list[str] = []
        self._unread: dict[str, str] = {}
        self._views: dict[ParagraphKey, View] = {}
        self._identifiers = Identifiers()
        kinds = kinds_of(self._package)
        for name, kind in kinds.items():
            _refuse(kind, name)
        _refuse_other_documents(self._package.main(), kinds, nested=depth > 0)
        self._embedded = self._opened_embedded()

    def paragraphs(self) -> Sequence[Paragraph]:
        """Every text of every part, the body first, embedded documents last (`outer!inner`)."""
        self._identifiers = Identifiers.of(self._read_roots())
        self._views = {}
        found: list[Paragraph] = []
        numbers: Counter[str] = Counter()
        for view in self._all_views():
            spot = view.spot
            paragraph = Paragraph(view.part, numbers[view.part], _as_read(view), 0, spot.layer, spot.place)
            numbers[view.part] += 1
            self._views[paragraph.key] = view
            found.append(paragraph)
        for part, inner in self._embedded:
            found += [replace(p, part=f"{part.name}!{p.part}") for p in inner.paragraphs()]
        return found

    def structure(self) -> Structure:
        """What it has for readers who do not see the page."""
        from reviewdocs.formats.docx.structure import structure_of  # only `check` asks

        return structure_of(self._package, self._read_roots())

    def landmarks(self) -> Mapping[ParagraphKey, str]:
        """What to look for on the page to find the texts of the last `paragraphs()`."""
        from reviewdocs.formats.docx.landmarks import landmarks_of  # only `check` asks

        return landmarks_of(self._package, self._views)

    def apply(self, edits: Mapping[ParagraphKey, Sequence[Edit]]) -> None:
        """Make all edits; then, where revisions were to go, accept them."""
        self._as_read = None
        own = [(self._views[key], _whole(self._views[key], e)) for key, e in edits.items() if key in self._views]
        renaming = Changes()
        for view, of_view in own:
            if self._identifiers.holds(view):
                renaming.add(view.segments, of_view)
        renaming.lay_down()
        changes = Changes()
        for view, of_view in own:
            if not self._identifiers.holds(view) and view.nature is not Nature.CODE:
                changes.add(view.segments, of_view)
        for key, view in self._views.items():
            if view.nature is Nature.CODE:
                of_view = self._identifiers.in_code(view.text, list(edits.get(key, ())))
                changes.add(view.segments, of_view)
        changes.lay_down()
        if self._leaves_the_board:
            # A link that led to somebody leads nowhere; what the reader saw of it stays.
            edited = {segment.node for view, _ in own for segment in view.segments if isinstance(segment, LinkTarget)}
            references.drop(self._package, lambda relationship: relationship.element in edited)
            if any(
                of_view and (view.nature is Nature.CODE or view.spot.place == "Link target") for view, of_view in own
            ):
                cleaning.make_inert(self._package, {part.name for part, _ in self._embedded})
        for part, inner in self._embedded:
            prefix = f"{part.name}!"
            theirs = {(p.removeprefix(prefix), i): e for (p, i), e in edits.items() if p.startswith(prefix)}
            if theirs:
                inner.apply(theirs)
        self._finish()

    def strip(self, audience: Audience, *, keep_comments: bool = False) -> Mapping[str, int]:
        """Remove what `audience` must not get; tracked changes are accepted once both sides were read and edited."""
        self._as_read = None
        self._package.edit()
        self._audience = audience
        self._keep_comments = keep_comments
        counts = self._clean(audience)
        if counts["hidden text"]:
            counts.update(self._clean(audience, again=True))
        if self._accepts_changes:
            counts.update(revisions.count(self._read_roots()))
        for _, inner in self._embedded:
            counts.update(inner.strip(audience, keep_comments=keep_comments))
        return {kind: n for kind, n in sorted(counts.items()) if n}

    def _clean(self, audience: Audience, *, again: bool = False) -> Counter[str]:
        """Remove what `audience` must not get from this package; returns counts by kind."""
        before = dict(self._package.parts)
        readable = {part.name for part, _ in self._embedded}
        counts = cleaning.clean(
            self._package, audience, readable, self._unread, keep_comments=self._keep_comments, again=again
        )
        left = set(self._package.parts.values())
        self._stripped = sorted({*self._stripped, *(name for name, part in before.items() if part not in left)})
        self._embedded = [(part, inner) for part, inner in self._embedded if part in left]
        return counts

    def expunge(self, find: Finder) -> int:
        """Take what `find` finds out of ids, markup, packed data, and out of the document what cannot be edited."""
        from reviewdocs.formats.docx.expunging import Expunger  # slow to import, and few documents need it

        expunger = Expunger(find)
        self._expunge(expunger)
        return expunger.count

    def _expunge(self, expunger: Expunger) -> None:
        """The same, with the words that stand for what was found in the packages around this one."""
        self._as_read = None
        for part, inner in self._embedded:
            if not isinstance(inner, OfficeDocument):
                inner.expunge(expunger)
                part.replace(inner.to_bytes())
            else:
                inner._expunge(expunger)
        kinds = kinds_of(self._package)
        readable = {part.name for part, inner in self._embedded if isinstance(inner, OfficeDocument)}
        for name, part in [(name, part) for name, part in self._package.parts.items() if name not in readable]:
            if part.is_xml and kinds[name].treatment not in _BLOBS:
                expunger.xml(part, foreign=kinds[name].treatment in _FOREIGN)
            elif expunger.holds(part.data):
                cleaning.put_out(self._package, name)
                self._unread[expunger.cleaned(name)] = (
                    f"one of the {kinds[name].label}; it held a name that could not be edited, so it was taken out"
                )
        left = set(self._package.parts.values())
        self._embedded = [(part, inner) for part, inner in self._embedded if part in left]
        expunger.names_of_parts(self._package)

    def coverage(self) -> Coverage:
        """Every part: read, stripped, a picture, or unread with the reason."""
        kinds = kinds_of(self._package)
        embedded = {part.name: inner for part, inner in self._embedded}
        read, media, unread = [], [], dict(self._unread)
        seen: list[Picture] = []
        for name, part in self._package.parts.items():
            treatment = kinds[name].treatment
            if name in embedded:
                inner = embedded[name].coverage()
                read += [f"{name}!{part}" for part in inner.read]
                media += [f"{name}!{part}" for part in inner.media]
                seen += [replace(picture, name=f"{name}!{picture.name}") for picture in inner.pictures]
                unread |= {f"{name}!{p}": why for p, _, why in (entry.partition(": ") for entry in inner.unread)}
            elif treatment in (Treatment.PICTURE, Treatment.MEDIA) or pictures.kind_of(part.data):
                (read if part.is_xml else media).append(name)
                if treatment is Treatment.PICTURE and part.data and not (part.is_xml or pictures.kind_of(part.data)):
                    unread.setdefault(name, "a picture of a kind whose hidden information cannot be removed")
            elif treatment is Treatment.PACKAGE or (treatment in _XML_READ and part.is_xml):
                read.append(name)
            else:
                unread.setdefault(name, f"{kinds[name].label}, which cannot be read")
        return Coverage(
            read=tuple(read),
            unread=tuple(f"{name}: {why}" for name, why in unread.items()),
            stripped=tuple(self._stripped),
            media=tuple(media),
            pictures=(*self._pictures(), *seen),
        )

    def _pictures(self) -> Iterator[Picture]:
        """The package's own pictures, where readers see them."""
        kinds = kinds_of(self._package)
        names = [
            name
            for name, part in self._package.parts.items()
            if kinds[name].treatment is Treatment.PICTURE or pictures.kind_of(part.data)
        ]
        if names:
            from reviewdocs.formats.docx.landmarks import pictures_in  # few documents have any

            yield from pictures_in(self._package, names)

    def picture(self, digest: str) -> bytes:
        """The bytes of one of the pictures that `coverage` tells; empty where none has this digest."""
        names = {picture.name for picture in self._pictures() if picture.digest == digest}
        found = (self._package.parts[name].data for name in names)
        inner = (inner.picture(digest) for _, inner in self._embedded if isinstance(inner, OfficeDocument))
        return next(filter(None, (*found, *inner)), b"")

    def searchable(self) -> Iterator[tuple[str, str]]:
        """Every text that the bytes hold, read without regard to how the document was edited."""
        from reviewdocs.formats.adversary import readings  # who edits the document does not search it

        for place, text in readings("", self._as_read or self.to_bytes()):
            yield place.removeprefix("!"), text

    def to_bytes(self) -> bytes:
        """The package as it now stands."""
        self._finish()
        for part, inner in self._embedded:
            if inner.changed:
                part.replace(inner.to_bytes())
        return self._package.to_bytes()

    @property
    def changed(self) -> bool:
        """Whether anything is not as it was read."""
        if self._as_read is not None:
            return False
        self._finish()
        return self._package.changed or any(inner.changed for _, inner in self._embedded)

    @property
    def _leaves_the_board(self) -> bool:
        return self._audience not in (None, Audience.RESTRICTED)

    @property
    def _accepts_changes(self) -> bool:
        return self._leaves_the_board and not self._keep_comments

    def _finish(self) -> None:
        """What waits until edits are made: accepting revisions, and taking out what only they showed or hide."""
        if self._audience is not None and self._accepts_changes:
            accepted = [revisions.accept(root) for root in self._read_roots().values()]
            if any(accepted):
                self._clean(self._audience, again=True)

    def _read_roots(self) -> dict[str, etree._Element]:
        """The XML parts that are read, the main part first."""
        kinds = kinds_of(self._package)
        main = self._package.main().name
        names = sorted(self._package.parts, key=lambda name: name != main)
        return {name: self._package.parts[name].root for name in names if self._is_read(name, kinds[name])}

    def _is_read(self, name: str, kind: PartKind) -> bool:
        part = self._package.parts[name]
        if kind.treatment in (Treatment.PICTURE, Treatment.MEDIA):
            return part.is_xml
        return kind.treatment in _XML_READ and part.is_xml

    def _all_views(self) -> Iterator[View]:
        kinds = kinds_of(self._package)
        hidings = Hidings.of(self._package)
        for name, root in self._read_roots().items():
            kind = kinds[name]
            foreign = kind.treatment in _FOREIGN or (kind.treatment in _GOES and not in_vocabulary(root))
            skip, hiding = self._identifiers.has_place, hidings.within(name)
            reader = PartReader(name, kind.spot, all_attributes=foreign, skip=skip, hiding=hiding)
            yield from boxed(reader.views(root))
        yield from self._labels()
        yield from self._identifiers.views()
        yield from part_names.views(self._package)
        for name, part in self._package.parts.items():
            if name.lower().endswith(".rels"):
                yield from _link_targets(part)
            elif name == CONTENT_TYPES:
                yield from PartReader(name, Spot("Package")).views(part.root)

    def _labels(self) -> Iterator[View]:
        """What labels of lists show in the main part."""
        main = self._package.main()
        roots = {
            relationship.kind: part.root
            for relationship in self._package.relationships(main.name)
            if relationship.kind in ("numbering", "styles") and relationship.target
            if (part := self._package.find(relationship.target)) is not None and part.is_xml
        }
        if "numbering" in roots:
            yield from labels.views(main.name, main.root, roots["numbering"], roots.get("styles"))

    def _opened_embedded(self) -> list[tuple[Part, OfficeDocument | Chunk]]:
        """Documents within this one that can be read; why the others cannot is kept for the coverage."""
        opened: list[tuple[Part, OfficeDocument | Chunk]] = []
        for name, kind in kinds_of(self._package).items():
            part = self._package.parts[name]
            if kind.treatment is not Treatment.EMBEDDED and not (
                kind.treatment in (Treatment.CHUNK, Treatment.OBJECT) and part.data.startswith(b"PK")
            ):
                if kind.treatment is Treatment.CHUNK:
                    from reviewdocs.formats.docx.chunks.chunk import open_chunk  # few documents have any

                    try:
                        opened.append((part, open_chunk(part.data, part.content_type)))
                    except InputError as error:
                        self._unread[name] = f"an inserted file that cannot be read ({error.what.rstrip('.')})"
                continue
            if self._depth >= MAX_NESTING:
                self._unread[name] = "an embedded document within too many others"
                continue
            try:
                opened.append((part, OfficeDocument(part.data, depth=self._depth + 1, allowance=self._allowance)))
            except InputError as error:
                self._unread[name] = f"an embedded document that cannot be read ({error.what.rstrip('.')})"
        return opened


def _as_read(view: View) -> str:
    """A view's text as a reader takes it, where people write."""
    return as_read(view.text) if view.nature is Nature.PLAIN and "@" not in view.part else view.text


def _whole(view: View, edits: Sequence[Edit]) -> list[Edit]:
    """Edits of a view that leave no mark of emphasis without its other."""
    read = _as_read(view)
    return list(edits) if read == view.text else [whole(view.text, read, edit) for edit in edits]


def _refuse(kind: PartKind, name: str) -> None:
    if kind.treatment is Treatment.REFUSED:
        raise InputError(f"The document holds {kind.label}.", where=name, remedy=kind.remedy)


def _refuse_other_documents(main: Part, kinds: Mapping[str, PartKind], *, nested: bool) -> None:
    """A workbook or slides named .docx are no document of ours; nested, they may be anything that is read."""
    if "macroenabled" in main.content_type:
        raise InputError("The document is macro-enabled.", remedy="Save it as .docx in Word (File, Save As).")
    if kinds[main.name].treatment is not Treatment.READ:
        raise InputError("The package's main part is of a kind that is not read.", where=main.name)
    if not nested and ".wordprocessingml." not in main.content_type:
        raise InputError("It is no Word document, though it is named so.", remedy="Save it as .docx in Word.")


class LinkTarget(AttributeText):
    """Where a link leads."""


def _link_targets(part: Part) -> Iterator[View]:
    """Targets of links that lead outside the package, percent-decoded."""
    for element in part.root:
        if name_of(element) == "rel:Relationship" and element.get("TargetMode", "").lower() == "external":
            segment = LinkTarget(element, "Target", decode=unquote, encode=_encoded)
            yield View.of(f"{part.name}@Target", (segment,), Spot("Link target"))
    yield from PartReader(part.name, Spot("Link target")).views(part.root)


def _encoded(target: str) -> str:
    return quote(target, safe="%/:?#[]@!$&'()*+,;=~-._")
