"""Word lists and figures. `words.txt` and `names.txt` are others' counts and `english_words.txt` is from SCOWL (their
notices stand at their heads); the other lists were written for this purpose from general knowledge."""
