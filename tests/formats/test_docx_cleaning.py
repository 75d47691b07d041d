"""What readers outside must not get is gone, with every reference to it; what they read is all there."""

from __future__ import annotations

import posixpath

import pytest
from lxml import etree
from office_builder import OFFICE, PACKAGE, Docx, paragraph, part_xml, run, unzipped

from reviewdocs.formats.opening import open_document
from reviewdocs.model.words import Audience

_SECRET = "Faith Okafor"
_MS = "http://schemas.microsoft.com/office"
_OBJECT = (
    '<w:r><w:object w:dxaOrig="1"><v:shape id="s" o:ole=""><v:imagedata r:id="rId6"/></v:shape>'
    '<o:OLEObject Type="Embed" r:id="rId5"/></w:object></w:r>'
)


def _plain() -> Docx:
    return Docx(paragraph(run("Kept text.")))


def _settings(xml: str) -> Docx:
    return (
        _plain()
        .add("word/settings.xml", part_xml("w:settings", xml), "settings")
        .relate("rId5", "settings", "settings.xml")
    )


def _part(name: str, data: str | bytes, content_type: str, kind: str) -> Docx:
    return _plain().add(name, data, content_type).relate("rId5", kind, posixpath.relpath(name, "word"))


def _field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code_run = f'<w:r><w:rPr><w:b/></w:rPr><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return mark.format("begin") + code_run + mark.format("separate") + result + mark.format("end")


FIELDS = {
    "title": (_field("TITLE \\* MERGEFORMAT", run("Kept")), True),
    "property": (_field("docproperty Client", run("Kept")), True),
    "simple": (f'<w:fldSimple w:instr=" SAVEDATE ">{run("Kept")}</w:fldSimple>', True),
    "within the result of another": (_field("REF x", _field("AUTHOR", run("Kept"))), True),
    "page": (_field("PAGE", run("Kept")), False),
    "without a result": (_field("TITLE", "").replace('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', ""), True),
}


@pytest.mark.parametrize("what", FIELDS)
def test_a_field_that_shows_what_went_becomes_its_text(what: str) -> None:
    xml, becomes_text = FIELDS[what]
    document = open_document("a.docx", Docx(paragraph(run("Seen. "), xml)).build())
    counts = document.strip(Audience.PUBLIC)
    body = unzipped(document.to_bytes())["word/document.xml"].decode()
    assert (counts.get("fields that show document properties") == 1) is becomes_text
    assert ("Kept" in body) is ("Kept" in xml)
    kept = open_document("a.docx", Docx(paragraph(xml)).build())
    assert kept.strip(Audience.RESTRICTED) == {}


HIDDEN = {
    "core properties": (
        _plain()
        .add(
            "docProps/core.xml",
            f'<cp:coreProperties xmlns:cp="urn:cp"><cp:creator>{_SECRET}</cp:creator></cp:coreProperties>',
            "application/vnd.openxmlformats-package.core-properties+xml",
        )
        .relate("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml", source=""),
        {"document properties": 1},
    ),
    "custom properties": (
        _plain()
        .add(
            "docProps/custom.xml",
            f'<p><q name="{_SECRET}"/></p>',
            "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        )
        .relate("rId2", "custom-properties", "docProps/custom.xml", source=""),
        {"custom document properties": 1},
    ),
    "comments": (
        Docx(
            paragraph(
                '<w:commentRangeStart w:id="1"/>',
                run("Kept text."),
                '<w:commentRangeEnd w:id="1"/>',
                '<w:r><w:commentReference w:id="1"/></w:r>',
            )
        )
        .add(
            "word/comments.xml",
            part_xml("w:comments", f'<w:comment w:author="{_SECRET}">{paragraph(run(_SECRET))}</w:comment>'),
            "comments",
        )
        .relate("rId5", "comments", "comments.xml"),
        {"comments": 1},
    ),
    "people": (
        _part("word/people.xml", f'<p a="{_SECRET}"/>', "people", f"{_MS}/2011/relationships/people"),
        {"lists of people": 1},
    ),
    "document variables": (
        _settings(f'<w:docVars><w:docVar w:name="a" w:val="{_SECRET}"/></w:docVars>'),
        {"document variables": 1},
    ),
    "template": (
        _settings('<w:attachedTemplate r:id="rId1"/>').relate(
            "rId1", "attachedTemplate", f"file:///C:/{_SECRET}/x.dotx", source="word/settings.xml"
        ),
        {"links to files elsewhere": 1},
    ),
    "mail merge": (
        _settings(f'<w:mailMerge><w:query w:val="{_SECRET}"/></w:mailMerge>'),
        {"mail-merge sources": 1},
    ),
    "custom XML": (
        _part("customXml/item1.xml", f"<a><!-- x --><b>{_SECRET}</b></a>", "", "customXml"),
        {"custom XML parts": 1},
    ),
    "permissions": (
        Docx(paragraph(f'<w:permStart w:id="1" w:ed="{_SECRET}"/>', run("Kept text."), '<w:permEnd w:id="1"/>')),
        {"editing permissions": 2},
    ),
    "hidden text": (Docx(paragraph(run("Kept text."), run(_SECRET, "<w:vanish/>"))), {"hidden text": 1}),
    "smart tags": (
        Docx(
            paragraph(
                f'<w:smartTag><w:smartTagPr><w:attr w:val="{_SECRET}"/></w:smartTagPr>{run("Kept text.")}</w:smartTag>'
            )
        ),
        {"smart-tag attributes": 1},
    ),
    "tracked changes": (
        Docx(paragraph(f'<w:ins w:id="1" w:author="{_SECRET}">{run("Kept text.")}</w:ins>')),
        {"tracked changes": 1},
    ),
    "XML comments": (Docx(f"<!-- {_SECRET} --><?x {_SECRET}?>" + paragraph(run("Kept text."))), {"XML comments": 2}),
    "thumbnail": (
        _plain()
        .add("docProps/thumbnail.jpeg", b"\xff\xd8" + _SECRET.encode(), "image/jpeg")
        .relate("rId2", f"{PACKAGE}/relationships/metadata/thumbnail", "docProps/thumbnail.jpeg", source=""),
        {"preview pictures": 1},
    ),
    "unknown part": (
        _part("word/new.bin", b"\0" + _SECRET.encode(), "application/x-new", "urn:future:new"),
        {"parts of unknown kind": 1},
    ),
    "orphan": (
        _plain().add("word/document2.xml", part_xml("w:document", _SECRET), "document.main"),
        {"parts that nothing leads to": 1},
    ),
    "object": (
        Docx(paragraph(run("Kept text."), _OBJECT))
        .add("word/media/image1.png", b"", "")
        .relate("rId6", "image", "media/image1.png")
        .add("word/embeddings/object1.bin", b"\xd0\xcf\x11\xe0" + _SECRET.encode(), "")
        .relate("rId5", "oleObject", "embeddings/object1.bin"),
        {"embedded objects": 1},
    ),
    "packed drawing": (
        Docx(paragraph(run("Kept text."), '<w:r><w:pict><v:shape o:gfxdata="UEsDBFaithOkafor"/></w:pict></w:r>')),
        {"packed drawing data": 1},
    ),
    "name of a part": (
        Docx(paragraph(run("Kept text."), '<w:r><w:pict><v:imagedata r:id="rId5"/></w:pict></w:r>'))
        .add("word/media/Faith_Okafor.png", b"", "image/png")
        .relate("rId5", "image", "media/Faith_Okafor.png"),
        {"names of parts": 1},
    ),
    "revision ids": (
        Docx('<w:p w:rsidR="00A1" w:rsidRDefault="00A2"><w:r><w:t>Kept text.</w:t></w:r></w:p>'),
        {"revision ids": 2},
    ),
}


def _dangling(parts: dict[str, bytes]) -> list[str]:
    """Internal relationships that lead nowhere, and ids that no relationship has."""
    found = []
    for name, data in parts.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for relation in etree.fromstring(data):
                target = posixpath.normpath(posixpath.join(folder, relation.get("Target")))
                if relation.get("TargetMode") != "External" and target.lstrip("/") not in parts:
                    found.append(f"{name}: {target}")
    rels = parts.get("word/_rels/document.xml.rels", b"<x/>")
    ids = {relation.get("Id") for relation in etree.fromstring(rels)}
    for node in etree.fromstring(parts["word/document.xml"]).iter():
        found += [str(v) for k, v in node.attrib.items() if k.startswith(f"{{{OFFICE}}}") and v not in ids]
    return found


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.EXTERNAL])
@pytest.mark.parametrize("what", HIDDEN)
def test_hidden_content_goes_and_is_counted(what: str, audience: Audience) -> None:
    package, counts = HIDDEN[what]
    document = open_document("a.docx", package.build())
    assert document.strip(audience) == counts
    data = document.to_bytes()
    again = open_document("a.docx", data)
    assert not [t for _, t in again.searchable() if "Okafor" in t]
    assert [p.text for p in again.paragraphs() if p.place == "Body"] == ["Kept text."]
    assert _dangling(unzipped(data)) == []


@pytest.mark.parametrize("what", HIDDEN)
def test_restricted_keeps_it(what: str) -> None:
    data = HIDDEN[what][0].build()
    document = open_document("a.docx", data)
    assert document.strip(Audience.RESTRICTED) == {}
    document.apply({})
    assert unzipped(document.to_bytes()) == unzipped(data)


def test_an_object_leaves_its_picture() -> None:
    document = open_document("a.docx", HIDDEN["object"][0].build())
    document.strip(Audience.PUBLIC)
    xml = unzipped(document.to_bytes())["word/document.xml"].decode()
    assert '<w:pict><v:shape id="s"><v:imagedata r:id="rId6"/></v:shape></w:pict>' in xml


def test_what_cannot_be_read_leaves_a_placeholder_and_is_told() -> None:
    package = Docx('<w:altChunk r:id="rId5"/>').add("word/chunk1.xyz", b"\1\2", "application/x-odd")
    document = open_document("a.docx", package.relate("rId5", "aFChunk", "chunk1.xyz").build())
    assert document.strip(Audience.PUBLIC) == {"inserted files": 1}
    assert [p.text for p in document.paragraphs()] == ["[content removed]"]
    assert [entry.partition(":")[0] for entry in document.coverage().unread] == ["word/chunk1.xyz"]


def _bound(store: str) -> Docx:
    control = (
        f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a/b" w:storeItemID="{store}"/></w:sdtPr>'
        f"<w:sdtContent>{run('shown')}</w:sdtContent></w:sdt>"
    )
    return (
        Docx(paragraph(control))
        .add("customXml/item1.xml", "<a><b>shown</b></a>")
        .relate("rId5", "customXml", "../customXml/item1.xml")
        .add(
            "customXml/itemProps1.xml",
            '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
            'ds:itemID="{11111111-2222-3333-4444-555555555555}"/>',
            "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        )
        .relate("rId1", "customXmlProps", "itemProps1.xml", source="customXml/item1.xml")
    )


def test_custom_xml_that_a_control_shows_stays_bound() -> None:
    document = open_document("a.docx", _bound("{11111111-2222-3333-4444-555555555555}").build())
    assert document.strip(Audience.PUBLIC) == {}
    parts = unzipped(document.to_bytes())
    assert "customXml/item1.xml" in parts
    assert b"w:dataBinding" in parts["word/document.xml"]


@pytest.mark.parametrize("said", ["other words", "<c/>sh<c>ow</c>n"])
def test_a_control_keeps_its_own_text_where_a_store_says_something_else(said: str) -> None:
    package = _bound("{11111111-2222-3333-4444-555555555555}")
    package.parts["customXml/item1.xml"] = f"<a><b>{said}</b></a>".encode()
    document = open_document("a.docx", package.build())
    document.strip(Audience.PUBLIC)
    assert (b"w:dataBinding" in unzipped(document.to_bytes())["word/document.xml"]) is ("sh" in said)


def test_a_control_bound_to_emptied_properties_is_let_go_so_that_its_text_stays() -> None:
    document = open_document("a.docx", _bound("{6C3C8BC8-F283-45AE-878A-BAB7291924A1}").build())
    document.strip(Audience.PUBLIC)
    parts = unzipped(document.to_bytes())
    assert b"w:dataBinding" not in parts["word/document.xml"]
    assert b"shown" in parts["word/document.xml"]
    assert "customXml/item1.xml" not in parts


def test_links_to_public_pages_stay_and_links_to_files_go() -> None:
    package = Docx(
        paragraph(
            f'<w:hyperlink r:id="rId5">{run("web")}</w:hyperlink>',
            f'<w:hyperlink r:id="rId6">{run("file")}</w:hyperlink>',
        )
    )
    package.relate("rId5", "hyperlink", "https://board.example/").relate("rId6", "hyperlink", "file:///C:/x.docx")
    document = open_document("a.docx", package.build())
    assert document.strip(Audience.PUBLIC) == {"links to files elsewhere": 1}
    parts = unzipped(document.to_bytes())
    assert b"https://board.example/" in parts["word/_rels/document.xml.rels"]
    assert b"file:" not in parts["word/_rels/document.xml.rels"]
    assert [p.text for p in document.paragraphs() if p.place == "Body"] == ["webfile"]


def test_hidden_marks_of_fields_stay_balanced() -> None:
    begin, end = (
        f'<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end")
    )
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    document = open_document("a.docx", Docx(paragraph(run("Kept text."), begin, code, end)).build())
    document.strip(Audience.PUBLIC)
    assert unzipped(document.to_bytes())["word/document.xml"].count(b"w:fldChar ") == 2


def test_a_zip_comment_never_reaches_the_output() -> None:
    data = bytearray(_plain().build())
    comment = _SECRET.encode()
    data[-2:] = len(comment).to_bytes(2, "little")
    document = open_document("a.docx", bytes(data) + comment)
    assert _SECRET.encode() not in document.to_bytes()


def test_a_broken_part_that_nothing_leads_to_goes_unread() -> None:
    package = Docx(paragraph(run("All well."))).add("[trash]/0000.xml", b"\0 Tamsin", "header")
    document = open_document("a.docx", package.build())
    assert document.strip(Audience.PUBLIC)["parts that nothing leads to"] == 1
    assert "[trash]/0000.xml" not in unzipped(document.to_bytes())
