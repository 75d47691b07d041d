"""Mailboxes of a role, and pages of national bodies."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.language.words import is_word
from reviewdocs.model.mentions import Category

HITS = (
    Example("write to «data.protection@board.example»", Category.CONTACT, by_model=False),
    Example("see «www.gov.uk/working-together»", Category.ONLINE, by_model=False),
)
MISSES = (
    Example("write to «zdenka.team@board.example»", Category.CONTACT, by_model=False),
    Example("see «www.barsetgazette.example/the-story»", Category.ONLINE, by_model=False),
)

_PUBLIC_HOST = regex.compile(
    r"(?:https?://)?(?:[\w-]+\.)*(?:gov\.uk|nhs\.uk|legislation\.gov\.uk|parliament\.uk|ceop\.police\.uk|police\.uk|ico\.org\.uk|cqc\.org\.uk|"
    r"nice\.org\.uk|nspcc\.org\.uk|scie\.org\.uk|who\.int)(?P<path>/\S*)?"
)
_LOCAL = regex.compile(r"(?:https?://)?(?!www\.)[\w-]+\.(?:gov|nhs|police)\.uk")
_ROLES = frozenset(
    [
        "abuse",
        "admin",
        "alert",
        "board",
        "business",
        "comms",
        "complaints",
        "compliments",
        "contact",
        "dpo",
        "dataprotection",
        "duty",
        "enquiries",
        "enquiry",
        "feedback",
        "foi",
        "governance",
        "help",
        "helpdesk",
        "hello",
        "hr",
        "info",
        "information",
        "lado",
        "mail",
        "mash",
        "media",
        "office",
        "post",
        "postmaster",
        "press",
        "privacy",
        "procedures",
        "queries",
        "reception",
        "safeguarding",
        "sar",
        "scr",
        "secretary",
        "support",
        "team",
        "training",
        "web",
        "webmaster",
        "children",
        "adults",
        "partnership",
        "dhr",
        "policy",
        "data",
        "protection",
        "regional",
        "general",
        "customer",
        "services",
        "service",
        "review",
        "reviews",
        "csp",
        "sab",
        "lscp",
        "lscb",
        "scp",
        "unit",
        "advice",
        "referrals",
    ]
)


def _silences(find: Find) -> bool:
    if find.category is Category.ONLINE:
        host = _PUBLIC_HOST.fullmatch(find.found.casefold().rstrip("/"))
        return host is not None and _LOCAL.match(find.found) is None
    if find.category is not Category.CONTACT or "@" not in find.found:
        return False
    words = [word for word in regex.split(r"[._+-]|\\d", find.found.split("@")[0].casefold()) if word]
    return (
        bool(words) and any(word in _ROLES for word in words) and all(word in _ROLES or is_word(word) for word in words)
    )


FILTER = Filter(
    name="role-mailboxes",
    leaves_out="mailboxes of a role and public pages",
    why="The address is of a role or a public body, and of no person.",
    source="RFC 2142, mailbox names for common services; GOV.UK",
    silences=_silences,
)
