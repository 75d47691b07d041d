"""Words that owe their capitals to their place, shorthand, slang and other languages: none of them is a name."""

from __future__ import annotations

import pytest

from reviewdocs.detect.filters import silencing
from reviewdocs.detect.filters.filter import Passage, Surroundings
from reviewdocs.detect.filters.plain_person import plain_person
from reviewdocs.detect.judge import finds
from reviewdocs.detect.known import Known
from reviewdocs.detect.models import Entity
from reviewdocs.language.words import is_english
from reviewdocs.model.mentions import Category


def _judged(text: str, label: str = "PERSON") -> list[str]:
    """What counts of the stretch marked « »."""
    start, end = text.index("«"), text.index("»") - 1
    return _standing(text.replace("«", "").replace("»", ""), Entity(start, end, label, 0.99, ("m",)))


def _standing(text: str, entity: Entity) -> list[str]:
    """What of one find counts."""
    found = finds(Passage(text, Surroundings([text])), [entity])
    return [find.found for find in found if not silencing(find)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("ENTRY 4 GARAGE SEARCHED. «TARPAULIN UNFASTENED».", "PERSON"),
        ("ENTRY 5 «SHE WON'T BUDGE». LINE DROPS.", "PERSON"),
        ("ENTRY 6 SISTER AT «HOSPITAL WITH UMBRELLA».", "ORG"),
        ("«MERGED TIMETABLE»", "ORG"),
        ("4. «Legibility». The handwriting was hard to read.", "PERSON"),
        ("«Plumage»", "PLACE"),
        ("7 | «Orthodontics» | No concerns", "PERSON"),
        ("Children's «Haematology»", "PERSON"),
        ("Gait: «Shuffling»", "PERSON"),
        ("Waiting: Orthodontics, «Podiatry», Catering", "PERSON"),
        ("Hx taken. «Imms UTD». Chest clear.", "PERSON"),
        ("seen by «serv» again", "PERSON"),
        ("From the handset: «wot» about the rent", "PERSON"),
        ("a «hesitant» smile", "PERSON"),
        ("the «cardigan» was torn", "PERSON"),
        ("«Gwasanaeth Gofal» / Care Service", "PERSON"),
        ("«Roedd» y tŷ yn oer", "PERSON"),
        ('She said "«Ninaogopa» kurudi nyumbani usiku" and wept.', "PERSON"),
        ("«Rutland», Devon and Powys report the same", "PLACE"),
        ("reports from «Devon, Powys and Kent»", "PLACE"),
        ("asked for «Lingala»", "PLACE"),
        ("Band: «Silver»", "ORG"),
        ("Pad worn. «Patch» rotated.", "PERSON"),
        ("RADIO «HOUSEKEEPING FOOTPLATE»", "PERSON"),
        ("9. «9 Adultification»", "CODE"),
    ],
)
def test_words_that_name_nobody(text: str, label: str) -> None:
    assert _judged(text, label) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ENTRY 4 CALLER «OSRIC TOLVERNE», ANGRY", "OSRIC TOLVERNE"),
        ("«Tolverne». He was late.", "Tolverne"),
        ("spoke to «zdenka» about it", "zdenka"),
        ("took it to «rev tolverne» and", "rev tolverne"),
        ("at «grandma zdenka»'s", "grandma zdenka"),
        ("SEEN BY «A. TOLVERNE». LEFT", "A. TOLVERNE"),
        ("a driver with «Gannet Tankers» who", "Gannet Tankers"),
        ("burden, «strain, Nettlebed» said", "Nettlebed"),
        ("«Attends Heronby» twice", "Heronby"),
        ("They called. «Supt. Tolverne» came.", "Supt. Tolverne"),
        ("BOY ON ROOF OF SHED, «WEST CANAL WHARF», NOT MOVING", "WEST CANAL WHARF"),
        ("called her «Baba Zdenka» at", "Baba Zdenka"),
        ("on «Tolve»rne's phone", "Tolverne"),
        ("hybrid, «Weavers' Institute»", "Weavers' Institute"),
        ("she is over in «cardiff» now", "cardiff"),
    ],
)
def test_names_beside_them_stay(text: str, expected: str) -> None:
    assert _judged(text) == [expected]


def test_an_ordinary_word_that_is_called_somebody_elsewhere_stays() -> None:
    text = "Patch left. He rang Osric Patch at home."
    assert _standing(text, Entity(0, 5, "PERSON", 0.99, ("m",))) == ["Patch"]
    assert _judged("«Grace» left.") == ["Grace"]


@pytest.mark.parametrize(
    "text",
    [
        "«Zarit» 34",
        "the «Barthel» was 11/20",
        "«Cornell» 12 on admission",
        "scored on the «Vanderbilt»",
        "the «Griffiths» mental development scales",
        "«Bowlby» and others wrote of attachment",
        "stages of change («Prochaska» and colleagues): the cycle of change",
        "a leaflet from «Headway»",
        "«Age Cymru» and «Carers Wales»",
        "«HM Coastguard»",
        "the «Scottish Children's Reporter Administration»",
    ],
)
def test_scales_theories_and_bodies_are_known(text: str) -> None:
    plain = text.replace("«", "").replace("»", "")
    known = Known()
    for part in text.split("«")[1:]:
        name = part.split("»")[0]
        start = plain.index(name)
        assert known.harmless(plain, start, start + len(name), Category.PERSON)


@pytest.mark.parametrize("text", ["Mr «Griffiths» was late", "told «Hamilton» 14 times", "«Bowlby» rang"])
def test_surnames_that_scales_have_are_people_elsewhere(text: str) -> None:
    plain = text.replace("«", "").replace("»", "")
    start, end = text.index("«"), text.index("»") - 1
    assert not Known().harmless(plain, start, end, Category.PERSON)


def test_a_title_outweighs_the_dictionary() -> None:
    assert plain_person("Farming", by_model=False)
    assert not plain_person("Mr Farrier", by_model=False)
    assert not plain_person("Tolverne", by_model=False)
    assert not plain_person("jan", by_model=False)


@pytest.mark.parametrize("word", ["pinafores", "unbuttoned", "shoplifter", "well-thumbed", "neurosurgery"])
def test_regular_forms_are_english(word: str) -> None:
    assert is_english(word)


@pytest.mark.parametrize("word", ["tolverne", "zdenka", "heather", "penhallick"])
def test_names_are_not_english(word: str) -> None:
    assert not is_english(word)


@pytest.mark.parametrize(
    "name", ["Dr Manning", "Mr Harding", "Mrs Cope", "Sister Canning", "PC Browning", "Ms Pointing", "Dr Copping"]
)
def test_a_title_makes_a_surname_of_a_verb(name: str) -> None:
    assert not plain_person(name, by_model=False)


@pytest.mark.parametrize("words", ["INSPECTOR INFORMED", "Miss Appointment", "Dr Appointment", "Sergeant Informed"])
def test_a_title_in_a_heading_does_not(words: str) -> None:
    assert plain_person(words, by_model=False)
