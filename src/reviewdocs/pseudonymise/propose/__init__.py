"""From a paragraph's words to what each may mean: every way in which a word is like a name of the map is tried."""

from reviewdocs.pseudonymise.propose.proposer import Proposed, Proposer

__all__ = ["Proposed", "Proposer"]
