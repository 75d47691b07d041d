"""Where words can stand among a PDF's objects, by the key that they stand under (ISO 32000-2).

What is not named here is read all the same, as hidden data: no string is left out but those that hold no words.
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewdocs.model.text import Layer

PERIPHERAL = Layer.PERIPHERAL
HIDDEN = Layer.HIDDEN


@dataclass(frozen=True, slots=True)
class Spot:
    """The part of the document that a text belongs to, what a person calls its place, and how a reader meets it."""

    part: str
    place: str
    layer: Layer = HIDDEN


PROPERTY = Spot("properties", "Document property")
PROGRAM = Spot("properties", "Name of a program")
METADATA = Spot("metadata", "Document property")
BOOKMARK = Spot("bookmarks", "Bookmark", PERIPHERAL)
COMMENT = Spot("annotations", "Comment")
AUTHOR = Spot("annotations", "Author of a change or comment")
FREE_TEXT = Spot("annotations", "Text box", PERIPHERAL)
TIP = Spot("annotations", "Link tip", PERIPHERAL)
FIELD = Spot("form", "Form field", PERIPHERAL)
FIELD_NAME = Spot("form", "Name of a form field")
SIGNATURE = Spot("form", "Signature")
ATTACHED = Spot("attachments", "Attachment")
SCRIPT = Spot("scripts", "Script")
LINK = Spot("links", "Link target")
ALT = Spot("structure", "Alt text", PERIPHERAL)
REPLACEMENT = Spot("structure", "Text that stands for what is drawn")
PRIVATE = Spot("private data", "Private data of a program")
UNUSED = Spot("unused objects", "Object that nothing uses")
OTHER = Spot("other data", "Hidden data")
APPEARANCE = Spot("annotations", "Appearance of a comment or field", PERIPHERAL)
NOT_DRAWN = Spot("drawings", "Drawing that no page shows")
LOST = Spot("unused objects", "Page that was taken out")
THUMBNAIL = Spot("page pictures", "Small picture of a page")

EARLIER = "Earlier version of the document"

UNCUT = "Words cut in a narrow cell, made whole"
"""Read beside the page itself, and only for names that are known: where a word ends cannot be told for certain."""

UNDER_MARK = "Text under a redaction mark that was not applied"
LAYER = "Text on a layer that does not show"
OUTSIDE = "Text outside the page"
INVISIBLE = "Text set as invisible"
UNSEEN = "Text that does not show"

BY_KEY: dict[str, Spot] = {
    "/TU": Spot("form", "Form field help", PERIPHERAL),
    "/TM": FIELD_NAME,
    **dict.fromkeys(("/V", "/DV", "/Opt", "/RV", "/XFA"), FIELD),
    **dict.fromkeys(("/Reason", "/Location", "/ContactInfo", "/Prop_Build"), SIGNATURE),
    "/Subj": Spot("annotations", "Subject of a comment"),
    "/RC": COMMENT,
    "/URI": LINK,
    **dict.fromkeys(("/F", "/UF", "/DOS", "/Mac", "/Unix"), Spot("attachments", "Name of a file")),
    "/Desc": Spot("attachments", "Description of an attachment"),
    **dict.fromkeys(("/Names", "/Limits", "/Dest", "/D", "/Dests"), Spot("names", "Named place")),
    "/JS": SCRIPT,
    **dict.fromkeys(("/Alt", "/Summary", "/Contents"), ALT),
    **dict.fromkeys(("/ActualText", "/E"), REPLACEMENT),
    "/Short": ALT,
    "/Lang": Spot("structure", "Language"),
    **dict.fromkeys(
        ("/OutputConditionIdentifier", "/OutputCondition", "/RegistryName", "/Info"),
        Spot("other data", "Colour profile"),
    ),
    **dict.fromkeys(("/FontFamily", "/FontName", "/BaseFont"), Spot("other data", "Font name")),
    "/Creator": PROGRAM,
    "/PieceInfo": PRIVATE,
    "/Metadata": METADATA,
}
"""Keys that mean the same wherever they stand; the walk in contents.py tells those that do not."""

WORDLESS = frozenset(
    {
        *("/ID", "/O", "/U", "/OE", "/UE", "/Perms", "/Cert", "/ByteRange", "/CheckSum", "/SigFieldLock"),
        *("/Registry", "/Ordering", "/CharSet", "/Panose", "/Lookup", "/DA", "/DS", "/CSP", "/Dingbats"),
        *("/CIDSet", "/W", "/Differences", "/ColorSpace", "/CS", "/BG", "/UCR", "/TR", "/NeedsRendering"),
        *("/CreationDate", "/ModDate", "/LastModified", "/M", "/Date", "/SourceModified", "/Headers"),
    }
)
"""Keys whose strings are codes, colours, sums or dates of the file; the search of the bytes reads them nevertheless."""

FONT_FILES = frozenset({"/FontFile", "/FontFile2", "/FontFile3"})
DRAWN = frozenset({"/ToUnicode", "/CIDToGIDMap", "/CIDSet", "/Encoding", "/UseCMap", "/CharProcs", "/Halftone", "/HT"})
"""Keys of streams that say how things are drawn and hold no words."""
