"""IP addresses and hardware (MAC, IMEI) numbers."""

from __future__ import annotations

import ipaddress

from reviewdocs.detect.recognise import Match, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = ("from «192.0.2.17» at night", "logged by «2001:db8::1»", "IMEI «490154203237518»")
MISSES = ("section 1.2.3.4", "version 26.7.1.6", "version 10.2.1", "999.1.1.1", "at 06:58:41")


def _address(match: Match) -> bool:
    try:
        address = ipaddress.ip_address(match[0])
    except ValueError:
        return False
    return address.version == 6 or max(map(int, match[0].split("."))) > 63


RECOGNISER = Recogniser(
    "IpAddress",
    Category.ONLINE,
    (
        Pattern(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]\d)", score=0.9, accept=_address),
        Pattern(r"(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}(?![\w:])", score=0.9, accept=_address, any_case=True),
        Pattern(r"(?<!\d)\d{15}(?!\d)", score=0.85, context=r"\bIMEI\b", before=20),
    ),
)
