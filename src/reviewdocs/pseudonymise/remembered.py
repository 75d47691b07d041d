"""What was worked out once, kept: of a text, for the next reading of a document, and of a word, for good."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    """A property that is worked out once: `functools.cached_property` without its lock, which costs more than most of
    what is kept so.

    Args:
        of: the method.
    """

    def __init__(self, of: Callable[[Any], T]) -> None:
        self._of, self._name, self.__doc__ = of, of.__name__, of.__doc__

    def __get__(self, instance: Any, owner: type) -> T:
        """Work it out; from now on it is an attribute."""
        held = instance.__dict__[self._name] = self._of(instance)
        return held


class Remembered(Generic[T]):
    """A function of a text, worked out once for each text between one `turn` and the next.

    Most texts of a document stay as they are when it is read again.

    Args:
        of: the function.
    """

    def __init__(self, of: Callable[[str], T]) -> None:
        self._of = of
        self._now: dict[str, T] = {}
        self._before: dict[str, T] = {}

    def turn(self) -> None:
        """A document is read from its beginning: what nobody asked for since the last turn is forgotten."""
        self._before, self._now = self._now, {}

    def __call__(self, text: str) -> T:
        """What the function gives for a text."""
        try:
            return self._now[text]
        except KeyError:
            held = self._before[text] if text in self._before else self._of(text)
            self._now[text] = held
            return held


class ByWord(dict[str, T]):
    """A function of a word as a table that fills itself: looking up a word that was met before calls nothing.

    Args:
        of: the function.
    """

    def __init__(self, of: Callable[[str], T]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, word: str) -> T:
        """Work it out."""
        held = self[word] = self._of(word)
        return held
