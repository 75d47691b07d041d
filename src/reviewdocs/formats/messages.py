"""An e-mail or web archive taken apart (RFC 5322, RFC 2045): what its headers say, and what is packed in it."""

from __future__ import annotations

import email
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header


def parts_of(data: bytes) -> Iterator[tuple[list[str], bytes | None]]:
    """Each part, the message itself first: its headers decoded, and its content unpacked; None where that is parts."""
    for part in email.message_from_bytes(data).walk():
        packed = None if part.is_multipart() else part.get_payload(decode=True)
        yield [_decoded(str(value)) for value in part.values()], packed if isinstance(packed, bytes) else None


def _decoded(header: str) -> str:
    try:
        return str(make_header(decode_header(header)))
    except (HeaderParseError, LookupError, UnicodeDecodeError, ValueError):
        return header
