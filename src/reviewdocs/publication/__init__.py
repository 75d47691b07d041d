"""What goes out of an approved document: the .docx finished for the public, its PDF, and the proof that they say the
same (docs/outgoing.md)."""
