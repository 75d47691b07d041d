"""Frequencies of words and names: written by `training.frequencies`, where their sources are told."""
