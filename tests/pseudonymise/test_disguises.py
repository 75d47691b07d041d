"""Names that a reader sees and letters do not show are replaced like any other; what is no name is left alone."""

from __future__ import annotations

import pytest

from reviewdocs.model.mentions import Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import entities_of
from reviewdocs.pseudonymise import Resolver
from reviewdocs.pseudonymise.disguises import Disguises
from reviewdocs.pseudonymise.standing import Standing
from reviewdocs.records.load import validated

MAP = validated(
    PseudonymMap,
    {
        "id": "S-1",
        "review_type": "LCSPR",
        "people": [
            {"id": "CHILD", "role": "child", "pseudonym": "Child A", "forename": "Ottilie", "surname": "Quillfeather"},
            {"id": "MUM", "role": "mother", "pseudonym": "Mother", "forename": "Hope", "surname": "Long"},
            {"id": "AUNT", "role": "aunt", "pseudonym": "Aunt", "forename": "Nadia", "surname": "Andrews"},
        ],
    },
)
RESOLVER = Resolver(MAP)


def _copy(*texts: str) -> list[str]:
    paragraphs = [Paragraph("text", number, text) for number, text in enumerate(texts)]
    made = {paragraph.key: paragraph.text for paragraph in paragraphs}
    for mention in reversed(RESOLVER.resolve(paragraphs)):
        if mention.outcome is not Outcome.KEPT:
            text = made[mention.paragraph]
            made[mention.paragraph] = f"{text[: mention.start]}{mention.replacement}{text[mention.end :]}"
    return list(made.values())


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("Seen: Оttіlіе at home.", "Seen: Child A at home."),
        ("Seen: O-T-T-I-L-I-E, at home.", "Seen: Child A, at home."),
        ("Seen: \u202eeilittO\u202c at home.", "Seen: Child A at home."),
        ("Seen: Ott<i>ili</i>e at home.", "Seen: Child A at home."),
        ("She rang Н-О-Р-Е at home.", "She rang Mother at home."),
    ],
)
def test_a_disguised_name_is_replaced_whole(text: str, copy: str) -> None:
    assert _copy(text) == [copy]


def test_letters_each_a_paragraph_become_one_question() -> None:
    assert _copy("Seen:", *"Ottilie", "at home.") == ["Seen:", "[name]", *[""] * 6, "at home."]


@pytest.mark.parametrize(
    "text",
    [
        "Options A, B, C and D; see parts a), b), c), d) and e).",
        "The N.H.S., the N.S.P.C.C. and B.A.S.W. wrote at 10 a.m., i.e. late.",
        "Present: J. S., K. L., M. N. O. and P. Q.",
        "M T W T F S S",
        "Αθήνα, Москва и Київ, Zoë, Łódź and Aidan.",
        "Project H.O.P.E. ran for a year.",
    ],
)
def test_ordinary_letters_lists_and_acronyms_are_no_disguise(text: str) -> None:
    assert not Disguises(entities_of(MAP)).found(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It was signed eilittO in ink.", True),
        ("It was signed by quill.feather in ink.", True),
        ("Aidan was seen.", False),
    ],
)
def test_what_is_not_replaced_is_to_be_looked_at(text: str, told: bool) -> None:
    paragraphs = [Paragraph("text", 0, text)]
    found = Standing(MAP, RESOLVER).found(paragraphs, RESOLVER.resolve(paragraphs))
    mentioned = any(m.outcome is not Outcome.KEPT for m in RESOLVER.resolve(paragraphs))
    assert (mentioned or any(still.to_look_at for still in found)) is told
