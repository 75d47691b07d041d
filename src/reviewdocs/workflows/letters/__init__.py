"""Letters by the hundred: chosen, looked at, made, sent."""

from reviewdocs.workflows.letters.make import letters
from reviewdocs.workflows.letters.results import SCHEMA, IncompleteError, LetterOutcome, LettersResult, LookedAt

__all__ = ["SCHEMA", "IncompleteError", "LetterOutcome", "LettersResult", "LookedAt", "letters"]
