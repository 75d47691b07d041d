"""What `reviewdocs --help` costs beside the help of an empty typer program with as many commands.

    python benchmarks/startup.py [RUNS]

Whole processes, the two taking turns, so that both meet the same weather. Prints each one's median and the ratio.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EMPTY = """
import typer
app = typer.Typer()
{commands}
app()
"""
COMMAND = """
@app.command()
def c{n}(path: str, option: str = "") -> None:
    "Do nothing."
"""


def seconds(command: list[str]) -> float:
    """Wall time of one whole process."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def main(runs: int) -> None:
    """Take turns `runs` times."""
    from reviewdocs.cli.app import app_for

    app = app_for()
    commands = len(app.registered_commands) + len(app.registered_groups)
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "empty.py")
        empty.write_text(EMPTY.format(commands="".join(COMMAND.format(n=n) for n in range(commands))))
        ours_command = [sys.executable, "-m", "reviewdocs", "--help"]
        empty_command = [sys.executable, str(empty), "--help"]
        for command in (ours_command, empty_command):
            seconds(command)
        pairs = [(seconds(ours_command), seconds(empty_command)) for _ in range(runs)]
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"reviewdocs --help      {ours * 1000:6.0f} ms (median of {runs})")
    print(f"empty typer program    {theirs * 1000:6.0f} ms, {commands} commands")
    print(f"ratio                  {ours / theirs:6.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
