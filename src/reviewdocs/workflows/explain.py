"""Why each place of a word in a document is replaced, kept or left undecided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reviewdocs.formats.files import read_file
from reviewdocs.formats.opening import landmarks_of, open_document
from reviewdocs.formats.protection import without_password
from reviewdocs.formats.worker import Worker, seconds_for
from reviewdocs.model.explanation import Explanation
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.store.case import Case
from reviewdocs.workflows.agreement import refuse_unfilled

if TYPE_CHECKING:
    from reviewdocs.workflows.sayings import Saying


def explain(
    file: Path, word: str, *, pmap: PseudonymMap, case: Case | None = None, password: str = ""
) -> list[Explanation]:
    """Explain every place of a word, or of several words together, and of what holds it.

    Args:
        file: the document, as it is given to `anonymise`; one that was anonymised can be asked too.
        word: as written or in any other case.
        pmap: the map.
        case: its case folder, where there is one: its decisions hold.
        password: opens a document that is protected by one.

    Raises:
        InputError: the document cannot be read, or the map is not filled in yet.
    """
    refuse_unfilled(pmap)
    said: Sequence[Saying] = ()
    if case is not None:
        from reviewdocs.store.decisions import DecisionBook  # slow to import, and only a case has decisions
        from reviewdocs.workflows.holding import holding

        held = holding(pmap, DecisionBook(case).decisions())
        pmap, said = held.pmap, held.sayings
    data = read_file(file)
    with Worker(Explaining) as worker:
        worker.prepare(pmap, password, said)
        return worker.do(list[Explanation], "explain", seconds_for(len(data)), file.name, data, word)


class Explaining:
    """What the worker does."""

    def __init__(self, pmap: PseudonymMap, password: str, said: Sequence[Saying]) -> None:
        from reviewdocs.pseudonymise import Resolver
        from reviewdocs.pseudonymise.explaining import Explainer

        self._resolver, self._password, self._said = Resolver(pmap), password, said
        self._explainer = Explainer(pmap, self._resolver)

    def explain(self, name: str, data: bytes, word: str) -> Sequence[Explanation]:
        """Every place, with its sentence."""
        from reviewdocs.risk.place import location, sentence
        from reviewdocs.risk.reports.places import spot
        from reviewdocs.workflows.sayings import told_in

        document = open_document(name, without_password(data, self._password), password=self._password)
        paragraphs = document.paragraphs()
        told = told_in(self._said, paragraphs, lambda: self._resolver.resolve(paragraphs))
        landmarks = landmarks_of(document)
        found = []
        by_key = {paragraph.key: paragraph for paragraph in paragraphs}
        for each in self._explainer.explained(paragraphs, word, told):
            paragraph = by_key[each.part, each.paragraph]
            start, end = each.start - paragraph.offset, each.end - paragraph.offset
            where = spot(location(replace(paragraph, landmark=landmarks.get(paragraph.key, "")), start, end))
            found.append(replace(each, where=where, sentence=sentence(paragraph.text, start, end)))
        return found
