"""Every recogniser finds its hits, whole, and leaves its misses alone; the registry is what it was."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from reviewdocs.detect import recognisers
from reviewdocs.detect.known import Known
from reviewdocs.detect.plain import readable

KNOWN = Known()


def _examples(kind: str) -> list[object]:
    return [
        pytest.param(module, example, id=f"{module.RECOGNISER.name}-{number}")
        for module in recognisers.MODULES
        for number, example in enumerate(getattr(module, kind))
    ]


def _found(module: ModuleType, text: str) -> list[str]:
    """What one recogniser finds that is not publicly known, as text."""
    recogniser, plain = module.RECOGNISER, readable(text)[0]
    return [
        plain[start:end]
        for start, end, _ in recogniser.find(plain)
        if not KNOWN.harmless(plain, start, end, recogniser.category)
    ]


@pytest.mark.parametrize(("module", "example"), _examples("HITS"))
def test_hits(module: ModuleType, example: str) -> None:
    wanted = [piece.split("»")[0] for piece in example.split("«")[1:]]
    assert wanted, "a hit marks what must be found"
    found = _found(module, example.replace("«", "").replace("»", ""))
    for text in wanted:
        assert any(text in piece for piece in found), (text, found)


@pytest.mark.parametrize(("module", "example"), _examples("MISSES"))
def test_misses(module: ModuleType, example: str) -> None:
    assert _found(module, example) == []


def test_an_anchor_only_spares_time() -> None:
    texts = [text for module in recognisers.MODULES for text in (*module.HITS, *module.MISSES)]
    together = readable("\n".join(texts).replace("«", "").replace("»", ""))[0]
    for recogniser in recognisers.REGISTERED:
        for pattern in recogniser.patterns:
            if pattern.anchor or recogniser.anchor:
                found = list(pattern.find(together, anchor=recogniser.anchor))
                assert found == list(replace(pattern, anchor="").find(together)), recogniser.name


def test_registry_is_sorted_and_named_once() -> None:
    files = [module.__name__ for module in recognisers.MODULES]
    names = [recogniser.name for recogniser in recognisers.REGISTERED]
    assert files == sorted(files)
    assert len(set(names)) == len(names)
