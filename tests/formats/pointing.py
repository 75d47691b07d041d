"""Documents that point outside in one of many ways, and a look for what still does, which shares nothing with the code
that takes it out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import product
from urllib.parse import unquote

from lxml import etree
from office_builder import Docx, paragraph, part_xml, run

SHOWN = "What it shows."
FILE, SHARE, PAGE = "file:///C:/cases/kept.docx", r"\\server\cases\kept.docx", "https://board.example/page"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def mark(kind: str) -> str:
    """A mark of a field, in a run of its own."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    """A piece of a field's code, in a run of its own."""
    return f'<w:r><w:instrText xml:space="preserve">{text.replace("&", "&amp;")}</w:instrText></w:r>'


def complex_field(text: str, result: str) -> str:
    """A field of marks, its code in one piece."""
    return mark("begin") + code(text) + mark("separate") + result + mark("end")


def _in_pieces(text: str, result: str) -> str:
    return mark("begin") + "".join(map(code, text)) + mark("separate") + result + mark("end")


def _in_one_run(text: str, result: str) -> str:
    one = f'<w:fldChar w:fldCharType="begin"/><w:instrText>{text}</w:instrText><w:fldChar w:fldCharType="separate"/>'
    return f"<w:r>{one}</w:r>{result}{mark('end')}"


def _simple(text: str, result: str) -> str:
    quoted = text.replace('"', "&quot;")
    return f'<w:fldSimple w:instr="{quoted}">{result}</w:fldSimple>'


def _within_another(text: str, result: str) -> str:
    return (
        complex_field("= 1 + ", complex_field(text, result))
        + mark("begin")
        + code("= ")
        + complex_field(text, run("unseen"))
        + mark("separate")
        + mark("end")
    )


def _built(text: str, result: str) -> str:
    keyword, _, rest = text.partition(" ")
    half = len(keyword) // 2
    built = complex_field(f'QUOTE "{keyword[half:]}"', run(keyword[half:]))
    return mark("begin") + code(keyword[:half]) + built + code(f" {rest}") + mark("separate") + result + mark("end")


def _tracked(text: str, result: str) -> str:
    put_in = f'<w:ins w:id="1" w:author="A">{code(text)}</w:ins>'
    taken_out = '<w:del w:id="2" w:author="A"><w:r><w:delInstrText>PAGE</w:delInstrText></w:r></w:del>'
    return mark("begin") + taken_out + put_in + mark("separate") + result + mark("end")


def _over_paragraphs(text: str, result: str) -> str:
    return mark("begin") + code(text) + "</w:p><w:p>" + mark("separate") + result + "</w:p><w:p>" + mark("end")


CODES = (
    f'INCLUDETEXT "{FILE}"',
    f'INCLUDEPICTURE "{SHARE}" \\d',
    'DDEAUTO Excel "C:\\\\kept.xlsx" R1C1',
    "dde cmd kept",
    f'LINK Word.Document.8 "{FILE}" \\a',
    'DATABASE \\d "C:\\\\kept.mdb" \\s "SELECT 1"',
    f'HYPERLINK "{FILE}" \\l "part"',
    f'HYPERLINK \\o "tip" "{SHARE}"',
    'HYPERLINK "mailto:kept@board.example"',
    "MERGEFIELD kept",
    "AUTOTEXT kept",
    'IF 1 = 1 "kept" "other"',
    'SET kept "kept"',
    "GLOSSARY kept",
    f'RD "{FILE}"',
    "QUOTE kept",
)
CARRIERS = (complex_field, _in_pieces, _in_one_run, _simple, _within_another, _built, _tracked, _over_paragraphs)


def _svg() -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'xmlns:i="urn:editor" i:absref="C:/cases/kept.svg" onload="fetch()"><script>run()</script>'
        f'<style>@import url({PAGE}); rect {{ fill: url("{FILE}") }}</style>'
        f'<image xlink:href="{FILE}"/><use href="#own"/><a href="{FILE}"><text>{SHOWN}</text></a>'
        f'<rect id="own" style="fill:url({SHARE})" filter="url(#own)" fill="u\\72l({FILE})"/>'
        f'<set attributeName="href" to="{FILE}"/><foreignObject><x xmlns="urn:x"/></foreignObject></svg>'
    )


def _part(name: str, kind: str, content_type: str, xml: str, target: str = "", rel: str = "") -> Docx:
    package = Docx(paragraph(run(SHOWN))).add(f"word/{name}", xml, content_type).relate("rId5", kind, name)
    return package.relate("rId9", rel, target, source=f"word/{name}") if rel else package


def _drawn(xml: str, kind: str = "", target: str = FILE) -> Docx:
    package = Docx(paragraph(run(SHOWN), xml))
    return package.relate("rId5", kind, target) if kind else package


def _blip(attribute: str) -> str:
    blip = f'<pic:blipFill><a:blip r:{attribute}="rId5"/></pic:blipFill>'
    return _inline(f"<a:graphic><a:graphicData>{blip}</a:graphicData></a:graphic>")


def _inline(xml: str) -> str:
    return f"<w:r><w:drawing><wp:inline>{xml}</wp:inline></w:drawing></w:r>"


def _shape(inner: str = "", attributes: str = "") -> str:
    return f'<w:r><w:pict><v:shape id="s" {attributes}>{inner}</v:shape></w:pict></w:r>'


def _picture_of_svg() -> Docx:
    package = _drawn(_blip("embed"), "image", "media/image1.svg")
    package.extensions["svg"] = "image/svg+xml"
    return package.add("word/media/image1.svg", _svg())


SOURCES = {
    "link to a file": lambda: _drawn(f'<w:hyperlink r:id="rId5">{run("x")}</w:hyperlink>', "hyperlink"),
    "link to a share": lambda: _drawn(
        f'<w:hyperlink r:id="rId5" w:docLocation="kept">{run("x")}</w:hyperlink>', "hyperlink", "file:" + SHARE
    ),
    "link to a machine": lambda: _drawn(
        f'<w:hyperlink r:id="rId5">{run("x")}</w:hyperlink>', "hyperlink", "https://intranet/kept"
    ),
    "link of a picture": lambda: _drawn(
        _inline('<wp:docPr id="1"><a:hlinkClick r:id="rId5"/></wp:docPr>'), "hyperlink"
    ),
    "linked picture": lambda: _drawn(_blip("link"), "image", "https://board.example/kept.png"),
    "linked object": lambda: _drawn(
        '<w:r><w:object><o:OLEObject Type="Link" r:id="rId5"/></w:object></w:r>', "oleObject"
    ),
    "part of a master": lambda: _drawn('<w:subDoc r:id="rId5"/>', "subDocument"),
    "film": lambda: _drawn('<w:r><w:drawing><a:videoFile r:link="rId5"/></w:drawing></w:r>', "video", PAGE),
    "inserted file": lambda: Docx(paragraph(run(SHOWN)) + '<w:altChunk r:id="rId5"/>').relate("rId5", "aFChunk", FILE),
    "template": lambda: _part(
        "settings.xml", "settings", "settings",
        part_xml("w:settings", '<w:attachedTemplate r:id="rId9"/><w:linkStyles/>'), FILE, "attachedTemplate",
    ),
    "mail merge": lambda: _part(
        "settings.xml", "settings", "settings",
        part_xml("w:settings", '<w:mailMerge><w:dataSource r:id="rId9"/></w:mailMerge>'), FILE, "mailMergeSource",
    ),
    "frames": lambda: _part(
        "webSettings.xml", "webSettings", "webSettings",
        part_xml("w:webSettings", '<w:frameset><w:frame><w:sourceFileName r:id="rId9"/></w:frame></w:frameset>'),
        FILE, "frame",
    ),
    "picture by its address": lambda: _drawn(_shape(f'<v:imagedata src="{FILE}" o:href="{PAGE}"/>')),
    "fill": lambda: _drawn(_shape(f'<v:fill type="frame" src="{FILE}" o:althref="{FILE}"/>')),
    "stroke": lambda: _drawn(_shape(f'<v:stroke filltype="frame" src="{SHARE}" o:href="{FILE}"/>')),
    "shape that leads": lambda: _drawn(_shape(attributes=f'href="{FILE}"')),
    "style of a shape": lambda: _drawn(_shape(attributes=f'style="width:9pt;background:url({FILE})"')),
    "linked fill": lambda: _drawn(_shape('<v:fill r:id="rId5"/>'), "image"),
    "action": lambda: _drawn('<w:r><w:drawing><a:hlinkClick r:id="" action="ppaction://program?cmd.exe"/></w:drawing></w:r>'),
    "drawing": _picture_of_svg,
    "chart": lambda: _part(
        "chart1.xml", "chart", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        part_xml("c:chartSpace", "<c:f>'C:\\[kept.xlsx]Sheet 1'!$A$1</c:f><c:externalData r:id='rId9'/>"),
        FILE, "oleObject",
    ),
    "unfinished field": lambda: Docx(paragraph(run(SHOWN), mark("begin"), code(CODES[0]))),
    "button": lambda: Docx(paragraph(mark("begin"), code(f"MACROBUTTON kept {SHOWN}"), mark("end"))),
    "target of no part": lambda: _unmarked(),
}  # fmt: skip


def _unmarked() -> Docx:
    """A relationship that does not say that it leads outside."""
    package = _drawn(f'<w:hyperlink r:id="rId5">{run("x")}</w:hyperlink>')
    return package.relate("rId5", "hyperlink", SHARE)


def made(step: int = 1) -> Iterator[tuple[str, bytes]]:
    """Documents by name; of fields only every so many."""
    for name, build in SOURCES.items():
        yield name, build().build()
    for number, (text, carrier) in enumerate(product(CODES, CARRIERS)):
        if number % step == 0:
            body = f"<w:p>{carrier(text, run(SHOWN))}</w:p>"
            yield f"{text.split()[0]}, {carrier.__name__.strip('_')}", Docx(body).build()


_WITHIN = re.compile(
    "=|PAGE|NUMPAGES|SECTION|SECTIONPAGES|NUMWORDS|NUMCHARS|STYLEREF|TOC|TC|TOA|TA|XE|INDEX|SEQ|LISTNUM|AUTONUM|"
    "AUTONUMLGL|AUTONUMOUT|SYMBOL|EQ|ADVANCE|SHAPE|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|REF|PAGEREF|NOTEREF|HYPERLINK"
)
_PERMITTED = re.compile(r"#|https?://([\w-]+\.)+[a-z]{2,}([/:?#]|$)", re.IGNORECASE)
_OUTSIDE = re.compile(r"^\s*([a-z][a-z0-9+.-]+:|\\\\|//)", re.IGNORECASE)
_FETCHED = re.compile(r"url\(\s*[\"']?(?!#|data:image/(png|jpe?g|gif))", re.IGNORECASE)


def pointing_outside(data: bytes, where: str = "") -> Iterator[str]:
    """What in a package points outside it, but for links to public pages."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    for name, content in contents.items():
        if content.startswith(b"PK"):
            yield from pointing_outside(content, f"{where}{name}!")
        try:
            root = etree.fromstring(content)
        except etree.XMLSyntaxError:
            continue
        found = _targets(root) if name.endswith(".rels") else _inside(root)
        yield from (f"{where}{name}: {each}" for each in found)


def _targets(root: etree._Element) -> Iterator[str]:
    for node in root:
        target = unquote(node.get("Target", ""))
        outside = node.get("TargetMode", "Internal") != "Internal" or _OUTSIDE.match(target)
        if outside and not (node.get("Type", "").endswith("/hyperlink") and _PERMITTED.match(target)):
            yield f"relationship to {target}"


def _inside(root: etree._Element) -> Iterator[str]:
    for node in root.iter(etree.Element):
        local = str(node.tag).rpartition("}")[2]
        if local in ("script", "foreignObject", "frameset", "attachedTemplate", "mailMerge", "subDoc", "webVideoPr"):
            yield local
        for key, value in ((str(k).rpartition("}")[2], str(v)) for k, v in node.attrib.items()):
            address = key in ("href", "src", "althref", "absref") and not value.startswith(("#", "data:"))
            if (address and not (key == "href" and _PERMITTED.match(value))) or _FETCHED.search(value):
                yield f"{local}@{key}: {value[:60]}"
            if key.lower() in ("onload", "onclick") or (key == "action" and not value.startswith("ppaction://hlink")):
                yield f"{local}@{key}"
            if key == "instr" and not _works_within(value):
                yield f"field {value[:60]}"
    yield from _codes(root)


def _codes(root: etree._Element) -> Iterator[str]:
    """Codes of fields that end where they began: all text between a beginning and the next mark but a beginning."""
    depth: list[str] = []
    for node in root.iter(f"{_W}fldChar", f"{_W}instrText", f"{_W}delInstrText"):
        kind = node.get(f"{_W}fldCharType", "code")
        if kind == "begin":
            depth.append("")
        elif kind == "code":
            text = node.text or ""
            if depth:
                depth[-1] += text
            else:
                yield f"code in no field: {text}"
        elif depth and kind == "end":
            text = depth.pop()
            if not _works_within(text):
                yield f"field {text[:60]}"
    yield from (f"field without an end: {text}" for text in depth if not _works_within(text))


def _works_within(text: str) -> bool:
    found = re.match(r"\s*(=|[A-Za-z]+)", text)
    keyword = found[1].upper() if found else ""
    addresses = re.findall(r'(?<!\\[lot] )"([^"]*)"', text) if keyword == "HYPERLINK" else []
    return bool(_WITHIN.fullmatch(keyword)) and all(_PERMITTED.match(address) for address in addresses)
