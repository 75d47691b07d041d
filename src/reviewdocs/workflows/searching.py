"""The search of all bytes of what was written (docs/anonymisation.md, Order of work, 5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from importlib import import_module

from reviewdocs.errors import OutputError
from reviewdocs.formats.opening import open_document
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.names import ByteSearch
from reviewdocs.names.surviving import survivors


class Searching:
    """What the second worker of `anonymise` does: it searches bytes that it never saw being edited."""

    @staticmethod
    def load() -> None:
        """Load what reads bytes: see `Worker`."""
        import_module("reviewdocs.formats.adversary")

    def __init__(self, pmap: PseudonymMap) -> None:
        self._search = ByteSearch.of(pmap)

    def survivors(self, name: str, data: bytes) -> Counter[str]:
        """Where in a document of this name something stands that may not, in longer words too."""
        return survivors(open_document(name, data), self._search, glued=True)

    def refuse(self, name: str, data: bytes) -> None:
        """Refuse a document in which something of the map survives.

        Raises:
            OutputError: naming the places.
        """
        refuse_survivors(survivors(open_document(name, data), self._search))


def refuse_survivors(places: Mapping[str, int]) -> None:
    """Refuse an output in which something stands that may not.

    Raises:
        OutputError: naming the places.
    """
    if places:
        raise not_verified(f"names or identifiers of the map survive in {listed(places)}")


def listed(counts: Mapping[str, int]) -> str:
    """Places with how often, most first, for an error message."""
    return ", ".join(f"{place} ({n})" for place, n in Counter(counts).most_common(5))


def not_verified(what: str) -> OutputError:
    """The error of an output that could not be verified, and why."""
    return OutputError(
        f"The result could not be verified, so nothing was written: {what}.",
        remedy="Look at these places in the document, or ask for help with this file; do not publish it.",
    )
