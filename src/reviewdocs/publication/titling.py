"""What a document calls itself: the title in its properties comes from its own page, never from the review's data, in
which the title may name a child."""

from __future__ import annotations

from pathlib import PurePath

from lxml import etree

from reviewdocs.formats.docx.package import Package
from reviewdocs.formats.docx.structure import heading_styles
from reviewdocs.formats.xmlparts import attribute
from reviewdocs.publication.unmarking import file_name_of


def title_of(name: str, data: bytes) -> str:
    """The words of its title, else of its first heading; its file's name where it has neither.

    Raises:
        InputError: it is no .docx, damaged or hostile.
    """
    package = Package.open(data)
    styles = package.find("word/styles.xml")
    root = styles.root if styles else etree.Element("none")
    titles = {
        attribute(style, "w:styleId") or ""
        for style in root.iter("{*}style")
        if any((attribute(node, "w:val") or "").casefold() == "title" for node in style.iterchildren("{*}name"))
    }
    headed = [(style, text) for style, text in _paragraphs(package.main().root) if text]
    for among in (titles, heading_styles(root)):
        if found := next((text for style, text in headed if style in among), ""):
            return found
    return PurePath(file_name_of(name)).stem


def _paragraphs(body: etree._Element) -> list[tuple[str, str]]:
    """The style and the words of each paragraph."""
    found = []
    for paragraph in body.iter("{*}p"):
        style = next((attribute(node, "w:val") or "" for node in paragraph.iterfind("{*}pPr/{*}pStyle")), "")
        words = "".join(node.text or "" for node in paragraph.iter("{*}t"))
        found.append((style, " ".join(words.split())))
    return found
