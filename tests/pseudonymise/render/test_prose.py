"""Sentences as they stand in drafts and as an editor would let them be published, each one read aloud."""

from __future__ import annotations

from itertools import pairwise

import pytest
from marked import draft_of, mentions_of, published

from reviewdocs.model.mentions import Outcome
from reviewdocs.pseudonymise.render.prose import as_prose

KIN_AND_ROLE = [
    # The word of kin or role before the name
    ("His mother, [Josie Averill|MOTHER], said so.", "His mother said so."),
    ("[Rowan|CHILD]'s mother, [Josie|MOTHER], rang.", "Child A's mother rang."),
    ("His mum [Josie|MOTHER]'s house was cold.", "His mum's house was cold."),
    ("She had told mum [Josie|MOTHER] to wait.", "She had told Mother to wait."),
    ("Mum ([Josie|MOTHER]) and Dad, [Leon|FATHER], came.", "Mother and Father came."),
    ("His birth mother ([Josie Averill|MOTHER]) wrote to him.", "His birth mother wrote to him."),
    ("They saw his mother ([Josie|MOTHER], 24) twice.", "They saw his mother (24) twice."),
    ("After seeing his mother, [Josie|MOTHER], he left.", "After seeing his mother, he left."),
    (
        "His mother, [Josie|MOTHER], and his father, [Leon Tomsett|FATHER], came.",
        "His mother and his father came.",
    ),
    ("His nan, [Winifred|MGM], said so.", "MGM said so."),
    ("[Rowan|CHILD]'s nan, [Winifred|MGM], said so.", "Child A's nan, MGM, said so."),
    ("[Rowan|CHILD]'s nan [Winifred|MGM] said so.", "Child A's nan (MGM) said so."),
    ("[Josie|MOTHER] and her partner [Craig|PARTNER] argued.", "Mother and Partner 1 argued."),
    ("[Josie|MOTHER]'s partner [Craig|PARTNER] left.", "Mother's partner (Partner 1) left."),
    ("[Josie|MOTHER]'s partner [Craig|PARTNER]'s car was there.", "Mother's partner Partner 1's car was there."),
    ("Her best friend [Kim|FRIEND] heard it.", "Her best friend (Friend 1) heard it."),
    ("A friend, [Kim Lacey|FRIEND], heard it.", "Friend 1 heard it."),
    ("They took in a lodger, [Pawel|LODGER].", "They took in the Lodger."),
    ("Health visitor [Sarah Pugh|HV] called.", "HV1 called."),
    ("The HV, [Sarah Pugh|HV], called.", "HV1 called."),
    ("The health visitor ([Sarah Pugh|HV]) called.", "HV1 called."),
    ("The family's health visitor, [Sarah Pugh|HV], called.", "The family's health visitor, HV1, called."),
    ("The allocated social worker [Hester Boland|SW] rang.", "The allocated social worker (Social Worker 1) rang."),
    (
        "Named [Nurse Sarah Pugh|NURSE] (Named Nurse for Safeguarding) called.",
        "Named Nurse 1 (for Safeguarding) called.",
    ),
    ("[Sarah Pugh|HV] (health visitor of [St Bede's|SCHOOL]) called.", "HV1 (of School 1) called."),
    ("The [Social Worker Hester Boland|SW] rang.", "Social Worker 1 rang."),
    ("He was seen by his GP, [Dr Rana|GP], in June.", "He was seen by GP 1 in June."),
    ("Another social worker, [Hester Boland|SW], rang.", "Another social worker, Social Worker 1, rang."),
    ("He lives in the village of [Stowbury|VILLAGE].", "He lives in Village 1."),
    ("His school, [St Bede's|SCHOOL], wrote.", "School 1 wrote."),
    ("His mother and father, [Josie|MOTHER] and [Leon|FATHER], came.", "His mother and father came."),
    ("His mother, [Josie|MOTHER] (24), said so.", "His mother (24), said so."),
    ("As a mother [Josie|MOTHER] struggled.", "As a mother Mother struggled."),
    ("As his mother, [Josie|MOTHER] had a say.", "As his mother, Mother had a say."),
    ("It is for his mother, [Josie|MOTHER], to say.", "It is for his mother to say."),
    ("The child, [Rowan|CHILD], and the subject child [Rowan|CHILD].", "Child A and the subject child (Child A)."),
    ("Mother [Josie Averill|MOTHER]\nFather\t[Leon|FATHER]", "Mother\nFather\tFather"),
    # ... and behind it
    ("[Josie|MOTHER], his mother, said so.", "Mother said so."),
    ("[Josie|MOTHER] (his mother) said so.", "Mother said so."),
    ("[Josie|MOTHER] (his mother, 24) said so.", "Mother (24) said so."),
    ("[Josie Averill|MOTHER], who is his mother, said so.", "Mother said so."),
    ("[Winifred|MGM], [MGM|], and [Leon|FATHER] were at home.", "MGM and Father were at home."),
    ("[Winifred|MGM], the maternal grandmother, came.", "MGM came."),
    ("After seeing [Josie|MOTHER], his mother, he left.", "After seeing Mother, he left."),
    ("[Josie|MOTHER], his mother, the nurse and [Leon|FATHER] met.", "Mother, his mother, the nurse and Father met."),
    ("[Hester Boland|SW], social worker, and [Josie|MOTHER] met.", "Social Worker 1 and Mother met."),
    ("Present: [Hester Boland|SW] (social worker), [Sarah Pugh|HV] (HV).", "Present: Social Worker 1, HV1."),
    ("[Josie|MOTHER], her mother, and [Leon|FATHER] came.", "Mother, her mother, and Father came."),
    ("[Josie|MOTHER], mother, same address", "Mother, same address"),
    ("[Winifred|MGM], Nan, came with a card.", "MGM came with a card."),
    ("[Josie|MOTHER], mother of two, said so.", "Mother, mother of two, said so."),
    ("[Josie|MOTHER], [Marnie|SIBLING]'s mother, said so.", "Mother, Sibling 1's mother, said so."),
    # Words of kin as titles
    ("[Nan Winifred|MGM] came.", "MGM came."),
    ("He rang his [nan Winifred|MGM].", "He rang MGM."),
    ("Great-[Aunt Rose|AUNT] came.", "Person 6 came."),
    ("Her great-[aunt Rose|AUNT] came.", "Her great-aunt Person 6 came."),
    ("His step-dad [Leon|FATHER] left.", "His step-dad (Father) left."),
    ("His [uncle Aled|UNCLE] rang.", "Uncle 1 rang."),
    ("[Rowan|CHILD]'s [uncle Aled|UNCLE] rang.", "Child A's uncle (Uncle 1) rang."),
    ("His great-[uncle Aled|UNCLE] rang.", "His great-uncle Uncle 1 rang."),
    ("Her sister [Josie|MOTHER] minded him.", "Her sister (Mother) minded him."),
]

ALIASES = [
    ("[Josie Averill|MOTHER], also known as [Josie Keble|MOTHER] or [Jo|MOTHER], said so.", "Mother said so."),
    ("[Josie Averill|MOTHER] (née [Keble|MOTHER]) said so.", "Mother said so."),
    ("[Josie Averill|MOTHER], formerly [Josie Keble|MOTHER], was 24.", "Mother was 24."),
    ("[Josie Averill|MOTHER], born [Josie Keble|MOTHER], who was 24, said so.", "Mother, who was 24, said so."),
    ("[Josie Averill|MOTHER] AKA [Josie Keble|MOTHER] AKA [Jo|MOTHER] was there.", "Mother was there."),
    ("[Josie|MOTHER] (“[Jo|MOTHER]”) said so.", "Mother said so."),
    ("[Josie|MOTHER] ([Jo|MOTHER])'s house was cold.", "Mother's house was cold."),
    ("[Josie|MOTHER] or [Jo|MOTHER] rang.", "Mother rang."),
    ("[Josie|MOTHER] (Mum to her family) and [Winifred|MGM], [MGM|], were in.", "Mother and MGM were in."),
    ("[Winifred|MGM] – Nan, or [Win|MGM] to the neighbours – lived next door.", "MGM lived next door."),
    ("[Winifred|MGM], known to the neighbours as [Win|MGM], lived there.", "MGM lived there."),
    ("[Rowan Averill|CHILD], referred to in this report as [Child A|], was born in May.", "Child A was born in May."),
    ("[Rowan|CHILD] ([Child A|]) and [Child A|] [Rowan|CHILD].", "Child A and Child A."),
    ("His mother, [Josie Averill|MOTHER], also known as [Jo|MOTHER], said so.", "His mother said so."),
    (
        "The family's health visitor, [Sarah Pugh|HV], also known as [Sally|HV], called.",
        "The family's health visitor, HV1, called.",
    ),
    ("[St Bede's Primary School|SCHOOL] ([St Bede's|SCHOOL]) wrote.", "School 1 wrote."),
    ("Apparently, [Josie|MOTHER], also known as [Jo|MOTHER], was out.", "Apparently, Mother was out."),
    ("[Leon|FATHER], [Josie|MOTHER], or [Jo|MOTHER], and [Winifred|MGM] came.", "Father, Mother, and MGM came."),
    ("[Josie|MOTHER] (also known as [Josie Keble|MOTHER]; [Jo|MOTHER]) came.", "Mother came."),
    ("“[Rowan|CHILD], [Rowan|CHILD], stop it!”", "“Child A, stop it!”"),
    ("I rang [Josie|MOTHER], [Josie|MOTHER] said no.", "I rang Mother, Mother said no."),
    ("Seen: [Averill Rowan|CHILD]; [R. Averill|CHILD].", "Seen: Child A; Child A."),
    ("[Josie|MOTHER] ([Jo|?]) said so.", "Mother ([name]) said so."),
    ("Name | [Josie Averill|MOTHER]\n[Josie|MOTHER] | mother", "Name | Mother\nMother | mother"),
]

FAMILIES = [
    (
        "The [Averill|AVERILLS]/[Teale|FATHER] family no longer speak to the school.",
        "The family no longer speak to the school.",
    ),
    ("[The Averill|AVERILLS]/[Tomsett family|MOTHER+FATHER:'s family] moved.", "The family moved."),
    ("The [Averill|AVERILLS]/[Tomsett|FATHER] children were seen.", "The family's children were seen."),
    ("the [Averill|MOTHER]/[Tomsett|FATHER] household", "Mother and Father's household"),
    (
        "The [Averill|AVERILLS]/[Tomsett|TOMSETTS] children met.",
        "The children in the family and the paternal family met.",
    ),
    ("[The Averill|AVERILLS:'s] children were known.", "The family's children were known."),
    ("The [Averill|AVERILLS] children's school wrote.", "The family's children's school wrote."),
    (
        "[The Averill family|AVERILLS] came. [The Averills'|AVERILLS:'s] dog did not.",
        "The family came. The family's dog did not.",
    ),
    ("The [Averill|AVERILLS] household was busy.", "The family household was busy."),
    ("The [Averill|AVERILLS] siblings were told.", "The siblings in the family were told."),
    ("Two of the [Averill|AVERILLS] and [Tomsett|TOMSETTS] families.", "Two of the family and the paternal family."),
    ("The two [Averill|AVERILLS] girls left.", "The two girls in the family left."),
    ("The youngest [Averill|AVERILLS:'s] child was ill.", "The youngest child in the family was ill."),
    ("Both [Tomsett|TOMSETTS] boys came.", "Both boys in the paternal family came."),
    ("[The Tomsett|MOTHER+FATHER:'s family] children stayed.", "The children in Mother and Father's family stayed."),
    ("[the Averill|CHILD+MOTHER:'s family] kids", "the kids in Child A and Mother's family"),
    ("[The Averill family|CHILD+MOTHER+MGM:'s family] girls left.", "The girls in Child A's family left."),
    ("The [Oduya|PARTNER]/[Craig|PARTNER] family moved.", "Partner 1's family moved."),
    ("The [Tomsett|FATHER] family moved.", "Father's family moved."),
    ("[Mr and Mrs Tomsett|FATHER+MOTHER] came.", "Father and Mother came."),
    ("[The Averills|AVERILLS] and [the Averills|AVERILLS]' house", "The family and the family's house"),
    ("[The Cranes|CRANES]' cranes were old.", "The neighbours' cranes were old."),
    ("[The Crane family|CRANES]'s car and [the Cranes|CRANES]'s dog.", "The neighbours' car and the neighbours' dog."),
    ("He knew [the Cranes|CRANES]' son well.", "He knew the neighbours' son well."),
    ("The [Crane|CRANES] children's school wrote.", "The neighbours' children's school wrote."),
    (
        "[Averill|AVERILLS]-related calls and a non-[Averill|AVERILLS] child.",
        "Family-related calls and a non-family child.",
    ),
]

PLACES = [
    ("The [Harrowmere|TOWN] office closed.", "The Town 1 office closed."),
    (
        "A [St Bede's|SCHOOL] teacher rang. An [Averill|AVERILLS] cousin came.",
        "A School 1 teacher rang. A cousin in the family came.",
    ),
    ("It was a [Sarah Pugh|HV] visit.", "It was an HV1 visit."),
    ("Nether [Stowbury|VILLAGE] and Lower [Harrowmere|TOWN] flooded.", "Village 1 and Town 1 flooded."),
    ("They lived in North [Harrowmere|TOWN].", "They lived in north Town 1."),
    ("He met her in [Harrowmere|TOWN] town centre.", "He met her in Town 1 centre."),
    ("[Harrowmere|CITY] City Council and the [Harrowmere|CITY] office", "The City Council and the City office"),
    ("An ex-[Harrowmere|CITY] man and a [Harrowmere|CITY]-based firm.", "An ex-City man and a City-based firm."),
    ("[Harrowmere|CITY], where they lived, is old.", "The City, where they lived, is old."),
    ("Address:\t[Harrowmere|CITY]\t[Averill family|AVERILLS]", "Address:\tCity\tFamily"),
    ("[Josie|MOTHER], [Pawel|LODGER] and [Winifred|MGM] | [Pawel|LODGER]", "Mother, Lodger and MGM | Lodger"),
    ("SHE STOOD BEHIND [HARROWMERE|CITY] TOWN HALL", "SHE STOOD BEHIND THE CITY TOWN HALL"),
    ("[HARROWMERE|TOWN]\nDear [Ms Averill|MOTHER],", "Town 1\nDear Mother,"),
]

PANEL = [
    ("Detective [Inspector Paul Sandring|SEAT] told the panel.", "The Detective Inspector told the panel."),
    ("They heard Detective Inspector [Sandring|SEAT].", "They heard the Detective Inspector."),
    (
        "[Paul Sandring|SEAT], Detective Inspector, Northvale Constabulary",
        "Detective Inspector, Northvale Constabulary",
    ),
    ("[Paul Sandring|SEAT], Detective Inspector, told the panel.", "The Detective Inspector told the panel."),
    (
        "[Paul Sandring|SEAT], Detective Inspector at Northvale Constabulary, agreed.",
        "The Detective Inspector, at Northvale Constabulary, agreed.",
    ),
    (
        "Members: [Paul Sandring|SEAT] (Detective Inspector, Northvale Constabulary).",
        "Members: Detective Inspector (Northvale Constabulary).",
    ),
    ("The Detective Inspector ([Paul Sandring|SEAT]) agreed.", "The Detective Inspector agreed."),
    ("Our Detective Inspector, [Paul Sandring|SEAT], agreed.", "Our Detective Inspector agreed."),
    (
        "Detective Inspector, Northvale Constabulary ([Paul Sandring|SEAT])",
        "Detective Inspector, Northvale Constabulary",
    ),
    ("The panel was chaired by [Paul Sandring|SEAT].", "The panel was chaired by the Detective Inspector."),
    ("[Paul Sandring|SEAT]'s view was clear.", "The Detective Inspector's view was clear."),
    ("[Paul Sandring|SEAT]\tDetective Inspector", "\tDetective Inspector"),
    ("[Paul Sandring|SEAT]\t12 May", "Detective Inspector\t12 May"),
    ("Apologies: [Paul Sandring|SEAT]", "Apologies: Detective Inspector"),
    ("It was checked ([Paul Sandring|SEAT]).", "It was checked (Detective Inspector)."),
    ("In March [Paul Sandring|SEAT] resigned.", "In March the Detective Inspector resigned."),
    ("Acting Detective Inspector [Sandring|SEAT] came.", "Acting Detective Inspector came."),
    ("[Ruth Long|] and [Paul Sandring|SEAT] met.", "Ruth Long and the Detective Inspector met."),
    ("Dear [Mr Sandring|SEAT],", "Dear Detective Inspector,"),
    ("[Paul Sandring|SEAT] (Inspector) left.", "The Detective Inspector left."),
    ("[Paul Sandring|SEAT], Inspector, left.", "The Detective Inspector left."),
    ("[Paul Sandring|SEAT] (Detective Inspector for Crime) left.", "The Detective Inspector left."),
    ("[Paul Sandring|SEAT] (Inspector, Detective) left.", "The Detective Inspector left."),
    ("[Paul Sandring|SEAT] (DI) left.", "The Detective Inspector left."),
    ("The Inspector ([Paul Sandring|SEAT]) left.", "The Detective Inspector left."),
    ("Inspector [Paul Sandring|SEAT] left.", "The Detective Inspector left."),
    ("[Paul Sandring|SEAT] – Detective Inspector – left.", "The Detective Inspector left."),
    ("[Paul Sandring|SEAT] (chair) left.", "The Detective Inspector (chair) left."),
    ("[Paul Sandring|SEAT], who is kind, left.", "The Detective Inspector, who is kind, left."),
    (
        "Present: [Paul Sandring|SEAT], Northvale Constabulary (Detective Inspector).",
        "Present: Northvale Constabulary (Detective Inspector).",
    ),
]

CAPITALS = [
    ("[ROWAN AVERILL|CHILD] AND [THE AVERILL FAMILY|AVERILLS]", "CHILD A AND THE FAMILY"),
    ("SW: [AVERILL|MOTHER]", "SW: Mother"),
    ("The HV, [Sarah|HV], rang. His school, [St Bede's|SCHOOL], did not.", "HV1 rang. School 1 did not."),
]

SENTENCES = [*KIN_AND_ROLE, *ALIASES, *FAMILIES, *PLACES, *PANEL, *CAPITALS]


@pytest.mark.parametrize(("marked", "expected"), SENTENCES)
def test_reads_as_an_editor_would_have_it(marked: str, expected: str) -> None:
    assert published(marked) == expected


@pytest.mark.parametrize("marked", [marked for marked, _ in SENTENCES])
def test_every_name_stays_covered_and_everybody_stays_who_they_are(marked: str) -> None:
    found, paragraph = mentions_of(marked), draft_of(marked)
    worded = as_prose(paragraph, found)
    gone = [m for m in worded if m.outcome is not Outcome.KEPT]
    assert [(m.refs, m.outcome) for m in gone] == [(m.refs, m.outcome) for m in found if m.outcome is not Outcome.KEPT]
    for before, after in zip((m for m in found if m.outcome is not Outcome.KEPT), gone, strict=True):
        assert after.start <= before.start and before.end <= after.end
        assert after.text == paragraph.text[after.start : after.end]
    assert all(earlier.end <= later.start for earlier, later in pairwise(worded))


def test_what_is_kept_and_undecided_stays_as_it_is() -> None:
    marked = "[Ruth Long|] met [Jo|?] and his nan ([Ruth Long|])."
    assert as_prose(draft_of(marked), mentions_of(marked)) == mentions_of(marked)
