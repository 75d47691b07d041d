"""Odd file names, odd maps, odd things in a file's place: a right result or a sentence, never a fault, never a hang."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewdocs.errors import Fault, is_short_of_memory, unexpected

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and names as Linux and macOS have them")

PERSON = {"id": "S", "role": "subject child", "pseudonym": "Child A", "forename": "Tamsin", "surname": "Quillfeather"}
MAP: dict[str, Any] = {"id": "X1", "review_type": "LCSPR", "people": [PERSON], "dates": {"policy": "keep"}}
TEXT = "Tamsin Quillfeather was seen.\n"
FAULT = "fault of its own"

_MANY = settings(
    max_examples=500, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
_FEW = settings(_MANY, max_examples=6)

_odd = st.characters(blacklist_characters="/\0", blacklist_categories=())
_parts = st.sampled_from(
    ["Tamsin", "quillfeather", "tAMSIN", "\u202e", "\u200b", "\x1b[2J", "\n", " ", ".", "..", "~$", "-", "é", "e\u0301",
     "\udce9", "😀", "👩‍👧", "CON", ":", "*", "\\", "%s", "{x}", "'", '"', "$(x)", "L" * 120]
)  # fmt: skip
NAMES = st.lists(st.one_of(_parts, st.text(_odd, max_size=8)), min_size=1, max_size=4).map("".join)

_marks = st.sampled_from(
    [".", "-", "'", "?", "😀", "1️⃣", "\u200b", "\u0301", "\u202eab", "ก", "王", "7", "*", "..", "/", "K" * 400, " ", "ß",
     "- -", "O'", "'-.", "(", "[a]", "None", "~", "Ｔａｍ", "Mc", "al-", "St.", "x,y", "\\", "{{a}}"]
)  # fmt: skip
_names = st.one_of(_marks, st.text(st.characters(blacklist_categories=["Cs"]), max_size=12))
_anything = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), _names), lambda inner: st.lists(inner, max_size=3), max_leaves=4
)
_people = st.fixed_dictionaries(
    {"id": st.just("S"), "role": _names, "pseudonym": _names, "surname": _names},
    optional={
        "forename": _names,
        "middle": _names,
        "title": _names,
        "known_as": st.lists(_names, max_size=2),
        "former_names": st.lists(_names, max_size=2),
        "misspellings": st.lists(_names, max_size=2),
        "addresses": st.lists(_names, max_size=2),
        "dob": _anything,
        "identifiers": st.dictionaries(_names, _names, max_size=1),
        "surnmae": _anything,
    },
)
_thing = st.fixed_dictionaries(
    {"id": _names, "name": _names, "pseudonym": _names, "also": st.lists(_names, max_size=1)}
)
_maps = st.one_of(
    st.fixed_dictionaries(
        {"id": st.just("X"), "review_type": st.just("LCSPR"), "people": st.lists(_people, min_size=1, max_size=1)},
        optional={
            "places": st.lists(_thing, max_size=1),
            "organisations": st.lists(_thing, max_size=1),
            "permitted": st.lists(st.fixed_dictionaries({"name": _names}), max_size=1),
            "panel": st.lists(st.fixed_dictionaries({"name": _names, "job_title": _names}), max_size=1),
            "groups": _anything,
            "dates": _anything,
        },
    ).map(lambda content: yaml.safe_dump(content, allow_unicode=True).encode()),
    _anything.map(lambda content: yaml.safe_dump(content, allow_unicode=True).encode()),
    st.binary(max_size=60),
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a map and a document that is as it should be."""
    (tmp_path / "map.yaml").write_text(yaml.safe_dump(MAP), encoding="utf-8")
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def _anonymised(cli: Callable[..., Any], place: Path, map_file: Path, *files: Path) -> list[str]:
    """The names of the copies; never a fault."""
    out = place / "out"
    shutil.rmtree(out, ignore_errors=True)
    answer = cli("anonymise", *files, "--map", map_file, "-o", out)
    assert FAULT not in answer.out + answer.err, answer
    assert answer.code in (0, 1, 2, 4) and (answer.out or answer.err).strip()
    made = [path.name for path in out.iterdir() if path.name != ".reviewdocs-outputs.json"] if out.is_dir() else []
    assert made or answer.code
    return made


def _odd_name(cli: Callable[..., Any], place: Path, name: str) -> None:
    file = place / "in" / f"{name}.txt"
    file.parent.mkdir(exist_ok=True)
    try:
        file.write_text(TEXT, encoding="utf-8")
    except (OSError, ValueError):
        return  # no file of this name can be
    for copy in _anonymised(cli, place, place / "map.yaml", file, place / "good.txt"):
        assert not {unicodedata.category(c) for c in copy} & {"Cc", "Cf", "Cs"}, ascii(copy)
        assert "quillfeather" not in copy.casefold() and "tamsin" not in copy.casefold(), ascii(copy)
    file.unlink()


def _odd_map(cli: Callable[..., Any], place: Path, data: bytes) -> None:
    odd = place / "odd.yaml"
    odd.write_bytes(data)
    _anonymised(cli, place, odd, place / "good.txt")
    answer = cli("pseudonyms", "lint", odd)
    assert FAULT not in answer.out + answer.err and answer.code in (0, 1, 2)


@_FEW
@given(NAMES)
def test_odd_file_names(cli: Callable[..., Any], place: Path, name: str) -> None:
    _odd_name(cli, place, name)


@_FEW
@given(_maps)
def test_odd_maps(cli: Callable[..., Any], place: Path, data: bytes) -> None:
    _odd_map(cli, place, data)


@pytest.mark.slow
@_MANY
@given(NAMES)
def test_500_odd_file_names(cli: Callable[..., Any], place: Path, name: str) -> None:
    _odd_name(cli, place, name)


@pytest.mark.slow
@_MANY
@given(_maps)
def test_500_odd_maps(cli: Callable[..., Any], place: Path, data: bytes) -> None:
    _odd_map(cli, place, data)


THINGS: dict[str, tuple[Callable[[Path], Any], str]] = {
    "a pipe": (os.mkfifo, "pipe"),
    "a device without end": (lambda path: path.symlink_to("/dev/zero"), "device"),
    "a link in a circle": (lambda path: path.symlink_to(path.name), "circle"),
    "a folder": (Path.mkdir, "folder"),
    "nothing": (lambda path: None, ""),
}


@pytest.mark.parametrize("thing", THINGS)
def test_what_is_no_file_is_refused_and_the_others_go_on(cli: Callable[..., Any], place: Path, thing: str) -> None:
    make, said = THINGS[thing]
    odd, odd_map = place / "odd.txt", place / "odd.yaml"
    make(odd)
    make(odd_map)
    answer = cli("anonymise", odd, place / "good.txt", "--map", place / "map.yaml", "-o", place / "out")
    assert answer.code == 2 and said in answer.out and (place / "out" / "good.txt").is_file()
    answer = cli("anonymise", place / "good.txt", "--map", odd_map, "-o", place / "out")
    assert answer.code == 2 and said in answer.err and FAULT not in answer.err
    answer = cli("anonymise", place / "good.txt", "--map", place / "map.yaml", "-o", place / "out",
                 "--password-from", odd)  # fmt: skip
    assert answer.code == 2 and said in answer.err and FAULT not in answer.err


@pytest.mark.parametrize("name", ["L" * 236, "V" * 300, os.fsdecode(b"caf\xe9")], ids=["240", "300", "no UTF-8"])
def test_a_name_that_cannot_be_used_is_told(cli: Callable[..., Any], place: Path, name: str) -> None:
    odd = place / f"{name}.txt"
    try:
        odd.write_text(TEXT, encoding="utf-8")
    except OSError:
        assert len(name) == 300
    for job in (("anonymise", odd, place / "good.txt", "-o", place / "out"), ("check", odd, place / "good.txt")):
        answer = cli(*job, "--map", place / "map.yaml")
        assert FAULT not in answer.out + answer.err and "good.txt" in answer.out
        assert answer.code == 2 or len(name) == 236


@pytest.mark.parametrize("content", [b"", b"7", b"[1]", b'{"salt": 1}', b'{"salt": "", "outputs": {"a": 1}}', b"\xff"])
def test_a_broken_list_of_outputs_is_told(cli: Callable[..., Any], place: Path, content: bytes) -> None:
    (place / "out").mkdir()
    (place / "out" / ".reviewdocs-outputs.json").write_bytes(content)
    answer = cli("anonymise", place / "good.txt", "--map", place / "map.yaml", "-o", place / "out")
    assert answer.code == 4 and "list of earlier outputs" in answer.out + answer.err
    assert not (place / "out" / "good.txt").exists()


def test_what_the_system_says_becomes_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(OSError) as caught:
        (tmp_path / ("x" * 300)).read_bytes()
    assert "too long" in str(unexpected(caught.value)) and not isinstance(unexpected(caught.value), Fault)
    assert "memory" in str(unexpected(MemoryError())) and unexpected(MemoryError()).exit_code == 3
    led_to = SystemError("odd")
    led_to.__cause__ = MemoryError()
    assert is_short_of_memory(led_to) and isinstance(unexpected(KeyError("x")), Fault)
