"""Whatever a table is like, every row is accounted for and every word of every row is somewhere."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from reviewdocs.chronology.merging import merge
from reviewdocs.chronology.rows import rows_of
from reviewdocs.formats.grids import CellKind, Grid, GridRow, Grids
from reviewdocs.model.review import Agency, Contact, Scope
from reviewdocs.records.chronology_data import as_yaml

TODAY = dt.date(2026, 12, 1)
SCOPE = Scope(start=dt.date(2021, 1, 1), end=dt.date(2023, 12, 31))
HEAD = Contact(name="Ann Other", job_title="Head")
AGENCIES = tuple(
    Agency(id=name, name=name.title(), kind="other", involvement="some", senior_manager=HEAD)
    for name in ("POLICE", "SCHOOL")
)
HEADINGS = (
    *("Date", "Start Date", "Time", "End Date", "End Time", "Source of information", "Event", "Seen?", "Seen alone"),
    *("Wishes and feelings", "Action", "Date known to agency", "Comment", "Agency", "Ref", "Who", "Legal status", ""),
)
DATES = (
    "05/01/2023",
    "?6.1.23",
    "44931",
    "31/02/2022",
    "",
    "March 2022",
    "05/13/2022",
    "tbc",
    "7-9 May 2022",
    "1/1/2030",
)


def table(number: int, chance: random.Random, words: list[str]) -> Grid:
    names = chance.sample(HEADINGS, chance.randrange(3, 9))
    rows = [GridRow(1, tuple(names), "s" * len(names))] if chance.random() < 0.9 else []
    for at in range(2, 2 + chance.randrange(1, 12)):
        cells, kinds = [], ""
        for name in names:
            word = f"word{len(words)}x"
            drawn = chance.random()
            if "Date" in name and drawn < 0.9:
                cells.append(chance.choice(DATES))
            elif drawn < 0.2:
                cells.append("")
            else:
                words.append(word)
                cells.append(f"{chance.choice(('', '# ', 'Yes, ', '14:30 ', 'No '))}{word}")
            kinds += CellKind.TEXT
        if any(cells):
            rows.append(GridRow(at, tuple(cells), kinds))
    return Grid(f"table {number}", "", tuple(rows))


@pytest.mark.parametrize("seed", range(150))
def test_every_word_of_every_row_is_kept(seed: int) -> None:
    chance, words = random.Random(seed), list[str]()
    grids = Grids(tuple(table(number, chance, words) for number in range(chance.randrange(1, 4))))
    read = rows_of("return.docx", "POLICE", grids, AGENCIES, TODAY)
    merged = merge([read], before=None, order=("POLICE", "SCHOOL"), scope=SCOPE, window=None, today=TODAY)
    (account,) = merged.accounts
    assert account.balanced
    assert account.rows + account.headings == sum(len(grid.rows) for grid in grids.grids)
    kept = as_yaml(merged.chronology).decode()
    told = " ".join(read.unread)
    beside = {
        word
        for grid in grids.grids
        if grid.rows and all(row.place.partition(",")[0] != grid.place for row in read.rows)
        for row in grid.rows
        for word in words
        if any(word in cell for cell in row.cells)
    }
    assert not beside or "no dates of contacts" in told
    assert [word for word in words if word not in kept and word not in beside] == []
