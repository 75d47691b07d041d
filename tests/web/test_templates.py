"""Templates on the page: copied, brought, checked; one that was there is kept."""

from __future__ import annotations

import io

import docx
from visiting import Visitor


def with_line(data: bytes, line: str) -> bytes:
    document = docx.Document(io.BytesIO(data))
    document.add_paragraph(line)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_a_template_is_copied_taken_away_and_brought_back_with_its_faults(visitor: Visitor) -> None:
    visitor.send("/templates/copy", template="overview-report")
    assert "lacks nothing" in visitor.see("/templates")
    shipped = visitor.client.get(f"{visitor.at}/templates/overview-report/file").content
    wrong = with_line(shipped, "{{ review.no_such_field }}")
    visitor.send("/templates/bring", template="overview-report", files=[("file", "ours.docx", wrong)])
    told = visitor.see("/templates")
    assert "cannot be filled yet" in told and "no_such_field" in told and "kept as earlier/" in told
    assert (visitor.case.templates / "overview-report.docx").read_bytes() == wrong


def test_what_is_no_template_is_said(visitor: Visitor) -> None:
    visitor.send("/templates/copy", code=400, template="nothing")
    visitor.send("/templates/bring", code=400, template="nothing", files=[("file", "a.docx", b"x")])
    visitor.send("/templates/bring", template="overview-report", files=[("file", "a.docx", b"no Word file")])
    visitor.see("/templates")
