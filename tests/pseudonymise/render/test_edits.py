"""An edit found on reading edited text again, placed in the original."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.model.text import Edit, Paragraph
from reviewdocs.pseudonymise.render.edits import edited, edits_of, in_order, original_of

TEXT = "his mother, Josie, also known as Jo or Josephine, said so"
CUTS = st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=6, unique=True).map(sorted)
WORDS = st.sampled_from(["", "Mother", "A", "the family"])


def _mention(start: int, end: int, text: str, replacement: str) -> Mention:
    return Mention(("text", 0), start, end, text[start:end], Category.PERSON, ("M",), Outcome.REPLACED, replacement)


@settings(max_examples=200, deadline=None)
@given(CUTS, st.lists(WORDS, min_size=3, max_size=3), CUTS, WORDS)
def test_one_pass_over_the_original_says_what_two_passes_said(
    cuts: list[int], words: list[str], again: list[int], word: str
) -> None:
    original = Paragraph("text", 0, TEXT)
    first = [_mention(a, b, TEXT, w) for a, b, w in zip(cuts[::2], cuts[1::2], words, strict=False)]
    edits = edits_of(first).get(original.key, [])
    between = edited(original, edits)
    start, end = (min(at, len(between.text)) for at in again[:2])
    later = _mention(start, end, between.text, word)
    placed = original_of(later, edits) if start < end else None
    if placed is None:
        return
    together = in_order([original], [*first, placed])
    at_once = edited(original, edits_of(together)[original.key]).text
    assert at_once == edited(between, [Edit(start, end, word)]).text
    assert all(mention.text == TEXT[mention.start : mention.end] for mention in together)
