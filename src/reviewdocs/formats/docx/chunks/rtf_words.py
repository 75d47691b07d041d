"""What the control words of rich text are to whoever reads or cleans it (RTF 1.9.1). Data, no programme."""

from __future__ import annotations

from typing import Final

from reviewdocs.formats.docx.chunks.html_words import words
from reviewdocs.formats.docx.chunks.marked import HIDDEN_DATA, PROPERTY
from reviewdocs.formats.docx.vocabulary import Spot
from reviewdocs.model.text import Layer

CHARACTERS: Final = {
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "\u2014", "endash": "\u2013", "emspace": "\u2003",
    "enspace": "\u2002", "qmspace": "\u2005", "bullet": "\u2022", "lquote": "\u2018", "rquote": "\u2019",
    "ldblquote": "\u201c", "rdblquote": "\u201d", "~": "\u00a0", "-": "\u00ad", "_": "\u2011",
    "\\": "\\", "{": "{", "}": "}", "\t": "\t",
}  # fmt: skip
"""Control words and symbols that stand for one character."""
ENDS: Final = words("par sect page column cell nestcell row nestrow softpage softcol \r \n \r\n")
"""Control words and symbols at which a text ends."""

SPOTS: Final = {
    **dict.fromkeys(words("header headerl headerr headerf"), Spot("Header", Layer.PERIPHERAL)),
    **dict.fromkeys(words("footer footerl footerr footerf"), Spot("Footer", Layer.PERIPHERAL)),
    **dict.fromkeys(words("footnote ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn"), Spot("Footnote", Layer.PERIPHERAL)),
    **dict.fromkeys(words("shptxt dptxbxtext"), Spot("Text box", Layer.PERIPHERAL)),
    **dict.fromkeys(words("listtext pntext pntxta pntxtb leveltext"), Spot("List label", Layer.PERIPHERAL)),
    **dict.fromkeys(words("annotation"), Spot("Comment")),
    **dict.fromkeys(words("atnid atnauthor revtbl"), Spot("Author of a change or comment")),
    **dict.fromkeys(words("bkmkstart bkmkend"), Spot("Bookmark name")),
    **dict.fromkeys(words("stylesheet listname liststylename"), Spot("Style name")),
    **dict.fromkeys(words("fonttbl falt fname"), Spot("Font name")),
    **dict.fromkeys(words("fldinst"), Spot("Field code")),
    **dict.fromkeys(words("xe tc tcn rxe txe"), Spot("Hidden text")),
    **dict.fromkeys(words("sv"), Spot("Alt text", Layer.PERIPHERAL)),
    **dict.fromkeys(
        words("ffname ffdeftext ffformat ffhelptext ffstattext ffentrymcr ffexitmcr ffl"), Spot("Form field")
    ),
    **dict.fromkeys(
        words("title subject author manager company operator category keywords comment doccomm hlinkbase propname")
        | words("staticval linkval info userprops"),
        PROPERTY,
    ),
    **dict.fromkeys(
        words("sn colortbl pict filetbl background listtable listoverridetable formfield levelnumbers"), HIDDEN_DATA
    ),
    **dict.fromkeys(words("objdata objclass objname atnref atndate atntime nonshppict template"), HIDDEN_DATA),
}
"""Destinations by their control word, and where their texts stand; unknown ones have an asterisk before them."""
INLINE: Final = words("field fldrslt object result shppict shp shpinst shprslt do nesttableprops")
"""Destinations whose text belongs to the text around them."""
FIELDS: Final = words("fldinst")
BOOKMARKS: Final = words("bkmkstart bkmkend")
PACKED: Final = words(
    "pict objdata themedata colorschememapping datastore fontemb fontfile blipuid objalias passwordhash"
)
"""Destinations that hold numbers for bytes."""

REFUSED: Final = words("upr ud fromhtml fromtext htmlrtf htmltag mhtmltag ansicpgu urtf pocketword")
"""What says a text twice, or holds one in another format."""

GONE: Final = {
    **dict.fromkeys(words("info userprops"), "document properties"),
    **dict.fromkeys(words("rsidtbl"), "revision ids"),
    **dict.fromkeys(words("nonshppict"), "second copies of pictures"),
    **dict.fromkeys(words("filetbl template"), "file paths"),
    **dict.fromkeys(words("docvar"), "document variables"),
    **dict.fromkeys(words("protusertbl"), "editing permissions"),
}
"""Groups that readers outside do not get."""
COMMENTS: Final = words(
    "annotation atnid atnauthor atndate atnref atntime atnicn atnparent atnstatus atrfstart atrfend atnprsrv"
)
AUTHORS: Final = words("atnid atnauthor")
KEPT_UNKNOWN: Final = words(
    "shppict shpinst shptxt fldinst fldrslt formfield ffname ffdeftext ffformat ffhelptext ffstattext ffl listtable "
    "listoverridetable listpicture listname liststylename pn pnseclvl bkmkstart bkmkend falt fname panose cs ts ds "
    "tsrowd expandedcolortbl latentstyles pgptbl pgp background ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn picprop "
    "nesttableprops defchp defpap do mmathPr moMath moMathPara moMathParaPr cchs fchars lchars ffentrymcr ffexitmcr "
    "pgdsctbl"
)
"""Groups with an asterisk that readers outside get; what is not here goes."""
REVISIONS: Final = {
    **dict.fromkeys(
        words("revised revauth revdttm deleted revauthdel revdttmdel crauth crdate mvf mvt"), "names of authors"
    ),
    **dict.fromkeys(words("rsid rsidroot insrsid charrsid sectrsid pararsid tblrsid delrsid styrsid"), "revision ids"),
}
"""Control words that say who changed what, and when."""
COMMENT_MARKS: Final = words("chatn")

DRAWING_PATHS: Final = words(
    "pibName pibPrintName fillBlipName lineFillBlipName pihlShape hlinkClick metroBlob wzScript"
)
"""Properties of drawings that lead to files, or hold packed data."""

CHARSETS: Final = {
    0: "cp1252", 77: "mac_roman", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
"""Codecs of fonts' character sets; of others only letters below 128 are read."""
PAGES: Final = frozenset(
    {437, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 866, 869, 874, *range(1250, 1259)}
)
UTF8_PAGE, MAC_PAGE, SYMBOL_SET, DEFAULT_SET = 65001, 10000, 2, 1
