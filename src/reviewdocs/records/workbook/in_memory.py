"""A workbook into bytes without a file in between: openpyxl puts every sheet into the system's temporary folder first,
where one would stay, with its names, if the process were killed."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from openpyxl.workbook import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


def as_bytes(book: Workbook) -> bytes:
    """The workbook's bytes."""
    stream = io.BytesIO()
    _InMemory(book, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED)).save()
    return stream.getvalue()


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
