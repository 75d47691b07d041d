"""However mentions and words stand together: every name stays covered, and nobody becomes somebody else."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from drafting import mentions_in
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import draft_of, mentions_of

from reviewdocs.model.mentions import Mention, Outcome
from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise import Resolver
from reviewdocs.pseudonymise.render.prose import as_prose

PIECES = st.sampled_from(
    [
        *("[Josie|MOTHER]", "[Jo|MOTHER]", "[Leon|FATHER]", "[Winifred|MGM]", "[nan Winifred|MGM]", "[MGM|]", "[Jo|?]"),
        *(
            "[Averill|AVERILLS]",
            "[The Tomsett|MOTHER+FATHER:'s family]",
            "[Harrowmere|CITY]",
            "[Ruth Long|]",
            "[Mother|]",
        ),
        *("[Sarah Pugh|HV]", "[Paul Sandring|SEAT]", "Detective Inspector", "his mother", "the health visitor", "nan"),
        *(
            "also known as",
            "née",
            "or",
            "and",
            "the",
            "a",
            "two",
            "family",
            "children",
            "great-",
            "Lower",
            "said",
            "he",
        ),
        *(", ", ",", " (", ")", "/", " – ", "’s", "“", "”", ".", "\n", "\t", "|", " of "),
    ]
)


def _gone(mentions: list[Mention]) -> list[Mention]:
    return [mention for mention in mentions if mention.outcome is not Outcome.KEPT]


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=12), st.sampled_from(["", " "]))
def test_mentions_only_grow(pieces: list[str], between: str) -> None:
    marked = between.join(pieces)
    found, paragraph = mentions_of(marked), draft_of(marked)
    worded = as_prose(paragraph, found)
    assert all(earlier.end <= later.start for earlier, later in pairwise(worded))
    assert all(mention.text == paragraph.text[mention.start : mention.end] for mention in worded)
    for before, after in zip(_gone(found), _gone(worded), strict=True):
        assert (before.refs, before.outcome, before.category) == (after.refs, after.outcome, after.category)
        assert after.start <= before.start and before.end <= after.end
        assert after.name == before.name
    assert all(m in worded for m in found if m.text == "Ruth Long")


def test_a_mention_knows_the_name_apart_from_the_words_that_go_with_it(resolver: Resolver) -> None:
    draft = "Her mother, Summer Drew, and Imogen Thackray, Head of Quality, met."
    found = [m for m in mentions_in(resolver, Paragraph("text", 0, draft)) if m.outcome is Outcome.REPLACED]
    assert [m.name[2] for m in found] == ["Summer Drew", "Imogen Thackray"]
    assert all(draft[m.name[0] : m.name[1]] == m.name[2] != m.text for m in found)


@pytest.mark.parametrize(
    ("draft", "result"),
    [
        ("Her mother, Summer Drew, said so.", "Her mother said so."),
        ("Summer Drew, her mother, said so.", "Mother said so."),
        ("Björn Lindqvist (her father) and Pearl Drew, MGM, came.", "Father and MGM came."),
        ("Nathaniel Drew, also known as Nate, was out.", "Sibling 1 was out."),
        ("The GP, Dr Müller-Hart, rang Nanny Pearl.", "GP 1 rang MGM."),
        ("Hope Lindqvist and her mother Summer Drew's house", "Child K and her mother's house"),
        ("HOPE LINDQVIST AND BJÖRN LINDQVIST", "CHILD K AND FATHER"),
        ("Imogen Thackray, Head of Quality, told us.", "The Head of Quality told us."),
    ],
)
def test_what_was_decided_reads_well_and_stays(say: Callable[[str], str], draft: str, result: str) -> None:
    assert say(draft) == result
