"""Places that nobody looks at, with a name that is too short to be searched for in every byte."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from office_builder import Docx, paragraph, part_xml, run, unzipped

from reviewdocs.model.words import Audience
from reviewdocs.records.maps import load_map
from reviewdocs.workflows.anonymiser import Anonymiser

_MAP = """\
id: T
review_type: LCSPR
people: [{id: C, role: subject child, pseudonym: Child A, forename: Jo, surname: Li}]
"""
_MS = "http://schemas.microsoft.com/office"
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
_BLOCK = (
    '<w:docParts><w:docPart><w:docPartPr><w:name w:val="Jo Li"/><w:category><w:name w:val="For Jo"/></w:category>'
    f'<w:description w:val="Li, Jo"/></w:docPartPr><w:docPartBody>{paragraph(run("Jo Li"))}</w:docPartBody></w:docPart>'
    "</w:docParts>"
)
_LABELS = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:n="urn:n"><c:ext>'
    "<n:dlblRangeCache><c:pt><c:v>Jo Li</c:v></c:pt></n:dlblRangeCache></c:ext></c:chartSpace>"
)
_NOTICE = f'<w:endnote w:type="continuationNotice" w:id="1">{paragraph(run("Jo "), run("Li"))}</w:endnote>'


def _with(*inner: str) -> Docx:
    return Docx(paragraph(run("Kept text."), *inner))


def _part(name: str, data: str, content_type: str, kind: str, source: str = "word/document.xml") -> Docx:
    target = name if not source else name.removeprefix("word/")
    return _with().add(name, data, content_type).relate("rId5", kind, target, source)


CORNERS = {
    "building block": _part(
        "word/glossary.xml", part_xml("w:glossaryDocument", _BLOCK), "document.glossary", "glossaryDocument"
    ),
    "label of chart data": _with('<w:r><w:drawing><c:chart r:id="rId5"/></w:drawing></w:r>')
    .add("word/charts/chart1.xml", _LABELS, f"{_OFFICE_TYPE}.drawingml.chart+xml")
    .relate("rId5", "chart", "charts/chart1.xml"),
    "continuation notice": _part("word/endnotes.xml", part_xml("w:endnotes", _NOTICE), "endnotes", "endnotes"),
    "sensitivity label": _part(
        "docMetadata/LabelInfo.xml",
        f'<l:labelList xmlns:l="{_MS}/2020/mipLabelMetadata"><l:label name="Jo Li"/></l:labelList>',
        "application/vnd.ms-office.classificationlabels+xml",
        f"{_MS}/2020/02/relationships/classificationlabels",
        "",
    ),
    "ribbon": _part(
        "customUI/customUI14.xml",
        f'<customUI xmlns="{_MS}/2009/07/customui"><ribbon><tab id="tabJoLi" label="Jo Li"/></ribbon></customUI>',
        "application/xml",
        f"{_MS}/2007/relationships/ui/extensibility",
        "",
    ),
    "frames of a web page": _part(
        "word/webSettings.xml",
        part_xml("w:webSettings", '<w:frameset><w:frame><w:name w:val="Jo_Li"/></w:frame></w:frameset>'),
        "webSettings",
        "webSettings",
    ),
    "keys": _part(
        "word/customizations.xml",
        f'<k:tcg xmlns:k="{_MS}/word/2006/wordml"><k:macro k:macroName="NORMAL.JO_LI.RUN"/></k:tcg>',
        "application/vnd.ms-word.keyMapCustomizations+xml",
        f"{_MS}/2006/relationships/keyMapCustomizations",
    ),
    "across a page": _with(run("Jo"), '<w:r><w:lastRenderedPageBreak/><w:br w:type="page"/></w:r>', run("Li")),
    "text in another direction": _with(
        f'<w:dir w:val="rtl"><w:bdo w:val="ltr">{run("J")}</w:bdo>{run("o Li")}</w:dir>'
    ),
    "element of a bound store": _with('<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a/Jo_Li[1]"/></w:sdtPr></w:sdt>'),
}


@pytest.mark.parametrize("what", CORNERS)
@pytest.mark.parametrize("audience", [audience.value for audience in Audience])
def test_a_short_name_goes(tmp_path: Path, what: str, audience: str) -> None:
    (tmp_path / "map.yaml").write_text(_MAP, encoding="utf-8")
    anonymiser = Anonymiser(load_map(tmp_path / "map.yaml"), Audience(audience))
    done = anonymiser.anonymise("a.docx", CORNERS[what].build())
    parts = unzipped(done.data)
    text = "\n".join(re.sub("<[^>]*>", "", xml) + xml for xml in (data.decode("latin-1") for data in parts.values()))
    assert not re.search(r"\bJo\W{0,3}Li\b|\bLi\W{1,3}Jo\b|Jo_?Li", text, re.IGNORECASE)
    assert b"Kept text." in parts["word/document.xml"]
    assert anonymiser.anonymise("a.docx", done.data).data == done.data
