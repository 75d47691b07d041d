"""What a letter is made from, as one number: where it is the same, the letter is, and need not be made again."""

from __future__ import annotations

import datetime as dt
import hashlib
import importlib.metadata
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reviewdocs import __version__
from reviewdocs.generate.catalogue import Entry
from reviewdocs.generate.recipients import Recipient
from reviewdocs.model.review import Review
from reviewdocs.workflows.draft import properties_of

_MADE_WITH = ("docxtpl", "holidays", "jinja2", "lxml", "python-docx")
"""The libraries that have a say in what a letter says."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one batch.

    Attributes:
        base: what all letters of the batch share: template, data, properties, tool, map.
    """

    base: str

    @classmethod
    def of(cls, review: Review, entry: Entry, template: bytes, map_data: object) -> Keys:
        """The keys of a batch.

        Args:
            review: the review's data.
            entry: the letter.
            template: its bytes.
            map_data: the pseudonym map as plain data, where the letter is put into pseudonyms; else None.
        """
        shared = {
            "tool": [__version__, *_libraries()],
            "template": hashlib.sha256(template).hexdigest(),
            "entry": entry.model_dump(mode="json"),
            "review": review.model_dump(mode="json"),
            "properties": repr(properties_of(review, entry.title)),
            "map": map_data,
        }
        return cls(_hash(shared))

    def key(self, recipient: Recipient, own: Mapping[str, object], date: dt.date) -> str:
        """The key of one letter."""
        return _hash([self.base, repr(recipient), sorted(own.items()), date])


def _hash(content: object) -> str:
    plain = json.dumps(content, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _libraries() -> tuple[str, ...]:
    return tuple(f"{name} {importlib.metadata.version(name)}" for name in _MADE_WITH)
