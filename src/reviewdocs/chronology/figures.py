"""Pictures of a chronology: how often agencies were in contact, and when.

Agencies stand there by their marks, so that a picture holds no name.

matplotlib is loaded only when a picture is drawn, without its windows, and nothing is left on the disk.
"""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewdocs.language.calendar import MONTHS
from reviewdocs.model.chronology import Silence
from reviewdocs.model.review import ChronologyEntry, Scope

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#555555")
"""Okabe and Ito's, which people who are colour-blind tell apart."""
_HATCHES = ("", "///", "...", "xxx", "\\\\\\", "+++", "---", "ooo")
_WIDTH = 10.4
"""Inches: the width of the text on a page of A4 on its side."""
_MONTHS_SHOWN = 48
"""More than so many months are counted by quarters."""
_DPI = 200


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, as pixels and as lines, and what it shows in words."""

    png: bytes
    svg: bytes
    title: str
    alt: str


def frequency(entries: Sequence[ChronologyEntry], marks: Sequence[str], scope: Scope) -> Picture:
    """Contacts in each month, or quarter of a long period, agencies on top of one another.

    Args:
        entries: the chronology; what lies outside the period is left out.
        marks: the agencies' ids, in the review's order.
        scope: the period.
    """
    from matplotlib.ticker import MaxNLocator

    step = 1 if _month(scope.end) - _month(scope.start) < _MONTHS_SHOWN else 3
    first = _month(scope.start) // step
    count = _month(scope.end) // step - first + 1
    counts: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for entry in entries:
        if scope.start <= entry.date <= scope.end:
            counts[entry.agency][_month(entry.date) // step - first] += 1
    shown = [mark for mark in marks if mark in counts]
    figure, axes = _drawing(2.7)
    base = [0] * count
    for mark in shown:
        heights = [counts[mark][at] for at in range(count)]
        colour, hatch = _look(mark, marks)
        axes.bar(
            range(count),
            heights,
            0.9,
            bottom=base,
            label=mark,
            color=colour,
            hatch=hatch,
            edgecolor="white",
            linewidth=0.4,
        )
        base = [low + height for low, height in zip(base, heights, strict=True)]
    every = max(1, round(count / 12))
    axes.set_xticks(range(0, count, every), [_named((first + at) * step, step) for at in range(0, count, every)])
    axes.set_ylabel(f"Contacts a {'month' if step == 1 else 'quarter'}")
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xlim(-0.6, count - 0.4)
    if shown:
        axes.legend(
            ncols=min(8, len(shown)), loc="upper center", bbox_to_anchor=(0.5, -0.14), frameon=False, fontsize=8
        )
    unit = "month" if step == 1 else "quarter"
    return _picture(figure, f"Contacts a {unit}", _frequency_alt(base, shown, counts, first, step))


def timeline(
    entries: Sequence[ChronologyEntry], marks: Sequence[str], scope: Scope, gaps: Sequence[Silence]
) -> Picture:
    """Every contact as a line in the lane of its agency; stretches without any contact shaded and said in words."""
    days: defaultdict[str, set[dt.date]] = defaultdict(set)
    for entry in entries:
        if scope.start <= entry.date <= scope.end:
            days[entry.agency].add(entry.date)
    shown = [mark for mark in marks if mark in days]
    figure, axes = _drawing(1.1 + 0.36 * max(1, len(shown)))
    for lane, mark in enumerate(reversed(shown)):
        colour, _ = _look(mark, marks)
        axes.vlines([_number(day) for day in sorted(days[mark])], lane - 0.36, lane + 0.36, color=colour, linewidth=1)
    for gap in gaps:
        axes.axvspan(_number(gap.start), _number(gap.end) + 1, color="#D9D9D9", zorder=0)
        middle = (_number(gap.start) + _number(gap.end)) / 2
        axes.text(middle, len(shown) - 0.42, "no contact", ha="center", va="bottom", fontsize=6.5, color="#333333")
    axes.set_yticks(range(len(shown)), list(reversed(shown)))
    axes.set_ylim(-0.6, max(1, len(shown)) - 0.1)
    axes.set_xlim(_number(scope.start), _number(scope.end) + 1)
    firsts = _firsts(scope)
    axes.set_xticks([_number(day) for day in firsts], [_named(_month(day), 1) for day in firsts])
    return _picture(figure, "When agencies were in contact", _timeline_alt(days, shown, gaps))


def _frequency_alt(
    totals: Sequence[int], shown: Sequence[str], counts: dict[str, Counter[int]], first: int, step: int
) -> str:
    if not any(totals):
        return "Bar chart of contacts: there are none in the period."
    most = max(totals)
    when = _named((first + totals.index(most)) * step, step)
    each = ", ".join(f"{mark} {counts[mark].total()}" for mark in shown)
    unit = "month" if step == 1 else "quarter"
    empty = sum(total == 0 for total in totals)
    return (
        f"Stacked bar chart of contacts a {unit}. Most: {most} in {when}. {empty} of {len(totals)} {unit}s have none. "
        f"In all: {each}."
    )


def _timeline_alt(days: dict[str, set[dt.date]], shown: Sequence[str], gaps: Sequence[Silence]) -> str:
    each = "; ".join(f"{mark} from {min(days[mark]):%d/%m/%Y} to {max(days[mark]):%d/%m/%Y}" for mark in shown)
    none = "; ".join(f"{gap.start:%d/%m/%Y} to {gap.end:%d/%m/%Y}" for gap in gaps) or "none"
    return f"Timeline with a lane for each agency: {each or 'no contacts'}. Shaded, without any contact: {none}."


def _drawing(height: float) -> tuple[Figure, Axes]:
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    matplotlib.rcParams.update({"svg.fonttype": "path", "svg.hashsalt": "reviewdocs", "hatch.linewidth": 0.5,
                                "font.family": "DejaVu Sans", "font.size": 8})  # fmt: skip
    figure = Figure(figsize=(_WIDTH, height), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def _picture(figure: Figure, title: str, alt: str) -> Picture:
    """The picture's bytes, the same each time: no date and no program is written into them."""
    drawn: dict[str, bytes] = {}
    nothing: dict[str, Any] = {"png": {"Software": None}, "svg": {"Date": None, "Creator": None}}
    for form, told in nothing.items():
        stream = io.BytesIO()
        figure.savefig(stream, format=form, dpi=_DPI, metadata=told)
        drawn[form] = stream.getvalue()
    return Picture(drawn["png"], drawn["svg"], title, alt)


def _look(mark: str, marks: Sequence[str]) -> tuple[str, str]:
    """The colour and hatching of an agency."""
    number = marks.index(mark)
    return _COLOURS[number % len(_COLOURS)], _HATCHES[number % len(_HATCHES)]


def _firsts(scope: Scope) -> list[dt.date]:
    """First days of months to write below the line, about twelve of them."""
    first, last = _month(scope.start) + 1, _month(scope.end)
    step = next((s for s in (1, 2, 3, 6, 12, 24, 60) if (last - first) / s <= 14), 120)
    return [dt.date(month // 12, month % 12 + 1, 1) for month in range(first, last + 1) if month % step == 0]


def _month(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _number(day: dt.date) -> int:
    return day.toordinal()


def _named(month: int, step: int) -> str:
    year, at = divmod(month, 12)
    return f"{MONTHS[at][:3]} {year}" if step == 1 else f"{MONTHS[at][:3]}–{MONTHS[at + step - 1][:3]} {year}"
