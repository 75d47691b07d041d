"""Places given as coordinates, national grid references or what3words."""

from __future__ import annotations

from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "found at «51.50123, -0.14213»",
    "«///filled.count.soap»",
    "grid reference «TQ 123 456»",
    "what3words «filled.count.soap»",
    "at «52°12'30\"N 1°5'W»",
)
MISSES = ("scores of 51.5, 0.1", "TQ test 12", "//comment", "SO 22 was not")

RECOGNISER = Recogniser(
    "Coordinates",
    Category.ADDRESS,
    (
        Pattern(r"(?<![\d.])-?[4-6]\d\.\d{3,},?\s{0,2}-?\d\.\d{3,}(?!\d)", score=0.95),
        Pattern(
            r"\d{1,2}°\s?\d{1,2}['′](?:\s?\d{1,2}(?:\.\d+)?[\"″])?\s?[NS][,\s]{0,2}\d{1,3}°\s?\d{1,2}['′](?:\s?\d{1,2}(?:\.\d+)?[\"″])?\s?[EW]",
            score=0.95,
        ),
        Pattern(r"(?<![\w:/])///\p{Ll}+\.\p{Ll}+\.\p{Ll}+", score=0.95),
        Pattern(r"(?i:what3words|w3w)[:\s\p{L}]{0,12}?\s(?P<x>\p{Ll}{3,}\.\p{Ll}{3,}\.\p{Ll}{3,})", score=0.95),
        Pattern(r"\b[A-HJ-Z]{2}\s?\d{3,5}\s?\d{3,5}\b", score=0.9, context=r"\bgrid\b|\bNGR\b|\bOS ref", before=30),
    ),
)
