from __future__ import annotations

from collections.abc import Callable

import pytest
from drafting import MAP, rewritten

from reviewdocs.pseudonymise import Resolver


@pytest.fixture(scope="session")
def resolver() -> Resolver:
    return Resolver(MAP)


@pytest.fixture
def say(resolver: Resolver) -> Callable[[str], str]:
    """A text as it may be published; checks that a second run finds nothing more."""

    def published(text: str) -> str:
        once, _ = rewritten(resolver, text)
        assert rewritten(resolver, once)[0] == once
        return once

    return published
