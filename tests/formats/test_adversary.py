"""The adversarial reading finds a name wherever bytes can hide one."""

from __future__ import annotations

import base64
import gzip
import io
import quopri
import zipfile
import zlib
from urllib.parse import quote

import pytest
from office_builder import zipped

from reviewdocs.errors import InputError
from reviewdocs.formats.adversary import readings

_NAME = "Zoë Okafor-Bright"
_XML = "<a>{}</a>"
_MHT = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Transfer-Encoding: base64\n\n"

HIDING = {
    "UTF-8": _NAME.encode(),
    "UTF-16, little end first": _NAME.encode("utf-16-le") + b"\0\xd8",
    "UTF-16, big end first": b"\0\1" + _NAME.encode("utf-16-be"),
    "within binary": b"\0\1\2" + _NAME.encode() + b"\0\xff",
    "old Windows encoding": b"\0\1\2" + _NAME.encode("cp1252") + b"\0\1",
    "gzip": gzip.compress(_NAME.encode()),
    "zlib in binary": b"\0\1\2" + zlib.compress(_NAME.encode()),
    "zip": zipped({"a.txt": _NAME.encode()}),
    "zip in a zip": zipped({"a.zip": zipped({"a.txt": _NAME.encode()})}),
    "name of an entry": zipped({f"{_NAME}.txt": b"x"}),
    "comment of a zip": zipped({"a.txt": b"x"}, comment=_NAME.encode()),
    "percent-encoding": quote(_NAME).encode(),
    "entities": "".join(f"&#{ord(c)};" for c in _NAME).encode(),
    "quoted-printable": quopri.encodestring(_NAME.encode()),
    "RTF": b"{\\rtf1 Zo\\'eb \\u79?kafor-Bright}",
    "base64 in text": base64.b64encode(f"signed by {_NAME} today, in full".encode()),
    "text of XML": _XML.format(_NAME).encode(),
    "XML in UTF-16": ('<?xml version="1.0" encoding="UTF-16"?>' + _XML.format(_NAME)).encode("utf-16"),
    "entities of XML": _XML.format("".join(f"&#{ord(c)};" for c in _NAME)).encode(),
    "joined runs": _XML.format("<b>Zo</b><b>ë Oka</b><c><b>for-Bright</b></c>").encode(),
    "attribute": f'<a b="{_NAME}"/>'.encode(),
    "encoded attribute": f'<a b="{quote(_NAME)}"/>'.encode(),
    "XML comment": f"<a><!-- {_NAME} --></a>".encode(),
    "comment beside the root": f"<a/><!-- {_NAME} -->".encode(),
    "processing instruction": f"<a><?b {_NAME}?></a>".encode(),
    "CDATA": f"<a><![CDATA[<b>{_NAME}</b>]]></a>".encode(),
    "base64 in XML": _XML.format(base64.b64encode(_NAME.encode("utf-16-le")).decode()).encode(),
    "zip in base64 in XML": _XML.format(base64.b64encode(zipped({"a": _NAME.encode()})).decode()).encode(),
    "Windows metafile, word by word": b"\xd7\xcd\xc6\x9a\0\0Zo\xeb \0\1\2Oka\0\0for-\0\0Bright\0",
    "HTML": b"<p>Zo&euml; Oka<b>for-</b>Bright",
    "HTML in an old encoding": "<p>Zoë Oka<b>for-</b>Bright".encode("cp1252"),
    "HTML in a Mac's encoding": "<p>Zoë Oka<b>for-</b>Bright".encode("mac_roman"),
    "HTML in UTF-16": "<p>Zo&euml; Oka<b>for-</b>Bright".encode("utf-16"),
    "RTF with letters beside numbers": b"{\\rtf1 Zo\\u235\\'eb \\u79O{\\b kafor}-Bright}",
    "RTF in a Mac's encoding": b"{\\rtf1\\mac Zo\\'91 Okafor-Bright\\par}",
    "RTF in UTF-8": b"{\\rtf1\\ansicpg65001 Zo\\'c3\\'ab Okafor-Bright\\par}",
    "picture in RTF": b"{\\rtf1{\\pict\\wmetafile8\\picw1 \n"
    + b"\0\1\2\3".hex().encode()
    + _NAME.encode().hex().encode()
    + b"}}",
    "web archive": _MHT.encode() + base64.encodebytes((" " * 50 + _NAME).encode()) + b"--b--",
    "header of a web archive": b"MIME-Version: 1.0\nFrom: =?utf-8?Q?Zo=C3=AB?= Okafor-Bright\n\nx",
}


@pytest.mark.parametrize("how", HIDING)
def test_a_name_is_found(how: str) -> None:
    assert any(_NAME in text for _, text in readings("part", HIDING[how])), list(readings("part", HIDING[how]))


@pytest.mark.parametrize(
    "xml",
    [
        "<a><Okafor/></a>",
        "<a Okafor='1'/>",
        "<a xmlns='urn:Okafor'/>",
        "<Okafor:a xmlns:Okafor='urn:b'/>",
        "<!DOCTYPE Okafor><a/>",
        "<!DOCTYPE a [<!ELEMENT Okafor EMPTY>]><a/>",
        "<a><p>Oka<b/>for</p></a>",
        "<a><p>x<w><p>Oka<b/>for</p></w>y</p></a>",
        "<a><p>x</p>Oka<b/>for</a>",
        "<a><p>Oka<delText>gone</delText>for</p></a>",
        "<a><p>Oka<ins>new</ins>for<delText/></p></a>",
    ],
)
def test_every_corner_of_xml_is_read(xml: str) -> None:
    assert any("Okafor" in text for _, text in readings("part", xml.encode()))


def test_places_say_where() -> None:
    places = {place for place, text in readings("a", zipped({"b": zipped({"c": _NAME.encode()})})) if _NAME in text}
    assert places == {"a!b!c"}


def test_broken_bytes_are_survived() -> None:
    for data in (b"PK\3\4broken", b"\x1f\x8bbroken", b"<a", b"\xff" * 50, b"{\\rtf1 \\u", b"\x78\x9c\0", b"="):
        list(readings("part", data))


def test_what_cannot_be_unpacked_is_never_passed_over() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("notes.txt", f"Seen by {_NAME}. " * 50)
    packed = bytearray(stream.getvalue())
    packed[60] ^= 0xFF
    with pytest.raises(InputError, match="cannot be unpacked"):
        list(readings("word/embeddings/a.zip", bytes(packed)))


def test_an_archive_of_a_version_that_is_not_known_is_never_passed_over() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("notes.txt", f"Seen by {_NAME}.")
    packed = bytearray(stream.getvalue())
    packed[packed.index(b"PK\1\2") + 6] = 210  # the version that a reader must have
    with pytest.raises(InputError, match="cannot be unpacked"):
        list(readings("part", bytes(packed)))
