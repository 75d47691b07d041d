"""Disguises of a name that a reader sees through: kinds of them, in every container, in several sentences."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from office_builder import Docx, paragraph, part_xml, run

FORENAME, SURNAME = "Ottilie", "Quillfeather"
SENTENCES = ("Seen: {} at home.", "{} was seen at home.", "It was said by {}")
_CYRILLIC = str.maketrans("aeopcxyisjKBHMTOPCXEAI", "аеорсхуіѕјКВНМТОРСХЕАІ")
_GREEK = str.maketrans("oviKBHMTOPXEAIYZN", "ονιΚΒΗΜΤΟΡΧΕΑΙΥΖΝ")
_SMALL_CAPITALS = str.maketrans("abcdefghijklmnopqrstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ")
_CHEROKEE = str.maketrans("ABCDEGHIJKLMPRSTVWYZ", "ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᎩᏃ")


def _from(first: int) -> Callable[[str], str]:
    return lambda name: "".join(chr(first + ord(c) - 97) for c in name.lower())


def _with(mark: str) -> Callable[[str], str]:
    return lambda name: mark.join(name)


TEXTUAL: dict[str, Callable[[str], str]] = {
    "Cyrillic": lambda name: name.translate(_CYRILLIC),
    "Greek": lambda name: name.translate(_GREEK),
    "Greek capitals": lambda name: name.upper().translate(_GREEK),
    "Cherokee": lambda name: name.upper().translate(_CHEROKEE),
    "small capitals": lambda name: name.lower().translate(_SMALL_CAPITALS),
    "regional": _from(0x1F1E6),
    "squared": _from(0x1F130),
    "negative squared": _from(0x1F170),
    "circled": _from(0x24D0),
    "negative circled": _from(0x1F150),
    "mathematical": _from(0x1D41A),
    "fraktur": _from(0x1D586),
    "full width": _from(0xFF41),
    **{f"parted by {mark!r}": _with(mark) for mark in ("-", ".", ", ", " ", " - ", "/", "·", "|", "*", "_", " → ")},
    "parted, capitals": lambda name: "-".join(name.upper()),
    "letters in brackets": lambda name: "".join(f"({c})" for c in name),
    "parted backwards": lambda name: "-".join(name[::-1]),
    "soft hyphens": _with("\u00ad"),
    "zero width": _with("\u200b"),
    "joiners": _with("\u200d"),
    "struck out": lambda name: "".join(f"{c}\u0336" for c in name),
    "underlined": lambda name: "".join(f"{c}\u0332" for c in name),
    "override": lambda name: f"\u202e{name[::-1]}\u202c",
    "isolated override": lambda name: f"\u2068\u202e{name[::-1]}\u202c\u2069",
    "backwards": lambda name: name[::-1],
    "tight pieces": lambda name: f"{name[:3]}.{name[3:]}",
    "hyphened pieces": lambda name: f"{name[:2]}-{name[2:]}",
    "one letter off": lambda name: f"{name[0]} {name[1:]}",
}
"""Kinds made of letters alone."""

MARKUP: dict[str, Callable[[str], str]] = {
    "bold": lambda name: f"{name[:3]}**{name[3:5]}**{name[5:]}",
    "bold letters": lambda name: "".join(f"**{c}**" for c in name),
    "underscores": lambda name: f"{name[:3]}_{name[3:5]}_{name[5:]}",
    "backslash": lambda name: f"{name[:3]}\\{name[3:]}",
    "backslashes": lambda name: "\\".join(name),
    "tag": lambda name: f"{name[0]}<b>{name[1:4]}</b>{name[4:]}",
    "tag with attributes": lambda name: f'{name[:2]}<span class="x">{name[2:4]}</span>{name[4:]}',
    "raised": lambda name: f"{name[:2]}<sup>{name[2:4]}</sup>{name[4:]}",
    "cells": lambda name: "<table><tr>" + "".join(f"<td>{c}</td>" for c in name) + "</tr></table>",
    "comment": lambda name: f"{name[:3]}<!-- x -->{name[3:]}",
    "soft hyphen": lambda name: f"{name[:3]}&shy;{name[3:]}",
    "numbered letters": lambda name: "".join(f"&#{ord(c)};" for c in name),
    "zero-width entity": lambda name: f"{name[:3]}&#x200b;{name[3:]}",
    "joiner entity": lambda name: f"{name[:3]}&zwnj;{name[3:]}",
    "link": lambda name: f"[{name[:3]}](https://example.org){name[3:]}",
    "link behind": lambda name: f"{name[:3]}[{name[3:]}](https://example.org)",
    "highlight": lambda name: f"{name[:3]}=={name[3:5]}=={name[5:]}",
    "dollars": lambda name: f"{name[0]}${name[1:4]}${name[4:]}",
    "row": lambda name: f"| {' | '.join(name)} |",
    "lines": lambda name: "\n".join(name),
    "blocks": lambda name: "\n\n".join(name),
    "bold blocks": lambda name: "\n\n".join(f"**{c}**" for c in name.upper()),
    "list": lambda name: "\n" + "\n".join(f"- {c}" for c in name),
    "numbered list": lambda name: "\n" + "\n".join(f"{n}. {c}" for n, c in enumerate(name, 1)),
}
"""Kinds of text files."""


def _field(code: str, result: str = "Z", dirty: bool = True) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"{}/></w:r>'
    return (
        mark.format("begin", ' w:dirty="true"' if dirty else "")
        + f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        + mark.format("separate", "")
        + (run(result) if result else "")
        + mark.format("end", "")
    )


def _filled(properties: str) -> Callable[[str], str]:
    return lambda name: run(name[:2]) + run("zqjx", properties) + run(name[2:])


RUNS: dict[str, Callable[[str], str]] = {
    "web hidden": _filled("<w:webHidden/>"),
    "hidden": _filled("<w:vanish/>"),
    "tiny": _filled('<w:sz w:val="2"/>'),
    "four half-points": _filled('<w:sz w:val="4"/><w:szCs w:val="4"/>'),
    "squeezed": _filled('<w:w w:val="1"/>'),
    "white": _filled('<w:color w:val="FFFFFF"/><w:sz w:val="8"/>'),
    "filler by letters": lambda name: "".join(run(c) + run("x", '<w:sz w:val="2"/>') for c in name),
    "text in a code": lambda name: (
        run(name[:2])
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>junk</w:t></w:r>'
        + '<w:r><w:instrText> QUOTE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run(name[2:4])
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + run(name[4:])
    ),
    "symbol fields": lambda name: "".join(_field(f'SYMBOL {ord(c)} \\f "Liberation Serif"', "", False) for c in name),
    "symbols": lambda name: "".join(
        f'<w:r><w:sym w:font="Liberation Serif" w:char="{ord(c):04X}"/></w:r>' for c in name
    ),
    "sequences": lambda name: "".join(
        _field(f"SEQ s{n} \\r {ord(c) - 96} \\* ALPHABETIC") for n, c in enumerate(name.lower())
    ),
    "quotes": lambda name: "".join(_field(f'QUOTE "{c}"') for c in name),
    "set and shown": lambda name: "".join(
        _field(f'SET v{n} "{c}"', "") + _field(f"REF v{n}") for n, c in enumerate(name)
    ),
    "formula letters": lambda name: "".join(_field(f"= {ord(c) - 96} \\* ALPHABETIC") for c in name.lower()),
    "condition": lambda name: "".join(_field(f'IF 1 = 1 "{c}" "z"') for c in name),
    "empty field": lambda name: run(name[:3]) + _field("QUOTE", "", False) + run(name[3:]),
    "override element": lambda name: f'<w:bdo w:val="rtl">{run(name[::-1])}</w:bdo>',
    "controls": lambda name: "".join(
        f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run(piece)}</w:sdtContent></w:sdt>"
        for piece in (name[:3], name[3:])
    ),
    "capitals": lambda name: run(name[:3], "<w:caps/>") + run(name[3:].lower(), "<w:smallCaps/>"),
}
"""Kinds made of the runs of a Word paragraph."""


def _shape(number: int, letter: str) -> str:
    x = 1500000 + number * 130000
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
        f'distR="0" simplePos="0" relativeHeight="{number + 1}" behindDoc="0" locked="0" layoutInCell="1" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>2000000</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="130000" cy="300000"/><wp:wrapNone/><wp:docPr id="{number + 1}" name="s{number}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="130000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"/>'
        f"</wps:spPr><wps:txbx><w:txbxContent>{paragraph(run(letter))}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
        "</w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def _cell(*inner: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr>{"".join(inner)}</w:tc>'


def _table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


_FRAME = '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
BODIES: dict[str, Callable[[str], str]] = {
    "a letter a paragraph": lambda name: "".join(paragraph(run(c)) for c in name),
    "a letter a cell": lambda name: _table("".join(_cell(paragraph(run(c))) for c in name)),
    "a letter a row": lambda name: _table(*(_cell(paragraph(run(c))) for c in name)),
    "a column of letters": lambda name: _table(
        *(_cell(paragraph(run(c))) + _cell(paragraph(run("They were seen at home."))) for c in name)
    ),
    "two cells": lambda name: _table(_cell(paragraph(run(name[0]))) + _cell(paragraph(run(name[1:])))),
    "a letter a shape": lambda name: paragraph(*(_shape(n, c) for n, c in enumerate(name))),
    "drop cap": lambda name: paragraph(run(name[0]), properties=_FRAME) + paragraph(run(f"{name[1:]} was seen.")),
    "letters and blank paragraphs": lambda name: "".join(paragraph(run(c)) + paragraph() for c in name),
}
"""Kinds that are whole paragraphs of a Word document's body."""

NUMBERING = "levels of a list", "label and text", "labels down the page"


def _levels(labels: list[tuple[str, str, str, str]]) -> str:
    """Levels of a list: each its start, its format, its text and what follows the label."""
    return "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/><w:suff w:val="{suff}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (start, fmt, text, suff) in enumerate(labels)
    )


def _numbered(kind: str, name: str) -> Docx:
    letters = [str(ord(c) - 96) for c in name.lower()]
    numbered = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
    if kind == "levels of a list":
        text = "".join(f"%{n + 1}" for n in range(len(name)))
        lists = [_levels([(c, "upperLetter", text, "space") for c in letters])]
        body = paragraph(run("was seen."), properties=numbered.format(len(name) - 1, 1))
    elif kind == "label and text":
        lists = [_levels([(letters[0], "upperLetter", "%1", "nothing")])]
        body = paragraph(run(f"{name[1:]} was seen."), properties=numbered.format(0, 1))
    else:
        lists = [_levels([(c, "upperLetter", "%1", "space")]) for c in letters]
        body = "".join(paragraph(run("."), properties=numbered.format(0, n + 1)) for n in range(len(name)))
    inner = "".join(f'<w:abstractNum w:abstractNumId="{n}">{of}</w:abstractNum>' for n, of in enumerate(lists))
    inner += "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(len(lists)))
    made = Docx(body).add("word/numbering.xml", part_xml("w:numbering", inner), "numbering")
    return made.relate("rIdN", "numbering", "numbering.xml")


def _bound(name: str) -> Docx:
    """Two controls side by side that show, once it is opened, what a store says."""
    store = "{11111111-2222-4333-8444-555555555555}"
    pieces = {"a": name[:3], "b": name[3:]}
    body = "".join(
        f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/r[1]/{key}[1]" w:storeItemID="{store}"/><w:text/></w:sdtPr>'
        f"<w:sdtContent>{run('Z')}</w:sdtContent></w:sdt>"
        for key in pieces
    )
    item = "<r>" + "".join(f"<{key}>{piece}</{key}>" for key, piece in pieces.items()) + "</r>"
    properties = (
        '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
        f'ds:itemID="{store}"><ds:schemaRefs/></ds:datastoreItem>'
    )
    made = Docx(paragraph(run("Seen: "), body, run(" at home.")))
    made.add("customXml/item1.xml", item)
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    made.add("customXml/itemProps1.xml", properties, kind)
    made.relate("rIdC", "customXml", "../customXml/item1.xml")
    return made.relate("rId1", "customXmlProps", "itemProps1.xml", "customXml/item1.xml")


def _around(container: str, inner: str) -> Docx:
    """A document with a paragraph's inside in a container."""
    there, rest = paragraph(inner), paragraph(run("The family was seen at home."))
    if container == "paragraph":
        return Docx(there + rest)
    if container == "cell":
        return Docx(_table(_cell(paragraph(run("Who"))) + _cell(there)) + rest)
    if container == "text box":
        return Docx(paragraph(_shape(0, "X").replace(paragraph(run("X")), there).replace("130000", "3000000")) + rest)
    if container == "header":
        made = Docx(rest, section='<w:headerReference w:type="default" r:id="rIdH"/>')
        return made.add("word/header1.xml", part_xml("w:hdr", there), "header").relate("rIdH", "header", "header1.xml")
    if container == "footnote":
        made = Docx(paragraph(run("Seen"), '<w:r><w:footnoteReference w:id="2"/></w:r>') + rest)
        note = part_xml("w:footnotes", f'<w:footnote w:id="2">{there}</w:footnote>')
        return made.add("word/footnotes.xml", note, "footnotes").relate("rIdF", "footnotes", "footnotes.xml")
    made = Docx(paragraph(run("Seen"), '<w:r><w:commentReference w:id="0"/></w:r>') + rest)
    comment = part_xml("w:comments", f'<w:comment w:id="0" w:author="A">{there}</w:comment>')
    return made.add("word/comments.xml", comment, "comments").relate("rIdK", "comments", "comments.xml")


CONTAINERS = ("paragraph", "cell", "text box", "header", "footnote", "comment")


@dataclass(frozen=True)
class Disguise:
    """A document with a disguised name: what it is called, the file's name and bytes, and whose name it is."""

    label: str
    file: str
    data: bytes
    name: str


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _in_word(sentence: str, inner: str) -> str:
    before, after = sentence.split("{}")
    return (run(before) if before else "") + inner + (run(after) if after else "")


def disguises(names: tuple[str, ...] = (FORENAME, SURNAME)) -> Iterator[Disguise]:
    """Every kind in every container in every sentence."""
    for name in names:
        for sentence in SENTENCES:
            for kind, made in (TEXTUAL | MARKUP).items():
                for suffix in ("txt", "md"):
                    text = sentence.format(made(name))
                    yield Disguise(f"{kind}, {suffix}, {sentence}", f"a.{suffix}", text.encode(), name)
            runs = {kind: (lambda name, made=made: run(_escaped(made(name)))) for kind, made in TEXTUAL.items()} | RUNS
            for kind, made in runs.items():
                for container in CONTAINERS:
                    data = _around(container, _in_word(sentence, made(name))).build()
                    yield Disguise(f"{kind}, {container}, {sentence}", "a.docx", data, name)
        for kind, made in BODIES.items():
            body = paragraph(run("Seen:")) + made(name) + paragraph(run("at home."))
            yield Disguise(f"{kind}, body", "a.docx", Docx(body).build(), name)
        for kind in NUMBERING:
            if len(name) <= 9:
                yield Disguise(kind, "a.docx", _numbered(kind, name).build(), name)
        yield Disguise("bound controls", "a.docx", _bound(name).build(), name)


def sample(count: int, seed: int = 1) -> list[Disguise]:
    """So many of them, each kind at least once where there is room."""
    every = list(disguises())
    random.Random(seed).shuffle(every)
    first: dict[str, Disguise] = {}
    for each in every:
        first.setdefault(each.label.split(",")[0] + each.file[-4:], each)
    chosen = list(first.values())
    rest = [each for each in every if each not in chosen]
    return [*chosen, *rest][:count]
