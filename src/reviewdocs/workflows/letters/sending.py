"""What is made of letters to send them: PDFs, protected copies, draft e-mails, an archive, one file to print.

Each is made of the letter as it lies there, edited or not, and again only where that has changed. Of a letter in which
mentions are still to be settled nothing is made that could be sent.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from reviewdocs.errors import OutputError, ReviewdocsError, UsageError
from reviewdocs.formats.files import read_file
from reviewdocs.formats.office import BATCH, office
from reviewdocs.formats.pdf.copies import opens_pdf, print_file, protected_pdf
from reviewdocs.formats.protection import opens, password_in, with_password
from reviewdocs.generate.catalogue import Entry
from reviewdocs.model.review import Review
from reviewdocs.store.made import Made, MadeFiles, Output
from reviewdocs.workflows.batch import Progress, attempt
from reviewdocs.workflows.letters.choosing import Posting
from reviewdocs.workflows.letters.fields import copies_of
from reviewdocs.workflows.letters.going import going_out
from reviewdocs.workflows.letters.mail import draft_email
from reviewdocs.workflows.letters.results import LetterOutcome

_SCHEMA = "reviewdocs/letters-to-send/1"
_FIRST_TIME = (1980, 1, 1, 0, 0, 0)
PDF, PROTECTED, EMAILS = "pdf", "protected", "emails"
"""The folders within a letter's folder."""


class Secret(StrEnum):
    """Where passwords come from."""

    NONE = ""
    FILE = "file"
    COLUMN = "column"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Passwords:
    """Where they come from, and the one secret where it is one."""

    source: Secret = Secret.NONE
    secret: str = field(default="", repr=False)

    def of(self, review: Review, posting: Posting) -> str:
        """The password of one recipient's letter.

        Raises:
            UsageError: there is none.
        """
        if self.source is Secret.COLUMN and not posting.password:
            raise UsageError("There is no password for this recipient.",
                             remedy="Fill in its cell of the column Password.")  # fmt: skip
        return {
            Secret.NONE: "",
            Secret.FILE: self.secret,
            Secret.COLUMN: posting.password,
            Secret.REFERENCE: review.reference,
        }[self.source]


@dataclass(frozen=True, slots=True)
class Sending:
    """What is asked for besides the letters."""

    pdf: bool = False
    printed: bool = False
    zipped: bool = False
    emails: bool = False
    password: Passwords = Passwords()

    @property
    def anything(self) -> bool:
        """Whether anything is."""
        return self.pdf or self.printed or self.zipped or self.emails or self.password.source is not Secret.NONE

    @property
    def warnings(self) -> tuple[str, ...]:
        """What whoever asks for it should know."""
        if self.emails and self.password.source is Secret.NONE:
            return ("The letters are attached as they are, without a password: send them by secure e-mail only.",)
        if self.password.source is not Secret.REFERENCE:
            return ()
        return ("The password is the review's reference, which stands on everything about the review: it keeps out "
                "only those who know nothing of it. Give --password-from FILE for a secret.",)  # fmt: skip


def password_source(told: str | None) -> Passwords:
    """What `--password-from` means: the word column, the word reference, or a file.

    Raises:
        InputError: the file cannot be read, or holds no password.
    """
    if told is None:
        return Passwords()
    if told in (Secret.COLUMN, Secret.REFERENCE):
        return Passwords(Secret(told))
    return Passwords(Secret.FILE, password_in(Path(told)))


@dataclass(slots=True)
class _Piece:
    """What is made for one recipient: the letter as it goes, and what is made of it."""

    posting: Posting
    name: str
    data: bytes
    also: list[Path] = field(default_factory=list)
    failed: ReviewdocsError | None = None
    pdf: bytes = b""

    @property
    def of(self) -> str:
        """What it is made from."""
        return hashlib.sha256(self.data).hexdigest()


class Dispatch:
    """Makes what is to be sent of the letters of one batch.

    Args:
        review, entry: of the letters.
        folder: theirs.
        made: their manifest.
        sending: what is asked for.
    """

    def __init__(self, review: Review, entry: Entry, folder: Path, made: MadeFiles, sending: Sending) -> None:
        self._review, self._entry, self._folder, self._made, self._sending = review, entry, folder, made, sending
        self._lists = {name: MadeFiles(folder / name, folder / name / "list.json", _SCHEMA)
                       for name in (PDF, PROTECTED, EMAILS)}  # fmt: skip

    def make(
        self, outcomes: Sequence[LetterOutcome], postings: Mapping[str, Posting], progress: Progress
    ) -> tuple[list[LetterOutcome], list[Path]]:
        """The outcomes with what was made of each, and what was made of all together."""
        pieces: dict[str, _Piece] = {}
        told: dict[str, str] = {}
        going = going_out(self._made, self._folder)
        for row in outcomes:
            if row.output is None:
                continue
            this = going[row.recipient]
            if (row.undecided and this.file == row.output.name) or this.doubt:
                told[row.recipient] = f"nothing to send was made of it: {this.doubt or 'it has mentions to settle'}"
                continue
            data = attempt(lambda file=this.file: read_file(self._folder / file), where=this.file)  # type: ignore[misc]
            if isinstance(data, ReviewdocsError):
                told[row.recipient] = str(data)
                continue
            pieces[row.recipient] = _Piece(postings[row.recipient], this.file, data)
        if self._sending.pdf or self._sending.printed:
            self._pdfs(list(pieces.values()), progress)
        for piece in pieces.values():
            self._one(piece)
        for kind in self._lists.values():
            kind.settle()
        together = self._together(list(pieces.values()))
        return [self._with(row, pieces.get(row.recipient), told.get(row.recipient, "")) for row in outcomes], together

    def _with(self, row: LetterOutcome, piece: _Piece | None, told: str) -> LetterOutcome:
        notes = (*row.notes, told) if told else row.notes
        if piece is None:
            return replace(row, notes=notes, exit_code=max(row.exit_code, 1 if told else 0))
        code = max(row.exit_code, piece.failed.exit_code if piece.failed else 0)
        notes = (*notes, str(piece.failed)) if piece.failed else notes
        return replace(row, notes=notes, also=tuple(piece.also), exit_code=code)

    def _pdfs(self, pieces: Sequence[_Piece], progress: Progress) -> None:
        """A PDF of each letter; of those that have not changed since, the one that is there."""
        wanted = []
        for piece in pieces:
            there = self._there(PDF, _pdf_name(piece.name), piece.of)
            if there is None:
                wanted.append(piece)
            else:
                piece.pdf = read_file(there)
                piece.also += [there] if self._sending.pdf else []
        if not wanted:
            return
        with office(self._folder) as converter:
            for start in range(0, len(wanted), BATCH):
                some = wanted[start : start + BATCH]
                progress(start + 1, len(wanted), "PDF")
                for piece, pdf in zip(some, converter.pdfs([(p.name, p.data) for p in some]), strict=True):
                    if isinstance(pdf, OutputError):
                        piece.failed = pdf
                    else:
                        piece.pdf = pdf
                        self._put(PDF, piece, _pdf_name(piece.name), pdf, listed=self._sending.pdf)

    def _one(self, piece: _Piece) -> None:
        """The protected copy and the draft e-mail of one letter."""
        done = attempt(lambda: self._sent_as(piece), where=piece.name)
        if isinstance(done, ReviewdocsError):
            piece.failed = piece.failed or done

    def _sent_as(self, piece: _Piece) -> None:
        if piece.failed is not None:
            return
        password = self._sending.password.of(self._review, piece.posting)
        name, data = (_pdf_name(piece.name), piece.pdf) if self._sending.pdf else (piece.name, piece.data)
        if password:
            path = self._protected(piece, name, data, password)
            piece.also.append(path)
            name, data = path.name, read_file(path)
        piece.name, piece.data = name, data
        if self._sending.emails:
            self._email(piece)

    def _protected(self, piece: _Piece, name: str, data: bytes, password: str) -> Path:
        """The protected copy: the one that is there, where it is of this letter and opens with this password."""
        is_pdf, of = name.endswith(".pdf"), hashlib.sha256(data).hexdigest()
        there = self._there(PROTECTED, name, of)
        if there is not None and (opens_pdf if is_pdf else opens)(read_file(there), password):
            return there
        shut = protected_pdf(data, password) if is_pdf else with_password(data, password)
        return self._placed(PROTECTED, name, shut, of)

    def _email(self, piece: _Piece) -> None:
        to = piece.posting.to.addressee.email
        if not to:
            raise OutputError("There is no e-mail address, so there is no draft e-mail.", remedy="Send it by post.")
        data = draft_email(
            to=to,
            copies=copies_of(piece.posting),
            subject=f"{self._review.reference}: {self._entry.title} ({self._review.marking.value})",
            text=_TEXT.format(salutation=piece.posting.to.addressee.salutation, title=self._entry.title,
                              reference=self._review.reference, board=self._review.board.name,
                              password=_PASSWORD if self._sending.password.source is not Secret.NONE else ""),
            attachment=piece.name,
            data=piece.data,
        )  # fmt: skip
        name = f"{piece.name.rpartition('.')[0]}.eml"
        piece.also.append(self._placed(EMAILS, name, data, hashlib.sha256(data).hexdigest()))

    def _there(self, kind: str, name: str, of: str) -> Path | None:
        """What was made before of the same, and lies there as it was made."""
        listed = self._lists[kind]
        return self._folder / kind / name if listed.known(name).get("of") == of and listed.is_written(name) else None

    def _put(self, kind: str, piece: _Piece, name: str, data: bytes, *, listed: bool) -> None:
        placed = attempt(lambda: self._placed(kind, name, data, piece.of), where=name)
        if isinstance(placed, ReviewdocsError):
            piece.failed = placed
        elif listed:
            piece.also.append(placed)

    def _placed(self, kind: str, name: str, data: bytes, of: str) -> Path:
        """Write it; what somebody edited stays, and it stands beside that."""
        made = self._lists[kind].put_all([Output(name, data, {"of": of})])[0]
        if isinstance(made, Made):
            return made.path
        raise made

    def _together(self, pieces: Sequence[_Piece]) -> list[Path]:
        """The archive and the file to print."""
        whole = MadeFiles(self._folder, self._folder / "together.json", _SCHEMA)
        ready = [piece for piece in pieces if piece.failed is None]
        files: list[Path] = []
        if self._sending.printed and ready:
            files.append(whole.put(f"{self._entry.id} to print.pdf", print_file(piece.pdf for piece in ready)).path)
        if self._sending.zipped and ready:
            files.append(whole.put(f"{self._entry.id}.zip", _archive(ready)).path)
        return files


_TEXT = """\
Dear {salutation},

Please find attached a letter ({title}) about the review {reference}.
It is confidential, and meant for you alone.{password}

{board}
"""
_PASSWORD = "\n\nIt opens with a password, which we shall give you in another way."


def _pdf_name(name: str) -> str:
    return f"{name.removesuffix('.docx')}.pdf"


def _archive(pieces: Sequence[_Piece]) -> bytes:
    """The letters as they go, packed; the same letters give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for piece in pieces:
            entry = zipfile.ZipInfo(piece.name, _FIRST_TIME)
            entry.compress_type = zipfile.ZIP_STORED  # what lies in it is packed already
            archive.writestr(entry, piece.data)
    return packed.getvalue()
