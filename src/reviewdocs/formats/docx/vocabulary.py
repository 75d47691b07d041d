"""Where text stands in Office XML: the elements and attributes in which a person can have written something.

Names are short ones (xmlparts.short), so that transitional and strict are one. Everything that is data and not
programme: to have another place read, add it here.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from reviewdocs.model.text import Layer

HIDDEN, PERIPHERAL = Layer.HIDDEN, Layer.PERIPHERAL

PARAGRAPHS: Final = frozenset({"w:p", "a:p", "x:si", "x:is", "svg:text"})
"""Elements whose text is read joined."""

TEXT: Final = frozenset({"w:t", "w:delText", "m:t", "a:t", "x:t"})
FIELD_CODE: Final = frozenset({"w:instrText", "w:delInstrText"})
DELETED: Final = frozenset({"w:del", "w:moveFrom"})
INSERTED: Final = frozenset({"w:ins", "w:moveTo"})

CHARACTERS: Final = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
    "a:br": "\n",
}
"""Elements that stand for one character."""

NOT_INSIDE: Final = frozenset(
    {"w:pPr", "w:rPr", "w:sdtPr", "w:drawing", "w:pict", "w:object", "a:pPr", "a:rPr", "x:rPh"}
)
"""Left out of the paragraph around them: properties, and drawings, whose text is read as paragraphs of its own."""

NO_WORDS: Final = frozenset(
    {"w:fldData", "w:binData", "wp:posOffset", "wp:align", "x:calcPr", "ds:itemID"}
    | {f"?:{name}" for name in ("pctWidth", "pctHeight", "pctPosHOffset", "pctPosVOffset", "pctWidthRelative")}
)
"""Elements whose text is never words: numbers, keywords, packed data (which `strip` takes out)."""

PLAIN: Final = frozenset(
    {
        f"w:{name}"
        for name in ("p", "r", "t", "pPr", "rPr", "pStyle", "rStyle", "numPr", "numId", "ilvl", "spacing", "ind")
    }
    | {f"w:{name}" for name in ("jc", "rFonts", "b", "bCs", "i", "iCs", "sz", "szCs", "color", "lang", "u", "proofErr")}
    | {f"w:{name}" for name in ("tr", "tc", "tcPr", "tcW", "trPr", "shd", "tcBorders", "vAlign", "lsdException")}
)
"""What a document is made of by the thousand, without words in any attribute."""

PROGRAMS: Final = frozenset({"?:Application"})
"""Elements that name the program that wrote the document."""

FORMULAS: Final = frozenset({"c:f", "x:f", "x:definedName", "?:f"})


class Spot(NamedTuple):
    """What a person calls the place, and how a reader meets it."""

    place: str
    layer: Layer = HIDDEN


ANYWHERE: Final = {
    "descr": Spot("Alt text", PERIPHERAL),
    "title": Spot("Alt text", PERIPHERAL),
    "o:title": Spot("Alt text", PERIPHERAL),
    "alt": Spot("Alt text", PERIPHERAL),
    "string": Spot("Watermark or WordArt", PERIPHERAL),
    "tooltip": Spot("Link tip", PERIPHERAL),
    "w:tooltip": Spot("Link tip", PERIPHERAL),
    "w:author": Spot("Author of a change or comment"),
    "w:initials": Spot("Initials of an author"),
    "author": Spot("Author of a change or comment"),
    "initials": Spot("Initials of an author"),
    "w15:author": Spot("Author of a change or comment"),
    "w15:userId": Spot("Author of a change or comment"),
    "o:href": Spot("Link target"),
    "href": Spot("Link target"),
}
"""Attributes that hold words on whatever element they stand."""

_VALUES = {
    "w:alias": Spot("Content control title"),
    "w:tag": Spot("Content control tag"),
    "w:tblCaption": Spot("Alt text of a table", PERIPHERAL),
    "w:tblDescription": Spot("Alt text of a table", PERIPHERAL),
    "w:default": Spot("Form field"),
    "w:format": Spot("Form field"),
    "w:dateFormat": Spot("Date format"),
    "w:result": Spot("Form field"),
    "w:helpText": Spot("Form field help"),
    "w:statusText": Spot("Form field help"),
    "w:listEntry": Spot("Form field"),
    "w:entryMacro": Spot("Form field"),
    "w:exitMacro": Spot("Form field"),
    "w:aliases": Spot("Style name"),
    "w:lvlText": Spot("List label", PERIPHERAL),
    "w:description": Spot("Building block"),
    "w:docPart": Spot("Building block"),
    "w:docPartGallery": Spot("Building block"),
    "w:docPartCategory": Spot("Building block"),
    "w:altName": Spot("Font name"),
    "w:query": Spot("Mail merge"),
    "w:connectString": Spot("Mail merge"),
    "w:udl": Spot("Mail merge"),
    "w:table": Spot("Mail merge"),
    "w:mailSubject": Spot("Mail merge"),
    "w:addressFieldName": Spot("Mail merge"),
    "w:mappedName": Spot("Mail merge"),
    "w:attachedSchema": Spot("Attached schema"),
    "w:saveThroughXslt": Spot("Transform"),
}

ON_ELEMENT: Final[dict[tuple[str, str], Spot]] = {
    **{(element, "w:val"): spot for element, spot in _VALUES.items()},
    ("w:name", "w:val"): Spot("Name of a style, list, form field or building block"),
    ("w:date", "w:fullDate"): Spot("Date of a content control"),
    ("w:listItem", "w:displayText"): Spot("Content control choice"),
    ("w:listItem", "w:value"): Spot("Content control choice"),
    ("w:docVar", "w:name"): Spot("Document variable"),
    ("w:docVar", "w:val"): Spot("Document variable"),
    ("w:smartTagType", "w:url"): Spot("Smart tag"),
    ("w:smartTagType", "w:name"): Spot("Smart tag"),
    ("w:smartTagType", "w:namespaceuri"): Spot("Smart tag"),
    ("w:attr", "w:val"): Spot("Smart tag or custom XML attribute"),
    ("w:attr", "w:name"): Spot("Smart tag or custom XML attribute"),
    ("w:customXml", "w:element"): Spot("Custom XML element"),
    ("w:customXml", "w:uri"): Spot("Custom XML element"),
    ("w:smartTag", "w:uri"): Spot("Smart tag"),
    ("w:permStart", "w:ed"): Spot("Editing permission"),
    ("w:hyperlink", "w:docLocation"): Spot("Link target"),
    ("w:hyperlink", "w:tgtFrame"): Spot("Link target"),
    ("w:caption", "w:name"): Spot("Caption label"),
    ("w:autoCaption", "w:caption"): Spot("Caption label"),
    ("w:dropDownList", "w:lastValue"): Spot("Content control choice"),
    ("w:comboBox", "w:lastValue"): Spot("Content control choice"),
    ("w:saveThroughXslt", "w:solutionID"): Spot("Transform"),
    ("w:documentProtection", "w:edit"): Spot("Protection"),
    ("wp:docPr", "name"): Spot("Name of a drawing"),
    ("pic:cNvPr", "name"): Spot("Name of a drawing"),
    ("?:cNvPr", "name"): Spot("Name of a drawing"),
    ("a:theme", "name"): Spot("Theme name"),
    ("a:clrScheme", "name"): Spot("Theme name"),
    ("a:fontScheme", "name"): Spot("Theme name"),
    ("a:fmtScheme", "name"): Spot("Theme name"),
    ("v:shape", "id"): Spot("Name of a drawing"),
    ("v:group", "id"): Spot("Name of a drawing"),
    ("a:cNvPr", "name"): Spot("Name of a drawing"),
    ("o:signatureline", "o:suggestedsigner"): Spot("Signature line"),
    ("o:signatureline", "o:suggestedsigner2"): Spot("Signature line"),
    ("o:signatureline", "o:suggestedsigneremail"): Spot("Signature line"),
    ("o:signatureline", "o:signinginstructions"): Spot("Signature line"),
    ("c:numFmt", "formatCode"): Spot("Number format"),
    ("dgm:prSet", "phldrT"): Spot("Prompt in a diagram", PERIPHERAL),
    ("x:sheet", "name"): Spot("Sheet name", PERIPHERAL),
    ("x:definedName", "name"): Spot("Name in a workbook"),
    ("x:definedName", "comment"): Spot("Name in a workbook"),
    ("x:table", "name"): Spot("Name in a workbook"),
    ("x:table", "displayName"): Spot("Name in a workbook"),
    ("x:table", "comment"): Spot("Name in a workbook"),
    ("x:table", "totalsRowLabel"): Spot("Cell", PERIPHERAL),
    ("x:tableColumn", "totalsRowLabel"): Spot("Cell", PERIPHERAL),
    ("x:definedName", "description"): Spot("Name in a workbook"),
    ("x:numFmt", "formatCode"): Spot("Number format"),
    ("x:cellStyle", "name"): Spot("Style name"),
    ("x:scenario", "name"): Spot("Scenario"),
    ("x:scenario", "user"): Spot("Author of a workbook"),
    ("x:scenario", "comment"): Spot("Scenario"),
    ("x:filter", "val"): Spot("Filter"),
    ("x:customFilter", "val"): Spot("Filter"),
    ("x:cfRule", "text"): Spot("Cell rule"),
    ("x:item", "n"): Spot("Pivot table", PERIPHERAL),
    ("x:pivotField", "name"): Spot("Pivot table", PERIPHERAL),
    ("x:dataField", "name"): Spot("Pivot table", PERIPHERAL),
    ("x:pivotTableDefinition", "name"): Spot("Pivot table"),
    ("x:pivotTableDefinition", "dataCaption"): Spot("Pivot table", PERIPHERAL),
    ("x:pivotTableDefinition", "grandTotalCaption"): Spot("Pivot table", PERIPHERAL),
    ("x:pivotTableDefinition", "rowHeaderCaption"): Spot("Pivot table", PERIPHERAL),
    ("x:pivotTableDefinition", "colHeaderCaption"): Spot("Pivot table", PERIPHERAL),
    ("x:tableColumn", "name"): Spot("Column title", PERIPHERAL),
    ("x:cacheField", "name"): Spot("Column title"),
    ("x:s", "v"): Spot("Pivot cache"),
    ("x:hyperlink", "location"): Spot("Link target"),
    ("x:hyperlink", "display"): Spot("Link text"),
    ("x:dataValidation", "prompt"): Spot("Cell prompt"),
    ("x:dataValidation", "promptTitle"): Spot("Cell prompt"),
    ("x:dataValidation", "error"): Spot("Cell prompt"),
    ("x:dataValidation", "errorTitle"): Spot("Cell prompt"),
    ("x:fileSharing", "userName"): Spot("Author of a workbook"),
    ("x:pivotCacheDefinition", "refreshedBy"): Spot("Author of a workbook"),
}
"""Attributes that hold words on one element."""

GONE_WHEN_EMPTY: Final = frozenset({("w:date", "w:fullDate")})
"""Attributes that Word takes as a value or not at all: an empty date is a damaged document."""

FIELD_CODE_ATTRIBUTES: Final = frozenset({("w:fldSimple", "w:instr")})


class IdentifierKind(NamedTuple):
    """Names by which one place of a document points at another; all places change together.

    Attributes:
        definitions, references: (element, attribute) pairs; `parent>element` where the parent decides.
        allowed: characters that Word takes in such a name, as a regular expression's class.
        limit: most characters that Word takes.
    """

    spot: Spot
    definitions: frozenset[tuple[str, str]]
    references: frozenset[tuple[str, str]]
    allowed: str
    limit: int


_STYLE_REFERENCES = (
    "pStyle",
    "rStyle",
    "tblStyle",
    "basedOn",
    "next",
    "link",
    "styleLink",
    "numStyleLink",
    "clickAndTypeStyle",
    "defaultTableStyle",
)

IDENTIFIERS: Final = {
    "bookmark": IdentifierKind(
        Spot("Bookmark name"),
        frozenset({("w:bookmarkStart", "w:name"), ("w:ffData>w:name", "w:val")}),
        frozenset({("w:hyperlink", "w:anchor")}),
        r"\w",
        40,
    ),
    "move": IdentifierKind(
        Spot("Name of a move"),
        frozenset({("w:moveFromRangeStart", "w:name"), ("w:moveToRangeStart", "w:name")}),
        frozenset(),
        r"\w",
        40,
    ),
    "style": IdentifierKind(
        Spot("Style name"),
        frozenset({("w:style", "w:styleId")}),
        frozenset({(f"w:{name}", "w:val") for name in _STYLE_REFERENCES}),
        r"A-Za-z0-9_\-",
        100,
    ),
    "style name": IdentifierKind(
        Spot("Style name"), frozenset({("w:style>w:name", "w:val")}), frozenset(), r"\w \-.()[\]", 200
    ),
}
MADE_BY_WORD: Final = r"_(Toc|Ref|Hlk|Hlt|GoBack|PictureBullets|MON_|Int_)\w*|Text\d+|Check\d+|Dropdown\d+"
"""Bookmarks that Word names itself."""
