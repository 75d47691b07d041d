"""A worker that a document has taken over: whatever it answers is refused in time, and nothing it says is done."""

from __future__ import annotations

import os
import pickle
import struct
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from reviewdocs.errors import Fault, InputError
from reviewdocs.formats import wire, worker
from reviewdocs.formats.answers import MOST_TEXT, AnswerKind, message
from reviewdocs.formats.serving import serve
from reviewdocs.formats.wire import Wire
from reviewdocs.formats.worker import Worker

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a stand-in for the worker has to be forked")
LIMIT = 0.3


def stretch(data: bytes) -> bytes:
    return struct.pack(">Q", len(data)) + data


class Bomb:
    """Whoever unpickles it makes a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (str(self.folder),)


def taken_over(then: Callable[[Connection], object]) -> Callable[[Connection, object], None]:
    """A worker that gets ready as it should, and does something else when it is asked for the first time."""

    def serve(pipe: Connection, make: object) -> None:
        line = Wire(pipe)
        line.receive()
        for piece in message(AnswerKind.ANSWER, None):
            line.send(piece)
        line.receive()
        if not wire.WHOLE_MESSAGES:
            os.set_blocking(pipe.fileno(), True)
        then(pipe)

    return serve


class Doer:
    """What the worker does when nobody has taken it over."""

    def work(self, data: bytes = b"") -> str:
        return "done"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, forked: None) -> Callable[..., str]:
    """What is told to the user when a worker does this; the next one does its work."""

    def ask(then: Callable[[Connection], object], data: bytes = b"") -> str:
        monkeypatch.setattr(worker, "_TO_GET_READY", 5 * LIMIT)
        monkeypatch.setattr(worker, "serve", taken_over(then))
        with Worker(Doer) as taken:
            taken.prepare()
            monkeypatch.setattr(worker, "serve", serve)
            with pytest.raises(InputError) as refused:
                taken.do(str, "work", LIMIT, data)
            assert taken.do(str, "work", 60) == "done"
        return str(refused.value)

    return ask


def says(data: bytes, *, and_stays: bool = False) -> Callable[[Connection], object]:
    return lambda pipe: (os.write(pipe.fileno(), data), time.sleep(600 if and_stays else 0))


NONSENSE = {
    "garbage": b"\xffgarbage" * 1000,
    "a pickle of before": struct.pack("!i", 9) + pickle.dumps("done")[:9],
    "a huge length": struct.pack(">Q", 2**63) + b"[",
    "a length just above": struct.pack(">Q", MOST_TEXT + 1) + b"[",
    "nothing": stretch(b""),
    "no UTF-8": stretch(b'["answer", 0, "\xff"]'),
    "no list": stretch(b'"answer"'),
    "a list too long": stretch(b'["answer", 0, "done", 1]'),
    "a kind there is not": stretch(b'["call", 0, "done"]'),
    "a kind that is none": stretch(b'[{}, 0, "done"]'),
    "depths": stretch(b"[" * 100_000),
    "a number too long": stretch(b'["answer", 0, ' + b"9" * 5000 + b"]"),
    "no number": stretch(b'["answer", 0, NaN]'),
    "another type": stretch(b'["answer", 0, 7]'),
    "nothing where something is due": stretch(b'["answer", 0, null]'),
    "pieces without end": stretch(b'["answer", 1000000000, "done"]'),
    "fewer pieces than none": stretch(b'["answer", -1, "done"]'),
    "half a piece": stretch(b'["answer", 0.5, "done"]'),
    "a piece too long": stretch(b'["answer", 1, "done"]') + struct.pack(">Q", 2**40),
    "told unasked": stretch(b'["told", 1, 0]') + stretch(b"data"),
    "an error of another kind": stretch(b'["error", 0, ["SystemExit", "", "", ""]]'),
    "an error that lacks something": stretch(b'["error", 0, ["InputError", ""]]'),
    "an error of other types": stretch(b'["error", 0, ["Fault", [], 1, null]]'),
}


@pytest.mark.parametrize("data", NONSENSE.values(), ids=NONSENSE)
def test_what_is_no_answer_is_refused(asked: Callable[..., str], data: bytes) -> None:
    assert "nonsense" in asked(says(data, and_stays=True))


def test_a_pickle_is_never_read(asked: Callable[..., str], tmp_path: Path) -> None:
    bomb = pickle.dumps(Bomb(tmp_path / "made"))
    pickle.loads(bomb)
    (tmp_path / "made").rmdir()
    assert "nonsense" in asked(says(stretch(bomb), and_stays=True))
    assert "nonsense" in asked(says(struct.pack("!i", len(bomb)) + bomb, and_stays=True))
    assert not (tmp_path / "made").exists()


HALVES = {
    "a length": b"\0\0",
    "a message": stretch(b'["answer", 0, "done"]')[:-5],
    "a piece": stretch(b'["told", 1, 0]'),
}


@pytest.mark.parametrize("data", HALVES.values(), ids=HALVES)
def test_half_of_something_holds_nobody_up(asked: Callable[..., str], data: bytes) -> None:
    assert "broke the program" in asked(says(data))
    assert "took too long" in asked(says(data, and_stays=True))


def test_nor_does_one_that_tells_little_by_little_or_without_end(asked: Callable[..., str]) -> None:
    def drips(pipe: Connection) -> None:
        for byte in stretch(b" " * 1000):
            time.sleep(0.01)
            os.write(pipe.fileno(), bytes([byte]))

    assert "took too long" in asked(drips)


def test_nor_does_one_that_tells_and_never_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    def tells(pipe: Connection) -> None:
        while True:
            os.write(pipe.fileno(), stretch(b'["told", 1, 0]') + stretch(b"more"))

    monkeypatch.setattr(worker, "serve", taken_over(tells))
    with Worker(Doer) as taken:
        taken.prepare()
        taken.begin("work", telling=True)
        with pytest.raises(InputError, match="took too long"):
            taken.end(str, LIMIT, meanwhile=lambda data: None)


def test_nor_does_one_that_listens_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    def deaf(pipe: Connection, make: object) -> None:
        Wire(pipe).send(message(AnswerKind.ANSWER, None)[0])
        time.sleep(600)

    monkeypatch.setattr(worker, "serve", deaf)
    monkeypatch.setattr(worker, "_TO_GET_READY", LIMIT)
    with Worker(Doer) as taken, pytest.raises(InputError, match="took too long"):
        taken.do(str, "work", LIMIT, bytes(10**7))


def test_nonsense_before_any_document_was_read_blames_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "serve", lambda pipe, make: os.write(pipe.fileno(), b"\xff" * 100))
    with Worker(Doer) as taken, pytest.raises(Fault):
        taken.prepare()


@pytest.mark.parametrize("data", [struct.pack("!i", 100) + b"half", struct.pack("!i", MOST_TEXT + 1)])
def test_where_pipes_hand_over_whole_messages_nobody_hangs_either(
    asked: Callable[..., str], monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    monkeypatch.setattr(wire, "WHOLE_MESSAGES", True)
    assert "broke the program" in asked(says(data, and_stays=True))


def test_nor_when_they_are_not_listened_to(monkeypatch: pytest.MonkeyPatch) -> None:
    def deaf(pipe: Connection, make: object) -> None:
        Wire(pipe).send(message(AnswerKind.ANSWER, None)[0])
        time.sleep(600)

    monkeypatch.setattr(wire, "WHOLE_MESSAGES", True)
    monkeypatch.setattr(worker, "serve", deaf)
    monkeypatch.setattr(worker, "_TO_GET_READY", LIMIT)
    with Worker(Doer) as taken, pytest.raises((InputError, Fault)):
        taken.do(str, "work", LIMIT, bytes(10**7))
