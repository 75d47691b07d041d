"""Documents broken in every way a sick program or an attacker could: each is refused with a reason or comes out clean.

As a script it runs any number:  python tests/formats/fuzzing.py CASES [SEED]
"""

from __future__ import annotations

import io
import os
import random
import re
import signal
import sys
import traceback
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from planted import planted

from reviewdocs.errors import InputError
from reviewdocs.formats.base import Document, Finder
from reviewdocs.formats.opening import open_document
from reviewdocs.model.text import Edit, ParagraphKey
from reviewdocs.model.words import Audience

LIMIT_SECONDS = 5
LARGEST_REAL = 60_000
_TOKENS = (
    b"<", b">", b'"', b"w:p", b"w:del", b"<w:p>", b"</w:p>", b'<w:del w:id="1">', b"</w:del>", b'r:id="rId1"',
    b'Target="../x"', b'Target=""', b'TargetMode="External"', b"w:vanish", b"\0", b"&#0;", b"<!--", b"<?a b?>", b"/>",
    b'PartName="/"', b'Extension=""', b"officeDocument", b'Type="', b"<!DOCTYPE a>", b"&amp;", b"]]>", b"xmlns:w=''",
)  # fmt: skip
_WORDS = re.compile(rb'[A-Za-z:]+(?==")|(?<=<)[a-z0-9:A-Z]+|(?<=")[^"<>]{1,40}(?=")')

Parts = dict[str, bytes]


class TooSlow(Exception):
    """One document took longer than the limit."""


def sources(corpora: Path | None) -> list[Parts]:
    """What is broken: the planted document, and small real ones where there are any."""
    found = [_unpacked(planted()[0])]
    real = sorted((corpora / "data" / "docx").glob("*.docx")) if corpora else []
    for path in real:
        if path.stat().st_size <= LARGEST_REAL and zipfile.is_zipfile(path):
            found += [_unpacked(path.read_bytes()), found[0]]  # the planted one half of the time
    return found


def broken(chance: random.Random, parts: Parts) -> bytes:
    """A package with one to four things wrong."""
    parts = dict(parts)
    for _ in range(chance.randint(1, 4)):
        _break_a_part(chance, parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, data in parts.items():
            archive.writestr(name, data)
    data = bytearray(out.getvalue())
    if chance.random() < 0.1:
        for _ in range(3):
            data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def outcome(data: bytes, audience: Audience, names: Sequence[str]) -> str:
    """Clean one document of the names: "written", "refused", or "not verified (…)" when a name would have
    come through and so nothing is written.

    Anything raised is a defect, and so is an output that does not read back or holds a name in plain sight.
    """
    try:
        document = open_document("a.docx", data)
        document.strip(audience)
        for _ in range(3):
            edits = _edits(document, names)
            if not edits:
                break
            document.apply(edits)
        out = document.to_bytes()
        document.coverage()
        again = open_document("a.docx", out)
        if any(_holds(text, names) for _, text in again.searchable()) and again.expunge(_finder(names)):
            out = again.to_bytes()
            again = open_document("a.docx", out)
        if _edits(again, names) or any(_holds(text, names) for _, text in again.searchable()):
            return f"not verified ({audience})"
    except InputError:
        return "refused"
    _judge(out, names)
    return "written"


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Stop what takes too long; where the system has no alarm clock, let it run."""

    def ring(*_: object) -> None:
        raise TooSlow

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _break_a_part(chance: random.Random, parts: Parts) -> None:
    """Damage what a part means, well-formed still, or its bytes."""
    if chance.random() < 0.6:
        name = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))] or list(parts))
        parts[name] = _rearranged(chance, parts[name])
    else:
        _damage(chance, parts)


def _rearranged(chance: random.Random, data: bytes) -> bytes:
    """The part with an element gone, doubled, moved, renamed, emptied or wrapped, or an attribute changed."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return data
    nodes = [node for node in root.iter(etree.Element) if node.getparent() is not None]
    if not nodes:
        return data
    node, other = chance.choice(nodes), chance.choice(nodes)
    parent = node.getparent()
    match chance.randint(0, 7):
        case 0:
            parent.remove(node)
        case 1:
            parent.insert(0, deepcopy(node))
        case 2:
            other.append(deepcopy(node))
        case 3:
            node.tag = other.tag
        case 4:
            for child in list(node):
                node.remove(child)
        case 5:
            wrapper = etree.SubElement(parent, other.tag)
            wrapper.append(node)
        case 6 if node.attrib and other.attrib:
            node.set(chance.choice(list(node.attrib)), chance.choice(list(other.attrib.values())))
        case _:
            node.text, node.tail = other.text, other.tail
    return etree.tostring(root.getroottree())


def _damage(chance: random.Random, parts: Parts) -> None:
    name, other = chance.choice(list(parts)), chance.choice(list(parts))
    data = bytearray(parts[name])
    at = chance.randrange(len(data) + 1)
    match chance.randint(0, 7):
        case 0 if data:
            for _ in range(chance.randint(1, 8)):
                data[chance.randrange(len(data))] = chance.randrange(256)
        case 1:
            data[at:at] = chance.choice(_TOKENS)
        case 2:
            del data[at : at + chance.randint(1, 200)]
        case 3:
            data = bytearray(parts[other])
        case 4 if len(parts) > 1:
            del parts[name]
            return
        case 5:
            name = chance.choice([f"{name}x", f"a/{name}", name.upper(), f"word/{name}"])
        case 6 if len(words := _WORDS.findall(bytes(data))) > 1:
            data = bytearray(bytes(data).replace(chance.choice(words), chance.choice(words), chance.choice([1, 3, -1])))
        case 7 if data:
            start = chance.randrange(len(data))
            data[at:at] = data[start : start + chance.randint(1, 300)]
        case _:
            return
    parts[name] = bytes(data)


def _edits(document: Document, names: Sequence[str]) -> dict[ParagraphKey, list[Edit]]:
    """Each name's place in each paragraph; a simple finder, for what is tried here is the package layer."""
    pattern = re.compile("|".join("[\u00ad\u0301]?".join(name) for name in names), re.IGNORECASE)
    found: dict[ParagraphKey, list[Edit]] = {}
    for paragraph in document.paragraphs():
        edits = [Edit(match.start(), match.end(), "Child A") for match in pattern.finditer(_narrow(paragraph.text))]
        if edits:
            found[paragraph.key] = edits
    return found


@dataclass(frozen=True)
class _Find:
    start: int
    end: int
    phrase: str


def _finder(names: Sequence[str]) -> Finder:
    pattern = re.compile("|".join(names), re.IGNORECASE)

    def find(text: str, *, glued: bool) -> list[_Find]:
        return [_Find(match.start(), match.end(), match.group().casefold()) for match in pattern.finditer(text)]

    return find


def _narrow(text: str) -> str:
    """Full-width letters as plain ones, each in its place."""
    return "".join(chr(ord(letter) - 0xFEE0) if "\uff01" <= letter <= "\uff5e" else letter for letter in text)


def _holds(text: str, names: Sequence[str]) -> bool:
    folded = text.casefold()
    return any(name in folded for name in names)


def _judge(data: bytes, names: Sequence[str]) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for entry in archive.namelist():
            content = archive.read(entry)
            assert not _holds(entry + content.decode("latin-1"), names), f"a name came through in {entry}"
            if entry.endswith(".rels"):
                etree.fromstring(content)


def _unpacked(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def run(cases: int, seed: int, corpora: Path | None) -> tuple[Counter[str], list[tuple[int, bytes, str]]]:
    """Try `cases` documents; returns how each ended, and for each defect its number, bytes and traceback."""
    originals = sources(corpora)
    names = sorted(person.surname.casefold() for person in planted()[1])
    counts: Counter[str] = Counter()
    defects: list[tuple[int, bytes, str]] = []
    for number in range(cases):
        chance = random.Random(f"{seed} {number}")
        data = broken(chance, chance.choice(originals))
        try:
            with limited(LIMIT_SECONDS):
                counts[outcome(data, chance.choice(list(Audience)), names)] += 1
        except Exception:  # noqa: BLE001 - whatever it is, it is the defect that is looked for
            counts["defect"] += 1
            defects.append((number, data, traceback.format_exc(limit=-4)))
    return counts, defects


def check(cases: int, seed: int, corpora: Path | None = None) -> None:
    """Fail when one of `cases` documents shows a defect, or when nearly all end in one way and so nothing was tried."""
    counts, defects = run(cases, seed, corpora)
    assert not defects, "\n".join(f"case {number} of seed {seed}: {told}" for number, _, told in defects)
    assert counts["written"] > cases / 10 and counts["refused"] > cases / 10, counts


if __name__ == "__main__":
    shared = Path(os.environ.get("REVIEWDOCS_CORPORA", Path(__file__).resolve().parents[3] / "shared"))
    cases, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    counts, defects = run(cases, seed, shared if shared.is_dir() else None)
    for number, data, told in defects:
        print(f"--- case {number}: {len(data)} bytes\n{told}")  # noqa: T201
    print(dict(counts))  # noqa: T201
