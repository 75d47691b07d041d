"""No copy that is called verified and ready shows a name, however it is disguised."""

from __future__ import annotations

import itertools
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from disguising import FORENAME, NUMBERING, SURNAME, Disguise, disguises, sample

from reviewdocs.errors import OutputError
from reviewdocs.formats.opening import open_document
from reviewdocs.model.mentions import Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Layer
from reviewdocs.model.words import Audience
from reviewdocs.names.skeleton import shape, skeleton
from reviewdocs.pseudonymise.resolver import Resolver
from reviewdocs.pseudonymise.standing import Standing
from reviewdocs.records.load import validated
from reviewdocs.workflows.anonymiser import Anonymiser

CHILD = {"id": "CHILD", "role": "child", "pseudonym": "Child A", "forename": FORENAME, "surname": SURNAME}
MAP = validated(PseudonymMap, {"id": "S-1", "review_type": "LCSPR", "people": [CHILD]})
ANONYMISER = Anonymiser(MAP, Audience.PUBLIC)
RESOLVER = Resolver(MAP)
STANDING = Standing(MAP, RESOLVER)


def _ready(disguise: Disguise) -> bytes | None:
    """The copy, where it is verified and nothing in it is for a person to look at."""
    try:
        done = ANONYMISER.anonymise(disguise.file, disguise.data)
    except OutputError:
        return None
    looked_at = done.count(Outcome.UNDECIDED) or any(still.to_look_at for still in done.record.standing)
    return None if looked_at else done.data


def _letters(text: str) -> str:
    """The letters that a reader sees."""
    return "".join(filter(str.isalpha, skeleton(text)))


def _shows(text: str, name: str) -> bool:
    letters, wanted = _letters(text), shape(name.lower())
    return wanted in letters or wanted[::-1] in letters


def _texts(disguise: Disguise, data: bytes) -> str:
    found = open_document(disguise.file, data).paragraphs()
    return "\n".join(p.text for p in found if p.layer is not Layer.HIDDEN and "were seen" not in p.text)


def _leaks(some: Iterable[Disguise]) -> list[str]:
    return [each.label for each in some if (copy := _ready(each)) and _shows(_texts(each, copy), each.name)]


def test_no_copy_that_is_ready_shows_a_disguised_name() -> None:
    assert not _leaks(sample(140))


@pytest.mark.slow
def test_the_same_of_every_disguise() -> None:
    every = list(disguises())
    assert len(every) > 2000 and not _leaks(every)


@pytest.mark.parametrize("label", ["web hidden", "tiny", "squeezed", "white", "symbol fields", "text in a code"])
def test_an_original_with_what_nobody_sees_in_a_name_is_not_ready(label: str) -> None:
    original = next(each for each in disguises() if each.label.startswith(label))
    paragraphs = open_document(original.file, original.data).paragraphs()
    assert any(mention.refs for mention in RESOLVER.resolve(paragraphs))


@pytest.mark.parametrize("label", ["sequences", "quotes", "set and shown", "condition", "formula letters"])
def test_fields_that_come_to_show_a_name_are_told_and_become_text(label: str) -> None:
    original = next(each for each in disguises() if each.label.startswith(label))
    assert any(mention.refs for mention in RESOLVER.resolve(open_document("a.docx", original.data).paragraphs()))
    copy = ANONYMISER.anonymise("a.docx", original.data)
    assert copy.record.stripped["fields that are worked out anew"] >= len(original.name)
    assert not any("QUOTE" in p.text or "SEQ" in p.text for p in open_document("a.docx", copy.data).paragraphs())


def test_labels_of_lists_are_read_with_the_text_and_those_that_spell_a_name_block() -> None:
    made = {each.label: each for each in disguises() if each.label in NUMBERING and each.name == FORENAME}
    assert all(_shows(_texts(each, each.data), each.name) for each in made.values())
    assert _ready(made["levels of a list"]) is None and _ready(made["labels down the page"]) is None
    assert not _leaks(made.values())


@pytest.mark.slow
@pytest.mark.office
def test_no_page_of_a_copy_that_is_ready_shows_a_disguised_name(as_pdf: Callable[..., Path], tmp_path: Path) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("poppler is missing")
    word = [each for each in disguises() if each.file == "a.docx"]
    chosen = [next(those) for _, those in itertools.groupby(word, key=lambda each: each.label.split(",")[0])]
    copies = {tmp_path / f"copy-{number}.docx": each for number, each in enumerate(chosen[:220])}
    made = [path for path, each in copies.items() if (copy := _ready(each)) and path.write_bytes(copy)]
    folder = as_pdf(*made).parent
    leaks = []
    for path in made:
        pdf = folder / f"{path.stem}.pdf"
        read = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
        if _shows(read.replace("They were seen at home.", ""), copies[path].name):
            leaks.append(copies[path].label)
    assert not leaks
