"""Files locked with a passphrase: scrypt (RFC 7914) makes the key, AES-256-GCM (NIST SP 800-38D) encrypts and proves.

A locked file is a header and what follows it, encrypted. The header says how the key is made, so that stronger settings
can come later; it is proved together with the content, and settings that cost more than a person's computer should
give are refused before anything is computed. Nothing of the file is used unless all of it is proved.
"""

from __future__ import annotations

import os
import struct
import unicodedata

from reviewdocs.errors import InputError

_MAGIC = b"REVIEWDOCS LOCKED 1\n"
_HEADER = struct.Struct(">BBB16s12s")
"""Of scrypt: the binary logarithm of its cost, block size, parallelisation; the salt; of AES-GCM: the nonce."""
_TAG = 16
_COST, _BLOCK, _PARALLEL = 17, 8, 1
"""128 MB and about a second: the OWASP password storage cheat sheet's first choice for scrypt."""
_COSTS = range(14, 19)
"""At most 256 MB."""
MAX_BYTES = 20_000_000

LOCKED = ".locked"
"""What is added to the name of a file when it is locked."""


def sealed(data: bytes, passphrase: str) -> bytes:
    """The bytes, locked with a passphrase; another salt and nonce each time."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(16), os.urandom(12)
    header = _MAGIC + _HEADER.pack(_COST, _BLOCK, _PARALLEL, salt, nonce)
    key = _key(passphrase, salt, _COST, _BLOCK, _PARALLEL)
    return header + AESGCM(key).encrypt(nonce, data, header)


def unsealed(data: bytes, passphrase: str, *, where: str) -> bytes:
    """What was locked.

    Args:
        data: the locked file's bytes.
        passphrase: what it was locked with.
        where: what messages call the file.

    Raises:
        InputError: another passphrase, damaged, or not a locked file.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    start = len(_MAGIC) + _HEADER.size
    if not data.startswith(_MAGIC) or len(data) < start + _TAG:
        raise InputError("This is no file that `reviewdocs pseudonyms lock` made, or it is damaged.", where=where,
                         remedy="Get a fresh copy of it, from a backup if need be.")  # fmt: skip
    header, content = data[:start], data[start:]
    cost, block, parallel, salt, nonce = _HEADER.unpack_from(data, len(_MAGIC))
    if cost not in _COSTS or block != _BLOCK or parallel != _PARALLEL:
        raise InputError("The locked file is damaged, or was made by a newer version of reviewdocs.", where=where,
                         remedy="Get a fresh copy of it, or a newer reviewdocs.")  # fmt: skip
    try:
        return AESGCM(_key(passphrase, salt, cost, block, parallel)).decrypt(nonce, content, header)
    except InvalidTag:
        # The two cannot be told apart, and a message that could would help whoever guesses.
        raise InputError("The passphrase does not open this file, or the file is damaged. Nothing was changed.",
                         where=where, remedy="Check the passphrase, capitals and spaces included; if it is right, get "
                         "a fresh copy of the file.") from None  # fmt: skip


def _key(passphrase: str, salt: bytes, cost: int, block: int, parallel: int) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    # One spelling of accented letters, whichever keyboard they were typed on.
    plain = unicodedata.normalize("NFC", passphrase).encode()
    return Scrypt(salt=salt, length=32, n=2**cost, r=block, p=parallel).derive(plain)
