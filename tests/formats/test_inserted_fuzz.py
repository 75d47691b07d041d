"""Inserted files broken at random: read and clean, or refused; nothing else, and never twice differently."""

from __future__ import annotations

import random

import pytest
from fuzzing import LIMIT_SECONDS, limited, outcome
from inserted import HTML, MHT, RTF, inserted
from office_builder import unzipped

from reviewdocs.errors import InputError
from reviewdocs.formats.opening import open_document
from reviewdocs.model.words import Audience

_PAGE = (
    '<!DOCTYPE html><html><head><title>Kirsty</title><meta charset="utf-8"><meta name=author content=Kirsty><style>'
    "<!-- /* Kirsty */ p {background:url(k.png)} --></style></head><body onload='x(1)'><!-- Kirsty --><p class=k>"
    "Ki<b>rs</b>ty &amp; &#75;irsty <span style='display:none'>Kirsty</span><del cite='Kirsty'>Kirsty</del></p>"
    "<table><tr><td>Kirsty<td>x</table><img alt='Kirsty' src=k.png><a href='mailto:kirsty%40k.example'>x</a></html>"
)
_RICH = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}}{\*\revtbl{Unknown;}{Kirsty;}}{\info{\author Kirsty}}"
    r"\pard Ki{\b rsty} \u75?irsty \'4birsty{\*\bkmkstart Kirsty}x{\*\bkmkend Kirsty}{\field{\*\fldinst HYPERLINK "
    r'"mailto:kirsty@k.example"}{\fldrslt Kirsty}}\v Kirsty\v0 {\*\annotation Kirsty}\deleted Kirsty\deleted0 \par'
    r"{\footnote Kirsty}{\object{\*\objdata 4b69}{\result Kirsty}}"
    r"{\*\shppict{\pict\pngblip 89504e47}}\trowd Kirsty\cell}"
)
_ARCHIVE = (
    'MIME-Version: 1.0\r\nFrom: Kirsty\r\nContent-Type: multipart/related; boundary="b"\r\n\r\nFor Kirsty\r\n--b\r\n'
    "Content-Type: text/html\r\nContent-Location: file:///C:/Kirsty/a.htm\r\nContent-Transfer-Encoding: "
    "quoted-printable\r\n\r\n<p>Ki=72sty and <b>Kirsty</b></p><img src=3D'b.png'>\r\n--b\r\nContent-Type: image/png\r\n"
    "Content-Location: file:///C:/Kirsty/b.png\r\n\r\n\x89PNG\r\n\r\n--b\r\n"
    "Content-Type: text/plain\r\n\r\nKirsty\r\n--b--\r\n"
)
_PIECES = {  # what is put in somewhere
    HTML: "< > / \" ' & ; = <!-- --> <p> </p> <b> <td> <style> </style> <script> <del> &#75; &shy; hidden \0 <? url(",
    RTF: r"{ } \ \b \par \'4b \u75? \uc0 \uc3 {\* \pict \v \deleted \bin5 \f0 \plain ; \~ \fldinst {\field \line é",
    MHT: "\r\n : ; = =3D =\r\n --b --b-- \r\n--b\r\n \r\n\r\n base64 Content-Type: Content-Location: charset=utf-16 (",
}
_SOURCES = {HTML: _PAGE, RTF: _RICH, MHT: _ARCHIVE}


def _broken(chance: random.Random, kind: str) -> bytes:
    """A file with one to four things wrong."""
    source = _SOURCES[kind]
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(source))
        end = min(len(source), at + chance.randint(1, 40))
        start = chance.randrange(len(source))
        source = chance.choice(
            (
                source[:at] + chance.choice(_PIECES[kind].split(" ")) + source[at:],
                source[:at] + source[end:],
                source[:at] + source[start : start + 40] + source[at:],
                source[:at] + source[at:end] + source[at:],
            )
        )
    return source.encode("utf-8" if chance.random() < 0.5 else "latin-1", "replace")


@pytest.mark.parametrize("kind", _SOURCES)
def test_broken_files_come_out_clean_or_not_at_all(kind: str) -> None:
    ends: dict[str, int] = {}
    for number in range(400):
        chance = random.Random(f"{kind} {number}")
        data = inserted(_broken(chance, kind), kind)
        with limited(LIMIT_SECONDS):
            end = outcome(data, chance.choice(list(Audience)), ["kirsty"])
        ends[end] = ends.get(end, 0) + 1
    assert ends["written"] > 300, ends


@pytest.mark.parametrize("kind", _SOURCES)
def test_what_was_cleaned_once_is_clean(kind: str) -> None:
    for number in range(200):
        document = open_document("a.docx", inserted(_broken(random.Random(f"{kind} {number}"), kind), kind))
        try:
            document.strip(Audience.PUBLIC)
            document.apply({})
            once = document.to_bytes()
        except InputError:
            continue
        again = open_document("a.docx", once)
        again.strip(Audience.PUBLIC)
        again.apply({})
        assert unzipped(again.to_bytes()) == unzipped(once), number
