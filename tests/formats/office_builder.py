"""Builds small Office packages from XML, so that a test shows exactly what it is about."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = {
    "w": W,
    "r": OFFICE,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}
XMLNS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())


def run(text: str, properties: str = "") -> str:
    """A run of one text."""
    formatting = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{formatting}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inner: str, properties: str = "") -> str:
    """A paragraph of runs, or of whatever else stands in one."""
    formatting = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{formatting}{''.join(inner)}</w:p>"


def part_xml(tag: str, inner: str) -> str:
    """An XML part with every namespace declared."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<{tag} {XMLNS}>{inner}</{tag}>'


@dataclass
class Docx:
    """A package in the making."""

    body: str
    strict: bool = False
    section: str = ""
    """What stands in the properties of the only section, such as references to headers."""
    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    extensions: dict[str, str] = field(default_factory=dict)
    relations: list[tuple[str, str, str, str]] = field(default_factory=list)
    """(source part, id, type, target); a target with a colon is external."""

    def add(self, name: str, data: str | bytes, content_type: str = "") -> Docx:
        """A part of its own; a content type in full, or a word of Word's."""
        self.parts[name] = data.encode() if isinstance(data, str) else data
        if content_type:
            self.types[name] = content_type if "/" in content_type else f"{WORD_TYPE}.{content_type}+xml"
        return self

    def relate(self, rid: str, kind: str, target: str, source: str = "word/document.xml") -> Docx:
        """A relationship; `kind` in full, or the last word of Office's."""
        self.relations.append((source, rid, kind if ":" in kind else f"{OFFICE}/{kind}", target))
        return self

    def build(self) -> bytes:
        """The package's bytes."""
        contents = {"[Content_Types].xml": self._content_types().encode()}
        relations = [("", "rId1", f"{OFFICE}/officeDocument", "word/document.xml"), *self.relations]
        for source in dict.fromkeys(source for source, *_ in relations):
            folder, _, base = source.rpartition("/")
            name = f"{folder}/_rels/{base}.rels".lstrip("/")
            contents[name] = self._relationships([r for r in relations if r[0] == source]).encode()
        document = part_xml("w:document", f"<w:body>{self.body}<w:sectPr>{self.section}</w:sectPr></w:body>")
        contents["word/document.xml"] = document.encode()
        contents |= self.parts
        if self.strict:
            contents = {name: _strict(name, data) for name, data in contents.items()}
        return zipped(contents)

    def _content_types(self) -> str:
        defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
        defaults |= {"png": "image/png", "jpg": "image/jpeg", **self.extensions}
        types = {"word/document.xml": f"{WORD_TYPE}.document.main+xml", **self.types}
        return (
            f'<Types xmlns="{PACKAGE}/content-types">'
            + "".join(f'<Default Extension="{e}" ContentType="{t}"/>' for e, t in defaults.items())
            + "".join(f'<Override PartName="/{n}" ContentType="{t}"/>' for n, t in types.items())
            + "</Types>"
        )

    @staticmethod
    def _relationships(relations: list[tuple[str, str, str, str]]) -> str:
        rows = "".join(
            f'<Relationship Id="{rid}" Type="{kind}" Target="{target}"'
            + (' TargetMode="External"/>' if ":" in target else "/>")
            for _, rid, kind, target in relations
        )
        return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _strict(name: str, data: bytes) -> bytes:
    if not name.endswith((".xml", ".rels")):
        return data
    return data.replace(W.encode(), STRICT_W.encode()).replace(OFFICE.encode(), STRICT_OFFICE.encode())


def zipped(contents: dict[str, bytes], comment: bytes = b"") -> bytes:
    """A zip file of these entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, data in contents.items():
            archive.writestr(name, data)
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """Every entry of a zip file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
