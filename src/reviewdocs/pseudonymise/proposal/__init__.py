"""A pseudonym map drafted for a person to accept: from structured data, and from names that stand in documents."""

from reviewdocs.pseudonymise.proposal.documents import UnknownName, additions_from_names
from reviewdocs.pseudonymise.proposal.draft import Draft
from reviewdocs.pseudonymise.proposal.structured import additions_from_review

__all__ = ["Draft", "UnknownName", "additions_from_names", "additions_from_review"]
