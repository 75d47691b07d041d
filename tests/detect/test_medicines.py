"""A brand of medicine or feed is told from a patient by the words beside it."""

from __future__ import annotations

import pytest

from reviewdocs.detect.medicines import is_medicine


def found(marked: str) -> bool:
    start, end = marked.index("«"), marked.index("»") - 1
    return is_medicine(marked.replace("«", "").replace("»", ""), start, end)


@pytest.mark.parametrize(
    "text",
    [
        "Hypoxic injury; Factor VIII was given. «Nutramigen» was stopped.",
        "«Zomorph» 20 mg at night",
        "Prescribed Keppra and «Oramorph» for seizures.",
        "an overdose of «Anadin»",
        "«Ventolin» inhaler",
        "«Concerta XL»",
        "allergic to «Septrin»",
        "«Movicol», Laxido and Senna sachets twice a day",
        "«Infacol» drops, and a bath",
        "«Buccolam» for fits",
        "started on «Elvanse», a drug for ADHD",
    ],
)
def test_a_medicine(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "«Oyelarun» was started on insulin tablets",
        "«Kaczmarczyk» was prescribed antibiotics",
        "«Zbygniewa» was stopped by police after an overdose",
        "«Tuyisenge» was given a dose of morphine",
        "«Wojtyczka» was stopped.",
        "Dr Tolverne prescribed «Oyelarun» fluoxetine tablets",
        "«Smith» was stopped. The medication was changed.",
        "«Oyelarun» and her milk",
        "she saw «Emlyn» twice a week",
        "«Emlyn» drops him at the surgery and feeds the cat",
    ],
)
def test_a_patient(text: str) -> None:
    assert not found(text)
