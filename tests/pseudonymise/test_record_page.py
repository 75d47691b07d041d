"""The page that shows the author every change with its reason."""

from __future__ import annotations

import re

from drafting import MAP
from test_standing import Blind

from reviewdocs.model.text import Layer, Paragraph
from reviewdocs.pseudonymise import Resolver
from reviewdocs.pseudonymise.explaining import Explainer
from reviewdocs.pseudonymise.record import Record, rows
from reviewdocs.pseudonymise.record.page import as_html
from reviewdocs.pseudonymise.standing import Standing

RESOLVER = Resolver(MAP)
EXPLAINER = Explainer(MAP, RESOLVER)
TEXTS = [
    "Hope Lindqvist & her brother <Nathaniel Drew> lived in Marwick.",
    "Nothing is said of anybody here.",
    "Ruth Archer chaired the panel.",
    "Nathaniel was there.",
    "x" * 50 + " " + "and so on " * 60 + "until Hope Lindqvist slept. " + "and so on " * 60,
]
PARAGRAPHS = [Paragraph("text", n, text, 100 * n) for n, text in enumerate(TEXTS)]
NOTE = Paragraph("word/footnotes.xml", 0, "Told by Summer Drew.", 0, Layer.PERIPHERAL, "Footnote")


def record() -> Record:
    paragraphs = [*PARAGRAPHS, NOTE]
    return Record("draft.docx", paragraphs, RESOLVER.resolve(paragraphs), [], {"comments": 2}, [])


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", re.sub(r"(?s)<style>.*?</style>", "", page)))


def test_every_change_is_there_with_its_reason_and_what_stands_for_it() -> None:
    done = record()
    page = as_html(done, MAP, EXPLAINER, output="copy.docx")
    for mention in done.mentions:
        if mention.replacement:
            assert f">{mention.text}</mark>" in page
            assert f">{mention.replacement}</mark>" in page
            assert all(why.replace("'", "&#39;") in page for why in mention.evidence)
    assert "Footnote" in page
    assert "2 paragraphs without a change" in page
    assert "comments (2)" in text_of(page)


def test_what_is_open_comes_first_with_both_readings() -> None:
    paragraphs = [Paragraph("text", 0, "Hannah Lindqvist is fragile. Björn left.")]
    done = Record("draft.docx", paragraphs, RESOLVER.resolve(paragraphs), [], {}, [])
    page = text_of(as_html(done, MAP, EXPLAINER, output="copy.docx"))
    assert "1 place is for you to decide" in page
    assert "Father (Björn Lindqvist)" in page and "or somebody else" in page
    assert page.index("For you to decide") < page.index("Every change")


def test_the_documents_own_markup_is_text() -> None:
    page = as_html(record(), MAP, EXPLAINER, output="copy.docx")
    assert "&lt;<mark" in page
    assert "& her" not in page


def test_far_text_is_left_out_and_nothing_is_fetched_or_run() -> None:
    page = as_html(record(), MAP, EXPLAINER, output="copy.docx")
    assert page.count("and so on") < 80
    assert not re.search(r"<script|https?://|src=|@import|url\(", page)


def test_rows_lead_back_into_the_file() -> None:
    row = next(
        row
        for row in rows(record())["replaced"]
        if row["text"] == "Hope Lindqvist" and row["location"]["paragraph"] == 4
    )
    at = row["location"]
    paragraph = PARAGRAPHS[at["paragraph"]]
    assert paragraph.text[at["start"] - paragraph.offset : at["end"] - paragraph.offset] == "Hope Lindqvist"


def test_words_that_stand_are_told_in_their_sentence_and_what_was_unsure_with_its_signals() -> None:
    paragraphs = [Paragraph("text", 0, "It was Monday. We saw Hope today. She had no hope."), PARAGRAPHS[0]]
    mentions, reasons = RESOLVER.reasoned(paragraphs)
    standing = Standing(MAP, Resolver(MAP, Blind())).found(paragraphs[:1], ())
    done = Record("draft.docx", paragraphs, mentions, [], {}, [], standing, "", reasons)
    page = text_of(as_html(done, MAP, EXPLAINER, output="copy.docx"))
    assert "Words of the map that stand in the copy" in page
    assert "Hope ×2 (CHILD): left as a word" in page
    assert "It was Monday. We saw Hope today. She had no hope." in page
    assert "1 word of the map still stands" in page


def test_a_map_that_may_be_the_wrong_one_is_what_the_page_says_first() -> None:
    done = Record("draft.docx", PARAGRAPHS[1:2], [], [], {}, [], (), "nobody of the map occurs in this file")
    assert "Nobody of the map occurs in this file" in text_of(as_html(done, MAP, EXPLAINER, output="copy.docx"))
