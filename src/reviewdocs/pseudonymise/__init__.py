"""Map and text to edits: who is meant, and what stands there instead."""

from reviewdocs.pseudonymise.resolver import Resolver, edits_of

__all__ = ["Resolver", "edits_of"]
