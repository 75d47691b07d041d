"""Where something of the map stands in a document, of all that its bytes hold."""

from __future__ import annotations

from collections import Counter

from reviewdocs.formats.base import Document
from reviewdocs.names.forbidden import ByteSearch


def survivors(written: Document, search: ByteSearch, *, glued: bool = False) -> Counter[str]:
    """Where something stands that may not stand in any byte; `glued`: in longer words too."""
    return Counter(
        "a part whose own name is one" if search.found(place) else place
        for place, text in written.searchable()
        if search.found(text, glued=glued)
    )
