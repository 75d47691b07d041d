"""Structured data from YAML: what is taken as written, and every bad input told with file, line and field."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reviewdocs.errors import DataError, InputError, Problem
from reviewdocs.records import yaml_source
from reviewdocs.records.maps import load_map
from reviewdocs.records.yaml_source import dotted, read_yaml

HEAD = "id: LCSPR-1\nreview_type: lcspr\n"
DATE = "a date is expected, written year-month-day, such as 2018-05-14"
LIST = "a list is expected: lines that begin with a dash, or [one, two]; write [] for none"


@pytest.fixture
def written(tmp_path: Path):
    def write(text: str | bytes, name: str = "map.yaml") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def problems(path: Path) -> list[Problem]:
    with pytest.raises(DataError) as caught:
        load_map(path)
    assert {problem.file for problem in caught.value.problems} == {str(path)}
    return list(caught.value.problems)


def people(*lines: str) -> str:
    return HEAD + "people:\n" + "".join(f"  - {line}\n" for line in lines)


def person(extra: str = "", *, id: str = "A", pseudonym: str = "Child A") -> str:
    return f"{{id: {id}, role: r, pseudonym: {pseudonym}, forename: Wren{extra}}}"


@pytest.mark.parametrize(
    ("written_so", "field", "meant"),
    [
        ("surname: No", "surname", "No"),
        ("surname: On", "surname", "On"),
        ("surname: Null", "surname", "Null"),
        ("surname: ~", "surname", ""),
        ("forename: Yes", "forename", "Yes"),
        ("role: 1.0", "role", "1.0"),
        ("role: 2025", "role", "2025"),
        ("role: 09:30", "role", "09:30"),
        ("role: 0123", "role", "0123"),
        ("dob: 2018-05-14", "dob", dt.date(2018, 5, 14)),
        ('dob: "2018-05-14"', "dob", dt.date(2018, 5, 14)),
        ('dob: ""', "dob", None),
        ("dob:", "dob", None),
        ("identifiers: {nhs: 999 000 0018}", "identifiers", {"nhs": "999 000 0018"}),
        ("identifiers: {nhs: 9990000018}", "identifiers", {"nhs": "9990000018"}),
    ],
)
def test_scalars_are_the_text_that_was_written(written, written_so, field, meant):
    base = {"id": "A", "role": "r", "pseudonym": "Child A", "known_as": "[Bo]"}
    base.pop(field, None)
    lines = [f"{key}: {value}" for key, value in base.items()] + [written_so]
    path = written(HEAD + "people:\n  - " + "\n    ".join(lines) + "\n")
    assert getattr(load_map(path).people[0], field) == meant


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(written):
    text = "\ufeff" + people(person()).replace("\n", "\r\n")
    assert load_map(written(text)).people[0].forename == "Wren"


@pytest.mark.parametrize(
    ("text", "line", "field", "found", "expected"),
    [
        pytest.param(
            HEAD + "people:\n\t- {id: A}\n",
            4, "", "a tab", "spaces are expected at the beginning of a line, not tabs", id="tab",
        ),
        pytest.param(
            HEAD + "people: []\nid: LCSPR-2\n",
            4, "id", "the key a second time", "each key stands once in an entry; it is there already on line 1",
            id="duplicate",
        ),
        pytest.param(
            people(person(), person(", known_as: Bo", id="B", pseudonym="Child B")),
            5, "people[1].known_as", "'Bo'", LIST, id="wrong type",
        ),
        pytest.param(
            people(person(", dob: 2019-02-30")),
            4, "people[0].dob", "'2019-02-30'", "this day is not in the calendar; a date is expected that exists",
            id="no such day",
        ),
        pytest.param(people(person(", dob: 14/05/2018")), 4, "people[0].dob", "'14/05/2018'", DATE, id="british date"),
        pytest.param(people(person(", dob: 86400")), 4, "people[0].dob", "'86400'", DATE, id="a number is no date"),
        pytest.param(
            people(person(), person(id="B", pseudonym="child a")),
            5, "people[1].pseudonym", "", "two people share the pseudonym 'child a'", id="shared pseudonym",
        ),
        pytest.param(
            people(person(), person(pseudonym="Child B")),
            5, "people[1].id", "", "the id A is used more than once", id="shared id",
        ),
        pytest.param(
            people(person(", surnam: Ash")),
            4, "people[0].surnam", "the unknown key 'surnam'", "no such key is known here (did you mean surname?)",
            id="unknown key",
        ),
        pytest.param(
            people("{id: A, pseudonym: Child A, forename: Wren}"),
            4, "people[0].role", "", "the key 'role' is required here and is missing", id="missing key",
        ),
        pytest.param(
            people("{id: A, role: r, pseudonym: Child A}"),
            4, "people[0]", "", "a person needs at least one name: forename, surname or known_as", id="nobody's name",
        ),
        pytest.param(
            HEAD + "people: []\ndates: {policy: yearr}\n",
            4, "dates.policy", "'yearr'",
            "one of these is expected: keep, month-year, year, relative, shift (did you mean year?)",
            id="no such policy",
        ),
        pytest.param(HEAD + "people:\n", 3, "people", "nothing", LIST, id="empty list"),
        pytest.param(
            people("{id: &x A, role: r, pseudonym: Child A, forename: Wren}"),
            4, "people[0].id", "an anchor (&name)", "write the value out; text that begins with & needs quotes",
            id="anchor",
        ),
        pytest.param(
            people("{id: A, role: *x, pseudonym: Child A, forename: Wren}"),
            4, "people[0].role", "an alias (*name)", "write the value out; text that begins with * needs quotes",
            id="alias",
        ),
        pytest.param(
            HEAD + "people: !!python/object:os.system []\n",
            3, "people", "a tag (!name)", "write the value out; text that begins with ! needs quotes", id="tag",
        ),
        pytest.param(
            HEAD + "people: []\n---\nid: x\n",
            4, "", "a second document", "one file holds one document; remove the line ---", id="two documents",
        ),
        pytest.param(
            HEAD + "title: Review: the second\npeople: []\n",
            3, "", "",
            "a value that holds a colon followed by a space needs quotes around it, every key needs a colon, and the "
            "keys of one entry stand one below the other", id="colon in a value",
        ),
        pytest.param(
            "- one\n- two\n", 1, "", "a list", "keys with values are expected, such as `id: LCSPR-2025-03`",
            id="a list",
        ),
        pytest.param(
            HEAD + "title: a\x07b\npeople: []\n",
            3, "", "an invisible character", "only visible characters are expected; retype", id="control character",
        ),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_line_and_field(written, text, line, field, found, expected):
    path = written(text)
    assert problems(path) == [Problem(str(path), line, field, found, expected)]


def test_all_faults_come_at_once_those_of_fields_and_of_the_whole_alike(written):
    path = written(
        people(
            person(", dob: 2019-02-30"),
            person(", dob: 86400, nickname: Bo", id="A"),
            "{id: C, role: r, role: s, pseudonym: Child C, known_as: []}",
        )
        + "groups: [{id: G, surname: Ash, members: [A, Z], pseudonym: the family}]\n"
    )
    assert [(p.line, p.field) for p in problems(path)] == [
        (4, "people[0].dob"),
        (5, "people[1].dob"),
        (5, "people[1].id"),
        (5, "people[1].nickname"),
        (5, "people[1].pseudonym"),
        (6, "people[2]"),
        (6, "people[2].role"),
        (7, "groups[0].members"),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: seen at home # not alone\n", 1),
        ("a: Flat #3, High Street\n", 1),
        ("a:\n  - one two\n    three # four\n", 3),
    ],
)
def test_a_value_that_a_remark_would_cut_is_told(written, text, line):
    (problem,) = read_yaml(written(text), what="data").problems
    assert problem.line == line and "what follows # is not read" in problem.expected


@pytest.mark.parametrize(
    "text",
    [
        "a: SAR  # or DHR\n",
        'a: "Flat #3"\n',
        "a: >-\n  Flat # 3\n",
        "a: C# and F#\n",
        "a:  # a remark\n  b: 1\n",
        "a: # b\n",
    ],
)
def test_a_remark_or_a_sign_within_the_text_is_nothing_to_tell(written, text):
    assert not read_yaml(written(text), what="data").problems


def test_what_is_missing_is_not_also_called_repeated_or_unknown(written):
    path = written(people("{role: r, pseudonym: Child A, forename: Wren}", "{role: s, pseudonym: [x], forename: Bo}"))
    assert [p.field for p in problems(path)] == ["people[0].id", "people[1].id", "people[1].pseudonym"]


def test_what_was_found_is_shortened(written):
    long = "word " * 50
    [problem] = problems(written(people(person(f", dob: {long}"))))
    assert len(problem.found) < 50
    assert problem.found.endswith("…'")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("map.xlsx", "x", "no Excel workbook"),
        ("map.xls", "x", "not read from .xls"),
        ("map.docx", "x", "must be a .yaml or .xlsx file"),
        ("map.yaml.locked", "x", "locked"),
        ("map.yaml", "", "is empty"),
        ("map.yaml", " \n\n", "is empty"),
        ("map.yaml", "id: Ondřej\n".encode("cp1250"), "line 1"),
        ("map.yaml", "a\n".encode("utf-16"), "not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_way_out(written, name, content, says):
    path = written(content, name)
    with pytest.raises(InputError, match=says) as caught:
        load_map(path)
    assert caught.value.where == str(path)
    assert caught.value.remedy


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(InputError, match="not there"):
        load_map(tmp_path / "map.yaml")
    with pytest.raises(InputError, match="is a folder"):
        load_map(tmp_path)


def test_size_and_depth_are_bounded(written, monkeypatch):
    deep = "a: " + "[" * 5000
    with pytest.raises(DataError, match="1 error"):
        read_yaml(written(deep), what="data")
    monkeypatch.setattr(yaml_source, "MAX_BYTES", 1000)
    with pytest.raises(InputError, match="larger"):
        read_yaml(written("a: " + "x" * 1000), what="data")


def test_lines_are_known_for_keys_entries_and_what_lies_around_the_missing(written):
    document = read_yaml(written("# remark\na:\n  - b: 1\n    c: 2\n  - d: {e: 3}\n"), what="data")
    assert document.line_of(("a",)) == 2
    assert document.line_of(("a", 0, "c")) == 4
    assert document.line_of(("a", 1, "d", "missing")) == 5
    assert document.line_of(("elsewhere",)) is None
    assert dotted(("a", 1, "d", "e")) == "a[1].d.e"


@pytest.mark.parametrize(
    ("entry", "field", "meant"),
    [
        ("{id: A, role: friend, also exploited, pseudonym: P, forename: Wren}", "role", "friend, also exploited"),
        ("{id: A, role: aunt , carer, and neighbour , pseudonym: P, forename: Wren}", "role",
         "aunt, carer, and neighbour"),
        ('{id: A, role: "aunt", carer, pseudonym: P, forename: Wren}', "role", "aunt, carer"),
        ("{id: A, role: nièce, élève, pseudonym: P, forename: Wren}", "role", "nièce, élève"),
        ("{id: A, role: half-sister, aged 12, pseudonym: P, forename: Wren}", "role", "half-sister, aged 12"),
        ("{id: A, role: aunt,\n     carer, pseudonym: P, forename: Wren}", "role", "aunt, carer"),
        ("{id: A, role: aunt, pseudonym: P, forename: Wren, chosen_by: mother, father, agreed: 2026-01-02}",
         "chosen_by", "mother, father"),
        ("{id: A, role: aunt, pseudonym: P, forename: Wren, the younger}", "forename", "Wren, the younger"),
    ],
)  # fmt: skip
def test_a_comma_within_braces_that_can_only_be_part_of_the_value_is_read_so(written, entry, field, meant):
    assert getattr(load_map(written(people(entry))).people[0], field) == meant


@pytest.mark.parametrize(
    "entry",
    [
        "{id: A, role: aunt, surnam, pseudonym: P, forename: Wren}",
        "{id, A, role: aunt, pseudonym: P, forename: Wren}",
        "{id: A, role: aunt, pseudonym: P, known_as: [Wren], Wrennie}",
        "{id: A, role: aunt, pseudonym: P, forename: Wren, 'Ash'}",
        "{id: A, role: aunt, pseudonym: P, forename: Wren, identifiers: {nhs: 999 014 2076, upn}}",
        "{id: A, role: aunt, carer:, pseudonym: P, forename: Wren}",
    ],
)
def test_what_may_be_a_key_that_was_not_finished_is_an_error(written, entry):
    assert problems(written(people(entry)))


def test_the_error_at_a_key_without_a_colon_says_what_to_do(written):
    [problem] = problems(written(people("{id: A, role: aunt, pseudonym: P, known_as: [Wren], Wrennie}")))
    assert "a value that holds a comma needs quotes around it" in problem.expected


@pytest.mark.parametrize(("named", "known"), [("sar", "SAR"), ("single agency", "SINGLE_AGENCY"), ("CPR", None)])
def test_a_review_of_a_type_of_its_own_has_a_map_too(written, named, known):
    pmap = load_map(written(f"id: X\nreview_type: {named}\npeople: []\n"))
    assert (pmap.known_type, pmap.scheme_type) == (known, known or "LOCAL")
