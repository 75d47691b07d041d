"""How rare facts are, roughly: read once from the list beside this module."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import yaml

from reviewdocs.risk.combinations import data


@cache
def _sections() -> dict[str, dict[str, float]]:
    text = resources.files(data).joinpath("shares.yaml").read_text(encoding="utf-8")
    read: dict[str, dict[str, float]] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return read


@cache
def shares(of: str) -> dict[str, float]:
    """The part of the people of a district whom each word or pattern of a section fits."""
    return {str(key): 1 / float(one_in) for key, one_in in _sections()[of].items()}


@cache
def any_of(of: str) -> str:
    """The words of a section as an alternation, the longest first, either apostrophe."""
    words = sorted(shares(of), key=len, reverse=True)
    return "|".join(re.escape(word).replace("'", "['’]") for word in words)


@cache
def patterns(of: str) -> tuple[tuple[re.Pattern[str], float], ...]:
    """The patterns of a section, each with its share."""
    return tuple((re.compile(rf"\b(?:{pattern})\b", re.I), share) for pattern, share in shares(of).items())
