"""Names where no text is read: they go, what refers by name goes on doing so, and what cannot be edited is told."""

from __future__ import annotations

import base64
import gzip
import io
import re
import struct
import zipfile
from pathlib import Path

import pytest
from office_builder import Docx, paragraph, part_xml, run, unzipped

from reviewdocs.formats.opening import open_document
from reviewdocs.model.words import Audience
from reviewdocs.records.maps import load_map
from reviewdocs.workflows.anonymiser import Anonymised, Anonymiser

_MAP = """\
id: T
review_type: LCSPR
people: [{id: C, role: subject child, pseudonym: Child A, forename: Tamsyne, surname: Quillfeather}]
dates: {policy: keep}
"""
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
_STORE = "{11111111-2222-4333-8444-555555555555}"


def _field(code: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return mark.format("begin") + f"<w:r><w:instrText> {code} </w:instrText></w:r>" + mark.format("end")


def _control(properties: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run('c')}</w:sdtContent></w:sdt>"


def _packed(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


INLINE = {
    "field name in one piece": _field("MERGEFIELD TamsyneQuillfeatherName"),
    "macro": _field("MACROBUTTON QuillfeatherMacro Press"),
    "percent-encoded": _field('HYPERLINK "https://a.example/?subject=Child%20Quillfeather"'),
    "base64 in an address": _field(f'HYPERLINK "https://a.example/?d={_packed("from Tamsyne Quillfeather")}"'),
    "control tag in one piece": _control('<w:tag w:val="TamsyneQuillfeatherTag"/>'),
    "packed control tag": _control(f'<w:tag w:val="CITATION_v3_{_packed("by Tamsyne Quillfeather, 2019")}"/>'),
    "foreign attribute": '<w:r xmlns:z="urn:Quillfeather" z:who="Tamsyne Quillfeather"><w:t>x</w:t></w:r>',
    "foreign element": '<z:Quillfeather xmlns:z="urn:z"/>',
    "prefix": '<Quillfeather:a xmlns:Quillfeather="urn:z"/>',
    "shape of VML": "<w:r><w:pict><v:shape id='TamsyneQuillfeather' type='#Quillfeather'/></w:pict></w:r>",
    "signer": "<w:r><w:pict><o:signatureline o:suggestedsigner='Tamsyne Quillfeather'/></w:pict></w:r>",
    "font": '<w:r><w:rPr><w:rFonts w:ascii="Quillfeather Hand"/></w:rPr><w:t>x</w:t></w:r>',
    "extension of a drawing": (
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri='urn:Quillfeather'><a:ext><z:w xmlns:z='urn:z' "
        "n='Quillfeather'/></a:ext></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    ),
    "cut in two by a comment": "<w:r><w:t>Tamsyne Quill<!-- a -->feather</w:t></w:r>",
}


@pytest.fixture(scope="module")
def anonymisers(tmp_path_factory: pytest.TempPathFactory) -> dict[Audience, Anonymiser]:
    path = tmp_path_factory.mktemp("map") / "map.yaml"
    path.write_text(_MAP, encoding="utf-8")
    return {audience: Anonymiser(load_map(path), audience) for audience in Audience}


def _plain(data: bytes) -> str:
    """Everything unzipped, packed text and tags undone, in plain ways that are none of ours."""
    text = "\n".join(f"{name} {_plain(c) if c[:2] == b'PK' else c.decode('latin-1')}" for name, c in _entries(data))
    packed = re.findall(r"[A-Za-z0-9+/]{24,}={0,2}", text)
    opened = "\n".join(base64.b64decode(p[: len(p) // 4 * 4]).decode("latin-1") for p in packed)
    return "\n".join((text, re.sub("<[^>]*>", "", text), opened, text.replace("\0", "")))


def _entries(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def _gone(done: Anonymised) -> bool:
    return not re.search("quillfeather|tamsyne", _plain(done.data), re.IGNORECASE)


@pytest.mark.parametrize("what", INLINE)
@pytest.mark.parametrize("audience", ["public", "restricted"])
def test_a_name_in_what_programs_read_goes(anonymisers: dict[Audience, Anonymiser], what: str, audience: str) -> None:
    data = Docx(paragraph(run("The weather was fine."), INLINE[what])).build()
    assert re.search("quillfeather|tamsyne", _plain(data), re.IGNORECASE)
    done = anonymisers[Audience(audience)].anonymise("a.docx", data)
    assert _gone(done) and not done.record.unread
    assert b"The weather was fine." in unzipped(done.data)["word/document.xml"]


def test_what_refers_by_name_goes_on_doing_so(anonymisers: dict[Audience, Anonymiser]) -> None:
    style = '<w:style w:type="paragraph" w:styleId="TamsyneQuillfeatherstyle"><w:name w:val="Report"/></w:style>'
    body = paragraph(
        '<w:bookmarkStart w:id="3" w:name="theQuillfeathercase"/><w:bookmarkEnd w:id="3"/>',
        _field("PAGEREF theQuillfeathercase \\h"),
        '<w:hyperlink w:anchor="theQuillfeathercase"/>',
        properties='<w:pStyle w:val="TamsyneQuillfeatherstyle"/>',
    )
    package = Docx(body).add("word/styles.xml", part_xml("w:styles", style), "styles")
    done = anonymisers[Audience.PUBLIC].anonymise("a.docx", package.relate("rId5", "styles", "styles.xml").build())
    assert _gone(done)
    document, styles = (unzipped(done.data)[f"word/{name}.xml"].decode() for name in ("document", "styles"))
    bookmark = re.search('w:bookmarkStart w:id="3" w:name="([^"]+)"', document)
    assert bookmark and f'w:anchor="{bookmark[1]}"' in document and f"PAGEREF {bookmark[1]} " in document
    named = re.search('w:styleId="([^"]+)"', styles)
    assert named and f'<w:pStyle w:val="{named[1]}"/>' in document


@pytest.mark.parametrize("audience", ["public", "restricted"])
def test_a_bound_control_still_finds_its_element(anonymisers: dict[Audience, Anonymiser], audience: str) -> None:
    binding = f'<w:dataBinding w:xpath="/a[1]/Tamsyne_Quillfeather[1]" w:storeItemID="{_STORE}"/>'
    package = Docx(paragraph(_control(binding)))
    package.add("customXml/item1.xml", "<a><Tamsyne_Quillfeather>c</Tamsyne_Quillfeather></a>")
    uri = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    properties = f'<d:datastoreItem xmlns:d="{uri}" d:itemID="{_STORE}"/>'
    package.add("customXml/itemProps1.xml", properties, f"{_OFFICE_TYPE}.customXmlProperties+xml")
    package.relate("rId5", "customXml", "../customXml/item1.xml")
    package.relate("rId1", "customXmlProps", "itemProps1.xml", "customXml/item1.xml")
    done = anonymisers[Audience(audience)].anonymise("a.docx", package.build())
    assert _gone(done)
    parts = unzipped(done.data)
    path = re.search(r'w:xpath="/a\[1\]/(\w+)\[1\]"', parts["word/document.xml"].decode())
    assert path and f"<{path[1]}>c</{path[1]}>".encode() in parts["customXml/item1.xml"]


def _drawn(text: str) -> bytes:
    """An enhanced metafile that writes one text."""
    words = text.encode("utf-16-le") + b"\0" * (-2 * len(text) % 4)
    size = 76 + len(words)
    record = struct.pack("<II4iIff", 84, size, 0, 0, 9, 9, 1, 1.0, 1.0)
    record += struct.pack("<iiIII4iI", 0, 0, len(text), 76, 0, 0, 0, 9, 9, 0) + words
    head = bytearray(108)
    struct.pack_into("<II4i4i4sIIIH", head, 0, 1, 108, 0, 0, 9, 9, 0, 0, 9, 9, b" EMF", 0x10000, 128 + size, 3, 1)
    return bytes(head) + record + struct.pack("<IIIII", 14, 20, 0, 16, 20)


PICTURES = {
    "emf": (_drawn("Told by Tamsyne Quillfeather"), "image/x-emf"),
    "emz": (gzip.compress(_drawn("Told by Tamsyne Quillfeather"), mtime=0), "image/x-emz"),
    "wmf": (b"\xd7\xcd\xc6\x9a" + b"\0" * 36 + b"Tamsyne Quillfeather" + b"\0" * 8, "image/x-wmf"),
    "pict": (b"\0" * 512 + b"\0\x11\2\xffTamsyne Quillfeather", "image/x-pict"),
}


@pytest.mark.parametrize("kind", PICTURES)
def test_a_drawing_that_holds_a_name_gives_way_to_a_placeholder(
    anonymisers: dict[Audience, Anonymiser], kind: str
) -> None:
    data, content_type = PICTURES[kind]
    blip = "<a:blip r:embed='rId5'/>"
    package = Docx(paragraph(f"<w:r><w:drawing><wp:inline>{blip}</wp:inline></w:drawing></w:r>"))
    package.extensions[kind] = content_type
    package.add(f"word/media/image1.{kind}", data).relate("rId5", "image", f"media/image1.{kind}")
    done = anonymisers[Audience.PUBLIC].anonymise("a.docx", package.build())
    assert _gone(done)
    parts = unzipped(done.data)
    assert parts["word/media/image1.png"].startswith(b"\x89PNG") and b"media/image1.png" in b"".join(parts.values())
    assert b"r:embed" in parts["word/document.xml"]
    assert [line for line in done.record.unread if line.startswith(f"word/media/image1.{kind}")]


def test_an_object_that_holds_a_name_is_put_out_for_the_board_too(anonymisers: dict[Audience, Anonymiser]) -> None:
    shown = '<w:r><w:object><v:shape/><o:OLEObject r:id="rId5"/></w:object></w:r>'
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 40 + "Quillfeather".encode("utf-16-le") + b"\0"
    package = Docx(paragraph(shown)).add("word/embeddings/oleObject1.bin", ole, f"{_OFFICE_TYPE}.oleObject")
    package.relate("rId5", "oleObject", "embeddings/oleObject1.bin")
    done = anonymisers[Audience.RESTRICTED].anonymise("a.docx", package.build())
    assert _gone(done) and "word/embeddings/oleObject1.bin" not in unzipped(done.data)
    assert b"[content removed]" in unzipped(done.data)["word/document.xml"]
    assert any("oleObject1.bin" in line and "held a name" in line for line in done.record.unread)


CODED = {
    "base64": (run(f"See ({_packed('mail from Tamsyne Quillfeather')}), please."), "See ([coded text]), please."),
    "base64 in pieces": (
        "".join(run(piece) for piece in ("It is ", *re.findall(".{1,9}", _packed("Tamsyne Quillfeather rang")), ".")),
        "It is [coded text].",
    ),
    "percent-encoded": (run("Go to a/%54amsyne%20%51uillfeather now"), "Go to [coded text] now"),
    "entities": (run("So &amp;#84;amsyne &amp;#81;uillfeather said."), "So Child A said."),
    "tags": (run("So Quill&lt;b&gt;feather&lt;/b&gt; said."), "So Child A said."),
    "innocent": (run(f"See {_packed('mail from nobody at all')} and 100% &amp;amp; more"), ""),
}


@pytest.mark.parametrize("what", CODED)
@pytest.mark.parametrize("audience", ["public", "restricted"])
def test_a_word_that_has_to_be_decoded_goes_and_is_told(
    anonymisers: dict[Audience, Anonymiser], what: str, audience: str
) -> None:
    xml, expected = CODED[what]
    data = Docx(paragraph(xml)).build()
    done = anonymisers[Audience(audience)].anonymise("a.docx", data)
    texts = [p.text for p in open_document("a.docx", done.data).paragraphs() if p.place == "Body"]
    before = [p.text for p in open_document("a.docx", data).paragraphs() if p.place == "Body"]
    assert _gone(done) and texts == ([expected] if expected else before)
    told = [m for m in done.record.later if "decoded" in " ".join(m.evidence)]
    assert len(told) == expected.count("[coded text]")


def test_words_of_the_format_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(_MAP.replace("Quillfeather", "Charact"), encoding="utf-8")
    style = '<w:style w:type="character" w:styleId="A1"><w:name w:val="A"/></w:style>'
    package = Docx(paragraph(run("x"), _field("REF Charactbook"))).add(
        "word/styles.xml", part_xml("w:styles", style), "styles"
    )
    data = package.relate("rId5", "styles", "styles.xml").build()
    done = Anonymiser(load_map(tmp_path / "map.yaml"), Audience.PUBLIC).anonymise("a.docx", data)
    assert b'w:type="character"' in unzipped(done.data)["word/styles.xml"]
    assert b"Charactbook" not in unzipped(done.data)["word/document.xml"]


def test_a_name_of_ordinary_words_joined_as_programs_do(tmp_path: Path) -> None:
    plain = _MAP.replace("Tamsyne", "Hope").replace("Quillfeather", "Field")
    (tmp_path / "map.yaml").write_text(plain, encoding="utf-8")
    anonymiser = Anonymiser(load_map(tmp_path / "map.yaml"), Audience.RESTRICTED)
    two = '<w:smartTag w:uri="Hope" w:element="Field"/>'  # neither is anybody
    data = Docx(paragraph(run("x"), _field("INCLUDETEXT Hope.Field"), two, '<z:Hope_Field xmlns:z="urn:z"/>')).build()
    document = unzipped(anonymiser.anonymise("a.docx", data).data)["word/document.xml"].decode()
    assert not re.search("Hope.Field", document) and two.partition(" w:element")[0] in document
