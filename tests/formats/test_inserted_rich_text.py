"""Rich texts that Word merges on opening: joined over groups, edited in place, cleaned for who gets them."""

from __future__ import annotations

import pytest
from inserted import RTF, anonymised, opened, refused, texts
from planted import png_saying

from reviewdocs.formats.adversary import readings
from reviewdocs.model.text import Layer
from reviewdocs.model.words import Audience

_HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset77 Geneva;}{\f2\fcharset204 Arial Cyr;}}"
)


def _rich(body: str) -> str:
    """A rich text of one body."""
    return f"{_HEAD}{body}}}"


SEEN = {
    "whole": (r"\pard Seen by Kirsty.\par", r"\pard Seen by Child A.\par"),
    "over groups": (r"Ki{\b rsty} went\par", r"Child A{\b } went\par"),
    "over lines": ("Kir\r\nsty\\par", "Child A\r\n\\par"),
    "bytes": (r"\b\'4bi\'72sty\b0\par", r"\b Child A\b0\par"),
    "numbers": (r"\u75?irsty\par", r"Child A\par"),
    "numbers without others beside": (r"{\uc0\u75 irsty}\par", r"{\uc0 Child A}\par"),
    "two beside": (r"\uc2\u75 xxirsty kept\par", r"\uc2 Child A kept\par"),
    "hyphen": (r"Kir\-sty\par", r"Child A\par"),
    "after a number": (r"\b0\u75?irsty", r"\b0 Child A"),
    "cell": (r"\trowd\cellx99 Kirsty\cell Kept\cell\row", r"\trowd\cellx99 Child A\cell Kept\cell\row"),
    "footnote": (r"x{\footnote \pard Kirsty said}\par", r"x{\footnote \pard Child A said}\par"),
    "header": (r"{\header \pard Kirsty\par}x", r"{\header \pard Child A\par}x"),
    "text box": (r"{\shp{\*\shpinst{\shptxt \pard Kirsty\par}}}", r"{\shp{\*\shpinst{\shptxt \pard Child A\par}}}"),
    "alternative text": (
        r"{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv Kirsty}}}}",
        r"{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv Child A}}}}",
    ),
    "bookmark": (
        r"{\*\bkmkstart Kirsty}x{\*\bkmkend Kirsty}{\field{\*\fldinst REF Kirsty \\r \\h}{\fldrslt x}}",
        r"{\*\bkmkstart Child_A}x{\*\bkmkend Child_A}{\field{\*\fldinst REF Child_A \\r \\h}{\fldrslt x}}",
    ),
    "link text": (
        r'{\field{\*\fldinst HYPERLINK "https://board.example/"}{\fldrslt Kirsty}}',
        r'{\field{\*\fldinst HYPERLINK "https://board.example/"}{\fldrslt Child A}}',
    ),
    "label of a list": (
        r"{\*\listtable{\list{\listlevel{\leveltext\'04Kirsty \'00;}{\levelnumbers\'07;}}}}x",
        r"{\*\listtable{\list{\listlevel{\leveltext\'00;}{\levelnumbers;}}}}x",
    ),
}


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.RESTRICTED])
@pytest.mark.parametrize("where", SEEN)
def test_the_pseudonym_stands_where_the_name_stood_and_all_else_as_it_was(where: str, audience: Audience) -> None:
    before, after = SEEN[where]
    assert anonymised(_rich(before), RTF, audience).decode() == _rich(after)


HIDDEN = {
    "author": r"{\info{\author Kirsty}{\*\company Kirsty Ltd}{\title Kirsty}{\operator K}}",
    "own properties": r"{\*\userprops{\propname Kirsty}\proptype30{\staticval Kirsty}}",
    "program": r"{\*\generator Kirsty's writer;}",
    "comment": r"{\*\atnid KO}{\*\atnauthor Kirsty}\chatn {\*\annotation{\*\atndate 1}\pard Ask Kirsty}",
    "people": r"{\*\revtbl{Unknown;}{Kirsty;}}",
    "deletion": r"\deleted\revauthdel1 Kirsty\deleted0 ",
    "hidden text": r"\v Kirsty\v0 ",
    "unknown": r"{\*\somebody Kirsty}",
    "object": r"{\object\objemb{\*\objclass Kirsty.1}{\*\objdata 4b6972737479}}",
    "packed data": r"{\*\datastore 4b6972737479}",
    "path": r"{\*\template C:\\Users\\Kirsty\\a.dot}",
    "variable": r"{\*\docvar {who}{Kirsty}}",
    "second copy of a picture": r"{\nonshppict{\pict\wmetafile8 4b6972737479}}",
}


@pytest.mark.parametrize("what", HIDDEN)
def test_hidden_things_go_for_readers_outside(what: str) -> None:
    out = anonymised(_rich(rf"\pard Kept {HIDDEN[what]}to the end.\par"), RTF)
    assert not any("kirsty" in text.casefold() for _, text in readings("", out))
    assert "".join(texts(opened(out, RTF), layer=Layer.BODY)) == "Kept to the end."


LINKS = {
    "somebody's address": r'{\field{\*\fldinst HYPERLINK "mailto:kirsty@home.example"}{\fldrslt x}}',
    "file": r'{\field{\*\fldinst HYPERLINK "file:///C:/Kirsty.doc"}{\fldrslt x}}',
    "file by its path": r'{\field{\*\fldinst {HYPERLINK }{"C:\\\\Kirsty.doc"}}{\fldrslt {\ul x}}}',
    "text from elsewhere": r'{\field{\*\fldinst INCLUDETEXT "C:\\\\Kirsty.doc"}{\fldrslt x}}',
    "property": r"{\field{\*\fldinst AUTHOR}{\fldrslt x}}",
}


@pytest.mark.parametrize("what", LINKS)
def test_links_to_files_and_people_leave_their_text(what: str) -> None:
    out = anonymised(_rich(LINKS[what]), RTF)
    assert b"fldinst" not in out
    assert texts(opened(out, RTF), layer=Layer.BODY) == ["x"]


def test_comments_that_are_kept_are_nobodys() -> None:
    document = opened(_rich(rf"Kept {HIDDEN['comment']}{HIDDEN['people']}\par"), RTF)
    document.strip(Audience.EXTERNAL, keep_comments=True)
    assert {"Author", "A", "Ask Kirsty"} <= {text.rstrip(";") for text in texts(document)}
    assert "Kirsty" not in "".join(texts(document)).replace("Ask Kirsty", "")


def test_an_object_leaves_what_was_seen_of_it() -> None:
    out = anonymised(_rich(r"{\object\objemb{\*\objdata 4b}{\result {\pard Kirsty\par}}}"), RTF)
    assert out.decode() == _rich(r"{{\pard Child A\par}}")


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.RESTRICTED])
def test_a_picture_keeps_only_its_pixels(audience: Audience) -> None:
    digits = png_saying(b"Author\0Kirsty").hex()
    out = anonymised(_rich(r"{\*\shppict{\pict\pngblip\picw9 " + digits + "}}x"), RTF, audience)
    assert b"89504e47" in out
    assert not any("Kirsty" in text for _, text in readings("", out))


@pytest.mark.parametrize(
    "source, read",
    [
        (r"Zo\'eb", "Zo\u00eb"), (r"\f1 Zo\'91", "Zo\u00eb"), (r"\f2 \'ca", "\u041a"), (r"Zo\u235\'eb!", "Zo\u00eb!"),
        (r"\u-10179?\u-8704?", "\U0001f600"), (r"\lquote x\rquote", "\u2018x\u2019"), (r"a\~b\_c", "a\u00a0b\u2011c"),
        (r"\{a\}\\b", r"{a}\b"), (r"a\tab b\line c", "a\tb\nc"), ("a\tb", "a\tb"),
    ],
)  # fmt: skip
def test_characters(source: str, read: str) -> None:
    assert texts(opened(_rich(source), RTF), layer=Layer.BODY) == [read]


def test_other_code_pages() -> None:
    assert "Zo\u00eb" in texts(opened(r"{\rtf1\mac Zo\'91}", RTF))
    assert "Zo\u00eb" in texts(opened(r"{\rtf1\ansi\ansicpg65001 Zo\'c3\'ab}", RTF))
    assert "Zo\u00eb" in texts(opened(b"{\\rtf1\\ansi Zo\xeb}", RTF))


REFUSED = {
    "a group that does not close": r"{\rtf1 {\b Kirsty}",
    "a brace too many": r"{\rtf1 x}}Kirsty",
    "something after its end": r"{\rtf1 x} Kirsty",
    "no rich text": "Kirsty",
    "another format within": r"{\rtf1\fromhtml1 {\*\htmltag <b>}Kirsty}",
    "the same twice": r"{\rtf1 {\upr{Kirsty}{\*\ud{K\u105?rsty}}}}",
    "data beyond its end": r"{\rtf1 {\pict\bin9999 x}}",
    "a damaged byte": r"{\rtf1 \'4}",
    "too deep": r"{\rtf1 " + "{" * 300 + "}" * 301,
    "a code page that is not read": r"{\rtf1\ansicpg932 \'83\'4c}",
    "a character cut in two": r"{\rtf1\ansicpg65001 \'c3\b \'ab}",
    "a number beyond the last": r"{\rtf1 \u99999999?}",
    "a group that is two things": r"{\rtf1 {\result\*\objdata 4b}}",
    "zeros": "{\\rtf1 K\0irsty}",
}


@pytest.mark.parametrize("why", REFUSED)
def test_what_is_not_clear_is_not_read_at_all(why: str) -> None:
    assert "word/afchunk1.dat" in refused(REFUSED[why], RTF)


def test_long_texts_take_no_great_time() -> None:
    for text in (r"{\b x}" * 50_000, r"\b" * 100_000, r"{\field{\*\fldinst X}}" * 20_000, r"\u75?" * 100_000):
        opened(f"{{\\rtf1 {text}}}", RTF).strip(Audience.PUBLIC)
