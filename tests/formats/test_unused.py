"""What only deleted or hidden text showed goes with it: nobody sees it, and a programme would still find it."""

from __future__ import annotations

import pytest
from office_builder import Docx, paragraph, part_xml, run, unzipped

from reviewdocs.formats.opening import open_document
from reviewdocs.model.words import Audience

_STORE = "{11111111-2222-4333-8444-555555555555}"
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
_HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
_PICTURE = '<w:pict><v:shape id="s"><v:imagedata r:id="rId5"/></v:shape></w:pict>'
_NOTES = part_xml(
    "w:footnotes",
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    f'<w:footnote w:id="1">{paragraph(run("Secret."))}</w:footnote>'
    f'<w:footnote w:id="2">{paragraph(run("Kept note."))}</w:footnote>',
)


def _deleted(inner: str) -> str:
    return f'<w:del w:id="9" w:author="a">{inner}</w:del>'


def _with(*inner: str) -> Docx:
    return Docx(paragraph(run("Kept text."), *inner))


def _with_picture(*inner: str) -> Docx:
    return _with(*inner).add("word/media/image1.png", b"Secret.").relate("rId5", "image", "media/image1.png")


def _with_links(*inner: str) -> Docx:
    links = ("rId5", "Secret.example/1"), ("rId6", "Secret.example/2")
    package = _with(*inner)
    for rid, place in links:
        package.relate(rid, "hyperlink", f"https://{place}")
    return package


def _with_store(inner: str) -> Docx:
    package = _with(inner).add("customXml/item1.xml", "<a><b>c</b><d>Secret.</d></a>")
    uri = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    properties = f'<d:datastoreItem xmlns:d="{uri}" d:itemID="{_STORE}"/>'
    package.add("customXml/itemProps1.xml", properties, f"{_OFFICE_TYPE}.customXmlProperties+xml")
    package.relate("rId5", "customXml", "../customXml/item1.xml")
    return package.relate("rId1", "customXmlProps", "itemProps1.xml", "customXml/item1.xml")


_CONTROL = (
    f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a[1]/b[1]" w:storeItemID="{_STORE}"/></w:sdtPr>'
    f"<w:sdtContent>{run('c')}</w:sdtContent></w:sdt>"
)
_WORDS = "<w:r><w:delText>x</w:delText></w:r>"
_NOTED = '<w:r>{}<w:footnoteReference w:id="1"/></w:r>', '<w:r><w:footnoteReference w:id="2"/></w:r>'

UNSEEN = {
    "picture of a deleted run": _with_picture(_deleted(f"<w:r>{_PICTURE}</w:r>")),
    "picture of a hidden run": _with_picture(f"<w:r>{_HIDDEN}{_PICTURE}</w:r>"),
    "picture that nothing shows": _with_picture(),
    "links of deleted words": _with_links(
        f'<w:hyperlink r:id="rId5">{_deleted(_WORDS)}</w:hyperlink>',
        _deleted(f'<w:hyperlink r:id="rId6">{_WORDS}</w:hyperlink>'),
    ),
    "link that nothing shows": _with_links(),
    "store of a deleted control": _with_store(_deleted(_CONTROL)),
    "note whose mark was deleted": _with(_deleted(_NOTED[0].format("")), _NOTED[1])
    .add("word/footnotes.xml", _NOTES, "footnotes")
    .relate("rId5", "footnotes", "footnotes.xml"),
    "note whose mark was hidden": _with(_NOTED[0].format(_HIDDEN), _NOTED[1])
    .add("word/footnotes.xml", _NOTES, "footnotes")
    .relate("rId5", "footnotes", "footnotes.xml"),
    "text that a deleted paragraph mark hides": Docx(
        paragraph(run("Secret."), properties='<w:rPr><w:del w:id="9" w:author="a"/></w:rPr>')
        + paragraph(run("More."), properties='<w:pStyle w:val="H"/>')
        + paragraph(run("Kept text."))
    )
    .add(
        "word/styles.xml",
        part_xml("w:styles", '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'),
        "styles",
    )
    .relate("rId5", "styles", "styles.xml"),
}


@pytest.mark.parametrize("what", UNSEEN)
def test_it_goes_with_what_showed_it(what: str) -> None:
    document = open_document("a.docx", UNSEEN[what].build())
    document.strip(Audience.PUBLIC)
    document.paragraphs()
    document.apply({})
    data = document.to_bytes()
    assert not [name for name, content in unzipped(data).items() if b"Secret." in content]
    texts = [p.text for p in open_document("a.docx", data).paragraphs()]
    assert "Kept text." in texts and ("Kept note." in texts) is ("note whose" in what)
    again = open_document("a.docx", data)
    assert again.strip(Audience.PUBLIC) == {} and again.to_bytes() == data


@pytest.mark.parametrize("what", UNSEEN)
def test_the_board_keeps_it(what: str) -> None:
    document = open_document("a.docx", UNSEEN[what].build())
    document.strip(Audience.RESTRICTED)
    assert any(b"Secret." in content for content in unzipped(document.to_bytes()).values())


def test_what_is_shown_stays() -> None:
    link = f'<w:hyperlink r:id="rId6">{run("x")}</w:hyperlink>'
    package = _with_picture(f"<w:r>{_PICTURE}</w:r>", link).relate("rId6", "hyperlink", "https://a.example/")
    document = open_document("a.docx", package.build())
    document.strip(Audience.PUBLIC)
    parts = unzipped(document.to_bytes())
    assert "word/media/image1.png" in parts and b"https://a.example/" in parts["word/_rels/document.xml.rels"]
