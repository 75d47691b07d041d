"""Names within the name of a file, in whatever case: nobody writes a sentence there that would tell them."""

from __future__ import annotations

from reviewdocs.detect.around import is_surname
from reviewdocs.detect.countries import is_large_place
from reviewdocs.detect.file_names import ENDING
from reviewdocs.detect.recognise import Match, Pattern, Recogniser
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.words import is_english, is_foreign, is_forename, is_shorthand
from reviewdocs.model.mentions import Category

HITS = (
    "see «okafor»_statement_v2.pdf",
    "«OKAFOR»-CHRONOLOGY.DOCX",
    "photo_«Merrigold»1.jpg",
)
MISSES = (
    "see statement_v2.pdf",
    "IMG_20210304.jpg",
    "LSCPR_overview_report_final.docx",
    "risk-assessment-form.pdf",
    "the okafor statement",
    "lscpr.docx",
)


def _called(match: Match) -> bool:
    """Whether somebody is called so, or the word is in no dictionary and can be spoken."""
    word = match["x"].casefold()
    if is_english(word) or is_shorthand(word) or is_ordinary(word) or is_large_place(word):
        return False
    return is_surname(word) or is_forename(word) or (not is_foreign(word) and not set(word).isdisjoint("aeiouy"))


RECOGNISER = Recogniser(
    "FileName",
    Category.PERSON,
    (
        Pattern(
            rf"(?<![\p{{L}}@/.])(?P<x>\p{{L}}[\p{{L}}'’]{{3,}})(?![\p{{L}}'’])(?=[^\s@/]{{0,100}}(?i:{ENDING}))",
            score=0.7,
            accept=_called,
        ),
    ),
    anchor=rf"(?i:{ENDING})",
)
