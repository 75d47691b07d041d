"""E-mail addresses, those of reserved and internal domains included."""

from __future__ import annotations

from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "write to «a.person@council.example»",
    "«duty.team@trust.internal»",
    "mailto:«a_b+c@nhs.example»,",
    "«O'Neil@board.example»",
)
MISSES = ("@handle only", "met @ 6pm", "cost 4@20p")

RECOGNISER = Recogniser(
    "Email",
    Category.CONTACT,
    (
        Pattern(
            r"(?<![\w.+%'-])[\p{L}\d][\w.+%'-]*@[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?(?:\.[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?)+",
            score=0.99,
        ),
    ),
)
