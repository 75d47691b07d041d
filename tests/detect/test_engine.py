"""The bridge: where things are found, what is left out, and that a failure of any detector stops the job."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdocs.detect import Detector, engine, recognisers
from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.errors import NotCheckedError
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Paragraph

_SHARED = Detector()
_ALPHABET = "012359/.:-+@ \n\t\r\0\u00a0\u00ad\u200b’“”aAbBcCmMprRtTZé£&()'\U0001f600"


@pytest.fixture(scope="module")
def detector() -> Detector:
    return _SHARED


def _texts(detector: Detector, *paragraphs: str) -> list[tuple[int, str]]:
    given = [Paragraph("text", number, text) for number, text in enumerate(paragraphs)]
    return [(found.paragraph[1], found.text) for found in detector.detect(given)]


def test_offsets_are_those_of_the_text_as_it_stands(detector: Detector) -> None:
    text = "Seen\u00ad by D\u200br\u00a0Ash\u00adgrove on 12\u00a0March\u00a02019."
    found = detector.detect([Paragraph("text", 0, text)])
    assert [text[d.start : d.end] for d in found] == ["D\u200br\u00a0Ash\u00adgrove", "12\u00a0March\u00a02019"]
    assert all(d.text == text[d.start : d.end] for d in found)


def test_a_label_in_the_cell_before_gives_context(detector: Detector) -> None:
    assert _texts(detector, "ULN", "1234567890") == [(1, "1234567890")]
    assert _texts(detector, "Leaflets", "1234567890") == []


def test_the_row_of_a_log_is_known_by_its_neighbours(detector: Detector) -> None:
    assert (1, "22.10") in _texts(detector, "21:30 Unit sent.", "22.10 Scene held.")
    assert (
        _texts(
            detector,
            "12.10 The panel met.",
            "12.11 The panel agreed.",
            "12.12 It asked for more.",
            "12.13 It rose.",
            "12.14 It met.",
        )
        == []
    )


@pytest.mark.xfail(strict=True, reason="since the weights were fitted anew, numbers in steps of ten are told as times")
def test_numbers_of_paragraphs_in_steps_are_no_times(detector: Detector) -> None:
    assert _texts(detector, "12.10 The panel met.", "12.20 The panel agreed.") == []


def test_nothing_is_found_across_two_paragraphs(detector: Detector) -> None:
    assert _texts(detector, "The list ended with 12", "March was cold.") == []


def test_a_wrapped_line_is_one_sentence(detector: Detector) -> None:
    text = "She was taken by ambulance that same night to the Barchester\nVale Hospital, where she stayed."
    assert _texts(detector, text) == [(0, "Barchester\nVale Hospital")]


def test_a_person_before_an_address_stands_apart(detector: Detector) -> None:
    found = _texts(detector, "101 call, Mrs Iris Nettlebed, 8 Mill Fold.")
    assert (0, "Mrs Iris Nettlebed") in found and (0, "8 Mill Fold") in found
    assert all("Nettlebed" not in text or "Mill" not in text for _, text in found)


def test_what_is_publicly_known_is_left_out(detector: Detector) -> None:
    for text in (
        "Working Together to Safeguard Children (2018) and section 47 of the Children Act 1989",
        "The statutory guidance, updated on 2 March 2020, says so.",
        "An Operation Encompass notice; the Edinburgh Postnatal Depression Scale",
        "(Brandon et al., 2020; Sidebotham and others, 2016)",
        "Social Worker 1, Child A, Hospital 2 and the Royal College of General Practitioners",
    ):
        assert _texts(detector, text) == [], text


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet=_ALPHABET, max_size=60), max_size=6))
def test_whatever_is_found_stands_where_it_is_said_to_stand(texts: list[str]) -> None:
    given_paragraphs = [Paragraph("text", number, text) for number, text in enumerate(texts)]
    for found in _SHARED.detect(given_paragraphs):
        text = texts[found.paragraph[1]]
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text


def test_a_failing_recogniser_stops_the_job(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_match: object) -> bool:
        raise RuntimeError("broken")

    broken = Recogniser("Broken", Category.CODE, (Pattern("x", accept=fail),))
    monkeypatch.setattr(recognisers, "REGISTERED", (broken,))
    detector = engine.Detector()
    assert detector.detect([Paragraph("text", 0, "nothing")]) == []
    with pytest.raises(NotCheckedError) as told:
        detector.detect([Paragraph("text", 0, "secret x")])
    assert "secret" not in str(told.value)


def test_a_pattern_that_takes_too_long_stops_the_job(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Recogniser("Slow", Category.CODE, (Pattern("a"),))
    monkeypatch.setattr(recognisers, "REGISTERED", (slow,))
    monkeypatch.setattr("reviewdocs.detect.recognise.SECONDS", 0.01)
    catastrophic = replace(slow, patterns=(Pattern(r"(?:a|aa)+(?:a|aa)+(?:a|aa)+b"),))
    monkeypatch.setattr(recognisers, "REGISTERED", (catastrophic,))
    with pytest.raises(NotCheckedError, match="too long"):
        engine.Detector().detect([Paragraph("text", 0, "a" * 4000)])


def test_a_detector_that_cannot_be_built_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognisers, "REGISTERED", (object(),))
    with pytest.raises(NotCheckedError):
        engine.Detector()


def test_only_our_recognisers_run_and_the_model_is_named(detector: Detector) -> None:
    model = (engine.MODEL,) if detector.complete else ()
    assert detector.names == (*(recogniser.name for recogniser in recognisers.REGISTERED), *model)
    assert (detector.language_model != "none") == detector.complete
