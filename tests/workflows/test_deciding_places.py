"""A decision holds where it was made, whatever `anonymise` writes beside it, and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from reviewdocs.model.decisions import SeenFinding
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Paragraph
from reviewdocs.model.words import Severity
from reviewdocs.risk.decided import same_places
from reviewdocs.risk.identity import Surroundings, alike_of, ids_of
from reviewdocs.workflows.replacing import Replacement, replaced

MAP = """\
id: TEST-1
review_type: LCSPR
people:
  - {id: CHILD, role: subject child, pseudonym: Child A, forename: Tamsin, surname: Quillfeather, pronouns: she/her}
  - {id: MUM, role: mother, pseudonym: Mother, forename: Brid, surname: Quillfeather, title: Mrs}
dates: {policy: keep}
"""
WHO = ("--reason", "Agreed with the family and with the board", "--by", "Anna Officer")


class Desk:
    """A case with one draft, and the commands over it."""

    def __init__(self, cli: Callable[..., Any], folder: Path) -> None:
        self._cli, self.case = cli, folder
        (folder / "drafts").mkdir(parents=True)
        (folder / "pseudonyms.yaml").write_text(MAP, encoding="utf-8")
        self.draft = folder / "drafts" / "report.txt"

    def written(self, *paragraphs: str) -> list[dict[str, Any]]:
        """The findings of a draft of these paragraphs, anonymised."""
        self.draft.write_text("\n\n".join(paragraphs), encoding="utf-8")
        return self.again()

    def again(self) -> list[dict[str, Any]]:
        """The findings of the copy, made anew."""
        self._cli("anonymise", self.draft, "--case", self.case)
        return self.checked(self.case / "anonymised" / self.draft.name)

    def checked(self, file: Path) -> list[dict[str, Any]]:
        """What a check finds."""
        answer = self._cli("check", file, "--case", self.case, "--json")
        (document,) = json.loads(answer.out)["documents"]
        return list(document["findings"])

    def decide(self, *arguments: str) -> None:
        """Decide, which has to work."""
        answer = self._cli("decide", self.case, *arguments, *WHO)
        assert answer.code == 0, answer.err


@pytest.fixture
def desk(cli: Callable[..., Any], tmp_path: Path) -> Desk:
    return Desk(cli, tmp_path / "case")


def id_of(findings: list[dict[str, Any]], text: str, context: str = "") -> str:
    """The id of the finding with this text, in this context."""
    return str(next(f["id"] for f in findings if f["text"] == text and context in f["context"]))


def held(findings: list[dict[str, Any]], text: str) -> list[str]:
    """The contexts of the findings of a text for which a decision holds."""
    return [f["context"] for f in findings if f["text"] == text and f["decision"]]


LONG = "Nobody recorded what else was said that week, or by whom, and no note of it was found in any of the files."


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Mrs Ashgrove rang the school on 12 March 2019 and asked for help."],
        ["On 12 March 2019 nobody was at home.", "Mrs Ashgrove said so."],
        [f"{LONG} Mother rang on 12 March 2019. Mrs Ashgrove answered the telephone at once.", LONG],
        ["Mrs Ashgrove left.", "Seen on 12 March 2019.", "Mrs Ashgrove came back with Mrs Ashgrove."],
        ["Tamsin and Mrs Ashgrove went out on 12 March 2019, when Mrs Ashgrove's house was cold."],
    ],
)
@pytest.mark.parametrize("how", [("--add-to-map", "MUM"), ("--replace-with", "the neighbour", "--everywhere")])
def test_what_becomes_of_a_name_nearby_undoes_no_decision(
    desk: Desk, paragraphs: list[str], how: tuple[str, ...]
) -> None:
    findings = desk.written(*paragraphs)
    desk.decide(id_of(findings, "12 March 2019"), "--accept")
    desk.decide(id_of(findings, "Mrs Ashgrove"), *how)
    after = desk.again()
    assert "Ashgrove" not in (desk.case / "anonymised" / "report.txt").read_text()
    assert len(held(after, "12 March 2019")) == 1


def test_a_replacement_beside_another_undoes_neither(desk: Desk) -> None:
    findings = desk.written("Mrs Ashgrove rang on 12 March 2019, and Dr Penrose came on 4 May 2019 at once.")
    desk.decide(id_of(findings, "12 March 2019"), "--replace-with", "in spring")
    desk.decide(id_of(findings, "Mrs Ashgrove"), "--add-to-map", "MUM")
    desk.decide(id_of(findings, "Dr Penrose"), "--replace-with", "a doctor")
    desk.decide(id_of(findings, "4 May 2019"), "--accept")
    after = desk.again()
    text = (desk.case / "anonymised" / "report.txt").read_text()
    assert text == "Mother rang in spring, and a doctor came on 4 May 2019 at once."
    assert len(held(after, "4 May 2019")) == 1


def test_what_is_decided_on_the_draft_holds_in_the_copy(desk: Desk) -> None:
    desk.written("Tamsin Quillfeather was seen with Brid Quillfeather on 12 March 2019 by the duty worker.")
    desk.decide(id_of(desk.checked(desk.draft), "12 March 2019"), "--accept")
    assert len(held(desk.again(), "12 March 2019")) == 1


def test_dates_in_the_cells_of_a_table_stay_decided(desk: Desk) -> None:
    desk.draft = desk.draft.with_suffix(".docx")
    document = docx.Document()
    table = document.add_table(rows=6, cols=2)
    for number, row in enumerate(table.rows, 1):
        row.cells[0].text, row.cells[1].text = f"{number} May 2019", f"Mrs Ashgrove rang, for the {number}th time."
    document.save(str(desk.draft))
    findings = desk.again()
    days = [f["id"] for f in findings if f["rule"] == "exact-date"]
    assert len(days) == 6
    desk.decide(*days, "--accept")
    desk.decide(id_of(findings, "Mrs Ashgrove"), "--add-to-map", "MUM")
    after = desk.again()
    assert [bool(f["decision"]) for f in after if f["rule"] == "exact-date"] == [True] * 6


def test_one_placeholder_is_not_another(desk: Desk) -> None:
    told = "told the worker that nobody had been at home"
    findings = desk.written(
        f"[name] {told} since the morning.", f"She said that [name] {told} at night.", "Signed: [name]"
    )
    desk.decide(id_of(findings, "[name]", "morning"), "--accept")
    changed = desk.written(f"Later [name] {told} at night.", "Then he left.", "[name]", "Signed: [name]")
    about = [f for f in changed if f["text"] == "[name]"]
    assert len(about) == 3
    assert not any(f["decision"] or f["earlier"] for f in about)


def seen(paragraphs: list[str], text: str) -> list[SeenFinding]:
    """A finding for every place of a text, as a check of these paragraphs has them."""
    body = [Paragraph("word/document.xml", n, line) for n, line in enumerate(paragraphs)]
    around, alike = Surroundings(body), alike_of("undecided-mention", text)
    spans = [(p, at, at + len(text)) for p in body for at in range(len(p.text)) if p.text.startswith(text, at)]
    keys = [around.key(*span) for span in spans]
    return [
        SeenFinding(id=known_by, alike=alike, place=key, rule="undecided-mention", category=Category.PERSON,
                    severity=Severity.BLOCK, text=text, context=span[0].text, anywhere=False)
        for known_by, key, span in zip(ids_of([(alike, key) for key in keys]), keys, spans, strict=True)
    ]  # fmt: skip


CARD = ["Name", "[name]", "Role", "Social worker", "Agency", "Fenmark Council", "Telephone", "not given"]


def test_of_cards_that_read_alike_one_is_decided() -> None:
    """A table of people that repeats its words: the second [name] is meant, and only that one is replaced."""
    paragraphs = CARD * 60
    findings = seen(paragraphs, "[name]")
    body = [Paragraph("word/document.xml", n, line) for n, line in enumerate(paragraphs)]
    for number in (0, 1, 30, 59):
        (mention,) = replaced([Replacement(1, "Social Worker 1", findings[number], everywhere=False)], body)
        assert mention.paragraph[1] == 1 + number * len(CARD)


def test_a_card_put_in_the_place_of_another_takes_no_decision() -> None:
    other = [*CARD[:3], "Social worker", "Agency", "Fenmark Council", "Telephone", "01632 960 555"]
    before = seen(["The panel", "Chair: Orla Finch, independent", *CARD], "[name]")
    after = seen(["Those interviewed", "Held at the council's offices", *other], "[name]")
    assert not same_places(before, after)


def test_signatures_at_the_end_of_two_letters_are_two() -> None:
    one = seen(["Dear Ms Finch, we are sorry to hear of this, and will write again.", "Signed:", "[name]"], "[name]")
    two = seen(["Dear Mr Drew, thank you for coming to see us last week in town.", "Signed:", "[name]"], "[name]")
    assert not same_places(one, two)


def test_a_decision_of_an_earlier_version_has_no_words_about_its_place() -> None:
    (finding,) = seen(["The child was seen at home with [name] and nothing more was said."], "[name]")
    bare = finding.model_copy(update={"place": finding.place.model_copy(update={"preceding": "", "following": ""})})
    assert same_places([bare], [finding])
