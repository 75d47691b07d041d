"""Who is meant where two people of the map bear the name, where a title, kin or a forename leaves no doubt."""

from __future__ import annotations

import pytest
from drafting import rewritten

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.pseudonymise import Resolver
from reviewdocs.records.load import validated


def _person(ref: str, role: str, forename: str, surname: str, **more: object) -> dict[str, object]:
    return {"id": ref, "role": role, "pseudonym": ref, "forename": forename, "surname": surname, **more}


RESOLVER = Resolver(
    validated(
        PseudonymMap,
        {
            "id": "X",
            "review_type": "DHR",
            "people": [
                _person("Victim", "victim", "Una", "Tranter", title="Mrs", pronouns="she/her"),
                _person("Husband", "husband", "Evan", "Tranter", title="Mr", pronouns="he/him", known_as=["Emlyn"]),
                _person("Son", "son of victim", "Corin", "Tranter", title="Mr", pronouns="he/him"),
                _person("Grandson", "grandson", "Jory", "Tranter", middle="Noel", pronouns="he/him"),
                _person("Granddaughter", "granddaughter", "Nia", "Tranter", pronouns="she/her"),
                _person("Nurse 1", "memory nurse", "Idwal", "Emlyn", title="Mr", pronouns="he/him"),
                _person("PC 1", "police officer", "Corin", "Sykes", title="PC", pronouns="he/him"),
                _person("HV 1", "health visitor", "Wilma", "Grice", title="Ms", pronouns="she/her"),
                _person("Aunt", "aunt of victim", "Wilma", "Tranter", pronouns="she/her"),
            ],
        },
    )
)


@pytest.mark.parametrize(
    ("draft", "published"),
    [
        ("Corin Tranter met Corin Sykes.", "Son met PC 1."),
        ("TRANTER, Corin met SYKES C.", "Son met PC 1."),
        ("Idwal Emlyn met Evan Tranter.", "Nurse 1 met Husband."),
        ("Wilma Grice rang Wilma Tranter.", "HV 1 rang Aunt."),
        ("Her husband, Emlyn, rang.", "Her husband rang."),
        ("PC Corin Sykes came. PC Corin left.", "PC 1 came. PC 1 left."),
        ("Nia Tranter left. NT was tearful.", "Granddaughter left. Granddaughter was tearful."),
        ("J. Tranter; J.N. Tranter and Jory Noel.", "Grandson; Grandson and Grandson."),
    ],
)
def test_what_tells_them_apart(draft: str, published: str) -> None:
    assert rewritten(RESOLVER, draft)[0] == published


def test_a_bare_surname_of_many_is_nobody_certain() -> None:
    assert rewritten(RESOLVER, "We met Tranter there.")[0] == "We met [name] there."
