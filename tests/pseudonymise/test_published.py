"""What a finished report says of its makers and of its pseudonyms."""

from __future__ import annotations

import pytest

from reviewdocs.model.mentions import Category, Detection
from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise.proposal.published import declarations


def _said(text: str, *people: str, landmarks: bool = False) -> list[tuple[str, str]]:
    """What is declared in the lines of a text in which these people were found."""
    paragraphs = [Paragraph("text", number, line) for number, line in enumerate(text.split("\n"))]
    if landmarks:
        paragraphs = [
            Paragraph("word/document.xml", 3 * row + column, cell, landmark=f"table row {row + 1} under “Names”")
            for row, line in enumerate(text.split("\n"))
            for column, cell in enumerate(line.split("|"))
        ]
    found = [
        Detection(p.key, at, at + len(name), name, Category.PERSON, 0.9, ("LanguageModel",))
        for p in paragraphs
        for name in people
        if (at := p.text.find(name)) >= 0
    ]
    return [(declared.name, declared.role) for declared in declarations(paragraphs, found)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Independent chair and author: Priya Halloran", "independent chair and author"),
        ("The independent author was Priya Halloran.", "independent author"),
        ("Priya Halloran, Independent Reviewer", "independent reviewer"),
        ("Priya Halloran MBE (Panel Chair)", "chair"),
        ("This report was written by Priya Halloran.", "author"),
        ("The panel was chaired by Priya Halloran.", "chair"),
        ("Lead reviewer\nPriya Halloran", "reviewer"),
        ("Priya Halloran acted as the independent chair.", "independent chair"),
    ],
)
def test_the_makers_of_a_report_are_told(text: str, role: str) -> None:
    assert _said(text, "Priya Halloran") == [("Priya Halloran", role)]


@pytest.mark.parametrize(
    "text",
    [
        "Chair: Odile Merritt\nMembers: Priya Halloran, Northvale Police",
        "The author wrote to the mother. Priya Halloran did not reply.",
        "Priya Halloran's mother chaired nothing.",
        "Author: Priya",  # one name is none of a report's maker
    ],
)
def test_others_are_not(text: str) -> None:
    assert _said(text, "Priya Halloran", "Priya") == []


@pytest.mark.parametrize(
    "text",
    [
        "Amina is a pseudonym, chosen by her family.",
        "“Amina” is not her real name.",
        "The victim will be called Amina.",
        "The names Amina and Adam are pseudonyms.",
        "She is referred to in this report as Amina.",
    ],
)
def test_a_pseudonym_is_told_by_the_sentence_that_declares_it(text: str) -> None:
    assert ("Amina", "a pseudonym, as the report says") in _said(text, "Amina")


def test_a_pseudonym_is_told_by_the_table_that_lists_it() -> None:
    table = "Pseudonym|Relationship\nAmina|Victim\nThe Brother|Brother of the victim\nAdam|Husband"
    told = [("Amina", "a pseudonym: victim"), ("Adam", "a pseudonym: husband")]
    assert _said(table, "Amina", "Adam", landmarks=True) == told
    assert _said(table.replace("|", "\t"), "Amina", "Adam") == told


def test_other_tables_list_no_pseudonyms() -> None:
    assert _said("Action\tOwner\nAmina\tBoard", "Amina") == []
