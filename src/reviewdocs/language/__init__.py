"""What every floor above needs of English, each thing once: how usual a word is, and how usual it is as a name."""
