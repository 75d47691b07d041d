"""What no person can decide, and what the next `anonymise` could not do or must not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reviewdocs.errors import InputError, UsageError
from reviewdocs.model.decisions import Action, Decidable, Scope, SeenFinding
from reviewdocs.model.mentions import Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import designations
from reviewdocs.pseudonymise import Resolver
from reviewdocs.risk import rules
from reviewdocs.risk.place import LONGEST_TEXT, folded, is_placeholder
from reviewdocs.workflows.holding import with_name
from reviewdocs.workflows.replacing import Replacement, previewed

LONGEST = 2000
"""Letters of a reason, a name or a replacement."""
_DECIDABLE = {rule.name: rule.decidable for rule in rules.REGISTERED}


def how_far(rule: str) -> Decidable:
    """How far the findings of a rule can be decided away."""
    return _DECIDABLE.get(rule, Decidable.FREELY)


def told(text: str, what: str, option: str) -> str:
    """A text that a person gave, in one line.

    Raises:
        UsageError: there is none, or it cannot be kept.
    """
    given = " ".join(text.split())
    if not given:
        raise UsageError(f"A decision needs {what}.", remedy=f"Give {option} “…”.")
    if len(given) > LONGEST or not given.isprintable():
        raise UsageError(f"The text of {option} cannot be kept: it is longer than {LONGEST} characters, or holds "
                         "characters that are not text.")  # fmt: skip
    return given


def refuse_undecidable(finding: SeenFinding, action: Action, scope: Scope) -> None:
    """Refuse what no person can decide away.

    Raises:
        UsageError: saying why, and the way out.
    """
    decidable = how_far(finding.rule)
    if decidable is Decidable.NEVER:
        raise UsageError("Nobody knows what is there, so nobody can decide it.", where=finding.id,
                         remedy="Take the part out of the document, or have it read, then check again.")  # fmt: skip
    if (action is Action.LOOKED_AT) is not (decidable is Decidable.BY_LOOKING):
        if action is Action.LOOKED_AT:
            raise UsageError("This is no picture to look at.", where=finding.id,
                             remedy="Decide it with --accept, --not-identifying or another.")  # fmt: skip
        raise UsageError("A picture is settled by looking at it.", where=finding.id,
                         remedy="Look at it, and give --looked-at --by “your name”; or take it out.")  # fmt: skip
    if action is Action.NOT_IDENTIFYING and decidable is Decidable.ACCEPTED_ONLY:
        raise UsageError("The map says that this identifies.", where=finding.id,
                         remedy="Anonymise the document again; or correct the map; or --accept the risk.")  # fmt: skip
    if scope is Scope.EVERYWHERE and decidable is not Decidable.FREELY and action is not Action.ADD_TO_MAP:
        raise UsageError("This is decided place by place: another place may mean somebody else.", where=finding.id,
                         remedy="Leave out --everywhere.")  # fmt: skip


def refuse_unworkable(
    finding: SeenFinding, action: Action, argument: str, pmap: PseudonymMap, resolver: Callable[[], Resolver]
) -> None:
    """Refuse a name that the map cannot have, and words that cannot stand there.

    Args:
        finding: what is decided.
        action: what is to become of it.
        argument: the words, or the map's entry.
        pmap: the map, with the names that decisions add.
        resolver: knows it; asked for where there are words.

    Raises:
        UsageError: saying why.
        InputError: the map has no such entry, or the words hold a name of it.
    """
    if len(finding.text) == LONGEST_TEXT and finding.text.endswith("…"):
        raise UsageError("The text is too long to be replaced by a decision.", where=finding.id,
                         remedy="Change it in Word, then check again.")  # fmt: skip
    if action is Action.ADD_TO_MAP:
        _refuse_as_name(finding, argument, pmap)
    elif finding.anywhere:
        raise UsageError("This finding stands at no one place in the text, so nothing can be put there.",
                         where=finding.id, remedy="Do what the finding says.")  # fmt: skip
    elif action is Action.REPLACE_WITH:
        _refuse_words(finding, argument, resolver)


def refuse_broken(finding: SeenFinding, places: Sequence[SeenFinding]) -> None:
    """Refuse to take words out where what is left is no sentence.

    Args:
        finding: what is decided.
        places: it, and where all like places are meant the others.

    Raises:
        UsageError: saying at how many places.
    """
    broken = sum(previewed(Replacement(0, "", place, everywhere=True)) is None for place in places)
    if broken:
        where = "here" if len(places) == 1 else f"at {broken} of {len(places)} places"
        raise UsageError(f"Without these words no whole sentence is left {where}.", where=finding.id,
                         remedy="Give others with --replace-with “…”.")  # fmt: skip


def _refuse_as_name(finding: SeenFinding, entry: str, pmap: PseudonymMap) -> None:
    if is_placeholder(finding.text) or not any(letter.isalnum() for letter in finding.text):
        raise UsageError("This text is no name.", where=finding.id, remedy="Decide it with --replace-with.")
    if folded(finding.text) in map(folded, designations(pmap)):
        raise UsageError("This text is itself a designation of the map.", where=finding.id,
                         remedy="Change the designation in the map, or decide otherwise.")  # fmt: skip
    with_name(pmap, entry, finding.text, finding.category)


def _refuse_words(finding: SeenFinding, argument: str, resolver: Callable[[], Resolver]) -> None:
    words = told(argument, "the words to put there", "--replace-with")
    if folded(finding.text) in folded(words):
        raise UsageError("The new words hold the old ones.", where=finding.id, remedy="Find others.")
    mentions = resolver().resolve([Paragraph("text", 0, words)])
    if any(mention.outcome is not Outcome.KEPT for mention in mentions):
        raise InputError("The new words hold a name or identifier of the map.", where=finding.id,
                         remedy="Use the agreed designation.")  # fmt: skip
