"""No screen tells anybody to type a command."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import reviewdocs
from reviewdocs.web.plainly import plain

COMMAND = re.compile(r"(?:^|[\s(`])--[a-z]|`(?:reviewdocs|anonymise|check|decide)\b")
ROOT = Path(reviewdocs.__file__).parent
NEVER_ON_THE_PAGE = ("cli", "detect", "plain.py", "choosing.py", "proposing.py", "destination.py", "decisions.py",
                     "server.py", "demo.py", "plainly.py", "wording.py")  # fmt: skip
"""Options that the page does not have, reports, and remarks for those who write code."""


def said() -> Iterator[str]:
    """Every text of the program that speaks of commands, joined as it is joined there."""
    for file in sorted(ROOT.rglob("*.py")):
        if any(part in NEVER_ON_THE_PAGE for part in file.parts):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            for keyword in node.keywords if isinstance(node, ast.Call) else ():
                value = keyword.value.value if isinstance(keyword.value, ast.Constant) else ""
                if isinstance(value, str) and COMMAND.search(value):
                    yield value


@pytest.mark.parametrize("text", sorted(set(said())))
def test_what_a_workflow_says_of_commands_is_said_in_words_of_the_page(text: str) -> None:
    assert not COMMAND.search(plain(text)), plain(text)


def test_there_are_such_texts_and_others_stay() -> None:
    assert len(set(said())) > 15
    assert plain("A decision needs a reason. Give --reason “…”.") == "A decision needs a reason."
    assert plain("Mother rang -- twice. `Anon`") == "Mother rang -- twice. `Anon`"
