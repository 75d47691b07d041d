"""One finished document, read as a stranger would, becomes a report: every rule applied, worst first, and a verdict."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from reviewdocs.detect import Detector
from reviewdocs.detect.filters.filter import Reason
from reviewdocs.detect.spread import SPREAD, FoundName, names_in, spread
from reviewdocs.errors import InputError
from reviewdocs.formats.base import Document
from reviewdocs.formats.opening import landmarks_of, structure_of
from reviewdocs.model.findings import CoverageReport, DocumentReport, LeftOut
from reviewdocs.model.mentions import Detection, Mention
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Layer, Paragraph, ParagraphKey
from reviewdocs.names import ByteSearch
from reviewdocs.pseudonymise import Resolver
from reviewdocs.pseudonymise.standing import Standing, Still, together
from reviewdocs.risk.allowed import PERMITTED, Allowed
from reviewdocs.risk.examined import FILE_NAME, Examined
from reviewdocs.risk.letterhead import LETTERHEAD, Letterhead
from reviewdocs.risk.rule import MAP
from reviewdocs.risk.telling import findings_of
from reviewdocs.risk.typed import typed
from reviewdocs.risk.verdicts import verdict

NO_MODEL = (
    "No language model is installed: people, places and organisations that are not in the pseudonym map were not "
    "looked for, except by patterns such as a title before a name."
)


def examine(
    name: str, data: bytes, document: Document, pmap: PseudonymMap | None, detector: Detector
) -> DocumentReport:
    """Examine one finished document by itself; see `Examination`."""
    return Examination(name, data, document, pmap, detector).report()


class Examination:
    """One finished document, read; reported once it is known which names other documents give away.

    Args:
        name: the file as the user named it.
        data: its bytes, for the hash.
        document: the same, opened.
        pmap: the review's map; without one only what needs no map is looked for.
        detector: what looks for the rest.
        letterhead: the board's own address (its lines) and its numbers, which are no finding.

    Raises:
        NotCheckedError: a detector failed.
    """

    def __init__(
        self,
        name: str,
        data: bytes,
        document: Document,
        pmap: PseudonymMap | None,
        detector: Detector,
        letterhead: tuple[Sequence[str], Sequence[str]] = ((), ()),
    ) -> None:
        self._name, self._sha256, self._pmap = name, hashlib.sha256(data).hexdigest(), pmap
        self._coverage = document.coverage()
        self._structure = structure_of(document)
        self._paragraphs = (*_with_landmarks(document), file_name_paragraph(name))
        self._mentions: tuple[Mention, ...] = ()
        self._standing: tuple[Still, ...] = ()
        self._buried: tuple[tuple[str, str], ...] = ()
        if pmap:
            resolver = Resolver(pmap)
            self._mentions = tuple(resolver.resolve(self._paragraphs))
            self._standing = tuple(Standing(pmap, resolver).found(self._paragraphs, self._mentions))
            self._search_bytes(document, ByteSearch.of(pmap))
        self._allowed = Allowed(pmap, self._mentions, self._paragraphs)
        found = detector.read(typed(self._paragraphs))
        self._board = Letterhead(*letterhead, self._paragraphs)
        left = [*(left.by for left in found.left_out)]
        self._found = []
        for detection in found.detections:
            reason = self._reason(detection)
            left += [reason] if reason else []
            self._found += [] if reason else [detection]
        self._left_out = _counted(left)
        self._detectors = (*detector.names, SPREAD, *((MAP,) if pmap else ()))
        self._language_model = detector.language_model
        self._not_run = () if detector.complete else (NO_MODEL,)
        spans = _spans(self._mentions)
        self.names = tuple(names_in(d for d in self._found if not _touches(d, spans)))
        """The names found that are not the map's: what to look for in other documents too."""

    def report(self, others: Iterable[FoundName] = ()) -> DocumentReport:
        """Every rule applied.

        Args:
            others: names found in documents that are checked with this one.
        """
        examined = self.examined(others)
        findings = tuple(findings_of(examined))
        return DocumentReport(
            file=self._name,
            sha256=self._sha256,
            verdict=verdict(findings, not_run=self._not_run, unread=examined.coverage.unread),
            coverage=CoverageReport(read=examined.coverage.read, unread=examined.coverage.unread),
            detectors=self._detectors,
            language_model=self._language_model,
            not_run=self._not_run,
            findings=findings,
            standing=together(self._standing),
            left_out=self._left_out,
        )

    def examined(self, others: Iterable[FoundName] = ()) -> Examined:
        """What the rules look at; `others` as for `report`."""
        return Examined(
            file=self._name,
            paragraphs=self._paragraphs,
            coverage=self._coverage,
            mentions=self._mentions,
            standing=self._standing,
            detections=(*self._found, *self._elsewhere(others)),
            buried=self._buried,
            structure=self._structure,
            pmap=self._pmap,
        )

    def _search_bytes(self, document: Document, search: ByteSearch) -> None:
        """Look in every byte for what the texts do not hold; what cannot be searched counts as not read."""
        told = {found.phrase for paragraph in self._paragraphs for found in search.found(paragraph.text)}
        buried: dict[str, tuple[str, str]] = {}
        try:
            for part, text in document.searchable():
                for found in search.found(text):
                    if found.phrase not in told:
                        buried.setdefault(found.phrase, (text[found.start : found.end], part))
        except InputError as why:
            missed = f"{why.where or 'the file'}: its bytes were not searched ({why.what.rstrip('.')})"
            self._coverage = replace(self._coverage, unread=(*self._coverage.unread, missed))
        self._buried = tuple(buried.values())

    def _elsewhere(self, others: Iterable[FoundName]) -> Iterator[Detection]:
        """Further places of the names found here and in other documents, where the map has nothing to say."""
        spans = _spans(self._mentions)
        wanted = sorted({*self.names, *others})
        for found in spread(typed(self._paragraphs), wanted, self._found):
            if not _touches(found, spans) and not self._reason(found):
                yield found

    def _reason(self, detection: Detection) -> Reason | None:
        """Why a detection is no finding; None where it may be one."""
        if self._allowed.permits(detection):
            return PERMITTED
        return LETTERHEAD if self._board.has(detection) else None


def _counted(reasons: Iterable[Reason]) -> tuple[LeftOut, ...]:
    """How often each reason left something out, the most frequent first."""
    return tuple(LeftOut(by=by.name, what=by.leaves_out, count=n) for by, n in Counter(reasons).most_common())


def _with_landmarks(document: Document) -> list[Paragraph]:
    """The document's texts, each with what leads a reader to it."""
    paragraphs = document.paragraphs()
    landmarks = landmarks_of(document)
    return [replace(paragraph, landmark=landmarks.get(paragraph.key, "")) for paragraph in paragraphs]


def _spans(mentions: Iterable[Mention]) -> dict[ParagraphKey, list[tuple[int, int]]]:
    spans: dict[ParagraphKey, list[tuple[int, int]]] = {}
    for mention in mentions:
        spans.setdefault(mention.paragraph, []).append((mention.start, mention.end))
    return spans


def _touches(detection: Detection, spans: dict[ParagraphKey, list[tuple[int, int]]]) -> bool:
    return any(start < detection.end and detection.start < end for start, end in spans.get(detection.paragraph, ()))


def file_name_paragraph(name: str) -> Paragraph:
    """The file's own name, as a text to search."""
    return Paragraph(FILE_NAME, 0, PurePath(name).name, layer=Layer.HIDDEN, place="File name")
