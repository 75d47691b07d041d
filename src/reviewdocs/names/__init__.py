"""The map's names as things to look for: folding, variants, matching."""
