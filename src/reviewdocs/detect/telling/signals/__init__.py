"""What is seen of a candidate, one module a kind; `registered` has them in order."""
