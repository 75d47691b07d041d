"""Fits what needs telling: annotated cases in, the weights of `reviewdocs.detect.telling` out."""
