"""Workbooks (.xlsx) as tables of plain data, and back: bounded, told by sheet, row and column, safe from formulas.

People type data in Excel, and Excel has habits: dates come as points in time, numbers as fractions, True as a truth
value, cells with spaces around them, rows that are empty but for their formatting. What is certain is put right; what
is not is told as a problem.
"""

from reviewdocs.records.workbook.layout import HELP, Column, Kind, Sheet, Table, WorkbookDocument
from reviewdocs.records.workbook.long_lists import write_lists
from reviewdocs.records.workbook.reading import MAX_BYTES, only_sheet, read_cells, read_rows, read_tables, sheet_names
from reviewdocs.records.workbook.separated import read_separated, safe, separated_cells, write_separated
from reviewdocs.records.workbook.writing import MAX_CELL, write_tables

__all__ = [
    "HELP",
    "MAX_BYTES",
    "MAX_CELL",
    "Column",
    "Kind",
    "Sheet",
    "Table",
    "WorkbookDocument",
    "only_sheet",
    "read_cells",
    "read_rows",
    "read_separated",
    "read_tables",
    "safe",
    "separated_cells",
    "sheet_names",
    "write_lists",
    "write_separated",
    "write_tables",
]
