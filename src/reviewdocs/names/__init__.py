"""The map's names as things to look for: folding, variants, many-name matcher, what no output may hold."""

from reviewdocs.names.forbidden import ByteSearch, Found, find_forbidden, forbidden_phrases

__all__ = ["ByteSearch", "Found", "find_forbidden", "forbidden_phrases"]
