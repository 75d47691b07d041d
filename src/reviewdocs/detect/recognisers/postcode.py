"""Postcodes whole, and outward codes where the words around call them a postcode or an area."""

from __future__ import annotations

from reviewdocs.detect.recognise import FIGURE, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "Ashcaster «ZZ99 3CZ»",
    "postcode «ZZ99»",
    "«ZZ993CZ»",
    "lived in the «ZE3» area",
    "POSTCODE: «zz99 3cz»",
    "«ZZ1A 1AA»",
    "a flat in «ZZ98», where",
    "But «ZZ98» has no bus in the evening.",
)
MISSES = (
    "in CP16, where",
    "as NG17 has the form",
    "form CP16 was sent",
    "A4 paper and 3 pm",
    "vitamin B12",
    "the M25 road",
    "AB12 CDE is a car",
    "GCSE 9AB",
)

_AREA = (
    r"(?:A[BL]|B[ABDHLNRST]|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]|F[KY]|G[LUY]|H[ADGPRSUX]|I[GMPV]|J[E]|K[ATWY]|L[ADELNSU]|M[EKL]|N[EGNPRW]|"
    r"O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]|T[ADFNQRSW]|UB|W[ACDFNRSV]|YO|Z[EZ])"
)
"""The post towns' areas of two letters (Royal Mail), and the one of no post town."""
_OF_AREA = rf"{_AREA}\d{{1,2}}(?![\w/-])"
_OUT = r"(?:[A-Z]{1,2}\d{1,2}|[A-Z]{1,2}\d[A-Z])"

RECOGNISER = Recogniser(
    "UkPostcode",
    Category.ADDRESS,
    (
        Pattern(rf"(?<![\w/-]){_OUT}\s{{0,2}}\d[A-Z]{{2}}(?![\w/-])", score=0.95),
        Pattern(
            rf"(?<![\w/-]){_OUT}\s?\d[A-Z]{{2}}(?![\w/-])",
            score=0.9,
            context=r"\bpost\s?code",
            before=20,
            after=12,
            any_case=True,
        ),
        Pattern(
            rf"(?<![\w/-]){_OUT}(?![\w/-])",
            score=0.85,
            context=r"\bpost\s?codes?\b(?:\s(?:is|was|area|district|of|sector)){0,2}[:\s]{1,2}$",
            before=26,
        ),
        Pattern(rf"(?i:\b(?:in|the|from|of)\s)(?P<x>{_OUT})\s(?:area|district|postcode)\b", score=0.8),
        Pattern(
            rf"(?i:\b(?:in|near|around|across|throughout|outside|within|lived\sin|moved\sto)\s)(?P<x>{_OF_AREA})"
            r"(?=[.,;)]|$|\n|\s(?:and|or|since|when|where|with|until|but|has|had|was|were|is|at|on|are)\b)",
            score=0.8,
        ),
        Pattern(
            rf"(?<![\w/-])(?P<x>{_OF_AREA})(?=\s(?:has|had)\s(?:no|few|the|a|one|two|many)\b|\s(?:residents|families|addresses)\b)",
            score=0.8,
        ),
    ),
    anchor=FIGURE,
)
