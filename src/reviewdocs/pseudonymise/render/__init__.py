"""How what was decided is worded: pseudonyms that fit their sentence, as records and as edits."""
