"""Finished documents become findings and a verdict.

Nothing is imported here: the detectors take seconds, and what only weighs earlier decisions needs none.
"""
