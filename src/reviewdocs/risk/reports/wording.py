"""What all reports say in the same words, and how findings are grouped for a reader."""

from __future__ import annotations

import datetime as dt
import unicodedata

from reviewdocs.model.decisions import Action, Decided
from reviewdocs.model.findings import Change, CheckReport, DocumentReport, Finding, Severity
from reviewdocs.model.standing import explained, listed
from reviewdocs.risk.rule import MAP

SEVERITY_MEANS = {
    Severity.BLOCK: "stops publication until it is put right or decided",
    Severity.REVIEW: "needs a person's decision",
    Severity.NOTE: "for information",
}


LIMITS = (
    "This check prepares a person's judgement and does not replace it.",
    "It finds what it knows how to look for. Somebody who knows the family, the area or the news may recognise people "
    "by facts that no detector sees: an unusual job, illness, event or combination.",
    "Pictures, scans and the look of the page were not looked at by it.",
    "A clean result means that no known leak was found in what was read, by the detectors named, on "
    "the day it was run.",
)


WORKSHEET = (
    (
        "Singling out",
        "Could a neighbour, colleague, journalist or relative pick out one person from what the document says?",
        "Ages, dates, family structure, jobs, health, places: which of them together fit one person only?",
    ),
    (
        "Linkability",
        "Could it be matched with something else: news, social media, court lists, registers, other reports?",
        "Search the web for two or three sentences, the dates and the places, as a stranger would, and "
        "note what comes up.",
    ),
    (
        "Inference",
        "Could a reader who knows part of the story learn something new about somebody?",
        "What would the family, the school or the street learn that they did not know, and could it do harm?",
    ),
)


def left_out(document: DocumentReport) -> str:
    """What looked identifying and is no finding: "Left out as harmless: 9 public bodies, 3 statutes." or nothing."""
    if not document.left_out:
        return ""
    told = ", ".join(f"{each.count} × {each.what}" for each in document.left_out)
    return f"Left out as harmless: {told}. `reviewdocs rules filter` says why."


HOW_TO_DECIDE = (
    "Each finding has an id. To decide one: reviewdocs decide CASE ID --accept --reason “…” --by “…”; or "
    "--not-identifying, --replace-with “…”, --add-to-map ENTRY. With --everywhere one decision settles all places of "
    "the case with the same text."
)


TOGETHER = "What these documents tell together"


TOGETHER_MEANS = (
    "Somebody who reads all of them learns more than each tells alone; what needs a decision stops them all."
)


STANDING = "Words of the map that stand in it"


STANDING_MEANS = (
    "Found by their letters alone, whatever else was decided of them. What is to be looked at is a finding too; a name "
    "that was left as a word can be seen here."
)


def standing_words(document: DocumentReport) -> list[str]:
    """The words of the map that stand in a document, in a few lines; empty where none does."""
    return [*listed(document.standing), *explained(document.standing)]


ACCEPTED = "Accepted risks"


ACCEPTED_MEANS = "they stay in the document, and these people answer for it"


DECIDED = "Decided"


DECIDED_MEANS = "listed, and no longer in the way"


INTRUDER = (
    "Think of somebody without special knowledge or skill who wants to find out who the people are, and has the "
    "internet, the library, the local press, and time."
)


SIGN_OFF = ("Decision, and why", "Name and role", "Signature and date")


_DECIDED = {
    Action.ACCEPT: "risk accepted",
    Action.NOT_IDENTIFYING: "not identifying",
    Action.LOOKED_AT: "looked at",
    Action.REPLACE_WITH: "to be replaced by “{}” when the document is next anonymised",
    Action.REMOVE: "to be taken out when the document is next anonymised",
    Action.ADD_TO_MAP: "added to the map as {}: anonymise the document again",
    Action.MEANS: "means {}: anonymise the document again",
}


def decided(decision: Decided, *same: Decided) -> str:
    """What was decided, by whom and when, and why; `same` are further entries that say the same."""
    numbers = sorted({entry.number for entry in (decision, *same)})
    entries = f"decision{'' if len(numbers) == 1 else 's'} {', '.join(map(str, numbers))}"
    if decision.action is Action.LOOKED_AT:
        return f"looked at by {decision.by} on {day(decision.at)} ({entries}): {decision.reason}"
    return f"{outcome(decision)} – {decision.by}, {day(decision.at)} ({entries}): {decision.reason}"


def outcome(decision: Decided) -> str:
    """What becomes of a finding, in a few words: "risk accepted"."""
    return _DECIDED[decision.action].format(decision.argument)


def standing(finding: Finding) -> str:
    """What a reader should know of an open finding: new or changed, decided but not done, decided in other words."""
    told = []
    if finding.change in (Change.NEW, Change.CHANGED):
        told.append(f"{finding.change.capitalize()}.")
    if finding.decision is not None:
        told.append(f"Decided: {decided(finding.decision)}.")
    if finding.earlier is not None:
        told.append(f"To confirm, for the words about it have changed: {decided(finding.earlier)}.")
    return " ".join(told)


def day(at: dt.date) -> str:
    """A day as people write it: 21 November 2026."""
    return f"{at.day} {at:%B %Y}"


def not_looked_at(document: DocumentReport) -> list[str]:
    """What was not looked at, in plain English."""
    missing = [*document.not_run, *(f"Not read: {part}." for part in document.coverage.unread)]
    if MAP not in document.detectors:
        missing.append("No pseudonym map was given, so the real names of the review were not looked for.")
    return missing


READ_WHOLE = "Every part that holds text was read, and every detector ran."


MORE_MISSING = "In some of the documents more was not looked at: see each of them."


NOT_LOOKED_AT = "Pictures, scans and the look of the page: a person has to look at them."
"""What no check looks at."""


def missing_everywhere(report: CheckReport) -> list[str]:
    """What was not looked at in any document."""
    missing = [not_looked_at(document) for document in report.documents]
    return [reason for reason in missing[0] if all(reason in others for others in missing)] if missing else []


def differ_in_missing(report: CheckReport) -> bool:
    """Whether something was not looked at in some documents and was in others."""
    return any(len(not_looked_at(document)) > len(missing_everywhere(report)) for document in report.documents)


class _Legible(dict[int, int | str | None]):
    """What becomes of each character: controls are blanks, marks that only steer the display are nothing."""

    def __missing__(self, character: int) -> int | str | None:
        category = unicodedata.category(chr(character))
        blank = category in ("Cc", "Cs", "Zl", "Zp") or character & 0xFFFE == 0xFFFE  # the last are no characters
        found = " " if blank else None if category == "Cf" else character
        self[character] = found
        return found


_LEGIBLE = _Legible()


def legible(text: str) -> str:
    """A document's own text, made safe to show: no control characters, nothing that turns the direction of writing."""
    return text.translate(_LEGIBLE)


def detectors(report: CheckReport) -> str:
    """The names of all detectors that ran."""
    return ", ".join(dict.fromkeys(name for document in report.documents for name in document.detectors)) or "none"


def made_by(report: CheckReport) -> str:
    """The last line: which program, when, with which detectors, and how far the record of decisions went."""
    when = f" on {day(report.checked_on)}" if report.checked_on else ""
    made = f"Made by reviewdocs check {report.tool_version}{when}. Detectors: {detectors(report)}."
    if report.record is None:
        return made
    last = f", the last with hash {report.record.last_hash}" if report.record.number else ""
    return f"{made} The case's record of decisions held {report.record.number}{last}."


def plural(count: int, noun: str) -> str:
    """'1 finding', '2 findings'."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
