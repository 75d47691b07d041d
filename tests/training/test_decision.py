import spacy
from spacy.tokens import Span

from reviewdocs.detect.pipeline import BITS, Identifying, features, lay_by


def spans_of(text, *labels):
    doc = spacy.blank("en")(text)
    doc.ents = [Span(doc, start, end, label=label) for start, end, label in labels]
    return doc


def test_what_may_stay_scores_below_half_and_the_rest_above():
    doc = spans_of("Aisha wrote to the High Court", (0, 1, "PERSON"), (4, 6, "NO_ORG"))
    Identifying(threshold=0.3)(doc)
    scores = {span.text: span._.identifying for span in doc.spans["candidates"]}
    assert scores == {"Aisha": 0.75, "High Court": 0.25}
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Aisha", "PERSON")]


def test_a_low_threshold_keeps_both_under_plain_labels():
    doc = spans_of("Aisha wrote to the High Court", (0, 1, "PERSON"), (4, 6, "NO_ORG"))
    Identifying(threshold=0.2)(doc)
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Aisha", "PERSON"), ("High Court", "ORG")]


def test_features_depend_on_the_words_around():
    one = spans_of("told Grace about it", (1, 2, "PERSON")).ents[0]
    other = spans_of("said Grace before meals", (1, 2, "PERSON")).ents[0]
    assert features(one) != features(other)
    assert all(0 <= bucket < 1 << BITS for bucket in features(one))


def test_weights_survive_writing_and_reading(tmp_path):
    stage = Identifying(threshold=0.3)
    stage.weights[7] = 1.5
    stage.to_disk(tmp_path / "stage")
    assert Identifying(threshold=0.3).from_disk(tmp_path / "stage").weights[7] == 1.5


def test_readings_of_two_recognisers_are_united_where_they_overlap():
    doc = spans_of("Miss Amy Long of Brackwell", (0, 2, "PERSON"))
    lay_by(doc)
    doc.ents = [Span(doc, 1, 3, label="PERSON"), Span(doc, 4, 5, label="NO_PLACE")]
    Identifying(threshold=0.0)(doc)
    assert [(e.text, e.label_) for e in doc.ents] == [("Miss Amy Long", "PERSON"), ("Brackwell", "PLACE")]


def test_a_word_of_measure_belongs_to_the_amount():
    doc = spans_of("She owed about £300 and more than 40 euros", (3, 5, "QUANTITY"), (8, 10, "QUANTITY"))
    Identifying(threshold=0.0)(doc)
    assert [e.text for e in doc.ents] == ["about £300", "more than 40 euros"]
