"""Letters become lines, lines become paragraphs, as a reader joins them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from statistics import median

from reviewdocs.formats.pdf.glyphs import Letter

_SAME_LINE = 0.3
"""Of the letters' size: how far apart two stretches of one line may stand up or down."""
_SMALL, _LIFTED = 0.8, 0.15
"""Of the size: what is smaller, and stands so much higher, is raised."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WIDEST_SPACE = 1.3
"""Of the size: what stands further apart on one line belongs to another column or cell."""
_WIDEST_JUMP = 0.4
"""Of the size: the same for stretches that are not drawn one after the other, as neighbouring cells are not."""
_SPACE = 0.18
"""Of the size: a gap this wide is a space, where the file has none."""
_SPREAD = 5
"""Letters, each set apart from the next, that make a stretch of letter-spaced text."""
_SAME_EDGE = 2.0
"""Points."""
_LONGEST_LABEL = 40
_NEXT_LINE = 1.9
"""Of the size: the widest step from a line to the next of one paragraph."""
_SPACES = re.compile(r"[^\S\n\t]+")


@dataclass(slots=True)
class _Line:
    """Letters that stand on one line; `start` and `end` along it, `height` across it, in points."""

    letters: list[tuple[float, Letter]]
    start: float
    end: float
    height: float
    size: float
    angle: int
    order: int
    last: int

    @property
    def text(self) -> str:
        """What stands on it, with the spaces that a reader sees."""
        return _spaced(self.letters, self.size, self.height)


@dataclass(slots=True)
class Block:
    """A paragraph of one page: its lines, the first at the top."""

    lines: list[_Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its lines joined, words that were cut at a line's end made whole."""
        return joined(line.text for line in self.lines)

    @property
    def uncut(self) -> str:
        """Its text with words made whole that were cut without a hyphen, in a cell too narrow for them; else empty."""
        edge = max(line.end for line in self.lines)
        pieces = [self.lines[0].text]
        for above, line in pairwise(self.lines):
            pieces += ["" if _is_cut(above, line, edge) else " ", line.text]
        return "".join(pieces) if "" in pieces else ""

    @property
    def height(self) -> float:
        """Where it begins on the page, from the bottom."""
        _, letter = self.lines[0].letters[0]
        return letter.at[1]

    @property
    def start(self) -> float:
        """Where its last line begins, from the left."""
        return self.lines[-1].start

    @property
    def size(self) -> float:
        """Of its letters."""
        return self.lines[0].size


def blocks(letters: Sequence[Letter]) -> list[list[Block]]:
    """The paragraphs of a page in the order they are drawn; those of one row of a table or form together."""
    lines = sorted(_lines(letters), key=lambda line: line.order)
    usual, edges = _usual_step(lines), _right_edges(lines)
    found: list[Block] = []
    for number, line in enumerate(lines):
        edge = max(edges[number - 1 : number + 1], default=0.0)
        if found and _goes_on(found[-1].lines, line, usual) and not _had_room(lines[number - 1], line, edge):
            found[-1].lines.append(line)
        else:
            found.append(Block([line]))
    return list(_rows(found))


def joined(lines: Iterable[str]) -> str:
    """Lines as one text: a word cut at the end of a line is made whole, else a space stands between."""
    text = ""
    for line in (line.strip() for line in lines):
        if not text:
            text = line
        elif text.endswith(("-", "\u00ad", "\u2010")) and text[-2:-1].isalpha() and line[:1].isalpha():
            cut = line[0].islower() or text.endswith("\u00ad")
            text = f"{text[:-1] if cut else text}{line}"
        else:
            text = f"{text} {line}"
    return text


def _is_cut(above: _Line, line: _Line, edge: float) -> bool:
    """Whether a word that has a line to itself may go on in the next, for want of room and not for its end.

    "At" over "home" in a cell as wide as "visited" is none; "visited" over "at" may be one.
    """
    one, two = above.text, line.text
    goes_on = two[:1].islower() or (two[:1].isupper() and one.isupper())
    return " " not in one and one[-1:].isalpha() and goes_on and above.end + line.letters[0][1].width > edge


def _lines(letters: Sequence[Letter]) -> Iterator[_Line]:
    """Letters put in lines, whatever order they are drawn in."""
    by_angle: dict[int, list[_Line]] = {}
    for order, letter in enumerate(letters):
        along, across = _turned(letter)
        runs = by_angle.setdefault(letter.angle, [])
        last = runs[-1] if runs else None
        if (
            last is not None
            and abs(across - last.height) <= 0.05 * max(letter.size, 1)
            and -0.5 * letter.size <= along - last.end <= _WIDEST_SPACE * letter.size
            and letter.size == last.size
        ):
            last.letters.append((along, letter))
            last.end, last.last = max(last.end, along + letter.width), order
        else:
            end = along + letter.width
            runs.append(_Line([(along, letter)], along, end, across, letter.size, letter.angle, order, order))
    for runs in by_angle.values():
        yield from _merged(runs)


def _merged(runs: list[_Line]) -> list[_Line]:
    """Stretches that go on from each other on one line, made one."""
    shelves: dict[int, list[_Line]] = {}
    lines: list[_Line] = []
    for run in sorted(runs, key=lambda run: run.start):
        shelf = int(run.height // 4)
        near = (line for step in range(-3, 4) for line in shelves.get(shelf + step, ()) if _continues(line, run))
        line = min(near, key=lambda line: (abs(line.height - run.height), abs(run.start - line.end)), default=None)
        if line is None:
            shelves.setdefault(shelf, []).append(run)
            lines.append(run)
            continue
        line.letters += run.letters
        line.end = max(line.end, run.end)
        line.order, line.last = min(line.order, run.order), max(line.last, run.last)
        if run.size > line.size:
            line.size, line.height = run.size, run.height
    for line in lines:
        line.letters.sort(key=lambda placed: placed[0])
    return lines


def _continues(line: _Line, run: _Line) -> bool:
    small, large = sorted((line.size, run.size))
    across = abs(line.height - run.height)
    # A raised figure or letter is smaller and stands higher than its line.
    level = across <= _SAME_LINE * small or (small < _SMALL * large and across <= 0.5 * large)
    widest = _WIDEST_SPACE if run.order == line.last + 1 else _WIDEST_JUMP
    return level and -0.6 * small <= run.start - line.end <= widest * large


def _turned(letter: Letter) -> tuple[float, float]:
    """Where the letter stands along its line and across it."""
    turn = math.radians(letter.angle)
    x, y = letter.at
    return x * math.cos(turn) + y * math.sin(turn), y * math.cos(turn) - x * math.sin(turn)


def _spaced(placed: Sequence[tuple[float, Letter]], size: float, base: float) -> str:
    """The letters of a line with a space wherever a reader sees one; figures that stand raised are raised ones."""
    inked = [(along, letter) for along, letter in placed if not letter.text.isspace()]
    gaps = [b - a - one.width for (a, one), (b, _) in pairwise(inked)]
    wide = _letter_spacing(gaps, size)
    out: list[str] = []
    end = -math.inf
    for number, (along, letter) in enumerate(inked if wide else placed):
        if wide:
            if number and gaps[number - 1] > wide:
                out.append(" ")
        elif out and along - end > _SPACE * size:
            out.append(" ")
        out.append(letter.text.translate(_RAISED) if _is_raised(letter, size, base) else letter.text)
        end = max(end, along + letter.width)
    return _SPACES.sub(" ", "".join(out)).strip()


def _is_raised(letter: Letter, size: float, base: float) -> bool:
    """Whether a letter is smaller than its line, which stands at `base`, and higher."""
    return letter.size < _SMALL * size and _turned(letter)[1] > base + _LIFTED * size


def _letter_spacing(gaps: Sequence[float], size: float) -> float:
    """The gap above which a word ends, in text whose letters are set apart; 0 for ordinary text."""
    apart = sum(gap > _SPACE * size for gap in gaps)
    if len(gaps) < _SPREAD or apart < 0.8 * len(gaps):
        return 0.0
    return 1.6 * median(gaps)


def _usual_step(lines: Sequence[_Line]) -> float:
    """The step between the lines of a paragraph, as a share of their size: the commonest one of the page."""
    steps = Counter(
        round((one.height - two.height) / one.size, 2)
        for one, two in pairwise(lines)
        if one.size and one.angle == two.angle and 0.8 < (one.height - two.height) / one.size < _NEXT_LINE
    )
    return max(steps, key=lambda step: (steps[step], -step), default=1.3)


def _goes_on(above: Sequence[_Line], line: _Line, usual: float) -> bool:
    """Whether a line belongs to the paragraph above it."""
    last = above[-1]
    if last.angle != line.angle or not 0.85 <= line.size / max(last.size, 0.1) <= 1.18:
        return False
    step = (last.height - line.height) / max(last.size, 0.1)
    if not 0.7 <= step <= usual + 0.12:
        return False
    overlap = min(last.end, line.end) - max(last.start, line.start)
    return overlap > 0 and abs(line.start - min(one.start for one in above)) <= 4 * line.size


def _right_edges(lines: Sequence[_Line]) -> list[float]:
    """For each line, how far the lines reach that follow each other from the same left edge as it does."""
    edges: list[float] = []
    for _, alike in groupby(lines, key=_Columns()):
        together = list(alike)
        edges += [max(line.end for line in together)] * len(together)
    return edges


class _Columns:
    """Numbers the stretches of lines that follow each other from one left edge."""

    def __init__(self) -> None:
        self._number = 0
        self._start = math.nan

    def __call__(self, line: _Line) -> int:
        if not abs(line.start - self._start) <= _SAME_EDGE:
            self._number += 1
            self._start = line.start
        return self._number


def _had_room(above: _Line, line: _Line, edge: float) -> bool:
    """Whether the next line's first word would have stood on the line above: then somebody ended it there.

    Where the words go on in small letters nobody did: the edge was that of something else.
    """
    if line.letters[0][1].text[0].islower():
        return False
    word = line.start
    for along, letter in line.letters:
        if letter.text.isspace() or along - word > _SPACE * line.size:
            break
        word = along + letter.width
    return above.end + (word - line.start) + line.size <= edge


def _rows(found: Sequence[Block]) -> Iterator[list[Block]]:
    """A label together with what it labels: two blocks that begin on one line. More are the cells of a table."""
    level = [_level(one, two) for one, two in pairwise(found)]
    at = 0
    while at < len(found):
        end = at + 1
        while end < len(found) and level[end - 1]:
            end += 1
        if end - at == 2 and len(found[at].text) <= _LONGEST_LABEL:
            yield [found[at], found[at + 1]]
        else:
            yield from ([block] for block in found[at:end])
        at = end


def _level(one: Block, two: Block) -> bool:
    """Whether the second block begins on the line that is all of the first, to its right."""
    last, first = one.lines[0], two.lines[0]
    level = abs(last.height - first.height) <= _SAME_LINE * min(last.size, first.size)
    return len(one.lines) == 1 and level and first.angle == last.angle and first.start > last.end
