"""Decided mentions as text: designations that fit their sentence, and the edits that put them there."""
