"""One document anonymised in memory: read, strip, resolve, edit, write, read back, verify.

What cannot be verified does not exist: the bytes are given only after they were read back and nothing of the map was
found in them.
"""

from __future__ import annotations

import contextlib
import gc
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewdocs.errors import OutputError, UsageError
from reviewdocs.formats.base import Document
from reviewdocs.formats.opening import open_document
from reviewdocs.formats.protection import without_password
from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.model.words import Audience
from reviewdocs.names import ByteSearch, forbidden_phrases
from reviewdocs.pseudonymise import Resolver, edits_of
from reviewdocs.pseudonymise.edits import UNDECIDED, UNDECIDED_DATE, in_order
from reviewdocs.pseudonymise.leftovers import left_over
from reviewdocs.pseudonymise.record import Record, rows
from reviewdocs.workflows.agreement import refuse_unfilled
from reviewdocs.workflows.workers import Done

if TYPE_CHECKING:
    from reviewdocs.pseudonymise.dates import DateChanger
    from reviewdocs.workflows.standing import Replacement

_DATES = frozenset({Category.DATE, Category.DOB})
_PASSES = 4
"""Replacing a name changes its neighbours' context, so what was written is opened and resolved again until nothing is
found, nor anything that a decision wants changed; at most this often. What is still found then is not verified."""


@dataclass(frozen=True, slots=True)
class Anonymised:
    """One document's anonymised bytes, verified in memory, with what was done."""

    data: bytes
    record: Record

    def count(self, outcome: Outcome) -> int:
        """How many mentions had this outcome."""
        return sum(mention.outcome is outcome for mention in (*self.record.mentions, *self.record.later))


@contextlib.contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No garbage is collected meanwhile: reading a document makes very many objects that last as long as it does, and
    looking through them over and over costs a tenth of the time. What is left counts as old, to be looked through when
    all is."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()
            gc.enable()


class Anonymiser:
    """Anonymises documents with one map for one audience; build it once for a batch.

    Args:
        pmap: the agreed pseudonym map.
        audience: what hidden content goes.
        keep_comments: leave comments and tracked changes to readers outside the board, their authors neutral.
        replacements: what decisions want changed, once the map's names are replaced.

    Raises:
        UsageError: comments are to be kept in what is published.
        InputError: the map still holds the starter's placeholders, so that it names nobody, or asks for relative dates
            without an anchor.
    """

    def __init__(
        self,
        pmap: PseudonymMap,
        audience: Audience,
        *,
        keep_comments: bool = False,
        replacements: Sequence[Replacement] = (),
    ) -> None:
        if keep_comments and audience is Audience.PUBLIC:
            raise UsageError(
                "Comments are never kept in a public document.",
                remedy="Leave out --keep-comments, or say --audience external.",
            )
        refuse_unfilled(pmap)
        self._audience = audience
        self._keep_comments = keep_comments
        self._replacements = replacements
        self._resolver = Resolver(pmap)
        self._search = ByteSearch(forbidden_phrases(pmap))
        self._dates: DateChanger | None = None
        if pmap.dates is not None and pmap.dates.changes:
            from reviewdocs.pseudonymise.dates import DateChanger  # its expressions are slow to load

            self._dates = DateChanger(pmap)

    def file_name(self, name: str) -> str:
        """The output's file name: the input's, known names in it replaced by designations."""
        return self._resolver.file_name(name)

    def anonymise(self, name: str, data: bytes, *, keep_dates: bool = False) -> Anonymised:
        """Anonymise the bytes of one document.

        Args:
            name: the file's name.
            data: its bytes.
            keep_dates: leave dates whatever the map says: of a letter, whose dates are the review's own, and of a copy
                whose dates were moved before.

        Raises:
            InputError: the document cannot be read safely.
            OutputError: something of the map would survive in the output.
        """
        with _collector_at_rest():
            return self._anonymised(name, data, keep_dates=keep_dates)

    def _anonymised(self, name: str, data: bytes, *, keep_dates: bool) -> Anonymised:
        document = opened = open_document(name, data)
        stripped = document.strip(self._audience, keep_comments=self._keep_comments)
        paragraphs = document.paragraphs()
        dates = None if keep_dates else self._dates
        found = mentions = self._decided(paragraphs, dates)
        later: list[Mention] = []
        for _ in range(_PASSES):
            document.apply(edits_of(found))
            output = document.to_bytes()
            document = open_document(name, output)
            ours = {mention.replacement or "" for mention in (*mentions, *later) if mention.category in _DATES}
            read_back, found = self._found_again(document, dates, ours)
            if found and document.strip(self._audience, keep_comments=self._keep_comments):
                read_back, found = self._found_again(document, dates, ours)
            if not found:
                break
            later += [replace(m, evidence=(*m.evidence, "found on reading again")) for m in found]
        else:
            places = {paragraph.key: paragraph.place for paragraph in read_back}
            raise _not_verified(f"{_listed(Counter(places[m.paragraph] for m in found))} could not be replaced")
        unread = opened.coverage().unread
        if self._survivors(document, glued=True):
            if unseen := left_over(read_back, self._search.found):
                later += unseen
                document.apply(edits_of(unseen))
                output = document.to_bytes()
                document = open_document(name, output)
            if count := document.expunge(self._search.found):
                stripped = {**stripped, "names in ids, packed data and the like": count}
                reasons = dict(line.partition(": ")[::2] for line in (*unread, *document.coverage().unread))
                unread = tuple(f"{part}: {why}" for part, why in reasons.items())
                document.strip(self._audience, keep_comments=self._keep_comments)  # what led to a part that was put out
                output = document.to_bytes()
                document = open_document(name, output)
            if survivors := self._survivors(document):
                raise _not_verified(f"names or identifiers of the map survive in {_listed(survivors)}")
        return Anonymised(output, Record(name, paragraphs, mentions, later, stripped, unread))

    def _found_again(
        self, document: Document, dates: DateChanger | None, written_by_us: Collection[str]
    ) -> tuple[Sequence[Paragraph], list[Mention]]:
        """The texts of what was written, and what is still to be changed in them."""
        read_back = document.paragraphs()
        again = self._decided(read_back, dates, written_by_us=written_by_us)
        found = [mention for mention in again if mention.outcome is not Outcome.KEPT]
        return read_back, found or self._asked_for(read_back)

    def _decided(
        self, paragraphs: Sequence[Paragraph], dates: DateChanger | None, *, written_by_us: Collection[str] = ()
    ) -> list[Mention]:
        """Every mention of the map, and apart from them every date that its policy changes."""
        mentions = self._resolver.resolve(paragraphs)
        if dates is None:
            return mentions
        return in_order(paragraphs, [*mentions, *dates.mentions(paragraphs, mentions, written_by_us=written_by_us)])

    def _asked_for(self, paragraphs: Sequence[Paragraph]) -> list[Mention]:
        """What decisions want changed."""
        if not self._replacements:
            return []
        from reviewdocs.workflows.standing import replaced  # only a case has decisions

        return replaced(self._replacements, paragraphs)

    def _survivors(self, written: Document, *, glued: bool = False) -> Counter[str]:
        """Where something stands that may not stand in any byte (Order of work, 5); `glued`: in longer words too."""
        return Counter(
            "a part whose own name is one" if self._search.found(place) else place
            for place, text in written.searchable()
            if self._search.found(text, glued=glued)
        )


class Anonymising:
    """What the worker does for a batch."""

    def __init__(
        self,
        pmap: PseudonymMap,
        audience: Audience,
        keep_comments: bool,
        replacements: Sequence[Replacement],
        password: str,
    ) -> None:
        self._pmap, self._password = pmap, password
        self._anonymiser = Anonymiser(pmap, audience, keep_comments=keep_comments, replacements=replacements)

    def file_names(self, names: Sequence[str]) -> list[str]:
        """What the outputs of inputs of these names are called."""
        return [self._anonymiser.file_name(name) for name in names]

    def anonymise(self, name: str, data: bytes, keep_dates: bool, page_of: str) -> Done:
        """Anonymise the bytes of one document.

        Args:
            name: the file's name.
            data: its bytes.
            keep_dates: see `Anonymiser`.
            page_of: the output's name at the head of the record's page; empty for no page.

        Raises:
            InputError, OutputError: see `Anonymiser`.
        """
        done = self._anonymiser.anonymise(name, without_password(data, self._password), keep_dates=keep_dates)
        settled = sum(mention.text in (UNDECIDED, UNDECIDED_DATE) for mention in done.record.later)
        return Done(
            data=done.data,
            stripped=dict(done.record.stripped),
            unread=tuple(done.record.unread),
            replaced=done.count(Outcome.REPLACED),
            undecided=done.count(Outcome.UNDECIDED) - settled,
            kept=done.count(Outcome.KEPT),
            rows=rows(done.record),
            page=self._page(done.record, page_of) if page_of else b"",
        )

    def _page(self, record: Record, output: str) -> bytes:
        from reviewdocs.pseudonymise.record.page import as_html  # what fills pages is slow to import

        return as_html(record, self._pmap, output=output).encode()


def _listed(counts: Mapping[str, int]) -> str:
    """Places with how often, most first, for an error message."""
    return ", ".join(f"{place} ({n})" for place, n in Counter(counts).most_common(5))


def _not_verified(what: str) -> OutputError:
    return OutputError(
        f"The result could not be verified, so nothing was written: {what}.",
        remedy="Look at these places in the document, or ask for help with this file; do not publish it.",
    )
