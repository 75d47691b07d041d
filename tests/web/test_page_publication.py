"""The gate on the page: what is missing is listed, approvals are recorded, bundles are taken away and compared."""

from __future__ import annotations

import io
import zipfile

import pytest
from visiting import Visitor

from reviewdocs.publication import outgoing


def test_the_overview_is_refused_with_the_list_and_can_be_approved(visitor: Visitor) -> None:
    overview = next(visitor.case.anonymised.glob("*Overview*.docx"))
    job = visitor.finish(visitor.send("/publication", document=visitor.handle_of(overview)))
    at = f"/publication/{job.key}"
    shown = visitor.see(at)
    assert "requirements are not met" in shown and "findings are open" in shown
    assert "executive-summary" in shown and "Make the bundle" not in shown
    visitor.send(f"{at}/approve", document="1", role="author", by="Martin Ellwood")
    assert "is approved by: Independent author" in visitor.see(at).partition("Met")[2]
    assert "Nobody is named" in visitor.send(f"{at}/approve", code=400, document="1", role="author", by=" ").text
    assert "No document was chosen" in visitor.send(f"{at}/approve", code=400, document="9", role="author", by="A").text
    assert "knows no approval" in visitor.send(f"{at}/approve", code=400, document="1", role="mayor", by="A").text


def test_what_was_published_is_taken_away_and_compared(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outgoing, "office_program", lambda: None)
    (folder,) = visitor.case.publication.iterdir()  # of the demo
    assert folder.name in visitor.see("/publication")
    packed = zipfile.ZipFile(io.BytesIO(visitor.client.get(f"{visitor.at}/publication/bundle/{folder.name}").content))
    document = next(name for name in packed.namelist() if name.endswith(".docx"))
    assert "manifest.json" in packed.namelist()
    same, other = ("file", document, packed.read(document)), ("file", "other.docx", b"PK")
    assert "As published." in visitor.send("/publication/verify", code=200, files=[same], bundle=folder.name).text
    assert "Not as published." in visitor.send("/publication/verify", code=200, files=[other], bundle=folder.name).text
    assert "no such bundle" in visitor.send("/publication/verify", code=400, bundle="../drafts").text
