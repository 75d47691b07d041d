"""What every floor above needs of English, each thing once: words and names, titles and kin, numbers and the calendar,
sentences and stretches of a text."""
