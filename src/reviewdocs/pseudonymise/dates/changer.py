"""From a map's policy and a document's paragraphs to every date, time and age, decided and worded."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from reviewdocs.errors import InputError, NotCheckedError
from reviewdocs.language.numbers import SUFFIX
from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.model.pseudonyms import DatePolicy, PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.names.births import Births
from reviewdocs.names.entities import designations
from reviewdocs.pseudonymise.dates import ages, clock, sentence, shifting
from reviewdocs.pseudonymise.dates.context import Dated, completed, joined
from reviewdocs.pseudonymise.dates.finding import CONTROL, DateFinder, Find, Line
from reviewdocs.pseudonymise.dates.labels import Label, labeller
from reviewdocs.pseudonymise.dates.sentence import Change
from reviewdocs.pseudonymise.dates.written import Grain, Written, coarser, days_in
from reviewdocs.pseudonymise.render.edits import UNDECIDED_DATE

_TIMES_JOINED = re.compile(r"\s*(?:,|and|&|or|to|-|–|—|until|till)\s*(?:again\s+)?(?:at\s+|about\s+)*", re.I)
_SHOUTED = re.compile(r"(?![IVX]+\b)[A-Z]{3}")
"""A month in capitals; those of "2019-03-14T23:40Z" and of months in Roman figures are none."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_WITH_ARTICLE = re.compile(rf"\bthe\s|\d\s?{SUFFIX}\b|\bof\b|^[a-z]+(?:[- ][a-z]+)?\s", re.I)

Planned = tuple[Find, Change, Outcome, tuple[str, ...]]
"""A find, what is done about it, and why."""


class DateChanger:
    """Decides every date, time and age of a document; built once for a map.

    Args:
        pmap: a map whose policy changes dates.

    Raises:
        InputError: the policy is relative and the map has no anchor.
    """

    def __init__(self, pmap: PseudonymMap) -> None:
        dates = pmap.dates
        assert dates is not None, "a map without a policy keeps its dates"
        if dates.policy is DatePolicy.RELATIVE and dates.anchor is None:
            raise InputError(
                "The map asks for relative dates and has no anchor, the day that is to be Day 1.",
                remedy="Give `dates` an anchor in the map: a date as year-month-day.",
            )
        self._policy = dates.policy
        self._weeks = shifting.weeks_of(dates, pmap) if dates.policy is DatePolicy.SHIFT else None
        self._label = labeller(dates) if self._weeks is None else None
        self._births = {person.dob: person.id for person in pmap.people if person.dob}
        self._finder = DateFinder(
            coarse=dates.policy is not DatePolicy.MONTH_YEAR,
            others=dates.policy is not DatePolicy.SHIFT,
            designations=designations(pmap),
            births=Births(pmap),
        )

    def mentions(
        self, paragraphs: Sequence[Paragraph], taken: Iterable[Mention], *, written_by_us: Collection[str] = ()
    ) -> list[Mention]:
        """Every date, time and age that the policy changes, in the order of the document, apart from `taken`.

        Args:
            paragraphs: the document.
            taken: mentions of names and the like, which go first.
            written_by_us: moved dates, which are not moved again.

        Raises:
            NotCheckedError: an expression takes too long.
        """
        try:
            found = list(self._finder.find(paragraphs, taken))
        except TimeoutError as error:
            raise NotCheckedError("Looking for dates took too long.", remedy="Try again.") from error
        dates = completed(list(_dates(found)), [paragraph.text for paragraph in paragraphs])
        of_line: dict[int, list[Dated]] = {}
        for dated in dates:
            of_line.setdefault(id(dated.line), []).append(dated)
        result = [
            mention
            for line, finds in found
            for planned in self._in_line(line, finds, of_line.get(id(line), []))
            if (mention := self._mention(line, planned))
        ]
        result += [mention for paragraph in paragraphs if (mention := self._control(paragraph))]
        # Of coarse dates nothing is left to find; a moved one looks like any other.
        ours = written_by_us if self._weeks is not None else ()
        return [mention for mention in result if mention.text not in ours]

    def _in_line(self, line: Line, finds: Sequence[Find], dates: Sequence[Dated]) -> list[Planned]:
        if self._weeks is not None:
            return [self._moved(dated, self._weeks) for dated in dates if dated.written or not dated.find.coarse]
        planned = [*self._coarse_dates(dates), *self._ages(line, finds)]
        covered = [(change.start, change.end) for _, change, _, _ in planned]
        left = [find for find in finds if not any(start <= find.start < end for start, end in covered)]
        for find, change in self._times(line, left):
            planned = [_opening(other, change) for other in planned]
            planned.append((find, change, Outcome.REPLACED, ()))
        planned.sort(key=lambda plan: plan[1].start)
        return _not_overlapping(line, planned)

    # Dates

    def _moved(self, dated: Dated, weeks: int) -> Planned:
        text = shifting.shifted(dated.written, weeks) if dated.written else None
        change = Change(dated.find.start, dated.find.end, UNDECIDED_DATE if text is None else text)
        outcome = Outcome.UNDECIDED if text is None else Outcome.REPLACED
        return self._with_birth(dated), change, outcome, (dated.told,) if dated.told else ()

    def _coarse_dates(self, dates: Sequence[Dated]) -> Iterator[Planned]:
        """Each date, or several that are joined and become the same."""
        labelled = [(dated, self._labels(dated)) for dated in dates]
        number = 0
        while number < len(labelled):
            dated, labels = labelled[number]
            last, together = dated, labels
            while number + 1 < len(labelled) and joined(last, labelled[number + 1][0]):
                following = labelled[number + 1][1]
                same = _together(together, following)
                if same is None:
                    break
                number += 1
                last, together = labelled[number][0], same
            if together or not dated.find.coarse:
                yield self._coarse_date(dated, last, together)
            number += 1

    def _labels(self, dated: Dated) -> tuple[Label, ...] | None:
        """The different labels of a find's days; None where one cannot be told."""
        assert self._label is not None, "moved dates have no labels"
        if dated.written is None:
            return None
        # A year that no word says is not put into the text: it is only needed where a policy counts with it.
        unsaid = dated.told and self._policy is DatePolicy.MONTH_YEAR
        whens = (replace(when, year=None) if unsaid else when for when in dated.written.whens)
        labels = [self._label(when, dated.written.grain) for when in whens]
        known = tuple(dict.fromkeys(label for label in labels if label is not None))
        return known if all(labels) else None

    def _coarse_date(self, first: Dated, last: Dated, labels: tuple[Label, ...] | None) -> Planned:
        line, written = first.line, first.written
        find = replace(self._with_birth(first), end=last.find.end)
        why = (first.told,) if first.told else ()
        if labels is None or written is None:
            return find, Change(find.start, find.end, UNDECIDED_DATE), Outcome.UNDECIDED, why
        several = first is not last or len(written.whens) > 1
        label = labels[0] if len(labels) == 1 else _range(line, find, labels, written)
        ordinal = _WITH_ARTICLE.search(first.text) is not None
        change = sentence.fitted(
            line.text,
            find.start,
            find.end,
            label,
            ordinal=ordinal,
            week=written.week,
            joined=several and len(labels) == 1,
            month=written.grain is Grain.MONTH,
            numbered=line.after_designation(find.start),
        )
        if first.text.isupper() and _SHOUTED.search(first.text):
            change = replace(change, text=change.text.upper())
        return find, change, Outcome.REPLACED, why

    def _with_birth(self, dated: Dated) -> Find:
        """The find, as a date of birth where the map knows it for one."""
        return replace(dated.find, category=Category.DOB) if self._born(dated.written) else dated.find

    def _born(self, written: Written | None) -> str:
        """The id of who was born on that day; empty for nobody of the map."""
        day = written.whens[0].date() if written and written.whens[0].day else None
        return self._births.get(day, "") if day else ""

    # Times and ages

    def _times(self, line: Line, finds: Sequence[Find]) -> Iterator[tuple[Find, Change]]:
        """Each time, or several that are joined."""
        times = [_without_stop(line, find) for find in finds if find.category is Category.TIME]
        if self._policy is DatePolicy.YEAR:
            # A year that stands where a date stood looks like a time of four figures.
            times = [find for find in times if not _YEAR.fullmatch(line.text, find.start, find.end)]
        while times:
            first = last = times.pop(0)
            while times and _TIMES_JOINED.fullmatch(line.text, last.end, times[0].start):
                last = times.pop(0)
            keep = self._policy is DatePolicy.RELATIVE
            yield replace(first, end=last.end), clock.without_time(line.text, first.start, last.end, keep_part=keep)

    def _ages(self, line: Line, finds: Sequence[Find]) -> Iterator[Planned]:
        for find in finds:
            if find.category is Category.AGE:
                by_year = self._policy is DatePolicy.YEAR
                if change := ages.coarser_age(line.text, find.start, find.end, by_year=by_year):
                    yield find, change, Outcome.REPLACED, ()

    # Mentions

    def _mention(self, line: Line, planned: Planned) -> Mention | None:
        """What is planned, as a mention; None where nothing changes."""
        find, change, outcome, why = planned
        start, end = line.original(change.start, change.end)
        text = line.paragraph.text[start:end]
        if text == change.text:
            return None
        born = self._born(days_in(line.text[find.start : find.end])) if find.category is Category.DOB else ""
        what = {Category.DOB: "date of birth", Category.TIME: "clock time", Category.AGE: "age"}.get(
            find.category, "date"
        )
        known = ("date of birth in the map",) if born else ()
        undecided = outcome is Outcome.UNDECIDED
        return Mention(
            line.paragraph.key,
            start,
            end,
            text,
            find.category,
            (born,) if born else (),
            outcome,
            change.text,
            (what, f"policy {self._policy}", *known, *why),
            ("a date", "something else") if undecided else (),
        )

    def _control(self, paragraph: Paragraph) -> Mention | None:
        """The value of a Word date control: a program's date, moved or taken out (the words that show it are text)."""
        if not paragraph.part.endswith(CONTROL) or not paragraph.text:
            return None
        value = ""
        if self._weeks is not None:
            written = days_in(paragraph.text)
            value = (shifting.shifted(written, self._weeks) if written else None) or ""
        evidence = ("value of a date control", f"policy {self._policy}")
        end = len(paragraph.text)
        return Mention(paragraph.key, 0, end, paragraph.text, Category.DATE, (), Outcome.REPLACED, value, evidence)


def _dates(found: Iterable[tuple[Line, Sequence[Find]]]) -> Iterator[Dated]:
    for line, finds in found:
        for find in finds:
            if find.category in (Category.DATE, Category.DOB):
                text = line.text[find.start : find.end]
                yield Dated(line, find, coarser(text) if find.coarse else days_in(text))


def _without_stop(line: Line, find: Find) -> Find:
    """A time without the full stop that ends its sentence: "until 6.15pm.", "at 6 p.m. He left"."""
    text, after = line.text[find.start : find.end], line.text[find.end : find.end + 3]
    ends = text.endswith(".") and (not re.search(r"\.\s?m\.$", text, re.I) or re.match(r"\s*$|\s+[A-Z\"“]", after))
    return replace(find, end=find.end - 1) if ends else find


def _together(first: tuple[Label, ...] | None, second: tuple[Label, ...] | None) -> tuple[Label, ...] | None:
    """The one label of two dates that become the same, a year missing in one of them; None where they differ."""
    if not first or not second or len(first) > 1 or len(second) > 1:
        return None
    short, long = sorted((first[0], second[0]), key=lambda label: len(label.text))
    return (long,) if long.text == short.text or long.text.startswith(f"{short.text} ") else None


def _range(line: Line, find: Find, labels: Sequence[Label], written: Written) -> Label:
    """Several days that become several labels, listed or from first to last."""
    if not written.listed:
        return Label(f"{labels[0].text} to {labels[-1].text}", labels[0].joint)
    texts = [label.text for label in labels]
    return Label(f"{', '.join(texts[:-1])} and {texts[-1]}", labels[0].joint)


def _opening(planned: Planned, before: Change) -> Planned:
    """A date's change with a capital, where what is taken out before it opened the sentence."""
    find, change, outcome, why = planned
    if before.text and before.end == change.start + 1:
        return find, replace(change, text=sentence.capital(change.text)), outcome, why
    return planned


def _not_overlapping(line: Line, planned: Sequence[Planned]) -> list[Planned]:
    """Changes in order that keep clear of each other and of names: one that reaches too far is cut back."""
    result: list[Planned] = []
    for number, (find, change, outcome, why) in enumerate(planned):
        least = result[-1][1].end if result else 0
        most = planned[number + 1][1].start if number + 1 < len(planned) else len(line.text)
        start, end, text = max(change.start, least), change.end, change.text
        if end > most and find.category is Category.TIME:
            # The letter after a time that opened a sentence belongs to the next change, which has the capital.
            end, text = most, text[:-1]
        if start < end and not line.free(start, end):
            end, text = (end - 1, text[:-1]) if find.category is Category.TIME and text else (end, text)
            if start >= end or not line.free(start, end):
                start, end = find.start, find.end
        if start < end:
            result.append((find, Change(start, end, text), outcome, why))
    return result
