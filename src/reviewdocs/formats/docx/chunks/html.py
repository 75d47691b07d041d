"""A web page that Word merges on opening: its texts, and what readers outside the board must not get of it.

Texts are joined over whatever stands between their letters within a line: tags, references, soft hyphens.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final
from urllib.parse import quote

from reviewdocs.formats import pictures
from reviewdocs.formats.docx import outward
from reviewdocs.formats.docx.chunks import html_words as words
from reviewdocs.formats.docx.chunks.html_tokens import (
    Attribute,
    Token,
    Type,
    ends_of,
    quoted_text,
    quoted_value,
    read_text,
    read_value,
    tokenised,
)
from reviewdocs.formats.docx.chunks.marked import Label, Line, MarkedText, Splice, Stretch, not_understood
from reviewdocs.formats.docx.view import WORDY
from reviewdocs.formats.docx.vocabulary import Spot

_CHARSET: Final = re.compile(r"charset\s*+=\s*+[\"']?([\w.:\-]+)", re.IGNORECASE)
_XML_ENCODING: Final = re.compile(r"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.\-]+)", re.IGNORECASE)
_CONTENT_TYPE: Final = re.compile(r"[\w/+.\-]+\s*(?:;\s*charset\s*=\s*[\w.\-]+\s*)?", re.IGNORECASE)
_PAIRS: Final = re.compile(rb"<meta\b[^>]*>|<\?xml[^>]*>", re.IGNORECASE)
_HIDES: Final = re.compile(r"display:none|visibility:hidden|mso-hide:(?:all|screen)")
_CSS_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_CSS_ADDRESS: Final = re.compile(r"""url\(\s*+(?:"([^"]*+)"|'([^']*+)'|([^)"']*+))\s*+\)""", re.IGNORECASE)
_CSS_IMPORT: Final = re.compile(r"@import\b[^;}]*+;?", re.IGNORECASE)
_PACKED: Final = re.compile(r"\s*data:image/[\w.+\-]+;base64,([A-Za-z0-9+/=\s%]*)\s*", re.IGNORECASE)
_HEAD: Final = 4096
_PERCENT: Final = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_SAFE_IN_ADDRESS: Final = "%/:?#[]@!$&'()*+,;=~-._"


def nowhere(address: str) -> bool:
    """No address leads to something beside the page."""
    return False


def declared_encodings(data: bytes) -> Iterator[str]:
    """The encodings that a page says it is in, in its first bytes, of whatever width."""
    head = data[:_HEAD].replace(b"\0", b"")
    for found in _PAIRS.finditer(head):
        text = found[0].decode("latin-1")
        for pattern in (_CHARSET, _XML_ENCODING):
            if name := pattern.search(text):
                yield name[1]


class HtmlText(MarkedText):
    """A web page, plain or XHTML.

    Args:
        source: its text.
        beside: whether an address leads to something that came with the page.

    Raises:
        InputError: it can be read in more ways than one.
    """

    def __init__(self, source: str, beside: Callable[[str], bool] = nowhere) -> None:
        super().__init__(source)
        self._beside = beside
        self._tokens = tokenised(source)
        self._ends = ends_of(self._tokens)
        if any(token.name == "meta" and self._misleads(token) for token in self._tokens):
            raise not_understood("A web page in it does not say clearly which encoding it is in.")

    def rewritten(self, source: str) -> HtmlText:
        """The page with another source."""
        return HtmlText(source, self._beside)

    def joined(self, before: str, after: str) -> str:
        """What keeps a sign from becoming a tag, or a reference, with what now stands after it."""
        if before.endswith("<") and re.match(r"[A-Za-z/!?]", after):
            return " "
        return "amp;" if before.endswith("&") and re.match(r"[A-Za-z#]", after) else ""

    def stretches(self) -> Sequence[Stretch]:
        """Texts, attributes and comments, as they come."""
        return list(_Reader(self.source, self._tokens, self._ends, self._beside).stretches())

    def pictures(self) -> Iterator[Splice]:
        """Pictures that are written out in addresses lose their metadata."""
        for start, end, address in self._addresses():
            data = _picture(address)
            if data and pictures.kind_of(data) and (cleaned := pictures.without_metadata(data)) != data:
                head = address[: address.index(",") + 1]
                yield Splice(start, end, f"{head}{base64.b64encode(cleaned).decode('ascii')}")

    def media(self) -> int:
        """How many pictures are written out in it."""
        return sum(_picture(address) is not None for _, _, address in self._addresses())

    def unread(self) -> Sequence[str]:
        """Packed data that is no picture we know, and objects."""
        packed = [_picture(a) for _, _, a in self._addresses() if re.match(r"\s*data:", a, re.IGNORECASE)]
        found = ["packed data that cannot be read" for data in packed if not (data and pictures.kind_of(data))]
        objects = ("object", "embed", "applet")
        return [*found, *("an embedded object, which cannot be read" for t in self._tokens if t.name in objects)]

    def markup(self) -> Iterator[tuple[int, int]]:
        """Tags, style sheets, scripts and declarations."""
        return ((token.start, token.end) for token in self._tokens if token.type is not Type.TEXT)

    def unwanted(self, *, keep_comments: bool) -> Iterator[tuple[Label, Splice]]:
        """Comments, scripts, properties, what is hidden, revisions, and what leads to files."""
        for number, token in enumerate(self._tokens):
            if token.type is Type.COMMENT:
                yield "XML comments", Splice(token.start, token.end)
            elif token.type is Type.DECLARATION and self.source.startswith("<?", token.start):
                if token.start > 3 or not self.source.startswith("<?xml ", token.start):
                    yield "XML comments", Splice(token.start, token.end)
            elif token.type is Type.RAW:
                yield from self._in_css(token.start, token.end)
            elif token.type is Type.START:
                yield from self._in_tag(number, token, keep_comments=keep_comments)

    def _misleads(self, meta: Token) -> bool:
        """Whether an element declares an encoding other than where and as `declared_encodings` looks."""
        values = (f"{attribute.name}={self._value(attribute)}" for attribute in meta.attributes)
        meant = {found[1] for value in values if (found := _CHARSET.search(value))}
        said = _CHARSET.search(self.source, meta.start, meta.end)
        return bool(meant) and (meta.end > _HEAD or said is None or meant != {said[1]})

    def _in_tag(self, number: int, token: Token, *, keep_comments: bool) -> Iterator[tuple[Label, Splice]]:
        end = self._tokens[self._ends[number]].end if number in self._ends else 0
        revision = token.name in ("ins", "del") and any(a.name in ("cite", "datetime") for a in token.attributes)
        if label := self._goes(token, has_end=bool(end)):
            yield label, Splice(token.start, end or token.end)
        elif revision and token.name == "del" and end and not keep_comments:
            yield "deletions", Splice(token.start, end)
        else:
            for attribute in token.attributes:
                yield from self._in_attribute(token, attribute, revision=revision)

    def _goes(self, token: Token, *, has_end: bool) -> Label:
        """As what an element is counted that goes; empty for one that stays."""
        if has_end and (label := words.GONE.get(token.name)):
            return label
        if label := words.GONE_TAGS.get(token.name):
            return label
        values = {attribute.name: self._value(attribute) for attribute in token.attributes}
        if token.name == "meta":
            kind = values.get("http-equiv", "").strip().lower() == "content-type"
            says = values.get("content", "")
            keeps = (set(values) <= {"charset"}) or (kind and _CONTENT_TYPE.fullmatch(says) and len(values) == 2)
            return "" if keeps else "document properties"
        if token.name == "link":
            return "" if self._stays(token, values.get("href", "")) else outward.LINKS
        if token.name == "input" and values.get("type", "").strip().lower() == "hidden":
            return "hidden text"
        style = re.sub(r"\s", "", _CSS_COMMENT.sub("", values.get("style", ""))).lower()
        return "hidden text" if has_end and ("hidden" in values or _HIDES.search(style)) else ""

    def _in_attribute(self, token: Token, attribute: Attribute, *, revision: bool) -> Iterator[tuple[Label, Splice]]:
        whole = Splice(attribute.start, attribute.end)
        if attribute.name.startswith("on"):
            yield "scripts", whole
        elif revision and attribute.name in ("cite", "datetime"):
            yield "names of authors", whole
        elif attribute.name in words.ADDRESSES:
            if not self._stays(token, address := self._value(attribute)):
                yield outward.label_of(address), whole
        elif attribute.name.startswith("data-") or attribute.name in ("srcdoc", "dynsrc"):
            yield "hidden data", whole
        elif attribute.name == "style":
            raw = self.source[attribute.value_start : attribute.value_end]
            if "\\" in raw or raw.lower().count("url(") != self._value(attribute).lower().count("url("):
                yield outward.LINKS, whole  # an address that is written so as not to be seen
            else:
                yield from self._in_css(attribute.value_start, attribute.value_end)

    def _in_css(self, start: int, end: int) -> Iterator[tuple[Label, Splice]]:
        for found in _CSS_COMMENT.finditer(self.source, start, end):
            yield "XML comments", Splice(*found.span())
        for found in _CSS_IMPORT.finditer(self.source, start, end):
            yield outward.LINKS, Splice(*found.span())
        for found in _CSS_ADDRESS.finditer(self.source, start, end):
            address = found[1] or found[2] or found[3] or ""
            if address and not (_is_picture(address) or self._beside(address.strip())):
                yield outward.LINKS, Splice(*found.span(), "none")

    def _stays(self, token: Token, address: str) -> bool:
        """Whether readers outside may get an address: of a public page, or of what came with the page."""
        plain = address.strip()
        if not plain or plain.startswith("#") or self._beside(plain):
            return True
        return outward.is_public_page(plain) if token.name in words.PLACES else _is_picture(plain)

    def _value(self, attribute: Attribute) -> str:
        return "".join(read_value(self.source, attribute).pieces)

    def _addresses(self) -> Iterator[tuple[int, int, str]]:
        """Every address in an attribute or style sheet, with where it stands."""
        for token in self._tokens:
            for attribute in token.attributes:
                if attribute.name in words.ADDRESSES:
                    yield attribute.value_start, attribute.value_end, self._value(attribute)
            styles = [(a.value_start, a.value_end) for a in token.attributes if a.name == "style"]
            for start, end in [*styles, *([(token.start, token.end)] if token.type is Type.RAW else [])]:
                for found in _CSS_ADDRESS.finditer(self.source, start, end):
                    group = found.lastindex or 3
                    yield found.start(group), found.end(group), found[group] or ""


class _Reader:
    """Reads the texts of a page, once."""

    def __init__(
        self, source: str, tokens: Sequence[Token], ends: dict[int, int], beside: Callable[[str], bool]
    ) -> None:
        self._source, self._tokens, self._ends, self._beside = source, tokens, ends, beside
        self._lines = [Line()]
        self._spaces = 0
        """Elements we are within that keep white space."""
        self._closing: list[int] = []
        """Numbers of the end tags of what is read aside."""

    def stretches(self) -> Iterator[Stretch]:
        for number, token in enumerate(self._tokens):
            if token.type is Type.TEXT:
                read_text(self._source, token.start, token.end, self._lines[-1], collapse=not self._spaces)
            elif token.type in (Type.START, Type.END):
                yield from self._tag(number, token)
            elif token.type is Type.COMMENT or (token.type is Type.RAW and self._follows("script", number)):
                yield from self._hidden(token.start, token.end, Spot("XML comment"))
            elif token.type is Type.RAW:
                for found in _CSS_COMMENT.finditer(self._source, token.start, token.end):
                    yield from self._hidden(*found.span(), Spot("XML comment"))
            elif self._source.startswith("<?", token.start):
                yield from self._hidden(token.start, token.end, Spot("XML comment"))
        while self._lines:
            yield from self._lines.pop().stretch(quoted_text)

    def _tag(self, number: int, token: Token) -> Iterator[Stretch]:
        if token.name in words.KEEPS_SPACE and (number in self._ends or token.type is Type.END):
            self._spaces = max(0, self._spaces + (1 if token.type is Type.START else -1))
        if token.name == "br":
            self._lines[-1].mark("\n", token.start, token.end)
        elif token.name in words.ASIDE and number in self._ends:
            self._closing.append(self._ends[number])
            self._lines.append(Line())
        elif number in self._closing:
            while number in self._closing:
                self._closing.pop()
                yield from self._lines.pop().stretch(quoted_text)
        elif token.name in words.BLOCKS:
            yield from self._lines[-1].stretch(quoted_text)
            self._lines[-1] = Line()
        for attribute in token.attributes:
            yield from self._attribute(token, attribute)

    def _attribute(self, token: Token, attribute: Attribute) -> Iterator[Stretch]:
        name = attribute.name
        if name in words.TECHNICAL or name.startswith("xmlns") or (token.name == "meta" and name == "name"):
            return
        line = read_value(self._source, attribute)
        if name in words.ADDRESSES:
            line = percent_decoded(line)
        text = "".join(line.pieces)
        technical = token.name == "meta" and _CONTENT_TYPE.fullmatch(text)
        if technical or not WORDY.search(text) or re.match(r"\s*data:", text, re.IGNORECASE):
            return
        line.spot = words.SPOTS.get(name, words.OTHER)
        write = partial(quoted_value, attribute.mark)
        instead: tuple[Splice, ...] = ()
        if name in words.ADDRESSES:
            write = partial(_quoted_address, attribute.mark)
            instead = () if text.startswith("#") or self._beside(text) else (Splice(attribute.start, attribute.end),)
        yield from line.stretch(write, attribute=name.rpartition(":")[2], instead=instead)

    def _hidden(self, start: int, end: int, spot: Spot) -> Iterator[Stretch]:
        """What stands in a comment or script, as it stands."""
        line = Line(spot)
        line.plain(self._source[start:end], start)
        if WORDY.search(self._source, start, end):
            yield from line.stretch(str)

    def _follows(self, name: str, number: int) -> bool:
        return number > 0 and self._tokens[number - 1].name == name


def percent_decoded(line: Line) -> Line:
    """An address as a person reads it."""
    text, found, at = "".join(line.pieces), Line(line.spot), 0
    for packed in _PERCENT.finditer(text):
        _copy(line, text, at, packed.start(), found)
        at = packed.start()
        try:
            characters = bytes.fromhex(packed[0].replace("%", "")).decode("utf-8")
        except UnicodeDecodeError:
            characters = ""
        for character in characters:
            size = 3 * len(character.encode("utf-8"))
            found.mark(character, line.starts[at], line.ends[at + size - 1])
            at += size
    _copy(line, text, at, len(text), found)
    return found


def _copy(line: Line, text: str, start: int, end: int, to: Line) -> None:
    to.pieces.append(text[start:end])
    to.starts.extend(line.starts[start:end])
    to.ends.extend(line.ends[start:end])


def _quoted_address(mark: str, text: str) -> str:
    return quoted_value(mark, quote(text, safe=_SAFE_IN_ADDRESS))


def _picture(address: str) -> bytes | None:
    """The picture that an address consists of; None where it is an address, or no picture."""
    packed = _PACKED.fullmatch(address)
    if packed is None:
        return None
    try:
        return base64.b64decode(re.sub(r"\s|%0[aAdD]|%20", "", packed[1]).replace("%3D", "="), validate=True)
    except (binascii.Error, ValueError):
        return None


def _is_picture(address: str) -> bool:
    """Whether an address is a picture from which we can take what it says of people."""
    data = _picture(address)
    return data is not None and pictures.kind_of(data) not in ("", "svg", "packed")
