"""Office Open XML packages (.docx, and what is embedded in them): parts, text views, edits, cleaning."""
