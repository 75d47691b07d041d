from training.left_out import Read, tallied, told
from training.mentions.corpus import Text

TEXT = "Mrs Okafor met faith at 14:05 with Hope and the MASH."
SPANS = [
    {"start": 0, "end": 10, "core_start": 4, "action": "replace", "label_or_ref": "MUM", "entity": "person"},
    {"start": 15, "end": 20, "action": "replace", "label_or_ref": "FAITH", "entity": "person"},
    {"start": 24, "end": 29, "action": "flag", "label_or_ref": "TIME"},
    {"start": 35, "end": 39, "action": "keep", "label_or_ref": "permitted"},
    {"start": 48, "end": 52, "action": "keep", "label_or_ref": "agency"},
]
FOUND = [
    (0, 10, "PERSON", 0.9),
    (24, 29, "TIME", 0.8),
    (35, 39, "PERSON", 0.4),
    (48, 52, "ORG", 0.6),
    (11, 14, "DEM", 1.0),
]


def counts(least, found=FOUND):
    return tallied([Read(Text("c", "1-log", TEXT, SPANS), found)], least)


def test_what_is_touched_counts_by_register_category_and_writing():
    count = counts(0.3)
    assert (count["all"]["hit"], count["all"]["of"]) == (3, 4)
    assert count["records"] == count["all"]
    assert count["(in small letters)"]["hit"] == 0
    assert count["TIME"]["hit"] == count["permitted"]["hit"] == 1


def test_below_the_least_likelihood_nothing_counts():
    assert counts(0.5)["permitted"]["hit"] == 0


def test_a_title_alone_is_not_the_name():
    assert counts(0.3, [(0, 3, "PERSON", 0.9)])["all"]["hit"] == 0


def test_an_alarm_is_a_naming_candidate_on_nothing_marked():
    assert counts(0.3)["all"]["alarms"] == 0
    assert counts(0.3, [(11, 14, "PERSON", 0.9)])["all"]["alarms"] == 1


def test_what_must_stay_is_kept_when_no_naming_candidate_touches_it():
    assert counts(0.3)["all"]["kept"] == 0
    assert counts(0.7)["all"]["kept"] == 1


def test_lines_tell_shares():
    assert "all: 3/4 = 0.750, alarms 0.0 per 1,000 words, kept 0.000" in list(told(counts(0.3)))
