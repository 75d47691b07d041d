"""What goes out of an approved document: the public .docx and its PDF."""
