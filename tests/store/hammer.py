"""Decisions from four processes at once, killed at random; run by test_decisions as a program of its own.

Each process decides its share of findings one after another and tells each on a pipe once `decide` has returned. The
parent kills one of them now and then, when it hears of a decision, and starts another for what was not told.
"""

from __future__ import annotations

import json
import os
import random
import selectors
import signal
import sys
from pathlib import Path

from reviewdocs.model.decisions import Action
from reviewdocs.store.case import Case
from reviewdocs.workflows.decide import Wish, decide

PROCESSES = 4
KILLS = 12


def start(case: Case, findings: list[str]) -> tuple[int, int]:
    """A process that decides these findings: its id, and the pipe on which it tells."""
    theirs, ours = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(theirs)
        for finding in findings:
            decide(case, Wish(finding, Action.ACCEPT, f"Reason for {finding}", "An Officer"))
            os.write(ours, f"{finding}\n".encode())
        os._exit(0)
    os.close(ours)
    return child, theirs


def main(folder: Path, findings: list[str]) -> None:
    """Hammer the case; print what was told and how often a process was killed."""
    chance, case = random.Random(5), Case.open(folder)
    told: list[str] = []
    killed, waiting = 0, selectors.DefaultSelector()
    for number in range(PROCESSES):
        share = findings[number::PROCESSES]
        child, pipe = start(case, share)
        waiting.register(pipe, selectors.EVENT_READ, (child, share))
    while waiting.get_map():
        for key, _ in waiting.select():
            child, share = key.data
            heard = os.read(key.fd, 65536)
            told += heard.decode().split()
            if heard and killed < KILLS and chance.random() < 0.12:
                victim = chance.choice(list(waiting.get_map().values())).data[0]
                os.kill(victim, signal.SIGKILL)
                killed += 1
            if not heard:
                waiting.unregister(key.fd)
                os.close(key.fd)
                os.waitpid(child, 0)
                left = [finding for finding in share if finding not in told]
                if left:
                    again, pipe = start(case, left)
                    waiting.register(pipe, selectors.EVENT_READ, (again, left))
    sys.stdout.write(json.dumps({"told": told, "killed": killed}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
