"""Ids that outlive what happens elsewhere in a document, and places found again where ids could not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewdocs.model.decisions import SeenFinding
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer, Paragraph
from reviewdocs.risk.decided import same_places
from reviewdocs.risk.identity import Surroundings, alike_of, ids_of

TEXT = "12 March 2019"
WORDS = st.sampled_from(["the", "child", "was", "seen", "at", "home", "and", "no", "concern", "by", "anybody", "again"])
SENTENCE = st.lists(WORDS, max_size=12).map(" ".join)
WITH_DATE = st.tuples(SENTENCE, SENTENCE).map(lambda sides: f"{sides[0]} {TEXT} {sides[1]}".strip())
DOCUMENT = st.lists(st.one_of(SENTENCE, WITH_DATE, st.just(TEXT)), min_size=1, max_size=12)


def seen(texts: list[str], *, layer: Layer = Layer.BODY) -> list[SeenFinding]:
    """A finding for every date of a document of these paragraphs, in reading order."""
    paragraphs = [Paragraph("word/document.xml", n, text, layer=layer) for n, text in enumerate(texts)]
    around, group = Surroundings(paragraphs), alike_of("exact-date", TEXT)
    spaced = [" ".join(text.split()) for text in texts]
    starts = [(n, at) for n, text in enumerate(spaced) for at in [text.find(TEXT)] if at >= 0]
    keys = [
        around.key(Paragraph("word/document.xml", n, spaced[n], layer=layer), at, at + len(TEXT)) for n, at in starts
    ]
    ids = ids_of([(group, key) for key in keys])
    return [
        SeenFinding(id=known_by, alike=group, place=key, rule="exact-date", category=Category.DATE,
                    severity=Severity.REVIEW, text=TEXT, context="", anywhere=False)
        for known_by, key in zip(ids, keys, strict=True)
    ]  # fmt: skip


@given(DOCUMENT)
def test_no_two_places_share_an_id(document: list[str]) -> None:
    found = seen(document)
    assert len({finding.id for finding in found}) == len(found)


@given(DOCUMENT, DOCUMENT)
def test_every_place_is_found_again_behind_a_page_put_in_at_the_front(document: list[str], page: list[str]) -> None:
    document = [*document, "Nobody else was asked about that week."]  # a lone cell at an end is known by what precedes
    before = seen(document)
    after = seen([*page, *document])
    same = same_places(before, after)
    new, kept = after[: len(after) - len(before)], after[len(after) - len(before) :]
    words = [(finding.place.near, finding.place.after) for finding in kept]
    if len(set(words)) == len(words) and not set(words) & {(f.place.near, f.place.after) for f in new}:
        assert [same[now.id].id if now.id in same else None for now in kept] == [finding.id for finding in before]
    else:  # where a copy of the page stands before the page itself, nothing tells them apart
        assert len(same) >= len(set(words))


@given(DOCUMENT)
def test_ids_stay_when_lines_are_wrapped_anew(document: list[str]) -> None:
    wrapped = [text.replace(" ", "\n", 2).replace(" ", "\u00a0", 1) for text in document]
    assert [finding.id for finding in seen(document)] == [finding.id for finding in seen(wrapped)]


@given(DOCUMENT, SENTENCE)
def test_what_is_written_far_away_changes_no_id(document: list[str], other: str) -> None:
    far = "It is not recorded who else was in the house that week. " * 6
    before = seen([*document, far, "The end."])
    after = seen([*document, far, other])
    assert [f.id for f in before] == [f.id for f in after[: len(before)]]


def test_what_programs_write_in_an_order_of_their_own_has_no_neighbours() -> None:
    one = seen(["title", TEXT, "author"], layer=Layer.HIDDEN)
    other = seen(["author", "title", "keywords", TEXT], layer=Layer.HIDDEN)
    assert [finding.id for finding in one] == [finding.id for finding in other]


def test_a_lone_cell_is_not_any_lone_cell() -> None:
    one, other = seen([TEXT, "Seen at home by the duty worker."]), seen([TEXT, "A meeting was held at the school."])
    assert one[0].id != other[0].id
    assert not same_places(one, other)


def test_a_twin_put_in_before_does_not_take_the_decision() -> None:
    """A sentence said again on a new first page is a place that nobody has looked at."""
    sentence = f"The child was seen at the house on {TEXT} and nothing was recorded of it."
    before = seen([sentence, "Nobody answered."])
    after = seen([sentence, "A new page.", sentence, "Nobody answered."])
    assert {now: was.id for now, was in same_places(before, after).items()} == {after[1].id: before[0].id}
