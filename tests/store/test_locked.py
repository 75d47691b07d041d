"""Files locked with a passphrase."""

from __future__ import annotations

import unicodedata

import pytest

from reviewdocs.errors import InputError
from reviewdocs.store import locked
from reviewdocs.store.locked import sealed, unsealed

DATA = b"people: Wren Tallis"
PASSPHRASE = "plinth otter marzipan quay"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locked, "_COST", 14)


def test_what_was_locked_comes_back_with_the_passphrase_alone() -> None:
    raw = sealed(DATA, PASSPHRASE)
    assert b"Wren" not in raw
    assert unsealed(raw, PASSPHRASE, where="m") == DATA
    for wrong in (PASSPHRASE.upper(), PASSPHRASE + " ", "", PASSPHRASE[:-1]):
        with pytest.raises(InputError, match="does not open this file") as caught:
            unsealed(raw, wrong, where="m")
        assert caught.value.where == "m" and caught.value.exit_code == 2


def test_twice_the_same_is_never_the_same_file() -> None:
    assert sealed(DATA, PASSPHRASE) != sealed(DATA, PASSPHRASE)


def test_accents_count_the_same_however_they_were_typed() -> None:
    raw = sealed(DATA, unicodedata.normalize("NFD", "Ødegård naïve café quay"))
    assert unsealed(raw, unicodedata.normalize("NFC", "Ødegård naïve café quay"), where="m") == DATA


def test_no_bit_can_be_changed_unnoticed() -> None:
    raw = sealed(DATA, PASSPHRASE)
    start = len(locked._MAGIC)
    # Of the header: cost, block, parallel, salt, nonce; then the content and its proof.
    for place in (0, start, start + 1, start + 2, start + 3, start + 19, start + 31, -17, -1):
        changed = bytearray(raw)
        changed[place] ^= 1
        with pytest.raises(InputError):
            unsealed(bytes(changed), PASSPHRASE, where="m")
    for cut in (raw[:-1], raw[:40], b"", raw + b"x"):
        with pytest.raises(InputError):
            unsealed(cut, PASSPHRASE, where="m")


@pytest.mark.parametrize(("place", "value"), [(0, 30), (0, 63), (0, 1), (1, 255), (2, 200)])
def test_settings_that_would_eat_the_machine_are_refused_before_anything_is_computed(
    place: int, value: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = bytearray(sealed(DATA, PASSPHRASE))
    changed[len(locked._MAGIC) + place] = value

    def computed(*args: object) -> bytes:
        raise AssertionError("the key was computed")

    monkeypatch.setattr(locked, "_key", computed)
    with pytest.raises(InputError, match="newer version"):
        unsealed(bytes(changed), PASSPHRASE, where="m")


def test_the_settings_shipped_are_strong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert (2**locked._COST, locked._BLOCK, locked._PARALLEL) == (131072, 8, 1)
