"""Draft e-mails with a letter attached: opened in a mail program they are ready to be looked at and sent.

The subject and the text name nobody: they travel outside the protection of the attachment, and stand in lists of mail.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from reviewdocs.errors import OutputError

_KINDS = {
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".pdf": ("application", "pdf"),
}


def draft_email(*, to: str, copies: Sequence[str], subject: str, text: str, attachment: str, data: bytes) -> bytes:
    """The draft, as RFC 5322 has it; `X-Unsent` makes Outlook open it as one that is still to be sent.

    Args:
        to, copies: addresses.
        subject, text: of the message.
        attachment: its file's name.
        data: its bytes.

    Raises:
        OutputError: an address cannot be written to.
    """
    message = EmailMessage(policy=SMTP)
    try:
        message["To"] = Address(addr_spec=to)
        if copies:
            message["Cc"] = tuple(Address(addr_spec=one) for one in copies)
    except (ValueError, IndexError) as error:
        raise OutputError("An e-mail address of this recipient cannot be written to.",
                          remedy="Correct it in the data, then run again.") from error  # fmt: skip
    message["Subject"] = " ".join(subject.split())
    message["X-Unsent"] = "1"
    message.set_content(text)
    main, sub = _KINDS[f".{attachment.rpartition('.')[2].lower()}"]
    message.add_attachment(data, maintype=main, subtype=sub, filename=attachment)
    # The same letter gives the same draft, so that one which nobody touched is known again.
    message.set_boundary(f"=_{hashlib.sha256(data).hexdigest()[:32]}")
    return message.as_bytes()
