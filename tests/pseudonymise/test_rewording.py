"""Other words in a sentence, or none: what stands beside them still reads as one. « » marks what goes."""

from __future__ import annotations

import pytest

from reviewdocs.model.text import Edit
from reviewdocs.pseudonymise.render.removal import removed
from reviewdocs.pseudonymise.render.rewording import reworded


def marked(text: str) -> tuple[str, int, int]:
    """The text without its marks, and where they stood."""
    start, end = text.index("«"), text.index("»") - 1
    return text.replace("«", "").replace("»", ""), start, end


def made(text: str, edit: Edit | None) -> str | None:
    """The text as the edit makes it."""
    return text[: edit.start] + edit.replacement + text[edit.end :] if edit else None


@pytest.mark.parametrize(
    ("text", "words", "becomes"),
    [
        ("She was seen on «12 March 2019» by nobody.", "in November", "She was seen in November by nobody."),
        ("She was seen on «12 March 2019».", "November 2018", "She was seen in November 2018."),
        ("On «4 May 2019», she left.", "spring 2019", "In spring 2019, she left."),
        ("Mother rang on «4 May 2019».", "that spring", "Mother rang that spring."),
        ("Seen on «4 May 2019».", "some weeks later", "Seen some weeks later."),
        ("At «14:30» she left.", "that afternoon", "That afternoon she left."),
        ("on «4 May 2019» he left", "a day in spring", "on a day in spring he left"),
        ("Since «4 May 2019» nobody came.", "in May", "Since May nobody came."),
        ("It was due by «4 May 2019».", "in May", "It was due by May."),
        ("between «4 May 2019» and 6 June 2019", "early May", "between early May and 6 June 2019"),
        ("The visit of «4 May 2019» was cancelled.", "in late spring", "The visit in late spring was cancelled."),
        ("He lived at «3 Cutlers Row» then.", "in the county", "He lived in the county then."),
        ("They met at «Larchmount» in the county.", "in the county", "They met in the county."),
        ("They moved to «Fenmark» that year.", "in the county", "They moved to the county that year."),
        ("It was Detective «Harlow» who came.", "Detective", "It was Detective who came."),
        (
            "He is Detective Sergeant «Quill» of the force.",
            "Detective Sergeant 1",
            "He is Detective Sergeant 1 of the force.",
        ),
        ("She met PC «Dunn».", "the police officer", "She met the police officer."),
        ("the «Ashgrove» family", "family", "the family"),
        ("the «Larchmount» hospital was", "the local hospital", "the local hospital was"),
        ("She had a «Larchmount» teacher.", "old school", "She had an old school teacher."),
        ("An «orthodontist» came.", "dentist.", "A dentist came."),
        ("She met an «orthodontist».", "dentist.", "She met a dentist."),
        ("a «nurse» came", "HV", "an HV came"),
        ("At the «Larchmount» school she", "a local", "At a local school she"),
        ("in her «Larchmount» school", "the local", "in her local school"),
        ("She rang. «Mrs Ashgrove» answered.", "a neighbour", "She rang. A neighbour answered."),
        ("He called «Ashgrove»'s house.", "the neighbours", "He called the neighbours' house."),
        ("She said that «Mrs Ashgrove» left.", "a colleague", "She said that a colleague left."),
        ("She told «[name]» to leave.", "her mother", "She told her mother to leave."),
    ],
)
def test_other_words_fit(text: str, words: str, becomes: str) -> None:
    plain, start, end = marked(text)
    assert made(plain, reworded(plain, start, end, words)) == becomes


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("She was seen on «12 March 2019» by the duty worker.", "She was seen by the duty worker."),
        ("On «4 May 2019» the worker called.", "The worker called."),
        ("On or about «4 May 2019», the worker called.", "The worker called."),
        ("The visit, on «4 May 2019», was cancelled.", "The visit was cancelled."),
        ("In March, on «4 May 2019», the worker left.", "In March, the worker left."),
        ("The «4 May 2019» meeting was short.", "The meeting was short."),
        ("He met her at «14:30» on Monday.", "He met her on Monday."),
        ("She rang on «4 May 2019» and asked for help.", "She rang and asked for help."),
        ("It lasted from «4 May 2019» to 6 June 2019.", "It lasted to 6 June 2019."),
        ("«4 May 2019»", ""),
        ("The child (born «4 May 2019») was well.", "The child was well."),
    ],
)
def test_when_something_was_is_taken_out(text: str, becomes: str) -> None:
    plain, start, end = marked(text)
    assert made(plain, removed(plain, start, end, adjunct=True)) == becomes


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("He was at «Larchmount School» in the county.", "He was in the county."),
        ("He attended at «Larchmount School» in the county.", "He attended in the county."),
        ("She lives at «3 Cutlers Row», Fenmark.", "She lives in Fenmark."),
        ("The nurse at «Larchmount Surgery», Fenmark, agreed.", "The nurse in Fenmark agreed."),
        ("She lived in the «Larchmount» estate.", "She lived in the estate."),
        ("She moved to «Larchmount» estate in May.", "She moved to the estate in May."),
        ("The visit to «Larchmount» went well.", "The visit went well."),
        ("He spoke to a «Larchmount» officer.", "He spoke to an officer."),
        ("Her aunt, «Mrs Ashgrove», rang her.", "Her aunt rang her."),
        ("«Mrs Ashgrove», her aunt, rang her.", "Her aunt rang her."),
        ("Her mother and «Mrs Ashgrove» rang.", "Her mother rang."),
        ("«Mrs Ashgrove» and her mother rang.", "Her mother rang."),
        ("She rang Brid and «Mrs Ashgrove».", "She rang Brid."),
        ("Brid, «Tom» and Ann came.", "Brid and Ann came."),
        ("Brid, «Tom», Ann and Bo came.", "Brid, Ann and Bo came."),
        ("The child («Tamsin») was well.", "The child was well."),
        ("She stayed at «Mrs Ashgrove»'s house.", "She stayed at the house."),
        ("According to «Mrs Ashgrove», he left.", "He left."),
        ("She (with «Tom») left.", "She left."),
        ("Telephone: «01632 960 555»", "Telephone:"),
        ("«Mrs Ashgrove» rang her.", None),
        ("She left and «Mrs Ashgrove» rang.", None),
        ("He attended «Larchmount School».", None),
        ("He was a «lighthouse keeper».", None),
        ("She gave «Tom» the key.", None),
        ("He is known as «Izzy» to all.", None),
    ],
)
def test_somebody_or_something_is_taken_out_or_the_sentence_stays_as_it_is(text: str, becomes: str | None) -> None:
    plain, start, end = marked(text)
    assert made(plain, removed(plain, start, end, adjunct=False)) == becomes


@pytest.mark.parametrize("text", ["It lasted between «4 May» and 6 June.", "It was «4 May» when he left."])
def test_a_time_that_the_sentence_needs_stays(text: str) -> None:
    plain, start, end = marked(text)
    assert removed(plain, start, end, adjunct=True) is None
