"""Every place where a name can stand in a .docx is read as one text, and edited there."""

from __future__ import annotations

import pytest
from office_builder import Docx, paragraph, part_xml, run, unzipped

from reviewdocs.formats.opening import open_document
from reviewdocs.model.text import Edit, Layer
from reviewdocs.model.words import Audience

_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wps:txbx><w:txbxContent>{}"
    "</w:txbxContent></wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
    "<w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)

SPLIT = {
    "runs": run("Faith ", "<w:b/>") + run("Oka", "<w:i/>") + run("for"),
    "letters": "".join(run(letter) for letter in "Faith Okafor"),
    "marks": run("Faith Ok")
    + '<w:proofErr w:type="spellEnd"/><w:bookmarkStart w:id="1" w:name="_GoBack"/>'
    + run("afor"),
    "smart tag": f"<w:smartTag>{run('Faith')}</w:smartTag>" + run(" Okafor"),
    "content control": f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Faith')}</w:sdtContent></w:sdt>" + run(" Okafor"),
    "hyperlink": f'<w:hyperlink w:anchor="there">{run("Faith")}</w:hyperlink>' + run(" Okafor"),
    "insertion": run("Faith ") + f'<w:ins w:id="1" w:author="B">{run("Okafor")}</w:ins>',
    "field": run("Faith ")
    + _FIELD.format("begin")
    + "<w:r><w:instrText> DOCPROPERTY S </w:instrText></w:r>"
    + _FIELD.format("separate")
    + run("Okafor")
    + _FIELD.format("end"),
    "simple field": run("Faith ") + f'<w:fldSimple w:instr=" X ">{run("Okafor")}</w:fldSimple>',
    "picture between": run("Faith ") + "<w:r><w:drawing/></w:r>" + run("Okafor"),
    "text direction": f'<w:bdo w:val="ltr">{run("Faith Okafor")}</w:bdo>',
    "ruby": f"<w:r><w:ruby><w:rt>{run('reading')}</w:rt><w:rubyBase>{run('Faith Okafor')}</w:rubyBase></w:ruby></w:r>",
    "equation": "<m:oMath><m:r><m:t>Faith Oka</m:t></m:r><m:r><m:t>for</m:t></m:r></m:oMath>",
    "entities": run("&#70;aith Okafor"),
    "a comment within": run("Faith Oka<!-- x -->for"),
    "text box": _BOX.format(paragraph(run("Faith "), run("Okafor")), paragraph(run("Faith"), run(" Okafor"))),
}


@pytest.mark.parametrize("how", SPLIT)
def test_a_name_cut_in_pieces_is_one_text_and_is_replaced_whole(how: str) -> None:
    document = open_document("a.docx", Docx(paragraph(run("x"), SPLIT[how])).build())
    edits = {
        p.key: [Edit(at, at + 12, "Child A")] for p in document.paragraphs() if (at := p.text.find("Faith Okafor")) >= 0
    }
    assert edits, [p.text for p in document.paragraphs()]
    document.apply(edits)
    texts = [p.text for p in open_document("a.docx", document.to_bytes()).paragraphs()]
    assert any("Child A" in text for text in texts)
    assert not any(form in text for text in texts for form in ("Faith", "Okafor", "afor"))


@pytest.mark.parametrize(
    ("between", "text"),
    [
        ("<w:br/>", "Faith\nOkafor"),
        ("<w:tab/>", "Faith\tOkafor"),
        ("<w:softHyphen/>", "Faith\u00adOkafor"),
        ("<w:noBreakHyphen/>", "Faith\u2011Okafor"),
    ],
)
def test_characters_that_are_elements_are_read_and_go_with_the_name(between: str, text: str) -> None:
    body = paragraph(f"<w:r><w:t>Faith</w:t>{between}<w:t>Okafor</w:t></w:r>")
    document = open_document("a.docx", Docx(body).build())
    (body_text,) = [p for p in document.paragraphs() if p.part == "word/document.xml"]
    assert body_text.text == text
    document.apply({body_text.key: [Edit(0, len(text), "Child A")]})
    assert [p.text for p in document.paragraphs()] == ["Child A"]
    assert between.encode() not in unzipped(document.to_bytes())["word/document.xml"]


def _body_text(*runs: str) -> list[str]:
    document = open_document("a.docx", Docx(paragraph(*runs)).build())
    return [p.text for p in document.paragraphs() if p.part == "word/document.xml"]


@pytest.mark.parametrize(
    ("font", "code", "character"),
    [
        ("Symbol", "F0A2", "\u2032"),
        ("Symbol", "F02D", "\u2212"),
        ("Symbol", "F061", "α"),
        ("Wingdings", "F04A", "\ufffd"),
        ("Calibri", "F04B", "K"),
        ("Calibri", "F092", "’"),
        ("Calibri", "2019", "’"),
        ("Calibri", "", "\ufffd"),
    ],
)
def test_a_symbol_is_the_character_that_it_shows(font: str, code: str, character: str) -> None:
    symbol = f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    assert _body_text(run("O"), symbol, run("Dowd")) == [f"O{character}Dowd"]


RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize("number", ["4", "12", "3, 4", "[2]", "*", "2–5"])
@pytest.mark.parametrize("properties", [RAISED, '<w:rStyle w:val="FootnoteReference"/>', '<w:position w:val="6"/>'])
def test_a_raised_note_number_is_no_part_of_the_word_before_it(number: str, properties: str) -> None:
    assert _body_text(run("Tilly"), run(number, properties), run(" slept")) == ["Tilly slept"]


def test_what_is_raised_and_no_note_number_is_read() -> None:
    assert _body_text(run("the 21"), run("st", RAISED)) == ["the 21st"]
    assert _body_text(run("rang 07700 90014"), run("2", RAISED)) == ["rang 07700 900142"]
    assert _body_text(run("Fai"), run("th", RAISED)) == ["Faith"]
    assert _body_text(run("Fai"), run("2", '<w:vertAlign w:val="subscript"/>')) == ["Fai2"]


def test_a_note_number_within_a_name_stays_when_the_name_goes() -> None:
    document = open_document("a.docx", Docx(paragraph(run("Faith"), run("4", RAISED), run(" Okafor"))).build())
    (body,) = [p for p in document.paragraphs() if p.part == "word/document.xml"]
    document.apply({body.key: [Edit(0, 12, "Child A")]})
    xml = unzipped(document.to_bytes())["word/document.xml"].decode()
    assert ">Child A<" in xml
    assert ">4<" in xml
    assert "Okafor" not in xml


PLACES = {
    "alt text": (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="Faith Okafor"/></wp:inline></w:drawing></w:r>',
        "Alt text",
    ),
    "watermark": (
        '<w:r><w:pict><v:shape><v:textpath string="Faith Okafor"/></v:shape></w:pict></w:r>',
        "Watermark or WordArt",
    ),
    "control title": (
        '<w:sdt><w:sdtPr><w:alias w:val="Faith Okafor"/></w:sdtPr><w:sdtContent/></w:sdt>',
        "Content control title",
    ),
    "choice": (
        '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:value="Faith Okafor"/></w:dropDownList></w:sdtPr></w:sdt>',
        "Content control choice",
    ),
    "form field": (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput><w:default w:val="Faith Okafor"/></w:textInput>'
        "</w:ffData></w:fldChar></w:r>",
        "Form field",
    ),
    "field code": (
        _FIELD.format("begin") + '<w:r><w:instrText> QUOTE "Faith Oka</w:instrText></w:r>'
        '<w:r><w:instrText>for" </w:instrText></w:r>' + _FIELD.format("end"),
        "Field code",
    ),
    "simple field code": ('<w:fldSimple w:instr=" QUOTE &quot;Faith Okafor&quot; "/>', "Field code"),
    "author": ('<w:ins w:id="1" w:author="Faith Okafor"/>', "Author of a change or comment"),
    "deleted": (
        '<w:del w:id="1" w:author="B"><w:r><w:delText>Faith Okafor</w:delText></w:r></w:del>',
        "Text before revision",
    ),
    "hidden": (run("Faith Okafor", "<w:vanish/>"), "Hidden text"),
    "XML comment": ("<!-- Faith Okafor -->", "XML comment"),
    "link tip": (f'<w:hyperlink w:tooltip="Faith Okafor">{run("x")}</w:hyperlink>', "Link tip"),
}


@pytest.mark.parametrize("where", PLACES)
def test_places_beside_the_running_text(where: str) -> None:
    xml, place = PLACES[where]
    document = open_document("a.docx", Docx(paragraph(xml)).build())
    (found,) = [p for p in document.paragraphs() if "Faith Okafor" in p.text]
    assert found.place == place
    assert found.layer is not Layer.BODY
    at = found.text.index("Faith Okafor")
    document.apply({found.key: [Edit(at, at + 12, "Child A")]})
    after = open_document("a.docx", document.to_bytes())
    assert not any("Okafor" in text for _, text in after.searchable())
    assert any("Child A" in p.text and p.place == place for p in after.paragraphs())


STORIES = {
    "header": ("w:hdr", paragraph(run("Faith Okafor")), "Header"),
    "footer": ("w:ftr", paragraph(run("Faith Okafor")), "Footer"),
    "footnotes": ("w:footnotes", f'<w:footnote w:id="2">{paragraph(run("Faith Okafor"))}</w:footnote>', "Footnote"),
    "endnotes": ("w:endnotes", f'<w:endnote w:id="2">{paragraph(run("Faith Okafor"))}</w:endnote>', "Endnote"),
    "comments": ("w:comments", f'<w:comment w:id="2">{paragraph(run("Faith Okafor"))}</w:comment>', "Comment"),
    "numbering": ("w:numbering", '<w:lvl><w:lvlText w:val="Faith Okafor %1"/></w:lvl>', "List label"),
}


@pytest.mark.parametrize("kind", STORIES)
def test_stories_beside_the_body(kind: str) -> None:
    tag, xml, place = STORIES[kind]
    package = Docx(paragraph(run("x"))).add(f"word/{kind}1.xml", part_xml(tag, xml), kind)
    document = open_document("a.docx", package.relate("rId5", kind, f"{kind}1.xml").build())
    (found,) = [p for p in document.paragraphs() if "Faith Okafor" in p.text]
    assert found.place == place
    assert found.part.partition("@")[0] == f"word/{kind}1.xml"


def test_a_text_box_is_a_paragraph_of_its_own() -> None:
    box = _BOX.format(paragraph(run("inside")), paragraph(run("older copy")))
    document = open_document("a.docx", Docx(paragraph(run("before "), box, run("after"))).build())
    assert [(p.text, p.place) for p in document.paragraphs()] == [
        ("before after", "Body"),
        ("inside", "Text box"),
        ("older copy", "Text box"),
    ]


def test_a_drop_cap_is_read_with_the_word_that_it_begins() -> None:
    cap = paragraph(run("F"), properties='<w:framePr w:dropCap="drop" w:lines="3"/>')
    document = open_document("a.docx", Docx(cap + paragraph(run("aith Okafor came."))).build())
    texts = [p for p in document.paragraphs() if p.text.strip()]
    assert [p.text for p in texts] == ["Faith Okafor came."]
    document.apply({texts[0].key: [Edit(0, 12, "Child A")]})
    assert "".join(p.text for p in open_document("a.docx", document.to_bytes()).paragraphs()) == "Child A came."


def test_tables_and_nested_tables_are_read_cell_by_cell() -> None:
    def table(cell: str) -> str:
        return f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"

    document = open_document("a.docx", Docx(table(table(paragraph(run("inner"))) + paragraph(run("outer")))).build())
    assert [(p.text, p.place) for p in document.paragraphs()] == [("inner", "Table"), ("outer", "Table")]


def test_charts_and_the_text_they_keep() -> None:
    xml = part_xml(
        "c:chartSpace",
        "<c:title><a:p><a:r><a:t>Visits by Fai</a:t></a:r><a:r><a:t>th</a:t></a:r></a:p></c:title>"
        "<c:cat><c:strCache><c:pt><c:v>Okafor</c:v></c:pt></c:strCache></c:cat><c:f>'Okafor'!$B$1</c:f>",
    )
    package = Docx(paragraph(run("x"))).add(
        "word/charts/chart1.xml", xml, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    )
    document = open_document("a.docx", package.relate("rId5", "chart", "charts/chart1.xml").build())
    texts = [p.text for p in document.paragraphs() if p.part == "word/charts/chart1.xml"]
    assert texts == ["Visits by Faith", "Okafor", "'Okafor'!$B$1"]


def test_link_targets_are_read_decoded_and_written_encoded() -> None:
    package = Docx(paragraph(f'<w:hyperlink r:id="rId5">{run("mail")}</w:hyperlink>'))
    data = package.relate("rId5", "hyperlink", "mailto:f@x.example?subject=Faith%20Okafor").build()
    document = open_document("a.docx", data)
    (link,) = [p for p in document.paragraphs() if p.place == "Link target"]
    assert link.part == "word/_rels/document.xml.rels@Target"
    assert link.text == "mailto:f@x.example?subject=Faith Okafor"
    document.apply({link.key: [Edit(27, 39, "Child A")]})
    assert b"subject=Child%20A" in unzipped(document.to_bytes())["word/_rels/document.xml.rels"]


def test_a_link_that_held_a_name_leads_nowhere_outside_and_its_text_stays() -> None:
    package = Docx(paragraph(f'<w:hyperlink r:id="rId5">{run("mail")}</w:hyperlink>'))
    document = open_document("a.docx", package.relate("rId5", "hyperlink", "https://x.example/f.okafor").build())
    document.strip(Audience.PUBLIC)
    (link,) = [p for p in document.paragraphs() if p.place == "Link target"]
    document.apply({link.key: [Edit(0, 26, "[link]")]})
    parts = unzipped(document.to_bytes())
    assert b"https" not in parts["word/_rels/document.xml.rels"]
    assert b"r:id" not in parts["word/document.xml"]
    assert [p.text for p in document.paragraphs()] == ["mail"]


def test_a_part_is_renamed_with_all_that_leads_to_it() -> None:
    package = Docx(paragraph(run("x"))).add("word/media/Okafor kitchen.png", b"\x89PNG")
    document = open_document("a.docx", package.relate("rId5", "image", "media/Okafor%20kitchen.png").build())
    (name,) = [p for p in document.paragraphs() if p.place == "Name of a part"]
    assert name.text == "Okafor kitchen"
    document.apply({name.key: [Edit(0, 6, "the family")]})
    parts = unzipped(document.to_bytes())
    assert "word/media/the_family_kitchen1.png" in parts
    assert b'Target="media/the_family_kitchen1.png"' in parts["word/_rels/document.xml.rels"]


def test_a_renamed_bookmark_is_still_found_by_links_and_fields() -> None:
    body = (
        paragraph('<w:bookmarkStart w:id="1" w:name="Faith_Okafor"/>', run("here"), '<w:bookmarkEnd w:id="1"/>')
        + paragraph(f'<w:hyperlink w:anchor="Faith_Okafor">{run("jump")}</w:hyperlink>')
        + paragraph(
            _FIELD.format("begin"), "<w:r><w:instrText> REF Faith_Okafor \\h </w:instrText></w:r>", _FIELD.format("end")
        )
        + paragraph('<w:bookmarkStart w:id="2" w:name="Child_A"/>')
    )
    document = open_document("a.docx", Docx(body).build())
    named = {p.text: p for p in document.paragraphs()}
    code = next(p for p in document.paragraphs() if p.place == "Field code")
    document.apply(
        {
            named["Faith_Okafor"].key: [Edit(0, 12, "Child A")],
            code.key: [Edit(5, 17, "Child A")],
        }
    )
    xml = unzipped(document.to_bytes())["word/document.xml"].decode()
    assert xml.count("Child_A_2") == 3
    assert " REF Child_A_2 \\h " in xml
    assert 'w:name="Child_A"/>' in xml


def test_a_renamed_style_keeps_its_paragraphs() -> None:
    styles = part_xml(
        "w:styles",
        '<w:style w:styleId="OkaforQuote"><w:name w:val="Okafor quote"/></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="OkaforQuote"/></w:style>',
    )
    body = paragraph(run("x"), properties='<w:pStyle w:val="OkaforQuote"/>')
    package = Docx(body).add("word/styles.xml", styles, "styles").relate("rId5", "styles", "styles.xml")
    document = open_document("a.docx", package.build())
    named = {p.text: p for p in document.paragraphs()}
    document.apply(
        {named["OkaforQuote"].key: [Edit(0, 6, "Child A")], named["Okafor quote"].key: [Edit(0, 6, "Child A")]}
    )
    parts = unzipped(document.to_bytes())
    assert b'w:pStyle w:val="Child_AQuote"' in parts["word/document.xml"]
    assert b'w:basedOn w:val="Child_AQuote"' in parts["word/styles.xml"]
    assert b'w:name w:val="Child A quote"' in parts["word/styles.xml"]


def test_an_unknown_vocabulary_is_read_whole() -> None:
    package = Docx(paragraph(run("x"))).add(
        "word/data7.xml",
        '<f:future xmlns:f="urn:f"><f:who name="Faith">Okafor<f:b/>tail</f:who></f:future>',
        "application/x-f+xml",
    )
    document = open_document("a.docx", package.relate("rId5", "urn:f:future", "data7.xml").build())
    texts = {p.text for p in document.paragraphs() if p.part.startswith("word/data7.xml")}
    assert texts == {"Faith", "Okafor", "tail"}


def test_untouched_parts_stay_byte_for_byte() -> None:
    settings = b'<?xml version="1.0"?>\r\n<w:settings  xmlns:w="urn:x" ></w:settings>'
    package = Docx(paragraph(run("Faith"))).add("word/settings.xml", settings, "settings")
    document = open_document("a.docx", package.relate("rId5", "settings", "settings.xml").build())
    document.apply({document.paragraphs()[0].key: [Edit(0, 5, "Child A")]})
    assert unzipped(document.to_bytes())["word/settings.xml"] == settings
