"""Web pages that Word merges on opening: read as a reader sees them, edited in place, cleaned for who gets them."""

from __future__ import annotations

import base64

import pytest
from inserted import HTML, PLAIN, anonymised, opened, refused, texts
from planted import png_saying

from reviewdocs.formats.adversary import readings
from reviewdocs.model.text import Layer
from reviewdocs.model.words import Audience

_PAGE = '<html><head><meta charset="utf-8"></head><body>{}</body></html>'

SEEN = {
    "whole": ("<p>Seen by Kirsty.</p>", "<p>Seen by Child A.</p>"),
    "over tags": ("<p>Ki<b>rs</b>ty went</p>", "<p>Child A<b></b> went</p>"),
    "references": ("<p>&#75;ir&#x73;ty &amp; co</p>", "<p>Child A &amp; co</p>"),
    "long references": ("<p>&#0000000000075;irsty</p>", "<p>Child A</p>"),
    "soft hyphen": ("<p>Kir&shy;sty</p>", "<p>Child A</p>"),
    "control characters": ("<p>Kir\x07sty\x03</p>", "<p>Child A\x07\x03</p>"),
    "cell": ("<table><tr><td>Kirsty<td>Kept</table>", "<table><tr><td>Child A<td>Kept</table>"),
    "alternative text": ('<img alt="Kirsty &amp; I">', '<img alt="Child A &amp; I">'),
    "title, unquoted": ("<p title=Kirsty>x</p>", "<p title=Child&#32;A>x</p>"),
    "anchor": ("<p><a name='Kirsty'>x</a></p>", "<p><a name='Child A'>x</a></p>"),
    "sign before": ("<p>a <&#75;irsty</p>", "<p>a < Child A</p>"),
    "ampersand before": ("<p>Q&&#75;irsty</p>", "<p>Q&amp;Child A</p>"),
    "text field": ("<textarea>\n Kirsty</textarea>", "<textarea>\n Child A</textarea>"),
    "drawn over": ("<ruby>Ki<rt>x</rt>rsty</ruby>", "<ruby>Child A<rt>x</rt></ruby>"),
}


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.RESTRICTED])
@pytest.mark.parametrize("where", SEEN)
def test_the_pseudonym_stands_where_the_name_stood_and_all_else_as_it_was(where: str, audience: Audience) -> None:
    before, after = SEEN[where]
    assert anonymised(_PAGE.format(before), HTML, audience).decode() == _PAGE.format(after)


HIDDEN = {
    "comment": "<!-- Kirsty -->",
    "condition": "<!--[if gte mso 9]><xml><o:Author>Kirsty</o:Author></xml><![endif]-->",
    "script": "<script>say('Kirsty')</script>",
    "hidden element": "<span style='Display : NONE'>Kirsty <b>was</b> here</span>",
    "hidden by Word": "<p style='mso-hide:all'>Kirsty</p>",
    "hidden attribute": "<div hidden>Kirsty</div>",
    "hidden field": "<input type=hidden value='Kirsty'>",
    "template": "<template><p>Kirsty</p></template>",
    "data": "<xml><a>Kirsty</a></xml>",
    "instruction": "<?note Kirsty?>",
    "deletion": '<del cite="mailto:Kirsty" datetime="2020-01-01">Kirsty</del>',
    "object": "<object data='Kirsty.swf'>Kirsty</object>",
    "embedded": "<embed src='Kirsty.swf'>",
    "base": "<base href='file:///C:/Users/Kirsty/'>",
    "link": "<link rel=File-List href='Kirsty_files/filelist.xml'>",
}


@pytest.mark.parametrize("what", HIDDEN)
def test_hidden_things_go_for_readers_outside(what: str) -> None:
    assert anonymised(_PAGE.format(f"<p>Kept</p>{HIDDEN[what]}"), HTML).decode() == _PAGE.format("<p>Kept</p>")


@pytest.mark.parametrize("what", HIDDEN)
def test_hidden_things_stay_for_the_board_with_the_name_replaced(what: str) -> None:
    document = opened(_PAGE.format(f"<p>Kept</p>{HIDDEN[what]}"), HTML)
    assert document.strip(Audience.RESTRICTED) == {}
    assert any("Kirsty" in text for text in texts(document))


ATTRIBUTES = {
    "handler": ("<p onclick=\"say('Kirsty')\">x</p>", "<p>x</p>"),
    "somebody's address": ("<a href='mailto:kirsty%40home.example'>x</a>", "<a>x</a>"),
    "file": ("<a class=k href='file:///C:/Kirsty.doc'>x</a>", "<a class=k>x</a>"),
    "web": ("<a href='https://board.example/?a=1&b=2'>x</a>", "<a href='https://board.example/?a=1&b=2'>x</a>"),
    "within": ("<a href='#top'>x</a>", "<a href='#top'>x</a>"),
    "script": ("<a href='java&#10;script:say(1)'>x</a>", "<a>x</a>"),
    "picture elsewhere": ("<img src='https://t.example/k.png' alt=k>", "<img alt=k>"),
    "data": ("<p data-who='Kirsty'>x</p>", "<p>x</p>"),
    "packed page": ("<img src='data:text/html;base64,S2lyc3R5'>", "<img>"),
    "style": ("<p style='background:url(http://t.example/x)'>x</p>", "<p style='background:none'>x</p>"),
    "hidden address in a style": ("<p style='background:u\\72l(http://t.example/x)'>x</p>", "<p>x</p>"),
    "author of an insertion": ('<ins cite="mailto:Kirsty" datetime="2020">x</ins>', "<ins>x</ins>"),
}  # fmt: skip


@pytest.mark.parametrize("what", ATTRIBUTES)
def test_attributes_by_what_they_lead_to(what: str) -> None:
    before, after = ATTRIBUTES[what]
    assert anonymised(_PAGE.format(before), HTML).decode() == _PAGE.format(after)


def test_properties_and_remarks_in_styles_go() -> None:
    page = (
        "<html><head><title>Kirsty's page</title><meta name=author content=Kirsty><meta charset=utf-8>"
        "<style><!-- /* for Kirsty */ p {color:red} @import 'k.css'; --></style></head><body><p>Kept</p></body></html>"
    )
    after = (
        "<html><head><meta charset=utf-8><style><!--  p {color:red}  --></style></head><body><p>Kept</p></body></html>"
    )
    assert anonymised(page, HTML).decode() == after


def test_a_picture_written_out_keeps_only_its_pixels() -> None:
    packed = base64.b64encode(png_saying(b"Author\0Kirsty")).decode()
    page = anonymised(_PAGE.format(f'<img src="data:image/png;base64,{packed}">'), HTML).decode()
    assert "data:image/png;base64,iVBOR" in page
    assert not any("Kirsty" in text for _, text in readings("", page.encode()))


def test_what_readers_see_is_the_body_and_what_is_beside_it_is_not() -> None:
    document = opened(_PAGE.format("<h1>One</h1><p>two\r\n  three<br>four</p><img alt=five><!-- six -->"), HTML)
    assert texts(document, layer=Layer.BODY) == ["One", "two three\nfour"]
    assert texts(document, layer=Layer.PERIPHERAL) == ["five"]
    assert texts(document, layer=Layer.HIDDEN) == ["<!-- six -->"]
    assert "word/afchunk1.dat!html" in document.coverage().read


@pytest.mark.parametrize(
    "encoding, declared",
    [("utf-8", "utf-8"), ("cp1252", "windows-1252"), ("cp1252", "iso-8859-1"), ("mac_roman", "macintosh"),
     ("utf-16", "utf-16"), ("utf-8-sig", "utf-8"), ("utf-8", ""), ("cp1252", "")],
)  # fmt: skip
def test_encodings(encoding: str, declared: str) -> None:
    meta = f"<meta http-equiv=Content-Type content='text/html; charset={declared}'>" if declared else ""
    page = f"<html><head>{meta}</head><body><p>Zo\u00eb, {{}}</p></body></html>"
    data = page.format("Kirsty").encode(encoding)
    assert "Zo\u00eb, Kirsty" in texts(opened(data, HTML))
    assert anonymised(data, HTML) == page.format("Child A").encode(encoding)


REFUSED = {
    "another encoding than it says": '<meta charset="utf-8"><p>Zo\u00eb</p>'.encode("cp1252"),
    "UTF-8 that says it is not": '<meta charset="windows-1252"><p>Zo\u00eb</p>'.encode(),
    "two encodings": '<meta charset="utf-8"><meta charset="macintosh"><p>Zo\u00eb</p>'.encode(),
    "a mark that contradicts": '<meta charset="windows-1252"><p>Zo\u00eb</p>'.encode("utf-8-sig"),
    "an encoding in disguise": b'<meta http-equiv=content-type content="text/html; char&#115;et=utf-7"><p>x</p>',
    "UTF-7": b'<meta charset="utf-7"><p>+AEs-irsty</p>',
    "an encoding said late": b"<p>" + b"x" * 5000 + b'</p><meta charset="utf-8">',
    "frames": b"<html><iframe src=x></iframe></html>",
    "text that is no tag": b"<html><plaintext><p>x",
    "no end of a comment": b"<html><!-- x <p>Kirsty</p>",
    "an early end of a comment": b"<html><!--> <p>x</p> -->",
    "no end of a tag": b"<html><p title='Kirsty",
    "a quotation mark astray": b"<html><p title=x\"y'>x</p>",
    "CDATA": b"<html><p><![CDATA[Kirsty]]></p></html>",
    "entities": b'<!DOCTYPE html [<!ENTITY k "Kirsty">]><html>&k;</html>',
    "no end of a script": b"<html><script>x",
    "zeros": b"<html>K\0irsty</html>",
    "tags out of nothing": b"<html><<!-- x -->b>",
    "control characters in a tag": b"<html><p title='Kir\x01sty'>x</p>",
    "no page": b"Kirsty was here",
    "a picture": b"\x89PNG\r\n\x1a\n",
}


@pytest.mark.parametrize("why", REFUSED)
def test_what_can_be_read_in_two_ways_is_not_read_at_all(why: str) -> None:
    assert "word/afchunk1.dat" in refused(REFUSED[why], HTML)


def test_deep_and_long_pages_take_no_great_time() -> None:
    for page in (
        "<div hidden>" * 50_000,
        "<p>&amp" * 50_000,
        "<a b='" + "c='" * 50_000,
        "&" * 200_000,
        "<!--" * 50_000,
    ):
        opened(f"<html>{page}", HTML).strip(Audience.PUBLIC)


def test_plain_text_is_read_too() -> None:
    assert anonymised(b"Kirsty\r\nwas <b>here</b>\r\n", PLAIN) == b"Child A\r\nwas <b>here</b>\r\n"
    assert "plain text" in refused("{\\rtf1 Kirsty}", PLAIN)
