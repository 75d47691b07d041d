"""The one bridge to Presidio; beside `language` the only module that knows spaCy.

Presidio's analyzer runs over what the language models found with a registry of our recognisers alone: its defaults are
American, leave the UK's off, fetch a model and public suffix lists, and skip a pattern that times out. Nothing here
reaches for the network, and whatever fails stops the job: a check with a detector missing must not look like a check.
"""

from __future__ import annotations

import itertools
import operator
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

from reviewdocs.detect import recognisers
from reviewdocs.detect.filters.filter import Find, Passage, Reason, Surroundings
from reviewdocs.detect.judge import finds
from reviewdocs.detect.known import Known
from reviewdocs.detect.models import Entity, LanguageModels
from reviewdocs.detect.plain import Block, blocks
from reviewdocs.detect.recognise import Recogniser
from reviewdocs.detect.telling.candidate import MODEL, Candidate
from reviewdocs.detect.telling.decide import UNLIKELY, tells, vetoing
from reviewdocs.detect.telling.document import Facts
from reviewdocs.detect.telling.place import Place
from reviewdocs.detect.telling.weigh import shipped
from reviewdocs.errors import NotCheckedError, ReviewdocsError
from reviewdocs.language.spans import Placed, covered, overlap
from reviewdocs.model.mentions import Category, Detection
from reviewdocs.model.text import Paragraph

_LANGUAGE = "en"
_WEAK = frozenset(recogniser.name for recogniser in recognisers.REGISTERED if recogniser.weak)
_WITHIN = "/"
_TRY_AGAIN = "Nothing was checked. Try again, and report the file's kind (not its content) if it happens twice."


class _NoEngine(NlpEngine):
    """Stands where Presidio wants an engine: artifacts are always given, its own loader would download a model."""

    def load(self) -> None:
        """Nothing to load."""

    def is_loaded(self) -> bool:
        """Always."""
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """Never called: every analysis is given its artifacts."""
        raise NotImplementedError

    def process_batch(
        self, texts: Iterable[str], language: str, batch_size: int = 1, n_process: int = 1, **kwargs: Any
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        """Never called."""
        raise NotImplementedError

    def is_stopword(self, word: str, language: str) -> bool:
        """No word is: keywords are for Presidio's own context, which is off."""
        return False

    def is_punct(self, word: str, language: str) -> bool:
        """No word is."""
        return False

    def get_supported_entities(self) -> list[str]:
        """What comes of the language models."""
        return [category.value for category in Category]

    def get_supported_languages(self) -> list[str]:
        """English alone."""
        return [_LANGUAGE]


class _NoContext(ContextAwareEnhancer):
    """Presidio's context raises scores by lemmas; ours stands in each pattern."""

    def __init__(self) -> None:
        super().__init__(0, 0, 0, 0)

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        """The results as they are."""
        return raw_results


class _Bridged(EntityRecognizer):
    """One of our recognisers as Presidio sees it; an exception passes through instead of being logged."""

    def __init__(self, recogniser: Recogniser) -> None:
        self._recogniser = recogniser
        super().__init__(supported_entities=[f"{recogniser.category}{_WITHIN}{recogniser.name}"], name=recogniser.name)

    def load(self) -> None:
        """Nothing to load: patterns are compiled when they are first needed."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts) -> list[RecognizerResult]:
        """Every place found, whatever `entities` asks for: the registry decides what runs."""
        return [
            _result(self, self._recogniser.category, start, end, score)
            for start, end, score in self._recogniser.find(text)
        ]


class _BridgedModel(EntityRecognizer):
    """What the language models found and no filter silenced, as Presidio sees it."""

    def __init__(self) -> None:
        super().__init__(supported_entities=[f"{category}{_WITHIN}{MODEL}" for category in Category], name=MODEL)

    def load(self) -> None:
        """Nothing to load: the models ran before."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts) -> list[RecognizerResult]:
        """The finds of the artifacts."""
        kept: Any = nlp_artifacts.entities
        return [_result(self, find.category, find.start, find.end, find.score) for find in kept]


def _result(by: Any, category: Category, start: int, end: int, score: float) -> RecognizerResult:
    metadata = {
        RecognizerResult.RECOGNIZER_NAME_KEY: str(by.name),
        RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: by.id,
    }
    return RecognizerResult(f"{category}{_WITHIN}{by.name}", start, end, score, recognition_metadata=metadata)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one document.

    Attributes:
        detections: what looks identifying, in reading order.
        entities: all that the language models found in each paragraph, weighed by nothing; with offsets in the
            paragraph's text, and with what people are, sums and the rest, which are no findings by themselves.
        left_out: what was found and is harmless, and for which reason.
    """

    detections: tuple[Detection, ...]
    entities: tuple[tuple[Paragraph, Entity], ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """What was proposed in one document.

    Attributes:
        blocks: its paragraphs as they are read, each block with its candidates.
        facts: what the document says of its candidates.
        entities: as in `Found`.
        left_out: what filters veto.
    """

    blocks: tuple[tuple[Block, tuple[Candidate, ...]], ...]
    facts: Facts
    entities: tuple[tuple[Paragraph, Entity], ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something found that is no finding.

    Attributes:
        detection: as it would have been told.
        by: the filter that vetoed it, or that weighing found it unlikely.
    """

    detection: Detection
    by: Reason


class Detector:
    """Finds what looks identifying in text: the language models and every recogniser registered.

    Args:
        extra_models: installed spaCy packages or folders to run beside the shipped model.
        extra_recognisers: the user's own.

    Raises:
        NotCheckedError: when it cannot be built, or an extra model is not there.
        UsageError: an extra model finds no entities.

    Attributes:
        names: of the detectors that run.
        language_model: names of the models that run; "none" where there is none.
        complete: whether the shipped model is among them, without which nothing may be called checked.
    """

    def __init__(self, extra_models: Sequence[str] = (), extra_recognisers: Sequence[Recogniser] = ()) -> None:
        registered = (*recognisers.REGISTERED, *extra_recognisers)
        try:
            self._models = LanguageModels(extra_models)
            self._known = Known()
            self._weights = shipped()
            bridged = [*(_Bridged(recogniser) for recogniser in registered), _BridgedModel()]
            registry = RecognizerRegistry(recognizers=bridged, supported_languages=[_LANGUAGE])
            self._engine = _NoEngine()
            self._analyzer = AnalyzerEngine(
                registry=registry,
                nlp_engine=self._engine,
                supported_languages=[_LANGUAGE],
                context_aware_enhancer=_NoContext(),
            )
        except ReviewdocsError:
            raise
        except Exception as error:
            raise NotCheckedError(
                f"The detectors could not be started ({type(error).__name__}).", remedy="Install reviewdocs again."
            ) from error
        self.language_model = self._models.names
        self.complete = self._models.shipped
        named = tuple(recogniser.name for recogniser in registered)
        self.names: tuple[str, ...] = (*named, MODEL) if self.complete else named

    def detect(self, paragraphs: Sequence[Paragraph]) -> list[Detection]:
        """Everything found, in reading order; what is publicly known (bodies, statutes, guidance) is left out.

        Raises:
            NotCheckedError: when any detector fails or takes too long.
        """
        return list(self.read(paragraphs).detections)

    def read(self, paragraphs: Sequence[Paragraph]) -> Found:
        """Like `detect`, with all that the language models found.

        Raises:
            NotCheckedError: when any detector fails or takes too long.
        """
        try:
            return self._read(paragraphs)
        except TimeoutError as error:
            raise NotCheckedError("A detector took too long over the text.", remedy=_TRY_AGAIN) from error
        except Exception as error:
            raise NotCheckedError(f"A detector failed ({type(error).__name__}).", remedy=_TRY_AGAIN) from error

    def _read(self, paragraphs: Sequence[Paragraph]) -> Found:
        proposed = self.proposed(paragraphs)
        detections: list[Detection] = []
        left_out = list(proposed.left_out)
        for block, candidates in proposed.blocks:
            for candidate in candidates:
                weighed = self._weights.weighs(candidate)
                place = Place(candidate, proposed.facts)
                score = self._weights.needs_telling(place) if weighed else candidate.find.score
                told = _detection(block, candidate.find, score, candidate.detectors)
                if told and (not weighed or tells(candidate, score)):
                    detections.append(told)
                elif told:
                    left_out.append(LeftOut(told, UNLIKELY))
        return Found(tuple(detections), proposed.entities, tuple(left_out))

    def proposed(self, paragraphs: Sequence[Paragraph]) -> Proposed:
        """All that any detector proposes and no filter vetoes, and what the document says of it; nothing weighed.

        Raises:
            TimeoutError: when any detector takes too long.
        """
        joined = list(blocks(paragraphs))
        texts = [text for block in joined for text in block.texts()]
        found = iter(self._models.entities(texts))
        document = Surroundings(texts, self._known.authors(texts))
        of_blocks: list[tuple[Block, tuple[Candidate, ...]]] = []
        left_out: list[LeftOut] = []
        entities: list[tuple[Paragraph, Entity]] = []
        for block in joined:
            of_block = [
                Entity(start + entity.start, start + entity.end, entity.label, entity.score, entity.models)
                for start in block.starts
                for entity in next(found)
            ]
            entities.extend(_placed(block, of_block))
            passage = Passage(block.text, document, self._known)
            kept, silenced = _parted(finds(passage, of_block))
            results, known = self._analysed(passage, kept)
            of_blocks.append((block, tuple(_candidates(block, passage, kept, results, of_block))))
            left_out.extend(_left_out(block, (*silenced, *known)))
        facts = Facts(texts, document, (candidate for _, held in of_blocks for candidate in held))
        return Proposed(tuple(of_blocks), facts, tuple(entities), tuple(left_out))

    def _analysed(self, passage: Passage, kept: list[Find]) -> tuple[list[RecognizerResult], list[Silenced]]:
        """What the patterns and, let stand by the filters, the models found; and what of the patterns' is harmless."""
        artifacts = _artifacts(kept, self._engine)
        results = self._analyzer.analyze(passage.text, _LANGUAGE, nlp_artifacts=artifacts)
        by_pattern = [(result, _as_find(passage, result)) for result in results if not _by_model(result)]
        weighed = [(result, find, vetoing(find)) for result, find in by_pattern]
        standing = [result for result in results if _by_model(result)]
        standing += [result for result, _, by in weighed if by is None]
        return standing, [(find, by) for _, find, by in weighed if by]


Silenced: TypeAlias = tuple[Find, Reason]


def _parted(found: Iterable[Find]) -> tuple[list[Find], list[Silenced]]:
    """The finds that count, and those that do not."""
    kept: list[Find] = []
    silenced: list[Silenced] = []
    for find in found:
        by = vetoing(find)
        if by is None:
            kept.append(find)
        else:
            silenced.append((find, by))
    return kept, silenced


def _as_find(passage: Passage, result: RecognizerResult) -> Find:
    category = _category(result)
    return Find(passage, result.start, result.end, category, category, result.score, by_model=False)


def _candidates(
    block: Block,
    passage: Passage,
    kept: Sequence[Find],
    results: Sequence[RecognizerResult],
    entities: Sequence[Entity],
) -> Iterator[Candidate]:
    """What was found, each place and category once, with all that overlaps it."""
    patterns = Placed(result for result in results if not _by_model(result))
    models = Placed(entities)
    labels = {(find.start, find.end): find.label for find in kept}
    for found in _apart(list(_agreed(results))):
        if block.locate(found.start, found.end) is None:
            continue
        category, model = _category(found.best), found.names == (MODEL,)
        label = labels.get((found.start, found.end), category) if model else category
        near = {_name(r) for r in patterns.about(found.start, found.end) if overlap(r, found)}.difference(found.names)
        yield Candidate(
            Find(passage, found.start, found.end, category, label, found.best.score, by_model=model),
            found.names,
            tuple(sorted(near)),
            tuple(entity for entity in models.about(found.start, found.end) if overlap(entity, found)),
        )


def _left_out(block: Block, silenced: Iterable[Silenced]) -> Iterator[LeftOut]:
    for find, by in silenced:
        told = _detection(block, find, find.score, (MODEL,) if find.by_model else ())
        if told:
            yield LeftOut(told, by)


def _detection(block: Block, find: Find, score: float, names: tuple[str, ...]) -> Detection | None:
    """A find of a block as a detection in its paragraph; None where it crosses paragraphs."""
    place = block.locate(find.start, find.end)
    if place is None:
        return None
    paragraph, first, last = place
    text = paragraph.text[first:last]
    return Detection(
        paragraph=paragraph.key,
        start=first,
        end=last,
        text=text,
        category=find.category,
        score=score,
        detectors=names,
    )


@dataclass(frozen=True, slots=True)
class _Find:
    """Results of one category at one place."""

    start: int
    end: int
    best: RecognizerResult
    names: tuple[str, ...]


def _apart(results: Sequence[RecognizerResult]) -> list[_Find]:
    """The results in order, those of one category and place as one, and none that lies in a longer one of its
    category."""
    finds: list[_Find] = []
    key = operator.attrgetter("start", "end")
    for _, of_category in itertools.groupby(sorted(results, key=_category), _category):
        ordered = sorted(of_category, key=lambda r: (r.start, -r.end))
        reached = -1
        for (start, end), group in itertools.groupby(ordered, key):
            if end <= reached:
                continue
            reached = end
            agreed = list(group)
            best = max(agreed, key=operator.attrgetter("score"))
            finds.append(_Find(start, end, best, tuple(sorted({_name(result) for result in agreed}))))
    return sorted(finds, key=lambda find: (find.start, find.end, _category(find.best)))


def _category(result: RecognizerResult) -> Category:
    """Each recogniser has a kind of its own for Presidio, which else drops all but one of those that agree."""
    return Category(result.entity_type.split(_WITHIN)[0])


def _name(result: RecognizerResult) -> str:
    return str(result.recognition_metadata[RecognizerResult.RECOGNIZER_NAME_KEY])


def _artifacts(kept: list[Find], engine: NlpEngine) -> NlpArtifacts:
    """What Presidio hands on to each recogniser; its annotations ask for spaCy's own objects, its code does not."""
    nothing: Any = []
    entities: Any = kept
    return NlpArtifacts(entities, nothing, [], [], engine, _LANGUAGE)


def _by_model(result: RecognizerResult) -> bool:
    return _name(result) == MODEL


def _agreed(results: Sequence[RecognizerResult]) -> Iterator[RecognizerResult]:
    """The results without those of weak recognisers that overlap what another found, and without the model's finds that
    stand mostly within what a pattern found: that knows what it is."""
    patterns = [result for result in results if not _by_model(result) and _name(result) not in _WEAK]
    yield from patterns
    placed = Placed(patterns)
    names = Placed(result for result in results if _by_model(result))
    for find in results:
        others = list(placed.about(find.start, find.end))
        if _category(find) is Category.PERSON:
            others += names.about(find.start, find.end)
        if _name(find) in _WEAK and not covered(find.start, find.end, others):
            yield find
    for find in results:
        if not _by_model(find):
            continue
        here = list(placed.about(find.start, find.end))
        if 2 * covered(find.start, find.end, here) <= find.end - find.start or any(
            (p.start, p.end, _category(p)) == (find.start, find.end, _category(find)) for p in here
        ):
            yield find


def _placed(block: Block, entities: Iterable[Entity]) -> Iterator[tuple[Paragraph, Entity]]:
    for entity in entities:
        place = block.locate(entity.start, entity.end)
        if place:
            paragraph, first, last = place
            yield paragraph, Entity(first, last, entity.label, entity.score, entity.models)
