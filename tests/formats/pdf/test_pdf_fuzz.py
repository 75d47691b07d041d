"""PDFs broken in many ways: each is read or refused with a reason, in good time.

As a script it runs any number:  python tests/formats/pdf/test_pdf_fuzz.py CASES [SEED]
"""

from __future__ import annotations

import random
import re
import sys
import time
import zlib
from collections import Counter

import pytest
from pdf_builder import Pdf, text

from reviewdocs.errors import InputError
from reviewdocs.formats.opening import open_document

_TOKENS = (
    b"<<", b">>", b"[", b"]", b"(", b")", b"<", b">", b"/Type/Page", b"/Kids[2 0 R]", b"/Filter/FlateDecode", b"endobj",
    b"/Length 99999999", b"/Length -1", b"stream\n", b"endstream", b"1 0 R", b"999999 0 R", b"BT", b"ET", b"Do", b"Tj",
    b"/Encrypt 3 0 R", b"/Prev 9", b"/Contents 4 0 R", b"/Subtype/Form", b"/Parent 1 0 R", b"-1", b"1e99", b"\0",
    b"startxref\n9\n%%EOF", b"/Type/ObjStm/N 99/First 5", b"/Resources 1 0 R", b"/UseCMap/Identity-H", b"BDC", b"EMC",
)  # fmt: skip
_NUMBER = re.compile(rb"\d+")


def original() -> bytes:
    """A PDF with something of everything, unpacked, so that what is broken is broken in its meaning."""
    pdf = Pdf()
    layer = pdf.add("<</Type/OCG/Name(Draft)>>")
    form = pdf.form(text("Drawn by a form", y=500))
    look = pdf.form(text("Stamp", 5, 5))
    stamp = pdf.add(f"<</Type/Annot/Subtype/Stamp/Rect[50 50 90 90]/Contents(Seen)/AP<</N {look} 0 R>>>>")
    field = pdf.add("<</Type/Annot/Subtype/Widget/FT/Tx/T(aunt)/V(Winifred)/Rect[50 90 90 99]>>")
    outline = pdf.add("")
    item = pdf.add(f"<</Title(Interview)/Parent {outline} 0 R>>")
    pdf.objects[outline] = f"<</First {item} 0 R/Last {item} 0 R/Count 1>>".encode()
    xmp = pdf.stream("<x:xmpmeta xmlns:x='adobe:ns:meta/'>Winifred</x:xmpmeta>", "/Type/Metadata/Subtype/XML")
    pdf.catalogue = (
        f"/OCProperties<</OCGs[{layer} 0 R]/D<</OFF[{layer} 0 R]>>>>/Outlines {outline} 0 R/Metadata {xmp} 0 R"
        f"/AcroForm<</Fields[{field} 0 R]>>/Names<</EmbeddedFiles<</Names[(a) {pdf.attachment('a.txt', b'x')} 0 R]>>>>"
    )
    resources = f"/XObject<</X {form} 0 R>>/Properties<</L {layer} 0 R>>"
    content = text("Seen by Winifred") + "0 g 60 700 90 40 re f /X Do /OC /L BDC " + text("Layer", y=400) + "EMC"
    for number in range(3):
        pdf.page(
            content + text(f"Page {number}", y=30), resources=resources, entries=f"/Annots[{stamp} 0 R {field} 0 R]"
        )
    pdf.trailer = f"/Info {pdf.add('<</Author(Winifred)>>')} 0 R"
    return _unpacked(pdf)


def _unpacked(pdf: Pdf) -> bytes:
    for number, body in pdf.objects.items():
        head, mark, rest = body.partition(b">>stream\n")
        if mark:
            data = zlib.decompress(rest.removesuffix(b"\nendstream"))
            head = re.sub(rb"/Filter/FlateDecode|/Length \d+", b"", head)
            pdf.objects[number] = head + b"/Length %d" % len(data) + mark + data + b"\nendstream"
    return pdf.build()


def broken(chance: random.Random, whole: bytes) -> bytes:
    """The PDF with one to five things wrong."""
    data = bytearray(whole)
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(data))
        match chance.randint(0, 6):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                data[at:at] = chance.choice(_TOKENS)
            case 2:
                del data[at : at + chance.randint(1, 60)]
            case 3:
                data[at:at] = data[at - chance.randint(1, 300) : at]
            case 4:
                numbers = list(_NUMBER.finditer(data))
                one = chance.choice(numbers)
                data[one.start() : one.end()] = b"%d" % chance.choice((0, 1, 2, 3, 7, 65535, 2**31, 10**12))
            case 5:
                numbers = list(_NUMBER.finditer(data))
                one, two = chance.choice(numbers), chance.choice(numbers).group()
                data[one.start() : one.end()] = two
            case _:
                data = data[: max(400, at)] if chance.random() < 0.2 else data
    return bytes(data)


def outcome(data: bytes) -> str:
    """Read one: "read", "in part" or "refused"; whatever else is raised is a defect."""
    try:
        document = open_document("report.pdf", data)
        document.paragraphs()
        for _ in document.searchable():
            pass
        return "in part" if document.coverage().unread else "read"
    except InputError:
        return "refused"


def run(cases: int, seed: int) -> tuple[Counter[str], float]:
    """Try so many; gives how each ended, and the seconds that the slowest took."""
    whole, counts, slowest = original(), Counter[str](), 0.0
    for number in range(cases):
        data, began = broken(random.Random(f"{seed} {number}"), whole), time.monotonic()
        try:
            counts[outcome(data)] += 1
        except Exception as error:
            raise AssertionError(f"case {number} of seed {seed}") from error
        slowest = max(slowest, time.monotonic() - began)
    return counts, slowest


def test_the_original_is_read() -> None:
    assert outcome(original()) == "read"


def test_a_sample_of_broken_pdfs() -> None:
    counts, _ = run(40, seed=1)
    assert counts["read"] and counts["in part"] and counts["refused"], counts


@pytest.mark.slow
def test_many_broken_pdfs() -> None:
    counts, _ = run(5_000, seed=2)
    assert counts.total() == 5_000


if __name__ == "__main__":
    sys.stdout.write(f"{run(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)}\n")
