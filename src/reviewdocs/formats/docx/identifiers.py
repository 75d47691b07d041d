"""Names by which one place of a document points at another: bookmarks, styles.

Each is one text, wherever it stands; renaming it renames every place, so that links and fields go on working.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from reviewdocs.formats.docx.segments import Segment
from reviewdocs.formats.docx.view import View
from reviewdocs.formats.docx.vocabulary import IDENTIFIERS, MADE_BY_WORD, IdentifierKind
from reviewdocs.formats.xmlparts import NAMES, attribute_key, name_of, short
from reviewdocs.model.text import Edit

_OURS = re.compile(MADE_BY_WORD)


def _places_by_element() -> dict[str, list[tuple[str, str, str]]]:
    """The places of every kind of identifier by element: (the element, "parent>" before it where that matters too, its
    attribute, the kind's label)."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for label, kind in IDENTIFIERS.items():
        for element, attr in sorted(kind.definitions | kind.references):
            found.setdefault(element.rpartition(">")[2], []).append((element, attr, label))
    return found


_PLACES = _places_by_element()
_TAGS = tuple(f"{{*}}{element.partition(':')[2]}" for element in sorted(_PLACES))


@dataclass(slots=True)
class _Identifier:
    """One identifier with all the places where it stands; a segment of the view that shows it."""

    kind: IdentifierKind
    registry: Identifiers
    text: str
    places: list[tuple[etree._Element, str]] = field(default_factory=list)

    @property
    def key(self) -> tuple[int, str]:
        return id(self), "identifier"

    def put(self, text: str) -> None:
        """Rename it everywhere, to something Word takes and nothing else is called."""
        new = self.registry.free_name(self.kind, text)
        self.registry.renamed[self.text] = new
        for node, name in self.places:
            node.set(name, new)
        self.text = new


@dataclass(slots=True)
class Identifiers:
    """All identifiers of a package."""

    renamed: dict[str, str] = field(default_factory=dict)
    """Old names by new ones, since `paragraphs` was last called."""
    _found: dict[tuple[str, str], _Identifier] = field(default_factory=dict)
    _parts: dict[tuple[str, str], str] = field(default_factory=dict)
    _places: dict[tuple[etree._Element, str], _Identifier] = field(default_factory=dict)

    @classmethod
    def of(cls, roots: Mapping[str, etree._Element]) -> Identifiers:
        """Read the identifiers of these parts."""
        found = cls()
        for part, root in roots.items():
            for node in root.iter(*_TAGS):
                if places := _PLACES.get(NAMES[node.tag]):
                    found._take(part, node, places)
        return found

    def has_place(self, node: etree._Element, attr: str) -> bool:
        """Whether the attribute belongs to an identifier, which is read once for all its places."""
        return (node, attr) in self._places

    def holds(self, view: View) -> bool:
        """Whether the view is one of an identifier."""
        return isinstance(view.segments[0], _Identifier)

    def views(self) -> Iterator[View]:
        """Each identifier once, under the part where it was first met."""
        for key, identifier in self._found.items():
            if re.search(r"[^\W\d_]", identifier.text) and not _OURS.fullmatch(identifier.text):
                segment: Segment = identifier
                yield View.of(self._parts[key], (segment,), identifier.kind.spot)

    def free_name(self, kind: IdentifierKind, wanted: str) -> str:
        """`wanted` in the characters that Word takes, with a number where another has that name already."""
        base = re.sub(f"[^{kind.allowed}]+", "_", wanted).strip("_ ")[: kind.limit - 4] or "Name"
        if base[0].isdigit():
            base = f"N{base}"
        taken = {identifier.text.casefold() for identifier in self._found.values() if identifier.kind is kind}
        names = (base, *(f"{base}_{number}" for number in range(2, len(taken) + 3)))
        return next(name for name in names if name.casefold() not in taken)

    def in_code(self, text: str, edits: list[Edit]) -> list[Edit]:
        """Edits of a field code: its own, but identifiers that were renamed take their new names."""
        renames = [
            Edit(match.start(), match.end(), new)
            for old, new in self.renamed.items()
            for match in re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", text)
        ]
        kept: list[Edit] = []
        for edit in [*sorted(renames, key=lambda e: e.start - e.end), *edits]:
            if not any(edit.start < other.end and other.start < edit.end for other in kept):
                kept.append(edit)
        return kept

    def _take(self, part: str, node: etree._Element, places: Sequence[tuple[str, str, str]]) -> None:
        for element, attr, label in places:
            if ">" in element and name_of(node.getparent()) != element.partition(">")[0]:
                continue
            key = attribute_key(node, attr)
            if key is None:
                continue
            value = str(node.get(key, ""))
            identifier = self._found.get((label, value))
            if identifier is None:
                identifier = self._found[label, value] = _Identifier(IDENTIFIERS[label], self, value)
                self._parts[label, value] = f"{part}@{short(key).rpartition(':')[2]}"
            identifier.places.append((node, key))
            self._places[(node, attr)] = identifier
