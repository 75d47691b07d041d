"""What may lead out of a document that leaves the board: links to public pages, which a reader goes to and no program.

All else that leads to a file, a program or a mailbox goes, for it can fetch, run or tell what was taken out.
"""

from __future__ import annotations

import re
from typing import Final

LINKS: Final = "links to files elsewhere"

_PAGE: Final = re.compile(r"\s*https?://(?:[^/?#\\@]*@)?([^/?#\\@:]+)(?::\d*)?(?:[/?#]|\s*\Z)", re.IGNORECASE)
_PUBLIC_HOST: Final = re.compile(r"(?:[\w-]+\.)+[^\W\d][\w-]*\.?")
"""A name in a domain; neither a machine of the house nor a number."""
_RESERVED: Final = frozenset({"local", "localhost", "internal", "home.arpa", "onion", "alt"})
"""Domains that are not on the public net (RFC 6761, 6762, 7686, 8375, 9476; ICANN on .internal)."""
_PEOPLE: Final = re.compile(r"\s*(?:mailto|tel|sms|sip|im|callto|skype|msteams)\s*:", re.IGNORECASE)


def is_public_page(address: str) -> bool:
    """Whether an address is of a page on the public web."""
    found = _PAGE.match(address)
    if found is None or not _PUBLIC_HOST.fullmatch(found[1]):
        return False
    labels = found[1].rstrip(".").lower().split(".")
    return labels[-1] not in _RESERVED and ".".join(labels[-2:]) not in _RESERVED


def may_stay(address: str) -> bool:
    """Whether a link may stay in a document that leaves the board: to a public page, or within the document."""
    return address.startswith("#") or is_public_page(address)


def label_of(address: str) -> str:
    """What a link that goes is counted as."""
    if _PEOPLE.match(address):
        return "links to mailboxes and telephones"
    return "links to pages that are not public" if re.match(r"\s*https?:", address, re.IGNORECASE) else LINKS
