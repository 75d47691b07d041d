"""Who's who on the page: every entry with the forms found, and a name added everywhere."""

from visiting import Visitor

from reviewdocs.store.decisions import DecisionBook


def test_entries_have_the_forms_of_the_drafts_with_how_often(visitor: Visitor) -> None:
    told = visitor.see("/who")
    assert "Child A Ivy Havlíček subject child Beanie" in told
    assert "Jordan Stubbs ×" in told and "Places" in told and "Organisations" in told


def test_a_name_is_added_and_the_next_copy_has_it(visitor: Visitor) -> None:
    visitor.send("/undecided/by", by="Anna Author", back="who")
    visitor.send("/who", entry="MOTHER", name="Kirzy Wobbleton")
    told = visitor.see("/who")
    assert "is a further name of MOTHER" in told and "Kirzy Wobbleton" in told
    draft = [("file", "note.txt", b"Kirzy Wobbleton came. Miles was there.")]
    visitor.finish(visitor.send("/anonymise", audience="public", files=draft))
    assert (visitor.case.anonymised / "note.txt").read_text(encoding="utf-8").startswith("Mother came.")


def test_what_is_no_name_is_refused(visitor: Visitor) -> None:
    visitor.desk.by = "Anna Author"
    for entry, name in (("MOTHER", "…"), ("MOTHER", "Child A"), ("NOBODY", "Kirzy")):
        visitor.send("/who", code=400, entry=entry, name=name)
    assert DecisionBook(visitor.case).decisions() == []
