"""Figures that are drawn from the data: as Word's own shapes, so that their words are text like any other.

A name in a figure is then found, replaced and checked like a name in a paragraph, where a picture of it would keep it.
"""
