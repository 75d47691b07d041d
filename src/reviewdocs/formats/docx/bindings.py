"""What a content control shows once it is opened: not its own text, where a store says something else."""

from __future__ import annotations

import re

from lxml import etree

from reviewdocs.formats.xmlparts import attribute, name_of

_PATH = re.compile(r"(?:/(?:[\w.-]+:)?[\w.-]+(?:\[\d{1,4}\])?)+(?:/@(?:[\w.-]+:)?[\w.-]+)?")
"""The paths that Word writes; a store is asked for no others."""
_PREFIX = re.compile(r"""xmlns:([\w.-]+)\s*=\s*["']([^"']+)["']""")


def shows_itself(binding: etree._Element, store: etree._Element) -> bool:
    """Whether a control shows what its store says, so that it may go on showing it.

    Args:
        binding: the control's `w:dataBinding`.
        store: the root of the XML that it is bound to.
    """
    path = attribute(binding, "w:xpath") or ""
    if not _PATH.fullmatch(path):
        return False
    prefixes = dict(_PREFIX.findall(attribute(binding, "w:prefixMappings") or ""))
    try:
        found = store.xpath(path, namespaces=prefixes or None)
    except etree.XPathError:
        return False
    if not isinstance(found, list) or not found:
        return True  # there is nothing to show instead
    first = found[0]
    said = "".join(map(str, first.itertext())) if isinstance(first, etree._Element) else str(first)
    return _plain(said) == _plain(_own_text(binding))


def _own_text(binding: etree._Element) -> str:
    control = next((above for above in binding.iterancestors() if name_of(above) == "w:sdt"), None)
    content = next((child for child in control if name_of(child) == "w:sdtContent"), ()) if control is not None else ()
    return "".join(node.text or "" for child in content for node in child.iter("{*}t"))


def _plain(text: str) -> str:
    return "".join(text.split())
