"""For generated maps and texts: nothing of a name survives, permitted names do, and a second run changes nothing."""

from __future__ import annotations

from itertools import pairwise

from drafting import rewritten
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.names import ByteSearch
from reviewdocs.pseudonymise import Resolver
from reviewdocs.records.load import validated

# Invented syllables: no English word comes of them, which tests of words that are names treat apart.
NAME = st.builds(
    lambda syllables: "".join(syllables).capitalize(),
    st.lists(st.sampled_from(["zor", "vel", "qua", "xim", "tho", "bré", "łu", "kyø", "nja"]), min_size=2, max_size=3),
)
FORMS = [
    "{f} {s}",
    "{S}, {f}",
    "{S} {f}",
    "{f}'s",
    "{f}’s coat",
    "Mr {s}",
    "the {s}s’ home",
    "{f}\u00a0{s}",
    "{f}\n{s}",
    "{i}. {s}",
    "{i} {s}",
    "{F} {S}",
    "{low}",
    "{f}_{s}.docx",
    "({f})",
    "“{f}”",
    "{soft} {s}",
    "{f} İ👩🏽 {s}",
]
WORDS = [
    *(
        "Hope",
        "Summer",
        "Ms Drew",
        "will",
        "may",
        "Nathaniel",
        "Ruth Archer",
        "Archer",
        "the Drews",
        "PC Field",
        "was",
        "and",
    ),
    *(
        "in",
        "his brother",
        "Marwick",
        ".",
        ",",
        "\n",
        "Mr and Mrs Lindqvist",
        "HOPE",
        "Lindquist",
        "St Cuthbert's",
        "(HL)",
    ),
]
AROUND = st.sampled_from(["", "She met ", "İ 👩🏽‍🦰 ", "re: ", "in the house of ", "Notes\t", "e\u0301 – "])


def written(form: str, forename: str, surname: str) -> str:
    """A mention of a person in one of the forms."""
    return form.format(
        f=forename,
        s=surname,
        F=forename.upper(),
        S=surname.upper(),
        i=forename[0],
        low=f"{forename} {surname}".lower(),
        soft=f"{forename[:2]}\u00ad{forename[2:]}",
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(NAME, min_size=4, max_size=4, unique_by=str.casefold), st.sampled_from(FORMS), AROUND, AROUND)
def test_no_form_survives_and_permitted_names_do(names: list[str], form: str, before: str, after: str) -> None:
    forename, surname, clear, family = names
    pmap = validated(
        PseudonymMap,
        {
            "id": "X",
            "review_type": "DHR",
            "people": [
                {
                    "id": "P",
                    "role": "victim",
                    "pseudonym": "Adult 1",
                    "forename": forename,
                    "surname": surname,
                    "title": "Mr",
                }
            ],
            "permitted": [{"name": f"{clear} {family}"}],
        },
    )
    resolver = Resolver(pmap)
    text, _ = rewritten(resolver, f"{before}{written(form, forename, surname)} {after}, said {clear} {family}.")
    assert f"{clear} {family}" in text
    assert ByteSearch.of(pmap).found(text) == []
    assert before in text
    assert rewritten(resolver, text)[0] == text


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_mentions_never_overlap_and_a_second_run_changes_nothing(resolver: Resolver, words: list[str]) -> None:
    text, mentions = rewritten(resolver, " ".join(words))
    for earlier, later in pairwise(mentions):
        assert earlier.end <= later.start
    assert rewritten(resolver, text)[0] == text
