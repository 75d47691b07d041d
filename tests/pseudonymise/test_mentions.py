"""Sentences as they stand in drafts, and as they may be published."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from drafting import rewritten

from reviewdocs.model.mentions import Outcome
from reviewdocs.pseudonymise import Resolver

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("draft", "published"),
    [
        ("LINDQVIST, Hope Ingrid was seen.", "Child K was seen."),
        ("Seen: Lindqvist Hope; H. Lindqvist; H.I. Lindqvist.", "Seen: Child K; Child K; Child K."),
        ("Dr. Mueller-Hart rang, then Dr Hart, then ZOË MÜLLER HART.", "GP 1 rang, then GP 1, then GP 1."),
        ("PC 4421 Field and PC W. Field's colleague", "Police Officer 3 and Police Officer 3's colleague"),
        ("Hope\u00a0Lind\u00adqvist and Bjo\u0308rn Lind\u200bqvist", "Child K and Father"),
        ("hope lindqvist was with nathaniel drew", "Child K was with Sibling 1"),
        ('Nathaniel (Nate) Drew and Nathaniel "Nate" Drew', "Sibling 1 and Sibling 1"),
        ("Hope\nLindqvist", "Child K"),
        ("Attended by Archer, Bill and by Nanny Pearl", "Attended by Social Worker 2 and by MGM"),
        ("Hope (HL) and Björn (BL) met. BL left.", "Child K and Father met. Father left."),
        ("Seen: H. Lindqvist; H.L. and hope_lindqvist", "Seen: Child K; Child K and Child K"),
        ("Summer Drew-Lindqvist and Ms Drew-Lindqvist rang.", "Mother and Mother rang."),
        (
            "Nathaniel Drew met Björn L., who left. He told N.D. that.",
            "Sibling 1 met Father, who left. He told Sibling 1 that.",
        ),
        ("DREW Pearl B 30/04/61", "MGM B 30/04/61"),
    ],
)
def test_one_person_in_every_official_form(say: Say, draft: str, published: str) -> None:
    assert say(draft) == published


@pytest.mark.parametrize(
    ("draft", "published"),
    [
        ("There was hope that Hope would thrive.", "There was hope that Child K would thrive."),
        ("In Summer 2019 the plan ended.", "In Summer 2019 the plan ended."),
        (
            "The meeting will be held on Monday. It will not wait.",
            "The meeting will be held on Monday. It will not wait.",
        ),
        ("The bill was unpaid.", "The bill was unpaid."),
        ("Pearl Drew rang. pearl drew rang from work.", "MGM rang. MGM rang from work."),
    ],
)
def test_ordinary_words_stay_and_names_go(say: Say, draft: str, published: str) -> None:
    assert say(draft) == published


@pytest.mark.parametrize(
    ("draft", "published"),
    [
        ("Ms Drew and Mrs Drew came.", "Mother and MGM came."),
        ("Mr and Mrs Lindqvist were out.", "Father and Mother were out."),
        ("The Drews met. The Lindqvist family left.", "The maternal family met. The family left."),
        ("Mr and Mrs Drew were out.", "[name] were out."),
        ("Mr Archer met Ruth Archer. Ms Archer agreed.", "Social Worker 2 met Ruth Archer. Ms Archer agreed."),
        ("Summer Drew (née Lindqvist) said so.", "Mother said so."),
    ],
)
def test_people_who_share_a_name_are_told_apart(say: Say, draft: str, published: str) -> None:
    assert say(draft) == published


@pytest.mark.parametrize(
    ("draft", "published"),
    [
        ("His mother, Summer, agreed.", "His mother agreed."),
        ("I met nurse Nathaniel Asante.", "I met Nurse 1."),
        ("Marwick grew. Near Marwick-based firms.", "The Town grew. Near Town-based firms."),
    ],
)
def test_designations_fit_their_sentence(say: Say, draft: str, published: str) -> None:
    assert say(draft) == published


@pytest.mark.parametrize(
    ("draft", "published"),
    [
        ("NHS 9990000018, at 8 Pearl St, Marwick.", "NHS [NHS number], at [address]."),
        ("Write to hope.lindqvist@post.example now.", "Write to [e-mail] now."),
        ("Seen on @nathaniel_drew91 and https://x.example/hope-lindqvist.", "Seen on [handle] and [link]."),
        ("File hope_lindqvist_plan.docx", "File Child_K_plan.docx"),
        ("S:\\Cases\\HLindqvist\\notes.docx", "S:\\Cases\\Child_K\\notes.docx"),
        ("st_cuthberts_primary_school_log.pdf", "School_1_log.pdf"),
        ("n_drew.docx, drew_n.docx", "Sibling 1.docx, Sibling 1.docx"),
        ("Item #12, #RefreshedPolicy and #JusticeForLindqvist", "Item #12, #RefreshedPolicy and [handle]"),
        ("Mail info@council.example", "Mail info@council.example"),
    ],
)
def test_details_addresses_and_files(say: Say, draft: str, published: str) -> None:
    assert say(draft) == published


def test_panel_names_go_and_their_titles_and_employers_stay(say: Say) -> None:
    draft = "Present: Imogen Thackray, Head of Quality, Marwick City Council. Ms Thackray asked."
    assert say(draft) == "Present: Head of Quality, Marwick City Council. The Head of Quality asked."


def test_an_employer_that_the_map_replaces_stays_only_beside_its_seat(say: Say) -> None:
    draft = "Named Midwife, Wending Royal Infirmary. Hope was taken to Wending Royal Infirmary."
    assert say(draft) == "Named Midwife, Wending Royal Infirmary. Child K was taken to Hospital 1."


def test_a_permitted_name_is_kept_and_told(resolver: Resolver) -> None:
    text, mentions = rewritten(resolver, "Ruth Archer chaired. Ruth agreed.")
    assert text == "Ruth Archer chaired. Ruth agreed."
    assert [m.outcome for m in mentions] == [Outcome.KEPT, Outcome.KEPT]


@pytest.mark.parametrize(
    ("draft", "published", "alternative"),
    [
        ("Hannah Lindqvist was seen.", "[name] was seen.", "somebody else"),
        ("Hannah Müller-Hart was seen.", "[name] was seen.", "GP"),
        ("Hannah Müller-Hart was seen.", "[name] was seen.", "somebody else"),
    ],
)
def test_what_cannot_be_told_is_shown_to_a_person(
    resolver: Resolver, draft: str, published: str, alternative: str
) -> None:
    text, mentions = rewritten(resolver, draft)
    assert text == published
    assert [m.outcome for m in mentions] == [Outcome.UNDECIDED]
    assert alternative in mentions[0].alternatives


def test_every_mention_says_why(resolver: Resolver) -> None:
    _, mentions = rewritten(resolver, "Mrs Drew, PC Field, St Cuthberts, the Drews, HL Lindqvist and Hope Lindqvist")
    assert all(mention.evidence for mention in mentions)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Hope Lindqvist.docx", "Child K.docx"),
        ("lindqvist_hope_v2.final.txt", "Child_K_v2.final.txt"),
        ("report.md", "report.md"),
        (".docx", ".docx"),
    ],
)
def test_file_names(resolver: Resolver, name: str, safe: str) -> None:
    assert resolver.file_name(name) == safe
