"""The gate on the page: what is missing is listed, approvals are recorded, bundles are taken away and compared."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

from visiting import Visitor

from reviewdocs.store.case import Case
from reviewdocs.workflows.publishing import noted
from reviewdocs.workflows.publishing.bundle import MANIFEST, RECORD, SCHEMA, Manifest, record_of


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


def published(case: Case) -> Path:
    """A bundle of one document, as `publish` makes it."""
    folder, record = case.publication / "2031-06-10", record_of([])
    folder.mkdir(parents=True)
    files = {"Learning summary.docx": b"PK-one", RECORD: record[0]}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    told = [{"file": name, "sha256": hashlib.sha256(data).hexdigest()} for name, data in files.items()]
    manifest = Manifest.of({"schema": SCHEMA, "files": told, "record": record[1]})
    (folder / MANIFEST).write_bytes(manifest.as_bytes())
    noted.note(case, folder.name, manifest.fingerprint)
    return folder


def test_what_was_published_is_taken_away_and_compared(visitor: Visitor) -> None:
    folder = published(visitor.case)
    assert folder.name in visitor.see("/publication")
    packed = zipfile.ZipFile(io.BytesIO(visitor.client.get(f"{visitor.at}/publication/bundle/{folder.name}").content))
    document = next(name for name in packed.namelist() if name.endswith(".docx"))
    assert "manifest.json" in packed.namelist()
    same, other = ("file", document, packed.read(document)), ("file", "other.docx", b"PK")
    assert "As published." in visitor.send("/publication/verify", code=200, files=[same], bundle=folder.name).text
    assert "Not as published." in visitor.send("/publication/verify", code=200, files=[other], bundle=folder.name).text
    assert "no such bundle" in visitor.send("/publication/verify", code=400, bundle="../drafts").text
