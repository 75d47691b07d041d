"""Training of the shipped language model. Not part of the wheel."""
