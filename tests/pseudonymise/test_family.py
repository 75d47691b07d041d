"""A family's own copy: their names stay, everybody else's go, and nobody suspected keeps theirs unasked."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reviewdocs.errors import UsageError
from reviewdocs.language.kin import is_kin, is_suspected
from reviewdocs.model.pseudonyms import MappedPerson, NamedInClear, PseudonymMap
from reviewdocs.pseudonymise.family import family_map
from reviewdocs.store.maps import no_passphrase, read_map

ROOT = Path(__file__).resolve().parents[2]
MAP = ROOT / "pseudonym_maps/lcspr-worked-example.yaml"
DRAFT = """Kirsty Garside rang Aoife Brannigan at Tannergate Surgery about Ivy Havlíček, whom Kirst calls Beanie.
The Havlíčeks met PC Kieran Duxbury in Skelderby. Jordan Stubbs was there, and Miles.
Ms Garside's number is 07700 900142; Ivy's NHS number is 999 014 2076. She lived at 14 Tannery Row.
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    made = tmp_path / "case"
    (made / "drafts").mkdir(parents=True)
    shutil.copy(MAP, made / "pseudonyms.yaml")
    (made / "drafts/note.txt").write_text(DRAFT, encoding="utf-8")
    return made


def worked() -> PseudonymMap:
    return read_map(MAP, no_passphrase)[0]


def with_role(pmap: PseudonymMap, ref: str, role: str) -> PseudonymMap:
    people = tuple(dataclasses.replace(p, role=role) if p.id == ref else p for p in pmap.people)
    return dataclasses.replace(pmap, people=people)


@pytest.mark.parametrize(
    "role",
    ["mother", "subject child", "subject adult", "victim", "maternal half-sibling", "Stepfather", "MGM", "step-sister",
     "daughter of the victim", "the child's father", "late husband", "great-aunt", "brother, alleged abuser"],
)  # fmt: skip
def test_kin(role: str) -> None:
    assert is_kin(role)


@pytest.mark.parametrize(
    "role",
    ["mother's partner", "ward sister", "family support worker", "foster carer", "perpetrator", "neighbour", "adult",
     "friend of the mother", "children's social worker", "nursery manager", "nursing sister", "", "-"],
)  # fmt: skip
def test_no_kin(role: str) -> None:
    assert not is_kin(role)


def test_a_suspected_parent_keeps_no_name_unasked() -> None:
    assert is_suspected("father, alleged abuser") and is_suspected("Suspect") and not is_suspected("father")
    pmap = with_role(worked(), "FATHER", "father, alleged abuser")
    for made in (family_map(pmap), family_map(worked(), suspected=["FATHER"])):
        assert "Father" not in made.kept and made.suspected == ("Father",) and "Father" in made.note
        assert {"Child A", "Mother", "MGM"} <= set(made.kept)
        assert "Father" in made.shared, "his surname is his child's"
    asked = family_map(pmap, ["FATHER"])
    assert asked.kept == ("Father",) and not asked.suspected


def test_who_stays_is_named_in_clear_and_no_map_can_say_so() -> None:
    made = family_map(worked())
    clear = {person.id for person in made.pmap.people if isinstance(person, NamedInClear)}
    assert clear == {"CHILD", "SIBLING", "MOTHER", "FATHER", "MGM", "AUNT"}
    assert all(type(person) is MappedPerson for person in worked().people)
    assert not made.pmap.groups
    assert not any(word in made.note for word in ("Ivy", "Kirsty", "Havlíček", "Garside"))


def test_an_id_that_is_nobodys_is_refused() -> None:
    with pytest.raises(UsageError, match="NOBODY"):
        family_map(worked(), ["NOBODY"])
    nobody = dataclasses.replace(worked(), people=worked().people[-3:], groups=())
    with pytest.raises(UsageError, match="names nobody"):
        family_map(nobody)


def test_the_familys_names_stay_and_all_others_go(cli: Callable[..., Any], case: Path) -> None:
    answer = cli("anonymise", case / "drafts/note.txt", "--case", case, "--audience", "family", "--json")
    made = json.loads(answer.out)
    (document,) = made["documents"]
    copy = Path(document["output"])
    assert copy == case / "records/family/note.txt" and document["verified"]
    text = copy.read_text(encoding="utf-8")
    for own in ("Kirsty Garside", "Ivy Havlíček", "Kirst", "Beanie", "Havlíčeks", "Ms Garside's", "Miles"):
        assert own in text, text
    for other in ("Aoife", "Brannigan", "Duxbury", "Stubbs", "Skelderby", "Tannergate", "07700", "999 014", "Tannery"):
        assert other not in text, text
    assert any("Family copy" in note for note in made["notes"])
    assert not (case / "anonymised").exists()
    again = cli("anonymise", case / "drafts/note.txt", "--case", case, "--audience", "family")
    assert again.code == answer.code and copy.read_text(encoding="utf-8") == text


def test_a_copy_for_one_of_the_family_keeps_that_name_alone(cli: Callable[..., Any], case: Path) -> None:
    (case / "drafts/note.txt").write_text("Pearl Garside rang Ivy Havlíček and Jordan Stubbs.\n", encoding="utf-8")
    cli("anonymise", case / "drafts/note.txt", "--case", case, "--audience", "family", "--for", "MGM")
    text = (case / "records/family/note.txt").read_text(encoding="utf-8")
    assert text == "Pearl Garside rang Child A and Adult 1.\n"


@pytest.mark.parametrize("folder", ["anonymised", "publication", "anonymised/family"])
def test_it_never_lies_among_the_deidentified(cli: Callable[..., Any], case: Path, folder: str) -> None:
    draft = case / "drafts/note.txt"
    for audience in ("family", "restricted"):
        answer = cli("anonymise", draft, "--case", case, "--audience", audience, "-o", case / folder)
        assert answer.code == 2 and "de-identified" in answer.err
    assert not (case / folder).exists()


def test_whose_names_stay_is_said_of_a_familys_copy_only(cli: Callable[..., Any], case: Path) -> None:
    answer = cli("anonymise", case / "drafts/note.txt", "--case", case, "--for", "MGM")
    assert answer.code == 2 and "--audience family" in answer.err


def test_a_public_copy_is_made_beside_it_and_holds_none_of_its_names(cli: Callable[..., Any], case: Path) -> None:
    draft = case / "drafts/note.txt"
    cli("anonymise", draft, "--case", case, "--audience", "family")
    cli("anonymise", draft, "--case", case)
    text = (case / "anonymised/note.txt").read_text(encoding="utf-8")
    assert "Kirsty" not in text and "Havlíček" not in text
