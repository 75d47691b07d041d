"""The one bridge to spaCy and Presidio.

Presidio's analyzer runs over a spaCy pipeline with a registry of our recognisers alone: its defaults are American,
leave the UK's off, fetch a model and public suffix lists, and skip a pattern that times out. Nothing here reaches for
the network, and whatever fails stops the job: a check with a detector missing must not look like a check.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import spacy
from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts, SpacyNlpEngine

from reviewdocs.detect import recognisers
from reviewdocs.detect.known import Known
from reviewdocs.detect.plain import Block, blocks
from reviewdocs.detect.recognise import Recogniser
from reviewdocs.errors import NotCheckedError
from reviewdocs.model.mentions import Category, Detection
from reviewdocs.model.text import Paragraph

NO_MODEL = "none"
_LANGUAGE = "en"
_TRY_AGAIN = "Nothing was checked. Try again, and report the file's kind (not its content) if it happens twice."


class _BlankEnglish(SpacyNlpEngine):
    """spaCy's blank English pipeline: Presidio's own loader would download a model."""

    def __init__(self) -> None:
        super().__init__(models=[{"lang_code": _LANGUAGE, "model_name": "blank"}])
        vars(self)["nlp"] = {_LANGUAGE: spacy.blank(_LANGUAGE)}  # declared None by Presidio until it has loaded one


class _Bridged(EntityRecognizer):
    """One of our recognisers as Presidio sees it; an exception passes through instead of being logged."""

    def __init__(self, recogniser: Recogniser) -> None:
        self._recogniser = recogniser
        super().__init__(supported_entities=[recogniser.category.value], name=recogniser.name)

    def load(self) -> None:
        """Nothing to load: patterns are compiled when their module is imported."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts) -> list[RecognizerResult]:
        """Every place found, whatever `entities` asks for: the registry decides what runs."""
        metadata = {
            RecognizerResult.RECOGNIZER_NAME_KEY: self._recogniser.name,
            RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
        }
        return [
            RecognizerResult(self._recogniser.category.value, start, end, score, recognition_metadata=metadata)
            for start, end, score in self._recogniser.find(text)
        ]


class Detector:
    """Finds what looks identifying in text, by every recogniser registered.

    Raises:
        NotCheckedError: when it cannot be built.
    """

    def __init__(self) -> None:
        try:
            self._known = Known()
            registered = [_Bridged(recogniser) for recogniser in recognisers.REGISTERED]
            registry = RecognizerRegistry(recognizers=registered, supported_languages=[_LANGUAGE])
            self._analyzer = AnalyzerEngine(
                registry=registry, nlp_engine=_BlankEnglish(), supported_languages=[_LANGUAGE]
            )
        except Exception as error:
            raise NotCheckedError(
                f"The detectors could not be started ({type(error).__name__}).", remedy="Install reviewdocs again."
            ) from error
        self.names: tuple[str, ...] = tuple(recogniser.name for recogniser in recognisers.REGISTERED)
        self.language_model: str = NO_MODEL

    def detect(self, paragraphs: Sequence[Paragraph]) -> list[Detection]:
        """Everything found, in reading order; what is publicly known (bodies, statutes, guidance) is left out.

        Raises:
            NotCheckedError: when any recogniser fails or takes too long.
        """
        try:
            return [detection for block in blocks(paragraphs) for detection in self._in_block(block)]
        except TimeoutError as error:
            raise NotCheckedError("A detector took too long over the text.", remedy=_TRY_AGAIN) from error
        except Exception as error:
            raise NotCheckedError(f"A detector failed ({type(error).__name__}).", remedy=_TRY_AGAIN) from error

    def _in_block(self, block: Block) -> Iterator[Detection]:
        results = self._analyzer.analyze(block.text, _LANGUAGE)
        known = self._known.spans(block.text)
        results = [r for r in results if not any(k.covers(r.start, r.end, Category(r.entity_type)) for k in known)]
        results.sort(key=lambda r: (r.start, r.end, r.entity_type))
        for (start, end, entity), group in itertools.groupby(results, lambda r: (r.start, r.end, r.entity_type)):
            place = block.locate(start, end)
            if place is None:
                continue
            agreed = list(group)
            paragraph, first, last = place
            names = {r.recognition_metadata[RecognizerResult.RECOGNIZER_NAME_KEY] for r in agreed}
            yield Detection(
                paragraph=paragraph.key,
                start=first,
                end=last,
                text=paragraph.text[first:last],
                category=Category(entity),
                score=max(r.score for r in agreed),
                detectors=tuple(sorted(names)),
            )
