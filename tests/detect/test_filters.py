"""Every filter silences its hits, as its own doing, and leaves its misses alone; the registry is what it was."""

from __future__ import annotations

from types import ModuleType

import pytest

from reviewdocs.detect import filters
from reviewdocs.detect.filters.filter import Example
from reviewdocs.detect.known import Known

KNOWN = Known()


def _examples(kind: str) -> list[object]:
    return [
        pytest.param(module, example, id=f"{module.FILTER.name}-{number}")
        for module in filters.MODULES
        for number, example in enumerate(getattr(module, kind))
    ]


@pytest.mark.parametrize(("module", "example"), _examples("HITS"))
def test_hits(module: ModuleType, example: Example) -> None:
    assert module.FILTER.silences(example.find(KNOWN))


@pytest.mark.parametrize(("module", "example"), _examples("MISSES"))
def test_misses(module: ModuleType, example: Example) -> None:
    assert not module.FILTER.silences(example.find(KNOWN))


def test_every_filter_has_examples_and_says_for_what_reason_and_by_which_source() -> None:
    for module in filters.MODULES:
        told = module.FILTER
        assert module.HITS and module.MISSES, told.name
        assert told.name == module.__name__.rpartition(".")[2].replace("_", "-")
        assert told.leaves_out and told.source
        assert told.why[0].isupper() and told.why.endswith("."), told.name


def test_the_registry_is_what_it_was() -> None:
    assert [each.name for each in filters.REGISTERED] == [
        "timestamps",
        "no-day",
        "no-time",
        "paragraph-numbers",
        "paper-dates",
        "law-in-force",
        "awareness-days",
        "service-hours",
        "no-code",
        "paper-references",
        "public-numbers",
        "public-pages",
        "public-addresses",
        "judges",
        "case-law",
        "citations",
        "cited-author",
        "reference-list",
        "cited-titles",
        "review-references",
        "statutes",
        "guidelines",
        "inquiries",
        "guidance",
        "named-tools",
        "theories",
        "scales",
        "schemes",
        "registers",
        "products",
        "programs",
        "bodies",
        "agencies",
        "national-names",
        "area-body",
        "large-place",
        "designation",
        "title-alone",
        "plain-person",
        "counted",
        "abbreviation",
        "units-by-kind",
        "ordinary-words",
        "dictionary-words",
        "written-small",
        "foreign-words",
        "shouted",
        "opening-word",
        "doubtful-word",
        "small-letters",
        "thing-not-place",
        "medicine",
    ]
