"""Every rule sees its hits and not its misses; the registry is what it was."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import markupsafe
import pytest

from reviewdocs.detect.engine import Detector
from reviewdocs.model.findings import CheckReport, CoverageReport, DocumentReport, Finding, Severity, Verdict
from reviewdocs.model.mentions import Mention
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Coverage, Paragraph
from reviewdocs.pseudonymise import Resolver
from reviewdocs.pseudonymise.standing import Standing
from reviewdocs.records.load import validated
from reviewdocs.risk import reports, rules
from reviewdocs.risk.allowed import Allowed
from reviewdocs.risk.examination import file_name_paragraph, findings_of
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example

MAP = validated(
    PseudonymMap,
    {
        "id": "TEST-1",
        "review_type": "LCSPR",
        "people": [
            {
                "id": "CHILD",
                "role": "subject child",
                "pseudonym": "Child A",
                "forename": "Saffron",
                "surname": "Quillfeather",
            },
            {"id": "MUM", "role": "mother", "pseudonym": "Mia", "forename": "Marigold", "surname": "Quillfeather"},
            {
                "id": "SIB",
                "role": "sibling",
                "pseudonym": "Sibling 9",
                "forename": "Peregrine",
                "surname": "Wetherlam",
                "pronouns": "they/them",
            },
            {"id": "HOPE1", "role": "aunt", "pseudonym": "Aunt 1", "forename": "Hope", "surname": "Nettlebed"},
            {"id": "HOPE2", "role": "cousin", "pseudonym": "Cousin 1", "forename": "Hope", "surname": "Wetherlam"},
        ],
        "groups": [{"id": "FAM", "surname": "Quillfeather", "members": ["CHILD", "MUM"], "pseudonym": "the family"}],
        "places": [{"id": "TOWN", "name": "Calderwick", "pseudonym": "the Town"}],
        "panel": [{"job_title": "Head of Safeguarding", "employer": "Calderwick Council", "name": "Tobias Merrigold"}],
    },
)


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector()


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(MAP)


def _examined(example: Example, detector: Detector, resolver: Resolver) -> Examined:
    paragraphs = (
        Paragraph("word/document.xml", 0, example.text, layer=example.layer, place=example.place),
        file_name_paragraph(example.file),
    )
    mentions: tuple[Mention, ...] = tuple(resolver.resolve(paragraphs))
    standing = tuple(Standing(MAP, resolver).found(paragraphs, mentions))
    allowed = Allowed(MAP, mentions, paragraphs)
    return Examined(
        file=example.file,
        paragraphs=paragraphs,
        coverage=Coverage(
            read=("word/document.xml",), unread=example.unread, media=example.media, pictures=example.pictures
        ),
        mentions=mentions,
        standing=standing,
        detections=tuple(found for found in detector.detect(paragraphs) if not allowed.permits(found)),
        buried=example.buried,
        structure=example.structure,
        pmap=MAP,
    )


def _examples(kind: str) -> list[object]:
    return [
        pytest.param(module, example, id=f"{module.RULE.name}-{number}")
        for module in rules.MODULES
        for number, example in enumerate(getattr(module, kind))
    ]


@pytest.mark.parametrize(("module", "example"), _examples("HITS"))
def test_hits(module: ModuleType, example: Example, detector: Detector, resolver: Resolver) -> None:
    assert list(module.RULE.find(_examined(example, detector, resolver)))


@pytest.mark.parametrize(("module", "example"), _examples("MISSES"))
def test_misses(module: ModuleType, example: Example, detector: Detector, resolver: Resolver) -> None:
    assert not list(module.RULE.find(_examined(example, detector, resolver)))


def test_the_registry_is_what_it_was() -> None:
    assert [(rule.name, rule.severity.value) for rule in rules.REGISTERED] == [
        *((name, "block") for name in BLOCK),
        *((name, "review") for name in REVIEW),
        *((name, "note") for name in NOTE),
    ]


BLOCK = (
    "map-survivor",
    "undecided-name",
    "undecided-mention",
    "panel-name",
    "file-name",
    "hidden-name",
    "buried-name",
    "drawn-over",
    "unseen-text",
    "hidden-layer",
    "within-file",
    "hidden-content",
    "unread-part",
    "personal-number",
    "date-of-birth",
    "address",
    "contact",
    "vehicle",
    "pseudonym-like-name",
)
REVIEW = (
    "standing",
    "unmapped-person",
    "unmapped-place",
    "unmapped-organisation",
    "unreadable-letter",
    "may-be-covered",
    "combination",
    "stands-alone",
    "rare-condition",
    "rare-occupation",
    "rare-origin",
    "rare-event",
    "achievement",
    "public-attention",
    "rare-pursuit",
    "family-court",
    "ongoing-proceedings",
    "court",
    "exact-sentence",
    "operation",
    "media",
    "online",
    "reference",
    "program-data",
    "relative-date",
    "exact-date",
    "clock-time",
    "unwritten",
)
NOTE = (
    "possible-name",
    "child-age",
    "age",
    "sibling-set",
    "narrowing-fact",
    "case-law",
    "third-party",
    "gendered-word",
    "two-designations",
    "designation-drift",
    "unlisted-designation",
    "leftover",
    "missing-section",
    "unseen-picture",
    "accessibility",
    "long-sentence",
)


def test_every_rule_has_both_kinds_of_example_and_says_what_to_do() -> None:
    for module in rules.MODULES:
        assert module.HITS, module.__name__
        assert module.RULE.remedy.endswith("."), module.__name__
        assert module.RULE.severity in Severity


def test_one_report_with_an_instance_of_every_rule_shows_them_all_worst_first(
    detector: Detector, resolver: Resolver
) -> None:
    planted = {module.RULE.name: module.HITS[0] for module in rules.MODULES}
    first = planted.pop("missing-section")
    named = Example("Marigold Quillfeather. " * 30)  # a draft: more is named than designated
    examples = [first, *planted.values(), named]
    paragraphs = tuple(
        Paragraph("word/document.xml", number, example.text, layer=example.layer, place=example.place)
        for number, example in enumerate(examples)
    )
    paragraphs = (*paragraphs, file_name_paragraph(planted["file-name"].file))
    mentions = tuple(resolver.resolve(paragraphs))
    allowed = Allowed(MAP, mentions, paragraphs)
    accessible, covered = planted["accessibility"].structure, planted["may-be-covered"].structure
    assert accessible and covered
    examined = Examined(
        file=planted["file-name"].file,
        paragraphs=paragraphs,
        coverage=Coverage(read=(), unread=planted["unread-part"].unread, pictures=planted["unseen-picture"].pictures),
        mentions=mentions,
        standing=tuple(Standing(MAP, resolver).found(paragraphs, mentions)),
        detections=tuple(found for found in detector.detect(paragraphs) if not allowed.permits(found)),
        buried=planted["buried-name"].buried,
        structure=replace(accessible, unseen=covered.unseen),
        pmap=MAP,
    )
    findings = findings_of(examined)
    assert {finding.rule for finding in findings} == {rule.name for rule in rules.REGISTERED}
    ranks = [finding.severity.rank for finding in findings]
    assert ranks == sorted(ranks)
    report = CheckReport(tool_version="1", documents=(_report(examined, findings),))
    page, screen = reports.as_html(report), " ".join(reports.as_text(report).split())
    for rule in rules.REGISTERED:
        beginning = rule.message.split(".")[0].split(":")[0]
        assert str(markupsafe.escape(beginning)) in page
        assert beginning in screen


def _report(examined: Examined, findings: list[Finding]) -> DocumentReport:
    return DocumentReport(
        file=examined.file,
        sha256="",
        verdict=Verdict.NOT_READY,
        coverage=CoverageReport(read=(), unread=examined.coverage.unread),
        detectors=(),
        language_model="none",
        not_run=(),
        findings=tuple(findings),
    )
