"""A name found once is looked for everywhere, and one mistake stays one."""

from __future__ import annotations

from reviewdocs.detect.spread import SPREAD, names_in, spread
from reviewdocs.model.mentions import Category, Detection
from reviewdocs.model.text import Paragraph


def _spread(
    name: str, text: str, *, category: Category = Category.PERSON, score: float = 0.9
) -> list[tuple[str, float]]:
    """What a name found in one document leads to in another."""
    found = Detection(("text", 0), 0, len(name), name, category, score, ("ner",))
    further = spread([Paragraph("text", 0, text)], names_in([found]), [])
    assert all(d.detectors == (SPREAD,) and d.text == text[d.start : d.end] for d in further)
    return [(d.text, d.score) for d in further]


def _texts(name: str, text: str, **more: Category) -> list[str]:
    return [found for found, _ in _spread(name, text, **more)]


def test_in_all_its_forms() -> None:
    text = "Merrigold came. ZDENKA's coat; zdenka merrigold; the Merrigolds; Merrigold, Zdenka"
    assert _texts("Mrs Zdenka Merrigold", text) == [
        "Merrigold",
        "ZDENKA",
        "zdenka merrigold",
        "Merrigolds",
        "Merrigold, Zdenka",
    ]


def test_weaker_than_where_it_was_found() -> None:
    assert _spread("Zdenka", "It was Zdenka", score=0.8) == [("Zdenka", 0.72)]


def test_a_title_and_rank_number_are_no_part_of_it() -> None:
    assert _texts("PC 2287 Merrigold", "told Merrigold on the 2287") == ["Merrigold"]


def test_ordinary_words_need_the_rest_of_the_name() -> None:
    assert _texts("Zdenka Long", "A Long way. Long ago. Zdenka Long") == ["Zdenka Long"]
    assert _texts("Hope Merrigold", "Hope is a plan; Hope Merrigold's") == ["Hope Merrigold"]


def test_what_the_document_writes_small_is_a_word() -> None:
    assert _texts("Wombling", "Wombling began. The wombling stopped.") == []


def test_a_strange_word_in_small_letters_is_the_name() -> None:
    assert _texts("Zdenka", "Called her Zdenka. who is zdenka?") == ["Zdenka", "zdenka"]
    assert _texts("Zdenka", "it was zdenka, the zdenka") == []
    assert _texts("Quilter", "Quilter rang. a good quilter") == []


def test_not_in_another_name_and_not_in_an_address() -> None:
    assert _texts("Mrs Merrigold", "Merrigold Procedures; a.merrigold@b.example; @Merrigold_1") == []


def test_what_is_not_sure_is_not_spread() -> None:
    assert _spread("Zdenka", "It was Zdenka", score=0.5) == []


def test_places_and_bodies_whole() -> None:
    assert _texts("Penhallick", "in PENHALLICK; penhallick", category=Category.PLACE) == []
    assert _texts("Penhallick", "in PENHALLICK", category=Category.PLACE) == ["PENHALLICK"]
    assert _texts("Tuffnell Joinery", "at tuffnell joinery", category=Category.ORG) == ["tuffnell joinery"]
