import itertools

import pytest
from training.generator import clauses, findable, harmless
from training.generator.grammar import UNKNOWN, choose
from training.generator.write import paragraphs

LABELS = {"PERSON", "PLACE", "ORG", "DATE", "CODE", "DEM", "QUANTITY", "MISC", UNKNOWN}


@pytest.fixture(scope="module")
def written():
    return list(paragraphs(4000, seed=41))


def test_the_same_seed_writes_the_same_text():
    assert list(paragraphs(200, seed=3)) == list(paragraphs(200, seed=3))
    assert list(paragraphs(200, seed=3)) != list(paragraphs(200, seed=4))


def test_no_two_paragraphs_are_alike(written):
    assert len({paragraph.text for paragraph in written}) == len(written)


def test_spans_lie_in_order_within_the_text_and_hold_words(written):
    for paragraph in written:
        assert all(label in LABELS for _, _, label in paragraph.spans)
        for start, end, _ in paragraph.spans:
            assert 0 <= start < end <= len(paragraph.text)
            assert paragraph.text[start:end].strip()
        assert all(first[1] <= second[0] for first, second in itertools.pairwise(paragraph.spans))


def test_a_span_is_a_whole_word_or_more(written):
    for paragraph in written:
        for start, end, label in paragraph.spans:
            if label in ("PERSON", "PLACE", "ORG"):
                before = paragraph.text[start - 1 : start]
                assert not before.isalnum(), (paragraph.text, paragraph.text[start:end])


def test_nearly_half_holds_nothing_to_find(written):
    bare = [paragraph for paragraph in written if not paragraph.spans]
    assert len(bare) >= 0.45 * len(written)
    assert all(not paragraph.spans for paragraph in written if paragraph.harmless)


def test_every_label_and_every_kind_of_text_comes(written):
    assert {label for paragraph in written for _, _, label in paragraph.spans} >= LABELS - {"MISC"}
    kinds = {paragraph.kind for paragraph in written}
    assert kinds == {*findable.KINDS, *harmless.KINDS, "clauses"}


def test_nothing_of_the_template_language_is_left_in_the_text(written):
    for paragraph in written:
        assert (
            "{" not in paragraph.text
            and "}" not in paragraph.text
            and "[accessed" not in paragraph.text.split("www")[0]
        )


@pytest.mark.parametrize("templates", [*findable.KINDS.values(), *harmless.KINDS.values(), clauses.CLAUSES])
def test_brackets_of_templates_match(templates):
    import random

    for template in templates:
        assert template.count("[") == template.count("]"), template
        assert "[" not in choose(template, random.Random(1))
