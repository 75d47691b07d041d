"""A pseudonym map as YAML text of ours, and entries added to somebody's own text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdocs.model.pseudonyms import MappedPerson, PermittedName, PseudonymMap
from reviewdocs.records.load import validated
from reviewdocs.records.map_workbook import write_map_workbook
from reviewdocs.records.map_yaml import text_with, write_map_yaml
from reviewdocs.records.maps import map_in
from reviewdocs.records.yaml_source import parse_yaml

NEW = MappedPerson(id="AUNT", role="aunt", pseudonym="Aunt 1", forename="Tansy", known_as=("No", "[Tan]"))

line = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn", "Co", "Cf"], exclude_characters="\u00a0"),
    min_size=1, max_size=12,
).map(str.strip).filter(bool)  # fmt: skip
awkward = st.sampled_from(
    ["=1+1", "+44", "-", "@home", "null", "~", "yes", "12", "1e5", "2018-05-14", "# no", "a: b", "a #b", "'q'", '"q"',
     "x; y", "back\\slash", "[x]", "{x}", "*a", "&a", "!t", "O'Neill-Ødegård", "%x", "`x`", "| x", "> x", "a,b", "\\;"]
)  # fmt: skip
word = st.one_of(line, awkward)


@st.composite
def maps(draw: st.DrawFn) -> PseudonymMap:
    numbers = range(draw(st.integers(0, 3)))
    people = [
        {
            "id": f"P{n}", "role": draw(word), "pseudonym": f"Person {n}", "forename": draw(word),
            "middle": draw(st.one_of(st.just(""), word)), "known_as": draw(st.lists(word, max_size=3)),
            "dob": draw(st.one_of(st.none(), st.dates())),
            "identifiers": draw(st.dictionaries(st.sampled_from(["nhs", "telephone", "upn"]), word)),
            "addresses": draw(st.lists(word, max_size=2)),
        }
        for n in numbers
    ]  # fmt: skip
    places = [{"id": "T", "name": draw(word), "pseudonym": draw(word), "also": draw(st.lists(word, max_size=2))}]
    permitted = [{"name": draw(word), "role": draw(word)}]
    dates = draw(
        st.sampled_from(
            [
                None,
                {"policy": "relative", "anchor": "2020-02-29"},
                {"policy": "keep"},
                {"policy": "shift", "shift_weeks": -60},
            ]
        )
    )
    return validated(PseudonymMap,
        {"id": draw(word), "review_type": "SAR", "title": draw(word), "people": people, "places": places,
         "permitted": permitted, "dates": dates}
    )  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(maps())
def test_every_map_comes_back_the_same_from_yaml_and_from_a_workbook(pmap: PseudonymMap) -> None:
    assert map_in(write_map_yaml(pmap).encode(), "map.yaml")[0] == pmap
    assert map_in(write_map_workbook(pmap), "map.xlsx")[0] == pmap


def test_remarks_stand_above_their_entry_and_cannot_break_out() -> None:
    pmap = validated(PseudonymMap, {"id": "X", "review_type": "SAR", "people": [NEW]})
    text = write_map_yaml(pmap, {"AUNT": ["said: hello\npeople: []\u2028id: Y"]}, ["Top"])
    assert text.startswith("# Top\n")
    assert "  # said: hello people: [] id: Y\n  - id: AUNT\n" in text
    assert map_in(text.encode(), "map.yaml")[0] == pmap


THEIRS = """# Our map. Do not lose this remark.
id: X
review_type: SAR

permitted: []   # nobody yet

people:
    # the subject
    - id: A     # chosen by her
      role: subject adult
      pseudonym: Adult A
      forename: Nell

# dates were agreed in May
dates: {policy: keep}
"""


def added(text: str, **lists: list[Any]) -> str | None:
    return text_with(
        parse_yaml("map.yaml", text), text, {name: [(e, ["proposed"]) for e in lists[name]] for name in lists}
    )


def test_what_stands_there_is_kept_line_by_line() -> None:
    text = added(THEIRS, people=[NEW], permitted=[PermittedName(name="Olaf Pruett", role="Chair")])
    assert text is not None
    assert [line for line in THEIRS.splitlines() if line not in text.splitlines()] == ["permitted: []   # nobody yet"]
    pmap = map_in(text.encode(), "map.yaml")[0]
    assert [person.id for person in pmap.people] == ["A", "AUNT"]
    assert pmap.people[1] == NEW
    assert pmap.permitted[0].name == "Olaf Pruett"
    assert text.index("forename: Nell") < text.index("id: AUNT") < text.index("# dates were agreed")


def test_a_list_that_is_not_there_is_added_at_the_end() -> None:
    text = added("id: X\nreview_type: SAR\npeople: []\n", panel=[], permitted=[PermittedName(name="Olaf Pruett")])
    assert text == (
        "id: X\nreview_type: SAR\npeople: []\n\npermitted:\n  # proposed\n  - name: Olaf Pruett\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    "people", ["[{id: A, role: r, pseudonym: P, forename: F}]", "\n  [{id: A, role: r, pseudonym: P, forename: F}]"]
)
def test_a_list_in_brackets_has_no_lines_to_add_to(people: str) -> None:
    assert added(f"id: X\nreview_type: SAR\npeople: {people}\n", people=[NEW]) is None
