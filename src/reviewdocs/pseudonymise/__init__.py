"""Map and text to edits: who is meant, and what stands there instead."""

from reviewdocs.pseudonymise.render.edits import edits_of
from reviewdocs.pseudonymise.resolver import Resolver, load

__all__ = ["Resolver", "edits_of", "load"]
