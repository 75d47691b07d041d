"""The language models: the shipped one and any that the user has installed, run once over a batch of texts and united.

Nothing is fetched: a model that is not on this machine is told of with the way to get it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import spacy

from reviewdocs.detect.file_names import ENDING
from reviewdocs.errors import NotCheckedError, UsageError

SHIPPED = Path(__file__).with_name("model")
"""Where the shipped model lies."""
NO_MODEL = "none"

_UNUSED = ("tagger", "parser", "morphologizer", "lemmatizer", "attribute_ruler", "senter", "textcat", "entity_linker")
"""Parts of a user's pipeline that find no entities and cost time."""
_SURE = 0.85
"""Score of an entity whose pipeline gives none."""
_LONGEST = 20_000
"""Code points of one text given to a model at once; longer ones are parted at a line or a space."""
_UNBROKEN = re.compile(r"\S{101,}")
_MARK = re.compile(r"[\W_]")
_FILE = re.compile(
    rf"(?<!\S)([^\s@/]{{0,100}})({ENDING})",
    re.IGNORECASE,
)
"""The name of a file, without spaces, and its ending."""
_BATCH = 128

_LABELS = {
    "PER": "PERSON", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "LOCATION": "PLACE", "NORP": "DEM",
    "ORGANIZATION": "ORG", "ORGANISATION": "ORG", "DATETIME": "DATE", "MONEY": "QUANTITY", "PERCENT": "QUANTITY",
}  # fmt: skip
"""Other models' labels in ours; what is in neither is left out."""
_OURS = frozenset(["PERSON", "PLACE", "ORG", "DATE", "TIME", "CODE", "DEM", "QUANTITY", "AGE", "MISC"])


@dataclass(frozen=True, slots=True)
class Entity:
    """Something a language model found.

    Attributes:
        start, end: code points in the text given.
        label: PERSON, PLACE, ORG, DATE, TIME, CODE, DEM (what people are), QUANTITY, AGE (of a small child) or MISC.
        score: the model's confidence that it needs hiding, from 0 to 1, where its pipeline gives one.
        models: which found it, at this place and with this label.
    """

    start: int
    end: int
    label: str
    score: float
    models: tuple[str, ...]


class LanguageModels:
    """The pipelines that run.

    Args:
        extra: installed spaCy packages or folders to run beside the shipped model.

    Raises:
        NotCheckedError: an extra model is not there or cannot be loaded.
        UsageError: an extra model finds no entities.

    Attributes:
        shipped: whether the shipped model is there and sound; without it nothing may be called checked.
        names: of the models, with their versions; "none" where there is none.
    """

    def __init__(self, extra: Sequence[str] = ()) -> None:
        ours = _shipped()
        self.shipped = ours is not None
        self._pipelines: list[Any] = [*([ours] if ours else []), *(_extra(name) for name in extra)]
        self.names = " + ".join(_name(pipeline) for pipeline in self._pipelines) or NO_MODEL

    def entities(self, texts: Sequence[str]) -> list[list[Entity]]:
        """What all models find in each text, in the order it stands; the same text is read once."""
        distinct = list(dict.fromkeys(text for text in texts if _readable(text)))
        found: dict[str, list[Entity]] = {text: [] for text in distinct}
        pieces = [(_legible(piece), (text, offset)) for text in distinct for piece, offset in _pieces(text)]
        for pipeline in self._pipelines:
            for document, (text, offset) in pipeline.pipe(pieces, as_tuples=True, batch_size=_BATCH):
                found[text].extend(_entities(document, offset, pipeline))
        united = {text: _united(entities) for text, entities in found.items()}
        return [united.get(text, []) for text in texts]


def _shipped() -> Any | None:
    """The shipped model; None where it is missing or damaged, which no check may hide."""
    if not (SHIPPED / "meta.json").is_file():
        return None
    try:
        import_module("reviewdocs.detect.pipeline")  # registers the parts that spaCy does not bring
        return spacy.load(SHIPPED)
    except Exception:  # noqa: BLE001 - whatever is wrong with its files, the answer is: not checked
        return None


def _extra(name: str) -> Any:
    try:
        pipeline = spacy.load(name, exclude=_UNUSED)
    except OSError as error:
        raise NotCheckedError(
            "A language model given with --nlp is not installed on this machine.", where=name,
            remedy="Give the name of an installed spaCy package or the folder of a model, or leave --nlp out.",
        ) from error  # fmt: skip
    except Exception as error:
        raise NotCheckedError(
            f"A language model given with --nlp cannot be loaded ({type(error).__name__}).", where=name,
            remedy="Install a version of it made for this version of spaCy, or leave --nlp out.",
        ) from error  # fmt: skip
    if not any(part in pipeline.pipe_names for part in ("ner", "entity_ruler", "span_ruler", "beam_ner")):
        raise UsageError("A language model given with --nlp finds no names: it has no entity recogniser.", where=name,
                         remedy="Give a spaCy model with one, such as en_core_web_sm.")  # fmt: skip
    return pipeline


def _name(pipeline: Any) -> str:
    return f"{pipeline.meta['name']} {pipeline.meta['version']}"


def _readable(text: str) -> bool:
    """Whether there is anything in the text for a language model: two letters or figures."""
    return sum(1 for _ in zip(range(2), re.finditer(r"[^\W_]", text), strict=False)) == 2


def _legible(text: str) -> str:
    """The text, of the same length, with the marks in what is too long for a word taken for spaces: dots that lead to a
    page number, rows of brackets. The tokeniser takes one mark after the other off a word, each time reading it anew.
    A file's name is read as the words in it, without its ending: `okafor_statement.docx`.
    """
    text = _UNBROKEN.sub(lambda found: _MARK.sub(" ", found[0]), text)
    return _FILE.sub(lambda found: _MARK.sub(" ", found[1]) + " " * len(found[2]), text)


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """The text in pieces of bounded length, and where each begins."""
    start = 0
    while len(text) - start > _LONGEST:
        end = max(text.rfind("\n", start, start + _LONGEST), start) or start
        if end == start:
            end = max(text.rfind(" ", start, start + _LONGEST), start)
        end = end if end > start else start + _LONGEST
        yield text[start:end], start
        start = end
    yield text[start:], start


def _entities(document: Any, offset: int, pipeline: Any) -> Iterator[Entity]:
    """The entities of a document that begins at `offset`, with the score of the stage that decides on them."""
    model, decides = pipeline.meta["name"], pipeline.has_pipe("names")
    for span in document.ents:
        label = _LABELS.get(span.label_, span.label_)
        if label in _OURS:
            score = float(span._.identifying) if decides else _SURE
            yield Entity(offset + span.start_char, offset + span.end_char, label, score, (model,))


def _united(entities: list[Entity]) -> list[Entity]:
    """Entities in order; those of one place and label as one, with the greater score."""
    held: dict[tuple[int, int, str], Entity] = {}
    for entity in entities:
        key = (entity.start, entity.end, entity.label)
        other = held.get(key)
        if other:
            models = tuple(sorted({*other.models, *entity.models}))
            entity = Entity(*key, max(other.score, entity.score), models)
        held[key] = entity
    return sorted(held.values(), key=lambda entity: (entity.start, entity.end, entity.label))
