"""Fields that may come to show something else: what they show now becomes plain text, and nothing works it out anew.

A field could bring back, when somebody updates it, what was taken out, or make a name of letters that were none; where
its source is gone it would show nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from reviewdocs.formats.docx import field_codes
from reviewdocs.formats.docx.segments import ElementText, take_out
from reviewdocs.formats.docx.vocabulary import DELETED, FIELD_CODE, INSERTED, TEXT
from reviewdocs.formats.xmlparts import NAMES, attribute, name_of, sibling_tag

_STORIES: Final = frozenset(
    {f"w:{name}" for name in ("body", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent", "docPartBody")}
)
"""What a field begins and ends within."""
_MARKS: Final = FIELD_CODE | {"w:fldChar"}


@dataclass(slots=True)
class _Field:
    """A field; what stands between its marks is a stretch of what stands in the runs of its story."""

    story: list[etree._Element]
    begin: int
    holder: _Field | None
    """The field in whose code it stands."""
    texts: list[etree._Element] = field(default_factory=list)
    """The texts of its code, without those of fields within it."""
    computed: bool = False
    """Another field stands in its code."""
    unsound: bool = False
    """One that may not stay does."""
    separate: int | None = None
    end: int | None = None

    def code(self) -> list[etree._Element]:
        """What stands in its code, fields within it too: no reader sees it, and it goes as one."""
        until = self.separate if self.separate is not None else self.end
        return self.story[self.begin + 1 : until]

    def marks(self) -> list[etree._Element]:
        """Its marks, as many as there are."""
        return [self.story[at] for at in (self.begin, self.separate, self.end) if at is not None]

    def codes(self) -> list[str]:
        """Its code as it stands once changes are accepted and once they are rejected, where it is there at all."""
        begin, found = self.story[self.begin], []
        for gone in (DELETED, INSERTED):
            if not _within(begin, gone):
                found.append("".join(node.text or "" for node in self.texts if not _within(node, gone)))
        return found or [""]

    def stays(self, bookmarks: Collection[str]) -> bool:
        """Whether it goes on showing what it shows, and all that stands in its code too; the holder is told."""
        codes = self.codes()
        sound = not self.unsound and all(field_codes.stays(code, bookmarks, computed=self.computed) for code in codes)
        if self.holder is not None:
            self.holder.unsound |= not sound
        return sound


def bookmarks_of(roots: Collection[etree._Element]) -> frozenset[str]:
    """The names of the bookmarks in these parts, in lower case as fields know them; none where there is no field."""
    if not any(_has_fields(root) for root in roots):
        return frozenset()
    return frozenset(
        (attribute(node, "w:name") or "").lower() for root in roots for node in root.iter("{*}bookmarkStart")
    )


def make_text(root: etree._Element, bookmarks: Collection[str]) -> Counter[str]:
    """Make text of the fields in a part that may come to show something else; returns how many, by kind."""
    counts: Counter[str] = Counter()
    if not _has_fields(root):
        return counts
    for node in [node for node in root.iter("{*}fldSimple") if name_of(node) == "w:fldSimple"]:
        code = attribute(node, "w:instr") or ""
        if not field_codes.stays(code, bookmarks):
            counts[field_codes.label_of(code)] += 1
            _unwrap(node)
    for found in list(_fields(root)):
        if found.stays(bookmarks) or found.holder is not None:
            continue
        counts[field_codes.label_of(found.codes()[0])] += 1
        if found.end is not None:
            _make_text(found)
        else:  # nobody knows what of the text after its beginning is seen: that stays
            _take_out([*found.marks(), *(node for node in found.code() if name_of(node) in _MARKS)])
    return counts


def _has_fields(root: etree._Element) -> bool:
    return next(root.iter("{*}fldChar", "{*}fldSimple"), None) is not None


def _fields(root: etree._Element) -> Iterator[_Field]:
    """The fields of a part, those in another's code before it."""
    opened: dict[etree._Element | None, tuple[list[etree._Element], list[_Field]]] = {}
    stories: dict[etree._Element, etree._Element | None] = {}
    for node in [node for node in root.iter(etree.Element) if name_of(node.getparent()) == "w:r"]:
        run, name = node.getparent(), NAMES[node.tag]
        if run is None or name == "w:rPr":
            continue
        if run not in stories:
            stories[run] = next((above for above in run.iterancestors() if name_of(above) in _STORIES), None)
        story, around = opened.setdefault(stories[run], ([], []))
        story.append(node)
        if name == "w:fldChar":
            yield from _mark(attribute(node, "w:fldCharType") or "", story, around)
        elif around and around[-1].separate is None and (name in FIELD_CODE or name in TEXT):
            around[-1].texts.append(node)
    for _, around in opened.values():
        yield from reversed(around)


def _mark(kind: str, story: list[etree._Element], around: list[_Field]) -> Iterator[_Field]:
    """Take in a mark, the last of the story; the field that ends with it is told."""
    last = len(story) - 1
    if kind == "begin":
        outer = around[-1] if around else None
        holder = outer if outer is None or outer.separate is None else outer.holder
        if holder is not None:
            holder.computed = True
        around.append(_Field(story, last, holder))
    elif kind == "separate" and around:
        around[-1].separate = last
    elif kind == "end" and around:
        found = around.pop()
        found.end = last
        yield found


def _make_text(found: _Field) -> None:
    """Let a field's result stand alone; where its code says what it shows, that."""
    gone = [*found.marks(), *found.code()]
    if shown := field_codes.shown_by(found.codes()[0]):
        gone = found.story[found.begin : found.end] + found.marks()[-1:]
        node = next((node for node in found.texts if not _within(node, DELETED)), found.texts[0])
        node.tag = sibling_tag(node, "delText" if _within(node, DELETED) else "t")
        ElementText(node).put(shown)
        gone.remove(node)
    _take_out(gone)


def _take_out(nodes: Iterable[etree._Element]) -> None:
    """Take out what stands in runs, and the runs that held nothing else."""
    for node in nodes:
        run = node.getparent()
        take_out(node)
        if run is not None and all(name_of(child) == "w:rPr" for child in run):
            take_out(run)


def _within(node: etree._Element, names: Collection[str]) -> bool:
    return any(name_of(above) in names for above in node.iterancestors())


def _unwrap(node: etree._Element) -> None:
    """Put what a simple field shows in its place."""
    parent = node.getparent()
    if parent is None:
        return
    if shown := field_codes.shown_by(attribute(node, "w:instr") or ""):
        run, text = etree.Element(sibling_tag(node, "r")), etree.Element(sibling_tag(node, "t"))
        ElementText(text).put(shown)
        run.append(text)
        node[:] = [run]
    at = parent.index(node)
    for child in reversed(node):
        parent.insert(at, child)
    take_out(node)
