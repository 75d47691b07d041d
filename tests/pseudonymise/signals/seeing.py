"""A fictional map for the examples of signals and vetoes, and a word in its place in a text."""

from __future__ import annotations

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import entities_of
from reviewdocs.pseudonymise.judge import Reader
from reviewdocs.pseudonymise.signals.place import Example, Place
from reviewdocs.records.load import validated

MAP = validated(
    PseudonymMap,
    {
        "id": "S",
        "review_type": "DHR",
        "people": [
            {"id": "A", "role": "victim", "pseudonym": "Anna", "forename": "Saffron", "surname": "Quillfeather"},
            {"id": "B", "role": "sister", "pseudonym": "Bryony", "forename": "Hope", "surname": "Marrow"},
            {"id": "C", "role": "brother", "pseudonym": "Colin", "forename": "Linus", "surname": "Marrow"},
            {"id": "D", "role": "aunt", "pseudonym": "Dora", "forename": "May", "middle": "Anne", "surname": "Tansley"},
        ],
        "places": [{"id": "TOWN", "name": "Calderwick", "kind": "town", "pseudonym": "the Town"}],
        "organisations": [{"id": "SCHOOL", "name": "Fernhill Primary School", "pseudonym": "School 1"}],
        "permitted": [{"name": "Ruth Long", "role": "Independent Chair"}],
        "panel": [{"job_title": "Head of Quality", "employer": "Calderwick Borough Council", "name": "Odile Prowse"}],
    },
)
_READER = Reader(MAP, entities_of(MAP))


def place_of(example: Example) -> Place:
    """The word that an example looks at, in its place; the text is a whole document."""
    (passage,) = _READER.passages([Paragraph("text", 0, example.text)])
    assert passage is not None, f"nothing in {example.text!r} may be a name"
    start = example.text.index(example.word)
    at = {candidate.start: index for index, candidate in passage.proposed.at.items()}
    assert start in at, f"{example.word!r} in {example.text!r} may not be a name"
    return Place(passage, at[start])
