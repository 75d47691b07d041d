"""The shortest honest script with python-docx: what `anonymise` is measured against. It misses most places.

python benchmarks/plain_replace.py IN.docx OUT.docx NAMES.tsv
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx


def paragraphs(holder: Any) -> Iterator[Any]:
    """Paragraphs of a body, cell, header or footer, those of its tables too."""
    yield from holder.paragraphs
    for table in holder.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from paragraphs(cell)


def stories(document: Any) -> Iterator[Any]:
    """Everything this script looks at."""
    yield from paragraphs(document)
    for section in document.sections:
        yield from paragraphs(section.header)
        yield from paragraphs(section.footer)


def replaced(data: bytes, names: dict[str, str]) -> bytes:
    """Open, replace in every run, save, open again and search."""
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    document = docx.Document(io.BytesIO(data))
    for paragraph in stories(document):
        for run in paragraph.runs:
            text = pattern.sub(lambda match: names[match[0]], run.text)
            if text != run.text:
                run.text = text
    out = io.BytesIO()
    document.save(out)
    again = docx.Document(io.BytesIO(out.getvalue()))
    left = sum(len(pattern.findall(paragraph.text)) for paragraph in stories(again))
    print(f"{left} left", file=sys.stderr)
    return out.getvalue()


if __name__ == "__main__":
    source, target, listed = map(Path, sys.argv[1:])
    rows = (line.split("\t") for line in listed.read_text(encoding="utf-8").splitlines())
    target.write_bytes(replaced(source.read_bytes(), dict(rows)))  # type: ignore[arg-type]
