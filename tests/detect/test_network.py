import numpy as np
import pytest
import spacy

from reviewdocs.detect import network
from reviewdocs.detect.network import ALL_LABELS, OUTSIDE, TAGS
from reviewdocs.detect.pipeline import Names


class Said:
    """A network that says what it is told to."""

    def __init__(self, *rows):
        self.rows = np.full((len(rows), TAGS), 1e-9)
        for n, shares in enumerate(rows):
            self.rows[n, OUTSIDE] = 1.001 - sum(share for _, _, share in shares)
            for label, further, share in shares:
                self.rows[n, 1 + 2 * ALL_LABELS.index(label) + further] = share

    def predict(self, _):
        return [np.log(self.rows)]


def found(text, *rows, lean=0.0, threshold=0.0):
    names = Names(threshold, lean)
    names.network = Said(*rows)
    doc = names(spacy.blank("en")(text))
    return [(span.text, span.label_, round(span._.identifying, 2)) for span in doc.ents]


def test_words_of_one_thing_are_one_candidate_and_a_first_word_begins_another():
    name = [("PERSON", False, 0.9)], [("PERSON", True, 0.8)]
    assert found("Aisha Long Aisha Long", *name, *name) == [("Aisha Long", "PERSON", 0.85)] * 2


def test_a_further_word_after_nothing_begins_something():
    assert found("told Grace", [], [("PERSON", True, 0.9)]) == [("Grace", "PERSON", 0.9)]


def test_the_label_is_the_likeliest_over_all_words():
    rows = [("PLACE", False, 0.5), ("ORG", False, 0.4)], [("ORG", True, 0.9)]
    assert found("Brackwell Surgery", *rows) == [("Brackwell Surgery", "ORG", 0.9)]


def test_what_may_stay_has_a_plain_label_and_is_unlikely_to_identify():
    rows = [("NO_ORG", False, 0.9)], [("NO_ORG", True, 0.8), ("ORG", True, 0.1)]
    assert found("High Court", *rows) == [("High Court", "ORG", 0.05)]
    assert found("High Court", *rows, threshold=0.3) == []


def test_leaning_finds_what_was_too_unlikely_and_holds_it_likelier():
    assert found("told hope", [], [("PERSON", False, 0.15)]) == []
    assert found("told hope", [], [("PERSON", False, 0.15)], lean=2.0) == [("hope", "PERSON", 0.57)]


def test_what_is_rather_nothing_is_a_candidate_with_a_low_likelihood():
    assert found("told hope", [], [("PERSON", False, 0.3)]) == [("hope", "PERSON", 0.3)]


def test_a_word_of_measure_belongs_to_the_amount():
    amount = [("QUANTITY", False, 1.0)], [("QUANTITY", True, 1.0)]
    assert found("owed about £300", [], [], *amount) == [("about £300", "QUANTITY", 1.0)]


def test_no_words_no_candidates():
    assert found("") == []


def test_weights_survive_writing_and_reading(tmp_path):
    one = network.initialised()
    network.write(one, tmp_path)
    other = network.read(tmp_path)
    rows = [network.Seen()(spacy.blank("en")("Aisha went to Brackwell"))]
    assert network.probabilities(other, rows)[0] == pytest.approx(network.probabilities(one, rows)[0], abs=0.01)


def test_weights_of_another_network_are_refused(tmp_path):
    network.write(network.initialised(), tmp_path)
    file = next(tmp_path.iterdir())
    np.save(file, np.append(np.load(file), np.float16(0)))
    with pytest.raises(ValueError, match="another network"):
        network.read(tmp_path)


def test_a_word_is_seen_alike_in_any_letters_but_for_its_shape():
    small, large = (network.Seen()(spacy.blank("en")(word))[0] for word in ("okafor", "Okafor"))
    assert [a == b for a, b in zip(small, large, strict=True)] == [True, True, True, False, True]


def test_a_usual_surname_and_a_usual_word_are_seen_as_different():
    smith, table = network.Seen()(spacy.blank("en")("smith table"))
    assert smith[-1] != table[-1]
