"""Which words of the map are told one by one that may be names and may be words: by what a miss costs.

In a copy, a name that is not told is published. A draft is anonymised first, which decides each word; what stays is
told when the copy is checked. So of a draft only what is rather a name is told by itself, and the others are told
together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewdocs.model.mentions import Mention, Outcome
from reviewdocs.pseudonymise.standing import Still
from reviewdocs.risk.examined import Examined

_MISSED = 1 / 3
"""What a name costs that is not told by itself of a draft, where a word told in vain costs 1; chosen on authors left
out (docs/benchmarks.md). Of a copy all is told that `anonymise` would change, and of the rest what is `to_look_at`."""


def mentions_told(examined: Examined, *outcomes: Outcome) -> Iterator[Mention]:
    """The mentions with one of these outcomes that are told one by one."""
    return (m for m in examined.mentions_of(*outcomes) if _tells(examined, m.probability))


def standing_told(examined: Examined) -> Iterator[Still]:
    """The places of words that stand, to be looked at one by one."""
    return (still for still in _to_look_at(examined) if _tells(examined, still.probability))


def doubtful(examined: Examined) -> tuple[list[Mention], list[Still]]:
    """What is told together: the mentions and words that are not told one by one."""
    changed = examined.mentions_of(Outcome.REPLACED, Outcome.UNDECIDED)
    return (
        [mention for mention in changed if not _tells(examined, mention.probability)],
        [still for still in _to_look_at(examined) if not _tells(examined, still.probability)],
    )


def _to_look_at(examined: Examined) -> Iterable[Still]:
    return (still for still in examined.standing if still.to_look_at)


def _tells(examined: Examined, probability: float | None) -> bool:
    """Whether it is told by itself; what was never a candidate has no probability to go by."""
    return not examined.draft or probability is None or probability * _MISSED >= 1 - probability
