"""Where the program begins: the worker is there before the options are read, and goes whatever happens."""

from __future__ import annotations

import pytest

from reviewdocs.cli import app, start
from reviewdocs.workflows import workers


def test_interrupting_it_while_it_loads_is_no_error_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "main", interrupted)
    monkeypatch.setattr(start.sys, "argv", ["reviewdocs", "validate"])
    with pytest.raises(SystemExit) as ended:
        start.main()
    assert ended.value.code == 130


def test_the_worker_that_was_started_early_does_the_work_once() -> None:
    workers.start_early()
    with workers.anonymising() as early, workers.anonymising() as another:
        assert early._process is not None and early._process.is_alive()
        assert another._process is None
    assert early._process is None
