"""What workflows say in the words of the command line, said for somebody who sees the page alone."""

from __future__ import annotations

import re

_SAID: tuple[tuple[str, str], ...] = (
    (r"Put the password into a file and give it with --password-from FILE", "Give its password beside the files"),
    (r"Check the file given with --password-from: its first line is the password, and nothing else\.",
     "Type it again, beside the files, as Word or the reader of PDFs asks for it."),
    (r"Give --passphrase-file FILE .*", "Open the map first: the way there stands at the top of the page."),
    (r"save, and run again\.", "save, and bring it again."),
    (r"Look at each, and take out those that show or name anybody; then `decide … --looked-at --by “your name”`",
     "Look at it. If it shows or names nobody, say that you looked at it; else take it out of the draft"),
    (r"Look at it, and give --looked-at --by “your name”; or take it out\.", "Say that you looked, or take it out."),
    (r"Ids stand in \[ \] beside each finding\. .*", "Check the document again: what is found may have changed."),
    (r" Give (?:--by|--reason|--replace-with|--add-to-map|--looked-at) “…”\.", ""),
    (r"Decide it with --accept, --not-identifying or another\.", "Accept it, or decide otherwise."),
    (r"Decide it with --replace-with\.|Give others with --replace-with “…”\.", "Put other words there."),
    (r"Give --password-from FILE: its first line is the password\.", "Type a password."),
    (r"Give ids of its people with --for\.|Say with --for whose names stay, by their ids in the map\.",
     "Family copies are made by the command line, where whose names stay is said."),
    (r"Leave out --everywhere\.", "Decide this place alone."),
    (r"or --accept the risk", "or accept the risk"),
    (r"Leave out --keep-comments, or say --audience external\.", "Choose another reader."),
    (r"Give the one that `check --format xlsx` wrote, filled in\.",
     "Bring the one that Worksheet in Excel gave you, filled in."),
    (r"Give it with --earlier to compare it\.", "Open it to compare it."),
    (r"mark the others with --to\.", "mark the others alone."),
    (r"Put it right and run again, or give --skip-incomplete: letters that lack something are then left out, and the "
     r"doubtful ones are made\.", "Put it right, then make them again; or leave out those who lack something."),
    (r"`reviewdocs new` makes one to fill in", "Begin a new case to have one to fill in"),
    (r"`reviewdocs templates \w+` lists what there is", "Templates lists what there is"),
    (r"take a fresh copy with `reviewdocs templates copy`", "take a fresh copy under Templates"),
    (r"`reviewdocs pseudonyms propose` drafts one", "Map drafts one"),
    (r"\. `reviewdocs rules filter` says why\.", "."),
    (r"`decide CASE --list`", "the record of decisions"),
    (r"`reviewdocs (?:pseudonyms|convert)[^`]*`|reviewdocs (?:pseudonyms lint|convert) (?:FILE|MAP\S+ MAP\S+)", "Map"),
    (r"`reviewdocs validate[^`]*`?", "Data"),
    (r"`reviewdocs check[^`]*`|`check`", "Review"),
    (r"[Rr]un `anonymise`", "Use Anonymise"),
    (r"`(?:reviewdocs )?anonymise[^`]*`", "Anonymise"),
    (r"`reviewdocs [^`]*`", "this page"),
)  # fmt: skip
_EACH = tuple((re.compile(pattern), words) for pattern, words in _SAID)


def plain(text: str) -> str:
    """The text with no command and no option in it; other text stays as it is."""
    for pattern, words in _EACH:
        text = pattern.sub(words, text)
    return text
