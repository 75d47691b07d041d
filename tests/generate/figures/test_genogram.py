"""Genograms: families as a family therapist would draw them, and no name in them that anonymising leaves."""

from __future__ import annotations

import datetime as dt
import io
import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from reviewdocs.generate.figures import genogram as module
from reviewdocs.generate.figures.drawing import Label, Shape, Stroke
from reviewdocs.generate.figures.genogram import genogram
from reviewdocs.generate.figures.kinship import Bond, Parted, kinship
from reviewdocs.generate.figures.rows import placed
from reviewdocs.model.review import Person
from reviewdocs.records.review_data import load_review

ROOT = Path(__file__).resolve().parents[3]
ON = dt.date(2023, 11, 3)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def person(
    key: str, role: str, name: str, pronouns: str = "", *relations: str, born: int = 0, died: int = 0, home: str = ""
) -> Person:
    """Somebody whose relations are told as "mother of CHILD"."""
    told = [relation.rsplit(" ", 1) for relation in relations]
    return Person(
        id=key,
        role=role,
        forename=name,
        surname="Quillfeather",
        pronouns=pronouns,
        dob=dt.date(born, 1, 1) if born else None,
        died=dt.date(died, 6, 1) if died else None,
        addresses=(home,) if home else (),
        relations=tuple({"kind": kind, "to": to} for kind, to in told),  # type: ignore[arg-type]
    )


THREE_GENERATIONS = (
    person("CHILD", "subject child", "Tam", "he/him", born=2019, died=2023, home="1 Low Road"),
    person("BEA", "half-sibling", "Bea", "she/her", born=2012, home="1 Low Road"),
    person("CAL", "half-sibling", "Cal", "he/him", born=2015, home="9 Mill Lane"),
    person("DOT", "sibling", "Dot", "she/her", born=2021, home="1 Low Road"),
    person(
        "MOTHER",
        "mother",
        "Eve",
        "she/her",
        "mother of CHILD",
        "mother of BEA",
        "mother of DOT",
        born=1990,
        home="1 Low Road",
    ),
    person(
        "FATHER",
        "father",
        "Finn",
        "he/him",
        "father of CHILD",
        "father of CAL",
        "father of DOT",
        "separated husband of MOTHER",
        born=1988,
    ),
    person("GUS", "Bea's father", "Gus", "he/him", "father of BEA", "former partner of MOTHER", born=1985),
    person(
        "HANA",
        "Cal's mother",
        "Hana",
        "she/her",
        "mother of CAL",
        "former wife of FATHER",
        born=1989,
        home="9 Mill Lane",
    ),
    person("MGM", "maternal grandmother", "Ida", "she/her", "mother of MOTHER", "wife of MGF", born=1960, died=2020),
    person("MGF", "maternal grandfather", "Jim", "he/him", "father of MOTHER", born=1958),
    person("PGM", "paternal grandmother", "Lil", "she/her", "mother of FATHER", born=1959),
    person("FRIEND", "family friend", "Moll", "she/her", "friend of MOTHER"),
)
ADULT = (
    person("ADULT", "adult at risk", "Mabel", "she/her", "widow of NED", "mother of OLLY", born=1938, died=2023),
    person("NED", "husband", "Ned", "he/him", born=1936, died=2010),
    person("OLLY", "son", "Olly", "he/him", "married to PAT", born=1962),
    person("PAT", "daughter-in-law", "Pat", "she/her"),
    person("ROB", "grandson", "Rob", "he/him", "son of OLLY", "son of PAT", "grandson of ADULT", born=1990),
)
HOMICIDE = (
    person("UNA", "victim", "Una", "she/her", "wife of VIC", "mother of WES", "mother of XAN", born=1985, died=2023),
    person("VIC", "perpetrator", "Vic", "he/him", "father of WES", "father of XAN", born=1980),
    person("WES", "child", "Wes", "he/him", born=2010),
    person("XAN", "child", "Xan", "they/them", born=2013),
    person("YAS", "sister", "Yas", "she/her", "sister of UNA", born=1987),
)
MANY = (
    *(person(f"C{n}", f"sibling {n}", f"Kid{n}", "she/her", born=2010 + n, home="2 Hill") for n in range(7)),
    person("ANN", "mother", "Ann", "she/her", *(f"mother of C{n}" for n in range(7)), born=1985, home="2 Hill"),
    person("BOB", "father", "Bob", "he/him", *(f"father of C{n}" for n in range(3)), born=1980),
    person(
        "COL", "stepfather", "Col", "he/him", *(f"father of C{n}" for n in range(3, 6)), "partner of ANN", home="2 Hill"
    ),
    person("DAN", "father", "Dan", "he/him", "father of C6", born=1979),
)
FOSTER = (
    person("ZED", "subject child", "Zed", "he/him", "son of ABI", born=2015, home="6 Oak"),
    person("ABI", "mother", "Abi", "she/her", born=1995),
    person("BET", "foster carer", "Bet", "she/her", "foster mother of ZED", "married to CY", born=1970, home="6 Oak"),
    person("CY", "foster carer", "Cy", "he/him", born=1968, home="6 Oak"),
    person("DES", "uncle", "Des", "he/him", "brother of ABI", born=1990),
)
FAMILIES = {"CHILD": THREE_GENERATIONS, "ADULT": ADULT, "UNA": HOMICIDE, "C6": MANY, "ZED": FOSTER}


@pytest.fixture
def marks(monkeypatch: pytest.MonkeyPatch) -> Callable[[Sequence[Person], str], list[Any]]:
    """What is drawn of a family."""

    def draw(people: Sequence[Person], subject: str) -> list[Any]:
        seen: list[Any] = []

        def drawn(what: Sequence[Any], *size: float, **more: str) -> str:
            seen.extend(what)
            assert all(0 <= x <= size[0] and 0 <= y <= size[1] for mark in what for x, y in _ends(mark))
            return ""

        monkeypatch.setattr(module, "drawn", drawn)
        assert genogram(people, subject, ON)
        return seen

    return draw


def _ends(mark: Any) -> list[tuple[float, float]]:
    if isinstance(mark, Stroke):
        return list(mark.points)
    if isinstance(mark, Shape):
        return [
            (mark.x - mark.width / 2, mark.y - mark.height / 2),
            (mark.x + mark.width / 2, mark.y + mark.height / 2),
        ]
    return [(mark.x - mark.width / 2, mark.y), (mark.x + mark.width / 2, mark.y)]


@pytest.mark.parametrize("subject", FAMILIES)
def test_nobody_stands_on_anybody_and_children_stand_below_their_parents(subject: str) -> None:
    people = FAMILIES[subject]
    family = kinship(people, subject)
    spots = placed(family, (), {one.id: one.dob for one in people})
    for (one, (x, row)), (other, (across, level)) in itertools.combinations(spots.items(), 2):
        assert row != level or abs(x - across) > 0.999, (one, other)
    for union in family.unions:
        assert all(spots[child][1] > spots[parent][1] for child in union.children for parent in union.partners)
        born = [spots[child][0] for child in union.children]
        assert born == sorted(born)


@pytest.mark.parametrize("subject", FAMILIES)
def test_everything_stays_on_the_page(subject: str, marks: Callable[..., list[Any]]) -> None:
    drawn = marks(FAMILIES[subject], subject)
    assert max(x for mark in drawn for x, _ in _ends(mark)) <= 16


def test_half_siblings_separation_death_and_household(marks: Callable[..., list[Any]]) -> None:
    family = kinship(THREE_GENERATIONS, "CHILD")
    assert {union.partners: (union.bond, union.children) for union in family.unions} == {
        ("FATHER", "MOTHER"): (Bond(married=True, parted=Parted.SEPARATED), ("CHILD", "DOT")),
        ("GUS", "MOTHER"): (Bond(married=False, parted=Parted.SEPARATED), ("BEA",)),
        ("FATHER", "HANA"): (Bond(married=True, parted=Parted.DIVORCED), ("CAL",)),
        ("MGF", "MGM"): (Bond(married=True), ("MOTHER",)),
        ("PGM",): (None, ("FATHER",)),
    }
    assert family.others == ("FRIEND",)
    drawn = marks(THREE_GENERATIONS, "CHILD")
    crosses = [mark for mark in drawn if isinstance(mark, Stroke) and len(mark.points) == 2 and _slanting(mark)]
    assert len(crosses) == 2 * 2 + 1 + 1 + 2  # two who died, two separations, a divorce
    homes = [mark for mark in drawn if isinstance(mark, Stroke) and mark.closed]
    within = [sorted(_name(m) for m in drawn if isinstance(m, Label) and _within(m, home)) for home in homes]
    assert within == [
        ["Bea Quillfeather", "Dot Quillfeather", "Eve Quillfeather", "Tam Quillfeather"],
        ["Cal Quillfeather", "Hana Quillfeather"],
    ]
    said = {_name(mark): mark.lines[mark.strong :] for mark in drawn if isinstance(mark, Label)}
    assert said["Ida Quillfeather"][-1] == "died aged 60" and "Moll Quillfeather" not in said


def _name(label: Label) -> str:
    return " ".join(label.lines[: label.strong])


def _slanting(mark: Stroke) -> bool:
    (x, y), (across, down) = mark.points
    return x != across and y != down


def _within(label: Label, home: Stroke) -> bool:
    """Whether a point is inside a polygon: a ray from it crosses the border an odd number of times."""
    x, y, inside = label.x, label.y, False
    for (ax, ay), (bx, by) in zip(home.points, [*home.points[1:], home.points[0]], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            inside = not inside
    return inside


def test_signs_are_explained_as_far_as_they_stand_there() -> None:
    told = genogram(THREE_GENERATIONS, "CHILD", ON)
    assert told and told.left_out.startswith("Not in the figure: Moll Quillfeather (family friend).")
    for sign in ("Square: male", "cross: has died", "one stroke across a line: separated", "two strokes: divorced"):
        assert sign in told.key
    plain = genogram(ADULT, "ADULT", ON)
    assert plain and "divorced" not in plain.key and "household" not in plain.key and not plain.left_out
    fostered = genogram(FOSTER, "ZED", ON)
    assert fostered and "dashed line to a child: fostered or adopted" in fostered.key
    assert "diamond: not said" in (genogram(HOMICIDE, "UNA", ON) or plain).key


def test_a_sister_has_the_parents_that_are_told_of_the_other() -> None:
    family = kinship((*HOMICIDE, person("ING", "mother", "Ingrid", "she/her", "mother of UNA")), "UNA")
    assert ("UNA", "YAS") in [union.children for union in family.unions] and not family.siblings


def test_a_person_alone_has_no_genogram() -> None:
    assert genogram(THREE_GENERATIONS[:1], "CHILD", ON) is None


def test_what_contradicts_itself_is_drawn_all_the_same() -> None:
    odd = (
        person("A", "one", "Ash", "", "mother of B", "daughter of B"),
        person("B", "two", "Bryn", "", "sister of A", "grandmother of A", "married to A"),
        *(person(key, "parent", key, "", "parent of A", "adoptive mother of B") for key in "CDE"),
    )
    assert genogram(odd, "A", ON)


def test_in_a_copy_it_says_designations_only(tmp_path: Path, cli: Callable[..., Any]) -> None:
    review = load_review(ROOT / "examples/lcspr-demo/review.yaml")
    made = genogram(review.people, review.subject, review.incident.date)
    assert made
    document = docx.Document()
    document.add_paragraph("Family")
    figure = etree.fromstring(str(made.figure).replace("<w:p>", f'<w:p xmlns:w="{W}">', 1))
    document.element.body.insert(1, figure)
    document.save(str(tmp_path / "report.docx"))
    answer = cli("anonymise", tmp_path / "report.docx", "--map", ROOT / "pseudonym_maps/lcspr-worked-example.yaml",
                 "-o", tmp_path / "out")  # fmt: skip
    assert answer.code == 0, answer.out
    xml = docx.Document(io.BytesIO((tmp_path / "out/report.docx").read_bytes())).element.xml
    texts = [node.text for node in etree.fromstring(xml.encode()).iter(f"{{{W}}}t")]
    assert {"Child A", "Sibling 1", "Mother", "Father", "MGM"} <= set(texts)
    assert not any(one.forename in xml or one.surname in xml for one in review.people)
