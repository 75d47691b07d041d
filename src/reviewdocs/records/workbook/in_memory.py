"""A workbook into bytes without a file in between: openpyxl puts every sheet into the system's temporary folder first,
where one would stay, with its names, if the process were killed. Equal workbooks give equal bytes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

from openpyxl.workbook import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import ARC_CORE
from openpyxl.xml.functions import tostring

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold."""


def as_bytes(book: Workbook) -> bytes:
    """The workbook's bytes, without a trace of when they were made."""
    stream, same = io.BytesIO(), io.BytesIO()
    _InMemory(book, zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED)).save()
    book.properties.created = book.properties.modified = dt.datetime(*_EPOCH)
    with zipfile.ZipFile(stream) as made, zipfile.ZipFile(same, "w", zipfile.ZIP_DEFLATED) as package:
        for item in made.infolist():
            core = item.filename == ARC_CORE
            data = tostring(book.properties.to_tree()) if core else made.read(item)
            entry = zipfile.ZipInfo(item.filename, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, data)
    return same.getvalue()


class _InMemory(ExcelWriter):
    """openpyxl's own, its sheets in memory."""

    _archive: zipfile.ZipFile

    def write_worksheet(self, ws: Any) -> None:
        """Write one sheet into the archive, as the one above does."""
        sheet = io.BytesIO()
        writer: Any = WorksheetWriter(ws, sheet)
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], sheet.getvalue())
        self.manifest.append(ws)
