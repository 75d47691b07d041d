"""PDFs made by hand, object by object, so that a test says exactly what lies where."""

from __future__ import annotations

import zlib


def text(words: str, x: float = 72, y: float = 720, size: float = 12, before: str = "") -> str:
    """Operators that set one line in Helvetica; `before` stands ahead of the string (colour, render mode)."""
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT {before} /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET\n"


class Pdf:
    """One PDF; objects are numbered as they come, 1 the catalogue and 2 the page tree, 3 Helvetica."""

    def __init__(self) -> None:
        self.objects: dict[int, bytes] = {1: b"", 2: b"", 3: b""}
        self.objects[3] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
        self.pages: list[int] = []
        self.catalogue = ""
        self.trailer = ""

    def add(self, body: str | bytes) -> int:
        """Put an object in; gives its number."""
        number = max(self.objects) + 1
        self.objects[number] = body if isinstance(body, bytes) else body.encode("latin-1")
        return number

    def stream(self, data: str | bytes, entries: str = "", *, packed: bool = True) -> int:
        """Put a stream in; gives its number."""
        raw = data if isinstance(data, bytes) else data.encode("latin-1")
        if packed:
            raw, entries = zlib.compress(raw), f"{entries}/Filter/FlateDecode"
        return self.add(f"<<{entries}/Length {len(raw)}>>stream\n".encode("latin-1") + raw + b"\nendstream")

    def page(self, content: str, *, resources: str = "", entries: str = "") -> int:
        """Put a page in, A4, with Helvetica as F1; `resources` and `entries` are added to its dictionaries."""
        stream = self.stream(content)
        number = self.add(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {stream} 0 R"
            f"/Resources<</Font<</F1 3 0 R>>{resources}>>{entries}>>"
        )
        self.pages.append(number)
        return number

    def form(self, content: str, entries: str = "") -> int:
        """Put a Form XObject in that covers the page."""
        resources = "/Resources<</Font<</F1 3 0 R>>>>"
        return self.stream(content, f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]{resources}{entries}")

    def attachment(self, name: str, data: bytes) -> int:
        """Put an embedded file in; gives the number of its file specification."""
        stream = self.stream(data, "/Type/EmbeddedFile")
        return self.add(f"<</Type/Filespec/F({name})/UF({name})/EF<</F {stream} 0 R>>>>")

    def build(self) -> bytes:
        """The file's bytes."""
        kids = " ".join(f"{number} 0 R" for number in self.pages)
        self.objects[1] = f"<</Type/Catalog/Pages 2 0 R{self.catalogue}>>".encode("latin-1")
        self.objects[2] = f"<</Type/Pages/Count {len(self.pages)}/Kids[{kids}]>>".encode("latin-1")
        return written(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", self.objects, f"/Root 1 0 R{self.trailer}")


def written(start: bytes, objects: dict[int, bytes], trailer: str) -> bytes:
    """Objects written after `start`, with a table that finds them: a whole file, or one more revision of one."""
    out, places = bytearray(start), {}
    for number, body in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    at, size = len(out), max(objects) + 1
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += f"{number} 1\n{place:010} 00000 n \n".encode()
    out += f"trailer\n<</Size {size}{trailer}>>\nstartxref\n{at}\n%%EOF\n".encode("latin-1")
    return bytes(out)


def one_page(content: str, *, resources: str = "", entries: str = "") -> bytes:
    """A PDF of one page."""
    pdf = Pdf()
    pdf.page(content, resources=resources, entries=entries)
    return pdf.build()
