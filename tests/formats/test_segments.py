"""The edit core: whatever the runs, an edit of the text is an edit of the string, and nothing else moves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from office_builder import XMLNS, W

from reviewdocs.formats.docx.segments import Changes
from reviewdocs.formats.docx.view import View
from reviewdocs.formats.docx.views import PartReader
from reviewdocs.formats.docx.vocabulary import Spot
from reviewdocs.model.text import Edit, Layer

_LETTERS = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x2FF, exclude_characters="<>&\x7f"), max_size=6)
_ATOMS = st.sampled_from(["<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", "<w:softHyphen/>"])
_BETWEEN = st.sampled_from(["", '<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="1" w:name="B"/>'])


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """A paragraph of random runs, marks between them, and wrappers around some."""
    runs = []
    for _ in range(draw(st.integers(1, 6))):
        inner = "".join(
            draw(st.one_of(_LETTERS.map(lambda t: f'<w:t xml:space="preserve">{t}</w:t>'), _ATOMS))
            for _ in range(draw(st.integers(0, 3)))
        )
        bold = draw(st.sampled_from(["", "<w:rPr><w:b/></w:rPr>"]))
        wrapper = draw(st.sampled_from(["{}", "<w:hyperlink>{}</w:hyperlink>", "<w:ins w:id='1'>{}</w:ins>"]))
        runs.append(wrapper.format(f"<w:r>{bold}{inner}</w:r>") + draw(_BETWEEN))
    return f"<w:document {XMLNS}><w:body><w:p>{''.join(runs)}</w:p></w:body></w:document>"


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    """Edits that do not overlap."""
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    return [
        Edit(start, end, draw(st.sampled_from(["", "Child A", " x ", "the Town"])))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]


def _views(xml: str) -> tuple[etree._Element, list[View]]:
    root = etree.fromstring(xml)
    return root, list(PartReader("word/document.xml", Spot("Body", Layer.BODY)).views(root))


def _text(root: etree._Element) -> str:
    views = PartReader("word/document.xml", Spot("Body", Layer.BODY)).views(root)
    return next((view.text for view in views if view.spot.place == "Body"), "")


def _edited(text: str, edits: list[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


def _skeleton(root: etree._Element) -> list[str]:
    """Every element that holds no text, in order: runs, formatting, marks."""
    kept = {"t", "tab", "br", "noBreakHyphen", "softHyphen"}
    return [str(node.tag) for node in root.iter(etree.Element) if etree.QName(node).localname not in kept]


@given(st.data())
def test_an_edit_of_the_view_is_an_edit_of_the_string(data: st.DataObject) -> None:
    root, views = _views(data.draw(paragraphs()))
    body = [view for view in views if view.spot.place == "Body"]
    if not body:
        return
    before, skeleton = body[0].text, _skeleton(root)
    edits = data.draw(edits_of(before))
    changes = Changes()
    changes.add(body[0].segments, edits)
    changes.lay_down()
    reread = etree.fromstring(etree.tostring(root))
    assert _text(reread).strip() == _edited(before, edits).strip()
    assert _skeleton(reread) == skeleton


@given(st.data())
def test_no_edit_changes_nothing(data: st.DataObject) -> None:
    root, views = _views(data.draw(paragraphs()))
    before = etree.tostring(root)
    changes = Changes()
    for view in views:
        changes.add(view.segments, [])
    changes.lay_down()
    assert etree.tostring(root) == before


def test_the_replacement_takes_the_format_of_the_first_character() -> None:
    root, views = _views(
        f"<w:document {XMLNS}><w:body><w:p><w:r><w:t>Seen by Fai</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>th Oka</w:t>"
        "</w:r><w:r><w:t>for today</w:t></w:r></w:p></w:body></w:document>"
    )
    changes = Changes()
    changes.add(views[0].segments, [Edit(8, 20, "Child A")])
    changes.lay_down()
    texts = [node.text for node in root.iter(f"{{{W}}}t")]
    assert texts == ["Seen by Child A", "", " today"]
    assert root.find(f".//{{{W}}}t").get("{http://www.w3.org/XML/1998/namespace}space") is None


def test_white_space_at_an_end_is_kept_on_reading() -> None:
    root, views = _views(
        f"<w:document {XMLNS}><w:body><w:p><w:r><w:t>Faith said</w:t></w:r></w:p></w:body></w:document>"
    )
    changes = Changes()
    changes.add(views[0].segments, [Edit(0, 5, "")])
    changes.lay_down()
    assert root.find(f".//{{{W}}}t").get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_where_two_views_share_text_the_replacement_stands_once() -> None:
    xml = (
        f"<w:document {XMLNS}><w:body><w:p><w:r><w:t>Faith Oka</w:t></w:r>"
        "<w:del w:id='1'><w:r><w:delText>for</w:delText></w:r></w:del></w:p></w:body></w:document>"
    )
    root, views = _views(xml)
    assert [view.text for view in views] == ["Faith Oka", "Faith Okafor"]
    changes = Changes()
    changes.add(views[0].segments, [Edit(0, 5, "Child A")])
    changes.add(views[1].segments, [Edit(0, 12, "Child A")])
    changes.lay_down()
    assert "".join(root.itertext()) == "Child A"
