"""Wherever a name can stand in a PDF it is read, and told by its place."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdf
import pytest
from pdf_builder import Pdf, one_page, text, written

from reviewdocs.formats.opening import open_document
from reviewdocs.model.text import Layer

NAME = "Winifred Ashgrove"
_SEEN = text("All well.")
_XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>Winifred Ashgrove</rdf:li></rdf:Seq>'
    '</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)


def _page(content: str = _SEEN, *, resources: str = "", entries: str = "") -> bytes:
    return one_page(content, resources=resources, entries=entries)


def _with(put: Callable[[Pdf], None], content: str = _SEEN) -> bytes:
    pdf = Pdf()
    put(pdf)
    if not pdf.pages:
        pdf.page(content)
    return pdf.build()


def _under_box() -> bytes:
    return _page(text(NAME) + "0 g 60 700 300 40 re f\n")


def _under_box_with_a_label() -> bytes:
    return _page(text(NAME) + "0 g 60 700 300 40 re f\n1 g " + text("Child A's aunt", x=74))


def _under_picture() -> bytes:
    pdf = Pdf()
    pixels = pdf.stream(bytes(range(48)), "/Type/XObject/Subtype/Image/Width 4/Height 4/BitsPerComponent 8"
                        "/ColorSpace/DeviceRGB")  # fmt: skip
    pdf.page(text(NAME) + "q 300 0 0 40 60 700 cm /I Do Q", resources=f"/XObject<</I {pixels} 0 R>>")
    return pdf.build()


def _under_comment() -> bytes:
    pdf = Pdf()
    look = pdf.form("0 g 60 700 300 40 re f")
    box = pdf.add(f"<</Type/Annot/Subtype/Square/F 4/Rect[60 700 360 740]/AP<</N {look} 0 R>>>>")
    # The appearance's own box is the page, which would be shrunk into the rectangle.
    pdf.objects[look] = pdf.objects[look].replace(b"/BBox[0 0 595 842]", b"/BBox[60 700 360 740]")
    pdf.page(text(NAME), entries=f"/Annots[{box} 0 R]")
    return pdf.build()


def _marked_for_redaction() -> bytes:
    pdf = Pdf()
    mark = pdf.add("<</Type/Annot/Subtype/Redact/Rect[60 700 360 740]/QuadPoints[60 740 360 740 60 700 360 700]>>")
    pdf.page(text(NAME), entries=f"/Annots[{mark} 0 R]")
    return pdf.build()


def _layer() -> bytes:
    pdf = Pdf()
    layer = pdf.add("<</Type/OCG/Name(Draft)>>")
    pdf.catalogue = f"/OCProperties<</OCGs[{layer} 0 R]/D<</OFF[{layer} 0 R]>>>>"
    content = f"/OC /L BDC\n{text(NAME)}EMC\n{text('All well.', y=600)}"
    pdf.page(content, resources=f"/Properties<</L {layer} 0 R>>")
    return pdf.build()


def _bookmark(pdf: Pdf) -> None:
    outline = pdf.add("")
    item = pdf.add(f"<</Title(Interview with {NAME})/Parent {outline} 0 R>>")
    pdf.objects[outline] = f"<</Type/Outlines/First {item} 0 R/Last {item} 0 R/Count 1>>".encode()
    pdf.catalogue = f"/Outlines {outline} 0 R"


def _field(pdf: Pdf) -> None:
    field = pdf.add(
        f"<</Type/Annot/Subtype/Widget/FT/Tx/T(relative)/TU(Name of the aunt)/V({NAME})/Rect[50 50 200 70]>>"
    )
    pdf.catalogue = f"/AcroForm<</Fields[{field} 0 R]>>"
    pdf.page(_SEEN, entries=f"/Annots[{field} 0 R]")


def _annotation(entries: str, subtype: str = "Text") -> Callable[[Pdf], None]:
    def put(pdf: Pdf) -> None:
        note = pdf.add(f"<</Type/Annot/Subtype/{subtype}/Rect[50 50 90 90]{entries}>>")
        pdf.page(_SEEN, entries=f"/Annots[{note} 0 R]")

    return put


def _appearance(pdf: Pdf) -> None:
    look = pdf.form(text(NAME, 10, 10))
    note = pdf.add(f"<</Type/Annot/Subtype/Stamp/Rect[50 50 90 90]/AP<</N<</On {look} 0 R>>>>>>")
    pdf.page(_SEEN, entries=f"/Annots[{note} 0 R]")


def _metadata(pdf: Pdf) -> None:
    pdf.catalogue = f"/Metadata {pdf.stream(_XMP, '/Type/Metadata/Subtype/XML')} 0 R"


def _attached(name: str, data: bytes) -> Callable[[Pdf], None]:
    def put(pdf: Pdf) -> None:
        pdf.catalogue = f"/Names<</EmbeddedFiles<</Names[(a) {pdf.attachment(name, data)} 0 R]>>>>"

    return put


def _catalogue(entries: str) -> Callable[[Pdf], None]:
    def put(pdf: Pdf) -> None:
        pdf.catalogue = entries

    return put


def _info(pdf: Pdf) -> None:
    pdf.trailer = f"/Info {pdf.add(f'<</Author({NAME})>>')} 0 R"


def _own_property(pdf: Pdf) -> None:
    pdf.trailer = f"/Info {pdf.add('<</Subject#20of#20review<FEFF00570069006E00690066007200650064>>>')} 0 R"


def _private(pdf: Pdf) -> None:
    private = pdf.stream(f"%AI artwork\n({NAME}) Tj")
    pdf.page(_SEEN, entries=f"/PieceInfo<</Illustrator<</Private<</AIPrivateData1 {private} 0 R>>>>>>")


def _xfa(pdf: Pdf) -> None:
    data = pdf.stream(f"<xfa:data xmlns:xfa='urn:x'><aunt>{NAME}</aunt></xfa:data>")
    pdf.catalogue = f"/AcroForm<</Fields[]/XFA[(datasets) {data} 0 R]>>"


def _unused_page(pdf: Pdf) -> None:
    pdf.page(text(NAME))
    pdf.pages.clear()
    pdf.page(_SEEN)


def _unused_form(pdf: Pdf) -> None:
    pdf.form(text(NAME))


def _pattern(pdf: Pdf) -> None:
    tile = pdf.stream(text(NAME, 5, 5), "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 200 20]"
                      "/XStep 200/YStep 20/Resources<</Font<</F1 3 0 R>>>>")  # fmt: skip
    content = f"{_SEEN}/Pattern cs /P scn 0 0 595 300 re f"
    pdf.page(content, resources=f"/Pattern<</P {tile} 0 R>>")


def _structure(pdf: Pdf) -> None:
    figure = pdf.add(f"<</Type/StructElem/S/Figure/Alt(Photograph of {NAME})/P 1 0 R>>")
    pdf.catalogue = f"/StructTreeRoot<</Type/StructTreeRoot/K[{figure} 0 R]>>"


def _replaced_by() -> bytes:
    return _page(f"/Span<</ActualText(Aunt of {NAME})>>BDC\n{text('All well.')}EMC")


def _replaces() -> bytes:
    return _page(f"/Span<</ActualText(the aunt)>>BDC\n{text(NAME)}EMC")


def _script(pdf: Pdf) -> None:
    pdf.catalogue = f"/OpenAction<</S/JavaScript/JS(app.alert\\('{NAME}'\\))>>"


PLACES: dict[str, tuple[Callable[[], bytes], str]] = {
    "page": (lambda: _page(text(NAME)), "Page 1"),
    "form on a page": (lambda: _with(_on_form), "Page 1"),
    "under a box": (_under_box, "Text under a drawn shape or picture"),
    "under a box with a label": (_under_box_with_a_label, "Text under a drawn shape or picture"),
    "under a picture": (_under_picture, "Text under a drawn shape or picture"),
    "under a comment's box": (_under_comment, "Text under a drawn shape or picture"),
    "marked for redaction": (_marked_for_redaction, "Text under a redaction mark that was not applied"),
    "white": (lambda: _page(_SEEN + "1 g " + text(NAME, y=500)), "Text in the colour of what it stands on"),
    "nearly white": (lambda: _page(_SEEN + ".99 g " + text(NAME, y=500)), "Text in the colour of what it stands on"),
    "black on black": (
        lambda: _page("0 g 60 700 300 40 re f\n" + text(NAME)),
        "Text in the colour of what it stands on",
    ),
    "invisible": (lambda: _page(_SEEN + text(NAME, y=500, before="3 Tr")), "Text set as invisible"),
    "tiny": (lambda: _page(_SEEN + text(NAME, y=500, size=1)), "Text too small to read"),
    "outside": (lambda: _page(_SEEN + text(NAME, x=900)), "Text outside the page"),
    "cropped": (lambda: _page(_SEEN + text(NAME, y=60), entries="/CropBox[0 100 595 842]"), "Text outside the page"),
    "clipped": (lambda: _page(_SEEN + "q 0 0 9 9 re W n " + text(NAME, y=500) + "Q"), "Text that does not show"),
    "layer": (_layer, "Text on a layer that does not show"),
    "bookmark": (lambda: _with(_bookmark), "Bookmark"),
    "form field": (lambda: _with(_field), "Form field"),
    "comment": (lambda: _with(_annotation(f"/Contents({NAME} says)")), "Comment"),
    "author of a comment": (lambda: _with(_annotation(f"/T({NAME})")), "Author of a change or comment"),
    "rich comment": (lambda: _with(_annotation("/RC(<p><b>Winifred</b> Ashgrove</p>)")), "Comment"),
    "appearance": (lambda: _with(_appearance), "Appearance of a comment or field"),
    "link": (lambda: _with(_annotation("/A<</S/URI/URI(https://winifred.ashgrove.example)>>", "Link")), "Link target"),
    "properties": (lambda: _with(_info), "Document property"),
    "own property": (lambda: _with(_own_property), "Document property"),
    "XMP": (lambda: _with(_metadata), "Document property"),
    "attached text": (lambda: _with(_attached("a.txt", f"Seen by {NAME}".encode())), "Attachment"),
    "attached PDF": (lambda: _with(_attached("a.pdf", _page(text(NAME)))), "Attachment"),
    "name of an attachment": (lambda: _with(_attached(f"{NAME}.txt", b"x y z")), "Name of a file"),
    "named place": (lambda: _with(_catalogue(f"/Names<</Dests<</Names[({NAME}) [4 0 R/Fit]]>>>>")), "Named place"),
    "page label": (lambda: _with(_catalogue(f"/PageLabels<</Nums[0<</P({NAME})>>]>>")), "Page label"),
    "private data": (lambda: _with(_private), "Private data of a program"),
    "XFA": (lambda: _with(_xfa), "Form field"),
    "unused page": (lambda: _with(_unused_page), "Page that was taken out"),
    "unused form": (lambda: _with(_unused_form), "Object that nothing uses"),
    "pattern": (lambda: _with(_pattern), "Drawing that no page shows"),
    "alt text": (lambda: _with(_structure), "Alt text"),
    "text that stands for another": (_replaced_by, "Text that stands for what is drawn"),
    "text that another stands for": (_replaces, "Page 1"),
    "script": (lambda: _with(_script), "Script"),
    "something unheard of": (lambda: _with(_catalogue(f"/XX_Thing<</XX_Note({NAME})>>")), "Hidden data"),
}


def _on_form(pdf: Pdf) -> None:
    form = pdf.form(text(NAME))
    pdf.page("/X Do", resources=f"/XObject<</X {form} 0 R>>")


@pytest.mark.parametrize("where", PLACES)
def test_a_name_is_read_and_told_by_its_place(where: str) -> None:
    build, place = PLACES[where]
    document = open_document("report.pdf", build())
    there = [p for p in document.paragraphs() if "ashgrove" in p.text.casefold() or "Winifred" in p.text]
    assert place in [p.place for p in there], [(p.place, p.text) for p in document.paragraphs()]
    assert document.coverage().unread == ()
    assert any("inifred" in found for _, found in document.searchable())


@pytest.mark.parametrize("where", [key for key, (_, place) in PLACES.items() if place.startswith("Text ")])
def test_what_is_hidden_is_not_told_as_seen(where: str) -> None:
    document = open_document("report.pdf", PLACES[where][0]())
    seen = " ".join(p.text for p in document.paragraphs() if p.layer is Layer.BODY)
    assert ("Ashgrove" in seen) == (where == "marked for redaction")


def test_text_that_is_seen_is_told_as_seen() -> None:
    boxes = "0.9 g 60 690 400 60 re f 0 g "  # shaded, with a frame, a highlight, and drawn twice to look bold
    content = boxes + text(NAME) + text(NAME, x=72.2) + "0 0 1 rg " + text("in blue", y=650) + "1 g 0 0 m\n"
    content += "0 g 60 590 400 40 re f 1 g " + text("white on black", y=600)
    places = {p.text: p.place for p in open_document("report.pdf", _page(content)).paragraphs()}
    assert places == dict.fromkeys((NAME, "in blue", "white on black"), "Page 1")


def _under_a_comment(side: int) -> list[str]:
    """Where a name is read over which a comment is drawn, so many points wide."""
    pdf = Pdf()
    look = pdf.stream(f"0 0 0 rg 0 0 {side} {side} re f", f"/Type/XObject/Subtype/Form/BBox[0 0 {side} {side}]")
    entries = f"/Type/Annot/Subtype/Text/F 4/Rect[72 715 {72 + side} {715 + side}]/Contents(Look)/AP<</N {look} 0 R>>"
    note = pdf.add(f"<<{entries}>>")
    pdf.page(text(NAME), entries=f"/Annots[{note} 0 R]")
    paragraphs = open_document("report.pdf", pdf.build()).paragraphs()
    return [paragraph.place for paragraph in paragraphs if NAME.split()[0] in paragraph.text]


def test_the_icon_of_a_comment_hides_nothing() -> None:
    assert _under_a_comment(20) == ["Page 1"]
    assert _under_a_comment(300) != ["Page 1"]


def test_an_earlier_version_is_read_where_it_says_more() -> None:
    pdf = Pdf()
    pdf.page(text("Seen by " + NAME) + text("All well.", y=600))
    first = pdf.build()
    content = next(number for number, body in pdf.objects.items() if b"stream" in body)
    after = Pdf()
    stream = after.objects[after.stream(text("Seen by Child A's aunt") + text("All well.", y=600))]
    at = first.rindex(b"startxref") + len(b"startxref\n")
    previous = first[at:].split()[0].decode()
    size = max(pdf.objects) + 1
    second = written(first, {content: stream}, f"/Root 1 0 R/Prev {previous}").replace(
        f"/Size {content + 1}".encode(), f"/Size {size}".encode()
    )
    document = open_document("report.pdf", second)
    earlier = [p for p in document.paragraphs() if p.place == "Earlier version of the document"]
    assert [p.text for p in earlier] == ["Seen by " + NAME]
    assert earlier[0].part == "earlier version 1!page 1"
    assert "Seen by Child A's aunt" in [p.text for p in document.paragraphs() if p.place == "Page 1"]


def test_keys_are_unique_and_every_part_is_accounted_for() -> None:
    pdf = Pdf()
    _info(pdf)
    _bookmark(pdf)
    pdf.catalogue += f"/Metadata {pdf.stream(_XMP, '/Type/Metadata/Subtype/XML')} 0 R"
    for _ in range(3):
        pdf.page(_SEEN + text(NAME, y=500))
    document = open_document("report.pdf", pdf.build())
    paragraphs, coverage = document.paragraphs(), document.coverage()
    assert len({p.key for p in paragraphs}) == len(paragraphs)
    assert {p.part for p in paragraphs} <= set(coverage.read)
    assert {"page 1", "page 2", "page 3", "properties", "metadata", "bookmarks"} == set(coverage.read)


@pytest.mark.parametrize("password", ["", "winter 2024"])
def test_a_protected_file_opens_with_its_password(password: str) -> None:
    writer = pypdf.PdfWriter(io.BytesIO(_with(_bookmark, text(NAME))))
    writer.encrypt(password, "another", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    texts = [p.text for p in open_document("report.pdf", out.getvalue(), password=password).paragraphs()]
    assert texts == [NAME, f"Interview with {NAME}"]


def test_an_attachment_of_an_earlier_version_too_is_told_once() -> None:
    pdf = Pdf()
    _attached("a.txt", f"Seen by {NAME}".encode())(pdf)
    pdf.page(_SEEN)
    first = pdf.build()
    at = first.rindex(b"startxref") + len(b"startxref\n")
    previous, number = first[at:].split()[0].decode(), max(pdf.objects)
    second = written(first, {number: pdf.objects[number]}, f"/Root 1 0 R/Prev {previous}")
    document = open_document("report.pdf", second)
    assert [p.part for p in document.paragraphs() if NAME in p.text] == ["attachment 1!text"]
    assert document.coverage().unread == ()
