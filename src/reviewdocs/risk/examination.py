"""One finished document, read as a stranger would, becomes a report: every rule applied, worst first, and a verdict."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from reviewdocs.detect import Detector
from reviewdocs.detect.filters.filter import Reason
from reviewdocs.detect.spread import SPREAD, FoundName, names_in, spread
from reviewdocs.errors import InputError
from reviewdocs.formats.base import BOXES, CELLS, Document
from reviewdocs.formats.opening import landmarks_of, structure_of
from reviewdocs.formats.pdf.vocabulary import UNCUT
from reviewdocs.language.lists import listed
from reviewdocs.language.running import all_words
from reviewdocs.model.findings import CoverageReport, DocumentReport, LeftOut
from reviewdocs.model.mentions import Detection, Mention
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Layer, Paragraph, ParagraphKey
from reviewdocs.names import ByteSearch
from reviewdocs.pseudonymise import Resolver
from reviewdocs.pseudonymise.standing import Standing, Still, together
from reviewdocs.risk.allowed import PERMITTED, Allowed
from reviewdocs.risk.examined import FILE_NAME, Examined
from reviewdocs.risk.rule import MAP
from reviewdocs.risk.telling import findings_of
from reviewdocs.risk.verdicts import verdict

NO_MODEL = (
    "No language model is installed: people, places and organisations that are not in the pseudonym map were not "
    "looked for, except by patterns such as a title before a name."
)
_WRITTEN_BY_WORD = frozenset(
    {"Font name", "Theme name", "Data binding", "Formula", "Protection", "Name of a program", "Language"}
)
"""Places that hold the word processor's own words ("MS Gothic", addresses of schemas)."""

_STYLE_NAME = ("Style name", "Name of a style")
_LAYOUT = listed(
    """
    accent acronym annotation balloon bullet callout caption char cite classic code colorful columns contemporary
    default definition e elegant emphasis endnote followed font footer footnote grid hashtag head header heading
    headings html hyperlink indent intense keyboard letterhead macro mail mention mso msonormal normal noteheading
    paragraph placeholder preformatted revision salutation sample shading subtitle toa toc typewriter unresolved
    variable web
    """
)
"""Words of styles that are not ordinary elsewhere."""
_HUMPS = re.compile(r"[^\W\d_a-z]{2,}(?=[^\W\d_a-z][^\W\d_A-Z])|[^\W\d_]?[^\W\d_A-Z]+|[^\W\d_]+")
"""The words of "TOCHeading" or "Heading1Char"."""
_FIELD_CODE = "Field code"
_FIELD_NAMES = (
    "ADDRESSBLOCK ADVANCE ASK AUTHOR AUTOTEXT BIBLIOGRAPHY CITATION COMMENTS CREATEDATE DATABASE DATE DOCPROPERTY "
    "DOCVARIABLE EDITTIME EMBED FILENAME FILESIZE FILLIN FORMCHECKBOX FORMDROPDOWN FORMTEXT GREETINGLINE HYPERLINK IF "
    "INCLUDEPICTURE INCLUDETEXT INDEX INFO KEYWORDS LASTSAVEDBY LINK LISTNUM MACROBUTTON MERGEFIELD MERGEREC NEXT "
    "NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE QUOTE REF REVNUM RD SAVEDATE SECTION SECTIONPAGES SEQ "
    "SET SHAPE STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS USERINITIALS USERNAME XE"
)
_OF_FIELDS = re.compile(
    rf"^\s*(?:{'|'.join(_FIELD_NAMES.split())})\b|\\[a-z*#@!](?!\w)|\b_?(?:Toc|Ref|Hlk)\d+\b|\b_GoBack\b"
    r"|\b(?:MERGE|CHAR)FORMAT(?:INET)?\b"
)
"""What Word itself writes into a field: its name, its switches, marks that Word numbered; nothing that touches them."""


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

    Raises:
        NotCheckedError: a detector failed.
    """

    def __init__(
        self, name: str, data: bytes, document: Document, pmap: PseudonymMap | None, detector: Detector
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
        self._found = [detection for detection in found.detections if not self._allowed.permits(detection)]
        permitted = len(found.detections) - len(self._found)
        self._left_out = _counted([*(left.by for left in found.left_out), *[PERMITTED] * permitted])
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
            if not _touches(found, spans) and not self._allowed.permits(found):
                yield found


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


def typed(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """The paragraphs in which a person may have written something: a name of the map is looked for in all of them.

    Letters one to a box are as often the days of a week as a name, and words put together from the lines of a narrow
    cell may be two: both are left to the map.
    """
    return [
        paragraph
        for paragraph in map(_without_field_words, paragraphs)
        if paragraph.place not in _WRITTEN_BY_WORD
        and not (paragraph.place.startswith(_STYLE_NAME) and _of_a_layout(paragraph.text))
        and not (paragraph.place == BOXES and not any(map(str.isdigit, paragraph.text)))
        and paragraph.place not in (CELLS, UNCUT)
    ]


def _without_field_words(paragraph: Paragraph) -> Paragraph:
    """A field code with Word's own words blanked, so that what somebody wrote into it keeps its place."""
    if paragraph.place != _FIELD_CODE:
        return paragraph
    return replace(paragraph, text=_OF_FIELDS.sub(lambda match: " " * len(match[0]), paragraph.text))


def _of_a_layout(name: str) -> bool:
    """Whether the name of a style is made of ordinary words: "TableBullet", "Header Char"."""
    words = [word.casefold() for word in _HUMPS.findall(name)]
    return all(word in _LAYOUT or all_words(word) for word in words)


def file_name_paragraph(name: str) -> Paragraph:
    """The file's own name, as a text to search."""
    return Paragraph(FILE_NAME, 0, PurePath(name).name, layer=Layer.HIDDEN, place="File name")
