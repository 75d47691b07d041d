"""One document anonymised in memory: read, strip, resolve, edit, write, read back, verify.

What cannot be verified does not exist: the bytes are given only after they were read back and nothing of the map was
found in them.
"""

from __future__ import annotations

import contextlib
import gc
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from reviewdocs.errors import UsageError
from reviewdocs.formats.base import Document
from reviewdocs.formats.opening import open_document
from reviewdocs.formats.protection import without_password
from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Layer, Paragraph
from reviewdocs.model.words import Audience
from reviewdocs.names import ByteSearch
from reviewdocs.names.surviving import survivors
from reviewdocs.pseudonymise import Resolver, edits_of, load
from reviewdocs.pseudonymise.occurring import doubt
from reviewdocs.pseudonymise.record import Record, rows
from reviewdocs.pseudonymise.render.edits import UNDECIDED, UNDECIDED_DATE, in_order
from reviewdocs.pseudonymise.resolver import Decision
from reviewdocs.pseudonymise.standing import Standing, together
from reviewdocs.pseudonymise.told import AllTold, after
from reviewdocs.workflows.agreement import refuse_unfilled
from reviewdocs.workflows.likeness import Runs, runs_of
from reviewdocs.workflows.searching import listed, not_verified, refuse_survivors
from reviewdocs.workflows.workers import Done, PageHead

if TYPE_CHECKING:
    from reviewdocs.pseudonymise.dates import DateChanger
    from reviewdocs.pseudonymise.explaining import Explainer
    from reviewdocs.workflows.replacing import Replacement
    from reviewdocs.workflows.retelling import Retelling
    from reviewdocs.workflows.sayings import Saying

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


@dataclass(slots=True)
class Written:
    """A document as written and opened again.

    Attributes:
        document: it, read from the bytes.
        data: the bytes.
        read_back: its texts as read from them.
        record: what was done so far.
    """

    document: Document
    data: bytes
    read_back: Sequence[Paragraph]
    record: Record

    def write(self, name: str) -> None:
        """Write what was changed, and open it again."""
        self.data = self.document.to_bytes()
        self.document = open_document(name, self.data)

    @property
    def anonymised(self) -> Anonymised:
        """The bytes, with what was done."""
        return Anonymised(self.data, self.record)


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
        said: what decisions say of mentions.

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
        said: Sequence[Saying] = (),
    ) -> None:
        if keep_comments and audience in (Audience.PUBLIC, Audience.FAMILY):
            raise UsageError(
                f"Comments are never kept in a {audience} document.",
                remedy="Leave out --keep-comments, or say --audience external.",
            )
        refuse_unfilled(pmap)
        self._pmap = pmap
        self._audience = audience
        self._keep_comments = keep_comments
        self._replacements = replacements
        self._said = said
        self._resolver = Resolver(pmap)
        self._retelling: Retelling | None = None
        if replacements:  # only a case has decisions
            from reviewdocs.workflows.retelling import Retelling

            self._retelling = Retelling(lambda: self._resolver, replacements)
        self._standing = Standing(pmap, self._resolver)
        self._dates: DateChanger | None = None
        if pmap.dates is not None and pmap.dates.changes:
            from reviewdocs.pseudonymise.dates import DateChanger  # its expressions are slow to load

            self._dates = DateChanger(pmap)

    @cached_property
    def _search(self) -> ByteSearch:
        """Built when something is searched, which is left to another process where there is one."""
        return ByteSearch.of(self._pmap)

    @property
    def explainer(self) -> Explainer:
        """What says why."""
        from reviewdocs.pseudonymise.explaining import Explainer  # only a record's page needs it

        return Explainer(self._pmap, self._resolver)

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
            written = self.written(name, data, keep_dates=keep_dates)
            if survivors(written.document, self._search, glued=True):
                self.expunge(written)
                refuse_survivors(survivors(written.document, self._search))
            return written.anonymised

    def written(
        self, name: str, data: bytes, *, keep_dates: bool = False, tell: Callable[[bytes], None] = lambda output: None
    ) -> Written:
        """The document as written and read back, its bytes not searched yet: see `anonymise`.

        Args:
            tell: told the bytes before they are read back; they may become others then.
        """
        document = open_document(name, data)
        stripped = document.strip(self._audience, keep_comments=self._keep_comments)
        paragraphs = document.paragraphs()
        dates = None if keep_dates else self._dates
        told = self._told(paragraphs)
        mentions, reasons = self._decided(paragraphs, dates, told)
        found = mentions
        later: list[Mention] = []
        unread: tuple[str, ...] = ()
        for number in range(_PASSES):
            edits = edits_of(found)
            document.apply(edits)
            told = after(told, edits)
            output = document.to_bytes()
            if number == 0:
                tell(output)
                unread = document.coverage().unread
            del document  # what is read next takes its place in memory
            document = open_document(name, output)
            ours = {mention.replacement or "" for mention in (*mentions, *later) if mention.category in _DATES}
            read_back, found = self._found_again(document, dates, ours, told)
            if found and document.strip(self._audience, keep_comments=self._keep_comments):
                output = document.to_bytes()  # what went is still in the bytes of before
                document = open_document(name, output)
                read_back, found = self._found_again(document, dates, ours, told)
            if not found:
                break
            later += [replace(m, evidence=(*m.evidence, "found on reading again")) for m in found]
        else:
            places = {paragraph.key: paragraph.place for paragraph in read_back}
            raise not_verified(f"{listed(Counter(places[m.paragraph] for m in found))} could not be replaced")
        record = Record(
            name,
            paragraphs,
            mentions,
            later,
            stripped,
            unread,
            self._standing.found(read_back, (), (*mentions, *later), told),
            doubt(self._pmap, paragraphs, mentions),
            reasons,
        )
        return Written(document, output, read_back, record)

    def expunge(self, written: Written) -> None:
        """Take out what the search of the bytes found: coded text, then names in what only programs read."""
        from reviewdocs.pseudonymise.leftovers import left_over  # few documents need it

        name, record = written.record.file, written.record
        if unseen := left_over(written.read_back, self._search.found):
            record = replace(record, later=(*record.later, *unseen))
            written.document.apply(edits_of(unseen))
            written.write(name)
        if count := written.document.expunge(self._search.found):
            reasons = dict(line.partition(": ")[::2] for line in (*record.unread, *written.document.coverage().unread))
            record = replace(
                record,
                stripped={**record.stripped, "names in ids, packed data and the like": count},
                unread=tuple(f"{part}: {why}" for part, why in reasons.items()),
            )
            # What led to a part that was put out goes too.
            written.document.strip(self._audience, keep_comments=self._keep_comments)
            written.write(name)
        standing = self._standing.found(written.document.paragraphs(), (), (*record.mentions, *record.later))
        written.record = replace(record, standing=standing, doubt="")  # what was found is the map's

    def _found_again(
        self, document: Document, dates: DateChanger | None, written_by_us: Collection[str], told: AllTold
    ) -> tuple[Sequence[Paragraph], list[Mention]]:
        """The texts of what was written, and what is still to be changed in them."""
        read_back = document.paragraphs()
        again, _ = self._decided(read_back, dates, told, written_by_us=written_by_us)
        found = [mention for mention in again if mention.outcome is not Outcome.KEPT]
        return read_back, found or self._asked_for(read_back)

    def _told(self, paragraphs: Sequence[Paragraph]) -> AllTold:
        """What decisions say of places in a document."""
        if not self._said:
            return {}
        from reviewdocs.workflows.sayings import told_in  # only a case has decisions

        return told_in(self._said, paragraphs, lambda: self._resolver.resolve(paragraphs))

    def _decided(
        self,
        paragraphs: Sequence[Paragraph],
        dates: DateChanger | None,
        told: AllTold,
        *,
        written_by_us: Collection[str] = (),
    ) -> tuple[list[Mention], Sequence[Decision]]:
        """Every mention of the map, and apart from them every date that its policy changes; and why."""
        mentions, reasons = self._resolver.reasoned(paragraphs, told)
        if dates is None:
            return mentions, reasons
        moved = dates.mentions(paragraphs, mentions, written_by_us=written_by_us)
        return in_order(paragraphs, [*mentions, *moved]), reasons

    def _asked_for(self, paragraphs: Sequence[Paragraph]) -> list[Mention]:
        """What decisions want changed."""
        if not self._retelling:
            return []
        from reviewdocs.workflows.replacing import replaced

        return replaced(self._replacements, paragraphs, self._retelling)


class Anonymising:
    """What the worker does for a batch."""

    @staticmethod
    def load() -> None:
        """Read the files that every map needs: see `Worker`."""
        load()

    def __init__(
        self,
        pmap: PseudonymMap,
        audience: Audience,
        keep_comments: bool,
        replacements: Sequence[Replacement],
        said: Sequence[Saying],
        password: str,
    ) -> None:
        self._pmap, self._password = pmap, password
        self._anonymiser = Anonymiser(pmap, audience, keep_comments=keep_comments, replacements=replacements, said=said)
        self._written: Written | None = None

    def file_names(self, names: Sequence[str]) -> list[str]:
        """What the outputs of inputs of these names are called."""
        return [self._anonymiser.file_name(name) for name in names]

    def runs(self, name: str, data: bytes) -> Runs:
        """The runs of words of a document, to compare it with others.

        Raises:
            InputError: see `Anonymiser`.
        """
        document = open_document(name, without_password(data, self._password))
        return runs_of(p.text for p in document.paragraphs() if p.layer is Layer.BODY)

    def write(
        self, name: str, data: bytes, keep_dates: bool, page_of: PageHead | None, tell: Callable[[bytes], None]
    ) -> Done:
        """Anonymise the bytes of one document; what it gives is read back, and still to be searched.

        Args:
            name: the file's name.
            data: its bytes.
            keep_dates: see `Anonymiser`.
            page_of: what the record's page says of itself; None for no page.
            tell: see `Anonymiser.written`.

        Raises:
            InputError, OutputError: see `Anonymiser`.
        """
        data = without_password(data, self._password)
        with _collector_at_rest():
            self._written = self._anonymiser.written(name, data, keep_dates=keep_dates, tell=tell)
        return self._done(self._written, page_of)

    def expunge(self, page_of: PageHead | None) -> Done:
        """The document last written without what the search found; still to be searched again."""
        assert self._written is not None
        self._anonymiser.expunge(self._written)
        return self._done(self._written, page_of)

    def _done(self, written: Written, page_of: PageHead | None) -> Done:
        done = written.anonymised
        settled = sum(mention.name[2] in (UNDECIDED, UNDECIDED_DATE) for mention in done.record.later)
        return Done(
            data=done.data,
            stripped=dict(done.record.stripped),
            unread=tuple(done.record.unread),
            replaced=done.count(Outcome.REPLACED),
            undecided=max(0, done.count(Outcome.UNDECIDED) - settled),  # a draft may have had some from the first
            kept=done.count(Outcome.KEPT),
            standing=together(done.record.standing),
            doubt=done.record.doubt,
            rows=rows(done.record),
            unsettled=self._unsettled(written) if page_of else (),
            page=self._page(done.record, page_of) if page_of else b"",
        )

    def _unsettled(self, written: Written) -> Sequence[Mapping[str, Any]]:
        from reviewdocs.workflows.unsettled import unsettled  # only a case's record needs it

        return unsettled(written.record, written.document, self._pmap)

    def _page(self, record: Record, head: PageHead) -> bytes:
        from reviewdocs.pseudonymise.record.page import as_html  # what fills pages is slow to import

        last = head.decisions, head.last_hash
        return as_html(record, self._pmap, self._anonymiser.explainer, output=head.output, decisions=last).encode()
