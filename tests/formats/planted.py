"""A document with an invented person in every kind of place where a name can stand, one person a place.

So that when a name comes through, it says where it came through.
"""

from __future__ import annotations

import base64
import struct
import zlib
from dataclasses import dataclass

from office_builder import Docx, paragraph, part_xml, run, unzipped, zipped

_MS = "http://schemas.microsoft.com/office"
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
_PACKAGE_TYPE = "application/vnd.openxmlformats-package"
_STORE = "{11111111-2222-4333-8444-555555555555}"
_FIRST = ("Brav", "Cand", "Dorv", "Elsk", "Fenth", "Gorm", "Hask", "Ilv", "Jorl", "Kest", "Lund", "Morv")
_MIDDLE = ("ander", "elin", "ithor", "oskel", "umbra", "yvand", "ostrel")


@dataclass(frozen=True)
class Person:
    """The person of one place."""

    place: str
    forename: str
    surname: str
    pseudonym: str
    plain: bool
    """Whether a reader sees the name there, and so must see the pseudonym."""

    @property
    def full(self) -> str:
        return f"{self.forename} {self.surname}"


class _People:
    """Hands out people whose names are parts of no other's."""

    def __init__(self) -> None:
        self.all: list[Person] = []

    def __call__(self, place: str, *, plain: bool = False) -> Person:
        number = len(self.all)
        stem = _FIRST[number % 12] + _MIDDLE[number // 12]
        self.all.append(Person(place, f"{stem}ia", f"{stem[::-1].capitalize()}by", f"Person {number:03}", plain))
        return self.all[-1]


def _in_paragraphs(new: _People) -> str:
    """Text of the body, whole and in pieces."""
    whole, split, letters, upper, hard, soft = (
        new(place, plain=True) for place in ("a run", "runs", "letters", "capitals", "hard space", "soft hyphen")
    )
    tab, full, accents, cell, nested, box = (
        new(place, plain=True) for place in ("tab", "full width", "accents", "table", "nested table", "text box")
    )
    hidden, link_text, control, insertion, result, equation = (
        new(place) for place in ("hidden text", "link text", "content control", "insertion", "field result", "equation")
    )
    wide = full.full.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    inner = f"<w:tbl><w:tr><w:tc>{paragraph(run(nested.full))}</w:tc></w:tr></w:tbl>"
    table = (
        f"<w:tbl><w:tblPr><w:tblCaption w:val='{new('table title').full}'/></w:tblPr><w:tr><w:tc>"
        f"{paragraph(run(cell.full))}{inner}<w:p/></w:tc></w:tr></w:tbl>"
    )
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    texts = (
        run(f"Seen by {whole.full} at home."),
        run(f"Seen by {split.full[:4]}", "<w:b/>") + run(split.full[4:9], "<w:i/>") + run(split.full[9:]),
        "".join(run(letter) for letter in f"Seen by {letters.full}."),
        run(f"SEEN BY {upper.full.upper()}."),
        run("Seen by " + hard.full.replace(" ", "\u00a0")),
        f"<w:r><w:t>Seen by {soft.forename} {soft.surname[:3]}</w:t><w:softHyphen/><w:t>{soft.surname[3:]}</w:t></w:r>",
        f"<w:r><w:t>{tab.forename}</w:t><w:tab/><w:t>{tab.surname} was seen.</w:t></w:r>",
        run(f"Seen by {wide}."),
        run("Seen by " + accents.full.replace("a", "a\u0301") + "."),
        run("Seen. ") + run(hidden.full, "<w:vanish/>"),
        f'<w:hyperlink r:id="rId60" w:tooltip="{new("link tip").full}">{run(link_text.full)}</w:hyperlink>',
        f'<w:sdt><w:sdtPr><w:alias w:val="{new("control title").full}"/><w:tag w:val="{new("control tag").full}"/>'
        f"</w:sdtPr><w:sdtContent>{run(control.full)}</w:sdtContent></w:sdt>",
        f'<w:ins w:id="70" w:author="{new("author").full}">{run(insertion.full)}</w:ins>'
        f"<w:del w:id='71' w:author='A'><w:r><w:delText>{new('deletion').full}</w:delText></w:r></w:del>",
        field.format("begin")
        + f'<w:r><w:instrText> INCLUDETEXT "C:\\\\Users\\\\{new("field code").full}\\\\a.docx" </w:instrText></w:r>'
        + field.format("separate")
        + run(result.full)
        + field.format("end"),
        f"<m:oMath><m:r><m:t>{equation.full}</m:t></m:r></m:oMath>",
        f'<w:smartTag w:element="name"><w:smartTagPr><w:attr w:name="who" w:val="{new("smart tag").full}"/>'
        f"</w:smartTagPr>{run('Seen.')}</w:smartTag>",
        f'<w:bookmarkStart w:id="72" w:name="{new("bookmark").surname}"/><w:bookmarkEnd w:id="72"/>{run("Seen.")}',
        f'<w:permStart w:id="73" w:ed="{new("permission").full}"/>{run("Seen.")}<w:permEnd w:id="73"/>',
        f"<!-- {new('XML comment').full} --><?note {new('instruction').full}?>{run('Seen.')}",
        field.format("begin").replace(
            "/></w:r>", f"><w:fldData>{_base64(new('field data').full)}</w:fldData></w:fldChar></w:r>"
        )
        + field.format("end"),
    )
    return "".join(paragraph(text) for text in texts) + table + paragraph(_drawings(new, box))


def _drawings(new: _People, box: Person) -> str:
    """A text box in both its forms, a picture with alt text, a watermark."""
    inside = paragraph(run(f"Boxed: {box.full}."))
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline>"
        f"<wp:docPr id='1' name='{new('drawing').full}' descr='{new('alt text').full}'/>"
        f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape alt='{new('alt text of the fallback').full}'><v:textbox><w:txbxContent>{inside}"
        "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        f"<w:r><w:pict><v:shape><v:textpath string='{new('watermark').full}'/></v:shape></w:pict></w:r>"
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed='rId61'/>"
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        '<w:r><w:drawing><c:chart r:id="rId62"/></w:drawing></w:r>'
        '<w:r><w:footnoteReference w:id="2"/><w:commentReference w:id="3"/></w:r>'
    )


def _add_stories(package: Docx, new: _People) -> None:
    """Headers, notes, comments."""
    header, note, comment = new("header", plain=True), new("footnote", plain=True), new("comment")
    package.add("word/header1.xml", part_xml("w:hdr", paragraph(run(f"Review of {header.full}"))), "header")
    package.relate("rId80", "header", "header1.xml")
    package.section = '<w:headerReference w:type="default" r:id="rId80"/>'
    footnote = f'<w:footnote w:id="2">{paragraph(run(f"Told by {note.full}."))}</w:footnote>'
    package.add("word/footnotes.xml", part_xml("w:footnotes", footnote), "footnotes")
    package.relate("rId81", "footnotes", "footnotes.xml")
    by = new("author of a comment").full
    said = f'<w:comment w:id="3" w:author="{by}">{paragraph(run(f"Ask {comment.full}"))}</w:comment>'
    package.add("word/comments.xml", part_xml("w:comments", said), "comments")
    package.relate("rId82", "comments", "comments.xml")
    people = f'<p:people xmlns:p="{_MS}/word/2012/wordml"><p:person p:author="{new("people").full}"/></p:people>'
    package.add("word/people.xml", people, "people").relate("rId83", "people", "people.xml")


def _add_settings(package: Docx, new: _People) -> None:
    """Styles, lists, settings, properties, custom XML."""
    style = f'<w:style w:styleId="{new("style id").surname}"><w:name w:val="{new("style name").full}"/></w:style>'
    package.add("word/styles.xml", part_xml("w:styles", style), "styles").relate("rId84", "styles", "styles.xml")
    level = f'<w:abstractNum><w:lvl><w:lvlText w:val="%1 {new("list label").full}"/></w:lvl></w:abstractNum>'
    package.add("word/numbering.xml", part_xml("w:numbering", level), "numbering")
    package.relate("rId85", "numbering", "numbering.xml")
    settings = (
        f'<w:attachedTemplate r:id="rId1"/><w:mailMerge><w:query w:val="{new("mail merge").full}"/></w:mailMerge>'
        f'<w:docVars><w:docVar w:name="v" w:val="{new("variable").full}"/></w:docVars>'
    )
    package.add("word/settings.xml", part_xml("w:settings", settings), "settings")
    package.relate("rId86", "settings", "settings.xml")
    template = f"file:///C:/Users/{new('template').surname}/a.dotx"
    package.relate("rId1", "attachedTemplate", template, "word/settings.xml")
    core = f'<cp:coreProperties xmlns:cp="urn:c"><cp:creator>{new("creator").full}</cp:creator></cp:coreProperties>'
    package.add("docProps/core.xml", core, f"{_PACKAGE_TYPE}.core-properties+xml")
    package.relate("rId87", "core-properties", "docProps/core.xml", "")
    custom = f'<Properties xmlns="urn:p"><property name="{new("property").full}"/></Properties>'
    package.add("docProps/custom.xml", custom, f"{_OFFICE_TYPE}.custom-properties+xml")
    package.relate("rId88", "custom-properties", "docProps/custom.xml", "")
    data = f'<file who="{new("custom XML attribute").full}"><party>{new("custom XML").full}</party></file>'
    package.add("customXml/item1.xml", data).relate("rId89", "customXml", "../customXml/item1.xml")


def _add_pictures_and_more(package: Docx, new: _People) -> None:
    """Media, a chart with its workbook, what is embedded, and what nobody knows."""
    text = f"Author\0{new('picture').full}".encode("latin-1")
    package.add(f"word/media/{new('part name').surname}.png", png_saying(text))
    package.relate("rId61", "image", f"media/{package_name(package)}")
    chart = (
        f"<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>{new('chart title').full}</a:t></a:r></a:p></c:rich></c:tx>"
        f"</c:title><c:strCache><c:pt><c:v>{new('chart value').full}</c:v></c:pt></c:strCache></c:chart>"
        '<c:externalData r:id="rId1"/>'
    )
    package.add("word/charts/chart1.xml", part_xml("c:chartSpace", chart), f"{_OFFICE_TYPE}.drawingml.chart+xml")
    package.relate("rId62", "chart", "charts/chart1.xml")
    inner = Docx(paragraph(run(f"Inside: {new('embedded document').full}"))).build()
    package.add("word/embeddings/inner1.docx", zipped(unzipped(inner), comment=new("zip comment").full.encode()))
    package.extensions["docx"] = f"{_OFFICE_TYPE}.wordprocessingml.document"
    package.relate("rId1", "package", "../embeddings/inner1.docx", "word/charts/chart1.xml")
    package.add("word/unknown.xml", f'<u who="{new("unknown part").full}"/>', "application/x-unknown+xml")
    package.relate("rId90", "unknown", "unknown.xml")
    package.add("word/old.xml", part_xml("w:document", paragraph(run(new("orphan").full))), "document.main")
    package.relate("rId60", "hyperlink", f"mailto:{new('link target').surname.lower()}@mail.example")
    glossary = f'<w:docPart><w:docPartPr><w:name w:val="{new("building block").full}"/></w:docPartPr></w:docPart>'
    glossary = part_xml("w:glossaryDocument", f"<w:docParts>{glossary}</w:docParts>")
    package.add("word/glossary/document.xml", glossary, "document.glossary")
    package.relate("rId91", "glossaryDocument", "glossary/document.xml")


def _add_inserted_files(package: Docx, new: _People) -> str:
    """A web page, a rich text, a web archive and a plain text that Word merges on opening; returns where they stand."""
    page, link, archived = (new(f"web {what}", plain=True) for what in ("page", "page's link text", "archive"))
    rich, note, plain = (new(place, plain=True) for place in ("rich text", "note in rich text", "plain text"))
    html = (
        f'<html><head><title>{new("web title").full}</title><meta name="author" content="{new("web author").full}">'
        f"</head><body><!-- {new('web comment').full} --><p>Seen by {page.full[:4]}<b>{page.full[4:]}</b>.</p>"
        f'<a href="mailto:{new("web link").surname}@mail.example">{link.full}</a>'
        f'<img alt="{new("web picture").full}"></body></html>'
    )
    rtf = (
        rf"{{\rtf1\ansi{{\info{{\author {new('rich author').full}}}}}\pard Seen by {rich.full}."
        rf"{{\footnote \pard {note.full}}}{{\*\annotation \pard {new('rich comment').full}}}\par}}"
    )
    mht = (
        f"MIME-Version: 1.0\r\nFrom: {new('archive header').full}\r\n"
        "Content-Type: multipart/related; boundary=b\r\n\r\n"
        f"--b\r\nContent-Type: text/html\r\nContent-Location: file:///C:/{new('archive path').surname}/a.htm\r\n\r\n"
        f"<p>Seen by {archived.full}.</p>\r\n--b--\r\n"
    )
    files = {
        "html": (html, "text/html"),
        "rtf": (rtf, "application/rtf"),
        "mht": (mht, "message/rfc822"),
        "txt": (f"Seen by {plain.full}.", "text/plain"),
    }
    for number, (extension, (data, kind)) in enumerate(files.items(), 100):
        package.add(f"word/afchunk{number}.{extension}", data, kind)
        package.relate(f"rId{number}", "aFChunk", f"afchunk{number}.{extension}")
    return "".join(f'<w:altChunk r:id="rId{number}"/>' for number in range(100, 100 + len(files)))


def package_name(package: Docx) -> str:
    """The file name of the one picture."""
    return next(name.rpartition("/")[2] for name in package.parts if name.startswith("word/media/"))


def _base64(text: str) -> str:
    return base64.b64encode(text.encode("utf-16-le")).decode()


def png_saying(text: bytes) -> bytes:
    """A picture of one pixel with a text chunk."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0\x80")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(kind, data) for kind, data in ((b"IHDR", head), (b"tEXt", text), (b"IDAT", pixels), (b"IEND", b""))
    )


def planted() -> tuple[bytes, list[Person]]:
    """The document and the people in it."""
    new = _People()
    package = Docx(paragraph(run("The weather was fine.")) + _in_paragraphs(new))
    _add_stories(package, new)
    _add_settings(package, new)
    _add_pictures_and_more(package, new)
    package.body += _add_inserted_files(package, new)
    return zipped(unzipped(package.build()), comment=new("zip comment of the whole").full.encode()), new.all


def pseudonym_map(people: list[Person]) -> str:
    """The map that an anonymiser is given."""
    lines = (
        f"  - {{id: P{number}, role: family member, pseudonym: {person.pseudonym}, forename: {person.forename}, "
        f"surname: {person.surname}}}"
        for number, person in enumerate(people)
    )
    return "\n".join(("id: PLANTED", "review_type: LCSPR", "dates: {policy: keep}", "people:", *lines, ""))
