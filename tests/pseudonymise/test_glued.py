"""Names run into other words and into initials and titles, as file names have them."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("draft", "published"),
    [
        (r"S:\Reports\LindqvistChronology_v2.docx", "_Chronology_v2.docx"),
        ("minutes_HopieReport.docx", "Child_K_Report"),
        ("statement_SDrew.pdf", "statement_Mother.pdf"),
        ("letters_NateD.docx", "letters_Sibling_1.docx"),
        ("photos_MarwickVisit.docx", "photos_the_Town_Visit.docx"),
        ("See ZoeNotes.docx.", "See GP_1_Notes.docx."),
        ("Saved as handoverZoe.", "Saved as handover_GP_1."),
        ("Scan Zoë2 of BjornFinal3", "Scan GP_1_2 of Father_Final3"),
        ("Pinned as #JusticeForZoe by @ZoeWatch.", "Pinned as [handle] by [handle]."),
        ("#HopeForAll", "[handle]"),
        ("On www.news.example/StoryOfZoe now.", "On [link] now."),
    ],
)
def test_a_name_within_a_word_goes(say: Callable[[str], str], draft: str, published: str) -> None:
    said = say(draft)
    assert published in said
    assert not any(name in said for name in ("Lindqvist", "Hopie", "Zo", "Bjorn", "Marwick", "Nate"))


@pytest.mark.parametrize(
    "text",
    [
        "PowerPoint and WhatsApp",
        "McDrewes",
        "a_fielded_question",
        "RuthNotes.docx",
        "Key 0123456789ABCDEF",
    ],
)
def test_what_only_looks_so_stays(say: Callable[[str], str], text: str) -> None:
    assert say(text) == text


def test_a_word_in_small_letters_is_somebody_in_a_file_name(say: Callable[[str], str]) -> None:
    assert "archer" not in say("06_bodycam_archer_transcript.docx")
    assert say("02_may_minutes.docx") == "02_may_minutes.docx"
