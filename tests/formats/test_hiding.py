"""Text that Word does not show is read as hidden, and goes, however it is hidden; what it shows stays."""

from __future__ import annotations

import pytest
from office_builder import Docx, paragraph, part_xml, run

from reviewdocs.formats.opening import open_document
from reviewdocs.model.words import Audience

_STYLES = {
    "plain": "",
    "base": "<w:vanish/>",
    "child": "<w:b/>",
    "shown": '<w:vanish w:val="0"/>',
}


def _styles(kind: str) -> str:
    rows = [
        f'<w:style w:type="{kind}" w:styleId="{kind}-{name}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{kind}-base"/>' if name in ("child", "shown") else "")
        + f"<w:rPr>{properties}</w:rPr></w:style>"
        for name, properties in _STYLES.items()
    ]
    return "".join(rows)


def _document(body: str, defaults: str = "", default_style: str = "") -> bytes:
    styles = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>{default_style}"
        + _styles("paragraph")
        + _styles("character")
        + '<w:style w:styleId="z1"><w:name w:val="HTML Top of Form"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    package = Docx(paragraph(run("Seen.")) + body).add("word/styles.xml", part_xml("w:styles", styles), "styles")
    return package.relate("rId5", "styles", "styles.xml").build()


def _written(paragraph_style: str, properties: str) -> str:
    return paragraph(run("Tamsin", properties), properties=f'<w:pStyle w:val="{paragraph_style}"/>')


HIDDEN = {
    "directly": ("paragraph-plain", "<w:vanish/>"),
    "by the paragraph's style": ("paragraph-base", ""),
    "by the style that one is based on": ("paragraph-child", ""),
    "by the character's style": ("paragraph-plain", '<w:rStyle w:val="character-child"/>'),
    "directly, whatever the style": ("paragraph-shown", "<w:vanish/>"),
}
SHOWN = {
    "plain": ("paragraph-plain", ""),
    "switched off in the style": ("paragraph-shown", ""),
    "switched off directly": ("paragraph-base", '<w:vanish w:val="false"/>'),
    "hidden twice, which shows it": ("paragraph-base", '<w:rStyle w:val="character-base"/>'),
    "in web pages only": ("paragraph-plain", "<w:webHidden/>"),
    "Word's own marker": ("z1", ""),
}


def _places(data: bytes) -> set[str]:
    return {p.place for p in open_document("a.docx", data).paragraphs() if "Tamsin" in p.text}


@pytest.mark.parametrize("how", HIDDEN)
def test_hidden_text_goes(how: str) -> None:
    data = _document(_written(*HIDDEN[how]))
    assert _places(data) == {"Hidden text"}
    document = open_document("a.docx", data)
    assert document.strip(Audience.PUBLIC)["hidden text"] == 1
    assert not _places(document.to_bytes())


@pytest.mark.parametrize("how", SHOWN)
def test_shown_text_stays(how: str) -> None:
    data = _document(_written(*SHOWN[how]))
    document = open_document("a.docx", data)
    assert "hidden text" not in document.strip(Audience.PUBLIC)
    assert _places(document.to_bytes()) == _places(data) == {"Body"}


def test_defaults_and_the_default_style_hide_too() -> None:
    assert _places(_document(paragraph(run("Tamsin")), defaults="<w:vanish/>")) == {"Hidden text"}
    style = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert _places(_document(paragraph(run("Tamsin")), default_style=style)) == {"Hidden text"}


def test_a_style_based_on_itself_ends() -> None:
    loop = '<w:style w:styleId="L"><w:name w:val="L"/><w:basedOn w:val="L"/></w:style>'
    assert _places(_document(_written("L", ""), default_style=loop)) == {"Body"}
