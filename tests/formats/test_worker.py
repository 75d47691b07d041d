"""Work in a process of its own: its answers and errors come back, and what hangs or breaks costs one piece of work."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable

import pytest

from reviewdocs.errors import Fault, InputError, NotCheckedError
from reviewdocs.formats import serving, worker
from reviewdocs.formats.worker import Worker, seconds_for


class Doer:
    """What the worker under test does."""

    def __init__(self, word: str) -> None:
        self.word = word

    def work(self, what: str) -> str:
        """Whatever is asked."""
        match what:
            case "hang":
                time.sleep(600)
            case "refuse":
                raise InputError("The part is damaged.", where="word/document.xml", remedy="Mend it.")
            case "fail":
                raise KeyError("Tamsin Quillfeather")
            case "die":
                os._exit(11)
            case "eat":
                return "x" * (serving.MEMORY * 2)
        return f"{self.word} {what} {os.getpid()}"

    def count(self, most: int, tell: Callable[[bytes], None]) -> str:
        """Tells each number before it answers."""
        for number in range(most):
            tell(bytes([number]))
        return "counted"


def unready() -> None:
    """What cannot be made."""
    raise NotCheckedError("No detectors.", remedy="Install them.")


@pytest.fixture(params=["fork", "spawn"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_context", lambda: multiprocessing.get_context(request.param))


@pytest.mark.usefixtures("_way")
def test_one_process_does_all_and_a_new_one_takes_over_when_it_hangs() -> None:
    with Worker(Doer) as worker:
        worker.prepare("did")
        first, second = worker.do(str, "work", 60, "a"), worker.do(str, "work", 60, "b")
        assert first.startswith("did a ") and first.split()[2] == second.split()[2] != str(os.getpid())
        with pytest.raises(InputError, match="took too long"):
            worker.do(str, "work", 0.2, "hang")
        third = worker.do(str, "work", 60, "c")
        assert third.startswith("did c ") and third.split()[2] != first.split()[2]


@pytest.mark.usefixtures("_way")
def test_what_it_tells_on_its_way_comes_before_the_answer() -> None:
    with Worker(Doer) as worker:
        worker.prepare("did")
        told: list[bytes] = []
        worker.begin("count", 3, telling=True)
        assert worker.end(str, 60, meanwhile=told.append) == "counted"
        assert told == [b"\x00", b"\x01", b"\x02"]


def test_what_was_begun_and_not_ended_is_given_up() -> None:
    with Worker(Doer) as worker:
        worker.prepare("did")
        worker.begin("work", "hang")
        assert worker.do(str, "work", 60, "a").startswith("did a ")


def test_it_gets_ready_once_and_tells_what_went_wrong_when_it_is_asked() -> None:
    with Worker(Doer) as worker:
        worker.expect("did")
        first = worker.do(str, "work", 60, "a").split()[2]
        worker.expect("did")
        assert worker.do(str, "work", 60, "b").split()[2] == first
    with Worker(unready) as worker:
        worker.expect()
        with pytest.raises(NotCheckedError, match="No detectors"):
            worker.do(str, "work", 60, "a")


@pytest.mark.usefixtures("_way")
def test_errors_come_back_as_they_are() -> None:
    with Worker(Doer) as worker:
        worker.prepare("did")
        with pytest.raises(InputError) as refused:
            worker.do(str, "work", 60, "refuse")
        assert str(refused.value) == "word/document.xml: The part is damaged. Mend it."
        with pytest.raises(Fault) as fault:
            worker.do(str, "work", 60, "fail")
        assert "KeyError" in str(fault.value) and "Tamsin" not in str(fault.value)
        with pytest.raises(InputError, match="broke the program"):
            worker.do(str, "work", 60, "die")
        assert worker.do(str, "work", 60, "d").startswith("did d ")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux only")
def test_memory_is_bounded() -> None:
    with Worker(Doer) as worker:
        worker.prepare("did")
        with pytest.raises(InputError, match="more memory"):
            worker.do(str, "work", 60, "eat")
        assert worker.do(str, "work", 60, "e").startswith("did e ")


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_where_memory_cannot_be_bounded_it_is_not_asked_for(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(worker.sys, "platform", system)
    monkeypatch.setitem(sys.modules, "resource", None)  # Windows has none: importing it raises
    assert worker._context().get_start_method() == "spawn"
    serving.limit_memory()


def test_what_cannot_be_made_says_why() -> None:
    with pytest.raises(NotCheckedError, match="No detectors"), Worker(unready) as worker:
        worker.prepare()


def broken() -> None:
    """What ends the process that makes it."""
    os._exit(7)


def test_what_breaks_before_it_read_anything_blames_no_document() -> None:
    with pytest.raises(Fault), Worker(broken) as worker:
        worker.prepare()


def killed() -> None:
    """What the system ends, as it does where there is no memory left."""
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(sys.platform == "win32", reason="no process is killed by a signal")
def test_what_is_killed_before_it_read_anything_is_no_fault() -> None:
    with pytest.raises(NotCheckedError, match="The system ended"), Worker(killed) as worker:
        worker.prepare()


def test_what_is_not_there_to_be_imported_says_so() -> None:
    with pytest.raises(Fault, match="ModuleNotFoundError"), Worker("reviewdocs.nowhere:Nobody") as worker:
        worker.prepare()


def test_larger_files_may_take_longer() -> None:
    assert 0 < seconds_for(1000) < seconds_for(100 * 1024**2)
