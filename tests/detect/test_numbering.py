"""Numbers of paragraphs are told from times by what follows one another."""

from __future__ import annotations

from reviewdocs.detect.numbering import numbering


def test_paragraphs_that_follow_one_another_are_numbered() -> None:
    assert numbering(["4.9 She rang.", "4.10 They met.", "4.11 It was so."]) == {"4.9", "4.10", "4.11"}
    assert "15.1" in numbering(["14.59 One.", "14.60 Two.", "15.1 Three."])


def test_a_log_is_not() -> None:
    assert not numbering(["22.14 Rang mother.", "22.15 No reply.", "22.16 Rang again.", "23.40 Slept."])
    assert not numbering(["4.9 She rang.", "4.11 They met.", "4.10 It was so."])


def test_a_list_of_contents_is() -> None:
    assert numbering(["6.10 The fire service ........ 14\n6.20 What she saw …… 16"]) == {"6.10", "6.20"}
