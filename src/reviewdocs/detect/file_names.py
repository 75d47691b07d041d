"""What the name of a file ends with."""

from __future__ import annotations

ENDING = (
    r"\.(?:docx?|docm|dotx?|odt|rtf|pdf|txt|csv|xlsx?|xlsm|pptx?|msg|eml|zip|jpe?g|png|gif|heic|"
    r"tiff?|mp[34]|mov|m4a|wav)(?!\w|\.\w)"
)
"""An ending, at the end of a file's name: an expression for any case."""
