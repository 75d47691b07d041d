"""Documents protected by a password: opened with it, never without.

What is protected is an OLE file that holds the encrypted package ([MS-OFFCRYPTO] 2.3.4). Only the two schemes that Word
has written since 2007 (standard, agile) are taken.
"""

from __future__ import annotations

import io
import struct
from pathlib import Path
from xml.parsers.expat import ExpatError

from reviewdocs.disk import bytes_of
from reviewdocs.errors import InputError, OutputError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What an OLE file begins with: old Office formats, and the envelope of an encrypted one."""
MAX_SPINS = 1_000_000
"""Most rounds of hashing that are done for a password: ten times Word's own; more is an attack on our patience."""
_MOST = 1_000_000
"""Bytes of a password file."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def is_protected(data: bytes) -> bool:
    """Whether these are the bytes of an Office document that opens with a password only."""
    return data.startswith(OLE) and _ENCRYPTED in data


def without_password(data: bytes, password: str) -> bytes:
    """The document inside the protection; `data` itself where it is not protected or no password is given.

    Raises:
        InputError: the password is wrong, the file is damaged, or it is encrypted in another way than Word does.
    """
    if not password or not is_protected(data):
        return data
    import msoffcrypto  # not at the top: only protected documents pay for it
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

    opened = io.BytesIO()
    try:
        office = msoffcrypto.OfficeFile(io.BytesIO(data))
        if office.format != "ooxml" or int(office.info.get("spinValue", 0)) > MAX_SPINS:
            raise FileFormatError
        office.load_key(password=password, verify_password=True)
        office.decrypt(opened)
    except InvalidKeyError as error:
        raise InputError(
            "The password does not open this document.",
            remedy="Check the file given with --password-from: its first line is the password, and nothing else.",
        ) from error
    except (
        *(DecryptionError, FileFormatError, ParseError, ExpatError, struct.error, OSError, AttributeError),
        *(ValueError, KeyError, IndexError, TypeError, OverflowError),  # what the library lets through when damaged
    ) as error:
        raise InputError(
            "The document is encrypted in a way that is not read, or damaged.",
            remedy="Open it in Word, remove the password (File, Info, Protect Document), save, and run again.",
        ) from error
    return opened.getvalue()


def with_password(data: bytes, password: str) -> bytes:
    """A Word document behind a password, as Word itself puts it (agile encryption); it is opened again before it is
    given.

    Raises:
        OutputError: what came of it does not open with the password.
    """
    from msoffcrypto.format.ooxml import OOXMLFile

    shut = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(password, shut)
    if not is_protected(shut.getvalue()) or without_password(shut.getvalue(), password) != data:
        raise OutputError("The protected copy does not open with its password, and is not there.",
                          remedy="Run again.")  # fmt: skip
    return shut.getvalue()


def opens(data: bytes, password: str) -> bool:
    """Whether a protected document opens with a password."""
    try:
        return is_protected(data) and without_password(data, password).startswith(b"PK")
    except InputError:
        return False


def password_in(file: Path) -> str:
    """The password that a file holds in its first line; white space in it counts.

    Raises:
        InputError: the file cannot be read, or its first line is empty.
    """
    try:
        lines = bytes_of(file, most=_MOST, what="password file").decode("utf-8-sig").splitlines()
    except FileNotFoundError as error:
        raise InputError("The password file is not there.", where=str(file), remedy="Check its name.") from error
    except UnicodeDecodeError as error:
        raise InputError("The password file is no text.", where=str(file), remedy="Save it as UTF-8.") from error
    if not lines or not lines[0]:
        raise InputError("The password file's first line is empty.", where=str(file), remedy="Put the password there.")
    return lines[0]
