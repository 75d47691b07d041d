"""What is settled in a draft holds in the next copy: in its place, everywhere, and no further."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reviewdocs.errors import InputError, UsageError
from reviewdocs.model.decisions import SeenFinding
from reviewdocs.model.explanation import Became
from reviewdocs.risk.decided import in_force
from reviewdocs.store.case import Case
from reviewdocs.store.decisions import DecisionBook
from reviewdocs.workflows.anonymise import anonymise
from reviewdocs.workflows.destination import Destination
from reviewdocs.workflows.explain import explain
from reviewdocs.workflows.settle import Mentioned, Settlement, settle, settled_by, take_back

MAP = """\
id: TEST-1
review_type: LCSPR
people:
  - {id: CHILD, role: subject child, pseudonym: Child A, forename: Rose, surname: Winter, pronouns: she/her}
  - {id: MUM, role: mother, pseudonym: Mother, forename: Brid, surname: Winter, title: Mrs}
  - {id: GRAN, role: grandmother, pseudonym: Grandmother, forename: Maud, surname: Winter, title: Mrs}
dates: {policy: keep}
"""
DRAFT = """\
Rose Winter was seen at home by the duty worker. Brid Winter and Maud Winter were there.

The worker wrote that Winter’s answer was short.

Later that week Winter rang the school to complain about it.

She brought a Rose in a pot to the meeting, and left early. In Winter they go out less. The hall was full by then.
"""


class Desk:
    """A case on disk, and what is settled in it."""

    def __init__(self, folder: Path, draft: str = DRAFT) -> None:
        self.draft = folder / "drafts" / "overview.txt"
        self.draft.parent.mkdir(parents=True)
        self.draft.write_text(draft, encoding="utf-8")
        (folder / "pseudonyms.yaml").write_text(MAP, encoding="utf-8")
        self.case = Case.open(folder)

    def anonymised(self) -> str:
        """The draft, anonymised again."""
        to = Destination(self.case.anonymised, self.case)
        (done,) = anonymise([self.draft], pmap=self.case.load_map(), to=to).files
        assert done.output and done.record, done.reason
        self.entry: dict[str, Any] = json.loads(done.record.read_text(encoding="utf-8"))["documents"][0]
        return done.output.read_text(encoding="utf-8")

    def mention(self, context: str) -> Mentioned:
        """What is not settled in this sentence."""
        row = next(row for row in self.entry["unsettled"] if context in row["finding"]["context"])
        return Mentioned(SeenFinding(**row["finding"]), self.entry["source"]["file"], self.entry["source"]["sha256"])

    def settle(self, context: str, how: Settlement, ref: str = "") -> int:
        """Settle it."""
        return settle(self.case, self.mention(context), how, by="Anna Author", ref=ref).number


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path / "TEST-1")
    copy = desk.anonymised()
    assert "[name]’s answer" in copy and "week [name] rang" in copy, copy
    return desk


def test_who_is_meant_in_one_place_stands_there_and_nowhere_else(desk: Desk) -> None:
    desk.settle("answer was short", Settlement.MEANS, "GRAN")
    copy = desk.anonymised()
    assert "wrote that Grandmother’s answer" in copy and "week [name] rang" in copy
    assert [row["finding"]["context"][:10] for row in desk.entry["unsettled"]] != []
    assert not any("answer was short" in row["finding"]["context"] for row in desk.entry["unsettled"])


def test_explain_knows_it(desk: Desk) -> None:
    desk.settle("answer was short", Settlement.MEANS, "GRAN")
    told = explain(desk.draft, "Winter", pmap=desk.case.load_map(), case=desk.case)
    (place,) = [each for each in told if "answer was short" in each.sentence]
    assert (place.became, place.replacement, place.veto) == (Became.REPLACED, "Grandmother", "decision 1")


def test_it_holds_when_the_draft_is_changed_elsewhere(desk: Desk) -> None:
    desk.settle("answer was short", Settlement.MEANS, "GRAN")
    desk.draft.write_text("A page put in before, about nobody at all.\n\n" + DRAFT, encoding="utf-8")
    assert "wrote that Grandmother’s answer" in desk.anonymised()


def test_other_words_about_it_need_another_decision(desk: Desk) -> None:
    desk.settle("answer was short", Settlement.MEANS, "GRAN")
    desk.draft.write_text(DRAFT.replace("worker wrote that", "neighbour told us that"), encoding="utf-8")
    assert "told us that [name]’s answer" in desk.anonymised()


def test_who_is_meant_everywhere(desk: Desk) -> None:
    desk.settle("rang the school", Settlement.MEANS_EVERYWHERE, "MUM")
    copy = desk.anonymised()
    assert "week Mother rang" in copy
    assert "Grandmother" in copy  # a whole name is sure, and stays whose it is


def test_a_word_in_one_place_stays_and_is_told_no_more(desk: Desk) -> None:
    desk.settle("rang the school", Settlement.WORD)
    copy = desk.anonymised()
    assert "week Winter rang" in copy and "[name]’s answer" in copy
    assert not any("rang the school" in row["finding"]["context"] for row in desk.entry["unsettled"])
    (kept,) = [row for row in desk.entry["kept"] if row["text"] == "Winter"]
    assert "decision 1" in kept["evidence"][0]


def test_a_word_everywhere_uncovers_nobody_who_is_named_for_sure(desk: Desk) -> None:
    desk.settle("rang the school", Settlement.WORD_EVERYWHERE)
    copy = desk.anonymised()
    assert "week Winter rang" in copy
    assert "Brid" not in copy and "Rose Winter" not in copy and "Maud" not in copy


def test_a_word_that_was_left_can_be_somebody(desk: Desk) -> None:
    desk.settle("She brought a Rose", Settlement.MEANS, "CHILD")
    copy = desk.anonymised()
    assert "Child A in a pot" in copy and "In Winter they" in copy


def test_a_word_that_was_left_and_stays_is_explained(desk: Desk) -> None:
    desk.settle("She brought a Rose", Settlement.WORD)
    copy = desk.anonymised()
    assert "She brought a Rose in a pot" in copy
    assert not any("brought" in row["finding"]["context"] for row in desk.entry["unsettled"])
    (rose,) = [word for word in desk.entry["standing"] if word["word"] == "Rose"]
    assert rose["decided"] == ["as a person decided"]


def test_what_may_stand_nowhere_is_never_a_word(tmp_path: Path) -> None:
    rare = Desk(tmp_path / "TEST-2", DRAFT.replace("Winter", "Quillfeather"))
    (rare.case.folder / "pseudonyms.yaml").write_text(MAP.replace("Winter", "Quillfeather"), encoding="utf-8")
    rare.anonymised()
    assert not next(r for r in rare.entry["unsettled"] if "rang" in r["finding"]["context"])["may_stay"]
    with pytest.raises(UsageError, match="no word"):
        rare.settle("rang the school", Settlement.WORD)


def test_a_decision_taken_back_holds_no_longer(desk: Desk) -> None:
    mention = desk.mention("rang the school")
    number = desk.settle("rang the school", Settlement.WORD)
    assert settled_by(mention.finding, in_force(DecisionBook(desk.case).decisions()))
    take_back(desk.case, number, by="Anna Author")
    assert settled_by(mention.finding, in_force(DecisionBook(desk.case).decisions())) is None
    assert "week [name] rang" in desk.anonymised()
    with pytest.raises(UsageError, match="no longer holds"):
        take_back(desk.case, number, by="Anna Author")


def test_nobody_and_nobody_known_decide_nothing(desk: Desk) -> None:
    mention = desk.mention("rang the school")
    with pytest.raises(InputError, match="nobody"):
        settle(desk.case, mention, Settlement.MEANS, by="Anna", ref="UNCLE")
    with pytest.raises(UsageError, match="who decides"):
        settle(desk.case, mention, Settlement.WORD, by=" ")
    assert DecisionBook(desk.case).decisions() == []


def test_a_decision_whose_entry_is_gone_stops_the_copy(desk: Desk) -> None:
    desk.settle("answer was short", Settlement.MEANS, "GRAN")
    without = "".join(line for line in MAP.splitlines(keepends=True) if "GRAN" not in line)
    (desk.case.folder / "pseudonyms.yaml").write_text(without, encoding="utf-8")
    to = Destination(desk.case.anonymised, desk.case)
    (done,) = anonymise([desk.draft], pmap=desk.case.load_map(), to=to).files
    assert done.output is None and "GRAN" in done.reason


CARD = "Card\n\nOn this visit the worker wrote that Winter’s answer was short and then she left.\n\nSeen: yes\n\n"
FILLER = "The tenancy began in the spring and the rent was paid by the board each month until it was not.\n\n" * 4


@pytest.mark.parametrize("between", ["", "Nothing more was written here.\n\n", FILLER], ids=["", "line", "page"])
@pytest.mark.parametrize("chosen", [0, 1, 4])
def test_a_decision_keeps_to_its_card_among_look_alikes(tmp_path: Path, between: str, chosen: int) -> None:
    desk = Desk(tmp_path / "TEST-3", DRAFT + (CARD + between) * 5)
    assert desk.anonymised().count("On this visit the worker wrote that [name]") == 5
    row = [row for row in desk.entry["unsettled"] if "On this visit" in row["finding"]["context"]][chosen]
    source = desk.entry["source"]
    mention = Mentioned(SeenFinding(**row["finding"]), source["file"], source["sha256"])
    settle(desk.case, mention, Settlement.MEANS, by="Anna Author", ref="GRAN")
    cards = desk.anonymised().split("Card\n")[1:]
    assert ["Grandmother" in card for card in cards] == [number == chosen for number in range(5)]
    held = in_force(DecisionBook(desk.case).decisions())
    left = [SeenFinding(**r["finding"]) for r in desk.entry["unsettled"] if "On this visit" in r["finding"]["context"]]
    assert [settled_by(finding, held) for finding in left] == [None] * 4, "a look-alike is not shown as settled"


def test_a_decision_keeps_to_its_card_when_others_are_put_in(tmp_path: Path) -> None:
    first, second = CARD, CARD + FILLER
    desk = Desk(tmp_path / "TEST-4", DRAFT + FILLER + first + FILLER.replace("rent", "bill"))
    desk.anonymised()
    desk.settle("On this visit", Settlement.MEANS, "GRAN")
    desk.draft.write_text(DRAFT + second + FILLER + first + FILLER.replace("rent", "bill"), encoding="utf-8")
    cards = desk.anonymised().split("Card\n")[1:]
    assert ["Grandmother" in card for card in cards] == [False, True]
