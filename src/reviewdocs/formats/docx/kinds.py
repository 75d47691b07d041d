"""Every kind of part we know, what is read in it, and what becomes of it. What is not here is unknown, never passed on.

A part's kind is told by the relationship that leads to it where that says more (custom XML, chunks), else by its
content type, as [Content_Types].xml gives it.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final, NamedTuple

from reviewdocs.formats.docx.package import RELS_TYPE, Package, Part
from reviewdocs.formats.docx.vocabulary import Spot
from reviewdocs.model.text import Layer


class Treatment(Enum):
    """What is done with a part."""

    READ = auto()
    """Read, edited, kept."""
    GONE = auto()
    """Read for `restricted`; removed for anybody else."""
    COMMENTS = auto()
    """As GONE, unless comments are to be kept."""
    EMPTIED = auto()
    """As GONE, but the part stays with nothing in it: the package needs it."""
    CUSTOM_XML = auto()
    """Removed unless a content control shows what stands in it."""
    PICTURE = auto()
    MEDIA = auto()
    """Fonts, sound, film: nothing to read; listed."""
    EMBEDDED = auto()
    """A package of its own: opened, and treated as a document."""
    OBJECT = auto()
    """Nothing that we can read: removed, its picture stays where there is one."""
    CHUNK = auto()
    """A document of another format that Word merges on opening."""
    REFUSED = auto()
    PACKAGE = auto()
    """Relationships and content types."""
    UNKNOWN = auto()


_HIDDEN_DATA = Spot("Hidden data")


class PartKind(NamedTuple):
    """A kind of part.

    Attributes:
        treatment: what is done with it.
        label: what a person calls it, as a plural: counts are reported under it.
        spot: where its paragraphs stand.
        remedy: for what is refused, the way out.
    """

    treatment: Treatment
    label: str
    spot: Spot = _HIDDEN_DATA
    remedy: str = ""


def _seen(treatment: Treatment, label: str, place: str, layer: Layer = Layer.PERIPHERAL) -> PartKind:
    return PartKind(treatment, label, Spot(place, layer))


_READ, _GONE, _HIDDEN = Treatment.READ, Treatment.GONE, Layer.HIDDEN
UNKNOWN: Final = PartKind(Treatment.UNKNOWN, "parts of unknown kind", Spot("Part of unknown kind"))
_PACKAGE = PartKind(Treatment.PACKAGE, "relationships", Spot("Link target"))
_COMMENTS = _seen(Treatment.COMMENTS, "comments", "Comment", _HIDDEN)
_REACTIONS = _seen(_GONE, "comments", "Comment", _HIDDEN)
_CUSTOM_XML = _seen(Treatment.CUSTOM_XML, "custom XML parts", "Custom XML", _HIDDEN)
_PROPERTIES = _seen(Treatment.EMPTIED, "document properties", "Document property", _HIDDEN)
_EMBEDDED = PartKind(Treatment.EMBEDDED, "embedded documents")
_OBJECT = PartKind(Treatment.OBJECT, "embedded objects")
_CHUNK = PartKind(Treatment.CHUNK, "inserted files")
_MACROS = PartKind(Treatment.REFUSED, "macros", remedy="Save it as .docx in Word (File, Save As, Word Document).")
_SIGNED = PartKind(
    Treatment.REFUSED, "digital signatures", remedy="Remove the signature in Word (File, Info), save, and run again."
)
_TASKS = PartKind(_GONE, "tasks")
_PANES = PartKind(_GONE, "task panes")
_PEOPLE = PartKind(_GONE, "lists of people", Spot("Author of a change or comment"))

_BY_RELATIONSHIP: Final = {
    "aFChunk": _CHUNK,
    "customXml": _CUSTOM_XML,
    "customXmlProps": PartKind(Treatment.CUSTOM_XML, "custom XML parts", Spot("Custom XML")),
    "thumbnail": PartKind(_GONE, "preview pictures"),
    "oleObject": _OBJECT,
    "control": _OBJECT,
    "activeXControlBinary": _OBJECT,
    "package": _EMBEDDED,
    "font": PartKind(Treatment.MEDIA, "embedded fonts"),
    "image": PartKind(Treatment.PICTURE, "pictures", Spot("Text in a picture", Layer.PERIPHERAL)),
    "vbaProject": _MACROS,
    "signature": _SIGNED,
    "origin": _SIGNED,
    "core-properties": _PROPERTIES,
    "extended-properties": _PROPERTIES,
    "extendedProperties": _PROPERTIES,
}

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_SLIDE = "application/vnd.openxmlformats-officedocument.presentationml."
_DRAWING = "application/vnd.openxmlformats-officedocument.drawingml."
_OFFICE = "application/vnd.openxmlformats-officedocument."
_MS = "application/vnd.ms-"

_WORD_KINDS = {
    "document.main": _seen(_READ, "body", "Body", Layer.BODY),
    "template.main": _seen(_READ, "body", "Body", Layer.BODY),
    "header": _seen(_READ, "headers", "Header"),
    "footer": _seen(_READ, "footers", "Footer"),
    "footnotes": _seen(_READ, "footnotes", "Footnote"),
    "endnotes": _seen(_READ, "endnotes", "Endnote"),
    "document.glossary": _seen(_READ, "building blocks", "Building block"),
    "styles": _seen(_READ, "styles", "Style", _HIDDEN),
    "numbering": _seen(_READ, "lists", "List label"),
    "settings": _seen(_READ, "settings", "Settings", _HIDDEN),
    "websettings": _seen(_READ, "settings", "Settings", _HIDDEN),
    "fonttable": _seen(_READ, "font table", "Font name", _HIDDEN),
    "comments": _COMMENTS,
    "commentsextended": _COMMENTS,
    "commentsids": _COMMENTS,
    "commentsextensible": _REACTIONS,
    "people": _PEOPLE,
    "mailmergerecipientdata": PartKind(_GONE, "mail-merge recipients"),
}
_SHEET_KINDS = {
    "sheet.main": _seen(_READ, "workbook", "Workbook"),
    "template.main": _seen(_READ, "workbook", "Workbook"),
    "worksheet": _seen(_READ, "worksheets", "Worksheet"),
    "chartsheet": _seen(_READ, "worksheets", "Worksheet"),
    "sharedstrings": _seen(_READ, "cell texts", "Cell"),
    "styles": _seen(_READ, "styles", "Style", _HIDDEN),
    "table": _seen(_READ, "tables", "Table in a workbook"),
    "calcchain": _seen(_READ, "calculation order", "Formula", _HIDDEN),
    "sheetmetadata": _seen(_READ, "settings", "Settings", _HIDDEN),
    "pivottable": _seen(_READ, "pivot tables", "Pivot table"),
    "pivotcachedefinition": _seen(_READ, "pivot tables", "Pivot cache", _HIDDEN),
    "pivotcacherecords": _seen(_READ, "pivot tables", "Pivot cache", _HIDDEN),
    "comments": _COMMENTS,
    "externallink": PartKind(_GONE, "links to other workbooks"),
    "connections": PartKind(_GONE, "data connections"),
    "querytable": PartKind(_GONE, "data connections"),
    "usernames": _PEOPLE,
    "revisionheaders": PartKind(_GONE, "revision logs"),
    "revisionlog": PartKind(_GONE, "revision logs"),
}
_SLIDE_KINDS = {
    **{name: _seen(_READ, "slides", "Slide") for name in ("presentation.main", "slide", "slidelayout", "slidemaster")},
    **{name: _seen(_READ, "notes", "Slide notes", _HIDDEN) for name in ("notesslide", "notesmaster", "handoutmaster")},
    **{name: _seen(_READ, "settings", "Settings", _HIDDEN) for name in ("presprops", "viewprops", "tablestyles")},
    "comments": _REACTIONS,  # they go by number, and the list of their authors goes
    "commentauthors": _PEOPLE,
    "tags": PartKind(_GONE, "tags"),
}
_DRAWING_KINDS = {
    "chart": _seen(_READ, "charts", "Chart"),
    "chartshapes": _seen(_READ, "charts", "Chart"),
    "diagramdata": _seen(_READ, "diagrams", "Diagram"),
    **{f"diagram{name}": _seen(_READ, "diagrams", "Diagram", _HIDDEN) for name in ("layout", "style", "colors")},
}

_BY_TYPE: Final = {
    **{f"{_WORD}{name}+xml": kind for name, kind in _WORD_KINDS.items()},
    **{f"{_SHEET}{name}+xml": kind for name, kind in _SHEET_KINDS.items()},
    **{f"{_SLIDE}{name}+xml": kind for name, kind in _SLIDE_KINDS.items()},
    **{f"{_DRAWING}{name}+xml": kind for name, kind in _DRAWING_KINDS.items()},
    **{f"{prefix}printersettings": PartKind(_GONE, "printer settings") for prefix in (_WORD, _SHEET)},
    RELS_TYPE: _PACKAGE,
    f"{_DRAWING}theme+xml".replace("drawingml.", ""): _seen(_READ, "theme", "Theme name", _HIDDEN),
    f"{_OFFICE}themeoverride+xml": _seen(_READ, "theme", "Theme name", _HIDDEN),
    f"{_OFFICE}drawing+xml": _seen(_READ, "drawings", "Drawing"),
    f"{_OFFICE}vmldrawing": _seen(_READ, "drawings", "Drawing"),
    f"{_OFFICE}extended-properties+xml": _PROPERTIES,
    f"{_OFFICE}custom-properties+xml": PartKind(_GONE, "custom document properties", Spot("Document property")),
    f"{_OFFICE}customxmlproperties+xml": _BY_RELATIONSHIP["customXmlProps"],
    f"{_OFFICE}obfuscatedfont": _BY_RELATIONSHIP["font"],
    f"{_OFFICE}oleobject": _OBJECT,
    "application/vnd.openxmlformats-package.core-properties+xml": _PROPERTIES,
    "application/vnd.openxmlformats-package.digital-signature-origin": _SIGNED,
    "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml": _SIGNED,
    "application/x-font-ttf": _BY_RELATIONSHIP["font"],
    "application/x-fontdata": _BY_RELATIONSHIP["font"],
    f"{_MS}office.vbaproject": _MACROS,
    f"{_MS}word.vbadata+xml": _MACROS,
    f"{_MS}office.vbaprojectsignature": _MACROS,
    f"{_MS}office.activex": _OBJECT,
    f"{_MS}office.activex+xml": _OBJECT,
    f"{_MS}office.drawingml.diagramdrawing+xml": _seen(_READ, "diagrams", "Diagram"),
    f"{_MS}office.chartex+xml": _seen(_READ, "charts", "Chart"),
    f"{_MS}office.chartstyle+xml": _seen(_READ, "charts", "Chart", _HIDDEN),
    f"{_MS}office.chartcolorstyle+xml": _seen(_READ, "charts", "Chart", _HIDDEN),
    f"{_MS}excel.controlproperties+xml": _OBJECT,
    f"{_MS}excel.threadedcomments+xml": _REACTIONS,
    f"{_MS}excel.person+xml": _PEOPLE,
    f"{_MS}excel.rdrichvalue+xml": UNKNOWN,
    f"{_MS}office.documenttasks+xml": _TASKS,
    f"{_MS}office.webextension+xml": _PANES,
    f"{_MS}office.webextensiontaskpanes+xml": _PANES,
    f"{_MS}word.styleswitheffects+xml": PartKind(_GONE, "older copies of the styles", Spot("Style")),
    f"{_MS}word.keymapcustomizations+xml": PartKind(_GONE, "key assignments"),
    f"{_MS}word.attachedtoolbars": PartKind(_GONE, "toolbars"),
    f"{_MS}word.stylewitheffects+xml": PartKind(_GONE, "older copies of the styles", Spot("Style")),
}


def kinds_of(package: Package) -> dict[str, PartKind]:
    """The kind of every part of a package, by name."""
    leading: dict[str, str] = {}
    for relationship in package.all_relationships():
        part = package.find(relationship.target) if relationship.target else None
        if part is not None and relationship.kind in _BY_RELATIONSHIP:
            leading.setdefault(part.name, relationship.kind)
    return {name: _kind(part, leading.get(name)) for name, part in package.parts.items()}


def _kind(part: Part, relationship: str | None) -> PartKind:
    if part.name == "[Content_Types].xml" or part.name.lower().endswith(".rels"):
        return _PACKAGE
    if part.content_type in _BY_TYPE and _BY_TYPE[part.content_type].treatment is Treatment.REFUSED:
        return _BY_TYPE[part.content_type]
    if relationship is not None:
        return _BY_RELATIONSHIP[relationship]
    return _BY_TYPE.get(part.content_type, UNKNOWN)
