"""Lists of text as a workbook, written straight: what `writing` takes minutes for, row by row, is done at once.

Every cell is text, whatever it begins with: nothing in it ever works as a formula ([ECMA-376-1] 18.18.11, `inlineStr`).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reviewdocs.records.workbook.layout import Sheet, letter_of
from reviewdocs.records.workbook.writing import MAX_CELL

_UNHOLDABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WHEN = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can hold: the same lists give the same bytes."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TEXT, _HEADING = 1, 2
_FONT = '<sz val="11"/><name val="Calibri"/>'
_AS_TEXT = 'numFmtId="49" quotePrefix="1" applyNumberFormat="1"'
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font>{_FONT}</font><font><b/>{_FONT}</font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFD9E2EC"/></patternFill></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>'
    f'<xf {_AS_TEXT}/><xf {_AS_TEXT} fontId="1" fillId="2" applyFont="1" applyFill="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
"""Styles 1 and 2: text, which stays text when it is typed over; and headings."""


def write_lists(tables: Sequence[tuple[Sheet, Sequence[Mapping[str, Any]]]]) -> bytes:
    """A workbook of these sheets: headings frozen, columns as wide as they say. Equal lists give equal bytes.

    A text that no cell holds is cut off; what XML cannot hold is shown as U+FFFD.
    """
    parts = {
        "[Content_Types].xml": _content_types(len(tables)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook([sheet.name for sheet, _ in tables]),
        "xl/_rels/workbook.xml.rels": _relations(
            [*(("worksheet", f"worksheets/sheet{n + 1}.xml") for n in range(len(tables))), ("styles", "styles.xml")]
        ),
        "xl/styles.xml": _STYLES,
        **{f"xl/worksheets/sheet{n}.xml": "".join(_sheet(*table)) for n, table in enumerate(tables, 1)},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            package.writestr(entry, text.encode())
    return stream.getvalue()


def _sheet(sheet: Sheet, records: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    letters = [letter_of(place) for place in range(1, len(sheet.columns) + 1)]
    yield f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>'
    for place, column in enumerate(sheet.columns, 1):
        yield f'<col min="{place}" max="{place}" width="{column.width}" customWidth="1"/>'
    yield "</cols><sheetData>"
    yield _row(1, letters, [column.label for column in sheet.columns], _HEADING)
    for number, record in enumerate(records, 2):
        yield _row(number, letters, [record.get(column.key, "") for column in sheet.columns], _TEXT)
    yield "</sheetData></worksheet>"


def _row(number: int, letters: Sequence[str], values: Sequence[Any], style: int) -> str:
    cells = [
        f'<c r="{letter}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{_text(value)}</t></is></c>'
        for letter, value in zip(letters, values, strict=True)
        if value not in ("", None)
    ]
    return f'<row r="{number}">{"".join(cells)}</row>'


def _text(value: Any) -> str:
    return escape(_UNHOLDABLE.sub("\ufffd", str(value)[:MAX_CELL]))


def _workbook(names: Sequence[str]) -> str:
    sheets = "".join(f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(names, 1))
    return f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>'


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _content_types(sheets: int) -> str:
    kinds = {"workbook": f"{_TYPE}.sheet.main+xml", "styles": f"{_TYPE}.styles+xml"}
    kinds |= {f"worksheets/sheet{n}": f"{_TYPE}.worksheet+xml" for n in range(1, sheets + 1)}
    parts = "".join(f'<Override PartName="/xl/{name}.xml" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{parts}</Types>'
    )
