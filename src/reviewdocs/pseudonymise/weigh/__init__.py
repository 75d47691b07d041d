"""The fitted model: what was learned from annotated cases of how much each signal weighs."""
