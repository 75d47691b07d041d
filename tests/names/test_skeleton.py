"""A text as its reader sees it, one character for each code point."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdocs.names.skeleton import is_plain, shape, skeleton


@pytest.mark.parametrize(
    "written",
    [
        "Kirsty",
        "Кіrѕtу",
        "КИRSTY".replace("И", "I"),
        "ᴋɪʀꜱᴛʏ",
        "🇰🇮🇷🇸🇹🇾",
        "🅺🅸🆁🆂🆃🆈",
        "ⓚⓘⓡⓢⓣⓨ",
        "𝕶𝖎𝖗𝖘𝖙𝖞",
        "ꓗꓲꓣꓢꓔꓬ",
        "ᵏⁱʳˢᵗʸ",
        "ᏦᎥᎡᏚᎢᎩ",
        "ҜIrsty",
    ],
)
def test_letters_are_what_they_look_like(written: str) -> None:
    assert skeleton(written) == shape("kirsty")


def test_what_shows_nothing_and_what_parts_words_are_told_apart() -> None:
    assert skeleton("K\u0336i\u200br<b>s</b>ty, 7") == "k\0i\0r\0\0\0s\0\0\0\0ty  \1"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The family – “we”, said Zoë Łuczak – paid €20 to the NHS at 10 a.m.", True),
        ("Options a, b and I.", True),
        ("K-I-R-S", False),
        ("Кirsty", False),
        ("K<b>ir</b>sty", False),
        ("\u202eytsriK", False),
    ],
)
def test_a_glance_tells_plain_text(text: str, plain: bool) -> None:
    assert is_plain(text) is plain


@given(st.text())
def test_every_place_keeps_its_number(text: str) -> None:
    assert len(skeleton(text)) == len(text)


def test_the_table_is_loaded_only_for_what_needs_it() -> None:
    looked = "from reviewdocs.names.skeleton import is_plain, skeleton; import sys\n"
    looked += "assert is_plain('Zoë – “x”.'); skeleton('K-I-R ᴋ 🇰'); assert 'confusable_homoglyphs' not in sys.modules"
    subprocess.run([sys.executable, "-c", looked], check=True)
