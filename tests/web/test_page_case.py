"""The overview of a case says what comes next."""

import re

from starlette.testclient import TestClient
from visiting import Visitor

from reviewdocs.web.desk import Desk


def test_the_sample_case_has_its_undecided_mentions_left(visitor: Visitor) -> None:
    assert re.search(r"Next: Settle what is undecided \d+ to settle\.", visitor.see(""))


def test_a_new_case_begins_with_its_data_and_goes_on_with_drafts_of_ones_own(client: TestClient, desk: Desk) -> None:
    new = Visitor(client, desk, "LCSPR-2026-09")
    client.post("/new", data={"csrf": desk.gate.csrf, "reference": "LCSPR-2026-09", "type": "LCSPR"})
    assert "Next: The review’s data" in new.see("")
    new.send("/drafts/bring", files=[("file", "note.txt", b"Tamsin Quillfeather came.")])
    told = new.see("")
    assert "Next: The pseudonym map" in told and "can wait" in told
