"""Pages and mailboxes of national bodies."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.model.mentions import Category

HITS = (
    Example("write to «enquiries@cqc.org.uk»", Category.CONTACT, by_model=False),
    Example("see «www.gov.uk/working-together»", Category.ONLINE, by_model=False),
)
MISSES = (
    Example("write to «zdenka.team@board.example»", Category.CONTACT, by_model=False),
    Example("write to «duty@barset.gov.uk»", Category.CONTACT, by_model=False),
    Example("see «www.barsetgazette.example/the-story»", Category.ONLINE, by_model=False),
)

_HOST = (
    r"(?:www\.)?(?:gov\.uk|nhs\.uk|gov\.wales|gov\.scot|legislation\.gov\.uk|parliament\.uk|ceop\.police\.uk|ico\.org\.uk|"
    r"cqc\.org\.uk|nice\.org\.uk|nspcc\.org\.uk|scie\.org\.uk|who\.int|ons\.gov\.uk|homeoffice\.gov\.uk|"
    r"education\.gov\.uk|justice\.gov\.uk|ofsted\.gov\.uk|samaritans\.org|childline\.org\.uk|england\.nhs\.uk)"
)
_PAGE = regex.compile(rf"(?:https?://)?{_HOST}(?:/\S*)?")
_MAILBOX = regex.compile(
    rf"(?:enquiries|enquiry|info|help|complaints|contact|press|media|feedback|jo|casework)@{_HOST}"
)


def _silences(find: Find) -> bool:
    plain = find.found.casefold().rstrip("/.")
    if find.category is Category.ONLINE:
        return _PAGE.fullmatch(plain) is not None
    return find.category is Category.CONTACT and _MAILBOX.fullmatch(plain) is not None


FILTER = Filter(
    name="public-pages",
    leaves_out="pages and mailboxes of national bodies",
    why="It leads to a national body, which publishes it.",
    source="GOV.UK; RFC 2142, mailbox names for common services",
    silences=_silences,
)
