"""Reads what was fitted: trees as `training` writes them, for every floor that weighs by them."""
