"""What the elements and attributes of web pages are to whoever reads or cleans them. Data, no programme."""

from __future__ import annotations

from typing import Final

from reviewdocs.formats.docx.chunks.marked import HIDDEN_DATA, LINK_TARGET
from reviewdocs.formats.docx.vocabulary import Spot
from reviewdocs.model.text import Layer


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


BLOCKS: Final = words(
    "html head body title address article aside blockquote center details dialog dd dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol "
    "optgroup option p pre search section select summary table caption colgroup col tbody thead tfoot tr td th "
    "ul textarea button object svg math text desc metadata script style noscript template video audio canvas"
)
"""Elements at whose tags a text ends."""
ASIDE: Final = frozenset({"rt", "rp", "del"})
"""Elements whose text is read beside that around them: what stands over it, what was struck out."""
KEEPS_SPACE: Final = frozenset({"pre", "textarea"})

ADDRESSES: Final = words(
    "href src srcset background poster action formaction cite longdesc codebase data classid usemap profile "
    "ping manifest archive lowsrc dynsrc icon xlink:href datasrc"
)
"""Attributes that lead to somewhere."""
PLACES: Final = frozenset({"a", "area"})
"""Elements whose address a reader goes to; any other is fetched when the page is shown."""

_SEEN: Final = Spot("Alt text", Layer.PERIPHERAL)
SPOTS: Final = {
    **dict.fromkeys(("alt", "title", "summary", "value", "label", "placeholder", "abbr", "aria-label"), _SEEN),
    **dict.fromkeys(ADDRESSES, LINK_TARGET),
}
OTHER: Final = HIDDEN_DATA
TECHNICAL: Final = words(
    "style class id lang xml:lang dir align valign width height border cellpadding cellspacing color bgcolor "
    "bordercolor face size type rel rev charset http-equiv colspan rowspan nowrap clear start span scope frame "
    "rules hspace vspace noshade compact link vlink alink text hidden disabled checked selected multiple "
    "readonly contenteditable rows cols maxlength method enctype media target version"
)
"""Attributes that hold no words; what hides in them is found when the written bytes are searched."""

GONE: Final = {
    **dict.fromkeys(("script",), "scripts"),
    **dict.fromkeys(("title",), "document properties"),
    **dict.fromkeys(("object", "applet", "embed", "audio", "video"), "embedded objects"),
    **dict.fromkeys(("noscript", "template", "datalist"), "hidden text"),
    **dict.fromkeys(("xml", "metadata"), "hidden data"),
}
"""Elements that go with all that is in them."""
GONE_TAGS: Final = {
    "base": "file paths",
    "embed": "embedded objects",
    "bgsound": "links to files elsewhere",
    "param": "embedded objects",
}
"""Elements without an end that go."""
