"""Whether the tables of a template keep their columns, whatever rows its tags print.

docxtpl adds columns to a table's grid where a row has more cells, and takes those off that no row fills
(`DocxTemplate.fix_tables`). Where every row is written out in the template and one row that is always there fills the
grid, there is nothing for it to do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

CELL_ORDER = {
    f"w:{name}": place
    for place, name in enumerate(
        ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection",
         "tcFitText", "vAlign", "hideMark")
    )
}  # fmt: skip
"""The schema's order of a cell's properties (ECMA-376, CT_TcPr)."""
_SPAN = re.compile(r'\sw:val="(\d{1,4})"')
_GRID_FAULT = "the table has no columns of its own: open the template in Word and save it again"


@dataclass(slots=True)
class _Table:
    depth: int
    columns: int = 0
    sized: bool = True
    still: bool = True
    rows: list[_Row] = field(default_factory=list)


@dataclass(slots=True)
class _Row:
    depth: int
    cells: int = 0
    span: int = 0


@dataclass(slots=True)
class Tables:
    """Follows the elements of a part; `settled` while all its tables are as they will be."""

    settled: bool = True
    _tables: list[_Table] = field(default_factory=list)
    _rows: list[_Row] = field(default_factory=list)
    _order: int = -1

    def start(self, path: list[str], attributes: str, depth: int) -> str:
        """An element begins.

        Args:
            path: the names of the two around it, where there are, and its own.
            attributes: as they are written.
            depth: how many blocks of tags stand around it.

        Returns:
            what is wrong with it, if anything.
        """
        name, parent = path[-1], path[-2] if len(path) > 1 else ""
        if name == "w:tbl":
            self._tables.append(_Table(depth))
        elif not self._tables:
            return ""
        elif name == "w:gridCol" and path[:2] == ["w:tbl", "w:tblGrid"]:
            table = self._tables[-1]
            table.columns += 1
            table.sized &= " w:w=" in attributes
            table.still &= depth == table.depth
        elif name == "w:tr":
            self._rows.append(_Row(depth))
        elif parent == "w:tr" and name == "w:tc":
            row = self._rows[-1]
            row.cells, row.span = row.cells + 1, row.span + 1
            self._keep(depth == row.depth)
        elif name == "w:tcPr":
            self._order = -1
        elif parent == "w:tcPr":
            self._property(name, attributes, depth, in_cell=path[0] == "w:tc")
        return ""

    def _property(self, name: str, attributes: str, depth: int, *, in_cell: bool) -> None:
        place = CELL_ORDER.get(name, len(CELL_ORDER))
        self.settled &= place >= self._order
        self._order = place
        if name == "w:gridSpan" and in_cell and self._rows:
            value = _SPAN.search(attributes)
            self._keep(value is not None and depth == self._rows[-1].depth)
            self._rows[-1].span += int(value[1]) - 1 if value else 0

    def _keep(self, still: bool) -> None:
        for table in self._tables:
            table.still &= still

    def end(self, name: str) -> str:
        """An element ends; gives what is wrong with it, if anything."""
        if name == "w:tr" and self._rows:
            row = self._rows.pop()
            for table in self._tables:
                table.rows.append(row)
        elif name == "w:tbl" and self._tables:
            table = self._tables.pop()
            fits = all(row.cells <= table.columns for row in table.rows)
            full = any(row.depth == table.depth and row.span >= table.columns for row in table.rows)
            self.settled &= table.still and fits and full
            if not table.columns or not table.sized:
                return _GRID_FAULT
        return ""
