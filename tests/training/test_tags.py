import spacy
from training.tags import KEPT, SILENT, UNKNOWN, Sample, allowed

from reviewdocs.detect.network import ALL_LABELS, OUTSIDE, TAGS

NLP = spacy.blank("en")


def tags(text, spans, rest=""):
    """For each word, the tags that it may have: "" nothing, "+X" a first word, "X" a further one."""
    names = ["", *(sign + label for label in ALL_LABELS for sign in ("+", ""))]
    return [{names[n] for n in range(TAGS) if row[n]} for row in allowed(NLP(text), Sample(text, spans, rest))]


def test_a_name_has_a_first_word_and_further_ones():
    assert tags("met Aisha Long", [(4, 14, "PERSON")]) == [{""}, {"+PERSON"}, {"PERSON"}]


def test_a_title_is_of_the_name_or_not_wherever_it_was_marked():
    title, name = {"", "+PERSON", "PERSON"}, {"+PERSON", "PERSON"}
    assert tags("Mrs Long", [(0, 8, "PERSON")]) == [title, name]
    assert tags("Mrs Long", [(4, 8, "PERSON")]) == [title, name]


def test_what_stays_is_nothing_or_what_may_stay():
    (said,) = tags("Ofsted", [(0, 6, KEPT)])
    assert "" in said
    assert "+NO_ORG" in said
    assert not said & {"+ORG", "+PERSON"}


def test_what_nobody_knows_may_be_anything():
    assert len(tags("Ofsted", [(0, 6, UNKNOWN)])[0]) == TAGS


def test_where_cases_say_nothing_stands_no_person_and_no_clock_time():
    (said,) = tags("2019", [], SILENT)
    assert {"", "+DATE", "+NO_PLACE"} <= said
    assert not said & {"+PERSON", "+PLACE", "+ORG", "+CODE", "+TIME", "+AGE"}


def test_a_clock_time_in_other_texts_may_be_one():
    assert tags("at 10:42", [])[1] == {"", "+TIME", "TIME"}
    assert tags("on 4 May", [(3, 8, "DATE")])[1] == {"+DATE", "+TIME"}


def test_every_word_may_be_something():
    assert allowed(NLP("At noon Mr Long rang"), Sample("At noon Mr Long rang", [(8, 15, "PERSON")])).any(axis=1).all()
    assert OUTSIDE == 0
