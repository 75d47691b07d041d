"""What code and documents say of documents is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_SOURCES = sorted((ROOT / "src").rglob("*.py"))
_DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "training").rglob("*CARD.md"))]


def references(text: str) -> Iterator[tuple[str, str]]:
    """(document, section) of each that a text names; the section is empty where none is named."""
    for found in re.finditer(r"([\w/-]+\.md)\b(?:, ([A-Z][^.,;:)]*))?", " ".join(text.split())):
        yield found[1], (found[2] or "").strip()


def headings(document: Path) -> set[str]:
    return set(re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.M))


def anchor(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_the_documents_that_code_refers_to_are_in_the_project() -> None:
    missing = [
        (source.name, name, section)
        for source in _SOURCES
        for name, section in references(source.read_text(encoding="utf-8"))
        if not name.startswith("docs/")
        or not (ROOT / name).is_file()
        or (section and section not in headings(ROOT / name))
    ]
    assert missing == []


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)", document.read_text(encoding="utf-8"))
    for name, place in links:
        target = (document.parent / name).resolve() if name else document
        assert target.exists(), name
        assert not place or place in map(anchor, headings(target)), f"{name}#{place}"


@pytest.mark.parametrize("package", ["pseudonymise", "language"])
def test_the_architecture_has_every_module_of(package: str) -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    section = text.partition(f"## Inside `{package}`")[2].partition("\n## ")[0]
    named = {name.rstrip("/") for name in re.findall(r"`([\w/]+)`", section)}
    there = {path.stem for path in (ROOT / "src/reviewdocs" / package).iterdir() if not path.name.startswith("_")}
    assert there - {"data"} <= named, there - named
